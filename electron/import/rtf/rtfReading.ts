/** What goes on through a whole RTF file. */
import { createListCounter, type CountedList } from '../listCounter'
import { createTally, limits, type Tally } from '../limits'
import { nothingMet, type SourceComment, type SourceMet, type SourceNote } from '../sourceDocument'
import { isContentsStyle } from '../styleNames'
import { textInFont } from '../word/wordSymbols'
import type { RtfEncoding } from './rtfEncoding'
import { createRtfLists, type RtfLists } from './rtfLists'
import { plainLines, plainLook, type Lines, type Look } from './rtfLook'
import { newBox, type Group } from './rtfState'
import { createStory, type GivenNumber, type ParagraphFacts, type Story } from './rtfStory'

/** Paragraphs get from their style what it says and what it got from the one it is based on. */
export interface RtfStyle {
  readonly name: string
  readonly look: Look
  readonly lines: Lines
}

/** A comment that is being read, and the words of the text it is about. */
interface Remark {
  author: string
  at: string
  id: string
}

/** Where a comment begins, and the words it is about. */
export interface Quote {
  readonly paragraph: number
  quote: string
}

const longestQuote = 200

/** Fonts, styles and lists beyond this number are no real ones. */
export const mostDefinitions = 10_000

export interface Reading {
  /** The innermost group. */
  group: Group
  readonly tally: Tally
  readonly met: { -readonly [Key in keyof SourceMet]: number }
  readonly fonts: Map<number, RtfEncoding>
  readonly fontNames: Map<number, string>
  readonly styles: Map<number, RtfStyle>
  readonly styleNames: string[]
  /** Whether the style that is being read is none of paragraphs. */
  readonly openStyle: { isOther: boolean }
  readonly lists: RtfLists
  readonly notes: SourceNote[]
  readonly comments: SourceComment[]
  readonly margins: Set<string>
  readonly pictures: Map<string, Uint8Array>
  /** By length and sum of their bytes. */
  readonly pictureKeys: Map<string, string>
  readonly body: Story
  readonly remark: Remark
  readonly quotes: Map<string, Quote>
  readonly openQuotes: Set<Quote>
  /** Code page of the file, and its usual font. */
  encoding: RtfEncoding
  usualFont: number
  lastChange: 'deleted' | 'added' | null
  /** The program that wrote the file; '' if it does not say. */
  generator: string
}

export function createReading(): Reading {
  const tally = createTally()
  const lists = createRtfLists()
  const count = createListCounter()
  const styles: Reading['styles'] = new Map()
  // Lists of which a paragraph was removed: the numbers that the program wrote behind it are too high.
  const shifted = new Set<string>()
  const listOf = ({ list }: Lines): CountedList | null => (list === null || list === 0 ? null : lists.get(list))
  const labelOf = (lines: Lines, given: GivenNumber | null): string => {
    const list = listOf(lines)
    // What a program writes out for a paragraph that is in none of its lists belongs elsewhere, unless it knows no lists.
    if (list === null) return given === null || (!given.isOld && !lists.isEmpty()) ? '' : writtenLabel(given.text, '')
    const level = lines.level ?? 0
    const counted = count(String(lines.list), list, level)
    return given === null || counted.isBullet || shifted.has(list.counters) ? counted.label : writtenLabel(given.text, list.levels.get(level)?.gap ?? '')
  }
  const body = createStory(tally, true, {
    paragraph: (lines, given) => ({ ...styleFacts(styles, lines), label: labelOf(lines, given) }),
    removed: (lines) => {
      const list = listOf(lines)
      if (list !== null) shifted.add(list.counters)
    },
  })
  const reading: Reading = {
    group: { look: plainLook, lines: plainLines, mode: 'text', story: body, write: () => undefined, fallback: 1, isOptional: false, isFresh: true, resume: null, field: null, isContents: false, box: newBox(), structure: null, onEnd: null },
    tally, met: { ...nothingMet }, fonts: new Map(), fontNames: new Map(), styles, styleNames: [], openStyle: { isOther: false }, lists, notes: [], comments: [], margins: new Set(), pictures: new Map(), pictureKeys: new Map(), body,
    remark: { author: '', at: '', id: '' }, quotes: new Map(), openQuotes: new Set(), encoding: 'western', usualFont: 0, lastChange: null, generator: '',
  }
  reading.group.write = storyWriter(reading, body)
  return reading
}

/** A story beside the body: a note, a header, a text box. Its numbers are those that the file writes out. */
export function sideStory(reading: Reading, keepsPictures: boolean): Story {
  return createStory(reading.tally, keepsPictures, { paragraph: (lines, given) => ({ ...styleFacts(reading.styles, lines), label: given === null ? '' : writtenLabel(given.text, '') }) })
}

/** Writes into a story what the file shows; what it hides or has deleted is counted. */
export function storyWriter(reading: Reading, story: Story): Group['write'] {
  return (text, look) => {
    noteChange(reading, look)
    if (look.deleted) return
    if (look.hidden) {
      reading.met.hidden += text.length
      return
    }
    const font = look.font ?? reading.usualFont
    story.text(reading.fonts.get(font) === 'symbol' ? textInFont(text, reading.fontNames.get(font)) : text, look)
    if (story !== reading.body || reading.openQuotes.size === 0) return
    for (const quote of reading.openQuotes) {
      quote.quote += text.slice(0, longestQuote)
      if (quote.quote.length >= longestQuote) reading.openQuotes.delete(quote)
    }
  }
}

/** Counts a tracked change where it begins. */
export function noteChange(reading: Reading, look: Look): void {
  const change = look.deleted ? 'deleted' : look.added ? 'added' : null
  if (change !== null && change !== reading.lastChange) reading.met.changes += 1
  reading.lastChange = change
}

function styleFacts(styles: Reading['styles'], lines: Lines): Omit<ParagraphFacts, 'label'> {
  const number = lines.style ?? 0
  const own = styles.get(number)
  const name = own?.name ?? ''
  const outline = lines.outline ?? own?.lines.outline ?? -1
  return { style: { id: own === undefined ? '' : `s${number}`, name }, outline: outline === -1 ? null : outline, isContents: lines.isContents || isContentsStyle(name) }
}

/** A tab between number and text is no part of it, nor are blanks before it; a blank that the list asks for may be missing. A mark without letter or digit is no number. */
function writtenLabel(given: string, gap: string): string {
  const label = given.replace(/[\u0000-\u001f\ufffe\uffff\ud800-\udfff]/g, '').replace(/^ +/, '').slice(0, limits.name)
  return /[\p{L}\p{N}]/u.test(label) ? `${label}${label.endsWith(gap) ? '' : gap}` : ''
}
