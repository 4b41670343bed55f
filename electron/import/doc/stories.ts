/** What does not stand in the main text: notes, comments, headers and footers, text boxes. */
import { flatParagraphs, plainTextOf, type SourceComment, type SourceNote, type SourceParagraph } from '../sourceDocument'
import { buildBlocks, noDrawing } from './blocks'
import { soft, u16, u32, u8, wideText } from './bytes'
import { fieldCode } from './fields'
import { positionTable, tableBytes, type FileInformation, type Range, type TableName } from './fileInformation'
import { paragraphIndexOf, readParagraphs } from './paragraphs'
import type { Section } from './sections'
import type { WordDocument } from './wordDocument'

/** Paragraphs of a part of the text, those of its tables included. */
export function paragraphsIn(document: WordDocument, range: Range): readonly SourceParagraph[] {
  return flatParagraphs(buildBlocks(document, readParagraphs(document, range, []), () => noDrawing).blocks)
}

function textIn(document: WordDocument, range: Range): string {
  return plainTextOf(paragraphsIn(document, range))
}

/** The parts of a story, from one position to the next. None goes back behind the one before, whatever the positions say. */
export function partsOf(positions: readonly number[], story: Range): readonly Range[] {
  let reached = story.from
  return positions.slice(1).map((end, index) => {
    const from = Math.min(Math.max(story.from + (positions[index] ?? 0), reached), story.to)
    const to = Math.min(Math.max(story.from + end, from), story.to)
    reached = to
    return { from, to }
  })
}

export interface NoteMarks {
  readonly characters: Iterable<number>
  /** `own` is the character that stands there: the mark of a note that is not counted. */
  readonly at: (character: number, own: string) => string
  /** The notes whose marks were met, in order. */
  readonly notes: (document: WordDocument) => readonly SourceNote[]
}

/** Footnotes and endnotes are counted together, in the order of the text; `tell` hears of damage. */
export function noteMarks(information: FileInformation, table: Uint8Array, tell?: () => void): NoteMarks {
  const places = new Map<number, { readonly part: Range; readonly isCounted: boolean }>()
  const find = (references: TableName, texts: TableName, story: Range): void => soft(() => {
    const positions = positionTable(tableBytes(information, table, references), 2)
    const parts = partsOf(positionTable(tableBytes(information, table, texts), 0).positions, story)
    for (let index = 0; index < positions.count; index += 1) {
      const part = parts[index]
      if (part !== undefined) places.set(positions.positions[index] ?? 0, { part, isCounted: u16(positions.record(index), 0) !== 0 })
    }
  }, undefined, tell)
  find('footnoteReferences', 'footnoteTexts', information.stories.footnotes)
  find('endnoteReferences', 'endnoteTexts', information.stories.endnotes)
  const met = new Map<number, string>()
  let counted = 0
  return {
    characters: places.keys(),
    at: (character, own) => {
      const known = met.get(character)
      if (known !== undefined) return known
      const isCounted = (places.get(character)?.isCounted ?? true) || own < ' '
      counted += isCounted ? 1 : 0
      const mark = isCounted ? `[${counted}]` : own
      met.set(character, mark)
      return mark
    },
    notes: (document) => [...met].map(([character, mark]) => {
      const text = textIn(document, places.get(character)?.part ?? { from: 0, to: 0 })
      return { mark, text: text.startsWith(mark) ? text.slice(mark.length).trim() : text }
    }),
  }
}

/** The first stories are lines that part notes from the text; then come six for each section: headers and footers of even, of other and of first pages. */
const firstMargin = 6

