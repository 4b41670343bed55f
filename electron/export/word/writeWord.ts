/** The one place that makes Word files (SPEC PRINT-17 … PRINT-19): a PrintDocument as the bytes of a .docx. Equal documents give equal bytes. */
import type { PrintBlock, PrintDocument } from '../../../shared/print/printDocument'
import type { SkeletonPicture } from './makeSkeleton'
import { corePropertiesXml } from './partsXml'
import { sectionStarts } from './sectionStarts'
import { frameOf, skeletonOf } from './skeleton'
import { writeBox } from './writeBox'
import { writeParagraph } from './writeParagraph'
import { writePicture } from './writePicture'
import { writeStamp } from './writeStamp'
import { writeTable } from './writeTable'
import { zipPart, zipParts } from './zip'

/** `pictures`: the bytes of the document's pictures by their SHA-256; one that is not there leaves its place empty. */
export function writeWord(document: PrintDocument, pictures: ReadonlyMap<string, Uint8Array> = new Map()): Promise<Uint8Array> {
  const last = document.blocks.length - 1
  const shown = picturesOf(document, pictures)
  return packWord(document, document.blocks, shown, (index, section, drawings) => {
    const block = document.blocks[index]
    if (block === undefined) return ''
    if (block.kind === 'table') return writeTable(block, document)
    if (block.picture !== undefined) return writePicture(block, drawings[shown.findIndex(({ id }) => id === index + 1)] ?? '', document, section)
    const held = document.boxes.filter(({ page }) => (page === 'first' ? index === 0 : index === last))
    const stamp = index === 0 && document.stamp !== undefined ? writeStamp(document.stamp, document) : ''
    return writeParagraph(block, document, stamp + held.map((box, place) => writeBox(box, document, 10_000 + 10 * (index + 1) + place)).join(''), section)
  })
}

function picturesOf({ blocks }: PrintDocument, pictures: ReadonlyMap<string, Uint8Array>): readonly SkeletonPicture[] {
  return blocks.flatMap((block, index) => {
    const picture = block.kind === 'paragraph' ? block.picture : undefined
    const bytes = picture === undefined ? undefined : pictures.get(picture.sha256)
    if (block.kind === 'table' || picture === undefined || bytes === undefined) return []
    return [{ id: index + 1, picture, bytes, description: block.runs.map(({ text }) => text).join('') }]
  })
}

/**
 * A Word file with the page, styles and properties of `document`; `blocks` is what is printed. `write` gives block after block as XML: `section` are the properties of
 * the section that ends with this block, for a paragraph to hold.
 */
export async function packWord(document: PrintDocument, blocks: readonly PrintBlock[], pictures: readonly SkeletonPicture[], write: (index: number, section: string, drawings: readonly string[]) => string): Promise<Uint8Array> {
  const { head, sections, drawings, parts } = await skeletonOf(frameOf(document, blocks), pictures)
  const starts = sectionStarts(blocks)
  let xml = head
  let at = 0
  for (const [index, block] of blocks.entries()) {
    const isEnd = starts[at + 1]?.start === index + 1
    const section = isEnd ? sections[at] ?? '' : ''
    xml += write(index, section, drawings)
    if (block.kind === 'table' && isEnd) xml += `<w:p><w:pPr>${section}</w:pPr></w:p>`
    if (isEnd) at += 1
  }
  xml += `${sections[at] ?? ''}</w:body></w:document>`
  return zipParts([...parts, zipPart('word/document.xml', xml), zipPart('docProps/core.xml', corePropertiesXml(document.title))])
}
