import type { OutlineFinding } from '../../shared/outline/outlineFinding'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import type { OutlineView } from '../state/outlineView'

/** A row of the tree as it is shown. */
export interface VisibleRow {
  readonly row: OutlineRow
  /** Null if nothing is nested in it. */
  readonly isOpen: boolean | null
  /** Its place among the rows beside it, from 1, and how many they are. */
  readonly place: number
  readonly siblings: number
  /** Distance from the top of the list, and height, in CSS pixels. */
  readonly top: number
  readonly height: number
}

export type FindingsByRow = ReadonlyMap<string, readonly OutlineFinding[]>

/** The rows that are not hidden in a closed one. Items are left out unless they are wanted; with `findings` only rows that have one, and those above them, all open. */
export function visibleRows(rows: readonly OutlineRow[], view: OutlineView, withItems: boolean, findings: FindingsByRow | null = null): readonly VisibleRow[] {
  const wanted = withItems ? rows : rows.filter((row) => row.kind !== 'item')
  const shown = findings === null ? wanted : withFinding(wanted, findings)
  const visible: { row: OutlineRow; isOpen: boolean | null; place: number; siblings: number; top: number; height: number }[] = []
  const groups: number[][] = []
  const close = (depth: number): void => {
    while (groups.length > depth) {
      const members = groups.pop() ?? []
      members.forEach((member, index) => Object.assign(visible[member] ?? {}, { place: index + 1, siblings: members.length }))
    }
  }
  let hiddenBelow = Infinity
  let top = 0
  shown.forEach((row, index) => {
    if (row.depth > hiddenBelow) return
    hiddenBelow = Infinity
    const next = shown[index + 1]
    const isParent = row.kind !== 'item' && next !== undefined && next.depth > row.depth
    const isOpen = isParent ? (findings === null ? (view.byHand.get(row.id) ?? isOpenAt(row, next, view)) : true) : null
    if (isOpen === false) hiddenBelow = row.depth
    close(row.depth + 1)
    while (groups.length <= row.depth) groups.push([])
    groups[row.depth]?.push(visible.length)
    const height = heightOf(row)
    visible.push({ row, isOpen, place: 1, siblings: 1, top, height })
    top += height
  })
  close(0)
  return visible
}

function withFinding(rows: readonly OutlineRow[], findings: FindingsByRow): readonly OutlineRow[] {
  const kept: OutlineRow[] = []
  let needed = -1
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at]
    if (row === undefined || row.kind === 'item') continue
    const isAbove = row.depth < needed
    if (!isAbove && !findings.has(row.id)) continue
    kept.push(row)
    needed = row.depth
  }
  return kept.reverse()
}

/** Heights are fixed, so that the place of every row is known without drawing it; the style sheet keeps to them. */
function heightOf(row: OutlineRow): number {
  if (row.kind === 'item') return 26
  return row.depth === 0 ? 36 : 32
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
