/** Paragraphs, lists and tables of an OpenDocument text, in order. */
import { noNumber, type CountedNumber } from '../listCounter'
import { flatParagraphs, sourceParagraph, type SourceBlock, type SourceParagraph } from '../sourceDocument'
import { child, elements, textOf, type XmlElement } from '../xmlTree'
import { readDrawing, type DrawingPlace } from './odtDrawings'
import { wholeOf, type OdtList } from './odtLists'
import { followChange, type Reading } from './odtReading'
import { firstSaid } from '../firstSaid'
import type { StyleChain } from './odtStyles'
import { isPart, readTable } from './odtTable'
import { readParagraph } from './odtText'

/** Elements whose content is read as if they were not there. */
const wrappers = new Set(['text:index-body', 'text:index-title', 'text:alphabetical-index', 'text:illustration-index', 'text:table-index', 'text:object-index', 'text:user-index', 'text:bibliography', 'text:meta', 'text:page-sequence'])

export function readBlocks(parent: XmlElement, reading: Reading): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (const each of elements(parent)) readBlock(each, blocks, reading)
  return blocks
}

function readBlock(element: XmlElement, blocks: SourceBlock[], reading: Reading): void {
  const { name, attributes } = element
  if (name === 'text:p' || name === 'text:h') add(blocks, readParagraph(element, reading, (chain) => headingLabel(element, chain, reading)))
  else if (name === 'text:list') readList(element, null, blocks, reading)
  else if (name === 'text:numbered-paragraph') readNumbered(element, blocks, reading)
  else if (isPart(element, 'table')) add(blocks, tableIn(element, reading))
  else if (name === 'text:section') {
    const isShown = attributes['text:display'] === undefined || attributes['text:display'] === 'true' || (attributes['text:display'] === 'condition' && attributes['text:is-hidden'] !== 'true')
    if (isShown) add(blocks, readBlocks(element, reading))
    else reading.met.hidden += textOf(element).length
  } else if (name === 'text:table-of-content') {
    const before = reading.isContents
    reading.isContents = true
    add(blocks, readBlocks(element, reading))
    reading.isContents = before
  } else if (name === 'text:tracked-changes') readChanges(element, reading)
  else if (name === 'text:change-start' || name === 'text:change-end') followChange(element, reading)
  else if (wrappers.has(name)) add(blocks, readBlocks(element, reading))
  else if (name.startsWith('draw:')) add(blocks, pageDrawing(element, reading))
}

function readChanges(element: XmlElement, { met, deletions }: Reading): void {
  for (const region of elements(element).filter(({ name }) => name === 'text:changed-region')) {
    met.changes += 1
    if (child(region, 'text:deletion') !== null) deletions.add(region.attributes['xml:id'] ?? region.attributes['text:id'] ?? '')
  }
}

function add(blocks: SourceBlock[], found: readonly SourceBlock[]): void {
  for (const each of found) blocks.push(each)
}

/** A table; none is left of one that stands whole in what a change has removed. */
function tableIn(element: XmlElement, reading: Reading): readonly SourceBlock[] {
  const before = [...reading.openDeletions]
  const blocks = readTable(element, reading, readBlocks)
  const isRemoved = before.some((id) => reading.openDeletions.has(id))
  return isRemoved && flatParagraphs(blocks).every(({ runs, picture }) => runs.length === 0 && picture === undefined) ? [] : blocks
}

/** A drawing that hangs on a page and not on a paragraph. */
function pageDrawing(element: XmlElement, reading: Reading): readonly SourceParagraph[] {
  const place: DrawingPlace = { reading, boxes: [], pictures: [] }
  readDrawing(element, place)
  return [...place.boxes, ...place.pictures.map((picture) => sourceParagraph('', { picture }))]
}

/** Where a nested list stands. */
interface Place {
  readonly list: OdtList
  readonly style: string | null
  readonly level: number
}

/** The number belongs to the first paragraph of an item; lists in it go on with the numbers of the same list. */
function readList(element: XmlElement, outer: Place | null, blocks: SourceBlock[], reading: Reading): void {
  const style = element.attributes['text:style-name'] ?? outer?.style ?? styleOfFirst(element, reading)
  const list = outer?.list ?? reading.lists.open(element, style)
  const place: Place = { list, style, level: outer === null ? 0 : outer.level + 1 }
  for (const item of elements(element)) {
    if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue
    let isNumbered = item.name === 'text:list-header'
    for (const each of elements(item)) {
      if (each.name === 'text:list') readList(each, place, blocks, reading)
      else if (each.name === 'text:p' || each.name === 'text:h') {
        add(blocks, readParagraph(each, reading, () => {
          if (isNumbered) return ''
          isNumbered = true
          return labelOf(reading.lists.count(list, item.attributes['text:style-override'] ?? style, place.level, wholeOf(item.attributes['text:start-value'])), each, item)
        }))
      } else readBlock(each, blocks, reading)
    }
  }
}

/** A list without a style has that of its paragraphs. */
function styleOfFirst(list: XmlElement, reading: Reading): string | null {
  for (const item of elements(list)) {
    const first = child(item, 'text:p') ?? child(item, 'text:h')
    if (first !== null) return firstSaid(reading.styles.paragraph(first.attributes['text:style-name'] ?? null), (style) => style.list)
    const inner = child(item, 'text:list')
    if (inner !== null) return styleOfFirst(inner, reading)
  }
  return null
}

function readNumbered(element: XmlElement, blocks: SourceBlock[], reading: Reading): void {
  const { attributes } = element
  const style = attributes['text:style-name'] ?? styleOfFirst({ name: 'text:list', attributes: {}, children: [element] }, reading)
  const key = attributes['text:list-id'] ?? `style ${style ?? ''}`
  const level = Math.max(0, (wholeOf(attributes['text:level']) ?? 1) - 1)
  for (const each of elements(element)) {
    if (each.name === 'text:p' || each.name === 'text:h') add(blocks, readParagraph(each, reading, () => labelOf(reading.lists.count({ counters: `numbered ${key}`, style }, style, level, wholeOf(attributes['text:start-value'])), each, element)))
  }
}

/** Headings are numbered by the style of the outline, unless their own style has another list or none. */
function headingLabel(element: XmlElement, chain: StyleChain, { lists }: Reading): string {
  const { attributes } = element
  if (element.name !== 'text:h' || attributes['text:is-list-header'] === 'true') return ''
  const list = firstSaid(chain, (style) => style.list)
  const level = (wholeOf(attributes['text:outline-level']) ?? 1) - 1
  if (level < 0 || (list !== null && list !== lists.outline)) return labelOf(noNumber, element, element)
  const start = wholeOf(attributes['text:start-value']) ?? (attributes['text:restart-numbering'] === 'true' ? 1 : null)
  return labelOf(lists.heading(level, start), element, element)
}

/** The number as the program wrote it out, if it did; else as it is counted. A bullet is none. */
function labelOf({ label, isBullet }: CountedNumber, paragraph: XmlElement, item: XmlElement): string {
  const written = child(paragraph, 'text:number') ?? child(item, 'text:number')
  if (written === null || isBullet) return label
  const text = textOf(written).trim()
  return /[\p{L}\p{N}]/u.test(text) ? `${text}${label.endsWith(' ') ? ' ' : ''}` : ''
}
