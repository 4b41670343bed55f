/** What the comparison view draws, row by row (SPEC VERSION-8): pure, so that it can be tested without a page. */
import { assignNumbers } from '../../shared/outline/assignNumbers'
import { leadLength } from '../../shared/outline/leadLength'
import type { ReportContent } from '../../shared/outline/reportContent'
import { blockText } from '../../shared/report/blockText'
import type { Block, TextBlock } from '../../shared/report/report'
import { compareReports, comparedFields, type BlockChange, type ComparedField, type ReportComparison } from '../../shared/compare/compareReports'
import type { ComparedTable } from '../../shared/compare/compareTables'
import { isUnchanged, type TextPiece } from '../../shared/compare/textPieces'
import { deskText } from '../../shared/text/desk'
import { versionsText } from '../../shared/text/versions'

/** A piece of text as it is drawn. `change`: the number of the change that begins here, from 0. */
export interface DrawnPiece extends TextPiece {
  readonly isLead: boolean
  readonly change: number | null
}

export interface ComparisonRow {
  readonly key: string
  /** Style classes of the page, e.g. `para level-1 whole`. */
  readonly look: string
  /** The printed number, of the version that the row belongs to. */
  readonly number: string
  readonly mark: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'movedAway'
  readonly pieces: readonly DrawnPiece[]
  readonly table: ComparedTable | null
  readonly isPageBreak: boolean
  /** What is said beside the row: level, form, moved. */
  readonly notes: readonly string[]
  /** The change that the row as a whole is, if its text has none of its own. */
  readonly change: number | null
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[]
  readonly counts: ReportComparison['counts']
  /** How many places the reader can step through. */
  readonly changes: number
  readonly isEqual: boolean
}

/** Draws both texts as one. The same text twice draws that text. */
export function drawComparison(before: ReportContent, after: ReportContent): Comparison {
  const compared = compareReports(before, after)
  const numbers = { before: assignNumbers(before.blocks, before.numbering), after: assignNumbers(after.blocks, after.numbering) }
  let changes = 0
  const next = (): number => (changes += 1) - 1
  const fields = (names: readonly ComparedField[]): readonly ComparisonRow[] => names.flatMap((name) => fieldRow(name, compared[name], next))
  const head = fields(comparedFields.slice(0, 2))
  const scheme = compared.numbering === null ? [] : [wholeRow('numbering', 'comparison-note', versionsText.numbering(deskText.schemes[compared.numbering.before], deskText.schemes[compared.numbering.after]), next())]
  const body = compared.body.map((change, index) => blockRow(change, index, numbers, next))
  const rows = [...head, ...scheme, ...body, ...fields(comparedFields.slice(2))]
  return { rows, counts: compared.counts, changes, isEqual: compared.isEqual }
}

const fieldLooks = { title: 'place place-title', addressee: 'place place-addressee', attachments: 'place place-attachment', signature: 'place place-signature', date: 'place place-date', note: 'place place-note' } as const satisfies Record<ComparedField, string>

function fieldRow(name: ComparedField, pieces: readonly TextPiece[], next: () => number): readonly ComparisonRow[] {
  if (pieces.length === 0) return []
  return [{ ...emptyRow, key: name, look: fieldLooks[name], mark: isUnchanged(pieces) ? 'same' : 'changed', pieces: drawn(pieces, 0, next) }]
}

function wholeRow(key: string, look: string, note: string, change: number): ComparisonRow {
  return { ...emptyRow, key, look, mark: 'changed', notes: [note], change }
}

const emptyRow: ComparisonRow = { key: '', look: '', number: '', mark: 'same', pieces: [], table: null, isPageBreak: false, notes: [], change: null }

type Numbers = { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> }

function blockRow(change: BlockChange, index: number, numbers: Numbers, next: () => number): ComparisonRow {
  const block = change.kind === 'removed' || change.kind === 'movedAway' ? change.before : change.after
  const isOld = change.kind === 'removed' || change.kind === 'movedAway'
  const mark = markOf(change)
  const base = { ...emptyRow, key: `${index} ${block.id}`, mark, number: (isOld ? numbers.before : numbers.after).get(block.id) ?? '', notes: notesOf(change) }
  if (block.kind === 'pageBreak') return { ...base, look: 'page-break', isPageBreak: true, change: mark === 'same' ? null : next() }
  if (block.kind === 'table') return { ...base, look: 'sheet', table: tableOf(change), change: mark === 'same' ? null : next() }
  const look = block.kind === 'image' ? 'picture' : lookOf(block)
  // A moved paragraph and one that changed its level only have no changed text: the row itself is the place to step to.
  const plain = change.kind === 'changed' ? change.pieces : [{ kind: change.kind === 'added' ? 'added' : change.kind === 'removed' ? 'removed' : 'same', text: blockText(block) } as const]
  const own = mark !== 'same' && plain.every((piece) => piece.kind === 'same') ? next() : null
  return { ...base, look, pieces: drawn(plain, block.kind === 'image' ? 0 : leadOf(block), next), change: own }
}

