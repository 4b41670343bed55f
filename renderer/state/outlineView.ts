/** How the outline is shown: how deep it is opened and which headings are closed by hand. Kept while the program runs. */
import { createStore } from './createStore'

export interface OutlineView {
  /** Headings down to this level are open, 1–3. */
  readonly depth: 1 | 2 | 3
  /** Headings opened or closed by hand against `depth`, by block id. */
  readonly byHand: ReadonlyMap<string, boolean>
  /** Only rows with a finding, and those above them. */
  readonly isFiltered: boolean
}

export const outlineView = createStore<OutlineView>({ depth: 3, byHand: new Map(), isFiltered: false })

export function showToDepth(depth: 1 | 2 | 3): void {
  outlineView.set((state) => ({ ...state, depth, byHand: new Map() }))
}

export function setOpen(blockId: string, isOpen: boolean): void {
  outlineView.set((state) => ({ ...state, byHand: new Map(state.byHand).set(blockId, isOpen) }))
}

export function setFiltered(isFiltered: boolean): void {
  outlineView.set((state) => ({ ...state, isFiltered }))
}
