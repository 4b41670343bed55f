/** What the open desk shows besides the report: where the caret is, and the handle of the editor that is on the screen. */
import { createStore } from './createStore'
import type { EditorHandle, EditorPlace, PageFacts } from './deskHandle'

/** The side panels of the desk; `renderer/app/sidePanels` has one row for each. */
export type PanelId = 'skeleton' | 'reference' | 'phrases' | 'versions' | 'layout' | 'cleaning'

export interface Desk {
  readonly handle: EditorHandle | null
  readonly place: EditorPlace
  /** The first block on the screen since the page was scrolled; null as long as the caret says where the clerk is. */
  readonly seenId: string | null
  /** Raised with every change of the editor: what can be undone or done may have changed. */
  readonly changes: number
  /** Where the caret is on paper; null until the pages were counted. */
  readonly pageFacts: PageFacts | null
  readonly isDetailsOpen: boolean
  /** The side panel on the screen, one at a time. */
  readonly panel: PanelId | null
  /** The panel that was open last, for the key that opens it again. */
  readonly lastPanel: PanelId
}

export const noPlace: EditorPlace = { blockId: null, level: null, form: null, manners: [], isInTable: false }

export const desk = createStore<Desk>({ handle: null, place: noPlace, seenId: null, changes: 0, pageFacts: null, isDetailsOpen: false, panel: null, lastPanel: 'layout' })

export function setHandle(handle: EditorHandle | null): void {
  desk.set((state) => ({ ...state, handle, place: handle === null ? noPlace : state.place, pageFacts: handle === null ? null : state.pageFacts, seenId: null }))
}

export function setPlace(place: EditorPlace): void {
  desk.set((state) => ({ ...state, place: isSamePlace(state.place, place) ? state.place : place, seenId: null, changes: state.changes + 1 }))
}

export function setPageFacts(facts: PageFacts): void {
  desk.set((state) => {
    const was = state.pageFacts
    return was !== null && was.pages === facts.pages && was.page === facts.page && was.line === facts.line && was.shortEnds === facts.shortEnds && was.isSignatureAlone === facts.isSignatureAlone ? state : { ...state, pageFacts: facts }
  })
}

/** The page was scrolled by hand to this block. */
export function setSeen(seenId: string | null): void {
  desk.set((state) => (state.seenId === seenId ? state : { ...state, seenId }))
}

export function openDetails(isDetailsOpen: boolean): void {
  desk.set((state) => ({ ...state, isDetailsOpen }))
}

/** Opens a side panel in place of the one that is open, or closes it with null. */
export function openPanel(panel: PanelId | null): void {
  desk.set((state) => ({ ...state, panel, lastPanel: panel ?? state.lastPanel }))
}

function isSamePlace(one: EditorPlace, other: EditorPlace): boolean {
  return one.blockId === other.blockId && one.level === other.level && one.form === other.form && one.manners.join() === other.manners.join() && one.isInTable === other.isInTable
}
