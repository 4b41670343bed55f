/** A bag is made, checked and repaired. */
import { describe, expect, it } from 'vitest'
import { repairBag, repairBagInto } from '../../../electron/archive/bag/repairBag'
import { verifyBag } from '../../../electron/archive/bag/verifyBag'
import { makeBag } from '../../../electron/archive/bag/writeBag'
import { bagFacts, bagFolder, digestsOf, diskWithBag, filesOf, payloadOf } from '../../support/bags'

describe('a bag', () => {
  it('BAG-1, BAG-2, BAG-3, BAG-6: is right when it was just made, and says what it is', async () => {
    const { io, seal } = await diskWithBag(20_000)
    const verdict = await verifyBag(io, bagFolder, { code: seal?.shortCode ?? '', previousSeal: null })
    expect(verdict.problems).toEqual([])
    expect(verdict.ok).toBe(true)
    expect(verdict.label).toMatchObject({ organisation: '示例局', files: 5, seal: { year: 2025, sequence: 1, shortCode: seal?.shortCode, sha256: seal?.sha256 } })
  })

  it('BAG-1: the same payload and facts give the same bytes, in memory and on the disk', async () => {
    const { io } = await diskWithBag(20_000)
    const { files } = await makeBag([...payloadOf(20_000)].reverse(), bagFacts)
    expect(new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('hex')]))).toEqual(new Map(Array.from(await filesOf(io), ([path, bytes]) => [path, Buffer.from(bytes).toString('hex')])))
  })

  it.each(['../x', 'data/../x', 'data/Report.docx', 'data/a b', 'data/con.txt', 'data//x', 'data/.x', 'data/x.', 'bagit.txt', `data/${'x'.repeat(120)}`])('BAG-1: refuses the payload name %s', async (path) => {
    await expect(makeBag([{ path, bytes: new Uint8Array(1) }], bagFacts)).rejects.toThrow(RangeError)
  })

  it('BAG-5, BAG-8: a changed, a cut off, a longer and a missing file come back byte for byte, in place and as a new bag', async () => {
    const { io, disk } = await diskWithBag(60_000)
    const whole = await filesOf(io)
    const digests = await digestsOf(io)
    const report = 'data/reports/x001-ws.2025-y-0001/report.docx'
    io.damage(`${bagFolder}/${report}`, (bytes) => Uint8Array.from(bytes, (byte, at) => (at % 9000 === 5 ? byte ^ 255 : byte)))
    io.damage(`${bagFolder}/manifest-sha256.txt`, (bytes) => bytes.slice(0, 100))
    io.damage(`${bagFolder}/parity/parity.json`, () => new Uint8Array(0))
    io.damage(`${bagFolder}/bagit.txt`, (bytes) => Uint8Array.from([...bytes, 10]))
    await io.unlink(`${bagFolder}/data/catalogue.csv`)
    await io.unlink(`${bagFolder}/parity/g000-01.par`)
    const verdict = await verifyBag(io, bagFolder)
    expect(verdict.problems.map(({ path, kind, isRepairable }) => `${kind} ${path} ${String(isRepairable)}`).sort()).toEqual([
      'changed data/reports/x001-ws.2025-y-0001/report.docx true', 'declarationWrong bagit.txt true', 'longer bagit.txt true', 'malformedLine manifest-sha256.txt true',
      'missing data/catalogue.csv true', 'missing parity/g000-01.par true', 'truncated manifest-sha256.txt true', 'truncated parity/parity.json true',
    ])
    await io.mkdir('/place/new')
    expect(await repairBagInto(disk, bagFolder, '/place/new')).toMatchObject({ lost: [] })
    expect(await digestsOf(io, '/place/new')).toEqual(digests)
    const outcome = await repairBag(disk, bagFolder)
    expect(outcome).toMatchObject({ lost: [], aside: '/place/bag-damaged-1' })
    expect(await digestsOf(io)).toEqual(digests)
    expect((await verifyBag(io, bagFolder)).ok).toBe(true)
    expect((await filesOf(io, '/place/bag-damaged-1')).get('bagit.txt')?.length).toBe((whole.get('bagit.txt')?.length ?? 0) + 1)
  })
})

describe('the README', () => {
  it('BAG-7: names every kind of file, the seal, its code and how to check by hand, with Windows line ends and a mark that any editor knows', async () => {
    const { io, seal } = await diskWithBag(1_000)
    const words = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await io.read(`${bagFolder}/README-先读我.txt`))
    expect(words.startsWith('\uFEFF')).toBe(true)
    expect(words.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const part of [seal?.sha256 ?? '', seal?.shortCode ?? '', 'certutil -hashfile', 'sha256sum', 'parity.json', '0x11D', 'RFC 8493', ...[...(await filesOf(io)).keys()].filter((path) => !path.includes('/') && !path.startsWith('README'))]) expect(words).toContain(part)
  })

  it('BAG-7: of a package without a seal says nothing of one', async () => {
    const { io } = await diskWithBag(1_000, { ...bagFacts, seal: null })
    const words = new TextDecoder().decode(await io.read(`${bagFolder}/README-先读我.txt`))
    expect(words).not.toMatch(/封存|备考表|seal\.json 的/)
    expect(words.match(/^[一二三四五]、/gm)).toEqual(['一、', '二、', '三、', '四、'])
    expect((await verifyBag(io, bagFolder)).problems).toEqual([])
  })
})