function markOf(change: BlockChange): ComparisonRow['mark'] {
  switch (change.kind) {
    case 'added': case 'removed': case 'movedAway': return change.kind
    case 'same': return change.isMoved ? 'moved' : 'same'
    case 'changed': case 'changedTable': return change.isMoved ? 'moved' : 'changed'
  }
}

function notesOf(change: BlockChange): readonly string[] {
  const moved = 'isMoved' in change && change.isMoved ? [versionsText.moved] : change.kind === 'movedAway' ? [versionsText.movedAway] : []
  if (change.kind === 'added' || change.kind === 'removed') return [versionsText[change.kind]]
  if (change.kind !== 'changed' && change.kind !== 'changedTable') return moved
  return [...moved, ...change.shape.map((shape) => {
    if (change.kind === 'changedTable' || shape === 'cells') return versionsText.cellsChanged
    if (shape === 'level') return versionsText.levelChanged(versionsText.levelNames[change.before.level], versionsText.levelNames[change.after.level])
    return shape === 'form' ? versionsText.formChanged(versionsText.form[change.before.form ?? 'none'], versionsText.form[change.after.form ?? 'none']) : versionsText.mannerChanged
  })]
}

/** The table as it is drawn; one that came, went or moved as a whole has no changes inside. */
function tableOf(change: BlockChange): ComparedTable | null {
  if (change.kind === 'changedTable') return change.table
  const block: Block = change.kind === 'removed' || change.kind === 'movedAway' ? change.before : change.after
  if (block.kind !== 'table') return null
  const kind = change.kind === 'added' || change.kind === 'removed' ? change.kind : 'same'
  return { columns: (block.rows[0] ?? []).map(() => 'same'), rows: block.rows.map((row) => ({ kind, cells: row.map((text) => [{ kind, text }]) })) }
}

/** The classes that the editor gives a paragraph. */
function lookOf(block: TextBlock): string {
  const isWhole = (block.level > 0 || block.form === 'heading') && leadLength(block) === blockText(block).length
  return `para level-${block.level}${isWhole ? ' whole' : ''}${block.form === undefined ? '' : ` form-${block.form}`}`
}

function leadOf(block: TextBlock): number {
  return block.level > 0 ? leadLength(block) : 0
}

/** Pieces cut where the lead ends; neighbouring removed and added ones are one change. */
function drawn(pieces: readonly TextPiece[], lead: number, next: () => number): readonly DrawnPiece[] {
  const result: DrawnPiece[] = []
  let at = 0
  let isChanging = false
  for (const { kind, text } of pieces) {
    const change = kind !== 'same' && !isChanging ? next() : null
    isChanging = kind !== 'same'
    const inLead = kind === 'removed' ? (at < lead ? text.length : 0) : Math.max(0, Math.min(text.length, lead - at))
    if (inLead > 0) result.push({ kind, text: text.slice(0, inLead), isLead: true, change })
    if (inLead < text.length) result.push({ kind, text: text.slice(inLead), isLead: false, change: inLead > 0 ? null : change })
    if (kind !== 'removed') at += text.length
  }
  return result
}

/** Rows in groups that the browser may skip as long as they are off the screen. */
export function rowGroups(rows: readonly ComparisonRow[], size = 30): readonly (readonly ComparisonRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))
}

/** About how many printed lines the rows take: how high a group stands that the browser has not drawn yet. */
export function lineEstimate(rows: readonly ComparisonRow[]): number {
  return rows.reduce((sum, { pieces, table }) => sum + (table?.rows.length ?? Math.max(1, Math.ceil(pieces.reduce((length, { text }) => length + text.length, 2) / 28))), 0)
}

/** Only what changed, with a line that says how many rows were left out between. */
export function changedRows(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const result: ComparisonRow[] = []
  let skipped = 0
  const close = (): void => {
    if (skipped > 0) result.push({ ...emptyRow, key: `skipped ${result.length}`, look: 'comparison-note', notes: [versionsText.skipped(skipped)] })
    skipped = 0
  }
  for (const row of rows) {
    if (row.mark === 'same') skipped += 1
    else {
      close()
      result.push(row)
    }
  }
  close()
  return result
}
