/**
 * One report with its whole history out of a backup (SPEC BACKUP-7): under its own id if the library lacks it, else as a new report beside it.
 * What belongs to it lies ready before the report's folder gets its name, in one step, so it is there whole or not at all.
 */
import { join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import type { Envelope } from '../../../shared/store/envelope'
import { decodeData } from '../../../shared/store/format'
import type { SnapshotFile } from '../../../shared/store/snapshotSchema'
import { reportFormat, type StoredReport } from '../../../shared/store/storedReportSchema'
import { flushFolders, writeChecked } from '../../storage/checkedWrite'
import { removeTree } from '../../storage/folderTree'
import { encodeGeneration, verifyGeneration } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import { withPatience } from '../../storage/patience'
import { ensureFolder, exists, publish } from '../../storage/publish'
import { openBackupPlace, type BackupPlace } from './backupPlace'

export interface ReportInBackup {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly state: StoredReport['report']['state']
  readonly savedAt: string
  readonly generations: number
}

const reportPath = /^reports\/(r-[0-9a-z]{26})\/g\d{10}\.json$/

/** The reports that a snapshot holds, newest year first, each by its newest generation that can be read. */
export async function reportsInBackup(surroundings: Surroundings, given: { readonly place: string; readonly snapshot?: number }): Promise<readonly ReportInBackup[]> {
  const place = await readablePlace(surroundings, given.place)
  const byReport = new Map<string, SnapshotFile[]>()
  for (const file of (await place.snapshot(given.snapshot)).data.files) {
    const id = reportPath.exec(file.path)?.[1]
    if (id !== undefined) byReport.set(id, [...(byReport.get(id) ?? []), file])
  }
  const found: ReportInBackup[] = []
  for (const [id, files] of byReport) {
    for (const file of [...files].sort((a, b) => (a.path < b.path ? 1 : -1))) {
      const read = await readGeneration(place, file)
      if (read === null) continue
      const { title, year, state } = read.stored.report
      found.push({ id, title: title.join(''), year, state, savedAt: read.envelope.time, generations: files.length })
      break
    }
  }
  return found.sort((a, b) => b.year - a.year || (a.title < b.title ? -1 : 1))
}

export interface RestoredReport {
  readonly id: string
  /** Whether the library had the report, so that it stands beside it under a new id. */
  readonly isCopy: boolean
  readonly generations: number
  /** Files of the report that are missing or damaged in the backup. */
  readonly missing: readonly string[]
}

/** How many reports a snapshot holds, whether they can be read or not. */
export function countReports(files: readonly SnapshotFile[]): number {
  return new Set(files.flatMap(({ path }) => reportPath.exec(path)?.[1] ?? [])).size
}

/** Restores one report into the data folder `root`. Throws an AppFailure; then the library is as it was. */
export async function restoreReport(surroundings: Surroundings, root: string, given: { readonly place: string; readonly snapshot?: number; readonly id: string; readonly newId: string }): Promise<RestoredReport> {
  const { io, patience } = surroundings
  const place = await readablePlace(surroundings, given.place)
  const { files } = (await place.snapshot(given.snapshot)).data
  const folder = `reports/${given.id}/`
  const own = files.filter(({ path }) => path.startsWith(folder))
  const missing: string[] = []
  const history: Array<{ readonly path: string; readonly bytes: Uint8Array; readonly read: Generation | null }> = []
  for (const file of own) {
    const bytes = await place.object(file.sha256)
    if (bytes === null) missing.push(file.path)
    else history.push({ path: file.path.slice(folder.length), bytes, read: reportPath.test(file.path) ? decodeGeneration(bytes) : null })
  }
  const generations = history.filter(({ read }) => read !== null).length
  if (generations === 0) throw new AppFailure({ code: 'reportNotFound', detail: { id: given.id } })
  const isCopy = await exists(io, join(root, 'reports', given.id))
  const id = isCopy ? given.newId : given.id
  missing.push(...(await putBeside(surroundings, root, place, files, Buffer.concat(history.map(({ bytes }) => bytes)).toString('latin1'), isCopy ? null : given.id)))
  const reports = join(root, 'reports')
  const building = await ensureFolder(io, reports, `.building-${surroundings.randomName()}`)
  try {
    const folders = new Map<string, string>()
    for (const { path, bytes, read } of history) {
      const parts = path.split('/')
      const name = parts.pop() ?? ''
      const inside = await ensureFolder(io, building, ...parts)
      await writeChecked(surroundings, inside, name, isCopy && read !== null ? underId(read, id) : bytes)
      folders.set(inside, name)
    }
    await flushFolders(surroundings, folders)
    if (await exists(io, join(reports, id))) throw new AppFailure({ code: 'saveConflict' })
    await withPatience(patience, () => io.rename(building, join(reports, id)))
    await io.flushDirectory(reports)
  } catch (error) {
    await removeTree(io, building).catch(() => undefined)
    throw error
  }
  return { id, isCopy, generations, missing }
}

/** A place whose objects are read with the passphrase of the folder, if it has one. */
async function readablePlace(surroundings: Surroundings, path: string): Promise<BackupPlace> {
  const place = await openBackupPlace(surroundings, path)
  const open = surroundings.lock?.open ?? ((bytes: Uint8Array) => bytes)
  return {
    ...place,
    object: async (hash) => {
      const bytes = await place.object(hash)
      return bytes === null ? null : open(bytes)
    },
  }
}

interface Generation {
  readonly envelope: Envelope
  readonly stored: StoredReport
}

async function readGeneration(place: BackupPlace, file: SnapshotFile): Promise<Generation | null> {
  const bytes = await place.object(file.sha256)
  return bytes === null ? null : decodeGeneration(bytes)
}

function decodeGeneration(bytes: Uint8Array): Generation | null {
  const verdict = verifyGeneration(bytes, null)
  if (verdict.kind === 'bad') return null
  const decoded = decodeData(reportFormat, verdict.envelope.version, verdict.envelope.data)
  return decoded.kind === 'value' ? { envelope: verdict.envelope, stored: decoded.value } : null
}

/** The same generation of a report with another id. What was filed stays filed once: the copy is a final report. */
export function underId({ envelope, stored }: Generation, id: string): Uint8Array {
  const { filing: _filing, ...report } = stored.report
  const state = report.state === 'filed' ? 'final' : report.state
  return encodeGeneration({ ...envelope, version: reportFormat.version, data: { ...stored, report: { ...report, id, state } } }).bytes
}

/** Pictures, imported files and what was filed, all under names that say their bytes; what is there already stays. Gives what could not be read. */
async function putBeside(surroundings: Surroundings, root: string, place: BackupPlace, files: readonly SnapshotFile[], history: string, ownId: string | null): Promise<readonly string[]> {
  const missing: string[] = []
  for (const file of files) {
    const isNamed = /^(pictures|originals)\/[0-9a-f]{64}\.bin$/.test(file.path) && history.includes(file.path.slice(-68, -4))
    const isFiled = ownId !== null && /^archive\/\d{4}\//.test(file.path) && file.path.split('/')[2] === ownId
    if (!isNamed && !isFiled) continue
    const bytes = await place.object(file.sha256)
    if (bytes === null) {
      missing.push(file.path)
      continue
    }
    const parts = file.path.split('/')
    const name = parts.pop() ?? ''
    const folder = await ensureFolder(surroundings.io, root, ...parts)
    if ((await publish(surroundings, folder, name, bytes)) === 'taken') await surroundings.io.flushDirectory(folder)
  }
  return missing
}

