import type { FontRole } from '../../../shared/print/fonts'
import type { PrintCell, PrintTable } from '../../../shared/print/printDocument'
import { paragraphXml, type ParagraphTail } from './writeParagraph'
import { writeRun, type Ink } from './writeRun'

/** ⅛ pt: the outer lines of a 三线表, all other lines. */
const thick = 12
const thin = 4

/** What a table of tracked changes has instead of plain rows and cells. */
export interface TableTracking {
  /** What follows the properties of a row. */
  readonly row: (row: number) => string
  /** Runs of a cell, and the properties that the end of its paragraph has. */
  readonly cell: (row: number, column: number) => Pick<ParagraphTail, 'end'> & { readonly content: string }
  /** How many columns of the grid a cell takes that spans `columns` of the table, where the grid has more columns than the table. */
  readonly span: (column: number, columns: number) => number
}

export function writeTable(table: PrintTable, ink: Ink): string {
  return tableXml(table, writeRows(table, ink), table.columnWidths)
}

/** The rows of a table. */
export function writeRows(table: PrintTable, ink: Ink, tracking?: TableTracking): string {
  return table.rows.map((row, rowIndex) => {
    const properties = `<w:cantSplit/>${heightOf(table, rowIndex)}${rowIndex < table.headerRows ? '<w:tblHeader/>' : ''}${tracking?.row(rowIndex) ?? ''}`
    return `<w:tr><w:trPr>${properties}</w:trPr>${row.map((cell, column) => (cell.covered === 'beside' ? '' : writeCell(table, cell, rowIndex, column, ink, tracking))).join('')}</w:tr>`
  }).join('')
}

function writeCell(table: PrintTable, cell: PrintCell, row: number, column: number, ink: Ink, tracking: TableTracking | undefined): string {
  const { rows = 1, columns = 1, covered } = cell
  const width = table.columnWidths.slice(column, column + columns).reduce((sum, each) => sum + each, 0)
  const span = tracking?.span(column, columns) ?? columns
  const { content, ...tail } = tracking?.cell(row, column) ?? { content: cell.text === '' ? '' : writeRun({ text: cell.text, font: cellFont(table, row), ...sizeOf(table, cell) }, ink) }
  const shape = {
    style: 'GwTable',
    ...(cell.align === 'center' ? {} : { align: cell.align }),
    ...lineOf(table, cell),
    ...(table.pageBreakBefore && row === 0 && column === 0 ? { pageBreakBefore: true as const } : {}),
    ...(staysWithNext(table, row) ? { keepNext: true as const } : {}),
  } as const
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${rows > 1 ? `<w:vMerge w:val="${covered === 'above' ? 'continue' : 'restart'}"/>` : ''}`
    + `${table.borders === 'threeLine' && row === table.headerRows - 1 ? `<w:tcBorders>${line('bottom', 6)}</w:tcBorders>` : ''}<w:vAlign w:val="${cell.isTop === true ? 'top' : 'center'}"/></w:tcPr>${paragraphXml(shape, ink, content, tail)}</w:tc>`
}

function heightOf(table: PrintTable, row: number): string {
  const height = table.heights?.[row]
  return height === undefined ? '' : `<w:trHeight w:val="${height}" w:hRule="exact"/>`
}

function lineOf(table: PrintTable, cell: PrintCell): { readonly line?: number } {
  const line = cell.line ?? table.line
  return line === undefined ? {} : { line }
}

function sizeOf(table: PrintTable, cell: PrintCell): { readonly size?: number } {
  const size = cell.size ?? table.size
  return size === undefined ? {} : { size }
}

/** A table with the borders and margins of `table` and these rows. */
export function tableXml(table: PrintTable, rows: string, columnWidths: readonly number[]): string {
  const width = table.columnWidths.reduce((sum, each) => sum + each, 0)
  const [outer, inner] = table.borders === 'grid' ? [thin, thin] : [thick, 0]
  const borders = `${line('top', outer)}${line('left', inner)}${line('bottom', outer)}${line('right', inner)}${line('insideH', inner)}${line('insideV', inner)}`
  const margin = (side: string, value: number): string => `<w:${side} w:w="${value}" w:type="dxa"/>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>`
    + `<w:tblCellMar>${margin('top', 40)}${margin('left', 108)}${margin('bottom', 40)}${margin('right', 108)}</w:tblCellMar></w:tblPr>`
    + `<w:tblGrid>${columnWidths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
}

export function cellFont(table: PrintTable, row: number): FontRole {
  return row < table.headerRows ? 'hei' : 'fang'
}

function staysWithNext(table: PrintTable, row: number): boolean {
  if (row === table.rows.length - 1) return table.keepNext === true
  return table.isWhole || row < table.headerRows
}

/** One border; none of weight 0. */
function line(side: string, weight: number): string {
  return `<w:${side} w:val="${weight === 0 ? 'none' : 'single'}" w:sz="${weight}" w:space="0" w:color="auto"/>`
}
