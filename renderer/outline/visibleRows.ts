import type { OutlineRow } from '../../shared/outline/outlineRows'
import type { OutlineView } from '../state/outlineView'

/** A row of the tree as it is shown. */
export interface VisibleRow {
  readonly row: OutlineRow
  /** Null if nothing is nested in it. */
  readonly isOpen: boolean | null
}

/** The rows that are not hidden in a closed one. Items are left out unless they are wanted. */
export function visibleRows(rows: readonly OutlineRow[], view: OutlineView, withItems: boolean): readonly VisibleRow[] {
  const shown = withItems ? rows : rows.filter((row) => row.kind !== 'item')
  const visible: VisibleRow[] = []
  let hiddenBelow = Infinity
  shown.forEach((row, index) => {
    if (row.depth > hiddenBelow) return
    hiddenBelow = Infinity
    const next = shown[index + 1]
    const isParent = row.kind !== 'item' && next !== undefined && next.depth > row.depth
    const isOpen = isParent ? (view.byHand.get(row.id) ?? isOpenAt(row, next, view)) : null
    if (isOpen === false) hiddenBelow = row.depth
    visible.push({ row, isOpen })
  })
  return visible
}

/** 展开到 n: headings above level n are open; items stand one deeper than their heading and show from there on. */
function isOpenAt(row: OutlineRow, next: OutlineRow, view: OutlineView): boolean {
  return next.kind === 'item' ? row.level <= view.depth && view.depth > 1 : row.level < view.depth
}

/** The row of the section that holds block `blockId`: its own row, or the nearest heading above it that is visible. */
export function currentRow(visible: readonly VisibleRow[], order: ReadonlyMap<string, number>, blockId: string | null): string | null {
  const place = blockId === null ? undefined : order.get(blockId)
  if (place === undefined) return null
  let found: string | null = null
  for (const { row } of visible) {
    if ((order.get(row.blockId) ?? Infinity) > place) break
    if (row.kind !== 'item') found = row.id
  }
  return found
}
