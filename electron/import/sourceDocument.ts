/**
 * What every reader of a file from outside yields (SPEC IMPORT-8): paragraphs and tables in order, what the file says beside its characters
 * (numbers it makes itself, styles, sizes), and what was met on the way. It is a plain value that can be sent from one process to another.
 */

/** A tracked change of a piece of text. */
export interface SourceChange {
  readonly kind: 'added' | 'removed'
  readonly author: string
  /** As written in the file; '' if it is not. */
  readonly at: string
}

/** A tab is `\t`, a line break `\n`, a page break `\f`. Text that the file hides is not here; it is counted in {@link SourceMet}. */
export interface SourceRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly change?: SourceChange
}

export interface SourceParagraph {
  readonly kind: 'paragraph'
  /** Id and name of its style; '' if it has none. */
  readonly style: { readonly id: string; readonly name: string }
  /** 0-based outline level (标题 1 is 0), by the paragraph or its style; null for body text. */
  readonly outline: number | null
  /** The number that the program makes, as text with its gap (一、, 1.␠); '' if it has none or a mere bullet. */
  readonly label: string
  readonly runs: readonly SourceRun[]
  readonly pageBreakBefore: boolean
  readonly isCentered?: true
  /** Size of most of its characters, in half-points (三号 is 32); absent if the file does not say. */
  readonly size?: number
  /** Stands in a table of contents that the program made. */
  readonly isContents?: true
  /** Its first picture, a key of {@link SourceDocument.pictures}. */
  readonly picture?: string
  /** 1-based line of a plain text at which it begins; absent where a file has no lines. */
  readonly line?: number
  /** What became of the end of the paragraph. */
  readonly end?: SourceChange
}

export interface SourceCell {
  readonly paragraphs: readonly SourceParagraph[]
  readonly columns: number
  /** A cell that goes on the one above. */
  readonly isContinued: boolean
}

/** `before` counts empty columns in front of the first cell of a row. */
export interface SourceTable {
  readonly kind: 'table'
  readonly rows: readonly { readonly cells: readonly SourceCell[]; readonly isHeader: boolean; readonly before: number; readonly change?: SourceChange }[]
}

export type SourceBlock = SourceParagraph | SourceTable

/** `paragraph` counts all paragraphs of the body in order, those of tables included; `quote` is the text it is about. */
export interface SourceComment {
  readonly author: string
  readonly at: string
  readonly text: string
  readonly paragraph: number
  readonly quote: string
}

/** A footnote or endnote; `mark` is what stands in the text at its place, e.g. `[1]`. */
export interface SourceNote {
  readonly mark: string
  readonly text: string
}

/** What was met and is not in the text as it stands in the file; all are counts. */
export interface SourceMet {
  /** Characters that the file hides, dropped. */
  readonly hidden: number
  /** Tracked changes, taken as accepted. */
  readonly changes: number
  readonly notes: number
  readonly textBoxes: number
  /** Drawings and pictures of kinds that are not kept. */
  readonly drawings: number
  /** Embedded objects and macros, never opened. */
  readonly objects: number
  /** Characters at the end of a text that was cut off inside one. */
  readonly cut: number
  /** Characters that nobody can read; each is U+FFFD at its place in the text. */
  readonly unreadable: number
  /** Parts that could not be read (styles, lists, notes); the text is whole without them. */
  readonly damaged: number
  /** Ends of lines inside paragraphs that were taken out of a wrapped text. */
  readonly joined: number
}

export const nothingMet: SourceMet = { hidden: 0, changes: 0, notes: 0, textBoxes: 0, drawings: 0, objects: 0, cut: 0, unreadable: 0, damaged: 0, joined: 0 }

export interface SourceDocument {
  readonly blocks: readonly SourceBlock[]
  readonly comments: readonly SourceComment[]
  readonly notes: readonly SourceNote[]
  /** Text of headers and footers, each once. No part of the body. */
  readonly margins: readonly string[]
  /** Numbers of pages that stood inside the paragraphs of a wrapped text, with their 1-based lines. */
  readonly pageNumbers?: readonly { readonly text: string; readonly line: number }[]
  /** Bytes of PNG and JPEG pictures by the key that paragraphs name. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** Names of all styles that the file defines. */
  readonly styleNames: readonly string[]
  readonly met: SourceMet
  /** How plain text was written (GB18030 …); absent where the format settles it. */
  readonly encoding?: string
}

/** A document of these blocks and nothing else. */
export function sourceDocument(blocks: readonly SourceBlock[], more: Partial<Omit<SourceDocument, 'blocks'>> = {}): SourceDocument {
  return { blocks, comments: [], notes: [], margins: [], pictures: new Map(), styleNames: [], met: nothingMet, ...more }
}

/** A paragraph of body text without any formatting. */
export function sourceParagraph(text: string, more: Partial<Omit<SourceParagraph, 'kind' | 'runs'>> = {}): SourceParagraph {
  return { kind: 'paragraph', style: { id: '', name: '' }, outline: null, label: '', pageBreakBefore: false, ...more, runs: text === '' ? [] : [{ text }] }
}

/** All paragraphs in order, those in cells included. */
export function flatParagraphs(blocks: readonly SourceBlock[]): readonly SourceParagraph[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))))
}

/** The text of what stands beside the body (a note, a header, a comment): a paragraph with its number a line. */
export function plainTextOf(blocks: readonly SourceBlock[]): string {
  return flatParagraphs(blocks).map(({ label, runs }) => label + runs.map((run) => run.text).join('')).join('\n').trim()
}
