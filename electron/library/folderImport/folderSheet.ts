/** What became of every file of a folder, to be kept as a file: a table for spreadsheets, or plain text (SPEC FOLDER-9). */
import { csvCell } from '../../../shared/archive/catalogueText'
import { isCutOff, isToCheck, needsAttention, type FolderDoubt, type FolderJob, type FolderRow } from '../../../shared/ipc/folderImportContract'
import { reportKinds } from '../../../shared/report/kinds'
import { errorMessage, oneLine } from '../../../shared/text/errors'
import { doubtTextsOf, fateTexts, folderImportText as words, reportColumns, skipTexts } from '../../../shared/text/folderImport'

export type Fate = keyof typeof fateTexts

/** What became of a file, as things stand. */
export function fateOf({ state, isIn, isKnown }: FolderRow): Fate {
  if (state === 'stored') return isKnown === true ? 'known' : 'stored'
  if (state === 'ready') return isIn ? 'chosen' : 'left'
  return state
}

/** Doubts in words. */
function sentences(doubts: readonly FolderDoubt[], rows: readonly FolderRow[]): readonly string[] {
  return doubtTextsOf(doubts, (other) => rows.find(({ row }) => row === other)?.path ?? '').map(oneLine)
}

export function kindName(kind: FolderRow['kind']): string {
  return reportKinds.find(({ id }) => id === kind)?.name ?? ''
}

/** Every cell quoted, lines ended by CR LF, a byte order mark in front; every row of the import is in it. */
export function folderCsv(rows: readonly FolderRow[]): string {
  return `\ufeff${[reportColumns, ...rows.map((row) => cellsOf(row, rows))].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

/** The same for reading: the counts, then the files by what became of them. */
export function folderText(job: FolderJob, rows: readonly FolderRow[]): string {
  const parts = (Object.keys(fateTexts) as Fate[]).flatMap((fate) => {
    const of = rows.filter((row) => fateOf(row) === fate)
    return of.length === 0 ? [] : ['', `${fateTexts[fate]} ${of.length}`, ...of.map((row) => `  ${oneLine(row.path)}${whyText(row, rows)}`)]
  })
  return `${[words.reportName(oneLine(job.folderName)), countsText(rows), ...parts].join('\r\n')}\r\n`
}

/** How many came in, need attention, were refused or left out; before anything is stored, how many would. */
export function countsText(rows: readonly FolderRow[]): string {
  const stored = rows.filter(({ state }) => state === 'stored')
  const refused = rows.filter(({ state }) => state === 'refused' || state === 'failed')
  const chosen = rows.filter((row) => fateOf(row) === 'chosen')
  const counts = stored.length === 0 && chosen.length > 0 ? words.summary(chosen.length, chosen.filter(needsAttention).length, refused.length) : words.counts(stored.length, stored.filter(needsAttention).length, refused.length, rows.length - stored.length - refused.length)
  return `${counts}${isCutOff(rows) ? words.cutOff : ''}`
}

/** Why a row is as it is: what was refused and what to do, or why it was passed over, or its doubts. */
export function whyOf(row: FolderRow, rows: readonly FolderRow[]): string {
  return [...sentences(row.doubts, rows), ...reasonsOf(row)].join('；')
}

function whyText(row: FolderRow, rows: readonly FolderRow[]): string {
  const why = whyOf(row, rows)
  return why === '' ? '' : `\r\n    ${why}`
}

function reasonsOf({ error, skip }: FolderRow): readonly string[] {
  const told = error === undefined ? null : errorMessage(error)
  return [...(told === null ? [] : [`${told.found}${told.advice}`]), ...(skip === undefined ? [] : [skipTexts[skip]])]
}

function cellsOf(row: FolderRow, rows: readonly FolderRow[]): readonly string[] {
  const isRead = row.state !== 'refused' && row.state !== 'skipped' && row.state !== 'waiting'
  const toCheck = needsAttention(row) ? row.doubts.filter(isToCheck) : []
  const others = row.doubts.filter((doubt) => !toCheck.includes(doubt))
  return [
    row.path, fateTexts[fateOf(row)], ...(isRead ? [row.title, String(row.year), kindName(row.kind), row.unit, row.format] : ['', '', '', '', row.format]),
    sentences(toCheck, rows).join('；'), [...reasonsOf(row), ...sentences(others, rows)].join('；'), row.reportId ?? '',
  ]
}
