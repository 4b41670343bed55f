/** About sixty ways in which a bag can be wrong, after the cases of the BagIt and OCFL suites, each made here. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeParityIndex } from '../../../electron/archive/bag/parityIndex'
import { repairBag } from '../../../electron/archive/bag/repairBag'
import type { BagProblem } from '../../../electron/archive/bag/verdict'
import { verifyBag } from '../../../electron/archive/bag/verifyBag'
import { writeBag } from '../../../electron/archive/bag/writeBag'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { addFile, bagFacts, bagFolder, diskWithBag, diskWithForgedBag, digestsOf, payloadOf } from '../../support/bags'
import type { SimulatedDisk } from '../../support/simulatedDisk'

const docx = 'data/reports/x001-ws.2025-y-0001/report.docx'
const other = 'data/reports/x001-ws.2025-y-0002/report.docx'
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const told = (problems: readonly BagProblem[]): readonly string[] => problems.map(({ kind, path }) => `${kind} ${path}`)
const at = (path: string): string => `${bagFolder}/${path}`

/** Damage done after the bag was made: what is told, and repairing puts everything right again. */
const damages: ReadonlyArray<readonly [name: string, damage: (io: SimulatedDisk) => Promise<void> | void, told: readonly string[]]> = [
  ['a changed payload file', (io) => io.damage(at(docx), (bytes) => bytes.map((byte, index) => (index === 9 ? byte ^ 1 : byte))), [`changed ${docx}`]],
  ['a payload file cut off', (io) => io.damage(at(docx), (bytes) => bytes.slice(0, -1)), [`truncated ${docx}`]],
  ['an emptied payload file', (io) => io.damage(at(docx), () => new Uint8Array(0)), [`truncated ${docx}`]],
  ['a payload file full of zeros', (io) => io.damage(at('data/catalogue.csv'), (bytes) => new Uint8Array(bytes.length)), ['changed data/catalogue.csv']],
  ['a longer payload file', (io) => io.damage(at(docx), (bytes) => Uint8Array.from([...bytes, 0])), [`longer ${docx}`]],
  ['an empty file that got a byte', (io) => io.damage(at(`${other.slice(0, -4)}txt`), () => new Uint8Array(1)), [`longer ${other.slice(0, -4)}txt`]],
  ['a byte put in front', (io) => io.damage(at('data/catalogue.csv'), (bytes) => Uint8Array.from([0, ...bytes])), ['longer data/catalogue.csv']],
  ['Windows line ends in a manifest', (io) => io.damage(at('manifest-sha256.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace(/\n/g, '\r\n'))), ['longer manifest-sha256.txt', 'malformedLine manifest-sha256.txt']],
  ['capital digits in a manifest', (io) => io.damage(at('manifest-sha256.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace(/[a-f]/, (digit) => digit.toUpperCase()))), ['malformedLine manifest-sha256.txt']],
  ['a byte order mark in a manifest', (io) => io.damage(at('manifest-sha256.txt'), (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes])), ['bom manifest-sha256.txt', 'longer manifest-sha256.txt']],
  ['a byte order mark in bagit.txt', (io) => io.damage(at('bagit.txt'), (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes])), ['bom bagit.txt', 'longer bagit.txt']],
  ['another version in bagit.txt', (io) => io.damage(at('bagit.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace('1.0', '2.0'))), ['declarationWrong bagit.txt']],
  ['another encoding in bagit.txt', (io) => io.damage(at('bagit.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace('UTF-8', 'GBK-1'))), ['declarationWrong bagit.txt']],
  ['another Payload-Oxum', (io) => io.damage(at('bag-info.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace(/Oxum: \d/, 'Oxum: 9'))), ['changed bag-info.txt']],
  ['a line of a manifest twice', (io) => io.damage(at('manifest-sha256.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace(/^(.*\n)/, '$1$1'))), ['duplicateLine manifest-sha256.txt', 'longer manifest-sha256.txt']],
  ['two lines of a manifest exchanged', (io) => io.damage(at('manifest-sha256.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace(/^(.*\n)(.*\n)/, '$2$1'))), ['unsorted manifest-sha256.txt']],
  ['a line of a manifest missing', (io) => io.damage(at('manifest-sha256.txt'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace(/^.*\n/, ''))), ['truncated manifest-sha256.txt']],
  ['a manifest without its last line end', (io) => io.damage(at('manifest-sm3.txt'), (bytes) => bytes.slice(0, -1)), ['malformedLine manifest-sm3.txt', 'truncated manifest-sm3.txt']],
  ['a changed tag manifest', (io) => io.damage(at('tagmanifest-sha256.txt'), (bytes) => bytes.map((byte, index) => (index === 0 ? (byte === 48 ? 49 : 48) : byte))), ['changed tagmanifest-sha256.txt']],
  ['a changed seal', (io) => io.damage(at('seal.json'), (bytes) => Buffer.from(Buffer.from(bytes).toString().replace('2025', '2024'))), ['changed seal.json']],
  ['a changed README', (io) => io.damage(at('README-先读我.txt'), (bytes) => bytes.map((byte, index) => (index === 99 ? 65 : byte))), ['changed README-先读我.txt']],
  ['a changed script', (io) => io.damage(at('check.cmd'), (bytes) => bytes.map((byte, index) => (index === 9 ? 65 : byte))), ['changed check.cmd']],
  ...['bagit.txt', 'bag-info.txt', 'README-先读我.txt', 'manifest-sha256.txt', 'manifest-sm3.txt', 'tagmanifest-sha256.txt', 'seal.json', 'check.cmd', 'check.sh', 'data/catalogue.csv', docx, 'parity/parity.json', 'parity/parity-copy.json', 'parity/g000-00.par'].map((path) => (
    [`${path} gone`, (io: SimulatedDisk) => io.unlink(at(path)), [`missing ${path}`]] as const)),
  ['a parity shard changed', (io) => io.damage(at('parity/g000-03.par'), (bytes) => bytes.map((byte) => byte ^ 255)), ['changed parity/g000-03.par']],
  ['a parity shard cut off', (io) => io.damage(at('parity/g000-03.par'), (bytes) => bytes.slice(1)), ['truncated parity/g000-03.par']],
  ['one index changed', (io) => io.damage(at('parity/parity.json'), (bytes) => bytes.map((byte, index) => (index === 200 ? byte ^ 1 : byte))), ['changed parity/parity.json']],
  ['a renamed file', (io) => io.rename(at(docx), at(`${docx}.bak`)), [`renamed ${docx}`]],
  ['two files exchanged', async (io) => { await io.rename(at(docx), at('x')); await io.rename(at(other), at(docx)); await io.rename(at('x'), at(other)) }, [`swapped ${docx}`, `swapped ${other}`]],
  ['three files exchanged in a ring', async (io) => { await io.rename(at(docx), at('x')); await io.rename(at(other), at(docx)); await io.rename(at('data/catalogue.csv'), at(other)); await io.rename(at('x'), at('data/catalogue.csv')) }, [docx, other, 'data/catalogue.csv'].map((path) => `swapped ${path}`).sort()],
  ['a file instead of another', (io) => io.damage(at('data/catalogue.csv'), () => text('其他')), ['truncated data/catalogue.csv']],
  ['an extra payload file', (io) => addFile(io, 'data/extra.txt'), ['extra data/extra.txt']],
  ['an extra file deep below', (io) => addFile(io, 'data/a/b/c/d.txt'), ['extra data/a/b/c/d.txt']],
  ['an extra tag file', (io) => addFile(io, 'notes.txt'), ['extra notes.txt']],
  ['an extra parity shard', (io) => addFile(io, 'parity/g999-00.par'), ['extra parity/g999-00.par']],
  ['what a system leaves behind', (io) => addFile(io, 'data/Thumbs.db'), ['extra data/Thumbs.db']],
  ['a name that differs in case only', (io) => addFile(io, 'data/CATALOGUE.csv'), ['duplicateName data/CATALOGUE.csv']],
  ['a name with control characters', (io) => addFile(io, 'data/a\u001b[31m\n.txt'), ['extra data/a\u001b[31m\n.txt']],
  ['a name that means something to the language', (io) => addFile(io, 'data/__proto__'), ['extra data/__proto__']],
  ['an empty folder', (io) => io.mkdir(at('data/empty')), ['emptyFolder data/empty']],
  ['a folder in the place of a file', async (io) => { await io.unlink(at('data/catalogue.csv')); await io.mkdir(at('data/catalogue.csv')) }, ['notAFile data/catalogue.csv']],
  ['a full folder in the place of a file', async (io) => { await io.unlink(at('data/catalogue.csv')); await addFile(io, 'data/catalogue.csv/x') }, ['extra data/catalogue.csv/x', 'notAFile data/catalogue.csv']],
  ['a file in the place of a folder', async (io) => { await io.rename(at('data/reports/x001-ws.2025-y-0002'), at('data/reports/old')); await addFile(io, 'data/reports/x001-ws.2025-y-0002') }, ['extra data/reports/x001-ws.2025-y-0002', `renamed ${other}`, `renamed ${other.slice(0, -4)}txt`]],
]

let fresh: ReturnType<typeof diskWithBag> | null = null

describe('a bag that was damaged', () => {
  it.each(damages)('BAG-6, BAG-8: %s is told and put right', async (_, damage, expected) => {
    fresh ??= diskWithBag(8_000, bagFacts, 10)
    const io = (await fresh).io.freeze()
    const disk = { io, randomName: (await fresh).disk.randomName }
    const whole = await digestsOf(io)
    await damage(io)
    const { ok, problems } = await verifyBag(io, bagFolder)
    expect(ok).toBe(false)
    expect([...told(problems)].sort()).toEqual([...expected].sort())
    expect(problems.filter((problem) => !problem.isRepairable)).toEqual([])
    expect((await repairBag(disk, bagFolder)).lost).toEqual([])
    expect(await digestsOf(io)).toEqual(whole)
    expect((await verifyBag(io, bagFolder)).problems).toEqual([])
  })
})

const edit = (path: string, change: (words: string) => string) => (files: Map<string, Uint8Array>): void => void files.set(path, text(change(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(path)))))

/** Bags that were made wrong: parity gives back what was wrong, so it is told as not to be repaired. */
const forgeries: ReadonlyArray<readonly [name: string, change: (files: Map<string, Uint8Array>) => void, told: readonly string[]]> = [
  ['a byte order mark', edit('manifest-sha256.txt', (words) => `\uFEFF${words}`), ['bom manifest-sha256.txt', 'sealWrong seal.json']],
  ['a line twice', edit('manifest-sha256.txt', (words) => words.replace(/^(.*\n)/, '$1$1')), ['duplicateLine manifest-sha256.txt', 'sealWrong seal.json']],
  ['a line that is none', edit('manifest-sha256.txt', (words) => `${words}x\n`), ['malformedLine manifest-sha256.txt', 'sealWrong seal.json']],
  ['a wrong digest', edit('manifest-sha256.txt', (words) => words.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))), ['manifestWrong data/catalogue.csv', 'sealWrong seal.json']],
  ['a wrong SM3 digest', edit('manifest-sm3.txt', (words) => words.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))), ['manifestWrong data/catalogue.csv', 'sealWrong seal.json']],
  ['a file that no manifest lists', (files) => files.set('data/unlisted.txt', text('x')), ['oxumWrong bag-info.txt', 'unlisted data/unlisted.txt', 'unlisted data/unlisted.txt']],
  ['a file that is listed and not there', edit('manifest-sha256.txt', (words) => `${words}${'0'.repeat(64)}  data/zzz.txt\n`), ['manifestWrong data/zzz.txt', 'sealWrong seal.json']],
  ['a path that leads out of the bag', edit('manifest-sha256.txt', (words) => `${'0'.repeat(64)}  ../../etc/passwd\n${words}`), ['manifestWrong ../../etc/passwd', 'sealWrong seal.json']],
  ['a manifest that lists tag files', edit('manifest-sha256.txt', (words) => `${'0'.repeat(64)}  bagit.txt\n${words}`), ['manifestWrong bagit.txt', 'sealWrong seal.json']],
  ['a wrong Payload-Oxum', edit('bag-info.txt', (words) => words.replace(/Oxum: \d+/, 'Oxum: 1')), ['oxumWrong bag-info.txt']],
  ['no Payload-Oxum', edit('bag-info.txt', (words) => words.replace(/Payload-Oxum.*\n/, '')), ['oxumWrong bag-info.txt']],
  ['another encoding', edit('bagit.txt', (words) => words.replace('UTF-8', 'GB18030')), ['declarationWrong bagit.txt']],
  ['a seal that names another manifest', edit('seal.json', (words) => words.replace(/"manifestSha256": "./, '"manifestSha256": "0')), ['sealWrong seal.json']],
  ['a seal that is no seal', edit('seal.json', () => '{"__proto__":{"ok":true}}'), ['sealWrong seal.json']],
  ['a seal nested a million deep', edit('seal.json', () => '['.repeat(1_000_000)), ['sealWrong seal.json']],
]

describe('a bag that was made wrong', () => {
  it.each(forgeries)('BAG-6: %s is told, and not promised to be repaired', async (_, change, expected) => {
    const io = await diskWithForgedBag(change)
    const { ok, problems } = await verifyBag(io, bagFolder)
    expect(ok).toBe(false)
    expect([...told(problems)].sort()).toEqual([...expected].sort())
    expect(problems.filter((problem) => problem.isRepairable)).toEqual([])
  })

  it('BAG-6: a tag manifest that does not fit is told', async () => {
    const io = await diskWithForgedBag(edit('bag-info.txt', (words) => words.replace('示例局', '另一局')), false)
    expect(told((await verifyBag(io, bagFolder)).problems)).toEqual(['manifestWrong bag-info.txt'])
  })

  it('BAG-3, BAG-6: a chain that does not join and a code that does not fit are told', async () => {
    const { io, seal } = await diskWithBag(1_000, { ...bagFacts, seal: bagFacts.seal === null ? null : { ...bagFacts.seal, previous: 'a'.repeat(64) } })
    expect((await verifyBag(io, bagFolder, { previousSeal: 'a'.repeat(64), code: seal?.shortCode.toLowerCase() ?? '' })).ok).toBe(true)
    expect(told((await verifyBag(io, bagFolder, { previousSeal: 'b'.repeat(64) })).problems)).toEqual(['chainBroken seal.json'])
    expect(told((await verifyBag(io, bagFolder, { previousSeal: null })).problems)).toEqual(['chainBroken seal.json'])
    expect(told((await verifyBag(io, bagFolder, { code: `${seal?.shortCode.slice(0, -1) ?? ''}${seal?.shortCode.endsWith('0') ? '1' : '0'}` })).problems)).toEqual(['codeWrong seal.json'])
  })

  it('BAG-5, BAG-6: two whole indexes that differ: the one that fits is believed', async () => {
    const { io, disk } = await diskWithBag(8_000)
    const whole = await digestsOf(io)
    const { io: strange } = await diskWithBag(9_000)
    for (const name of ['parity/parity.json', 'parity/parity-copy.json']) {
      io.damage(at(name), () => new Uint8Array(0))
      const foreign = await strange.read(at(name))
      expect(decodeParityIndex(foreign)).not.toBeNull()
      io.damage(at(name), () => foreign)
      const { problems } = await verifyBag(io, bagFolder)
      expect(problems.map(({ path }) => path)).toContain(name)
      expect((await repairBag(disk, bagFolder)).lost).toEqual([])
      expect(await digestsOf(io)).toEqual(whole)
    }
  })

  it('BAG-6: a folder that is no bag is one problem, an index of nonsense none more', async () => {
    const { io } = await diskWithBag(100)
    expect(told((await verifyBag(io, '/place')).problems)).toEqual(['notABag '])
    for (const nonsense of ['', '{', '['.repeat(100_000), '{"sha256":"","parity":{}}\n', JSON.stringify({ sha256: 'x', parity: { __proto__: null } })]) expect(decodeParityIndex(text(nonsense))).toBeNull()
  })

  it('BAG-6: without an index the manifests still find what is wrong', async () => {
    const { io } = await diskWithBag(8_000)
    await io.unlink(at('parity/parity.json'))
    await io.unlink(at('parity/parity-copy.json'))
    expect(told((await verifyBag(io, bagFolder)).problems)).toEqual(['indexLost parity/parity.json'])
    io.damage(at(docx), (bytes) => bytes.map((byte, index) => (index === 3 ? byte ^ 8 : byte)))
    io.damage(at('check.sh'), (bytes) => bytes.slice(1))
    await io.unlink(at('data/catalogue.csv'))
    await addFile(io, 'data/new.txt')
    expect([...told((await verifyBag(io, bagFolder)).problems)].sort()).toEqual(['changed check.sh', `changed ${docx}`, 'extra data/new.txt', 'indexLost parity/parity.json', 'missing data/catalogue.csv', 'oxumWrong bag-info.txt', 'unlisted data/new.txt', 'unlisted data/new.txt'].sort())
  })
})

describe.skipIf(process.platform === 'win32')('links and special files on a real disk', () => {
  it('BAG-6, BAG-8: are told, never followed, and repairing puts files in their place', async () => {
    const place = mkdtempSync(join(tmpdir(), 'andu-link-'))
    try {
      const bag = join(place, 'bag')
      mkdirSync(bag)
      const surroundings = realSurroundings(process.platform)
      await writeBag(surroundings, bag, payloadOf(6_000), bagFacts)
      const io = nodeStorageIo(process.platform)
      unlinkSync(join(bag, 'data', 'catalogue.csv'))
      symlinkSync('/dev/zero', join(bag, 'data', 'catalogue.csv'))
      symlinkSync('..', join(bag, 'data', 'round'))
      spawnSync('mkfifo', [join(bag, 'data', 'pipe')])
      expect([...told((await verifyBag(io, bag)).problems)].sort()).toEqual(['link data/catalogue.csv', 'link data/round', 'notAFile data/pipe'])
      expect((await repairBag(surroundings, bag)).lost).toEqual([])
      expect((await verifyBag(io, bag)).problems).toEqual([])
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
})
