/** The text of one paragraph of a Word file with all that stands inside it: changes, fields, links, comments, text boxes. */
import { stampId, stampName } from '../../../shared/print/layoutStamp'
import { limits } from '../limits'
import { ImportRefusal } from '../refusal'
import type { SourceMet, SourceChange, SourceParagraph, SourceRun } from '../sourceDocument'
import type { NumberParagraph } from './wordNumbering'
import { listPlace, outlineOf, type WordStyles } from './wordStyles'
import { child, elements, flag, textOf, value, type XmlElement } from '../xmlTree'

/** What goes on through the whole file. */
export interface Reading {
  readonly styles: WordStyles
  readonly number: NumberParagraph
  readonly met: { -readonly [Key in keyof SourceMet]: number }
  /** Open and closed ranges of comments by id. */
  readonly quotes: Map<string, { paragraph: number; quote: string; isOpen: boolean }>
  /** Parts of the file by the id under which the document refers to them. */
  readonly partOf: ReadonlyMap<string, string>
  paragraphs: number
  characters: number
}

/** The paragraph, and the text boxes that stand in it as paragraphs of their own. */
export function readParagraph(element: XmlElement, reading: Reading, rowChange: SourceChange | null = null): readonly SourceParagraph[] {
  reading.paragraphs += 1
  if (reading.paragraphs > limits.paragraphs) throw new ImportRefusal('fileTooLong', 'paragraphs')
  const properties = child(element, 'w:pPr')
  const style = reading.styles.get(value(child(properties, 'w:pStyle')))
  const mark = child(properties, 'w:rPr')
  const end = changeOf(child(mark, 'w:del'), 'removed') ?? changeOf(child(mark, 'w:ins'), 'added') ?? changeOf(child(mark, 'w:moveFrom'), 'removed') ?? changeOf(child(mark, 'w:moveTo'), 'added')
  if (end !== null) reading.met.changes += 1
  const state: State = { reading, styleId: style?.id ?? null, runs: [], boxes: [], fields: [], pictures: [] }
  for (const each of elements(element)) readInline(each, state, null)
  const isGone = rowChange?.kind === 'removed' || (end?.kind === 'removed' && state.runs.every((run) => run.change?.kind === 'removed'))
  const list = listPlace(properties)
  const { label } = isGone ? { label: '' } : reading.number({ numId: list.numId, level: list.level, style: style?.id ?? null })
  const own: SourceParagraph = {
    kind: 'paragraph',
    style: { id: style?.id ?? '', name: style?.name ?? '' },
    outline: child(properties, 'w:outlineLvl') === null ? reading.styles.find(style?.id ?? null, (each) => each.outline) : outlineOf(properties),
    label,
    runs: joined(state.runs),
    pageBreakBefore: flag(properties, 'w:pageBreakBefore') ?? false,
    ...(state.pictures[0] === undefined ? {} : { picture: state.pictures[0] }),
    ...(end === null ? {} : { end }),
  }
  return [own, ...state.boxes]
}

interface State {
  readonly reading: Reading
  readonly styleId: string | null
  readonly runs: SourceRun[]
  readonly boxes: SourceParagraph[]
  /** Parts of the file. */
  readonly pictures: string[]
  /** For each open field whether its result is being read. */
  readonly fields: boolean[]
}

