import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type IBorderOptions } from 'docx'
import type { PrintDocument, PrintTable } from '../../../shared/print/printDocument'
import { writeRun } from './writeParagraph'

/** ⅛ pt: the outer lines of a 三线表, all other lines. */
const thick = 12
const thin = 4

export function writeTable(table: PrintTable, digits: PrintDocument['digits']): Table {
  const rows = table.rows.map((row, rowIndex) => new TableRow({
    cantSplit: true,
    tableHeader: rowIndex < table.headerRows,
    children: row.map((cell, column) => new TableCell({
      width: { size: table.columnWidths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(table.borders === 'threeLine' && rowIndex === table.headerRows - 1 ? { borders: { bottom: line(6) } } : {}),
      children: [new Paragraph({
        style: 'GwTable',
        ...(cell.align === 'center' ? {} : { alignment: cell.align }),
        ...(table.pageBreakBefore && rowIndex === 0 && column === 0 ? { pageBreakBefore: true } : {}),
        ...(staysWithNext(table, rowIndex) ? { keepNext: true } : {}),
        children: cell.text === '' ? [] : writeRun({ text: cell.text, font: rowIndex < table.headerRows ? 'hei' : 'fang' }, digits),
      })],
    })),
  }))
  return new Table({
    rows,
    columnWidths: table.columnWidths,
    width: { size: table.columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 108, right: 108, marginUnitType: WidthType.DXA },
    borders: table.borders === 'grid'
      ? { top: line(thin), bottom: line(thin), left: line(thin), right: line(thin), insideHorizontal: line(thin), insideVertical: line(thin) }
      : { top: line(thick), bottom: line(thick), left: none, right: none, insideHorizontal: none, insideVertical: none },
  })
}

function staysWithNext(table: PrintTable, row: number): boolean {
  if (row === table.rows.length - 1) return table.keepNext === true
  return table.isWhole || row < table.headerRows
}

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function line(size: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color: 'auto' }
}
