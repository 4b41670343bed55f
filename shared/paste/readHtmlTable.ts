/** Tables of HTML as rows of plain cells (SPEC PASTE-5): spans become merges, hidden rows and cells are left out and told. */
import { soundMerges } from '../report/cellMerges'
import type { CellMerge } from '../report/report'
import { mannerIn, plainManner, type Manner } from './hiddenStyle'
import { plainText, type HtmlElement, type HtmlNode } from './htmlTree'
import type { HtmlWalk } from './htmlWalk'
import { lineText, type PastedPart } from './pasted'

/** Beyond this a table is no table of a report. */
const mostColumns = 100

export interface ReadTable {
  readonly parts: readonly PastedPart[]
  /** What stood in the table beside its cells: a caption, or text that HTML puts in front of it. */
  readonly outside: readonly HtmlNode[]
}

interface Cell {
  readonly element: HtmlElement
  readonly manner: Manner
}

/** The table of this element, or the lines of a frame of one cell. Every text of it is in a cell, in `outside` or told as hidden. */
export function readHtmlTable(table: HtmlElement, walk: HtmlWalk, around: Manner): ReadTable {
  const rows: { readonly cells: readonly Cell[]; readonly isHead: boolean }[] = []
  const outside: HtmlNode[] = []
  const readRows = (nodes: readonly HtmlNode[], manner: Manner, isHead: boolean): void => {
    for (const node of nodes) {
      if (typeof node === 'string') {
        if (node.trim() !== '') outside.push(node)
        continue
      }
      const inside = mannerIn(node.name, walk.styleOf(node), node.attributes, manner)
      if (node.name === 'col' || node.name === 'colgroup') continue
      if (inside.isHidden) hide(node, walk)
      else if (node.name === 'tbody' || node.name === 'thead' || node.name === 'tfoot') readRows(node.children, inside, node.name === 'thead')
      else if (node.name === 'tr') rows.push({ cells: readCells(node, inside, walk, outside), isHead })
      else outside.push(node)
    }
  }
  readRows(table.children, around, false)
  const only = rows[0]?.cells[0]
  // A frame of one cell is lay-out, no table.
  if (rows.length === 1 && rows[0]?.cells.length === 1 && only !== undefined) return { parts: walk.read(only.element.children, only.manner), outside }
  const grid = layOut(rows.map((row) => row.cells), walk)
  const first = grid.rows[0]
  if (first === undefined || first.length === 0) return { parts: [], outside }
  const heads = rows.findIndex((row) => !row.isHead && !row.cells.every(({ element }) => element.name === 'th'))
  return { parts: [{ kind: 'table', ...grid, headerRows: heads > 0 ? heads : grid.rows.length > 1 ? 1 : 0 }], outside }
}

function readCells(row: HtmlElement, manner: Manner, walk: HtmlWalk, outside: HtmlNode[]): readonly Cell[] {
  return row.children.flatMap((node): readonly Cell[] => {
    if (typeof node === 'string') {
      if (node.trim() !== '') outside.push(node)
      return []
    }
    const inside = mannerIn(node.name, walk.styleOf(node), node.attributes, manner)
    if (node.name !== 'td' && node.name !== 'th') {
      outside.push(node)
      return []
    }
    // A hidden cell keeps its place: the others would move.
    if (!inside.isHidden) return [{ element: node, manner: inside }]
    hide(node, walk)
    return [{ element: { ...node, children: [] }, manner: plainManner }]
  })
}

function hide(node: HtmlElement, walk: HtmlWalk): void {
  const text = plainText(node.children).replace(/\s+/g, ' ').trim()
  if (text !== '') walk.remove('hidden', text)
}

/** The cells in their places; a span that runs into another cell or out of the table is cut. */
function layOut(rows: readonly (readonly Cell[])[], walk: HtmlWalk): { readonly rows: readonly (readonly string[])[]; readonly merges: readonly CellMerge[] } {
  const taken: boolean[][] = rows.map(() => [])
  const texts: (string | undefined)[][] = rows.map(() => [])
  const merges: CellMerge[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const { element, manner } of cells) {
      while (taken[row]?.[column] === true) column += 1
      const [columns, height] = [span(element.attributes['colspan'], mostColumns), Math.min(span(element.attributes['rowspan'], rows.length), rows.length - row)]
      for (let down = 0; down < height; down += 1) for (let across = 0; across < columns; across += 1) (taken[row + down] ?? [])[column + across] = true
      const own = texts[row]
      if (own !== undefined) own[column] = cellText(element, manner, walk)
      if (columns * height > 1) merges.push({ row, column, rows: height, columns })
      column += columns
    }
  })
  // Columns in which no cell begins are no columns: web pages and Excel fill rows up with endless spans.
  const width = texts.reduce((most, row) => Math.max(most, row.length), 0)
  const used = Array.from({ length: width }, (_, column) => column).filter((column) => texts.some((row) => row[column] !== undefined))
  const even = texts.map((row) => used.map((column) => row[column] ?? ''))
  const placed = merges.map((merge) => {
    const columns = used.filter((column) => column >= merge.column && column < merge.column + merge.columns)
    return { ...merge, column: used.indexOf(merge.column), columns: columns.length }
  })
  return { rows: even, merges: soundMerges({ rows: even, merges: placed }) }
}

function cellText(element: HtmlElement, manner: Manner, walk: HtmlWalk): string {
  return walk.read(element.children, manner).map((part) => {
    if (part.kind === 'line') return lineText(part)
    return part.kind === 'table' ? part.rows.map((row) => row.filter((text) => text !== '').join(' ')).join('\n') : ''
  }).filter((text) => text !== '').join('\n')
}

function span(text: string | undefined, most: number): number {
  const value = Math.floor(Number(text ?? '1'))
  return Number.isFinite(value) ? Math.max(1, Math.min(most, value)) : 1
}
