/** One paragraph of an OpenDocument text with all that stands inside it. */
import { limits } from '../limits'
import { sourceParagraph, type SourceParagraph, type SourceRun } from '../sourceDocument'
import { headingByName, isContentsStyle } from '../styleNames'
import { textInFont } from '../word/wordSymbols'
import { child, elements, textOf, type XmlElement } from '../xmlTree'
import { readDrawing } from './odtDrawings'
import { wholeOf } from './odtLists'
import { followChange, mannerIn, plainManner, readAside, type Manner, type Reading } from './odtReading'
import { firstSaid } from '../firstSaid'
import type { StyleChain } from './odtStyles'

export interface ParagraphState {
  readonly reading: Reading
  readonly element: XmlElement
  readonly runs: { -readonly [Key in keyof SourceRun]: SourceRun[Key] }[]
  readonly sizes: Map<number, number>
  readonly boxes: SourceParagraph[]
  readonly pictures: string[]
  /** Blanks of the file are none behind a blank and at the beginning (ODF 1.3, 6.1.2). */
  isAfterBlank: boolean
  isHidden: boolean
  /** Ends of codes of fields that are still to come, and codes that are being read: they are no text. */
  codesToCome: number | null
  openCodes: number
}

/** `label` gives the number of the paragraph; it is asked once, and not for a paragraph that is hidden. */
export function readParagraph(element: XmlElement, reading: Reading, label: (chain: StyleChain) => string): readonly SourceParagraph[] {
  const chain = reading.styles.paragraph(element.attributes['text:style-name'] ?? null)
  const state: ParagraphState = { reading, element, runs: [], sizes: new Map(), boxes: [], pictures: [], isAfterBlank: true, isHidden: false, codesToCome: null, openCodes: 0 }
  const manner = mannerIn(chain, plainManner)
  const before = reading.met.hidden
  readInlines(element, state, manner)
  if (state.isAfterBlank) trimEnd(state.runs)
  if (state.isHidden || (manner.hidden && reading.met.hidden > before && state.runs.length === 0 && state.pictures.length === 0)) {
    reading.met.hidden += state.runs.reduce((sum, { text }) => sum + text.length, 0)
    return state.boxes
  }
  const isGone = reading.openDeletions.size > 0 && state.runs.length === 0 && state.pictures.length === 0
  reading.tally.paragraph()
  reading.paragraphs += 1
  const common = chain.find(({ isAutomatic, name }) => !isAutomatic && name !== '')
  const title = common?.title ?? ''
  const [size] = [...state.sizes].reduce<readonly [number | null, number]>((most, each) => (each[1] > most[1] ? each : most), [null, 0])
  const isNewPage = reading.isBreakDue || firstSaid(chain, (style) => style.breakBefore) === 'page' || (reading.paragraphs > 1 && (firstSaid(chain, (style) => style.masterPage) ?? '') !== '')
  reading.isBreakDue = firstSaid(chain, (style) => style.breakAfter) === 'page'
  const number = isGone || reading.isNumbered ? '' : label(chain).slice(0, limits.name)
  reading.isNumbered = reading.openDeletions.size > 0 && (reading.isNumbered || number !== '')
  const own: SourceParagraph = {
    kind: 'paragraph', style: { id: common?.name ?? '', name: title }, outline: outlineOf(element, chain), label: number, runs: state.runs, pageBreakBefore: isNewPage,
    ...(firstSaid(chain, (style) => style.alignment) === 'center' ? { isCentered: true as const } : {}),
    ...(size === null ? {} : { size }),
    ...(reading.isContents || isContentsStyle(title) ? { isContents: true as const } : {}),
    ...(state.pictures[0] === undefined ? {} : { picture: state.pictures[0] }),
    // What is left of a paragraph whose end is removed goes on in the next one.
    ...(reading.openDeletions.size > 0 ? { end: { kind: 'removed' as const, author: '', at: '' } } : {}),
  }
  return [own, ...state.boxes, ...state.pictures.slice(1).map((picture) => sourceParagraph('', { picture }))]
}

