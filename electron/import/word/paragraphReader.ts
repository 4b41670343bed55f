/** One paragraph of a Word file with all that stands inside it: changes, fields, links, comments, formulas. */
import { limits } from '../limits'
import { sourceParagraph, type SourceChange, type SourceParagraph, type SourceRun } from '../sourceDocument'
import { isContentsStyle } from '../styleNames'
import { child, elements, flag, value, type XmlElement } from '../xmlTree'
import { chosen } from './alternatives'
import type { ParagraphState, Reading } from './reading'
import { addText, isHidden, readRun } from './runReader'
import { formulaText } from './wordMath'
import { firstSaid } from '../firstSaid'
import { listPlace, outlineOf } from './wordStyles'

export interface ReadParagraph {
  readonly own: SourceParagraph
  /** What hangs on the paragraph: its text boxes, and its pictures but the first. */
  readonly behind: readonly SourceParagraph[]
  /** The end of the paragraph is hidden: what follows stands on the same line. */
  readonly isJoined: boolean
}

interface Place {
  /** The row that the paragraph stands in was added or removed. */
  readonly rowChange: SourceChange | null
  /** The number of this line has been given to what stands before it. */
  readonly isNumbered: boolean
}

export function readParagraph(element: XmlElement, reading: Reading, { rowChange, isNumbered }: Place): ReadParagraph {
  reading.paragraphs += 1
  reading.tally.paragraph()
  const properties = child(element, 'w:pPr')
  const style = reading.styles.get(value(child(properties, 'w:pStyle')))
  const chain = reading.styles.chain(style?.id ?? null)
  const mark = child(properties, 'w:rPr')
  const end = endOf(mark)
  if (end !== null) reading.met.changes += 1
  const state: ParagraphState = { reading, chain, runs: [], sizes: new Map(), boxes: [], pictures: [] }
  for (const each of elements(element)) readInline(each, state, null)
  const isJoined = (flag(mark, 'w:specVanish') ?? false) || isHidden(mark, state)
  const isGone = rowChange?.kind === 'removed' || (end?.kind === 'removed' && state.runs.every((run) => run.change?.kind === 'removed')) || (isJoined && state.runs.length === 0)
  const list = listPlace(properties)
  const outline = outlineOf(properties) ?? firstSaid(chain, (each) => each.outline)
  const size = mostOf(state.sizes)
  const own: SourceParagraph = {
    kind: 'paragraph',
    style: { id: (style?.id ?? '').slice(0, limits.name), name: style?.name ?? '' },
    outline: outline === 'body' ? null : outline,
    label: isGone || isNumbered ? '' : reading.number({ numId: list.numId, level: list.level, style: style?.id ?? null }).label.slice(0, limits.name),
    runs: joined(state.runs),
    pageBreakBefore: flag(properties, 'w:pageBreakBefore') ?? firstSaid(chain, (each) => each.pageBreakBefore) ?? false,
    ...((value(child(properties, 'w:jc')) ?? firstSaid(chain, (each) => each.alignment) ?? reading.styles.defaults.alignment) === 'center' ? { isCentered: true as const } : {}),
    ...(reading.isContents || isContentsStyle(style?.name ?? '') ? { isContents: true as const } : {}),
    ...(size === null ? {} : { size }),
    ...(state.pictures[0] === undefined ? {} : { picture: state.pictures[0] }),
    ...(end === null ? {} : { end }),
  }
  return { own, isJoined, behind: [...state.boxes, ...state.pictures.slice(1).map((picture) => pictureParagraph(picture, reading))] }
}

/** A paragraph for a picture that has none of its own. */
export function pictureParagraph(picture: string, reading: Reading): SourceParagraph {
  reading.paragraphs += 1
  reading.tally.paragraph()
  return sourceParagraph('', { picture })
}

function endOf(mark: XmlElement | null): SourceChange | null {
  return changeOf(child(mark, 'w:del'), 'removed') ?? changeOf(child(mark, 'w:ins'), 'added') ?? changeOf(child(mark, 'w:moveFrom'), 'removed') ?? changeOf(child(mark, 'w:moveTo'), 'added')
}

function mostOf(sizes: ReadonlyMap<number, number>): number | null {
  return [...sizes].reduce<readonly [number, number] | null>((most, each) => (most === null || each[1] > most[1] ? each : most), null)?.[0] ?? null
}

/** What holds no text. */
const silent = new Set(['w:pPr', 'w:sdtPr', 'w:sdtEndPr', 'w:txbxContent'])
const changes: ReadonlyMap<string, SourceChange['kind']> = new Map([['w:ins', 'added'], ['w:moveTo', 'added'], ['w:del', 'removed'], ['w:moveFrom', 'removed']])

function readInline(element: XmlElement, state: ParagraphState, change: SourceChange | null): void {
  const { reading } = state
  const kind = changes.get(element.name)
  if (kind !== undefined) {
    reading.met.changes += 1
    // What was added and then removed is gone; an inner mark says more than the outer one.
    const inner = changeOf(element, kind)
    for (const each of elements(element)) readInline(each, state, change?.kind === 'removed' ? change : inner)
  } else if (element.name === 'w:r') readRun(element, state, change)
  else if (reading.drawn.has(element)) addText(reading.drawn.get(element) ?? '', {}, state, change)
  else if (element.name === 'm:oMath') addText(formulaText(element), {}, state, change)
  else if (element.name === 'mc:AlternateContent') for (const each of elements(chosen(element))) readInline(each, state, change)
  else if (element.name === 'w:subDoc') reading.met.objects += 1
  else if (element.name === 'w:commentRangeStart') openQuote(element.attributes['w:id'] ?? '', reading)
  else if (element.name === 'w:commentRangeEnd') {
    const quote = reading.quotes.get(element.attributes['w:id'] ?? '')
    if (quote !== undefined) quote.hasEnded = true
  // Links, tags, controls, and whatever else is put around text.
  } else if (!silent.has(element.name)) for (const each of elements(element)) readInline(each, state, change)
}

function openQuote(id: string, reading: Reading): void {
  const quote = { paragraph: reading.paragraphs - 1, text: '', hasEnded: false }
  reading.quotes.set(id, quote)
  reading.openQuotes.push(quote)
}

/** Who or when, as an element says. */
export function nameIn(element: XmlElement, attribute: string): string {
  return (element.attributes[attribute] ?? '').slice(0, limits.name)
}

/** The change that an element names, or null if there is none. */
export function changeOf(element: XmlElement | null, kind: SourceChange['kind']): SourceChange | null {
  return element === null ? null : { kind, author: nameIn(element, 'w:author'), at: nameIn(element, 'w:date') }
}

function joined(runs: readonly SourceRun[]): readonly SourceRun[] {
  const all: SourceRun[] = []
  let texts: string[] = []
  const close = (): void => {
    const last = all.pop()
    if (last !== undefined) all.push({ ...last, text: texts.join('') })
  }
  for (const run of runs) {
    const last = all[all.length - 1]
    if (last !== undefined && isAlike(last, run)) texts.push(run.text)
    else {
      close()
      all.push(run)
      texts = [run.text]
    }
  }
  close()
  return all
}

function isAlike(one: SourceRun, other: SourceRun): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.underline === other.underline && one.change?.kind === other.change?.kind && one.change?.author === other.change?.author && one.change?.at === other.change?.at
}
