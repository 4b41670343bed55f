/**
 * Landscape pages: a portrait sheet turned by a quarter to the right, its head at the left. The page number stands where a portrait page has it
 * (GB/T 9704-2012, clause 8), so it is turned too: a table of one cell in the header, since a turned text box of an even page is misplaced by LibreOffice.
 */
import { BorderStyle, Header, HeightRule, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextDirection, TextRun, WidthType, type IBorderOptions } from 'docx'
import { fontSlots } from '../../../shared/print/fonts'
import type { PrintDocument } from '../../../shared/print/printDocument'
import { textAreaWidth, type PageSettings } from '../../../shared/print/profile'

/** The margins of the turned sheet. */
export function landscapeMargins({ margins: { top, bottom, left, right } }: PageSettings): PageSettings['margins'] {
  return { top: left, bottom: right, left: bottom, right: top }
}

/** The font of page numbers (7.5). */
export function numberFont(digits: PrintDocument['digits']): { readonly font: Record<'ascii' | 'hAnsi' | 'eastAsia' | 'cs' | 'hint', string> } {
  return { font: { ...fontSlots('song', digits), hint: 'eastAsia' } }
}

/** A header with nothing in it. */
export function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({ style: 'GwAnchor' })] })
}

/** The header of a landscape page: its number at the lower end of the left edge on odd pages, at the upper end on even ones. */
export function landscapeNumber(document: Pick<PrintDocument, 'page' | 'digits' | 'pageNumbers'>, side: 'left' | 'right'): Header {
  const { page, digits, pageNumbers } = document
  const { before, after, indent, line } = page.pageNumber
  const number = new Paragraph({
    style: 'GwFooter',
    ...(pageNumbers.place === 'centre' ? { alignment: 'center' } : { alignment: side, indent: { [side]: indent } }),
    children: [new TextRun({ ...numberFont(digits), children: [before, PageNumber.CURRENT, after] })],
  })
  return new Header({
    children: [new Table({
      width: { size: line, type: WidthType.DXA },
      columnWidths: [line],
      layout: TableLayoutType.FIXED,
      margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      float: { horizontalAnchor: 'page', verticalAnchor: 'page', absoluteHorizontalPosition: page.footerDistance, absoluteVerticalPosition: page.margins.left },
      rows: [new TableRow({
        height: { value: textAreaWidth(page), rule: HeightRule.EXACT },
        children: [new TableCell({ width: { size: line, type: WidthType.DXA }, textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT, children: [number] })],
      })],
    }), new Paragraph({ style: 'GwAnchor' })],
  })
}

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
