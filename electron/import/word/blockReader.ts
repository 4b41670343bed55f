/** Paragraphs and tables of a part of a Word file, in order. */
import { limits } from '../limits'
import { noNumber } from '../listCounter'
import type { SourceBlock, SourceCell, SourceChange, SourceParagraph, SourceTable } from '../sourceDocument'
import { child, elements, flag, textOf, value, type XmlElement } from '../xmlTree'
import { chosen } from './alternatives'
import { changeOf, pictureParagraph, readParagraph } from './paragraphReader'
import type { Reading } from './reading'

interface Flow {
  readonly blocks: SourceBlock[]
  readonly rowChange: SourceChange | null
  /** The beginning of a line whose end is hidden. */
  open: { readonly first: SourceParagraph; readonly rest: SourceParagraph[] } | null
  /** The line that is read has its number: its beginning had one, and lost its end. */
  isNumbered: boolean
  /** What hangs on paragraphs that go on in the next one: it follows when they end. */
  readonly behind: SourceBlock[]
  /** The properties of sections that ended, and the number of blocks before the end. */
  readonly sections: { readonly properties: XmlElement; readonly end: number }[]
}

export interface Story extends Pick<Flow, 'blocks' | 'sections'> {}

/** The paragraphs in a text box, those of its tables included. */
export function readBox(content: XmlElement, reading: Reading): readonly SourceParagraph[] {
  return readStory(content, reading).blocks.flatMap(flattened)
}

/** What stands in an element that holds paragraphs. */
export function readBlocks(parent: XmlElement, reading: Reading): readonly SourceBlock[] {
  return readStory(parent, reading).blocks
}

/** The same, with the sections that end in it. */
export function readStory(parent: XmlElement, reading: Reading, rowChange: SourceChange | null = null): Story {
  const flow: Flow = { blocks: [], rowChange, open: null, isNumbered: false, behind: [], sections: [] }
  for (const each of elements(parent)) readBlock(each, flow, reading)
  close(flow)
  return flow
}

function readBlock(element: XmlElement, flow: Flow, reading: Reading): void {
  if (element.name === 'w:p') addParagraph(element, flow, reading)
  else if (element.name === 'w:tbl') {
    close(flow)
    const { table, pictures } = readTable(element, reading)
    flow.blocks.push(table, ...pictures)
  } else if (element.name === 'mc:AlternateContent') for (const each of elements(chosen(element))) readBlock(each, flow, reading)
  else if (element.name === 'w:sdt') readControl(element, flow, reading)
  else if (element.name === 'w:altChunk') addChunk(element, flow, reading)
  // Another document beside this one.
  else if (element.name === 'w:subDoc') reading.met.objects += 1
  // A formula that stands between paragraphs.
  else if (element.name === 'm:oMathPara' || element.name === 'm:oMath') addParagraph({ name: 'w:p', attributes: {}, children: [element] }, flow, reading)
  // Changes, tags, controls, and whatever else is put around paragraphs.
  else if (element.name !== 'w:sectPr') for (const each of elements(element)) readBlock(each, flow, reading)
}

function addChunk(element: XmlElement, flow: Flow, reading: Reading): void {
  const part = reading.relations.get(element.attributes['r:id'] ?? '')?.part ?? null
  const blocks = part === null ? null : reading.readChunk(part, reading)
  close(flow)
  if (blocks === null) reading.met.objects += 1
  else for (const block of blocks) flow.blocks.push(block)
}

