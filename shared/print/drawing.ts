/**
 * A drawn page (SPEC DRAW): what stands where on the paper, neutral to file formats. PDF, OFD and the preview are projections of it. Lengths are twips
 * (1/20 pt) from the top left corner of the paper, to the right and downwards; sizes are half points, as in Word.
 */
import type { FontRole } from './fonts'

/** Piece of text in one font, of one printed line. */
export interface DrawnText {
  readonly kind: 'text'
  /** Where its first character begins, and the baseline. */
  readonly x: number
  readonly y: number
  readonly text: string
  /** One for each code point of `text`: the way to the next one. What has no width of its own has 0. */
  readonly advances: readonly number[]
  /** `roman` is Times New Roman. */
  readonly font: FontRole | 'roman'
  /** Half points. */
  readonly size: number
  readonly isBold?: true
  readonly isItalic?: true
  /** Six hex digits. */
  readonly color: string
  /** Runs downwards: the piece is turned by a quarter to the right about (`x`, `y`). */
  readonly isTurned?: true
  /** The block of the report it comes from; null for what has none. */
  readonly blockId: string | null
}

/** Straight line; (`x1`, `y1`) and (`x2`, `y2`) are the ends of its middle, `weight` its breadth. Always level or upright. */
export interface DrawnRule {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly weight: number
  readonly color: string
}

/** A picture by the SHA-256 of its bytes; (`x`, `y`) is its upper left corner. */
export interface DrawnPicture {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly sha256: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly blockId: string | null
}

export type DrawnItem = DrawnText | DrawnRule | DrawnPicture

/** One page. `items` stand in reading order; the page number is the last text. */
export interface PageDrawing {
  /** 1-based. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly isLandscape: boolean
  readonly items: readonly DrawnItem[]
}

/** The text area of a page, in twips from the top left corner of the paper. */
export interface TextArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