/** Texts of the headers and footers that are printed, each once. */
export function margins(document: WordDocument, information: FileInformation, table: Uint8Array, sections: readonly Section[]): readonly string[] {
  const { headers, headerTextBoxes } = information.stories
  const found = new Set<string>()
  const hasEvenPages = soft(() => (u8(tableBytes(information, table, 'properties'), 0) & 1) === 1, true)
  soft(() => {
    partsOf(positionTable(tableBytes(information, table, 'headerTexts'), 0).positions, headers).slice(firstMargin).forEach((part, index) => {
      const place = index % 6
      const isPrinted = place === 0 || place === 2 ? hasEvenPages : place < 4 || (sections[Math.floor(index / 6)]?.hasTitlePage ?? true)
      if (isPrinted && part.to > part.from) found.add(textIn(document, part))
    })
    // Word 6 and 95 part them in another way.
    if (information.place('headerTexts').length === 0 && headers.to > headers.from) found.add(textIn(document, headers))
    if (headerTextBoxes.to > headerTextBoxes.from) found.add(textIn(document, headerTextBoxes))
  }, undefined)
  found.delete('')
  return [...found]
}

const commentBytes = 30
const dateBytes = 18

export function comments(document: WordDocument, information: FileInformation, table: Uint8Array, starts: readonly number[]): readonly SourceComment[] {
  return soft(() => {
    const references = positionTable(tableBytes(information, table, 'commentReferences'), commentBytes)
    const parts = partsOf(positionTable(tableBytes(information, table, 'commentTexts'), 0).positions, information.stories.comments)
    const owners = soft(() => names(tableBytes(information, table, 'commentOwners')), [])
    const quotes = soft(() => quotedRanges(information, table), new Map<number, Range>())
    const dates = soft(() => tableBytes(information, table, 'commentDates'), new Uint8Array(0))
    return Array.from({ length: references.count }, (_, index): SourceComment => {
      const record = references.record(index)
      const quote = quotes.get(u32(record, 26))
      return {
        author: owners[u16(record, 20)] ?? '', at: (index + 1) * dateBytes <= dates.length ? dateText(u32(dates, index * dateBytes)) : '',
        text: textIn(document, parts[index] ?? { from: 0, to: 0 }), paragraph: paragraphIndexOf(starts, quote?.from ?? references.positions[index] ?? 0),
        quote: quote === undefined ? '' : plainText(document, quote).slice(0, 200),
      }
    })
  }, [])
}

function plainText({ text, fields }: WordDocument, { from, to }: Range): string {
  let plain = ''
  for (let at = from; at < Math.min(to, from + 1000); at += 1) if (((fields[at] ?? 0) & fieldCode) === 0 && text.charCodeAt(at) >= 0x20) plain += text.charAt(at)
  return plain
}

/** Names one after the other, each with its length in front. */
function names(bytes: Uint8Array): readonly string[] {
  const found: string[] = []
  for (let at = 0; at + 2 <= bytes.length;) {
    const length = u16(bytes, at)
    found.push(wideText(bytes, at + 2, length))
    at += 2 + length * 2
  }
  return found
}

/** What comments are about, by the number that they give for it ([MS-DOC] 2.9.4). */
function quotedRanges(information: FileInformation, table: Uint8Array): ReadonlyMap<number, Range> {
  const bookmarks = tableBytes(information, table, 'commentBookmarks')
  const begins = positionTable(tableBytes(information, table, 'commentStarts'), 4)
  const ends = positionTable(tableBytes(information, table, 'commentEnds'), 0).positions
  const count = bookmarks.length < 6 ? 0 : u16(bookmarks, 2)
  const found = new Map<number, Range>()
  // Each has no name, and ten bytes with its number.
  for (let index = 0; index < Math.min(count, begins.count); index += 1) {
    const number = u32(bookmarks, 6 + index * 12 + 4)
    found.set(number, { from: begins.positions[index] ?? 0, to: ends[u16(begins.record(index), 0)] ?? 0 })
  }
  return found
}

/** Minutes, hours, day, month, years since 1900, in bits ([MS-DOC] 2.9.67). */
function dateText(packed: number): string {
  if (packed === 0) return ''
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${((packed >>> 20) & 0x1ff) + 1900}-${two((packed >>> 16) & 0xf)}-${two((packed >>> 11) & 0x1f)}T${two((packed >>> 6) & 0x1f)}:${two(packed & 0x3f)}:00`
}
