import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, type BackupOutcome } from '../../../electron/archive/backup/backUp'
import { openBackupPlace, prepareBackupPlace } from '../../../electron/archive/backup/backupPlace'
import { restoreFolder } from '../../../electron/archive/backup/restoreFolder'
import { listTree } from '../../../electron/storage/folderTree'
import { sha256 } from '../../../electron/storage/generationFile'
import type { Surroundings } from '../../../electron/storage/generations'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { AppFailure } from '../../../shared/base/errors'
import { codeOf, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let data: string
let place: string
const real = realSurroundings('linux')
beforeEach(() => {
  folder = tempFolder()
  data = join(folder.path, 'data')
  place = join(folder.path, 'usb')
  mkdirSync(place)
})
afterEach(() => folder.remove())

async function fill(reports: number): Promise<readonly string[]> {
  const library = await openTempLibrary(data)
  const ids: string[] = []
  for (let index = 0; index < reports; index += 1) ids.push(valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2020 + index, unit: '青河县应急管理局' })).id)
  await library.close()
  return ids
}

async function failure(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'succeeded', (error: unknown) => (error instanceof AppFailure ? error.error.code : `threw ${String(error)}`))
}

const once = async (surroundings: Surroundings = real): Promise<BackupOutcome> => backUp(surroundings, { place, data, folderId: 'f1' })
const root = (): string => join(place, 'andu-backup')

/** Every file of the data folder that belongs into a backup, with its hash. */
async function contentOf(path: string): Promise<Readonly<Record<string, string>>> {
  const files = await listTree(real.io, path, (at) => at !== 'cache' && at !== 'leases')
  return Object.fromEntries(files.map((file) => [file.path, sha256(readFileSync(join(path, file.path)))]))
}

function anyObject(): string {
  const part = readdirSync(join(root(), 'objects'))[0] ?? ''
  return join(root(), 'objects', part, readdirSync(join(root(), 'objects', part))[0] ?? '')
}

