/**
 * Advance widths of printed characters (SPEC PAGE-1). Times New Roman by its metrics (those of every font made to replace it), in thousandths of the
 * size, for U+0020 … U+007E; every character of a Chinese font is one size wide, its half-width ones one half.
 */
import { characterWidth } from '../base/textWidth'

type Face = readonly number[]

const upright: Face = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]

const bold: Face = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
  611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
  722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
  278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
]

const italic: Face = [
  250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611,
  611, 722, 722, 333, 444, 667, 556, 833, 667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611,
  556, 556, 389, 278, 389, 422, 500, 333, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444,
  278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400, 275, 400, 541,
]

const boldItalic: Face = [
  250, 389, 555, 500, 500, 833, 778, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 832, 667, 667, 667, 722, 667,
  667, 722, 778, 389, 500, 667, 611, 889, 722, 722, 611, 722, 667, 556, 611, 722, 667, 889, 667,
  611, 611, 333, 278, 333, 570, 500, 333, 500, 500, 444, 500, 444, 333, 500, 556, 278, 278, 500,
  278, 778, 556, 500, 500, 500, 389, 389, 278, 556, 444, 667, 500, 444, 389, 348, 220, 348, 570,
]

/** How a piece of text is set, as far as its width depends on it. */
export interface Setting {
  /** Half points, as in Word. */
  readonly size: number
  /** Whether Latin letters and digits stand in Times New Roman; otherwise in the Chinese font. */
  readonly isRoman: boolean
  readonly isBold: boolean
  readonly isItalic: boolean
  /** Added to every character, in twips. */
  readonly spacing: number
}

/** Width of one code point in twips. */
export function advance(code: number, { size, isRoman, isBold, isItalic, spacing }: Setting): number {
  const em = size * 10
  if (isRoman && code >= 0x20 && code <= 0x7e) return (em * (faceOf(isBold, isItalic)[code - 0x20] ?? 500)) / 1000 + spacing
  const cells = characterWidth(code)
  return cells === 0 ? 0 : em * cells + spacing
}

function faceOf(isBold: boolean, isItalic: boolean): Face {
  if (isBold) return isItalic ? boldItalic : bold
  return isItalic ? italic : upright
}
