/**
 * Edits of a table (SPEC TABLE-3). Pure; each returns the very same value if there is nothing to change or the edit is not allowed. Rows stay equally
 * long, areas stay inside and apart, and no text goes but that of what is deleted.
 */
import { mergeAt, mergedCells, soundMerges } from './cellMerges'
import type { CellMerge, TableBlock } from './report'

/** The parts of a table that edits change. */
export type Grid = Pick<TableBlock, 'rows' | 'headerRows' | 'merges'>

/** Half-open range of rows and columns. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** An empty row in front of row `at` (or at the end); an area around the place grows. A row set among header rows is one of them. */
export function insertRow<Table extends Grid>(table: Table, at: number): Table {
  if (at < 0 || at > table.rows.length) return table
  const rows = [...table.rows.slice(0, at), emptyCells(widthOf(table)), ...table.rows.slice(at)]
  return withGrid(table, rows, soundMerges(table).map((merge) => grown(merge, at, 'row')), table.headerRows + (at < table.headerRows ? 1 : 0))
}

/** An empty column in front of column `at`, or at the end. */
export function insertColumn<Table extends Grid>(table: Table, at: number): Table {
  if (at < 0 || at > widthOf(table)) return table
  const rows = table.rows.map((row) => [...row.slice(0, at), '', ...row.slice(at)])
  return withGrid(table, rows, soundMerges(table).map((merge) => grown(merge, at, 'column')), table.headerRows)
}

/** Without rows `from` … `to`. What is left of an area keeps its text. At least one row must stay. */
export function deleteRows<Table extends Grid>(table: Table, from: number, to: number): Table {
  if (from >= to || from < 0 || to > table.rows.length || to - from === table.rows.length) return table
  const moved = soundMerges(table).filter((merge) => merge.row >= from && merge.row < to && merge.row + merge.rows > to)
  const kept = moved.reduce<TableBlock['rows']>((rows, merge) => withText(rows, to, merge.column, table.rows[merge.row]?.[merge.column] ?? ''), table.rows)
  const header = Math.max(0, table.headerRows - Math.max(0, Math.min(to, table.headerRows) - from))
  return withGrid(table, kept.filter((_, row) => row < from || row >= to), soundMerges(table).flatMap((merge) => cut(merge, from, to, 'row')), header)
}

/** Without columns `from` … `to`. At least one column must stay. */
export function deleteColumns<Table extends Grid>(table: Table, from: number, to: number): Table {
  const width = widthOf(table)
  if (from >= to || from < 0 || to > width || to - from === width) return table
  const moved = soundMerges(table).filter((merge) => merge.column >= from && merge.column < to && merge.column + merge.columns > to)
  const kept = moved.reduce<TableBlock['rows']>((rows, merge) => withText(rows, merge.row, to, table.rows[merge.row]?.[merge.column] ?? ''), table.rows)
  return withGrid(table, kept.map((row) => row.filter((_, column) => column < from || column >= to)), soundMerges(table).flatMap((merge) => cut(merge, from, to, 'column')), table.headerRows)
}

/** Moves rows `from` … `to` past the row above (-1) or below (1) them; not where an area would be torn. */
export function moveRows<Table extends Grid>(table: Table, from: number, to: number, by: 1 | -1): Table {
  const order = swapped(table.rows.length, from, to, by)
  if (order === null) return table
  const merges = reordered(soundMerges(table), order, 'row')
  return merges === null ? table : withGrid(table, order.map((row) => table.rows[row] ?? []), merges, table.headerRows)
}

/** Moves columns `from` … `to` past the one beside them; not where an area would be torn. */
export function moveColumns<Table extends Grid>(table: Table, from: number, to: number, by: 1 | -1): Table {
  const order = swapped(widthOf(table), from, to, by)
  if (order === null) return table
  const merges = reordered(soundMerges(table), order, 'column')
  return merges === null ? table : withGrid(table, table.rows.map((row) => order.map((column) => row[column] ?? '')), merges, table.headerRows)
}

/** One cell of all that the range touches; the texts stand in it as lines, in reading order. */
export function mergeCells<Table extends Grid>(table: Table, range: CellRange): Table {
  const merges = soundMerges(table)
  const { top, left, bottom, right } = wholeRange(table, range)
  const area: CellMerge = { row: top, column: left, rows: bottom - top, columns: right - left }
  if (area.rows * area.columns < 2 || merges.some((merge) => isSame(merge, area))) return table
  const texts = mergedCells(area).map(([row, column]) => table.rows[row]?.[column] ?? '').filter((text) => text !== '')
  const rows = table.rows.map((row, rowIndex) => row.map((text, column) => (mergeAt([area], rowIndex, column) === null ? text : rowIndex === top && column === left ? texts.join('\n') : '')))
  return withGrid(table, rows, [...merges.filter((merge) => mergeAt([area], merge.row, merge.column) === null), area], table.headerRows)
}

/** The areas that the range touches as single cells again; the text stays in the first one. */
export function splitCells<Table extends Grid>(table: Table, range: CellRange): Table {
  const merges = soundMerges(table)
  const kept = merges.filter((merge) => !touches(merge, range))
  return kept.length === merges.length ? table : withGrid(table, table.rows, kept, table.headerRows)
}

/** The first `count` rows as header rows. */
export function setHeaderRows<Table extends Grid>(table: Table, count: number): Table {
  const headerRows = Math.max(0, Math.min(count, table.rows.length))
  return headerRows === table.headerRows ? table : { ...table, headerRows }
}

