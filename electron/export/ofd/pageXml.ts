/** One drawn page as Content.xml of an OFD file (GB/T 33190-2016, 7.7, 8 … 11). Lengths there are millimetres from the top left corner. */
import type { DrawnItem, DrawnPicture, DrawnRule, DrawnText, PageDrawing } from '../../../shared/print/drawing'
import { assertNever } from '../../../shared/base/invariant'
import { escapeXml, xmlHead } from '../word/xml'

export const ofdNamespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** What a page needs of the rest of the file. Numbers of objects are unique in it. */
export interface OfdResources {
  readonly nextId: () => number
  readonly fontId: (text: DrawnText) => number
  /** Null for a picture that is not there. */
  readonly pictureId: (sha256: string) => number | null
}

const millimetresPerTwip = 25.4 / 1440

/** Twips as millimetres with as many digits as a printer can show. */
export function millimetres(twips: number): string {
  return String(Number((twips * millimetresPerTwip).toFixed(4)))
}

/** The whole part. */
export function pageXml(page: PageDrawing, resources: OfdResources): string {
  const objects = page.items.map((item) => objectXml(item, resources)).join('')
  return `${xmlHead}<ofd:Page ${ofdNamespace}><ofd:Area><ofd:PhysicalBox>0 0 ${millimetres(page.width)} ${millimetres(page.height)}</ofd:PhysicalBox></ofd:Area>`
    + `<ofd:Content><ofd:Layer Type="Body" ID="${resources.nextId()}">${objects}</ofd:Layer></ofd:Content></ofd:Page>`
}

function objectXml(item: DrawnItem, resources: OfdResources): string {
  switch (item.kind) {
    case 'text': return textXml(item, resources)
    case 'rule': return ruleXml(item, resources)
    case 'picture': return pictureXml(item, resources)
    default: return assertNever(item)
  }
}

function textXml(item: DrawnText, { nextId, fontId }: OfdResources): string {
  const em = item.size * 10
  const width = Math.max(em / 2, item.advances.reduce((sum, advance) => sum + advance, 0))
  // The box of the text: the baseline stands 0.86 of the size below its top; a turned piece is as high as its text is long.
  const [above, height] = [em * 0.86, em * 1.1]
  const box = item.isTurned === true ? [item.x - (height - above), item.y, height, width] : [item.x, item.y - above, width, height]
  const turn = item.isTurned === true ? ` CTM="0 1 -1 0 ${millimetres(height)} 0"` : ''
  const manner = `${item.isBold === true ? ' Weight="700"' : ''}${item.isItalic === true ? ' Italic="true"' : ''}`
  const delta = item.advances.length > 1 ? ` DeltaX="${item.advances.slice(0, -1).map(millimetres).join(' ')}"` : ''
  const color = item.color === '000000' ? '' : `<ofd:FillColor Value="${rgb(item.color)}"/>`
  return `<ofd:TextObject ID="${nextId()}" Boundary="${box.map(millimetres).join(' ')}"${turn} Font="${fontId(item)}" Size="${millimetres(em)}"${manner}>${color}`
    + `<ofd:TextCode X="0" Y="${millimetres(above)}"${delta}>${escapeXml(item.text)}</ofd:TextCode></ofd:TextObject>`
}

function ruleXml({ x1, y1, x2, y2, weight, color }: DrawnRule, { nextId }: OfdResources): string {
  const isLevel = y1 === y2
  const length = isLevel ? x2 - x1 : y2 - y1
  const [box, path] = isLevel
    ? [[x1, y1 - weight / 2, length, weight], `M 0 ${millimetres(weight / 2)} L ${millimetres(length)} ${millimetres(weight / 2)}`]
    : [[x1 - weight / 2, y1, weight, length], `M ${millimetres(weight / 2)} 0 L ${millimetres(weight / 2)} ${millimetres(length)}`]
  return `<ofd:PathObject ID="${nextId()}" Boundary="${box.map(millimetres).join(' ')}" LineWidth="${millimetres(weight)}">`
    + `<ofd:StrokeColor Value="${rgb(color)}"/><ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:PathObject>`
}

function pictureXml({ x, y, width, height, sha256 }: DrawnPicture, { nextId, pictureId }: OfdResources): string {
  const id = pictureId(sha256)
  if (id === null) return ''
  return `<ofd:ImageObject ID="${nextId()}" Boundary="${[x, y, width, height].map(millimetres).join(' ')}" CTM="${millimetres(width)} 0 0 ${millimetres(height)} 0 0" ResourceID="${id}"/>`
}

/** `FF0000` as `255 0 0`. */
function rgb(color: string): string {
  return [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(' ')
}