function readControl(element: XmlElement, flow: Flow, reading: Reading): void {
  const gallery = value(child(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery'))
  const wasContents = reading.isContents
  if (gallery === 'Table of Contents') reading.isContents = true
  for (const each of elements(element)) readBlock(each, flow, reading)
  reading.isContents = wasContents
}

function addParagraph(element: XmlElement, flow: Flow, reading: Reading): void {
  const { own, behind, isJoined } = readParagraph(element, reading, { rowChange: flow.rowChange, isNumbered: flow.isNumbered || flow.open !== null })
  // Of a line whose inner ends are removed the first number stays.
  const goesOn = own.end?.kind === 'removed'
  flow.isNumbered = (goesOn || isJoined) && (flow.isNumbered || own.label !== '')
  if (flow.open !== null) flow.open.rest.push(own)
  else if (!isJoined) flow.blocks.push(own)
  else if (own.runs.length > 0 || own.picture !== undefined) flow.open = { first: own, rest: [] }
  flow.behind.push(...behind)
  if (!isJoined) endLine(flow)
  if (!isJoined && !goesOn) placeBehind(flow)
  const section = child(child(element, 'w:pPr'), 'w:sectPr')
  if (section === null) return
  close(flow)
  flow.sections.push({ properties: section, end: flow.blocks.length })
}

function endLine(flow: Flow): void {
  if (flow.open !== null) flow.blocks.push(onOneLine(flow.open.first, flow.open.rest))
  flow.open = null
}

function placeBehind(flow: Flow): void {
  for (const block of flow.behind.splice(0)) flow.blocks.push(block)
}

/** Nothing goes on over this place. */
function close(flow: Flow): void {
  endLine(flow)
  placeBehind(flow)
  flow.isNumbered = false
}

/** A heading and the text behind it on the same line: the line itself is no heading. */
function onOneLine(first: SourceParagraph, rest: readonly SourceParagraph[]): SourceParagraph {
  const last = rest[rest.length - 1]
  if (last === undefined) return first
  const picture = [first, ...rest].find((each) => each.picture !== undefined)?.picture
  return { ...first, outline: null, runs: [first, ...rest].flatMap(({ runs }) => runs), ...(last.end === undefined ? {} : { end: last.end }), ...(last.size === undefined ? {} : { size: last.size }), ...(picture === undefined ? {} : { picture }) }
}

/** Elements of a kind below, whatever stands around them but paragraphs, cells and tables. */
function through(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((each) => (each.name === name ? [each] : each.name === 'mc:AlternateContent' ? through(chosen(each) ?? each, name) : ['w:p', 'w:tc', 'w:tbl'].includes(each.name) ? [] : through(each, name)))
}

/** A table, and the pictures that stand in its cells. */
function readTable(element: XmlElement, reading: Reading): { readonly table: SourceTable; readonly pictures: readonly SourceParagraph[] } {
  const pictures: string[] = []
  const rows = through(element, 'w:tr').flatMap((row): SourceTable['rows'][number][] => {
    const properties = child(row, 'w:trPr')
    const written = changeOf(child(properties, 'w:del'), 'removed') ?? changeOf(child(properties, 'w:ins'), 'added')
    if (written !== null) reading.met.changes += 1
    if (flag(properties, 'w:hidden') === true) {
      countHidden(row, reading)
      return []
    }
    // Text that is not removed keeps its row.
    const change = written?.kind === 'removed' && showsText(row) ? null : written
    const cells = merged(through(row, 'w:tc').map((cell) => readCell(cell, reading, change, pictures)))
    return [{ cells, isHeader: flag(properties, 'w:tblHeader') ?? false, before: count(child(properties, 'w:gridBefore'), 0), ...(change === null ? {} : { change }) }]
  })
  return { table: { kind: 'table', rows }, pictures: pictures.map((picture) => pictureParagraph(picture, reading)) }
}

/** A row that is hidden has no numbers, no notes and no pictures. */
function countHidden(row: XmlElement, reading: Reading): void {
  const aside: Reading = { ...reading, number: () => noNumber, met: { ...reading.met }, keepPicture: () => null, refer: () => '', readChunk: () => null, quotes: new Map(), openQuotes: [] }
  const paragraphs = through(row, 'w:tc').flatMap((cell) => readStory(cell, aside).blocks.flatMap(flattened))
  reading.met.hidden = aside.met.hidden + paragraphs.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 0), 0)
}

const shown = new Set(['w:t', 'w:sym', 'm:t', 'w:drawing', 'w:pict', 'w:object'])

/** Whether anything in it is not removed. */
function showsText(element: XmlElement): boolean {
  return elements(element).some((each) => (shown.has(each.name) ? textOf(each) !== '' || each.name !== 'w:t' : each.name !== 'w:del' && each.name !== 'w:moveFrom' && showsText(each)))
}

interface ReadCell extends SourceCell {
  /** Goes on the cell on its left. */
  readonly goesOn: boolean
}

function readCell(cell: XmlElement, reading: Reading, change: SourceChange | null, pictures: string[]): ReadCell {
  reading.tally.cell()
  const properties = child(cell, 'w:tcPr')
  const merge = child(properties, 'w:vMerge')
  const beside = child(properties, 'w:hMerge')
  const paragraphs = readStory(cell, reading, change).blocks.flatMap(flattened).map(({ picture, ...paragraph }): SourceParagraph => {
    if (picture !== undefined) pictures.push(picture)
    return paragraph
  })
  return { paragraphs, columns: Math.max(1, count(child(properties, 'w:gridSpan'), 1)), isContinued: merge !== null && (value(merge) ?? 'continue') === 'continue', goesOn: beside !== null && (value(beside) ?? 'continue') === 'continue' }
}

/** Old files write the cells that are merged with the one on their left. */
function merged(cells: readonly ReadCell[]): readonly SourceCell[] {
  const row: { paragraphs: SourceParagraph[]; columns: number; readonly isContinued: boolean }[] = []
  for (const { goesOn, ...cell } of cells) {
    const left = goesOn ? row[row.length - 1] : undefined
    if (left === undefined) row.push({ ...cell, paragraphs: [...cell.paragraphs] })
    else {
      left.columns = Math.min(limits.columns, left.columns + cell.columns)
      left.paragraphs.push(...cell.paragraphs.filter(({ runs }) => runs.length > 0))
    }
  }
  return row
}

function count(element: XmlElement | null, otherwise: number): number {
  return Math.min(limits.columns, Math.max(0, Math.trunc(Number(value(element) ?? otherwise)) || otherwise))
}

/** A table inside a cell or a text box is read as its paragraphs. */
function flattened(block: SourceBlock): readonly SourceParagraph[] {
  return block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
}
