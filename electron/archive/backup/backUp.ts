/**
 * One backup (SPEC BACKUP-1 … BACKUP-5): what the place lacks is written there and read again, then one snapshot that names every file is
 * published. Before that moment nothing of the former snapshots has changed.
 */
import { basename, dirname, join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { isSafePath } from '../../../shared/base/safePath'
import { endIfCancelled, type Watch } from '../../../shared/base/watch'
import { dispensableSnapshots } from '../../../shared/store/backupRotation'
import { generationName } from '../../../shared/store/envelope'
import type { Snapshot, SnapshotFile } from '../../../shared/store/snapshotSchema'
import { flushFolders, writeChecked } from '../../storage/checkedWrite'
import { errnoToAppError } from '../../storage/errnoToAppError'
import { listTree, type TreeFile } from '../../storage/folderTree'
import { sha256 } from '../../storage/generationFile'
import type { Revision, Surroundings } from '../../storage/generations'
import { ensureFolder, isTemporaryName, removeQuietly } from '../../storage/publish'
import { errnoOf } from '../../storage/storageIo'
import { objectPath, openBackupPlace, refuseNested, type BackupPlace } from './backupPlace'
import { judgeByName } from './judgeByName'

export interface BackupWork extends Watch {
  readonly place: string
  /** The data folder and its id. */
  readonly data: string
  readonly folderId: string
}

export interface BackupOutcome {
  readonly snapshot: number
  readonly savedAt: string
  readonly files: number
  readonly bytes: number
  /** Objects written and read again in this run. */
  readonly written: number
  /** Older objects read again in this run, and those of them that were damaged and replaced. */
  readonly rechecked: number
  readonly repaired: number
  /** Files that are damaged in the data folder: the snapshot names the good bytes of an earlier one. */
  readonly keptFormer: readonly string[]
  /** Files that could not be backed up: names of no program of ours, or objects that are damaged and cannot be replaced. */
  readonly left: readonly string[]
  readonly removedSnapshots: number
}

/** Caches and leases are made anew by themselves, packages are only on their way, and where backups lie is a matter of this computer. */
const leftOut: readonly string[] = ['cache', 'leases', 'incoming', 'backup']
/** Each run reads so large a part of the older objects again: one of so many. */
const recheckParts = 32
/** Somebody who saves all the time does not keep a backup from being made. */
const mostLooks = 5

/** Backs the data folder up into a place that was prepared. Throws an AppFailure. */
export async function backUp(given: Surroundings, work: BackupWork): Promise<BackupOutcome> {
  // Files of a folder with a passphrase are copied as they are: a backup is no way around it.
  const surroundings = given.lock === undefined ? given : { ...given, io: given.lock.bare }
  refuseNested(work.place, work.data)
  const place = await openBackupPlace(surroundings, work.place)
  try {
    return await run(surroundings, work, place)
  } catch (error) {
    if (errnoOf(error) === '') throw error
    // A place that vanished in the middle is a disk that was pulled, whatever the call said.
    await openBackupPlace(surroundings, work.place)
    throw new AppFailure(errnoToAppError(error, { name: basename(work.place), drive: basename(work.place) }), error)
  }
}

async function run(surroundings: Surroundings, work: BackupWork, place: BackupPlace): Promise<BackupOutcome> {
  const former = await formerSnapshot(place, work)
  const present = await presentObjects(surroundings, place)
  const tree = await listSettled(surroundings, work.data)
  const number = ((await place.snapshots.numbers())[0] ?? 0) + 1
  const state = openRun(surroundings, work, place, present, new Map((former?.data.files ?? []).map((file) => [file.path, file])), number)
  const files: SnapshotFile[] = []
  const left: string[] = []
  for (const [index, file] of tree.entries()) {
    endIfCancelled(work)
    work.progress?.({ done: index, total: tree.length })
    const named = isSafePath(file.path) ? await state.keep(file) : null
    if (named === 'vanished') continue
    if (named === null) left.push(file.path)
    else files.push(named)
  }
  await flushFolders(surroundings, state.touched)
  const saved = await place.snapshots.write({ data: { folder: work.folderId, files }, base: former?.number ?? 0, cause: 'manual' })
  await place.snapshots.read(saved.number)
  await refuseLost(surroundings, place, files)
  const removedSnapshots = await rotate(surroundings, place)
  work.progress?.({ done: tree.length, total: tree.length })
  return {
    snapshot: saved.number, savedAt: saved.savedAt, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    written: state.counts.written, rechecked: state.counts.rechecked, repaired: state.counts.repaired, keptFormer: state.keptFormer, left: [...left, ...state.lost], removedSnapshots,
  }
}

/**
 * What lies in the data folder, looked at until two looks agree: an operation over many files is then seen wholly or not at all. While one is
 * under way (its intent is there), what it left ready is taken too, so that the restored folder can finish it.
 */
async function listSettled({ io }: Surroundings, data: string): Promise<readonly TreeFile[]> {
  const look = async (): Promise<readonly TreeFile[]> => {
    const all = await listTree(io, data, (path) => !leftOut.includes(path))
    return all.some(({ path }) => path.startsWith('intents/')) ? all : all.filter(({ path }) => !path.split('/').some((name) => isTemporaryName(name) || name.startsWith('.building-')))
  }
  const names = (tree: readonly TreeFile[]): string => tree.map(({ path }) => path).join('\n')
  let tree = await look()
  for (let looks = 1; looks < mostLooks; looks += 1) {
    const again = await look()
    const isSame = names(again) === names(tree)
    tree = again
    if (isSame) break
  }
  return tree
}

async function formerSnapshot(place: BackupPlace, { folderId }: BackupWork): Promise<Revision<Snapshot> | null> {
  try {
    const former = await place.snapshot()
    if (former.data.folder !== folderId) throw new AppFailure({ code: 'backupPlaceTaken' })
    return former
  } catch (error) {
    if (error instanceof AppFailure && (error.error.code === 'backupMissing' || error.error.code === 'backupDamaged')) return null
    throw error
  }
}

async function presentObjects({ io }: Surroundings, { root }: BackupPlace): Promise<Set<string>> {
  const present = new Set<string>()
  for (const part of (await io.readdir(join(root, 'objects'))).filter((name) => /^[0-9a-f]{2}$/.test(name))) for (const name of await io.readdir(join(root, 'objects', part))) present.add(name)
  return present
}

function openRun(surroundings: Surroundings, work: BackupWork, place: BackupPlace, present: Set<string>, former: ReadonlyMap<string, SnapshotFile>, number: number) {
  const counts = { written: 0, rechecked: 0, repaired: 0 }
  const touched = new Map<string, string>()
  const keptFormer: string[] = []
  const lost: string[] = []
  const isDue = (hash: string): boolean => parseInt(hash.slice(0, 2), 16) % recheckParts === number % recheckParts

  async function write(hash: string, bytes: Uint8Array): Promise<void> {
    const folder = await ensureFolder(surroundings.io, join(place.root, 'objects'), hash.slice(0, 2))
    await writeChecked(surroundings, folder, hash, bytes)
    touched.set(folder, hash)
    present.add(hash)
  }

  /** An object of an earlier run, read again when it is due; false if it is damaged. */
  async function stands(hash: string): Promise<boolean> {
    if (!present.has(hash)) return false
    if (!isDue(hash)) return true
    counts.rechecked += 1
    return (await place.object(hash)) !== null
  }

  async function keep(file: TreeFile): Promise<SnapshotFile | 'vanished' | null> {
    const before = former.get(file.path)
    const isAsBefore = before !== undefined && before.bytes === file.bytes && before.modified === file.modified
    if (isAsBefore && (await stands(before.sha256))) return before
    const bytes = await surroundings.io.read(join(work.data, file.path)).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return null
      throw error
    })
    if (bytes === null) return 'vanished'
    const hash = sha256(bytes)
    if (judgeByName(file.path, bytes) === 'bad' && before !== undefined && before.sha256 !== hash && (await place.object(before.sha256)) !== null) {
      keptFormer.push(file.path)
      return before
    }
    if (!present.has(hash)) {
      await write(hash, bytes)
      counts.written += 1
    } else if (isAsBefore || (isDue(hash) && (await place.object(hash)) === null)) {
      await write(hash, bytes)
      counts.repaired += 1
    }
    if (isAsBefore && before.sha256 !== hash) lost.push(file.path)
    return { path: file.path, sha256: hash, bytes: bytes.length, modified: file.modified }
  }

  return { counts, touched, keptFormer, lost, keep }
}

