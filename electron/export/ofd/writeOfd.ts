/** OFD, the national page format (SPEC OFD; GB/T 33190-2016), written from the drawn pages. Equal documents give equal bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { DrawnText, TextArea } from '../../../shared/print/drawing'
import { pageDrawer, textArea } from '../../../shared/print/drawingPages'
import type { PageModel } from '../../../shared/print/paginate'
import type { PrintDocument } from '../../../shared/print/printDocument'
import { printedHeadings } from '../../../shared/print/printedHeadings'
import { createContentId } from '../contentId'
import { facePieces } from '../fonts/facePieces'
import type { FontSet } from '../fonts/fontSet'
import type { FontSource } from '../fonts/fontSource'
import { escapeXml, xmlHead } from '../word/xml'
import { createOfdFonts, type OfdFonts } from './ofdFonts'
import { outlinesXml } from './outlineXml'
import { millimetres, ofdNamespace, pageXml, sheetMillimetres } from './pageXml'

export interface WrittenOfd {
  readonly bytes: Uint8Array
  readonly used: ReadonlySet<DrawnText['font']>
  /** The fonts without those that turned out to be broken. */
  readonly set: FontSet
}

/** The window stays awake: after so many pages other work gets its turn. */
const pagesAtOnce = 50

/** `pictures`: bytes by SHA-256; one that is not there leaves its place empty. Without any Chinese font the fonts are named and not inside. */
export async function writeOfd(document: PrintDocument, model: PageModel, pictures: ReadonlyMap<string, Uint8Array>, given: FontSet, source: FontSource): Promise<WrittenOfd> {
  let id = 0
  const nextId = (): number => (id += 1)
  const fonts = createOfdFonts(nextId)
  let set = given
  const used = [...new Set(document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.picture !== undefined && pictures.has(block.picture.sha256) ? [block.picture] : [])).map((picture) => `${picture.sha256}.${picture.mediaType === 'image/png' ? 'png' : 'jpg'}`))]
  const pictureIds = new Map(used.map((name) => [name.slice(0, name.indexOf('.')), nextId()]))
  const pageIds = Array.from({ length: model.pages }, nextId)
  const drawer = pageDrawer(document, model)
  const content = createContentId()
  content.add(document.title)
  const pages: Uint8Array[] = []
  const areas: TextArea[] = []
  const usedFonts = new Set<DrawnText['font']>()
  for (let index = 0; index < model.pages; index += 1) {
    if (index > 0 && index % pagesAtOnce === 0) await new Promise((resolve) => { setTimeout(resolve, 0) })
    const page = drawer.draw(index)
    const texts = page.items.filter((item): item is DrawnText => item.kind === 'text')
    for (const { font } of texts) usedFonts.add(font)
    set = await openFonts(fonts, texts, set, source)
    const xml = pageXml(page, { nextId, set, fonts, pictureId: (sha256) => pictureIds.get(sha256) ?? null })
    content.add(xml)
    pages.push(strToU8(xml))
    areas.push(textArea(document, page.isLandscape))
  }
  const outlines = outlinesXml(printedHeadings(document, model), (page) => pageIds[page] ?? 0, ({ page, top }) => millimetres((areas[page]?.y ?? 0) + top))
  const { xml: fontsXml, files } = fonts.finish()
  const parts: Zippable = {
    'OFD.xml': strToU8(ofdXml(document.title, content.digits())),
    'Doc_0/Document.xml': strToU8(documentXml(document, id, pageIds, pictureIds.size > 0, outlines)),
    'Doc_0/PublicRes.xml': strToU8(`${xmlHead}<ofd:Res ${ofdNamespace} BaseLoc="Res"><ofd:Fonts>${fontsXml}</ofd:Fonts></ofd:Res>`),
    ...(pictureIds.size === 0 ? {} : { 'Doc_0/DocumentRes.xml': strToU8(picturesXml(used, pictureIds)) }),
    ...Object.fromEntries(files.map(([name, bytes]) => [`Doc_0/Res/${name}`, bytes])),
    ...Object.fromEntries(used.map((name): [string, Zippable[string]] => [`Doc_0/Res/${name}`, [pictures.get(name.slice(0, name.indexOf('.'))) ?? new Uint8Array(), { level: 0 }]])),
    ...Object.fromEntries(pages.map((xml, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, xml])),
  }
  return { bytes: zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) }), used: usedFonts, set }
}

/** Opens what these texts need. A broken font is given up, and others take its place. */
async function openFonts(fonts: OfdFonts, texts: readonly DrawnText[], given: FontSet, source: FontSource): Promise<FontSet> {
  for (let set = given; ;) {
    const wanted = set
    const broken = await fonts.open(texts.flatMap((item) => facePieces(item, wanted).flatMap(({ chosen }) => (chosen === null ? [] : [chosen.face]))), source)
    if (broken.length === 0) return set
    set = set.without(broken)
  }
}

function ofdXml(title: string, id: string): string {
  return `${xmlHead}<ofd:OFD ${ofdNamespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${id}</ofd:DocID><ofd:Title>${escapeXml(title)}</ofd:Title><ofd:Creator>Andu</ofd:Creator></ofd:DocInfo>`
    + '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
}

function documentXml({ page }: PrintDocument, lastId: number, pageIds: readonly number[], hasPictures: boolean, outlines: string): string {
  return `${xmlHead}<ofd:Document ${ofdNamespace}><ofd:CommonData><ofd:MaxUnitID>${lastId}</ofd:MaxUnitID>`
    + `<ofd:PageArea><ofd:PhysicalBox>0 0 ${sheetMillimetres(page.width)} ${sheetMillimetres(page.height)}</ofd:PhysicalBox></ofd:PageArea>`
    + `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${hasPictures ? '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>' : ''}</ofd:CommonData>`
    + `<ofd:Pages>${pageIds.map((id, index) => `<ofd:Page ID="${id}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages>${outlines}</ofd:Document>`
}

function picturesXml(names: readonly string[], ids: ReadonlyMap<string, number>): string {
  const media = names.map((name) => `<ofd:MultiMedia ID="${ids.get(name.slice(0, name.indexOf('.'))) ?? 0}" Type="Image" Format="${name.endsWith('png') ? 'PNG' : 'JPEG'}"><ofd:MediaFile>${name}</ofd:MediaFile></ofd:MultiMedia>`)
  return `${xmlHead}<ofd:Res ${ofdNamespace} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`
}
