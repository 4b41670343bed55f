/** Merged cells of a table (SPEC TABLE-1): which of the stored areas hold, and what they cover. */
import type { CellMerge, TableBlock } from './report'

/**
 * The areas that can be shown: inside the table, of at least two cells, not overlapping an earlier one, and without text in a cell that they cover. Any
 * other one is left out, so no text is ever hidden. They come by row and column of their top left cell.
 */
export function soundMerges({ rows, merges = [] }: Pick<TableBlock, 'rows' | 'merges'>): readonly CellMerge[] {
  if (merges.length === 0) return []
  const taken = new Set<string>()
  const sound = [...merges].sort((one, other) => one.row - other.row || one.column - other.column).filter((merge) => {
    const cells = mergedCells(merge)
    const holds = merge.rows * merge.columns > 1 && cells.every(([row, column], index) => {
      const text = rows[row]?.[column]
      return text !== undefined && (index === 0 || text === '') && !taken.has(`${row} ${column}`)
    })
    if (holds) for (const [row, column] of cells) taken.add(`${row} ${column}`)
    return holds
  })
  return sound
}

/** Row and column of every cell of an area, its top left one first. */
export function mergedCells(merge: CellMerge): readonly (readonly [row: number, column: number])[] {
  return Array.from({ length: merge.rows * merge.columns }, (_, index) => [merge.row + Math.floor(index / merge.columns), merge.column + (index % merge.columns)] as const)
}

/** The area that a cell belongs to, its top left cell included; null for a cell of its own. */
export function mergeAt(merges: readonly CellMerge[], row: number, column: number): CellMerge | null {
  return merges.find((merge) => row >= merge.row && row < merge.row + merge.rows && column >= merge.column && column < merge.column + merge.columns) ?? null
}
