/** A .docx file as a value (SPEC IMPORT-5, IMPORT-6). Only the wanted parts are read, nothing outside the file is followed, no macro or object is opened. */
import { fail, succeed, type Result } from '../../../shared/base/result'
import { changeOf, readParagraph, type Reading } from './paragraphReader'
import { limits } from '../limits'
import { ImportRefusal } from '../refusal'
import { nothingMet, type SourceBlock, type SourceCell, type SourceComment, type SourceDocument, type SourceParagraph, type SourceTable } from '../sourceDocument'
import { createNumbering } from './wordNumbering'
import { readStyles } from './wordStyles'
import { child, elements, flag, parseXml, value, type XmlElement } from '../xmlTree'
import { openZip, type ZipPackage } from '../zipParts'


/** Reads the file; a failure names what is wrong with it, never a bug. */
export function readWordFile(bytes: Uint8Array): Result<SourceDocument> {
  try {
    return succeed(readPackage(openZip(bytes)))
  } catch (reason) {
    if (reason instanceof ImportRefusal) return fail(reason.error)
    throw reason
  }
}

function readPackage(zip: ZipPackage): SourceDocument {
  const main = relationships(zip, '').get('officeDocument') ?? 'word/document.xml'
  const related = relationships(zip, main)
  const part = (type: string): XmlElement | null => {
    const name = related.get(type)
    const data = name === undefined ? null : zip.part(name)
    return data === null ? null : parseXml(data)
  }
  const data = zip.part(main)
  if (data === null) throw new ImportRefusal('fileDamaged', 'no document')
  const body = child(parseXml(data), 'w:body')
  if (body === null) throw new ImportRefusal('fileDamaged', 'no body')
  const styles = readStyles(part('styles'))
  const reading: Reading = { styles, number: createNumbering(part('numbering'), styles), met: { ...nothingMet }, quotes: new Map(), partOf: relationTargets(zip, main, 'Id'), paragraphs: 0, characters: 0 }
  const cells = { count: 0 }
  const blocks = elements(body).flatMap((element) => readBlock(element, reading, cells))
  return { blocks, notes: [], margins: [], pictures: new Map(), comments: readComments(part('comments'), reading), styleNames: styles.all.map((style) => style.name), met: { ...reading.met } }
}

/** Parts that a part refers to, by the last word of the kind; what lies outside the file is left out. */
export function relationships(zip: ZipPackage, owner: string): ReadonlyMap<string, string> {
  return relationTargets(zip, owner, 'Type')
}

function relationTargets(zip: ZipPackage, owner: string, by: 'Id' | 'Type'): ReadonlyMap<string, string> {
  const slash = owner.lastIndexOf('/') + 1
  const data = zip.part(`${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`)
  if (data === null) return new Map()
  return new Map(elements(parseXml(data)).filter((each) => each.attributes['TargetMode'] !== 'External').map((each) => {
    const target = each.attributes['Target'] ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `${owner.slice(0, slash)}${target}`
    return [(each.attributes[by] ?? '').split('/').pop() ?? '', path.replace(/(^|\/)\.\//g, '$1').replace(/[^/]+\/\.\.\//g, '')] as const
  }))
}

function readBlock(element: XmlElement, reading: Reading, cells: { count: number }): readonly SourceBlock[] {
  if (element.name === 'w:p') return readParagraph(element, reading)
  if (element.name === 'w:tbl') return [readTable(element, reading, cells)]
  if (element.name === 'mc:AlternateContent') return elements(child(element, 'mc:Fallback') ?? child(element, 'mc:Choice')).flatMap((each) => readBlock(each, reading, cells))
  if (['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveTo', 'w:moveFrom'].includes(element.name)) return elements(element).flatMap((each) => readBlock(each, reading, cells))
  return []
}

/** Elements of a kind below, also inside content controls. */
function through(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((each) => (each.name === name ? [each] : ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(each.name) ? through(each, name) : []))
}

function readTable(table: XmlElement, reading: Reading, cells: { count: number }): SourceTable {
  const rows = through(table, 'w:tr').map((row) => {
    const properties = child(row, 'w:trPr')
    const change = changeOf(child(properties, 'w:del'), 'removed') ?? changeOf(child(properties, 'w:ins'), 'added')
    if (change !== null) reading.met.changes += 1
    const read = through(row, 'w:tc').map((cell): SourceCell => {
      cells.count += 1
      if (cells.count > limits.cells) throw new ImportRefusal('fileTooLong', 'cells')
      const cellProperties = child(cell, 'w:tcPr')
      const merge = child(cellProperties, 'w:vMerge')
      return {
        paragraphs: elements(cell).flatMap((each) => readBlock(each, reading, cells)).flatMap(flattened),
        columns: Math.min(limits.columns, Math.max(1, Number(value(child(cellProperties, 'w:gridSpan')) ?? 1) || 1)),
        isContinued: merge !== null && (value(merge) ?? 'continue') === 'continue',
      }
    })
    return { cells: read, isHeader: flag(properties, 'w:tblHeader') ?? false, before: Math.min(limits.columns, Math.max(0, Number(value(child(properties, 'w:gridBefore')) ?? 0) || 0)), ...(change === null ? {} : { change }) }
  })
  return { kind: 'table', rows }
}

/** A table inside a cell is read as its paragraphs. */
function flattened(block: SourceBlock): readonly SourceParagraph[] {
  return block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
}

function readComments(part: XmlElement | null, reading: Reading): readonly SourceComment[] {
  return elements(part).filter((each) => each.name === 'w:comment').map((comment) => {
    const quote = reading.quotes.get(comment.attributes['w:id'] ?? '')
    const inner: Reading = { ...reading, met: { ...nothingMet }, quotes: new Map(), number: () => ({ label: '', isBullet: false }) }
    const text = elements(comment).filter((each) => each.name === 'w:p').flatMap((each) => readParagraph(each, inner)).map((paragraph) => paragraph.runs.map((run) => run.text).join('')).join('\n')
    return { author: comment.attributes['w:author'] ?? '', at: comment.attributes['w:date'] ?? '', text, paragraph: quote?.paragraph ?? 0, quote: quote?.quote ?? '' }
  })
}
