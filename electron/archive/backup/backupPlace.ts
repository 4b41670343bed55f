/** The folder `andu-backup` in a place that the clerk chose (SPEC BACKUP-1): objects by their hash, snapshots, and a README in words. */
import { basename, join, relative } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { snapshotFormat, type Snapshot } from '../../../shared/store/snapshotSchema'
import { backupReadme, backupReadmeName } from '../../../shared/text/backup'
import { sha256 } from '../../storage/generationFile'
import { openGenerations, type Generations, type Revision, type Surroundings } from '../../storage/generations'
import { ensureFolder, exists, publish } from '../../storage/publish'
import { errnoOf } from '../../storage/storageIo'

/** What the folder is called in the place. */
export const backupFolderName = 'andu-backup'

export interface BackupPlace {
  /** Absolute path of `andu-backup`. */
  readonly root: string
  readonly snapshots: Generations<Snapshot>
  /** The newest snapshot that can be read, or a named one; throws `backupMissing` or `backupDamaged`. */
  readonly snapshot: (number?: number) => Promise<Revision<Snapshot>>
  /** Every snapshot that can be read, newest first, and the numbers of the others. */
  readonly all: () => Promise<{ readonly read: readonly Revision<Snapshot>[]; readonly unreadable: readonly number[] }>
  /** The bytes of an object; null if they are missing or damaged. */
  readonly object: (hash: string) => Promise<Uint8Array | null>
}

/** Makes `andu-backup` in a place, which must exist. Only when the clerk chooses the place: never when an automatic backup does not find it. */
export async function prepareBackupPlace(surroundings: Surroundings, place: string): Promise<void> {
  const { io } = surroundings
  if (!(await isFolder(surroundings, place))) throw new AppFailure({ code: 'backupPlaceGone', detail: { folder: basename(place) } })
  const root = await ensureFolder(io, place, backupFolderName)
  for (const part of ['objects', 'snapshots']) await ensureFolder(io, root, part)
  await publish({ ...surroundings, access: 'shared' }, root, backupReadmeName, Buffer.from(backupReadme.replace(/\n/g, '\r\n'), 'utf8'))
}

/** The backup in a place; throws `backupPlaceGone` if the place or the backup in it is not there. Nothing is made. */
export async function openBackupPlace(surroundings: Surroundings, place: string): Promise<BackupPlace> {
  const { io } = surroundings
  const root = join(place, backupFolderName)
  if (!(await isFolder(surroundings, join(root, 'snapshots')))) {
    const isPlaceThere = await isFolder(surroundings, place)
    throw new AppFailure({ code: isPlaceThere ? 'backupMissing' : 'backupPlaceGone', detail: { folder: basename(place) } })
  }
  const nowhere = { numbers: async () => [], take: async () => false }
  const snapshots = openGenerations(surroundings, join(root, 'snapshots'), snapshotFormat, nowhere)
  const readable = async (number: number): Promise<Revision<Snapshot> | null> => snapshots.read(number).catch(onlyDamage)
  return {
    root,
    snapshots,
    snapshot: async (number) => {
      if (number !== undefined) {
        const read = (await snapshots.numbers()).includes(number) ? await readable(number) : null
        if (read === null) throw new AppFailure({ code: 'backupDamaged', detail: { number } })
        return read
      }
      const numbers = await snapshots.numbers()
      for (const each of numbers) {
        const read = await readable(each)
        if (read !== null) return read
      }
      throw new AppFailure(numbers.length === 0 ? { code: 'backupMissing', detail: { folder: basename(place) } } : { code: 'backupDamaged', detail: { number: numbers[0] ?? 0 } })
    },
    all: async () => {
      const read: Revision<Snapshot>[] = []
      const unreadable: number[] = []
      for (const number of await snapshots.numbers()) {
        const each = await readable(number)
        if (each === null) unreadable.push(number)
        else read.push(each)
      }
      return { read, unreadable }
    },
    object: async (hash) => {
      try {
        const bytes = await io.read(objectPath(root, hash))
        return sha256(bytes) === hash ? bytes : null
      } catch (error) {
        if (errnoOf(error) === '') throw error
        return null
      }
    },
  }
}

/** Where an object lies. */
export function objectPath(root: string, hash: string): string {
  return join(root, 'objects', hash.slice(0, 2), hash)
}

/** Throws if the place lies in the data folder, or the data folder in the backup: one would copy the other without end. */
export function refuseNested(place: string, data: string): void {
  if (isInside(place, data) || isInside(data, join(place, backupFolderName))) throw new AppFailure({ code: 'backupPlaceInside', detail: { folder: basename(place) } })
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!/^\.\.([/\\]|$)/.test(way) && !/^([A-Za-z]:|[/\\])/.test(way))
}

async function isFolder({ io }: Surroundings, path: string): Promise<boolean> {
  return (await exists(io, path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOTDIR') return false
    throw error
  })) && (await io.stat(path)).isFolder
}

function onlyDamage(error: unknown): null {
  if (error instanceof AppFailure && ['reportDamaged', 'reportNotFound', 'reportInvalid', 'reportUnreadable', 'reportNewer'].includes(error.error.code)) return null
  throw error
}
