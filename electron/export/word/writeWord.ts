/**
 * The one place that makes Word files (SPEC PRINT-17 … PRINT-19): a PrintDocument as the bytes of a .docx. Equal documents give equal bytes.
 * The library is imported by `exportWord` at the first export, not at the start of the program.
 */
import { Document, Packer, type Paragraph, type Table } from 'docx'
import type { PrintBlock, PrintDocument } from '../../../shared/print/printDocument'
import { appPropertiesXml, corePropertiesXml, fontTableXml, numberingXml, settingsXml } from './partsXml'
import { sectionsOf } from './sections'
import { stylesXml } from './stylesXml'
import { writeBox } from './writeBox'
import { writeParagraph } from './writeParagraph'
import { writePicture } from './writePicture'
import { writeTable } from './writeTable'
import { resetZipTimes } from './zipTimes'

/** `pictures`: the bytes of the document's pictures by their SHA-256; one that is not there leaves its place empty. */
export function writeWord(document: PrintDocument, pictures: ReadonlyMap<string, Uint8Array> = new Map()): Promise<Uint8Array> {
  const last = document.blocks.length - 1
  return packWord(document, document.blocks.map((block, index) => {
    const at = index + 1
    if (block.kind === 'table') return writeTable(block, document.digits)
    if (block.picture !== undefined) return writePicture(block, block.picture, pictures.get(block.picture.sha256) ?? null, at, document)
    const held = document.boxes.filter(({ page }) => (page === 'first' ? index === 0 : index === last))
    return writeParagraph(block, document, held.map((box, place) => writeBox(box, document, 10_000 + 10 * at + place)))
  }))
}

/** A Word file with the page, styles and properties of `document` and this body; `printed` is what each of its children was made from. */
export async function packWord(document: PrintDocument, children: readonly (Paragraph | Table)[], printed: readonly PrintBlock[] = document.blocks): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    evenAndOddHeaderAndFooters: true,
    sections: [...sectionsOf({ ...document, blocks: printed }, children)],
  })
  const bytes = await Packer.pack(file, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesXml(document) },
    { path: 'word/settings.xml', data: settingsXml(2 * document.page.characterWidth) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'word/numbering.xml', data: numberingXml },
    { path: 'docProps/core.xml', data: corePropertiesXml(document.title) },
    { path: 'docProps/app.xml', data: appPropertiesXml },
  ])
  resetZipTimes(bytes)
  return bytes
}
