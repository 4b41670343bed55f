/** Heights of printed table rows (SPEC PAGE-5), as the writer of the Word file sets them. */
import { breakLines } from './breakLines'
import type { Habits } from './habits'
import type { PrintDocument, PrintTable } from './printDocument'
import { printStyles } from './styles'

/** Twips: kept free at the left and right, above and below the text of a cell. */
export const cellMargins = { side: 108, above: 40, below: 40 } as const

/** Eighths of a point: the outer lines of a 三线表, the line under its header, all lines of a table with a grid. */
export const tableRules = { outer: 12, header: 6, grid: 4 } as const
const twipsPerEighth = 2.5

/** Twips of the line above a row, which make the row as much higher; LibreOffice shows it so. 0 where there is none. */
export function ruleAboveRow({ borders, headerRows }: PrintTable, row: number): number {
  const eighths = borders === 'grid' ? tableRules.grid : row === 0 ? tableRules.outer : row === headerRows ? tableRules.header : 0
  return eighths * twipsPerEighth
}

/** One height in twips for each row. */
export function tableRowHeights(table: PrintTable, { digits }: PrintDocument, habits: Habits): readonly number[] {
  const style = printStyles.find(({ id }) => id === 'GwTable')
  const size = table.size ?? style?.size ?? 24
  const line = table.line ?? style?.line ?? 400
  return table.rows.map((row, index) => {
    const exact = table.heights?.[index]
    if (exact !== undefined) return exact
    // A cell over several rows gives its height to all of them together; the text is counted where it is in one row.
    const heights = row.flatMap(({ text, rows = 1, columns = 1, covered, size: ownSize = size, line: ownLine = line }, column) => (covered !== undefined || rows > 1 ? [] : [ownLine * breakLines(
      [{ text, setting: { size: ownSize, isRoman: digits === 'roman', isBold: false, isItalic: false, spacing: 0 } }],
      { width: table.columnWidths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) - 2 * cellMargins.side, left: 0, right: 0, firstLine: 0, tabs: [] }, habits,
    ).length]))
    return Math.max(line, ...heights) + cellMargins.above + cellMargins.below + ruleAboveRow(table, index)
  })
}
