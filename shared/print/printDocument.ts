/**
 * The printed report, neutral to file formats (SPEC PRINT-1): what stands where, in which style, with which indents.
 * Lengths are twips (1/20 pt) unless the name says otherwise; sizes are half points, as in Word.
 */
import type { FontRole } from './fonts'
import type { PageSettings } from './profile'
import type { PrintStyle, StyleId } from './styles'

/** A piece of text in one font and manner. `\n` in the text is a line break inside the paragraph, `\t` a tab. */
export interface PrintRun {
  readonly text: string
  readonly font: FontRole
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
}

/** Indents of one paragraph where they differ from its style's, in twips. */
export interface PrintIndent {
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
}

/** One printed line of text or more. `blockId` names the block of the report it comes from; an empty run list is an empty line. */
export interface PrintParagraph {
  readonly kind: 'paragraph'
  readonly blockId?: string
  readonly style: StyleId
  readonly runs: readonly PrintRun[]
  /** How many UTF-16 units of the text are the number printed before the block's own text; none if absent. */
  readonly labelLength?: number
  readonly indent?: PrintIndent
  readonly align?: 'left' | 'center' | 'right'
  /** Distance of the only tab stop from the left margin. */
  readonly tab?: number
  readonly keepNext?: true
  readonly pageBreakBefore?: true
  /** A picture in its first line, above the text. */
  readonly picture?: PrintPicture
}

/** A picture by the SHA-256 of its bytes; lengths in twips. */
export interface PrintPicture {
  readonly sha256: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

/** `rows` and `columns`: how many a merged cell spans. A covered cell has no text; `above`: it continues the cell above it, `beside`: the one to its left. */
export interface PrintCell {
  readonly text: string
  readonly align: 'center' | 'both'
  readonly rows?: number
  readonly columns?: number
  readonly covered?: 'above' | 'beside'
}

/** A table as wide as the text area. Rows are never split; the header rows are repeated on every page. */
export interface PrintTable {
  readonly kind: 'table'
  readonly blockId: string
  readonly borders: TableBorders
  /** Widths of the columns in twips; their sum is the width of the text area. */
  readonly columnWidths: readonly number[]
  readonly rows: readonly (readonly PrintCell[])[]
  readonly headerRows: number
  /** All rows stand on one page if they fit into one. */
  readonly isWhole: boolean
  /** The last row stands on one page with what follows. */
  readonly keepNext?: true
  readonly pageBreakBefore?: true
}

/** All lines, or lines above, below and under the header only (三线表). */
export type TableBorders = 'grid' | 'threeLine'

export type PrintBlock = PrintParagraph | PrintTable

/** What is printed otherwise than it stands in the report; the clerk is told. */
export type PrintChange =
  | { readonly kind: 'charactersRemoved'; readonly count: number; readonly codes: readonly string[] }
  | { readonly kind: 'dateRewritten'; readonly from: string; readonly to: string }
  | { readonly kind: 'pictureMissing'; readonly caption: string }

export interface PrintDocument {
  /** The title on one line, for the properties of the file. */
  readonly title: string
  readonly page: PageSettings
  readonly styles: readonly PrintStyle[]
  /** Font for Latin letters and digits in 仿宋, 楷体 and 黑体 text. */
  readonly digits: 'roman' | 'fangsong'
  readonly blocks: readonly PrintBlock[]
  readonly changes: readonly PrintChange[]
}
