/** PDF written by the program itself from the drawn pages (SPEC PDF), by the rules of PDF/A-2b (ISO 19005-2). Equal documents and fonts give equal bytes. */
import { strToU8 } from 'fflate'
import { AppFailure } from '../../../shared/base/errors'
import type { DrawnText } from '../../../shared/print/drawing'
import { pageDrawer, textArea } from '../../../shared/print/drawingPages'
import type { PageModel } from '../../../shared/print/paginate'
import type { PrintDocument } from '../../../shared/print/printDocument'
import { printedHeadings } from '../../../shared/print/printedHeadings'
import { createContentId } from '../contentId'
import { facePieces } from '../fonts/facePieces'
import type { FontSet } from '../fonts/fontSet'
import type { FontSource } from '../fonts/fontSource'
import type { FontFace } from '../fonts/readFaces'
import { escapeXml } from '../word/xml'
import { colorProfile } from './colorProfile'
import { missingMark, pageContent } from './pageContent'
import { createPdfFile, pdfNumber, pdfText } from './pdfFile'
import { createPdfFonts, type PdfFonts } from './pdfFonts'
import { writeOutline } from './pdfOutline'
import { writePicture } from './pdfPictures'

export interface WrittenPdf {
  readonly bytes: Uint8Array
  /** Characters that no font has; 〓 stands in their places. */
  readonly missing: readonly string[]
  readonly used: ReadonlySet<DrawnText['font']>
  /** The fonts without those that turned out to be broken. */
  readonly set: FontSet
}

/** The window stays awake: after so many pages other work gets its turn. */
const pagesAtOnce = 20

/** `pictures`: bytes by SHA-256; one that is not there leaves its place empty. */
export async function writePdf(document: PrintDocument, model: PageModel, pictures: ReadonlyMap<string, Uint8Array>, given: FontSet, source: FontSource): Promise<WrittenPdf> {
  const file = createPdfFile()
  const fonts = createPdfFonts(file)
  const [catalogId, treeId, resourcesId, infoId] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()]
  const pictureIds = new Map<string, number>()
  for (const [sha256, bytes] of pictures) {
    const id = writePicture(file, bytes)
    if (id !== null) pictureIds.set(sha256, id)
  }
  let set = given
  const pictureName = (sha256: string): string | null => (pictureIds.has(sha256) ? `I${pictureIds.get(sha256) ?? 0}` : null)
  const drawer = pageDrawer(document, model)
  const pageIds: number[] = []
  const heights: number[] = []
  const number = createContentId()
  number.add(document.title)
  const missing = new Set<string>()
  const used = new Set<DrawnText['font']>()
  for (let index = 0; index < drawer.pages; index += 1) {
    if (index > 0 && index % pagesAtOnce === 0) await new Promise((resolve) => { setTimeout(resolve, 0) })
    const page = drawer.draw(index)
    const texts = page.items.filter((item): item is DrawnText => item.kind === 'text')
    for (const { font } of texts) used.add(font)
    set = await openFonts(fonts, texts, set, source)
    for (const item of texts) for (const { chosen, codes } of facePieces(item, set)) if (chosen === null) for (const code of codes) missing.add(String.fromCodePoint(code))
    const [pageId, contentsId] = [file.reserve(), file.reserve()]
    const content = pageContent(page, { set, fonts, pictureName })
    file.writeStream(contentsId, '', strToU8(content))
    file.write(pageId, `<</Type/Page/Parent ${treeId} 0 R/MediaBox[0 0 ${pdfNumber(page.width / 20)} ${pdfNumber(page.height / 20)}]/Resources ${resourcesId} 0 R/Contents ${contentsId} 0 R>>`)
    pageIds.push(pageId)
    heights.push(page.height)
    number.add(content)
  }
  fonts.finish()
  file.write(resourcesId, `<</Font${fonts.resources()}/XObject<<${[...pictureIds.values()].map((id) => `/I${id} ${id} 0 R`).join('')}>>>>`)
  file.write(treeId, `<</Type/Pages/Count ${pageIds.length}/Kids[${pageIds.map((id) => `${id} 0 R`).join(' ')}]>>`)
  const outlineId = writeOutline(file, printedHeadings(document, model), ({ page, top }) => ({
    pageId: pageIds[page] ?? 0, y: ((heights[page] ?? 0) - textArea(document, (heights[page] ?? 0) < document.page.height).y - top) / 20,
  }))
  const [metadataId, profileId] = [file.reserve(), file.reserve()]
  file.writeStream(metadataId, '/Type/Metadata/Subtype/XML', strToU8(metadataXml(document.title)), true)
  file.writeStream(profileId, '/N 3', colorProfile())
  file.write(infoId, `<</Title ${pdfText(document.title)}/Creator(Andu)/Producer(Andu)>>`)
  file.write(catalogId, `<</Type/Catalog/Pages ${treeId} 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadataId} 0 R`
    + `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profileId} 0 R>>]`
    + `${outlineId === null ? '' : `/Outlines ${outlineId} 0 R/PageMode/UseOutlines`}>>`)
  return { bytes: file.finish(catalogId, infoId, number.digits()), missing: [...missing], used, set }
}

/** Opens what these texts need. A broken font is given up, and others take its place; without any for Chinese text there is no file. */
async function openFonts(fonts: PdfFonts, texts: readonly DrawnText[], given: FontSet, source: FontSource): Promise<FontSet> {
  for (let set = given; ;) {
    if (!set.hasChinese) throw new AppFailure({ code: 'fontsMissing' })
    const broken = await fonts.open(facesOf(texts, set), source)
    if (broken.length === 0) return set
    set = set.without(broken)
  }
}

/** The faces that these texts need. */
function facesOf(texts: readonly DrawnText[], set: FontSet): ReadonlySet<FontFace> {
  return new Set(texts.flatMap((item) => facePieces(item, set, missingMark).flatMap(({ chosen }) => (chosen === null ? [] : [chosen.face]))))
}

/** Properties in XMP, the same as in the information dictionary; no author and no times, so that equal reports give equal files. */
function metadataXml(title: string): string {
  return '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    + '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>'
    + `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`
    + '<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language></rdf:Description>'
    + '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>Andu</xmp:CreatorTool></rdf:Description>'
    + '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>Andu</pdf:Producer></rdf:Description>'
    + '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
}
