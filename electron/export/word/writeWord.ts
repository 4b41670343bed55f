/**
 * The one place that makes Word files (SPEC PRINT-17 … PRINT-19): a PrintDocument as the bytes of a .docx. Equal documents give equal bytes.
 * The library is imported by `exportWord` at the first export, not at the start of the program.
 */
import { Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun, type IParagraphOptions, type Table } from 'docx'
import type { PrintDocument } from '../../../shared/print/printDocument'
import type { PageSettings } from '../../../shared/print/profile'
import { appPropertiesXml, corePropertiesXml, fontTableXml, numberingXml, settingsXml } from './partsXml'
import { stylesXml } from './stylesXml'
import { runFont, writeParagraph } from './writeParagraph'
import { writePicture } from './writePicture'
import { writeTable } from './writeTable'
import { resetZipTimes } from './zipTimes'

/** `pictures`: the bytes of the document's pictures by their SHA-256; one that is not there leaves its place empty. */
export function writeWord(document: PrintDocument, pictures: ReadonlyMap<string, Uint8Array> = new Map()): Promise<Uint8Array> {
  return packWord(document, document.blocks.map((block, index) => {
    if (block.kind === 'table') return writeTable(block, document.digits)
    return block.picture === undefined ? writeParagraph(block, document.digits) : writePicture(block, block.picture, pictures.get(block.picture.sha256) ?? null, index + 1, document.digits)
  }))
}

/** A Word file with the page, styles and properties of `document` and this body. */
export async function packWord(document: PrintDocument, children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  const { page } = document
  const file = new Document({
    title: document.title,
    evenAndOddHeaderAndFooters: true,
    sections: [{
      properties: {
        page: { size: { width: page.width, height: page.height }, margin: { ...page.margins, header: page.headerDistance, footer: page.footerDistance, gutter: 0 } },
        grid: pageGrid(page),
      },
      footers: { default: new Footer({ children: [pageNumber(document, 'right')] }), even: new Footer({ children: [pageNumber(document, 'left')] }) },
      children,
    }],
  })
  const bytes = await Packer.pack(file, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesXml(document) },
    { path: 'word/settings.xml', data: settingsXml(2 * page.characterWidth) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'word/numbering.xml', data: numberingXml },
    { path: 'docProps/core.xml', data: corePropertiesXml(document.title) },
    { path: 'docProps/app.xml', data: appPropertiesXml },
  ])
  resetZipTimes(bytes)
  return bytes
}

function pageGrid({ grid, linePitch }: PageSettings): { readonly type: (typeof DocumentGridType)[keyof typeof DocumentGridType]; readonly linePitch: number; readonly charSpace?: number } {
  return grid.characterSpace === null ? { type: DocumentGridType.LINES, linePitch } : { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: grid.characterSpace }
}

/** — 1 — at the outer side of the page: right on odd pages, left on even ones. */
function pageNumber({ page, digits }: PrintDocument, side: 'left' | 'right'): Paragraph {
  const { before, after, indent } = page.pageNumber
  const options: IParagraphOptions = {
    style: 'GwFooter',
    alignment: side,
    indent: { [side]: indent },
    children: [new TextRun({ ...runFont('song', digits), children: [before, PageNumber.CURRENT, after] })],
  }
  return new Paragraph(options)
}
