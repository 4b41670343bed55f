/** What stands in a Word file: paragraphs and tables in order, comments with their places, and what was met on the way. */

/** A tracked change of a piece of text. */
export interface WordChange {
  readonly kind: 'added' | 'removed'
  readonly author: string
  /** As written in the file; '' if it is not. */
  readonly at: string
}

/** A tab is `\t`, a line break `\n`, a page break `\f`. */
export interface WordRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly change?: WordChange
}

export interface WordParagraph {
  readonly kind: 'paragraph'
  /** Id and name of its style; '' if it has none. */
  readonly style: { readonly id: string; readonly name: string }
  /** 0-based outline level; null for body text. */
  readonly outline: number | null
  /** The number that Word makes, as text with its gap; '' if it has none. */
  readonly label: string
  readonly runs: readonly WordRun[]
  readonly pageBreakBefore: boolean
  /** The part of the file that its first picture is; absent if it has none. */
  readonly picturePart?: string
  /** What became of the end of the paragraph. */
  readonly end?: WordChange
}

export interface WordCell {
  readonly paragraphs: readonly WordParagraph[]
  readonly columns: number
  /** A cell that goes on the one above. */
  readonly isContinued: boolean
}

export interface WordTable {
  readonly kind: 'table'
  readonly rows: readonly { readonly cells: readonly WordCell[]; readonly isHeader: boolean; readonly before: number; readonly change?: WordChange }[]
}

export type WordBlock = WordParagraph | WordTable

/** `paragraph` counts all paragraphs of the body in order, those of tables included; `quote` is the text it is about. */
export interface WordComment {
  readonly author: string
  readonly at: string
  readonly text: string
  readonly paragraph: number
  readonly quote: string
}

export interface WordDocument {
  readonly blocks: readonly WordBlock[]
  readonly comments: readonly WordComment[]
  /** Names of all styles that the file defines. */
  readonly styleNames: readonly string[]
  /** Hidden characters that were dropped, tracked changes, notes and text boxes that were met. */
  readonly met: { readonly hidden: number; readonly changes: number; readonly notes: number; readonly textBoxes: number }
}
