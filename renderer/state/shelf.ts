/** What is looked at on the shelf; it stays when the clerk comes back to the room. */
import { createStore } from './createStore'
import type { ReportKindId } from '../../shared/report/kinds'

export type ShelfView = { readonly kind: 'year'; readonly year: number } | { readonly kind: 'trash' }

/** How a new report begins; `from` is the older report it continues. */
export interface NewReport {
  readonly source: 'blank' | 'template' | 'lastYear'
  readonly kind?: ReportKindId
  readonly from?: string
  /** The template that is chosen at first. */
  readonly templateId?: string
}

export interface Shelf {
  /** null: the newest year. */
  readonly view: ShelfView | null
  readonly query: string
  readonly newReport: NewReport | null
}

export const shelf = createStore<Shelf>({ view: null, query: '', newReport: null })

export function showYear(year: number): void {
  shelf.set((state) => ({ ...state, view: { kind: 'year', year }, query: '' }))
}

export function showTrash(): void {
  shelf.set((state) => ({ ...state, view: { kind: 'trash' }, query: '' }))
}

export function setQuery(query: string): void {
  shelf.set((state) => ({ ...state, query }))
}

export function startNew(newReport: NewReport | null): void {
  shelf.set((state) => ({ ...state, newReport }))
}
