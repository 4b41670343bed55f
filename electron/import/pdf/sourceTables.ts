/** Tables of a page as tables of a document: cells over several rows go on below, and a table that reaches the end of its page goes on at the top of the next. */
import type { Tally } from '../limits'
import { sourceParagraph, type SourceCell, type SourceTable } from '../sourceDocument'
import { joinCellLines } from './joinParagraphs'
import type { PlacedTable } from './pageLayout'

/** Points by which columns may differ from page to page. */
const sway = 4

export function sourceTable({ rows, cells }: PlacedTable, tally: Tally): SourceTable {
  const found: { cells: SourceCell[] }[] = Array.from({ length: rows }, () => ({ cells: [] }))
  const byColumn = [...cells].sort((one, other) => one.column - other.column)
  for (const { row, rows: high, columns, lines, width } of byColumn) {
    for (let down = 0; down < high; down += 1) {
      tally.cell()
      const paragraphs = down > 0 ? [] : joinCellLines(lines, width).map((runs) => {
        tally.paragraph()
        return { ...sourceParagraph(''), runs }
      })
      found[row + down]?.cells.push({ paragraphs: paragraphs.length === 0 ? [sourceParagraph('')] : paragraphs, columns, isContinued: down > 0 })
    }
  }
  return { kind: 'table', rows: found.map((row) => ({ cells: row.cells, isHeader: false, before: 0 })) }
}

/** Whether `next` is the rest of the table before it: the next page, the same columns. */
export function continuesTable(before: PlacedTable, next: PlacedTable): boolean {
  return next.page === before.page + 1 && before.xs.length === next.xs.length && before.xs.every((x, index) => Math.abs(x - (next.xs[index] ?? 0)) <= sway)
}
