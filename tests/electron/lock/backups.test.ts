import { rmSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolderLock, type FolderLock } from '../../../electron/library/folderLock'
import { openLibrary } from '../../../electron/library/openLibrary'
import { restoreEverything, runDrill } from '../../../electron/library/backups'
import { isLocked } from '../../../electron/storage/lock/lockedFile'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { emptyContent } from '../../../shared/outline/reportContent'
import { filesOf, lockUp, passphrase, settled } from '../../support/lockedFolder'
import { codeOf, fakeWord, openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const folder = tempFolder()
const data = join(folder.path, 'data')
const place = join(folder.path, 'usb')
const real = realSurroundings('linux')
const text = '清源县2025年工作总结'
let lock: FolderLock
let id = ''

beforeAll(async () => {
  mkdirSync(data)
  mkdirSync(place)
  await (await openTempLibrary(data)).close()
  lock = (await lockUp(real, data)).lock
  const library = await openTempLibrary(data, lock.surroundings)
  const picture = valueOf(await library.keepPicture({ bytes: Buffer.from('a picture') })).sha256
  id = valueOf(await library.importReport({ content: { ...emptyContent, title: [text], blocks: [{ kind: 'image', id: 'b1', sha256: picture, mediaType: 'image/png', width: 1, height: 1, caption: '' }] }, original: { name: 'a.txt', bytes: Buffer.from(text) } })).id
  valueOf(await library.backups.prepare({ place }))
  valueOf(await library.backups.backUp({ place }))
  await library.close()
})
afterAll(() => folder.remove())

describe('a backup of a folder with a passphrase', () => {
  it('LOCK-15: holds the files as they lie there; not one byte of a report can be read in it', async () => {
    const files = [...(await filesOf(real.io, join(place, 'andu-backup', 'objects'))).values()]
    expect(files.filter((bytes) => isLocked(bytes)).length).toBe(3)
    expect(files.some((bytes) => bytes.includes(Buffer.from('工作总结')))).toBe(false)
    // The control: a backup by what the library reads would give it away.
    expect([...(await filesOf(lock.surroundings.io, data)).values()].some((bytes) => bytes.includes(Buffer.from('工作总结')))).toBe(true)
  })

  it('LOCK-15: a report that is had back is locked again, with its picture and its imported file', async () => {
    rmSync(join(data, 'reports', id), { recursive: true })
    for (const part of ['pictures', 'originals']) rmSync(join(data, part), { recursive: true })
    const library = await openTempLibrary(data, lock.surroundings)
    expect(valueOf(await library.backups.reports({ place }))).toMatchObject([{ id, title: text }])
    expect(valueOf(await library.backups.restoreReport({ place, id }))).toMatchObject({ id, isCopy: false, missing: [] })
    const { report } = valueOf(await library.open({ id }))
    expect(report.title).toEqual([text])
    for (const [path, bytes] of await filesOf(real.io, data)) if (/^(reports|pictures|originals)\//.test(path)) expect([path, isLocked(bytes)]).toEqual([path, true])
    await library.close()
  })

  it('LOCK-15: everything that is restored opens with the same passphrase, and the drill proves it', async () => {
    const target = join(folder.path, 'back')
    expect(valueOf(await restoreEverything(lock.surroundings, { place, target })).missing).toEqual([])
    await expect(openTempLibrary(target)).rejects.toThrow('folderLocked')
    const again = await openFolderLock(real, target)
    await again.unlock({ kind: 'passphrase', text: passphrase })
    const library = await openTempLibrary(target, again.surroundings)
    expect(valueOf(await library.open({ id })).report.title).toEqual([text])
    await library.close()
    const drill = (surroundings = lock.surroundings) => runDrill(surroundings, { place, temporary: folder.path }, async (path, inside) => {
      const opened = valueOf(await openLibrary({ ...inside, folder: path, exportWord: fakeWord, untitled: '未命名' }))
      const { reports, damaged } = valueOf(await opened.list())
      await opened.close()
      return { reports: reports.length, unopened: damaged.map((each) => each.id) }
    })
    expect(valueOf(await drill())).toMatchObject({ reports: 1, unopened: [], isWhole: true })
    expect(codeOf(await drill(real).catch(() => ({ ok: false, error: { code: 'folderLocked' } }) as const))).toBe('folderLocked')
  })

  it('LOCK-15: with another key the reports of the backup are told to be locked, not damaged', async () => {
    const other = join(folder.path, 'other')
    mkdirSync(other)
    const { lock: others } = await lockUp(real, other)
    await settled(others)
    const library = await openTempLibrary(other, others.surroundings)
    expect(codeOf(await library.backups.restoreReport({ place, id }))).toBe('fileLocked')
    await library.close()
  })
})
