/** Tables of an OpenDocument text: every place of the grid has an element, those that a merged cell covers as well. */
import { limits } from '../limits'
import { flatParagraphs, sourceParagraph, type SourceBlock, type SourceCell, type SourceTable } from '../sourceDocument'
import { elements, type XmlElement } from '../xmlTree'
import { wholeOf } from './odtLists'
import type { Reading } from './odtReading'
import { firstSaid } from '../firstSaid'

type ReadBlocks = (parent: XmlElement, reading: Reading) => readonly SourceBlock[]

/** Cells that go on downwards, by their first column. */
type Open = Map<number, { rows: number; readonly columns: number }>

/** The table, and its pictures behind it. */
export function readTable(table: XmlElement, reading: Reading, readBlocks: ReadBlocks): readonly SourceBlock[] {
  const chain = reading.styles.table(table.attributes['table:style-name'] ?? null)
  const isNewPage = firstSaid(chain, (style) => style.breakBefore) === 'page' || (reading.paragraphs > 0 && (firstSaid(chain, (style) => style.masterPage) ?? '') !== '')
  reading.isBreakDue ||= isNewPage
  const rows: SourceTable['rows'][number][] = []
  const open: Open = new Map()
  for (const { row, isHeader } of rowsOf(table, false)) {
    const times = repeats(row, 'table:number-rows-repeated', limits.cells + 1)
    for (let time = 0; time < times; time += 1) {
      const cells = readCells(row, open, reading, readBlocks)
      if (cells.length === 0) break
      rows.push({ cells, isHeader, before: 0 })
    }
  }
  const pictures = rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ picture }) => (picture === undefined ? [] : [sourceParagraph('', { picture })]))))
  return rows.length === 0 ? [] : [{ kind: 'table', rows }, ...pictures]
}

/** In drawn shapes LibreOffice has a name of its own for all that belongs to a table. */
export function isPart({ name }: XmlElement, part: string): boolean {
  return name === `table:${part}` || name === `loext:${part}`
}

function rowsOf(parent: XmlElement, isHeader: boolean): readonly { readonly row: XmlElement; readonly isHeader: boolean }[] {
  return elements(parent).flatMap((each) => {
    if (isPart(each, 'table-row')) return [{ row: each, isHeader }]
    if (isPart(each, 'table-header-rows')) return rowsOf(each, true)
    return isPart(each, 'table-rows') || isPart(each, 'table-row-group') || each.name === 'text:soft-page-break' ? rowsOf(each, isHeader) : []
  })
}

function readCells(row: XmlElement, open: Open, reading: Reading, readBlocks: ReadBlocks): readonly SourceCell[] {
  const cells: SourceCell[] = []
  let column = 0
  // Places up to here belong to the cell before them.
  let covered = 0
  for (const element of elements(row)) {
    const isCovered = isPart(element, 'covered-table-cell')
    if (!isCovered && !isPart(element, 'table-cell')) continue
    const times = repeats(element, 'table:number-columns-repeated', limits.columns)
    for (let time = 0; time < times && column < limits.columns; time += 1, column += 1) {
      if (isCovered && column < covered) continue
      reading.tally.cell()
      const above = isCovered ? open.get(column) : undefined
      const columns = Math.min(limits.columns, above?.columns ?? repeats(element, 'table:number-columns-spanned', limits.columns))
      const rows = repeats(element, 'table:number-rows-spanned', limits.cells)
      covered = column + columns
      if (above !== undefined) {
        above.rows -= 1
        if (above.rows === 0) open.delete(column)
      } else if (rows > 1 && !isCovered) open.set(column, { rows: rows - 1, columns })
      else open.delete(column)
      cells.push({ paragraphs: above === undefined ? flatParagraphs(readBlocks(element, reading)) : [], columns, isContinued: above !== undefined })
    }
  }
  return cells
}

/** A number of repetitions or places: at least 1, at most `most`. */
function repeats(element: XmlElement, attribute: string, most: number): number {
  return Math.min(most, Math.max(1, wholeOf(element.attributes[attribute]) ?? 1))
}
