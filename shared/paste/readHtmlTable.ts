/** Tables of HTML as rows of plain cells (SPEC PASTE-5): spans become merges, hidden rows and cells are left out and told. */
import { soundMerges } from '../report/cellMerges'
import type { CellMerge } from '../report/report'
import { mannerIn, type Declarations, type Manner } from './hiddenStyle'
import { plainText, type HtmlElement, type HtmlNode } from './htmlTree'
import type { HtmlWalk } from './htmlWalk'
import { lineText, type PastedPart } from './pasted'

/** Beyond this a table is no table of a report. */
const mostColumns = 100

/** Places that the spans of one table may cover, beside four for each cell: spans cost a file nothing, places cost time. */
const mostCovered = 50_000

/** A cell of more lines or characters than this holds an article, where nothing draws the table. */
const mostLines = 8
const mostCharacters = 600

export interface ReadTable {
  readonly parts: readonly PastedPart[]
  /** What stood in the table beside its cells: a caption, or text that HTML puts in front of it. */
  readonly outside: readonly HtmlNode[]
}

interface Cell {
  readonly element: HtmlElement
  /** What stands in it. */
  readonly parts: readonly PastedPart[]
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
      // A form around rows is none for a browser.
      else if (node.name === 'form') readRows(node.children, inside, isHead)
      else if (node.name === 'tr') rows.push({ cells: readCells(node, inside, walk, outside), isHead })
      else outside.push(node)
    }
  }
  readRows(table.children, around, false)
  const only = rows[0]?.cells[0]
  // A frame of one cell is no table.
  if (rows.length === 1 && rows[0]?.cells.length === 1 && only !== undefined) return { parts: only.parts, outside }
  const cells = rows.map((row) => row.cells)
  if (walk.file !== null && (isLayout(table, cells, walk) || isColumn(table, cells, walk))) return { parts: cells.flat().flatMap(({ parts }) => parts), outside }
  const grid = layOut(cells)
  const first = grid.rows[0]
  if (first === undefined || first.length === 0) return { parts: [], outside }
  const heads = rows.findIndex((row) => !row.isHead && !row.cells.every(({ element }) => element.name === 'th'))
  return { parts: [{ kind: 'table', ...grid, headerRows: heads > 0 ? heads : grid.rows.length > 1 ? 1 : 0 }, ...cells.flat().flatMap(({ parts }) => parts.flatMap(pictureOf))], outside }
}

function readCells(row: HtmlElement, manner: Manner, walk: HtmlWalk, outside: HtmlNode[]): readonly Cell[] {
  return row.children.flatMap((node): readonly Cell[] => {
    if (typeof node === 'string') {
      if (node.trim() !== '') outside.push(node)
      return []
    }
    const inside = mannerIn(node.name, walk.styleOf(node), node.attributes, manner)
    if (node.name === 'form') return [...readCells(node, inside, walk, outside)]
    if (node.name !== 'td' && node.name !== 'th') {
      outside.push(node)
      return []
    }
    // A hidden cell keeps its place: the others would move.
    if (!inside.isHidden) return [{ element: node, parts: walk.read(node.children, inside, node) }]
    hide(node, walk)
    return [{ element: node, parts: [] }]
  })
}

function hide(node: HtmlElement, walk: HtmlWalk): void {
  const text = plainText(node.children).replace(/\s+/g, ' ').trim()
  if (text !== '') walk.remove('hidden', text)
}

/** The pictures of a cell stand behind its table. */
function pictureOf(part: PastedPart): readonly PastedPart[] {
  const picture = part.kind === 'line' ? part.look?.picture : undefined
  return picture === undefined ? [] : [{ kind: 'line', runs: [], heading: 0, look: { picture } }]
}

/** Whether a table that nothing draws has no two texts beside each other: lines, with empty cells for their margins. */
function isColumn(table: HtmlElement, rows: readonly (readonly Cell[])[], walk: HtmlWalk): boolean {
  return !isDrawn(table, rows.flat(), walk) && rows.every((cells) => cells.filter(({ parts }) => parts.length > 0).length <= 1)
}

function isDrawn(table: HtmlElement, cells: readonly Cell[], walk: HtmlWalk): boolean {
  return hasBorder(walk.styleOf(table), table) || cells.slice(0, 40).some(({ element }) => hasBorder(walk.styleOf(element), element))
}

/** Whether a table that nothing draws only places parts of a page beside each other: an article, other tables, headings. */
function isLayout(table: HtmlElement, rows: readonly (readonly Cell[])[], walk: HtmlWalk): boolean {
  if (table.attributes['role'] === 'presentation') return true
  const cells = rows.flat()
  return !isDrawn(table, cells, walk) && cells.some(({ parts }) => {
    const lines = parts.flatMap((part) => (part.kind === 'line' ? [part] : []))
    return lines.length > mostLines || parts.some((part) => part.kind === 'table' || (part.kind === 'line' && part.heading > 0)) || lines.reduce((sum, line) => sum + lineText(line).length, 0) > mostCharacters
  })
}

function hasBorder(style: Declarations, { attributes }: HtmlElement): boolean {
  const isWritten = ['border', 'border-top', 'border-bottom', 'border-left', 'border-width', 'border-style', 'mso-border-alt'].some((name) => /[1-9]|solid|double|dashed|dotted|thin|medium/.test((style[name] ?? '').replace(/#[0-9a-f]+|rgb\([^)]*\)|none.*$/g, '')))
  return isWritten || /^[1-9]/.test(attributes['border'] ?? '')
}

/** The cells in their places; a span that runs into another cell or out of the table is cut. */
function layOut(rows: readonly (readonly Cell[])[]): { readonly rows: readonly (readonly string[])[]; readonly merges: readonly CellMerge[] } {
  const taken: boolean[][] = rows.map(() => [])
  const texts: (string | undefined)[][] = rows.map(() => [])
  const merges: CellMerge[] = []
  let budget = mostCovered + 4 * rows.reduce((sum, cells) => sum + cells.length, 0)
  rows.forEach((cells, row) => {
    let column = 0
    for (const { element, parts } of cells) {
      while (taken[row]?.[column] === true) column += 1
      const wanted = { columns: span(element.attributes['colspan'], mostColumns), height: Math.min(span(element.attributes['rowspan'], rows.length), rows.length - row) }
      const { columns, height } = wanted.columns * wanted.height <= budget ? wanted : { columns: 1, height: 1 }
      budget -= columns * height
      for (let down = 0; down < height; down += 1) for (let across = 0; across < columns; across += 1) (taken[row + down] ?? [])[column + across] = true
      const own = texts[row]
      if (own !== undefined) own[column] = cellText(parts)
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

function cellText(parts: readonly PastedPart[]): string {
  return parts.map((part) => {
    if (part.kind === 'line') return lineText(part)
    return part.kind === 'table' ? part.rows.map((row) => row.filter((text) => text !== '').join(' ')).join('\n') : ''
  }).filter((text) => text !== '').join('\n')
}

function span(text: string | undefined, most: number): number {
  const value = Math.floor(Number(text ?? '1'))
  return Number.isFinite(value) ? Math.max(1, Math.min(most, value)) : 1
}
