/** One drawn page as the operators of a PDF page (ISO 32000-1, 8 and 9). Points from the bottom left corner there, twips from the top left one here. */
import { assertNever } from '../../../shared/base/invariant'
import type { DrawnPicture, DrawnRule, DrawnText, PageDrawing } from '../../../shared/print/drawing'
import { facePieces } from '../fonts/facePieces'
import type { FontSet } from '../fonts/fontSet'
import { pdfNumber } from './pdfFile'
import type { PdfFonts } from './pdfFonts'

export interface ContentContext {
  readonly set: FontSet
  readonly fonts: PdfFonts
  /** The resource name of a picture; null for one that is not there. */
  readonly pictureName: (sha256: string) => string | null
}

/** What stands in the place of a character that no font has. */
export const missingMark = 0x3013

/** The slant of made italics: 12 degrees; how thick made bold is drawn, as a share of the size. */
const slant = 0.2126
const boldShare = 0.03

/** The operators of a page. */
export function pageContent(page: PageDrawing, context: ContentContext): string {
  const lines: string[] = []
  for (const item of page.items) {
    switch (item.kind) {
      case 'text': lines.push(...textContent(item, page.height, context)); break
      case 'rule': lines.push(ruleContent(item, page.height)); break
      case 'picture': lines.push(pictureContent(item, page.height, context)); break
      default: assertNever(item)
    }
  }
  return lines.join('\n')
}

/** Characters side by side in one face. */
interface Stretch {
  readonly x: number
  readonly font: string
  readonly manner: string
  /** Hex digits and moves between them, as the operator TJ takes them. */
  readonly row: string
}

function textContent(item: DrawnText, height: number, context: ContentContext): readonly string[] {
  const size = item.size / 2
  return stretchesOf(item, size, context).map(({ x, font, manner, row }) => {
    const isSlanted = manner.includes('i')
    const [left, base] = item.isTurned === true ? [item.x, height - item.y - x] : [item.x + x, height - item.y]
    const [a, b, c, d] = item.isTurned === true ? [0, -1, 1, isSlanted ? -slant : 0] : [1, 0, isSlanted ? slant : 0, 1]
    const bold = manner.includes('b') ? ` 2 Tr ${pdfNumber(size * boldShare)} w ${rgb(item.color)} RG` : ''
    return `q BT ${rgb(item.color)} rg${bold} /${font} ${pdfNumber(size)} Tf ${[a, b, c, d].map(pdfNumber).join(' ')} ${points(left)} ${points(base)} Tm [${row}] TJ ET Q`
  })
}

function stretchesOf(item: DrawnText, size: number, { set, fonts }: ContentContext): readonly Stretch[] {
  return facePieces(item, set, missingMark).flatMap(({ chosen, codes, places }) => {
    if (chosen === null) return []
    const font = fonts.of(chosen.face)
    const start = places[0] ?? 0
    let row = ''
    let hex = ''
    /** Where the pen is by the widths of the glyphs and the moves so far, in points. */
    let pen = 0
    codes.forEach((code, index) => {
      const glyph = font.glyph(code)
      // Thousandths of the size, rounded; what is lost by rounding is made up at the next character.
      const move = Math.round((((places[index] ?? 0) - start) / 20 - pen) / size * 1000)
      if (move !== 0) {
        row += `${hex === '' ? '' : `<${hex}>`}${-move}`
        hex = ''
      }
      hex += glyph.hex
      pen += (move + glyph.width) * size / 1000
    })
    return [{ x: start, font: font.name, manner: `${chosen.needsBold ? 'b' : ''}${chosen.needsSlant ? 'i' : ''}`, row: `${row}<${hex}>` }]
  })
}

function ruleContent({ x1, y1, x2, y2, weight, color }: DrawnRule, height: number): string {
  return `${rgb(color)} RG ${points(weight)} w ${points(x1)} ${points(height - y1)} m ${points(x2)} ${points(height - y2)} l S`
}

function pictureContent({ x, y, width, height, sha256 }: DrawnPicture, pageHeight: number, { pictureName }: ContentContext): string {
  const name = pictureName(sha256)
  return name === null ? '' : `q ${points(width)} 0 0 ${points(height)} ${points(x)} ${points(pageHeight - y - height)} cm /${name} Do Q`
}

function points(twips: number): string {
  return pdfNumber(twips / 20)
}

/** `FF0000` as `1 0 0`. */
function rgb(color: string): string {
  return [0, 2, 4].map((at) => pdfNumber(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
}
