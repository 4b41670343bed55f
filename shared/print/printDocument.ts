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
  /** Half points, where it differs from the style's. */
  readonly size?: number
  /** In the red of the document instead of black. */
  readonly isRed?: true
}

/** Indents of one paragraph where they differ from its style's, in twips. */
export interface PrintIndent {
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
  /** Of the first line, instead of the style's; not together with `hanging`. */
  readonly firstLine?: number
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
  /** Tab stops, ascending, from the left margin: text begins at them, or ends at the only one with `tabAlign: 'right'`. */
  readonly tabs?: readonly number[]
  readonly tabAlign?: 'right'
  /** Free space above it, in twips; kept at the top of a page too. */
  readonly before?: number
  /** Exact line pitch in twips, where it differs from the style's. */
  readonly line?: number
  /** A line across the text area below the paragraph. */
  readonly rule?: PrintRule
  readonly keepNext?: true
  readonly pageBreakBefore?: true
  /** Stands on a landscape page; neighbours of the same direction share pages. */
  readonly isLandscape?: true
  /** Stands on a page without a number; only from a page break on (7.5: an empty page before 版记 and the page of 版记). */
  readonly isUnnumbered?: true
  /** A picture in its first line, above the text. */
  readonly picture?: PrintPicture
}

/** A line as wide as the text area and `overhang` twips more at either side. `distance`: twips from the text to the line; `weight`: eighths of a point. */
export interface PrintRule {
  readonly shape: 'single' | 'thickThin' | 'thinThick'
  readonly weight: number
  readonly distance: number
  readonly overhang: number
  readonly isRed?: true
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
  /** The text begins at the top of the cell instead of standing in its middle. */
  readonly isTop?: true
  /** Half points and line pitch in twips, where they differ from the table's. */
  readonly size?: number
  readonly line?: number
}

/** A table, as wide as the text area in a report. Rows are never split; the header rows are repeated on every page. */
export interface PrintTable {
  readonly kind: 'table'
  readonly blockId: string
  readonly borders: TableBorders
  /** Widths of the columns in twips; in a report their sum is the width of the text area. */
  readonly columnWidths: readonly number[]
  readonly rows: readonly (readonly PrintCell[])[]
  readonly headerRows: number
  /** Half points, and the line pitch in twips, where they differ from those of table text. */
  readonly size?: number
  readonly line?: number
  /** Exact heights of the rows in twips, the line above each included; the text must fit. By the text where absent. */
  readonly heights?: readonly number[]
  /** All rows stand on one page if they fit into one. */
  readonly isWhole: boolean
  /** The last row stands on one page with what follows. */
  readonly keepNext?: true
  readonly pageBreakBefore?: true
  readonly isLandscape?: true
}

/** All lines, or lines above, below and under the header only (三线表). */
export type TableBorders = 'grid' | 'threeLine'

export type PrintBlock = PrintParagraph | PrintTable

/** What is printed otherwise than it stands in the report; the clerk is told. */
export type PrintChange =
  | { readonly kind: 'charactersRemoved'; readonly count: number; readonly codes: readonly string[] }
  | { readonly kind: 'numberRewritten'; readonly from: string; readonly to: string }
  | { readonly kind: 'dateRewritten'; readonly from: string; readonly to: string }
  | { readonly kind: 'bodyNotOnFirstPage' }
  /** A table on landscape pages ends the body, and 落款 begins a page of its own. */
  | { readonly kind: 'signatureAlone' }
  | { readonly kind: 'pictureMissing'; readonly caption: string }

/**
 * What stands at a fixed place of the first or the last page, beside the flow of text: 版记 (7.4), whose last rule coincides with the bottom of the text
 * area; the mark and the rules of a letter (10.1).
 */
export interface PrintBox {
  readonly id: 'mark' | 'footRule' | 'endBlock'
  readonly page: 'first' | 'last'
  /** The edge of the paper it is measured from, and the twips from it to the same edge of the box. */
  readonly edge: 'top' | 'bottom'
  readonly distance: number
  readonly lines: readonly PrintBoxLine[]
  /** At the bottom of the box. */
  readonly ruleBelow?: PrintRule
}

/** One paragraph of a box, as wide as the text area; what follows a tab ends at the right indent. A rule has no height of its own. */
export interface PrintBoxLine {
  readonly style: StyleId
  readonly runs: readonly PrintRun[]
  /** Exact line pitch in twips, where it differs from the style's. */
  readonly line?: number
  readonly indent?: PrintIndent
  readonly ruleAbove?: PrintRule
}

/** Where page numbers stand: at the outer side of the page (7.5), in its middle, or nowhere; `onFirst`: whether the first page has one. */
export interface PageNumbers {
  readonly place: 'outer' | 'centre' | 'none'
  readonly onFirst: boolean
}

/** 归档章 in the blank space at the top of the first page (DA/T 22-2015): equal cells in rows, red as the head. Twips from the top left corner of the paper. */
export interface PrintStamp {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly rows: readonly (readonly string[])[]
}

export interface PrintDocument {
  /** The title on one line, for the properties of the file. */
  readonly title: string
  readonly page: PageSettings
  readonly styles: readonly PrintStyle[]
  /** Font for Latin letters and digits in 仿宋, 楷体 and 黑体 text. */
  readonly digits: 'roman' | 'fangsong'
  readonly blocks: readonly PrintBlock[]
  /** Six hex digits of the red of head and rules. */
  readonly red: string
  readonly pageNumbers: PageNumbers
  readonly boxes: readonly PrintBox[]
  readonly stamp?: PrintStamp
  readonly changes: readonly PrintChange[]
}
