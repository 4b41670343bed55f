/** Which rows are drawn: those near the screen, and the few that must stay (SPEC TREE-16). */
import type { Seen } from '../ui/useSeen'
import type { VisibleRow } from './visibleRows'

/** CSS pixels above and below the screen in which rows are drawn, too: more than one turn of the wheel. */
const around = 400

/** The outline is told of scrolling in half of that, and draws for a pane of at least so many pixels. */
export const seenStep = around / 2
export const leastHeight = 200

/** The rows to draw, in order; `pinned` are drawn wherever they stand: a row that has the focus or is dragged must not go. */
export function rowsToDraw(visible: readonly VisibleRow[], seen: Seen, pinned: readonly (string | null)[]): readonly VisibleRow[] {
  const from = firstBelow(visible, seen.top - around)
  const to = firstBelow(visible, seen.top + seen.height + around * 1.5)
  const kept = new Set(pinned)
  const outside = (part: readonly VisibleRow[]): readonly VisibleRow[] => (kept.size === 0 ? [] : part.filter(({ row }) => kept.has(row.id)))
  return [...outside(visible.slice(0, from)), ...visible.slice(from, to), ...outside(visible.slice(to))]
}

/** Index of the first row that ends below `top`. */
export function firstBelow(visible: readonly VisibleRow[], top: number): number {
  let low = 0
  let high = visible.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = visible[middle]
    if (row !== undefined && row.top + row.height <= top) low = middle + 1
    else high = middle
  }
  return low
}

/** Scrolls the list as little as needed to show the row. */
export function showRow(list: HTMLElement | null, row: VisibleRow | undefined): void {
  if (list === null || row === undefined) return
  const margin = 40
  if (row.top < list.scrollTop) list.scrollTop = Math.max(0, row.top - margin)
  else if (row.top + row.height > list.scrollTop + list.clientHeight) list.scrollTop = row.top + row.height + margin - list.clientHeight
}
