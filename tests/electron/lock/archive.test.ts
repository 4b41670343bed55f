import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../../../electron/archive/bag/verifyBag'
import type { Library } from '../../../electron/library/library'
import { isLocked } from '../../../electron/storage/lock/lockedFile'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { emptyScheme } from '../../../shared/archive/archiveScheme'
import { filesOf, lockUp } from '../../support/lockedFolder'
import { fakeWord, openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const folder = tempFolder()
const data = join(folder.path, 'data')
const real = realSurroundings('linux')
const title = '青河县安全生产总结'
let library: Library
let other: Library
let id = ''

beforeAll(async () => {
  mkdirSync(data)
  const { lock } = await lockUp(real, data)
  library = await openTempLibrary(data, { ...lock.surroundings, exportWord: fakeWord, exportReport: async (report, format) => ({ bytes: Buffer.from(`${format} of ${report.title.join('')}`) }), program: 'Andu 1' })
  other = await openTempLibrary(join(folder.path, 'other'))
  valueOf(await library.writeSettings({ archive: { ...emptyScheme, fonds: 'Z109', fondsName: '青河县应急管理局' } }))
  id = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' })).id
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, title: [title] }, base: generation, cause: 'auto' }))
})
afterAll(async () => {
  await library.close()
  await other.close()
  folder.remove()
})

/** Files of the data folder in which the title can be read, by their part. */
async function readable(): Promise<readonly string[]> {
  return [...new Set([...(await filesOf(real.io, data))].filter(([, bytes]) => bytes.includes(Buffer.from(title))).map(([path]) => path.split('/').slice(0, 2).join('/')))]
}

describe('the archive in a folder with a passphrase', () => {
  for (const ending of ['', '.zip']) {
    it(`LOCK-16: ${ending === '' ? 'a folder' : 'a ZIP file'} from another computer comes in and is locked; what goes out is plain`, async () => {
      const made = valueOf(await other.create({ source: { kind: 'blank' }, kind: 'other', year: 2024, unit: '青河县应急管理局' }))
      const path = join(folder.path, `in${ending}`)
      valueOf(await other.transfer.pack({ scope: { kind: 'year', year: 2024 }, target: path, program: 'andu test' }))
      expect(valueOf(await library.transfer.unpack({ path })).reports.some((each) => each.id === made.id)).toBe(true)
      expect(valueOf(await library.open({ id: made.id })).report.id).toBe(made.id)
      for (const name of readdirSync(join(data, 'reports', made.id)).filter((each) => each.endsWith('.json'))) expect(isLocked(await real.io.read(join(data, 'reports', made.id, name)))).toBe(true)
      const out = join(folder.path, `out${ending}`)
      valueOf(await library.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: out, program: 'andu test' }))
      expect(valueOf(await other.transfer.unpack({ path: out })).reports.map((each) => each.id)).toContain(id)
    })
  }

  it('LOCK-16: a report is filed and its year sealed; the sealed folder verifies without the passphrase, and nothing else in the data folder can be read', async () => {
    expect(await readable()).toEqual([])
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.file({ id }))
    expect(await readable()).toEqual([])
    const sealed = valueOf(await library.sealYear({ year: 2025 }))
    expect((await verifyBag(real.io, join(data, 'archive', 'sealed', sealed.name), { code: sealed.shortCode })).ok).toBe(true)
    expect(await readable()).toEqual(['archive/sealed'])
    expect(existsSync(join(data, 'incoming')) ? readdirSync(join(data, 'incoming')) : []).toEqual([])
    expect(valueOf(await library.listFiled())).toMatchObject([{ isIntact: true }])
  })
})
