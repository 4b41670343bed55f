/** Tables of an RTF file: every row says anew where its cells end, and columns are what the ends of all rows have in common. */
import { limits } from '../limits'
import type { SourceCell, SourceParagraph, SourceTable } from '../sourceDocument'

/** What a row says of a cell. */
interface CellShape {
  /** Distance of its right edge from the margin, in twips; null if the file does not say. */
  readonly right: number | null
  /** Goes on the cell to its left, or the one above. */
  readonly goesAcross: boolean
  readonly goesDown: boolean
}

export interface RowShape {
  left: number
  isHeader: boolean
  /** What is known of the next cell, until its edge is told. */
  goesAcross: boolean
  goesDown: boolean
  readonly cells: CellShape[]
}

interface Row {
  readonly shape: RowShape
  readonly cells: readonly (readonly SourceParagraph[])[]
}

export function newRowShape(): RowShape {
  return { left: 0, isHeader: false, goesAcross: false, goesDown: false, cells: [] }
}

/** Edges that lie closer (half a millimetre, in twips) are one. */
const sameEdge = 30

/** Ends the description of a cell. */
export function addCellShape(shape: RowShape, right: number | null): void {
  if (shape.cells.length < limits.columns) shape.cells.push({ right, goesAcross: shape.goesAcross, goesDown: shape.goesDown })
  shape.goesAcross = false
  shape.goesDown = false
}

/** The table of these rows. */
export function rtfTable(rows: readonly Row[]): SourceTable {
  const place = edgePlaces(rows)
  return {
    kind: 'table',
    rows: rows.map(({ shape, cells: found }) => {
      const cells = withinShape(found, shape)
      const isPlaced = shape.cells.length >= cells.length && shape.cells.every(({ right }) => right !== null)
      return { cells: isPlaced ? placedCells(shape, cells, place) : cells.map((paragraphs, index) => plainCell(paragraphs, shape.cells[index])), isHeader: shape.isHeader, before: isPlaced ? Math.min(limits.columns, place(shape.left)) : 0 }
    }),
  }
}

/** What stands in cells that the row does not have goes into its last one. */
function withinShape(cells: readonly (readonly SourceParagraph[])[], { cells: shapes }: RowShape): readonly (readonly SourceParagraph[])[] {
  if (shapes.length === 0 || cells.length <= shapes.length) return cells
  return [...cells.slice(0, shapes.length - 1), cells.slice(shapes.length - 1).flat()]
}

function plainCell(paragraphs: readonly SourceParagraph[], shape: CellShape | undefined): SourceCell {
  return { paragraphs, columns: 1, isContinued: shape?.goesDown ?? false }
}

function placedCells(shape: RowShape, cells: readonly (readonly SourceParagraph[])[], place: (edge: number) => number): readonly SourceCell[] {
  const placed: SourceCell[] = []
  let left = shape.left
  cells.forEach((paragraphs, index) => {
    const { right, goesAcross, goesDown } = shape.cells[index] ?? { right: left, goesAcross: false, goesDown: false }
    const columns = Math.min(limits.columns, Math.max(1, place(right ?? left) - place(left)))
    left = right ?? left
    const last = placed[placed.length - 1]
    if (!goesAcross || last === undefined) placed.push({ paragraphs, columns, isContinued: goesDown })
    else placed[placed.length - 1] = { ...last, columns: Math.min(limits.columns, last.columns + columns), paragraphs: [...last.paragraphs, ...paragraphs.filter(({ label, runs }) => label !== '' || runs.length > 0)] }
  })
  return placed
}

/** The column in front of which an edge lies. */
function edgePlaces(rows: readonly Row[]): (edge: number) => number {
  const known = new Set<number>()
  for (const { shape } of rows) {
    known.add(shape.left)
    for (const { right } of shape.cells) if (right !== null) known.add(right)
  }
  const places = new Map<number, number>()
  let first = -Infinity
  let count = -1
  for (const edge of [...known].sort((left, right) => left - right)) {
    if (edge - first > sameEdge) {
      first = edge
      count += 1
    }
    places.set(edge, count)
  }
  return (edge) => places.get(edge) ?? 0
}