/** Another program may have cleared what we found present: then this snapshot is not whole, and the next run writes it. */
async function refuseLost(surroundings: Surroundings, place: BackupPlace, files: readonly SnapshotFile[]): Promise<void> {
  const present = await presentObjects(surroundings, place)
  const lost = files.find(({ sha256: hash }) => !present.has(hash))
  if (lost !== undefined) throw new AppFailure({ code: 'diskFaulty', detail: { name: basename(lost.path) } })
}

/** Gives up snapshots that need not stay, then the objects that no snapshot names. What cannot be read keeps everything. Fails silently: only space is lost. */
async function rotate(surroundings: Surroundings, place: BackupPlace): Promise<number> {
  try {
    const { read, unreadable } = await place.all()
    const given = new Set(dispensableSnapshots(read.map(({ number, savedAt }) => ({ number, time: Date.parse(savedAt) })), surroundings.clock()))
    for (const number of given) await surroundings.io.unlink(join(place.root, 'snapshots', generationName(number)))
    if (unreadable.length > 0) return given.size
    await surroundings.io.flushDirectory(join(place.root, 'snapshots'))
    const named = new Set(read.filter(({ number }) => !given.has(number)).flatMap(({ data }) => data.files.map((file) => file.sha256)))
    for (const hash of await presentObjects(surroundings, place)) {
      if (named.has(hash)) continue
      const path = isTemporaryName(hash) ? null : objectPath(place.root, hash)
      if (path !== null && /^[0-9a-f]{64}$/.test(hash)) await removeQuietly(surroundings.io, path)
    }
    await clearTemporary(surroundings, place)
    return given.size
  } catch {
    return 0
  }
}

/** What runs that were cut off left half written. */
async function clearTemporary({ io }: Surroundings, { root }: BackupPlace): Promise<void> {
  for (const { path } of await listTree(io, root, (at, name) => !name.includes('.') || isTemporaryName(name) || dirname(at) === '.')) {
    if (isTemporaryName(basename(path))) await removeQuietly(io, join(root, path))
  }
}
