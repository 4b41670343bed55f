/** Paragraphs, tables and text boxes as facts. Tracked changes count as accepted, hidden text is counted and left out. */
import type { BlockFacts, BoxFacts, ParagraphFacts, RunFacts, TableFacts, TableRowFacts } from '../../../../shared/conform/wordFacts'
import { characterOf } from '../runReader'
import { limits } from '../../limits'
import { ImportRefusal } from '../../refusal'
import type { NumberParagraph } from '../wordNumbering'
import { listPlace, type WordStyles } from '../wordStyles'
import { child, elements, flag, textOf, value, type XmlElement } from '../../xmlTree'
import { borderOf, isHiddenRun, paragraphLook, runLook, type Formatting } from './formatting'
import { readShape } from './shapes'

/** What goes on through the whole file. */
export interface FactReading {
  readonly formatting: Formatting
  readonly styles: WordStyles
  readonly number: NumberParagraph
  readonly met: { changes: number; comments: number; hidden: number; pictures: number }
  /** The properties of the sections that have ended. */
  readonly properties: XmlElement[]
  readonly runLooks: Map<string, Omit<RunFacts, 'text'> | null>
  readonly paragraphLooks: Map<string, ReturnType<typeof paragraphLook>>
  section: number
  paragraphs: number
  characters: number
  hasPageNumber: boolean
}

const wrappers = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'mc:AlternateContent', 'mc:Choice']

/** One element of a body, a cell, a text box or a footer. */
export function readBlocks(element: XmlElement, reading: FactReading): readonly BlockFacts[] {
  if (element.name === 'w:p') return readParagraph(element, reading)
  if (element.name === 'w:tbl') return [readTable(element, reading)]
  if (element.name === 'w:del' || element.name === 'w:moveFrom') reading.met.changes += 1
  return wrappers.includes(element.name) ? elements(element).flatMap((each) => readBlocks(each, reading)) : []
}

interface State {
  readonly reading: FactReading
  readonly style: string | null
  readonly runs: RunFacts[]
  readonly boxes: BoxFacts[]
  /** For each open field whether its result is being read. */
  readonly fields: boolean[]
}

type RunLook = Omit<RunFacts, 'text'>

/** The same properties look the same: one key for all that are written alike. */
function keyOf(style: string | null, properties: XmlElement | null): string {
  let key = style ?? ''
  for (const each of elements(properties)) {
    key += `|${each.name}`
    for (const name in each.attributes) key += ` ${name}=${each.attributes[name] ?? ''}`
    if (each.children.length > 0) key += keyOf('', each)
  }
  return key
}

