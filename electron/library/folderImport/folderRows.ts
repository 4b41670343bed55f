/** The rows of an import as the window and the command line show them: guesses with the clerk's corrections, and every doubt (SPEC FOLDER-5). */
import { needsAttention, type FolderDoubt, type FolderJob, type FolderRow } from '../../../shared/ipc/folderImportContract'
import type { Judged } from './judgeFiles'
import type { JobFile } from './jobRecord'
import { nameOf } from './lookAtFile'

/** A text of fewer characters is hardly a report. */
const shortReport = 50
const unjudged: Judged = { related: [] }

/** What will be stored of a file, and whether it will be. */
export function choiceOf(file: JobFile, judged: Judged = unjudged): Pick<FolderRow, 'title' | 'year' | 'kind' | 'unit' | 'isIn'> {
  const { looked, change, wasStored } = file
  return {
    title: change?.title ?? looked?.title ?? nameOf(file.path),
    year: change?.year ?? looked?.year ?? yearOf(file.modified),
    kind: change?.kind ?? looked?.kind ?? 'other',
    unit: change?.unit ?? looked?.unit ?? '',
    isIn: looked !== undefined && (change?.isIn ?? (judged.copyOf === undefined && judged.onShelf === undefined && wasStored === undefined)),
  }
}

export function folderRow(file: JobFile, row: number, judged: Judged = unjudged): FolderRow {
  const { path, bytes, looked, stored, failed, error, skip } = file
  const shown = stored === undefined ? (failed ?? error) : undefined
  return {
    row, path, bytes, state: stateOf(file), format: looked?.format ?? '', ...choiceOf(file, judged), doubts: doubtsOf(file, judged),
    ...(shown === undefined ? {} : { error: shown }), ...(skip === undefined ? {} : { skip }), ...(stored === undefined ? {} : stored),
  }
}

function stateOf({ skip, stored, failed, error, looked }: JobFile): FolderRow['state'] {
  if (skip !== undefined) return 'skipped'
  if (stored !== undefined) return 'stored'
  if (error !== undefined) return 'refused'
  if (failed !== undefined) return 'failed'
  return looked === undefined ? 'waiting' : 'ready'
}

function doubtsOf({ looked, change, stored, wasStored }: JobFile, { copyOf, related, onShelf }: Judged): FolderDoubt[] {
  if (looked === undefined) return []
  const { titleFrom, year, isYearDoubtful, otherYear, findings, setAside, met, toCheck, characters } = looked
  const counted = ([['findings', findings], ['setAside', setAside]] as const)
    .flatMap(([code, count]) => (count > 0 ? [{ code, count }] : []))
  return [
    ...(onShelf === undefined || stored !== undefined ? [] : [{ code: 'onShelf' as const, reportId: onShelf }]),
    ...(wasStored === undefined || onShelf !== undefined ? [] : [{ code: 'wasStored' as const }]),
    ...(copyOf === undefined ? [] : [{ code: 'copy' as const, other: copyOf }]),
    ...related.map((other) => ({ code: 'related' as const, other })),
    ...(titleFrom === 'fileName' && change?.title === undefined ? [{ code: 'noTitle' as const }] : []),
    ...(change?.year !== undefined ? [] : year === null ? [{ code: 'yearUnknown' as const }] : isYearDoubtful ? [{ code: 'yearDoubtful' as const, ...(otherYear === null ? {} : { count: otherYear }) }] : []),
    ...(characters < shortReport ? [{ code: 'short' as const, count: characters }] : []),
    ...counted,
    ...met.map((text) => ({ code: toCheck.includes(text) ? ('met' as const) : ('aside' as const), text })),
  ]
}

/** The year in which the file was written last: the last resort. */
function yearOf(modified: number): number {
  const year = new Date(modified).getFullYear()
  return year >= 1900 && year <= 2999 ? year : 2000
}

/** The counts of a job. */
export function folderCounts(rows: readonly FolderRow[]): Omit<FolderJob, 'job' | 'folderName' | 'openedAt' | 'finishedAt'> {
  const of = (state: FolderRow['state']): number => rows.filter((row) => row.state === state).length
  return {
    files: rows.length, waiting: of('waiting'), ready: of('ready'), refused: of('refused'), skipped: of('skipped'), failed: of('failed'), stored: of('stored'),
    chosen: rows.filter(({ state, isIn }) => isIn && (state === 'ready' || state === 'failed')).length,
    attention: rows.filter(needsAttention).length,
  }
}
