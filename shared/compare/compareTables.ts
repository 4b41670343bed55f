/** What changed in a table, cell by cell (SPEC COMPARE-5). */
import type { TableBlock } from '../report/report'
import { alignUnits } from './alignUnits'
import { compareText } from './compareText'
import type { TextPiece } from './textPieces'

/** One row of the table in which both versions are shown: a cell for every column that either of them has. */
export interface ComparedRow {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly cells: readonly (readonly TextPiece[])[]
}

export interface ComparedTable {
  readonly columns: readonly ('same' | 'added' | 'removed')[]
  readonly rows: readonly ComparedRow[]
}

interface Column {
  readonly kind: 'same' | 'added' | 'removed'
  readonly before: number | null
  readonly after: number | null
}

/** Rows are paired by their text in their order. Columns are paired in order if there are as many of them, else by their heads. */
export function compareTables(before: TableBlock, after: TableBlock): ComparedTable {
  const columns = pairColumns(before, after)
  const steps = alignUnits(before.rows.map(rowText), after.rows.map(rowText), 0.3)
  const rows = steps.map((step): ComparedRow => {
    const left = 'before' in step ? before.rows[step.before] ?? null : null
    const right = 'after' in step ? after.rows[step.after] ?? null : null
    const cells = columns.map((column) => compareText(cellAt(left, column.before), cellAt(right, column.after)))
    if (left === null || right === null) return { kind: left === null ? 'added' : 'removed', cells }
    return { kind: cells.every((pieces) => pieces.every((piece) => piece.kind === 'same')) ? 'same' : 'changed', cells }
  })
  return { columns: columns.map((column) => column.kind), rows }
}

function rowText(row: readonly string[]): string {
  return row.join('\t')
}

function cellAt(row: readonly string[] | null, column: number | null): string {
  return row === null || column === null ? '' : row[column] ?? ''
}

function pairColumns(before: TableBlock, after: TableBlock): readonly Column[] {
  const heads = [before.rows[0] ?? [], after.rows[0] ?? []] as const
  if (heads[0].length === heads[1].length) return heads[0].map((_, index) => ({ kind: 'same', before: index, after: index }))
  return alignUnits(heads[0], heads[1], 0.5).map((step): Column => {
    if (step.kind === 'removed') return { kind: 'removed', before: step.before, after: null }
    return step.kind === 'added' ? { kind: 'added', before: null, after: step.after } : { kind: 'same', before: step.before, after: step.after }
  })
}
