/** Tables by their lines (SPEC IMPORT-18): where lines cross each other is a grid, and where a line between two fields is missing they are one cell. */
import type { RuledLine } from './pageMarks'

export interface RuledCell { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

export interface RuledTable {
  /** Places of the lines: one more than there are columns and rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly RuledCell[]
}

/** Points by which lines that meet may miss each other. */
const slack = 3
/** A page with more lines shows a drawing. */
const mostLines = 2_000
const mostFields = 20_000

export function ruledTables(lines: readonly RuledLine[]): readonly RuledTable[] {
  const level = merged(lines.filter(({ x0, x1, y0, y1 }) => x1 - x0 > y1 - y0), 'level')
  const upright = merged(lines.filter(({ x0, x1, y0, y1 }) => x1 - x0 <= y1 - y0), 'upright')
  if (level.length + upright.length > mostLines) return []
  return groupsOf(level, upright).flatMap((group) => tableOf(group))
}

/** Lines that lie on each other or go on each other, as one. */
function merged(lines: readonly RuledLine[], kind: 'level' | 'upright'): readonly RuledLine[] {
  const place = (line: RuledLine): number => (kind === 'level' ? (line.y0 + line.y1) / 2 : (line.x0 + line.x1) / 2)
  const from = (line: RuledLine): number => (kind === 'level' ? line.x0 : line.y0)
  const to = (line: RuledLine): number => (kind === 'level' ? line.x1 : line.y1)
  const found: RuledLine[] = []
  for (const cluster of clusters([...lines].sort((one, other) => place(one) - place(other)), place, 1.5)) {
    const at = cluster.reduce((sum, line) => sum + place(line), 0) / cluster.length
    let start = Number.NaN
    let end = Number.NaN
    const put = (): void => { if (end >= start) found.push(kind === 'level' ? { x0: start, x1: end, y0: at, y1: at } : { x0: at, x1: at, y0: start, y1: end }) }
    for (const line of cluster.sort((one, other) => from(one) - from(other))) {
      if (from(line) <= end + slack) end = Math.max(end, to(line))
      else {
        put()
        start = from(line)
        end = to(line)
      }
    }
    put()
  }
  return found
}

function clusters<Item>(sorted: readonly Item[], place: (item: Item) => number, reach: number): Item[][] {
  const found: Item[][] = []
  let first = Number.NaN
  for (const item of sorted) {
    const current = found[found.length - 1]
    if (current !== undefined && place(item) - first <= reach) current.push(item)
    else {
      found.push([item])
      first = place(item)
    }
  }
  return found
}

interface Group { readonly level: RuledLine[]; readonly upright: RuledLine[] }

/** Lines that touch each other, directly or over others. */
function groupsOf(level: readonly RuledLine[], upright: readonly RuledLine[]): readonly Group[] {
  const parents = Array.from({ length: level.length + upright.length }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while ((parents[root] ?? root) !== root) {
      parents[root] = parents[parents[root] ?? root] ?? root
      root = parents[root] ?? root
    }
    return root
  }
  for (const [index, { y0: y, x0, x1 }] of level.entries()) {
    for (const [other, { x0: x, y0, y1 }] of upright.entries()) {
      if (x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack) parents[rootOf(index)] = rootOf(level.length + other)
    }
  }
  const groups = new Map<number, Group>()
  for (const [index, line] of [...level, ...upright].entries()) {
    const root = rootOf(index)
    const group = groups.get(root) ?? { level: [], upright: [] }
    groups.set(root, group)
    group[index < level.length ? 'level' : 'upright'].push(line)
  }
  return [...groups.values()]
}

function tableOf({ level, upright }: Group): readonly RuledTable[] {
  const xs = placesOf(upright.map(({ x0 }) => x0))
  const ys = placesOf(level.map(({ y0 }) => y0))
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 2 || rows * columns > mostFields) return []
  const hasRight = wallTable(xs, ys, upright.map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 })))
  const hasBelow = wallTable(ys, xs, level.map(({ y0, x0, x1 }) => ({ at: y0, from: x0, to: x1 })))
  const taken = new Set<number>()
  const cells: RuledCell[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue
      let [wide, high] = [1, 1]
      while (column + wide < columns && !hasRight(column + wide, row) && !taken.has(row * columns + column + wide)) wide += 1
      const isOpen = (below: number): boolean => Array.from({ length: wide }, (_, index) => column + index).every((at) => !hasBelow(below, at) && !taken.has(below * columns + at))
      while (row + high < rows && isOpen(row + high)) high += 1
      for (let down = 0; down < high; down += 1) for (let right = 0; right < wide; right += 1) taken.add((row + down) * columns + column + right)
      cells.push({ row, column, rows: high, columns: wide })
    }
  }
  return cells.some((cell) => cell.columns < columns) ? [{ xs, ys, cells }] : []
}

function placesOf(places: readonly number[]): readonly number[] {
  return clusters([...places].sort((one, other) => one - other), (place) => place, slack).map((cluster) => cluster.reduce((sum, place) => sum + place, 0) / cluster.length)
}

/** Whether a line stands at place `index` of `places` beside the field `field` of the other direction. */
function wallTable(places: readonly number[], others: readonly number[], lines: readonly { readonly at: number; readonly from: number; readonly to: number }[]): (index: number, field: number) => boolean {
  const walls = new Set<number>()
  for (const { at, from, to } of lines) {
    const index = places.findIndex((place) => Math.abs(place - at) <= slack)
    for (let field = 0; field + 1 < others.length; field += 1) {
      const middle = ((others[field] ?? 0) + (others[field + 1] ?? 0)) / 2
      if (index >= 0 && from <= middle && to >= middle) walls.add(index * others.length + field)
    }
  }
  return (index, field) => walls.has(index * others.length + field)
}