describe('backing up', () => {
  it('BACKUP-1: every file lies there under the hash of its bytes, once, with a snapshot that names it and a README in words', async () => {
    await fill(3)
    await prepareBackupPlace(real, place)
    const first = await once()
    const objects = (await listTree(real.io, join(root(), 'objects'))).map(({ path }) => path)
    expect(objects.length).toBeGreaterThan(3)
    for (const path of objects) {
      const hash = sha256(readFileSync(join(root(), 'objects', path)))
      expect(path).toBe(`${hash.slice(0, 2)}/${hash}`)
    }
    const snapshot = await (await openBackupPlace(real, place)).snapshot()
    expect(Object.fromEntries(snapshot.data.files.map(({ path, sha256: hash }) => [path, hash]))).toEqual(await contentOf(data))
    expect(first).toMatchObject({ snapshot: 1, files: snapshot.data.files.length, written: objects.length, keptFormer: [], left: [] })
    expect(readFileSync(join(root(), 'README-先读我.txt'), 'utf8')).toContain('certutil')
  })

  it('BACKUP-1: a second run writes only what is new', async () => {
    const [id = ''] = await fill(3)
    await prepareBackupPlace(real, place)
    const first = await once()
    const library = await openTempLibrary(data)
    const { report, generation } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, title: ['新的标题'] }, base: generation, cause: 'manual' }))
    await library.close()
    const second = await once()
    expect(second).toMatchObject({ snapshot: 2, written: 1, files: first.files + 1 })
    expect((await once()).written).toBe(0)
  })

  it('BACKUP-2: works where there are no links, and a write that the medium did not keep is found before the object has its name', async () => {
    await fill(2)
    const noLinks: StorageIo = { ...real.io, link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })) }
    await prepareBackupPlace({ ...real, io: noLinks }, place)
    expect((await once({ ...real, io: noLinks })).snapshot).toBe(1)
    await fill(1)
    const lying: StorageIo = { ...real.io, read: async (path) => (path.endsWith('.tmp') && path.startsWith(place) ? Buffer.concat([await real.io.read(path), Buffer.from('x')]) : real.io.read(path)) }
    const before = await contentOf(root())
    expect(await failure(once({ ...real, io: lying }))).toBe('diskFaulty')
    expect(await contentOf(root())).toEqual(before)
  })

  it('BACKUP-3: a place that is gone is an error and is never made anew; another folder’s backup and a nested place are refused', async () => {
    await fill(1)
    expect(await failure(once())).toBe('backupMissing')
    await prepareBackupPlace(real, place)
    await once()
    rmSync(place, { recursive: true })
    expect(await failure(once())).toBe('backupPlaceGone')
    expect(existsSync(place)).toBe(false)
    expect(await failure(prepareBackupPlace(real, place))).toBe('backupPlaceGone')
    mkdirSync(place)
    await prepareBackupPlace(real, place)
    await once()
    expect(await failure(backUp(real, { place, data, folderId: 'f2' }))).toBe('backupPlaceTaken')
    const inside = join(data, 'archive')
    await prepareBackupPlace(real, inside)
    expect(await failure(backUp(real, { place: inside, data, folderId: 'f1' }))).toBe('backupPlaceInside')
  })

  it('BACKUP-3: a full place says so and leaves the former snapshots whole', async () => {
    await fill(2)
    await prepareBackupPlace(real, place)
    await once()
    await fill(2)
    let budget = 1
    const full: StorageIo = { ...real.io, write: (handle, bytes) => ((budget -= 1) < 0 ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : real.io.write(handle, bytes)) }
    expect(await failure(once({ ...real, io: full }))).toBe('diskFull')
    expect((await listTree(real.io, root())).filter(({ path }) => path.endsWith('.tmp'))).toEqual([])
    const restored = await restoreFolder(real, { place, target: join(folder.path, 'new') })
    expect(restored).toMatchObject({ missing: [], snapshot: { number: 1 } })
  })

  it('BACKUP-4: an object that no snapshot names is removed, one that a snapshot names never', async () => {
    await fill(1)
    await prepareBackupPlace(real, place)
    let time = Date.UTC(2026, 0, 1)
    const kept: Record<string, string> = {}
    for (let run = 0; run < 9; run += 1) {
      time += 60_000
      writeFileSync(join(data, 'log.txt'), `line ${run}`.repeat(run + 1))
      kept[`line ${run}`] = sha256(Buffer.from(`line ${run}`.repeat(run + 1)))
      await once({ ...real, clock: () => time })
    }
    const there = Object.values(kept).map((hash) => existsSync(join(root(), 'objects', hash.slice(0, 2), hash)))
    expect(there).toEqual([false, false, true, true, true, true, true, true, true])
    expect(readdirSync(join(root(), 'snapshots')).length).toBe(7)
    const { read } = await (await openBackupPlace(real, place)).all()
    for (const { data: { files } } of read) for (const { sha256: hash } of files) expect(existsSync(join(root(), 'objects', hash.slice(0, 2), hash))).toBe(true)
  })

  it('BACKUP-5: every object is read again within 32 runs, and a damaged one is replaced while the data folder has it', async () => {
    await fill(2)
    await prepareBackupPlace(real, place)
    await once()
    const victim = anyObject()
    const whole = readFileSync(victim)
    writeFileSync(victim, Buffer.concat([whole.subarray(1), Buffer.from('x')]))
    let repaired = 0
    for (let run = 0; run < 32 && repaired === 0; run += 1) repaired += (await once()).repaired
    expect(repaired).toBe(1)
    expect(readFileSync(victim).equals(whole)).toBe(true)
  })

  it('BACKUP-5: a file that rotted in the data folder does not push its good bytes out of the backup', async () => {
    const [id = ''] = await fill(1)
    await prepareBackupPlace(real, place)
    await once()
    const file = join(data, 'reports', id, 'g0000000001.json')
    const whole = readFileSync(file)
    writeFileSync(file, Buffer.concat([whole.subarray(0, 100), Buffer.from('rot')]))
    expect((await once()).keptFormer).toEqual([`reports/${id}/g0000000001.json`])
    await restoreFolder(real, { place, target: join(folder.path, 'new') })
    expect(readFileSync(join(folder.path, 'new', 'reports', id, 'g0000000001.json')).equals(whole)).toBe(true)
  })

  it('BACKUP-3: a cancelled run leaves the former snapshots as they were', async () => {
    await fill(3)
    await prepareBackupPlace(real, place)
    let calls = 0
    expect(await failure(backUp(real, { place, data, folderId: 'f1', isCancelled: () => (calls += 1) > 2 }))).toBe('cancelled')
    expect(readdirSync(join(root(), 'snapshots'))).toEqual([])
  })
})

