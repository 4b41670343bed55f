/**
 * Everything of a Word file but its text, as the library writes it: the package, styles, sections with headers and footers, pictures. Imported only where
 * no finished skeleton is at hand.
 */
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import { unzipSync } from 'fflate'
import type { PrintDocument, PrintPicture } from '../../../shared/print/printDocument'
import { appPropertiesXml, fontTableXml, numberingXml, settingsXml } from './partsXml'
import { sectionsOf } from './sections'
import type { SectionKind } from './sectionStarts'
import { stylesXml } from './stylesXml'
import { zipPart, type ZipPart } from './zip'

/** What a skeleton depends on. */
export interface SkeletonFrame extends Pick<PrintDocument, 'page' | 'digits' | 'pageNumbers' | 'styles'> {
  readonly sections: readonly SectionKind[]
}

export interface SkeletonPicture {
  readonly id: number
  readonly picture: PrintPicture
  readonly bytes: Uint8Array
  readonly description: string
}

export interface Skeleton {
  /** `word/document.xml` up to its first paragraph. */
  readonly head: string
  /** The properties of each section. */
  readonly sections: readonly string[]
  /** The runs of the pictures, in the order in which they were given. */
  readonly drawings: readonly string[]
  /** All parts but the text and the properties of the file. */
  readonly parts: readonly ZipPart[]
}

const twipsPerPixel = 15

export async function makeSkeleton({ sections, ...document }: SkeletonFrame, pictures: readonly SkeletonPicture[] = []): Promise<Skeleton> {
  const written = sectionsOf(document, sections)
  // Pictures stand behind the text of the last section and are taken from there.
  const last = written.length - 1
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: written.map((section, index) => (index < last ? section : { ...section, children: [...section.children, ...pictures.map((picture) => new Paragraph({ children: [imageRun(picture)] }))] })),
  })
  const own = [
    { path: 'word/styles.xml', data: stylesXml(document) },
    { path: 'word/settings.xml', data: settingsXml(2 * document.page.characterWidth) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'word/numbering.xml', data: numberingXml },
    { path: 'docProps/app.xml', data: appPropertiesXml },
  ]
  const { 'word/document.xml': body, 'docProps/core.xml': _, ...parts } = unzipSync(await Packer.pack(file, 'uint8array', undefined, own))
  const xml = new TextDecoder().decode(body)
  return {
    head: xml.slice(0, xml.indexOf('<w:body>') + '<w:body>'.length),
    sections: xml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [],
    drawings: xml.match(/<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/gs) ?? [],
    parts: Object.entries(parts).reverse().map(([path, content]) => zipPart(path, content)),
  }
}

/** `id` is its number in the file: from the library it would differ from one export to the next. */
function imageRun({ id, picture, bytes, description }: SkeletonPicture): ImageRun {
  return new ImageRun({
    type: picture.mediaType === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: picture.width / twipsPerPixel, height: picture.height / twipsPerPixel },
    altText: { id: String(id), name: `picture ${id}`, description, title: '' },
  })
}
