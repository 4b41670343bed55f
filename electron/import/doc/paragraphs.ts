/** The paragraphs of a part of a Word document, with all that stands inside them. */
import { damaged } from './bytes'
import { lastAtMost } from './formattingPages'
import { fieldCode, formHere, noteHere, objectResult } from './fields'
import { formText } from './formFields'
import type { Range } from './fileInformation'
import type { CharacterLook, ParagraphLook } from './looks'
import type { SourceParagraph, SourceRun } from '../sourceDocument'
import { isContentsStyle } from '../styleNames'
import type { Section } from './sections'
import { symbolInFont, textInFont } from '../word/wordSymbols'
import type { WordDocument } from './wordDocument'

export interface WordParagraph {
  readonly from: number
  readonly to: number
  /** The character that ends it. */
  readonly mark: string
  readonly look: ParagraphLook
  readonly content: Content
  /** Its end is gone: what follows belongs to it. */
  readonly isJoined: boolean
  readonly isMarkRemoved: boolean
}

interface Content {
  readonly runs: readonly SourceRun[]
  readonly sizes: ReadonlyMap<number, number>
  /** Keys of its pictures. */
  readonly pictures: readonly string[]
  /** Drawings that hang here, by character. */
  readonly drawings: readonly number[]
}

const paragraphEnds = /[\r\u0007\f]/g

/** A form feed ends a paragraph only where a section ends. */
export function readParagraphs(document: WordDocument, { from, to }: Range, sections: readonly Section[]): readonly WordParagraph[] {
  const { text } = document
  const ends = new Set(sections.map((section) => section.end))
  const pageStarts = new Set(sections.slice(1).flatMap((section, index) => (section.isOnNewPage ? sections[index]?.end ?? [] : [])))
  const found: WordParagraph[] = []
  const change: OpenChange = { kind: null }
  const end = Math.min(to, text.length)
  const search = new RegExp(paragraphEnds)
  search.lastIndex = from
  for (let at = from; at < end;) {
    const match = search.exec(text)
    const isLast = match === null || match.index >= end
    const mark = isLast ? end : match.index
    if (!isLast && match[0] === '\f' && !ends.has(mark + 1)) continue
    document.tally.paragraph()
    const paragraph = readParagraph(document, at, mark, isLast ? '' : text.charAt(mark), change)
    found.push(pageStarts.has(at) ? { ...paragraph, look: { ...paragraph.look, pageBreakBefore: true } } : paragraph)
    at = mark + 1
  }
  return found
}

interface OpenChange {
  kind: 'added' | 'removed' | null
}

function readParagraph(document: WordDocument, from: number, mark: number, markText: string, change: OpenChange): WordParagraph {
  const { text, fields, met } = document
  const look = document.paragraphLookAt(Math.min(mark, text.length - 1))
  const reading: Reading = { document, runs: [], sizes: new Map(), drawings: [], pictures: [] }
  let last: CharacterLook | null = null
  for (let at = from; at < mark || (at === mark && markText !== '');) {
    const { look: manner, to: runEnd } = document.characterLookAt(at, look.style)
    const isMark = at === mark
    const to = isMark ? at + 1 : Math.min(runEnd, mark)
    countChange(document, manner, change)
    if (isMark) last = manner
    else if (manner.isHidden && !manner.isRemoved) for (let index = at; index < to; index += 1) met.hidden += ((fields[index] ?? 0) & fieldCode) === 0 && text.charCodeAt(index) >= 0x20 ? 1 : 0
    else if (!manner.isRemoved) readRun(reading, at, to, manner)
    at = to
  }
  const isMarkRemoved = last?.isRemoved === true
  return { from, to: mark, mark: markText, look, content: reading, isMarkRemoved, isJoined: markText === '\r' && (isMarkRemoved || last?.isJoined === true || last?.isHidden === true) }
}

/** Neighbouring text of the same kind of change is one change. */
function countChange({ met }: WordDocument, manner: CharacterLook, open: OpenChange): void {
  const kind = manner.isRemoved ? 'removed' : manner.isInserted ? 'added' : null
  if (kind !== null && kind !== open.kind) met.changes += 1
  open.kind = kind
}

interface Reading {
  readonly document: WordDocument
  readonly runs: SourceRun[]
  readonly sizes: Map<number, number>
  readonly drawings: number[]
  readonly pictures: string[]
}

