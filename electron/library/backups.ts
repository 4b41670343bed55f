/** Backups of the data folder and what can be had back from them (SPEC BACKUP). */
import { join } from 'node:path'
import type { Result } from '../../shared/base/result'
import type { Watch } from '../../shared/base/watch'
import { backUp, type BackupOutcome } from '../archive/backup/backUp'
import { openBackupPlace, prepareBackupPlace } from '../archive/backup/backupPlace'
import { restoreFolder } from '../archive/backup/restoreFolder'
import { countReports, reportsInBackup, restoreReport, type ReportInBackup, type RestoredReport } from '../archive/backup/restoreReport'
import { removeTree } from '../storage/folderTree'
import type { Surroundings } from '../storage/generations'
import { attempt } from './attempt'
import { folderIdentity } from './folderFormat'

export interface SnapshotRow {
  readonly number: number
  readonly savedAt: string
  readonly files: number
  readonly bytes: number
}

export interface RestoredFolder {
  readonly snapshot: number
  readonly savedAt: string
  readonly files: number
  readonly bytes: number
  readonly missing: readonly string[]
}

/** What a drill proved. `differing`: files that were not what the snapshot says; `unopened`: reports that the library could not open. */
export interface Drill extends RestoredFolder {
  readonly reports: number
  readonly unopened: readonly string[]
  readonly isWhole: boolean
}

export interface Backups {
  /** Makes `andu-backup` in the place, once, when it is chosen. */
  prepare(given: { readonly place: string }): Promise<Result<undefined>>
  backUp(given: { readonly place: string }, watch?: Watch): Promise<Result<BackupOutcome>>
  /** The reports of a snapshot; the newest if none is named. */
  reports(given: { readonly place: string; readonly snapshot?: number }): Promise<Result<readonly ReportInBackup[]>>
  restoreReport(given: { readonly place: string; readonly snapshot?: number; readonly id: string }): Promise<Result<RestoredReport>>
}

/** `noteRestored`: a report came in beside the services. */
export function bindBackups(surroundings: Surroundings, root: string, given: { readonly newId: () => string; readonly noteRestored: () => Promise<void> }): Backups {
  /** One at a time: a second one would copy the same files beside the first. */
  let tail: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = tail.then(work)
    tail = done.catch(() => undefined)
    return done
  }
  return {
    prepare: ({ place }) => attempt(() => alone(() => prepareBackupPlace(surroundings, place).then(() => undefined))),
    backUp: ({ place }, watch = {}) => attempt(() => alone(async () => backUp(surroundings, { place, data: root, folderId: await folderIdentity(surroundings, root), ...watch }))),
    reports: (request) => attempt(() => reportsInBackup(surroundings, request)),
    restoreReport: (request) => attempt(() => alone(async () => {
      const restored = await restoreReport(surroundings, root, { ...request, newId: given.newId() })
      await given.noteRestored()
      return restored
    })),
  }
}

/** The snapshots of a backup, newest first. */
export function listSnapshots(surroundings: Surroundings, place: string): Promise<Result<readonly SnapshotRow[]>> {
  return attempt(async () => (await (await openBackupPlace(surroundings, place)).all()).read.map(({ number, savedAt, data: { files } }) => ({ number, savedAt, files: files.length, bytes: sum(files) })))
}

export interface RestoreRequest {
  readonly place: string
  readonly snapshot?: number
  /** A folder that does not exist yet, or is empty. */
  readonly target: string
}

/** Everything of a snapshot into a new folder; needs no library. */
export function restoreEverything(surroundings: Surroundings, request: RestoreRequest, watch: Watch = {}): Promise<Result<RestoredFolder>> {
  return attempt(() => restored(surroundings, request, watch))
}

/**
 * The restore drill: everything into a folder below `temporary`, opened with the library, compared with the snapshot, and removed. `open` opens
 * a data folder and gives how many reports it lists and which of them do not open.
 * `inside` are the surroundings for it: with the passphrase of the folder that was backed up, if it has one.
 */
export function runDrill(
  surroundings: Surroundings,
  request: { readonly place: string; readonly snapshot?: number; readonly temporary: string },
  open: (folder: string, inside: Surroundings) => Promise<{ readonly reports: number; readonly unopened: readonly string[] }>,
  watch: Watch = {},
): Promise<Result<Drill>> {
  return attempt(async () => {
    const target = join(request.temporary, `andu-drill-${surroundings.randomName()}`)
    try {
      const outcome = await restored(surroundings, { ...request, target }, watch)
      const opened = await open(target, surroundings.lock?.inCopy(target) ?? surroundings)
      const expected = countReports((await (await openBackupPlace(surroundings, request.place)).snapshot(outcome.snapshot)).data.files)
      const isWhole = outcome.missing.length === 0 && opened.unopened.length === 0 && opened.reports === expected
      return { ...outcome, ...opened, isWhole }
    } finally {
      await removeTree(surroundings.io, target).catch(() => undefined)
    }
  })
}

async function restored(surroundings: Surroundings, request: RestoreRequest, watch: Watch): Promise<RestoredFolder> {
  const { snapshot, files, bytes, missing } = await restoreFolder(surroundings, { ...request, ...watch })
  return { snapshot: snapshot.number, savedAt: snapshot.savedAt, files, bytes, missing }
}

function sum(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0)
}

