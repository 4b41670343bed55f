/** 归档章 as a text box with a table in it (SPEC ARCHNO-22). */
import { stampId, stampName, stampText } from '../../../shared/print/layoutStamp'
import type { PrintDocument, PrintStamp } from '../../../shared/print/printDocument'
import { anchoredBox, lastParagraph } from './writeBox'
import { writeRun } from './writeRun'

/** Eighths of a point of its lines, as drawn. */
const weight = 4

/** A run that holds the stamp. */
export function writeStamp({ left, top, width, height, rows }: PrintStamp, { digits, red }: Pick<PrintDocument, 'digits' | 'red'>): string {
  const columns = rows[0]?.length ?? 1
  const cellWidth = Math.round(width / columns)
  const line = (side: string): string => `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${red}"/>`
  const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="${cellWidth}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`
    + `<w:p><w:pPr><w:pStyle w:val="GwTable"/><w:spacing w:line="${stampText.line}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>${text === '' ? '' : writeRun({ text, font: 'fang', size: stampText.size, isRed: true }, { digits, red })}</w:p></w:tc>`
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${cellWidth * columns}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>`
    + '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    + `<w:tblGrid>${`<w:gridCol w:w="${cellWidth}"/>`.repeat(columns)}</w:tblGrid>`
    + `${rows.map((row) => `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${Math.round(height / rows.length)}" w:hRule="exact"/></w:trPr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
  const content = `<w:txbxContent>${table}<w:p><w:pPr><w:pStyle w:val="GwAnchor"/></w:pPr></w:p></w:txbxContent>`
  return anchoredBox({ left, top, width: cellWidth * columns + 2 * weight, height: height + 2 * lastParagraph, name: stampName, wrap: { drawing: '<wp:wrapNone/>', vml: '' } }, content, stampId)
}
