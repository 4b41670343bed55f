/** What goes on while a Word file is read, paragraph by paragraph. */
import type { Tally } from '../limits'
import type { SourceBlock, SourceMet, SourceParagraph, SourceRun } from '../sourceDocument'
import type { XmlElement } from '../xmlTree'
import type { NoteKind } from './wordNotes'
import type { NumberParagraph } from './wordNumbering'
import type { Relation } from './wordPackage'
import type { WordStyle, WordStyles } from './wordStyles'

/** A commented passage: the paragraph that it begins in, and its first characters. */
export interface Quote {
  readonly paragraph: number
  text: string
  hasEnded: boolean
}

/** One run of text from a part of the file: the body, a header, a note. */
export interface Reading {
  readonly styles: WordStyles
  readonly number: NumberParagraph
  readonly met: { -readonly [Key in keyof SourceMet]: SourceMet[Key] }
  readonly tally: Tally
  /** What comments are about, by their ids. */
  readonly quotes: Map<string, Quote>
  /** Those that the text that is read belongs to. */
  openQuotes: Quote[]
  /** What the part refers to, by id. */
  readonly relations: ReadonlyMap<string, Relation>
  /** Text elements that stand in the code of a field. */
  readonly code: ReadonlySet<XmlElement>
  /** What fields show whose code is drawn, by their first marks or their one element. */
  readonly drawn: ReadonlyMap<XmlElement, string>
  /** The key of the picture in a part of the file, or null if it is none that is kept. */
  readonly keepPicture: (part: string) => string | null
  /** The mark that stands in the text for a note of the file; `mark` is one that the file sets itself. */
  readonly refer: (kind: NoteKind, id: string, mark: string | null) => string
  /** What stands in a document inside the file, by the name of its part; null if it is not read. */
  readonly readChunk: (part: string, reading: Reading) => readonly SourceBlock[] | null
  /** The paragraphs in a text box. */
  readonly readBox: (content: XmlElement, reading: Reading) => readonly SourceParagraph[]
  /** Inside a table of contents. */
  isContents: boolean
  /** How many paragraphs have been read. */
  paragraphs: number
}

/** A paragraph while it is read. */
export interface ParagraphState {
  readonly reading: Reading
  readonly chain: readonly WordStyle[]
  readonly runs: SourceRun[]
  /** Number of visible characters by size in half-points. */
  readonly sizes: Map<number, number>
  /** What hangs on the paragraph and follows it. */
  readonly boxes: SourceParagraph[]
  readonly pictures: string[]
}