function outlineOf({ name, attributes }: XmlElement, chain: StyleChain): number | null {
  if (name !== 'text:h') {
    // The heading of a table of contents looks like one of the text, and is none.
    const level = firstSaid(chain, (style) => (style.isAutomatic ? null : isContentsStyle(style.title) ? -1 : headingByName(style.title)))
    return level === -1 ? null : level
  }
  const level = (wholeOf(attributes['text:outline-level']) ?? 1) - 1
  return level >= 0 && level <= 8 ? level : null
}

function trimEnd(runs: ParagraphState['runs']): void {
  const last = runs[runs.length - 1]
  if (last === undefined || !last.text.endsWith(' ')) return
  last.text = last.text.slice(0, -1)
  if (last.text === '') runs.pop()
}

/** What is no text of the paragraph. */
const silent = new Set(['text:ruby-text', 'text:script', 'text:number', 'office:event-listeners', 'text:tracked-changes', 'office:annotation-end', 'text:bookmark', 'text:toc-mark', 'text:alphabetical-index-mark', 'text:user-index-mark', 'office:forms'])

function readInlines(parent: XmlElement, state: ParagraphState, manner: Manner): void {
  for (const each of parent.children) {
    if (typeof each === 'string') addFolded(each, state, manner)
    else readInline(each, state, manner)
  }
}

function readInline(element: XmlElement, state: ParagraphState, manner: Manner): void {
  const { name, attributes } = element
  const { reading } = state
  // A field that shows nothing.
  if (attributes['text:display'] === 'none') {
    reading.met.hidden += textOf(element).length
    return
  }
  switch (name) {
    case 'text:span': readInlines(element, state, mannerIn(reading.styles.text(attributes['text:style-name'] ?? null), manner)); return
    case 'text:s': addBlanks(wholeOf(attributes['text:c']) ?? 1, state, manner); return
    case 'text:tab': addText('\t', state, manner); return
    case 'text:line-break': addText('\n', state, manner); return
    case 'text:soft-page-break': return
    case 'text:change-start': case 'text:change-end': followChange(element, reading); return
    case 'text:note': readNote(element, state, manner); return
    case 'office:annotation': readComment(element, state); return
    case 'office:annotation-end': {
      const quote = reading.quotes.get(attributes['office:name'] ?? '')
      if (quote !== undefined) reading.openQuotes.delete(quote)
      return
    }
    case 'field:fieldmark-start':
      // Only in newer files a code stands in the text, with a mark behind it.
      state.codesToCome ??= count(state.element, 'field:fieldmark-separator')
      if (state.codesToCome > 0) state.openCodes += 1
      return
    case 'field:fieldmark-separator':
      state.codesToCome = Math.max(0, (state.codesToCome ?? 0) - 1)
      state.openCodes = Math.max(0, state.openCodes - 1)
      return
    case 'field:fieldmark': addText(formText(element), state, manner); return
    case 'text:hidden-text':
      if (attributes['text:is-hidden'] === 'true') reading.met.hidden += (attributes['text:string-value'] ?? textOf(element)).length
      else readInlines(element, state, manner)
      return
    case 'text:hidden-paragraph':
      state.isHidden ||= attributes['text:is-hidden'] === 'true'
      return
    default:
      if (silent.has(name)) return
      if (name === 'draw:frame' && addFormula(element, state, manner)) return
      if (!name.startsWith('draw:') && !name.startsWith('?dr3d:')) readInlines(element, state, manner)
      else if (reading.openDeletions.size === 0) readDrawing(element, state)
  }
}

/** A formula stands in the line. */
function addFormula(frame: XmlElement, state: ParagraphState, manner: Manner): boolean {
  const object = child(frame, 'draw:object')
  const text = object === null ? '' : state.reading.formula(object)
  addText(text, state, manner)
  return text !== ''
}

function count(parent: XmlElement, name: string): number {
  return elements(parent).reduce((sum, each) => sum + (each.name === name ? 1 : count(each, name)), 0)
}