/** Elements whose content is read as if they were not there. */
const transparent = new Set(['w:hyperlink', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo', 'w:fldSimple', 'm:oMath', 'm:oMathPara'])
const changes: Readonly<Record<string, SourceChange['kind']>> = { 'w:ins': 'added', 'w:moveTo': 'added', 'w:del': 'removed', 'w:moveFrom': 'removed' }

function readInline(element: XmlElement, state: State, change: SourceChange | null): void {
  const { reading } = state
  const kind = changes[element.name]
  if (kind !== undefined) {
    reading.met.changes += 1
    // What was added and then removed is gone; an inner mark says more than the outer one.
    const inner = changeOf(element, kind)
    for (const each of elements(element)) readInline(each, state, change?.kind === 'removed' ? change : inner)
  } else if (element.name === 'w:r') readRun(element, state, change)
  else if (element.name === 'm:r') addText(textOf(element), {}, state, change)
  else if (element.name === 'mc:AlternateContent') readInlineChoice(element, state, change)
  else if (transparent.has(element.name) || element.name.startsWith('m:')) for (const each of elements(element)) readInline(each, state, change)
  else if (element.name === 'w:commentRangeStart') reading.quotes.set(element.attributes['w:id'] ?? '', { paragraph: reading.paragraphs - 1, quote: '', isOpen: true })
  else if (element.name === 'w:commentRangeEnd') {
    const quote = reading.quotes.get(element.attributes['w:id'] ?? '')
    if (quote !== undefined) quote.isOpen = false
  }
}

function readInlineChoice(element: XmlElement, state: State, change: SourceChange | null): void {
  const chosen = child(element, 'mc:Fallback') ?? child(element, 'mc:Choice')
  for (const each of elements(chosen)) readInline(each, state, change)
}

function readRun(run: XmlElement, state: State, change: SourceChange | null): void {
  const properties = child(run, 'w:rPr')
  const isHidden = flag(properties, 'w:vanish') ?? state.reading.styles.find(value(child(properties, 'w:rStyle')) ?? state.styleId, (style) => style.isHidden) ?? false
  const underline = value(child(properties, 'w:u'))
  const manner = {
    ...(flag(properties, 'w:b') ? { bold: true as const } : {}), ...(flag(properties, 'w:i') ? { italic: true as const } : {}),
    ...(child(properties, 'w:u') !== null && underline !== 'none' ? { underline: true as const } : {}),
  }
  for (const element of elements(run)) readRunContent(element, state, manner, isHidden, change)
}

type Manner = Pick<SourceRun, 'bold' | 'italic' | 'underline'>

function readRunContent(element: XmlElement, state: State, manner: Manner, isHidden: boolean, change: SourceChange | null): void {
  switch (element.name) {
    case 'w:fldChar': {
      const type = element.attributes['w:fldCharType']
      if (type === 'begin') state.fields.push(false)
      else if (type === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = true
      else if (type === 'end') state.fields.pop()
      return
    }
    case 'mc:AlternateContent': {
      const chosen = child(element, 'mc:Fallback') ?? child(element, 'mc:Choice')
      for (const each of elements(chosen)) readRunContent(each, state, manner, isHidden, change)
      return
    }
    case 'w:drawing': case 'w:pict': case 'w:object':
      readTextBoxes(element, state)
      return
    case 'w:footnoteReference': case 'w:endnoteReference':
      state.reading.met.notes += 1
      return
    default: {
      const text = characterOf(element)
      if (text === '' || state.fields.includes(false)) return
      if (isHidden) state.reading.met.hidden += text.length
      else addText(text, manner, state, change)
    }
  }
}

/** The text of an element of a run; '' for all that is no text. */
export function characterOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:t': case 'w:delText': return textOf(element)
    case 'w:tab': case 'w:ptab': return '\t'
    case 'w:br': return element.attributes['w:type'] === 'page' ? '\f' : element.attributes['w:type'] === 'column' ? '' : '\n'
    case 'w:cr': return '\n'
    case 'w:noBreakHyphen': return '-'
    case 'w:sym': {
      const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
      return Number.isNaN(code) || code > 0xffff ? '' : String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)
    }
    default: return ''
  }
}

function addText(text: string, manner: Manner, state: State, change: SourceChange | null): void {
  const { reading } = state
  reading.characters += text.length
  if (reading.characters > limits.characters) throw new ImportRefusal('fileTooLong', 'characters')
  state.runs.push({ text, ...manner, ...(change === null ? {} : { change }) })
  if (change?.kind !== 'removed') for (const quote of reading.quotes.values()) if (quote.isOpen && quote.quote.length < 200) quote.quote += text
}

/** Text boxes are paragraphs of their own behind the paragraph they hang on; of pictures it is noted which parts they are. */
function readTextBoxes(element: XmlElement, state: State): void {
  for (const each of elements(element)) {
    const part = each.name === 'a:blip' ? state.reading.partOf.get(each.attributes['r:embed'] ?? '') : undefined
    if (part !== undefined) state.pictures.push(part)
    if (isStamp(each)) continue
    if (each.name === 'w:txbxContent') {
      state.reading.met.textBoxes += 1
      readBoxContent(each, state)
    } else readTextBoxes(each, state)
  }
}

/** 归档章 of an export is no text of the report. */
function isStamp(element: XmlElement): boolean {
  return (element.name.endsWith(':rect') && element.attributes['id'] === `box${stampId}`) || elements(element).some(({ name, attributes }) => name.endsWith(':docPr') && attributes['name'] === stampName)
}

/** The paragraphs of a text box, those of its tables included. */
function readBoxContent(parent: XmlElement, state: State): void {
  for (const each of elements(parent)) {
    if (each.name === 'w:p') state.boxes.push(...readParagraph(each, state.reading))
    else if (['w:tbl', 'w:tr', 'w:tc', 'w:sdt', 'w:sdtContent'].includes(each.name)) readBoxContent(each, state)
  }
}

/** The change that an element names, or null if there is none. */
export function changeOf(element: XmlElement | null, kind: SourceChange['kind']): SourceChange | null {
  return element === null ? null : { kind, author: element.attributes['w:author'] ?? '', at: element.attributes['w:date'] ?? '' }
}

function joined(runs: readonly SourceRun[]): readonly SourceRun[] {
  return runs.reduce<SourceRun[]>((all, run) => {
    const last = all[all.length - 1]
    const isAlike = last !== undefined && last.bold === run.bold && last.italic === run.italic && last.underline === run.underline && last.change?.kind === run.change?.kind && last.change?.author === run.change?.author && last.change?.at === run.change?.at
    if (isAlike) all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
    return all
  }, [])
}
