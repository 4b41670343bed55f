/** Which rows are chosen (SPEC TREE-13): none but the row of the caret, or several by hand. */
import type { OutlineRow } from '../../shared/outline/outlineRows'
import type { VisibleRow } from './visibleRows'

export interface Chosen {
  readonly ids: ReadonlySet<string>
  /** Where a range begins. */
  readonly anchor: string | null
}

export const nothingChosen: Chosen = { ids: new Set(), anchor: null }

/** The row added to what is chosen, or taken out of it; the first time the row where the clerk was comes along. */
export function toggled(chosen: Chosen, id: string, from: string | null): Chosen {
  const ids = new Set(chosen.ids.size === 0 && from !== null ? [from] : chosen.ids)
  if (ids.has(id) && ids.size > 1) ids.delete(id)
  else ids.add(id)
  return { ids, anchor: id }
}

/** All headings and clauses from the anchor to this row; items go with their paragraph. */
export function ranged(visible: readonly VisibleRow[], chosen: Chosen, id: string, from: string | null): Chosen {
  const anchor = chosen.anchor ?? from ?? id
  const at = visible.map(({ row }) => row.id)
  const [one, other] = [at.indexOf(anchor), at.indexOf(id)]
  if (one === -1 || other === -1) return { ids: new Set([id]), anchor: id }
  const range = visible.slice(Math.min(one, other), Math.max(one, other) + 1).filter(({ row }) => row.kind !== 'item')
  return { ids: new Set(range.map(({ row }) => row.id)), anchor }
}

/** The blocks that an action on this row means: all that is chosen if the row is among it, else the row alone. Items are part of their paragraph. */
export function meantBlocks(visible: readonly VisibleRow[], chosen: Chosen, row: OutlineRow): readonly string[] {
  const rows = chosen.ids.size > 1 && chosen.ids.has(row.id) ? visible.map((each) => each.row).filter(({ id }) => chosen.ids.has(id)) : [row]
  return rows.filter(({ kind }) => kind !== 'item').map(({ blockId }) => blockId)
}