/** Blanks, tabs and line ends of the file are one blank. */
function addFolded(text: string, state: ParagraphState, manner: Manner): void {
  const folded = text.replace(/[ \t\r\n]+/g, ' ')
  const kept = state.isAfterBlank && folded.startsWith(' ') ? folded.slice(1) : folded
  if (kept === '') return
  addText(kept, state, manner)
  state.isAfterBlank = kept.endsWith(' ')
}

function addBlanks(count: number, state: ParagraphState, manner: Manner): void {
  if (state.reading.openDeletions.size > 0) return
  // Counted before they are made: the file may say any number.
  if (!manner.hidden) state.reading.tally.characters(count)
  if (manner.hidden) state.reading.met.hidden += count
  else push(' '.repeat(count), state, manner)
  state.isAfterBlank = false
}

const longestQuote = 200
const hanText = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\udbff]/

function addText(text: string, state: ParagraphState, manner: Manner): void {
  if (text === '' || state.openCodes > 0) return
  state.isAfterBlank = false
  if (state.reading.openDeletions.size > 0) return
  if (manner.hidden) {
    state.reading.met.hidden += text.length
    return
  }
  state.reading.tally.characters(text.length)
  push(text, state, manner)
  for (const quote of state.reading.openQuotes) {
    quote.quote += text.slice(0, longestQuote)
    if (quote.quote.length >= longestQuote) state.reading.openQuotes.delete(quote)
  }
}

function push(written: string, state: ParagraphState, { underline, font, western, asian }: Manner): void {
  const text = textInFont(written, font ?? undefined)
  const { bold, italic, size } = hanText.test(text) ? asian : western
  if (size !== null) state.sizes.set(size, (state.sizes.get(size) ?? 0) + text.trim().length)
  const last = state.runs[state.runs.length - 1]
  if (last !== undefined && (last.bold === true) === bold && (last.italic === true) === italic && (last.underline === true) === underline) last.text += text
  else state.runs.push({ text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) })
}

function readNote(element: XmlElement, state: ParagraphState, manner: Manner): void {
  const { reading } = state
  // A note whose mark is hidden is not printed.
  if (manner.hidden || reading.openDeletions.size > 0) return
  const own = child(element, 'text:note-citation')?.attributes['text:label']?.slice(0, limits.name) ?? ''
  reading.met.notes += 1
  reading.tally.paragraph()
  if (own === '') reading.countedNotes += 1
  const mark = own === '' ? `[${reading.countedNotes}]` : own
  addText(mark, state, manner)
  const body = child(element, 'text:note-body')
  const place = reading.notes.push({ mark, text: '' }) - 1
  if (body !== null) reading.notes[place] = { mark, text: readAside(body, reading) }
}

/** What a field of a form shows: a box, ticked or not, or the chosen entry of a list. */
function formText(mark: XmlElement): string {
  const values = elements(mark).filter(({ name }) => name === 'field:param').map(({ attributes }) => [attributes['field:name'] ?? '', attributes['field:value'] ?? ''] as const)
  const valueOf = (wanted: string): string | undefined => values.find(([name]) => name === wanted)?.[1]
  const type = mark.attributes['field:type'] ?? ''
  if (type.endsWith('FORMCHECKBOX')) return valueOf('Checkbox_Checked') === 'true' ? '\u2611' : '\u25a1'
  if (!type.endsWith('FORMDROPDOWN')) return ''
  const entries = values.filter(([name]) => name.startsWith('Dropdown_ListEntry')).map(([, entry]) => entry)
  return entries[wholeOf(valueOf('Dropdown_Selected')) ?? 0] ?? ''
}

function readComment(element: XmlElement, { reading }: ParagraphState): void {
  const written = (name: string): string => textOf(child(element, name) ?? { name, attributes: {}, children: [] }).slice(0, limits.name)
  const text = elements(element).filter(({ name }) => name === 'text:p' || name === 'text:list').map(textOf).join('\n')
  const name = element.attributes['office:name']
  reading.tally.paragraph()
  const comment = reading.comments.push({ author: written('dc:creator'), at: written('dc:date'), text, paragraph: reading.paragraphs, quote: '' }) - 1
  if (name === undefined) return
  const quote = { comment, quote: '' }
  reading.quotes.set(name, quote)
  reading.openQuotes.add(quote)
}
