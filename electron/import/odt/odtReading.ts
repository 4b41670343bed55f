/** What goes on through a whole OpenDocument text. */
import type { Tally } from '../limits'
import { plainTextOf, type SourceBlock, type SourceComment, type SourceMet, type SourceNote } from '../sourceDocument'
import { sizeIn, type OdtLook, type OdtStyles, type StyleChain } from './odtStyles'
import type { OdtLists } from './odtLists'
import { elements, type XmlElement } from '../xmlTree'

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
  /** Changes that remove text, by id; and those of them that the text that is read now belongs to. */
  readonly deletions: Set<string>
  /** Beginnings of changes of any kind that have an end behind them: a removal without one removes nothing. */
  readonly endingChanges: ReadonlySet<XmlElement>
  readonly openDeletions: Set<string>
  /** The key of a picture that is kept; null for kinds that are not, and for what is damaged or too large. */
  readonly keepPicture: (image: XmlElement) => string | null
  /** The text of a formula that is embedded; '' for any other object. */
  readonly formula: (object: XmlElement) => string
  /** Reads paragraphs and tables below an element; here, since these hold text boxes and those hold paragraphs. */
  readonly readBlocks: (parent: XmlElement, reading: Reading) => readonly SourceBlock[]
  /** Inside a table of contents. */
  isContents: boolean
  /** The line that is read has its number: its beginning had one, and lost its end. */
  isNumbered: boolean
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
  /** Of letters and signs. */
  readonly font: string | null
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
export const plainManner: Manner = { underline: false, hidden: false, font: null, western: plainFace, asian: plainFace }

/** What the styles of a chain change in the manner around. */
export function mannerIn(chain: StyleChain, around: Manner): Manner {
  if (chain.length === 0) return around
  const said = <Key extends 'bold' | 'italic' | 'underline' | 'hidden' | 'font'>(kind: 'look' | 'asian', key: Key): OdtLook[Key] | null => chain.find((style) => style[kind][key] !== null)?.[kind][key] ?? null
  const face = (kind: 'look' | 'asian', { bold, italic, size }: Face): Face => ({ bold: said(kind, 'bold') ?? bold, italic: said(kind, 'italic') ?? italic, size: sizeIn(chain, kind, size) })
  return { underline: said('look', 'underline') ?? around.underline, hidden: said('look', 'hidden') ?? around.hidden, font: said('look', 'font') ?? around.font, western: face('look', around.western), asian: face('asian', around.asian) }
}

/** Begins or ends a change. What a change has removed may still stand in its place; mostly it stands with the changes. */
export function followChange(element: XmlElement, { deletions, endingChanges, openDeletions }: Reading): void {
  const id = element.attributes['text:change-id'] ?? ''
  if (element.name === 'text:change-end') openDeletions.delete(id)
  else if (element.name === 'text:change-start' && deletions.has(id) && endingChanges.has(element)) openDeletions.add(id)
}

/** The beginnings of changes that end behind them. */
export function changesThatEnd(text: XmlElement): ReadonlySet<XmlElement> {
  const open = new Map<string, XmlElement[]>()
  const ending = new Set<XmlElement>()
  const walk = (parent: XmlElement): void => {
    for (const each of elements(parent)) {
      const id = each.attributes['text:change-id'] ?? ''
      if (each.name === 'text:change-start') {
        const starts = open.get(id)
        if (starts === undefined) open.set(id, [each])
        else starts.push(each)
      } else if (each.name === 'text:change-end') {
        for (const start of open.get(id) ?? []) ending.add(start)
        open.delete(id)
      } else if (each.name !== 'text:tracked-changes') walk(each)
    }
  }
  walk(text)
  return ending
}

/** What stands beside the body: it counts no paragraphs of it. */
export function readAside(parent: XmlElement, reading: Reading): string {
  const { isContents, isBreakDue, isNumbered, paragraphs } = reading
  const text = plainTextOf(reading.readBlocks(parent, reading))
  Object.assign(reading, { isContents, isBreakDue, isNumbered, paragraphs })
  return text
}
