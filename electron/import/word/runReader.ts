/** The characters of a run with their look, and what hangs on it: fields, notes, symbols, drawings. */
import type { SourceChange, SourceRun } from '../sourceDocument'
import { child, elements, textOf, value, type XmlElement } from '../xmlTree'
import { chosen } from './alternatives'
import { readDrawing } from './drawings'
import type { ParagraphState, Reading } from './reading'
import { formText } from './wordFields'
import { firstSaid } from '../firstSaid'
import { runLook, type RunLook, type WordStyle } from './wordStyles'
import { symbolOf, textInFonts } from './wordSymbols'

interface Manner extends Pick<SourceRun, 'bold' | 'italic' | 'underline'> {
  readonly isHidden: boolean
  readonly size: number | null
  readonly font: string | undefined
  readonly signFont: string | undefined
}

/** What a switch of characters is in the end: said directly, else a switch that styles of paragraph and characters turn over (ISO/IEC 29500-1, 17.7.3). */
function isOn(name: 'bold' | 'italic' | 'hidden', own: RunLook, characters: readonly WordStyle[], { reading, chain }: Pick<ParagraphState, 'reading' | 'chain'>): boolean {
  const said = (styles: readonly WordStyle[]): boolean => firstSaid(styles, (style) => style.run[name]) ?? false
  return own[name] ?? (reading.styles.defaults.run[name] === true || said(chain) !== said(characters))
}

/** Whether the file hides characters with these properties. */
export function isHidden(properties: XmlElement | null, state: Pick<ParagraphState, 'reading' | 'chain'>): boolean {
  return isOn('hidden', runLook(properties), characterStyles(properties, state.reading), state)
}

function characterStyles(properties: XmlElement | null, reading: Reading): readonly WordStyle[] {
  const id = value(child(properties, 'w:rStyle'))
  return id === null ? [] : reading.styles.chain(id)
}

function mannerOf(properties: XmlElement | null, state: ParagraphState): Manner {
  const own = runLook(properties)
  const characters = characterStyles(properties, state.reading)
  const underline = child(properties, 'w:u')
  return {
    ...(isOn('bold', own, characters, state) ? { bold: true as const } : {}), ...(isOn('italic', own, characters, state) ? { italic: true as const } : {}),
    ...(underline !== null && value(underline) !== 'none' ? { underline: true as const } : {}),
    isHidden: isOn('hidden', own, characters, state),
    size: own.size ?? firstSaid(characters, (style) => style.run.size) ?? firstSaid(state.chain, (style) => style.run.size) ?? state.reading.styles.defaults.run.size,
    font: own.font ?? firstSaid(characters, (style) => style.run.font) ?? firstSaid(state.chain, (style) => style.run.font) ?? undefined,
    signFont: own.signFont ?? firstSaid(characters, (style) => style.run.signFont) ?? firstSaid(state.chain, (style) => style.run.signFont) ?? undefined,
  }
}

/** A note's own mark stands in so many elements behind it. */
const mostMarks = 20

/** Of a commented passage so many characters are kept. */
const longestQuote = 200

export function readRun(run: XmlElement, state: ParagraphState, change: SourceChange | null): void {
  const manner = mannerOf(child(run, 'w:rPr'), state)
  const content = elements(run)
  content.forEach((element, index) => {
    if (element.name === 'w:footnoteReference' || element.name === 'w:endnoteReference') readNoteReference(element, content.slice(index + 1, index + 1 + mostMarks), manner, state, change)
    else readRunContent(element, manner, state, change)
  })
}

function readRunContent(element: XmlElement, manner: Manner, state: ParagraphState, change: SourceChange | null): void {
  const { reading } = state
  switch (element.name) {
    case 'mc:AlternateContent':
      for (const each of elements(chosen(element))) readRunContent(each, manner, state, change)
      return
    case 'w:ruby':
      readBase(child(element, 'w:rubyBase'), state, change)
      return
    case 'w:fldChar':
      if (element.attributes['w:fldCharType'] === 'begin') addText(reading.drawn.get(element) ?? formText(element), manner, state, change)
      return
    case 'w:drawing': case 'w:pict': case 'w:object':
      // What was removed is gone with all that stands in it; what is hidden, too.
      if (change?.kind !== 'removed' && !manner.isHidden) readDrawing(element, state)
      return
    default: {
      if (reading.code.has(element)) return
      const text = characterOf(element)
      if (text === '' && element.name === 'w:sym') reading.met.drawings += 1
      addText(element.name === 'w:t' ? textInFonts(text, manner.font, manner.signFont) : text, manner, state, change)
    }
  }
}

/** What stands below a reading, without what was removed. */
function readBase(parent: XmlElement | null, state: ParagraphState, change: SourceChange | null): void {
  for (const each of elements(parent)) {
    if (each.name === 'w:r') readRun(each, state, change)
    else if (each.name !== 'w:del' && each.name !== 'w:moveFrom') readBase(each, state, change)
  }
}

function readNoteReference(element: XmlElement, behind: readonly XmlElement[], manner: Manner, state: ParagraphState, change: SourceChange | null): void {
  // A note whose mark was removed or is hidden is not printed.
  if (change?.kind === 'removed' || manner.isHidden) return
  const own = ['1', 'true', 'on'].includes(element.attributes['w:customMarkFollows'] ?? '') ? behind.map(characterOf).join('').trim() : ''
  const mark = state.reading.refer(element.name === 'w:footnoteReference' ? 'footnote' : 'endnote', element.attributes['w:id'] ?? '', own === '' ? null : own)
  if (own === '') addText(mark, manner, state, change)
}

/** The text of an element of a run; '' for all that is no text. */
export function characterOf(element: XmlElement): string {
  switch (element.name) {
    // A line end inside is one of the file, not of the text.
    case 'w:t': case 'w:delText': return textOf(element).replace(/[\r\n]+/g, ' ')
    case 'w:tab': case 'w:ptab': return '\t'
    case 'w:br': return element.attributes['w:type'] === 'page' ? '\f' : '\n'
    case 'w:cr': return '\n'
    case 'w:noBreakHyphen': return '-'
    case 'w:sym': return symbolOf(element) ?? ''
    default: return ''
  }
}

/** Text of a paragraph; hidden text is counted and left out. */
export function addText(text: string, manner: Partial<Manner>, state: ParagraphState, change: SourceChange | null): void {
  if (text === '') return
  const { reading } = state
  const { isHidden: isLeftOut = false, size = null, font: _font, signFont: _signFont, ...look } = manner
  if (isLeftOut) {
    reading.met.hidden += text.length
    return
  }
  reading.tally.characters(text.length)
  state.runs.push({ text, ...look, ...(change === null ? {} : { change }) })
  if (change?.kind === 'removed') return
  if (size !== null) state.sizes.set(size, (state.sizes.get(size) ?? 0) + text.replace(/\s/g, '').length)
  if (reading.openQuotes.length > 0) quoteText(text, reading)
}

function quoteText(text: string, reading: Reading): void {
  const open = reading.openQuotes.filter(({ hasEnded }) => !hasEnded)
  for (const quote of open) quote.text += text
  reading.openQuotes = open.filter((quote) => quote.text.length < longestQuote)
}