/** Writes cells from row `row` and column `column` on; the table grows where they need more room, and areas in their way come apart. */
export function fillCells<Table extends Grid>(table: Table, row: number, column: number, cells: TableBlock['rows'], merges: readonly CellMerge[] = []): Table {
  const width = cells.reduce((most, each) => Math.max(most, each.length), 0)
  if (cells.length === 0 || width === 0) return table
  const apart = splitCells(table, { top: row, left: column, bottom: row + cells.length, right: column + width })
  const columns = Math.max(widthOf(table), column + width)
  const rows = Array.from({ length: Math.max(table.rows.length, row + cells.length) }, (_, rowIndex) => Array.from({ length: columns }, (_each, columnIndex) => {
    const given = columnIndex < column || columnIndex >= column + width ? undefined : cells[rowIndex - row]
    return given === undefined ? apart.rows[rowIndex]?.[columnIndex] ?? '' : given[columnIndex - column] ?? ''
  }))
  const added = merges.map((merge) => ({ ...merge, row: merge.row + row, column: merge.column + column }))
  return withGrid(table, rows, soundMerges({ rows, merges: [...soundMerges(apart), ...added] }), table.headerRows)
}

/** The range made so large that it cuts no area. */
export function wholeRange(table: Grid, range: CellRange): CellRange {
  const merges = soundMerges(table)
  let whole = range
  for (;;) {
    const { top, left, bottom, right } = whole
    const next = merges.filter((merge) => touches(merge, whole)).reduce<CellRange>((wide, merge) => ({
      top: Math.min(wide.top, merge.row), left: Math.min(wide.left, merge.column), bottom: Math.max(wide.bottom, merge.row + merge.rows), right: Math.max(wide.right, merge.column + merge.columns),
    }), whole)
    if (next.top === top && next.left === left && next.bottom === bottom && next.right === right) return whole
    whole = next
  }
}

function widthOf(table: Grid): number {
  return table.rows.reduce((most, row) => Math.max(most, row.length), 0)
}

function emptyCells(count: number): readonly string[] {
  return Array.from({ length: count }, () => '')
}

function withGrid<Table extends Grid>(table: Table, rows: TableBlock['rows'], merges: readonly CellMerge[], headerRows: number): Table {
  const { merges: _merges, ...rest } = table
  const areas = merges.filter((merge) => merge.rows * merge.columns > 1).sort((one, other) => one.row - other.row || one.column - other.column)
  return { ...rest, rows, headerRows, ...(areas.length === 0 ? {} : { merges: areas }) } as unknown as Table
}

function withText(rows: TableBlock['rows'], row: number, column: number, text: string): TableBlock['rows'] {
  return rows.map((cells, index) => (index === row ? cells.map((cell, at) => (at === column ? text : cell)) : cells))
}

type Axis = 'row' | 'column'

function spanOf(merge: CellMerge, axis: Axis): { readonly from: number; readonly length: number } {
  return axis === 'row' ? { from: merge.row, length: merge.rows } : { from: merge.column, length: merge.columns }
}

function withSpan(merge: CellMerge, axis: Axis, from: number, length: number): CellMerge {
  return axis === 'row' ? { ...merge, row: from, rows: length } : { ...merge, column: from, columns: length }
}

function grown(merge: CellMerge, at: number, axis: Axis): CellMerge {
  const { from, length } = spanOf(merge, axis)
  if (at <= from) return withSpan(merge, axis, from + 1, length)
  return at < from + length ? withSpan(merge, axis, from, length + 1) : merge
}

function cut(merge: CellMerge, from: number, to: number, axis: Axis): readonly CellMerge[] {
  const span = spanOf(merge, axis)
  const before = Math.max(0, Math.min(to, span.from) - from)
  const inside = Math.max(0, Math.min(to, span.from + span.length) - Math.max(from, span.from))
  return inside === span.length ? [] : [withSpan(merge, axis, span.from - before, span.length - inside)]
}

/** The indices 0 … `count` with `from` … `to` moved by one; null if they are at the edge. */
function swapped(count: number, from: number, to: number, by: 1 | -1): readonly number[] | null {
  if (from < 0 || to > count || from >= to || (by === -1 ? from === 0 : to === count)) return null
  const indices = Array.from({ length: count }, (_, index) => index)
  const block = indices.slice(from, to)
  return by === -1 ? [...indices.slice(0, from - 1), ...block, from - 1, ...indices.slice(to)] : [...indices.slice(0, from), to, ...block, ...indices.slice(to + 1)]
}

/** The areas under the new order; null if one of them would be torn. */
function reordered(merges: readonly CellMerge[], order: readonly number[], axis: Axis): readonly CellMerge[] | null {
  const place = new Map(order.map((old, index) => [old, index]))
  const moved: CellMerge[] = []
  for (const merge of merges) {
    const { from, length } = spanOf(merge, axis)
    const start = place.get(from) ?? 0
    if (Array.from({ length }, (_, index) => place.get(from + index)).some((at, index) => at !== start + index)) return null
    moved.push(withSpan(merge, axis, start, length))
  }
  return moved
}

function touches(merge: CellMerge, { top, left, bottom, right }: CellRange): boolean {
  return merge.row < bottom && merge.row + merge.rows > top && merge.column < right && merge.column + merge.columns > left
}

function isSame(one: CellMerge, other: CellMerge): boolean {
  return one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns
}