function readParagraph(element: XmlElement, reading: FactReading): readonly BlockFacts[] {
  reading.paragraphs += 1
  if (reading.paragraphs > limits.paragraphs) throw new ImportRefusal('fileTooLong', 'paragraphs')
  const { formatting } = reading
  const properties = child(element, 'w:pPr')
  const style = value(child(properties, 'w:pStyle'))
  const mark = child(properties, 'w:rPr')
  if (['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].some((name) => child(mark, name) !== null) || child(properties, 'w:pPrChange') !== null) reading.met.changes += 1
  const place = listPlace(properties)
  const number = reading.number({ numId: place.numId, level: place.level, style: reading.styles.get(style)?.id ?? null })
  const state: State = { reading, style, runs: [], boxes: [], fields: [] }
  if (number.label !== '') {
    const levels = [...formatting.runLevels(style, mark), ...(number.run === undefined || number.run === null ? [] : [number.run])]
    state.runs.push({ text: number.label, ...runLook(levels, formatting) })
  }
  for (const each of elements(element)) readInline(each, state)
  const runs = joined(state.runs)
  const own: ParagraphFacts = {
    kind: 'paragraph', text: runs.map((run) => run.text).join(''), runs, style: formatting.styleName(style),
    ...paragraphLookOf(reading, properties, number.paragraph ?? null), section: reading.section, size: lookOf(reading, style, mark)?.size ?? 32,
  }
  const end = child(properties, 'w:sectPr')
  if (end !== null) {
    reading.properties.push(end)
    reading.section += 1
  }
  return [own, ...state.boxes]
}

const transparent = ['w:hyperlink', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo', 'w:fldSimple', 'w:ins', 'w:moveTo', 'm:oMath', 'm:oMathPara']

function readInline(element: XmlElement, state: State): void {
  const { reading } = state
  if (element.name === 'w:ins' || element.name === 'w:del' || element.name === 'w:moveTo' || element.name === 'w:moveFrom') reading.met.changes += 1
  if (element.name === 'w:commentRangeStart') reading.met.comments += 1
  if (element.name === 'w:fldSimple' && isPageField(element.attributes['w:instr'] ?? '')) {
    reading.hasPageNumber = true
    addText('#', child(child(element, 'w:r'), 'w:rPr'), state)
  } else if (element.name === 'w:r') readRun(element, state)
  else if (element.name === 'm:r') addText(textOf(element), null, state)
  else if (element.name === 'mc:AlternateContent') for (const each of elements(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))) readInline(each, state)
  else if (transparent.includes(element.name) || element.name.startsWith('m:')) for (const each of elements(element)) readInline(each, state)
}

function readRun(run: XmlElement, state: State): void {
  const properties = child(run, 'w:rPr')
  if (child(properties, 'w:rPrChange') !== null) state.reading.met.changes += 1
  for (const element of elements(run)) readRunContent(element, properties, state)
}

function isPageField(instruction: string): boolean {
  return /^\s*PAGE\b/i.test(instruction)
}

function readRunContent(element: XmlElement, properties: XmlElement | null, state: State): void {
  const { reading } = state
  switch (element.name) {
    case 'w:fldChar': {
      const type = element.attributes['w:fldCharType']
      if (type === 'begin') state.fields.push(false)
      else if (type === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = true
      else if (type === 'end') state.fields.pop()
      return
    }
    case 'w:instrText':
      if (!isPageField(textOf(element))) return
      reading.hasPageNumber = true
      addText('#', properties, state)
      return
    case 'w:pgNum':
      reading.hasPageNumber = true
      addText('#', properties, state)
      return
    case 'mc:AlternateContent':
      for (const each of elements(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))) readRunContent(each, properties, state)
      return
    case 'w:drawing': case 'w:pict': case 'w:object': {
      const shape = readShape(element, (content) => elements(content).flatMap((each) => readBlocks(each, reading)))
      if (shape.isPicture) reading.met.pictures += 1
      for (const box of shape.boxes) state.boxes.push({ ...box, section: reading.section })
      return
    }
    case 'w:commentReference':
      return
    default: {
      const text = characterOf(element)
      if (text === '' || element.name === 'w:delText' || state.fields.includes(false)) return
      // The result of a page field says nothing beside its sign.
      if (state.fields.length > 0 && /^\d+$/.test(text) && state.runs[state.runs.length - 1]?.text.endsWith('#') === true) return
      addText(text, properties, state)
    }
  }
}

function addText(text: string, properties: XmlElement | null, state: State): void {
  const { reading, style } = state
  reading.characters += text.length
  if (reading.characters > limits.characters) throw new ImportRefusal('fileTooLong', 'characters')
  const look = lookOf(reading, style, properties)
  if (look === null) reading.met.hidden += text.length
  else state.runs.push({ text, ...look })
}

/** Null for hidden text. */
function lookOf(reading: FactReading, style: string | null, properties: XmlElement | null): RunLook | null {
  const key = keyOf(style, properties)
  const known = reading.runLooks.get(key)
  if (known !== undefined) return known
  const levels = reading.formatting.runLevels(style, properties)
  const look = isHiddenRun(levels) ? null : runLook(levels, reading.formatting)
  reading.runLooks.set(key, look)
  return look
}

function paragraphLookOf(reading: FactReading, properties: XmlElement | null, list: XmlElement | null): ReturnType<typeof paragraphLook> {
  const key = `${keyOf('', properties)}#${keyOf('', list)}`
  const known = reading.paragraphLooks.get(key) ?? paragraphLook(reading.formatting.paragraphLevels(properties, list))
  reading.paragraphLooks.set(key, known)
  return known
}

const lookKeys = ['han', 'roman', 'size', 'bold', 'italic', 'underline', 'color', 'spacing', 'scale', 'isShaded'] as const

function joined(runs: readonly RunFacts[]): readonly RunFacts[] {
  return runs.reduce<RunFacts[]>((all, run) => {
    const last = all[all.length - 1]
    if (last !== undefined && lookKeys.every((key) => last[key] === run[key])) all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
    return all
  }, [])
}


function readTable(element: XmlElement, reading: FactReading): TableFacts {
  const look = child(element, 'w:tblPr')
  const borders = child(look, 'w:tblBorders') ?? reading.formatting.tableBorders(value(child(look, 'w:tblStyle')))
  const given = through(element, 'w:tr')
  const section = reading.section
  const rows = given.map((row, index): TableRowFacts => {
    const properties = child(row, 'w:trPr')
    const cells = through(row, 'w:tc')
    reading.paragraphs += cells.length
    if (cells.length > limits.cells) throw new ImportRefusal('fileTooLong', 'cells')
    return {
      isHeader: flag(properties, 'w:tblHeader') ?? false, mayBreak: !(flag(properties, 'w:cantSplit') ?? false),
      cells: cells.map((cell) => {
        const own = child(child(cell, 'w:tcPr'), 'w:tcBorders')
        const side = (name: 'top' | 'bottom', isOuter: boolean): ReturnType<typeof borderOf> => borderOf(child(own, `w:${name}`) ?? child(borders, isOuter ? `w:${name}` : 'w:insideH'))
        return {
          paragraphs: elements(cell).flatMap((each) => readBlocks(each, reading)).flatMap(paragraphsOf),
          above: side('top', index === 0), below: side('bottom', index === given.length - 1),
        }
      }),
    }
  })
  const columns = elements(child(element, 'w:tblGrid')).reduce((sum, each) => sum + (Number(each.attributes['w:w']) || 0), 0)
  return { kind: 'table', width: columns, rows, section }
}

/** A table inside a cell is read as its paragraphs. */
function paragraphsOf(block: BlockFacts): readonly ParagraphFacts[] {
  if (block.kind === 'paragraph') return [block]
  return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)) : []
}

function through(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((each) => (each.name === name ? [each] : ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(each.name) ? through(each, name) : []))
}
