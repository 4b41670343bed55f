/** What is drawn on a page, in points from its upper left corner as it is seen: x to the right, y down to the line that letters stand on. */

export interface PlacedGlyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the font, in points. */
  readonly size: number
  readonly isBold: boolean
  readonly isItalic: boolean
}

/** An upright or level line, or an edge of a box. */
export interface RuledLine { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

export interface PlacedPicture {
  /** The number of the picture in the file. */
  readonly key: string
  /** A JPEG as it is, or null for kinds that are not kept. */
  readonly bytes: Uint8Array | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PageMarks {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly PlacedGlyph[]
  /** Text that does not run from left to right, in the order of the file, a string a line. */
  readonly turned: readonly string[]
  /** What the file itself marks as header, footer or page number. */
  readonly margins: readonly string[]
  readonly lines: readonly RuledLine[]
  readonly pictures: readonly PlacedPicture[]
  /** Characters that are not shown. */
  readonly hidden: number
  /** Characters that were shown and that nobody can name. */
  readonly unknown: number
}