describe('restoring everything', () => {
  it('BACKUP-6: a new folder gets every file as it was, opens, and the old one is not touched', async () => {
    const ids = await fill(3)
    await prepareBackupPlace(real, place)
    await once()
    const before = await contentOf(data)
    const target = join(folder.path, 'new')
    const outcome = await restoreFolder(real, { place, target })
    expect(outcome).toMatchObject({ missing: [], files: Object.keys(before).length })
    expect(await contentOf(target)).toEqual(before)
    const library = await openTempLibrary(target, { mustExist: true })
    expect(valueOf(await library.list()).reports.map(({ id }) => id).sort()).toEqual([...ids].sort())
    await library.close()
    expect(await contentOf(data)).toEqual(before)
  })

  it('BACKUP-6: never into a folder with files in it, and not into one that has no folder above it', async () => {
    await fill(1)
    await prepareBackupPlace(real, place)
    await once()
    expect(await failure(restoreFolder(real, { place, target: data }))).toBe('folderNotEmpty')
    expect(await failure(restoreFolder(real, { place, target: join(folder.path, 'no', 'way') }))).toBe('folderNotFound')
    mkdirSync(join(folder.path, 'empty'))
    expect((await restoreFolder(real, { place, target: join(folder.path, 'empty') })).missing).toEqual([])
    expect(readdirSync(folder.path).some((name) => name.startsWith('.building'))).toBe(false)
  })

  it('BACKUP-6: what is damaged in the backup is named, everything else is restored; an older snapshot can be asked for', async () => {
    const [id = ''] = await fill(2)
    await prepareBackupPlace(real, place)
    await once()
    const snapshot = await (await openBackupPlace(real, place)).snapshot()
    const lost = snapshot.data.files.find(({ path }) => path.startsWith(`reports/${id}/`))
    const hash = lost?.sha256 ?? ''
    writeFileSync(join(root(), 'objects', hash.slice(0, 2), hash), 'rot')
    const outcome = await restoreFolder(real, { place, snapshot: 1, target: join(folder.path, 'new') })
    expect(outcome.missing).toEqual([lost?.path])
    expect(outcome.files).toBe(snapshot.data.files.length - 1)
    expect(await failure(restoreFolder(real, { place, snapshot: 7, target: join(folder.path, 'other') }))).toBe('backupDamaged')
  })

  it('BACKUP-6: a snapshot that names a way out of the folder is not believed', async () => {
    await fill(1)
    await prepareBackupPlace(real, place)
    await once()
    const opened = await openBackupPlace(real, place)
    const { data: honest } = await opened.snapshot()
    for (const path of ['../evil', '/etc/x', 'C:/x', 'a/../../b', 'a\\b', 'con.json', 'x:y', 'a//b', '.', 'b/.. /c', 'trail.', 'a\u202eb']) {
      expect(codeOf(await opened.snapshots.write({ data: { ...honest, files: [{ path, sha256: '0'.repeat(64), bytes: 1, modified: 0 }] }, base: 1, cause: 'auto' }).then(() => ({ ok: true as const, value: path }), (error: unknown) => ({ ok: false as const, error: (error as AppFailure).error })))).toBe('reportInvalid')
    }
    expect(statSync(root()).isDirectory()).toBe(true)
  })
})
