/** What goes on through a whole OpenDocument text. */
import type { Tally } from '../limits'
import type { SourceBlock, SourceComment, SourceMet, SourceNote, SourceParagraph } from '../sourceDocument'
import { sizeIn, type OdtStyles, type StyleChain } from './odtStyles'
import type { OdtLists } from './odtLists'
import type { XmlElement } from '../xmlTree'

export interface Reading {
  readonly styles: OdtStyles
  readonly lists: OdtLists
  readonly tally: Tally
  readonly met: { -readonly [Key in keyof SourceMet]: number }
  readonly notes: SourceNote[]
  readonly comments: SourceComment[]
  readonly quotes: Map<string, Quote>
  /** Those of them that the text that is read now belongs to. */
  readonly openQuotes: Set<Quote>
  /** The key of a picture that is kept; null for kinds that are not, and for what is damaged or too large. */
  /** Changes that remove text, by id; and those of them that the text that is read now belongs to. */
  readonly deletions: Set<string>
  readonly openDeletions: Set<string>
  readonly keepPicture: (image: XmlElement) => string | null
  /** Reads paragraphs and tables below an element; here, since these hold text boxes and those hold paragraphs. */
  readonly readBlocks: (parent: XmlElement, reading: Reading) => readonly SourceBlock[]
  /** Inside a table of contents. */
  isContents: boolean
  /** The paragraph before asks for a new page behind it. */
  isBreakDue: boolean
  paragraphs: number
  /** Notes without a mark of their own. */
  countedNotes: number
}

/** The words that a comment is about. */
export interface Quote {
  readonly comment: number
  quote: string
}

/** How characters look that are read now. Chinese characters have a look of their own. */
export interface Manner {
  readonly underline: boolean
  readonly hidden: boolean
  readonly western: Face
  readonly asian: Face
}

interface Face {
  readonly bold: boolean
  readonly italic: boolean
  /** In half-points; null if the file does not say. */
  readonly size: number | null
}

const plainFace: Face = { bold: false, italic: false, size: null }
export const plainManner: Manner = { underline: false, hidden: false, western: plainFace, asian: plainFace }

/** What the styles of a chain change in the manner around. */
export function mannerIn(chain: StyleChain, around: Manner): Manner {
  if (chain.length === 0) return around
  const said = <Key extends 'bold' | 'italic' | 'underline' | 'hidden'>(kind: 'look' | 'asian', key: Key): boolean | null => chain.find((style) => style[kind][key] !== null)?.[kind][key] ?? null
  const face = (kind: 'look' | 'asian', { bold, italic, size }: Face): Face => ({ bold: said(kind, 'bold') ?? bold, italic: said(kind, 'italic') ?? italic, size: sizeIn(chain, kind, size) })
  return { underline: said('look', 'underline') ?? around.underline, hidden: said('look', 'hidden') ?? around.hidden, western: face('look', around.western), asian: face('asian', around.asian) }
}

/** Begins or ends a change. What a change has removed may still stand in its place; mostly it stands with the changes. */
export function followChange({ name, attributes }: XmlElement, { deletions, openDeletions }: Reading): void {
  const id = attributes['text:change-id'] ?? ''
  if (name === 'text:change-end') openDeletions.delete(id)
  else if (name === 'text:change-start' && deletions.has(id)) openDeletions.add(id)
}

/** All paragraphs, those of tables included. */
export function flatParagraphs(blocks: readonly SourceBlock[]): readonly SourceParagraph[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))))
}

/** Their text, a paragraph a line. */
export function textOfBlocks(blocks: readonly SourceBlock[]): string {
  return flatParagraphs(blocks).map(({ label, runs }) => label + runs.map((run) => run.text).join('')).join('\n').trim()
}

/** What stands beside the body: it counts no paragraphs of it. */
export function readAside(parent: XmlElement, reading: Reading): string {
  const { isContents, isBreakDue, paragraphs } = reading
  const text = textOfBlocks(reading.readBlocks(parent, reading))
  Object.assign(reading, { isContents, isBreakDue, paragraphs })
  return text
}
