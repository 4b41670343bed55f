/** Where a dragged section would stand (SPEC TREE-14). */
import type { OutlineRow } from '../../shared/outline/outlineRows'
import type { VisibleRow } from './visibleRows'
import { firstBelow } from './rowWindow'

export interface DropPlace {
  /** The row before which it goes; null for the end. */
  readonly before: OutlineRow | null
  /** Where the line is drawn, in CSS pixels of the list. */
  readonly top: number
}

/** The gap between headings nearest to `y`, or null where the dragged sections stand themselves. */
export function dropPlaceAt(visible: readonly VisibleRow[], y: number, dragged: readonly string[]): DropPlace | null {
  const hit = firstBelow(visible, y)
  const over = visible[hit]
  let at = over !== undefined && y > over.top + over.height / 2 ? hit + 1 : hit
  while (visible[at]?.row.kind === 'item') at += 1
  if (isInside(visible, at, dragged)) return null
  const next = visible[at]
  const last = visible[visible.length - 1]
  return { before: next?.row ?? null, top: next?.top ?? (last === undefined ? 0 : last.top + last.height) }
}

/** Whether the gap before row `at` lies in a dragged section: behind its first row and before what follows it. */
function isInside(visible: readonly VisibleRow[], at: number, dragged: readonly string[]): boolean {
  const next = visible[at]
  for (let above = at - 1; above >= 0; above -= 1) {
    const row = visible[above]?.row
    if (row === undefined || !dragged.includes(row.blockId)) continue
    if (next === undefined) return false
    return next.row.depth > row.depth && visible.slice(above + 1, at).every((between) => between.row.depth > row.depth)
  }
  return false
}
