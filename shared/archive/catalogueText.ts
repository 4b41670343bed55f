/** 归档文件目录 for other programs (SPEC ARCHNO-14): CSV that a spreadsheet opens without harm, and JSON. */
import { canonicalJson } from './canonicalContent'
import type { CataloguePart, CatalogueRow } from './catalogue'

/** The columns of the standard in their order (DA/T 22-2015), with their printed widths in millimetres, 257 mm together. */
export const catalogueColumns = [
  { key: 'order', name: '序号', width: 12 },
  { key: 'number', name: '档号', width: 55 },
  { key: 'documentNumber', name: '文号', width: 38 },
  { key: 'responsible', name: '责任者', width: 34 },
  { key: 'title', name: '题名', width: 52 },
  { key: 'date', name: '日期', width: 20 },
  { key: 'secrecy', name: '密级', width: 13 },
  { key: 'pages', name: '页数', width: 12 },
  { key: 'note', name: '备注', width: 21 },
] as const satisfies readonly { readonly key: keyof CatalogueRow; readonly name: string; readonly width: number }[]

/** The cells of a row as printed. */
export function catalogueCells(row: CatalogueRow): readonly string[] {
  return catalogueColumns.map(({ key }) => String(row[key] ?? ''))
}

/** Every cell quoted, lines ended by CR LF, a byte order mark in front (without it WPS and Excel take the text for GBK); 序号 runs through. */
export function catalogueCsv(parts: readonly CataloguePart[]): string {
  const rows = parts.flatMap((part) => part.rows).map((row, index) => catalogueCells({ ...row, order: index + 1 }))
  return `\ufeff${[catalogueColumns.map(({ name }) => name), ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvCell(text: string): string {
  return `"${/^[=+\-@\t\r＝＋－＠]/.test(text) ? "'" : ''}${text.replace(/"/g, '""')}"`
}

/** Canonical JSON: an object for each class with its rows. */
export function catalogueJson(parts: readonly CataloguePart[]): string {
  return `${canonicalJson({ columns: catalogueColumns.map(({ key, name }) => ({ key, name })), parts })}\n`
}
