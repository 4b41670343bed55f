/** One drawn page as Content.xml of an OFD file (GB/T 33190-2016, 7.7, 8 … 11). Lengths there are millimetres from the top left corner. */
import type { DrawnItem, DrawnPicture, DrawnRule, DrawnText, PageDrawing } from '../../../shared/print/drawing'
import { assertNever } from '../../../shared/base/invariant'
import { facePieces } from '../fonts/facePieces'
import type { FontSet } from '../fonts/fontSet'
import { escapeXml, xmlHead } from '../word/xml'
import type { OfdFonts } from './ofdFonts'

export const ofdNamespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** What a page needs of the rest of the file. Numbers of objects are unique in it. */
export interface OfdResources {
  readonly nextId: () => number
  readonly set: FontSet
  readonly fonts: OfdFonts
  /** Null for a picture that is not there. */
  readonly pictureId: (sha256: string) => number | null
}

const millimetresPerTwip = 25.4 / 1440

/** Twips as millimetres with as many digits as a printer can show. */
export function millimetres(twips: number): string {
  return String(Number((twips * millimetresPerTwip).toFixed(4)))
}

/** Edges of a sheet: twips are a little more or less than the whole millimetres of its norm. */
export function sheetMillimetres(twips: number): string {
  return String(Math.round(twips * millimetresPerTwip))
}

/** The whole part. */
export function pageXml(page: PageDrawing, resources: OfdResources): string {
  const objects = page.items.map((item) => objectXml(item, resources)).join('')
  return `${xmlHead}<ofd:Page ${ofdNamespace}><ofd:Area><ofd:PhysicalBox>0 0 ${sheetMillimetres(page.width)} ${sheetMillimetres(page.height)}</ofd:PhysicalBox></ofd:Area>`
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

/** One object for each face that the text needs. A character that no font has is left to the reader's own. */
function textXml(item: DrawnText, { nextId, set, fonts }: OfdResources): string {
  const em = item.size * 10
  // The box of the text: the baseline stands 0.86 of the size below its top; a turned piece is as high as its text is long.
  const [above, height] = [em * 0.86, em * 1.1]
  const color = item.color === '000000' ? '' : `<ofd:FillColor Value="${rgb(item.color)}"/>`
  return facePieces(item, set).map(({ chosen, codes, places }) => {
    const start = places[0] ?? 0
    const width = Math.max(em / 2, (places[places.length - 1] ?? 0) - start)
    const box = item.isTurned === true ? [item.x - (height - above), item.y + start, height, width] : [item.x + start, item.y - above, width, height]
    const turn = item.isTurned === true ? ` CTM="0 1 -1 0 ${millimetres(height)} 0"` : ''
    const isBold = chosen === null ? item.isBold === true : chosen.needsBold
    const isItalic = chosen === null ? item.isItalic === true : chosen.needsSlant
    const delta = codes.length > 1 ? ` DeltaX="${deltas(codes.slice(1).map((_, index) => millimetres((places[index + 1] ?? 0) - (places[index] ?? 0))))}"` : ''
    return `<ofd:TextObject ID="${nextId()}" Boundary="${box.map(millimetres).join(' ')}"${turn} Font="${fonts.idOf(chosen?.face ?? null, item.font, codes)}" Size="${millimetres(em)}"`
      + `${isBold ? ' Weight="700"' : ''}${isItalic ? ' Italic="true"' : ''}>${color}<ofd:TextCode X="0" Y="${millimetres(above)}"${delta}>${escapeXml(String.fromCodePoint(...codes))}</ofd:TextCode></ofd:TextObject>`
  }).join('')
}

/** Equal neighbours as `g count value` (11.3). */
function deltas(values: readonly string[]): string {
  const parts: string[] = []
  for (let from = 0; from < values.length;) {
    let to = from + 1
    while (to < values.length && values[to] === values[from]) to += 1
    parts.push(to - from > 2 ? `g ${to - from} ${values[from] ?? ''}` : values.slice(from, to).join(' '))
    from = to
  }
  return parts.join(' ')
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