function readRun(reading: Reading, from: number, to: number, manner: CharacterLook): void {
  const { document, runs, sizes } = reading
  const whole = document.text
  const isPlain = (at: number): boolean => document.fields[at] === 0 && whole.charCodeAt(at) >= 0x20
  const font = manner.font === null ? undefined : document.fonts[manner.font]
  let text = ''
  for (let at = from; at < to;) {
    let end = at
    while (end < to && manner.symbol === null && isPlain(end)) end += 1
    if (end > at) text += textInFont(whole.slice(at, end), font)
    else if (((document.fields[at] ?? 0) & fieldCode) === 0) text += characterText(reading, at, manner)
    at = Math.max(end, at + 1)
  }
  if (text === '') return
  document.tally.characters(text.length)
  if (manner.size !== null) sizes.set(manner.size, (sizes.get(manner.size) ?? 0) + text.length)
  const { isBold, isItalic, isUnderlined } = manner
  const previous = runs[runs.length - 1]
  if (previous !== undefined && previous.bold === (isBold || undefined) && previous.italic === (isItalic || undefined) && previous.underline === (isUnderlined || undefined)) runs[runs.length - 1] = { ...previous, text: previous.text + text }
  else runs.push({ text, ...(isBold ? { bold: true as const } : {}), ...(isItalic ? { italic: true as const } : {}), ...(isUnderlined ? { underline: true as const } : {}) })
}

/** What stands in the text for a character; '' for all that is no text. */
function characterText(reading: Reading, at: number, manner: CharacterLook): string {
  const { document } = reading
  if (((document.fields[at] ?? 0) & noteHere) !== 0) return document.noteMark(at, document.text.charAt(at))
  if (((document.fields[at] ?? 0) & formHere) !== 0) return document.shown.get(at) ?? (manner.pictureAt === null ? '' : formText(document.data, manner.pictureAt))
  const character = document.text.charAt(at)
  if (manner.symbol !== null && character === '(') {
    const symbol = symbolInFont(document.fonts[manner.symbol.font] ?? '', manner.symbol.code)
    if (symbol === null) document.met.drawings += 1
    return symbol ?? ''
  }
  if (character >= ' ') return character
  switch (character) {
    case '\t': case '\f': return character
    case '\u000b': return '\n'
    case '\u001e': return '-'
    case '\u0001':
      readPicture(reading, at, manner)
      return ''
    case '\u0008':
      reading.drawings.push(at)
      return ''
    default: return ''
  }
}

function readPicture(reading: Reading, at: number, manner: CharacterLook): void {
  const { document } = reading
  if (((document.fields[at] ?? 0) & objectResult) !== 0) return
  if (manner.isObject || manner.pictureAt === null) {
    if (manner.isObject) document.met.objects += 1
    return
  }
  const key = document.pictureKey(manner.pictureAt)
  if (key === null) document.met.drawings += 1
  else reading.pictures.push(key)
}

/** The paragraphs as they stand in a report: those without an end go on in the next one. */
export function joinParagraphs(paragraphs: readonly WordParagraph[]): readonly WordParagraph[] {
  const joined: WordParagraph[] = []
  let open: WordParagraph[] = []
  for (const paragraph of paragraphs) {
    open.push(paragraph)
    if (paragraph.isJoined) continue
    joined.push(together(open))
    open = []
  }
  if (open.length > 0) joined.push(together(open))
  return joined
}

/** Something of it is on paper. */
export function isVisible({ runs, pictures, drawings }: Content): boolean {
  return runs.length > 0 || pictures.length > 0 || drawings.length > 0
}

/** The last one keeps its properties, except for a number that only an earlier one has. */
function together(parts: readonly WordParagraph[]): WordParagraph {
  const last = parts[parts.length - 1]
  const first = parts.find(({ content }) => isVisible(content))
  if (last === undefined) throw damaged('no paragraph')
  if (parts.length === 1 || first === undefined || first === last) return { ...last, from: parts[0]?.from ?? last.from }
  const sizes = new Map<number, number>()
  for (const { content } of parts) for (const [size, count] of content.sizes) sizes.set(size, (sizes.get(size) ?? 0) + count)
  return {
    ...last, from: first.from,
    look: { ...last.look, ...(last.look.list > 0 ? {} : { list: first.look.list, level: first.look.level }), pageBreakBefore: first.look.pageBreakBefore || last.look.pageBreakBefore },
    content: {
      runs: parts.flatMap(({ content }) => content.runs), sizes, drawings: parts.flatMap(({ content }) => content.drawings),
      pictures: parts.flatMap(({ content }) => content.pictures),
    },
  }
}

export function sourceParagraphOf(document: WordDocument, { look, content }: WordParagraph): SourceParagraph {
  const outline = look.outline === null || look.outline > 8 ? null : look.outline
  const size = [...content.sizes].reduce<readonly [number, number] | null>((most, each) => (most === null || each[1] > most[1] ? each : most), null)
  const { label } = document.number(look)
  const name = document.styles.name(look.style)
  document.tally.characters(label.length)
  return {
    kind: 'paragraph', style: { id: '', name }, outline, label, runs: content.runs, pageBreakBefore: look.pageBreakBefore,
    ...(look.isCentered ? { isCentered: true as const } : {}), ...(size === null ? {} : { size: size[0] }), ...(isContentsStyle(name) ? { isContents: true as const } : {}),
  }
}

/** Index of the paragraph in which a character stands. */
export function paragraphIndexOf(starts: readonly number[], character: number): number {
  return Math.max(0, lastAtMost(starts, character))
}
