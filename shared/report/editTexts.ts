/** Every text of a report one by one, and edits inside them (SPEC FIND-5): no number, block, row or cell comes or goes. */
import { runsText } from './blockText'
import type { Block, Report, Run } from './report'

/** Where a text stands. Indices count lines as the report holds them. */
export type TextPlace =
  | { readonly kind: 'title' | 'attachment' | 'signature'; readonly index: number }
  | { readonly kind: 'addressee' | 'date' | 'note' }
  | { readonly kind: 'block'; readonly blockId: string }
  | { readonly kind: 'cell'; readonly blockId: string; readonly row: number; readonly column: number }

/** UTF-16 range that becomes `text`. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The parts of a report that hold text. */
export type ReportTexts = Pick<Report, 'title' | 'addressee' | 'blocks' | 'attachments' | 'signature' | 'date' | 'note'>

/**
 * Asks `edit` for every text in printed order, empty ones included, and makes the edits that it gives: in order, not overlapping. The manner of
 * the text replaced is kept ({@link mannerOf}). What does not change stays the same object, the whole report included. A line of title, attachments or
 * signature that becomes empty goes.
 */
export function editTexts<Texts extends ReportTexts>(report: Texts, edit: (text: string, place: TextPlace) => readonly TextEdit[]): Texts {
  const line = (text: string, place: TextPlace): string => applyEdits(text, edit(text, place))
  const lines = (kind: 'title' | 'attachment' | 'signature', texts: readonly string[]): readonly string[] => same(texts, texts.map((text, index) => line(text, { kind, index })), true)
  const title = lines('title', report.title)
  const addressee = line(report.addressee, { kind: 'addressee' })
  const blocks = same(report.blocks, report.blocks.map((block) => editBlock(block, edit)), false)
  const attachments = lines('attachment', report.attachments)
  const signature = lines('signature', report.signature)
  const date = line(report.date, { kind: 'date' })
  const note = line(report.note, { kind: 'note' })
  const isSame = title === report.title && addressee === report.addressee && blocks === report.blocks && attachments === report.attachments
    && signature === report.signature && date === report.date && note === report.note
  return isSame ? report : { ...report, title, addressee, blocks, attachments, signature, date, note }
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text
  let at = 0
  const pieces = edits.map((edit) => {
    const kept = text.slice(at, edit.from)
    at = edit.to
    return kept + edit.text
  })
  return pieces.join('') + text.slice(at)
}

/** The manner that a text takes which replaces `from` … `to`: that of the first character, and 待更新 if any part of it is. */
export function mannerOf(runs: readonly Run[], from: number, to: number): Omit<Run, 'text'> {
  let start = 0
  let manner: Omit<Run, 'text'> | null = null
  let isStale = false
  for (const { text, ...own } of runs) {
    const end = start + text.length
    if (start < to && from < end) {
      manner ??= own
      isStale ||= own.stale === true
    }
    start = end
  }
  return isStale ? { ...manner, stale: true } : manner ?? {}
}

function editBlock(block: Block, edit: (text: string, place: TextPlace) => readonly TextEdit[]): Block {
  if (block.kind === 'pageBreak') return block
  if (block.kind === 'image') {
    const caption = applyEdits(block.caption, edit(block.caption, { kind: 'block', blockId: block.id }))
    return caption === block.caption ? block : { ...block, caption }
  }
  if (block.kind === 'text') {
    const edits = edit(runsText(block.runs), { kind: 'block', blockId: block.id })
    return edits.length === 0 ? block : { ...block, runs: editRuns(block.runs, edits) }
  }
  const rows = same(block.rows, block.rows.map((cells, row) => same(cells, cells.map((text, column) => applyEdits(text, edit(text, { kind: 'cell', blockId: block.id, row, column }))), false)), false)
  return rows === block.rows ? block : { ...block, rows }
}

/** The runs with the edits made; neighbours of one manner are joined, so equal text in equal manner is an equal value. */
function editRuns(runs: readonly Run[], edits: readonly TextEdit[]): readonly Run[] {
  const pieces: Run[] = []
  let at = 0
  for (const edit of edits) {
    pieces.push(...sliceRuns(runs, at, edit.from))
    if (edit.text !== '') pieces.push({ ...mannerOf(runs, edit.from, edit.to), text: edit.text })
    at = edit.to
  }
  pieces.push(...sliceRuns(runs, at, runsText(runs).length))
  const joined: Run[] = []
  for (const piece of pieces) {
    const last = joined[joined.length - 1]
    if (last !== undefined && isSameManner(last, piece)) joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let start = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

function isSameManner(one: Run, other: Run): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.underline === other.underline && one.stale === other.stale
}

/** `before` if nothing changed; empty lines are dropped only where something did. */
function same<Value>(before: readonly Value[], after: readonly Value[], dropsEmpty: boolean): readonly Value[] {
  if (after.every((value, index) => value === before[index])) return before
  return dropsEmpty ? after.filter((value, index) => (value as unknown) !== '' || before[index] === value) : after
}
