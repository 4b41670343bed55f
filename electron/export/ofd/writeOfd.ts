/** OFD, the national page format (SPEC OFD; GB/T 33190-2016), written from the drawn pages. Equal documents give equal bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { DrawnText } from '../../../shared/print/drawing'
import { pageDrawer, textArea } from '../../../shared/print/drawingPages'
import { fontFamilies, romanFont } from '../../../shared/print/fonts'
import type { PageModel } from '../../../shared/print/paginate'
import type { PrintDocument } from '../../../shared/print/printDocument'
import { printedHeadings } from '../../../shared/print/printedHeadings'
import { createContentId } from '../contentId'
import { escapeXml, xmlHead } from '../word/xml'
import { outlinesXml } from './outlineXml'
import { millimetres, ofdNamespace, pageXml } from './pageXml'

const roles = ['displaySong', 'hei', 'kai', 'fang', 'song', 'roman'] as const satisfies readonly DrawnText['font'][]

/** `pictures`: bytes by SHA-256; one that is not there leaves its place empty. */
export function writeOfd(document: PrintDocument, model: PageModel, pictures: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let id = 0
  const nextId = (): number => (id += 1)
  const fontIds = new Map<DrawnText['font'], number>(roles.map((role) => [role, nextId()]))
  const used = [...new Set(document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.picture !== undefined && pictures.has(block.picture.sha256) ? [block.picture] : [])).map((picture) => `${picture.sha256}.${picture.mediaType === 'image/png' ? 'png' : 'jpg'}`))]
  const pictureIds = new Map(used.map((name) => [name.slice(0, name.indexOf('.')), nextId()]))
  const pageIds = Array.from({ length: model.pages }, nextId)
  const drawer = pageDrawer(document, model)
  const pages = pageIds.map((_, index) => pageXml(drawer.draw(index), { nextId, fontId: ({ font }) => fontIds.get(font) ?? 1, pictureId: (sha256) => pictureIds.get(sha256) ?? null }))
  const area = textArea(document, false)
  const outlines = outlinesXml(printedHeadings(document, model), (page) => pageIds[page] ?? 0, ({ top }) => millimetres(area.y + top))

  const content = createContentId()
  for (const text of [document.title, ...pages]) content.add(text)
  const parts: Zippable = {
    'OFD.xml': strToU8(ofdXml(document.title, content.digits())),
    'Doc_0/Document.xml': strToU8(documentXml(document, id, pageIds, pictureIds.size > 0, outlines)),
    'Doc_0/PublicRes.xml': strToU8(fontsXml(fontIds)),
    ...(pictureIds.size === 0 ? {} : { 'Doc_0/DocumentRes.xml': strToU8(picturesXml(used, pictureIds)) }),
    ...Object.fromEntries(used.map((name): [string, Zippable[string]] => [`Doc_0/Res/${name}`, [pictures.get(name.slice(0, name.indexOf('.'))) ?? new Uint8Array(), { level: 0 }]])),
    ...Object.fromEntries(pages.map((xml, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, strToU8(xml)])),
  }
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) })
}

function ofdXml(title: string, id: string): string {
  return `${xmlHead}<ofd:OFD ${ofdNamespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${id}</ofd:DocID><ofd:Title>${escapeXml(title)}</ofd:Title><ofd:Creator>Andu</ofd:Creator></ofd:DocInfo>`
    + '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
}

function documentXml({ page }: PrintDocument, lastId: number, pageIds: readonly number[], hasPictures: boolean, outlines: string): string {
  return `${xmlHead}<ofd:Document ${ofdNamespace}><ofd:CommonData><ofd:MaxUnitID>${lastId}</ofd:MaxUnitID>`
    + `<ofd:PageArea><ofd:PhysicalBox>0 0 ${millimetres(page.width)} ${millimetres(page.height)}</ofd:PhysicalBox></ofd:PageArea>`
    + `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${hasPictures ? '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>' : ''}</ofd:CommonData>`
    + `<ofd:Pages>${pageIds.map((id, index) => `<ofd:Page ID="${id}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages>${outlines}</ofd:Document>`
}

function fontsXml(ids: ReadonlyMap<DrawnText['font'], number>): string {
  const fonts = [...ids].map(([role, id]) => {
    const family = role === 'roman' ? romanFont : fontFamilies[role].families[0]
    return `<ofd:Font ID="${id}" FontName="${family}" FamilyName="${family}"${role === 'roman' ? ' Serif="true"' : ' Charset="gb18030"'}/>`
  })
  return `${xmlHead}<ofd:Res ${ofdNamespace} BaseLoc="Res"><ofd:Fonts>${fonts.join('')}</ofd:Fonts></ofd:Res>`
}

function picturesXml(names: readonly string[], ids: ReadonlyMap<string, number>): string {
  const media = names.map((name) => `<ofd:MultiMedia ID="${ids.get(name.slice(0, name.indexOf('.'))) ?? 0}" Type="Image" Format="${name.endsWith('png') ? 'PNG' : 'JPEG'}"><ofd:MediaFile>${name}</ofd:MediaFile></ofd:MultiMedia>`)
  return `${xmlHead}<ofd:Res ${ofdNamespace} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`
}
