/** Everything of a snapshot into a new folder (SPEC BACKUP-6): built beside it, read again, and given its name at the end, whole or not at all. */
import { basename, dirname, join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { endIfCancelled, type Watch } from '../../../shared/base/watch'
import type { Snapshot } from '../../../shared/store/snapshotSchema'
import { flushFolders, writeChecked } from '../../storage/checkedWrite'
import { removeTree } from '../../storage/folderTree'
import type { Revision, Surroundings } from '../../storage/generations'
import { withPatience } from '../../storage/patience'
import { ensureFolder, exists } from '../../storage/publish'
import { errnoOf } from '../../storage/storageIo'
import { openBackupPlace, type BackupPlace } from './backupPlace'

export interface RestoreWork extends Watch {
  readonly place: string
  /** The newest one if it is not said. */
  readonly snapshot?: number
  /** A folder that does not exist yet, or is empty; the one above it must exist. */
  readonly target: string
}

export interface RestoreOutcome {
  readonly snapshot: Revision<Snapshot>
  readonly files: number
  readonly bytes: number
  /** Files whose object is missing or damaged in the backup; everything else is there. */
  readonly missing: readonly string[]
}

/** Restores everything. Throws an AppFailure; then the target is as it was. */
export async function restoreFolder(surroundings: Surroundings, work: RestoreWork): Promise<RestoreOutcome> {
  const { io, patience } = surroundings
  const place = await openBackupPlace(surroundings, work.place)
  const snapshot = await place.snapshot(work.snapshot)
  const above = dirname(work.target)
  await refuseFull(surroundings, work.target, above)
  const building = await ensureFolder(io, above, `.building-${surroundings.randomName()}`)
  try {
    const missing = await build(surroundings, place, snapshot.data, building, work)
    await refuseFull(surroundings, work.target, above)
    await withPatience(patience, () => io.rename(building, work.target)).catch(refuseTaken(work.target))
    await io.flushDirectory(above)
    const { files } = snapshot.data
    return { snapshot, files: files.length - missing.length, bytes: files.reduce((sum, { path, bytes }) => sum + (missing.includes(path) ? 0 : bytes), 0), missing }
  } catch (error) {
    await removeTree(io, building).catch(() => undefined)
    throw error
  }
}

async function build(surroundings: Surroundings, place: BackupPlace, { files }: Snapshot, building: string, work: RestoreWork): Promise<readonly string[]> {
  const { io } = surroundings
  const missing: string[] = []
  const folders = new Map<string, string>()
  const made = new Set<string>()
  for (const [index, { path, sha256: hash }] of files.entries()) {
    endIfCancelled(work)
    work.progress?.({ done: index, total: files.length })
    const bytes = await place.object(hash)
    if (bytes === null) {
      if (missing.length === 0) await openBackupPlace(surroundings, work.place)
      missing.push(path)
      continue
    }
    const parts = path.split('/').slice(0, -1)
    const folder = join(building, ...parts)
    if (!made.has(folder)) await ensureFolder(io, building, ...parts)
    made.add(folder)
    await writeChecked(surroundings, folder, basename(path), bytes)
    folders.set(folder, basename(path))
  }
  await flushFolders(surroundings, folders)
  work.progress?.({ done: files.length, total: files.length })
  return missing
}

async function refuseFull({ io }: Surroundings, target: string, above: string): Promise<void> {
  if (!(await exists(io, above))) throw new AppFailure({ code: 'folderNotFound', detail: { folder: basename(above) } })
  if (!(await exists(io, target))) return
  if (!(await io.stat(target)).isFolder || (await io.readdir(target)).length > 0) throw new AppFailure({ code: 'folderNotEmpty', detail: { folder: basename(target) } })
}

/** Where an empty folder cannot be replaced (Windows), the clerk is asked for one that does not exist. */
function refuseTaken(target: string): (error: unknown) => never {
  return (error) => {
    throw ['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES'].includes(errnoOf(error)) ? new AppFailure({ code: 'folderNotEmpty', detail: { folder: basename(target) } }, error) : error
  }
}
