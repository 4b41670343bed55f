/**
 * Two printed documents as one with its changes (SPEC REDLINE-1): what stands in both, what was removed, what was added. The printed paragraphs are
 * compared, not the report's blocks, so that numbers, 落款 and the list of attachments read in each version as they were printed.
 */
import { assertNever } from '../../../shared/base/invariant'
import { compareBlocks } from '../../../shared/compare/compareReports'
import { compareText } from '../../../shared/compare/compareText'
import { afterOf, type TextPiece } from '../../../shared/compare/textPieces'
import type { PrintCell, PrintDocument, PrintParagraph, PrintRun, PrintTable } from '../../../shared/print/printDocument'
import { comparable, printChanges, type Change, type PrintChange } from './printChanges'

/** A run with what became of it; `was` is how a run that stayed was set before. */
export interface TrackedRun {
  readonly run: PrintRun
  readonly change?: Change
  readonly was?: PrintRun
}

/** `end` is what became of the end of the paragraph; `was` is how a paragraph that stayed was set before. */
export interface TrackedParagraph {
  readonly kind: 'paragraph'
  readonly set: PrintParagraph
  readonly runs: readonly TrackedRun[]
  readonly end?: Change
  readonly was?: PrintParagraph
}

/** A table with the rows of both versions; `rows` says for each row of `set` what became of it and of the text of its cells. */
export interface TrackedTable {
  readonly kind: 'table'
  readonly set: PrintTable
  readonly rows: readonly TrackedRow[]
  /** A table of other columns that stood at this place: its rows come first, all removed. */
  readonly former?: TrackedTable
}

export interface TrackedRow {
  readonly cells: readonly (readonly TextPiece[])[]
  readonly change?: Change
}

export type TrackedBlock = TrackedParagraph | TrackedTable

/** The blocks of both documents in reading order. */
export function trackedBlocks(before: PrintDocument, after: PrintDocument): readonly TrackedBlock[] {
  return printChanges(before, after).map(track)
}

function track(change: PrintChange): TrackedBlock {
  switch (change.kind) {
    case 'pair': return trackPair(change.before, change.after, change.end)
    case 'tablePair': return trackTables(change.before, change.after)
    case 'replaced': return { ...wholeTable(change.after, 'added'), former: wholeTable(change.before, 'removed') }
    case 'added': case 'removed': return change.block.kind === 'table' ? wholeTable(change.block, change.kind) : trackAlone(change.block, change.kind, 'endOf' in change ? change.endOf : undefined)
    default: return assertNever(change)
  }
}

function trackAlone(block: PrintParagraph, change: Change, endOf?: { readonly before: PrintParagraph; readonly after: PrintParagraph }): TrackedParagraph {
  const runs = block.runs.map((run) => ({ run, change }))
  if (endOf === undefined) return { kind: 'paragraph', set: block, end: change, runs }
  return change === 'added' ? { kind: 'paragraph', set: block, was: endOf.before, runs } : { kind: 'paragraph', set: endOf.after, was: block, runs }
}

function trackPair(before: PrintParagraph, after: PrintParagraph, end?: Change): TrackedParagraph {
  return { kind: 'paragraph', set: after, runs: trackRuns(before.runs, after.runs), ...(end === undefined ? {} : { end }), ...(shapeOf(before) === shapeOf(after) ? {} : { was: before }) }
}

function shapeOf({ style, indent, align, tabs, keepNext, pageBreakBefore, before, line, rule }: PrintParagraph): string {
  return JSON.stringify([style, indent, align, tabs, keepNext, pageBreakBefore, before, line, rule])
}

/** The pieces of the change cut at the borders of both versions' runs. */
function trackRuns(before: readonly PrintRun[], after: readonly PrintRun[]): readonly TrackedRun[] {
  const readers = [runReader(before), runReader(after)] as const
  return compareText(before.map((run) => run.text).join(''), after.map((run) => run.text).join('')).flatMap(({ kind, text }): readonly TrackedRun[] => {
    if (kind === 'removed') return readers[0](text.length).map((run) => ({ run, change: kind }))
    if (kind === 'added') return readers[1](text.length).map((run) => ({ run, change: kind }))
    const old = readers[0](text.length)
    const oldReader = runReader(old)
    return readers[1](text.length).flatMap((run) => {
      const newReader = runReader([run])
      return oldReader(run.text.length).map((was) => {
        const now = newReader(was.text.length)[0] ?? run
        return mannerOf(was) === mannerOf(now) ? { run: now } : { run: now, was }
      })
    })
  })
}

/** Takes the next `length` UTF-16 units off a list of runs at every call. */
function runReader(runs: readonly PrintRun[]): (length: number) => readonly PrintRun[] {
  let index = 0
  let offset = 0
  return (length) => {
    const taken: PrintRun[] = []
    let left = length
    while (left > 0) {
      const run = runs[index]
      if (run === undefined) break
      const text = run.text.slice(offset, offset + left)
      left -= text.length
      offset += text.length
      if (text !== '') taken.push({ ...run, text })
      if (offset >= run.text.length) {
        index += 1
        offset = 0
      }
    }
    return taken
  }
}

function mannerOf(run: PrintRun): string {
  return `${run.font} ${run.size} ${run.isRed}${run.bold ? ' bold' : ''}${run.italic ? ' italic' : ''}${run.underline ? ' underline' : ''}`
}

function trackTables(before: PrintTable, after: PrintTable): TrackedTable {
  const change = compareBlocks([comparable(before, 'table')], [comparable(after, 'table')])[0]
  if (change?.kind !== 'changedTable') return { kind: 'table', set: after, rows: wholeRows(after, 'same') }
  let at = 0
  const isMerged = isSameGrid(before, after) && change.table.rows.every((row) => row.kind === 'same' || row.kind === 'changed')
  const printed: (readonly PrintCell[])[] = []
  const rows = change.table.rows.map((row): TrackedRow => {
    const like = after.rows[Math.min(at, after.rows.length - 1)] ?? []
    printed.push(row.cells.map((pieces, column): PrintCell => ({ ...(isMerged ? like[column] : {}), text: afterOf(pieces), align: like[column]?.align ?? 'center' })))
    if (row.kind !== 'removed') at += 1
    return { cells: row.cells, ...(row.kind === 'added' || row.kind === 'removed' ? { change: row.kind } : {}) }
  })
  return { kind: 'table', set: { ...after, rows: printed }, rows }
}

/** Merged cells stay merged where both versions have the same ones; where rows came and went an area may not be the same before and after. */
function isSameGrid(before: PrintTable, after: PrintTable): boolean {
  const grid = ({ rows }: PrintTable): string => JSON.stringify(rows.map((row) => row.map((cell) => [cell.rows, cell.columns, cell.covered])))
  return grid(before) === grid(after)
}

function wholeTable(table: PrintTable, change: Change): TrackedTable {
  return { kind: 'table', set: table, rows: wholeRows(table, change).map((row) => ({ ...row, change })) }
}

function wholeRows(table: PrintTable, kind: TextPiece['kind']): readonly TrackedRow[] {
  return table.rows.map((row) => ({ cells: row.map(({ text }) => (text === '' ? [] : [{ kind, text }])) }))
}
