/** The rows of a table that stand on one page, and the lines around them (SPEC DRAW-5). */
import { breakLines, setRun } from './breakLines'
import type { DrawnItem, DrawnRule } from './drawing'
import { drawLine } from './drawingLine'
import type { FontRole } from './fonts'
import type { Habits } from './habits'
import type { PrintCell, PrintDocument, PrintRun, PrintTable } from './printDocument'
import { printStyles } from './styles'
import { cellMargins, ruleAboveRow, tableRules } from './tableRows'

/** One row on the page: its index in the table and twips from the top of the paper. */
export interface PlacedRow {
  readonly row: number
  readonly top: number
  readonly height: number
}

/** Eighths of a point in twips. */
const twipsPerEighth = 2.5
const black = '000000'

/** Part of a line of a cell above its baseline, as on LibreOffice's pages: its type is smaller beside the line than that of the body. */
const cellBaselineShare = 0.83

/** Font of the text of a row. */
export function cellFont(table: PrintTable, row: number): FontRole {
  return row < table.headerRows ? 'hei' : 'fang'
}

/** Cells and lines. `left`: x of the table; `rows`: what stands on the page from top to bottom, repeated header rows first. */
export function drawTable(table: PrintTable, rows: readonly PlacedRow[], left: number, document: PrintDocument, habits: Habits): readonly DrawnItem[] {
  const edges = table.columnWidths.reduce<number[]>((all, width) => [...all, (all[all.length - 1] ?? left) + width], [left])
  const texts = rows.flatMap(({ row, top, height }, index) => (table.rows[row] ?? []).flatMap((cell, column) => {
    if (cell.covered !== undefined || cell.text === '') return []
    const [from, to] = [edges[column] ?? left, edges[column + (cell.columns ?? 1)] ?? left]
    const bottom = areaBottom(rows, index, cell) ?? top + height
    return drawCell(cell, table, row, { from, to, top: top + ruleAboveRow(table, row), bottom }, document, habits)
  }))
  return [...texts, ...(table.borders === 'grid' ? gridRules(table, rows, edges) : threeRules(table, rows, edges))]
}

/** The lower end of a cell over several rows, as far as they stand on this page. */
function areaBottom(rows: readonly PlacedRow[], index: number, { rows: span = 1 }: PrintCell): number | null {
  const first = rows[index]
  if (first === undefined) return null
  const covered = rows.slice(index, index + span).filter(({ row }) => row < first.row + span)
  const last = covered[covered.length - 1]
  return last === undefined ? null : last.top + last.height
}

interface CellBox { readonly from: number; readonly to: number; readonly top: number; readonly bottom: number }

function drawCell(cell: PrintCell, table: PrintTable, row: number, { from, to, top, bottom }: CellBox, document: PrintDocument, habits: Habits): readonly DrawnItem[] {
  const usual = printStyles.find(({ id }) => id === 'GwTable')
  if (usual === undefined) return []
  const style = { ...usual, size: cell.size ?? table.size ?? usual.size, line: cell.line ?? table.line ?? usual.line }
  const run: PrintRun = { text: cell.text, font: cellFont(table, row) }
  const pitch = style.line ?? document.page.linePitch
  const [left, right] = [from + cellMargins.side, to - cellMargins.side]
  const lines = breakLines([setRun(run, style, document)], { width: right - left, left: 0, right: 0, firstLine: 0, tabs: [] }, habits)
  const free = bottom - top - cellMargins.above - cellMargins.below - lines.length * pitch
  const first = top + cellMargins.above + (cell.isTop === true ? 0 : Math.max(0, free / 2))
  return lines.flatMap((line, index) => drawLine([run], line.from, line.to, style, {
    left, right, y: first + (index + cellBaselineShare) * pitch, align: cell.align, isLast: index === lines.length - 1, isHung: line.isHung === true,
    tabs: { origin: left, indent: 0, stops: [] }, blockId: table.blockId,
  }, document, habits))
}

/** All lines, but none inside of a merged cell. Pieces that go on in one another are one rule. */
function gridRules(table: PrintTable, rows: readonly PlacedRow[], edges: readonly number[]): readonly DrawnRule[] {
  const weight = tableRules.grid * twipsPerEighth
  const columns = table.columnWidths.length
  const cellAt = (index: number, column: number): PrintCell | undefined => table.rows[rows[index]?.row ?? -1]?.[column]
  const level = Array.from({ length: rows.length + 1 }, (_, index) => {
    const y = yOf(rows, index) + weight / 2
    const isDrawn = (column: number): boolean => index === 0 || index === rows.length || !continuesAbove(table, rows, index, column)
    return joined(columns, isDrawn).map(([from, to]): DrawnRule => ({ kind: 'rule', x1: edges[from] ?? 0, y1: y, x2: edges[to] ?? 0, y2: y, weight, color: black }))
  }).flat()
  const upright = edges.flatMap((x, column) => {
    const isDrawn = (index: number): boolean => column === 0 || column === columns || cellAt(index, column)?.covered !== 'beside'
    return joined(rows.length, isDrawn).map(([from, to]): DrawnRule => ({ kind: 'rule', x1: x, y1: yOf(rows, from) + weight / 2, x2: x, y2: yOf(rows, to) + weight / 2, weight, color: black }))
  })
  return [...level, ...upright]
}

/** Whether the cell continues the one in the row above it on this page: its own place says so, or that of the area it belongs to. */
function continuesAbove(table: PrintTable, rows: readonly PlacedRow[], index: number, column: number): boolean {
  const row = table.rows[rows[index]?.row ?? -1]
  let first = column
  while (first > 0 && row?.[first]?.covered === 'beside') first -= 1
  return row?.[first]?.covered === 'above'
}

function threeRules(table: PrintTable, rows: readonly PlacedRow[], edges: readonly number[]): readonly DrawnRule[] {
  const [x1, x2] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0]
  // Its upper edge is at `top`.
  const rule = (top: number, eighths: number): DrawnRule => ({ kind: 'rule', x1, y1: top + eighths * twipsPerEighth / 2, x2, y2: top + eighths * twipsPerEighth / 2, weight: eighths * twipsPerEighth, color: black })
  const header = rows.findIndex(({ row }) => row === table.headerRows - 1)
  const isEnd = rows[rows.length - 1]?.row === table.rows.length - 1
  return [
    rule(yOf(rows, 0), tableRules.outer),
    ...(header === -1 ? [] : [rule(yOf(rows, header + 1), tableRules.header)]),
    ...(isEnd ? [rule(yOf(rows, rows.length), tableRules.outer)] : []),
  ]
}

/** Top of a row of the page; the bottom of the last one for the index behind it. */
function yOf(rows: readonly PlacedRow[], index: number): number {
  const row = rows[index]
  if (row !== undefined) return row.top
  const last = rows[rows.length - 1]
  return last === undefined ? 0 : last.top + last.height
}

/** The stretches of 0 … length in which `isDrawn`. */
function joined(length: number, isDrawn: (index: number) => boolean): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = []
  for (let index = 0; index < length; index += 1) {
    if (!isDrawn(index)) continue
    const last = stretches[stretches.length - 1]
    if (last?.[1] === index) last[1] = index + 1
    else stretches.push([index, index + 1])
  }
  return stretches
}
