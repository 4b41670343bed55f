import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, VerticalMergeType, WidthType, type IBorderOptions, type IParagraphOptions, type ITableCellOptions, type ITableRowOptions } from 'docx'
import type { FontRole } from '../../../shared/print/fonts'
import type { PrintCell, PrintDocument, PrintTable } from '../../../shared/print/printDocument'
import { writeRun } from './writeParagraph'

/** ⅛ pt: the outer lines of a 三线表, all other lines. */
const thick = 12
const thin = 4

/** What a table of tracked changes has instead of plain rows and cells. */
export interface TableTracking {
  readonly row: (row: number) => Pick<ITableRowOptions, 'insertion' | 'deletion'>
  /** Content of a cell, and the properties that the end of its paragraph has. */
  readonly cell: (row: number, column: number) => Pick<IParagraphOptions, 'children' | 'run'>
  /** How many columns of the grid a cell takes that spans `columns` of the table, where the grid has more columns than the table. */
  readonly span: (column: number, columns: number) => Pick<ITableCellOptions, 'columnSpan'>
}

export function writeTable(table: PrintTable, digits: PrintDocument['digits']): Table {
  return tableOf(table, writeRows(table, digits), table.columnWidths)
}

/** The rows of a table. */
export function writeRows(table: PrintTable, digits: PrintDocument['digits'], tracking?: TableTracking): readonly TableRow[] {
  return table.rows.map((row, rowIndex) => new TableRow({
    cantSplit: true,
    ...tracking?.row(rowIndex),
    tableHeader: rowIndex < table.headerRows,
    children: row.flatMap((cell, column) => (cell.covered === 'beside' ? [] : [new TableCell({
      ...merged(table, cell, column),
      verticalAlign: VerticalAlign.CENTER,
      ...tracking?.span(column, cell.columns ?? 1),
      ...(table.borders === 'threeLine' && rowIndex === table.headerRows - 1 ? { borders: { bottom: line(6) } } : {}),
      children: [new Paragraph({
        style: 'GwTable',
        ...(cell.align === 'center' ? {} : { alignment: cell.align }),
        ...(table.pageBreakBefore && rowIndex === 0 && column === 0 ? { pageBreakBefore: true } : {}),
        ...(staysWithNext(table, rowIndex) ? { keepNext: true } : {}),
        ...(tracking?.cell(rowIndex, column) ?? { children: cell.text === '' ? [] : writeRun({ text: cell.text, font: cellFont(table, rowIndex) }, { digits, red: 'auto' }) }),
      })],
    })])),
  }))
}

/** The width of a cell, and the area of a merged one. */
function merged(table: PrintTable, { rows = 1, columns = 1, covered }: PrintCell, column: number): Pick<ITableCellOptions, 'width' | 'columnSpan' | 'verticalMerge'> {
  return {
    width: { size: table.columnWidths.slice(column, column + columns).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { verticalMerge: covered === 'above' ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
  }
}

/** A table with the borders and margins of `table` and these rows. */
export function tableOf(table: PrintTable, rows: readonly TableRow[], columnWidths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: table.columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 108, right: 108, marginUnitType: WidthType.DXA },
    borders: table.borders === 'grid'
      ? { top: line(thin), bottom: line(thin), left: line(thin), right: line(thin), insideHorizontal: line(thin), insideVertical: line(thin) }
      : { top: line(thick), bottom: line(thick), left: none, right: none, insideHorizontal: none, insideVertical: none },
  })
}

export function cellFont(table: PrintTable, row: number): FontRole {
  return row < table.headerRows ? 'hei' : 'fang'
}

function staysWithNext(table: PrintTable, row: number): boolean {
  if (row === table.rows.length - 1) return table.keepNext === true
  return table.isWhole || row < table.headerRows
}

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function line(size: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color: 'auto' }
}
