/** 查找和替换: what is looked for, where, and what was found on the page (SPEC FIND). It stays while the clerk goes from report to report. */
import type { FindQuery } from '../../shared/search/findMatches'
import { createStore } from './createStore'
import { desk } from './desk'
import type { FindScope, FoundFacts } from './deskHandle'

export interface Find {
  readonly isOpen: boolean
  /** The row with the replacement is shown. */
  readonly isReplacing: boolean
  readonly query: FindQuery
  readonly replacement: string
  /** The part of the report on the desk. */
  readonly scope: FindScope
  /** Whether other reports are looked through, too. */
  readonly reach: 'report' | 'year' | 'all'
  readonly total: number
  /** From 0; -1: none is in hand. */
  readonly current: number
  /** The list of all places with before and after. */
  readonly isListShown: boolean
  /** Grows when the places are others than before. */
  readonly looks: number
  /** Grows with every call to open it: the field takes the focus again. */
  readonly calls: number
}

export const noWords: FindQuery = { words: '', matchWidth: false, matchCase: false, wholeWord: false }

export const find = createStore<Find>({ isOpen: false, isReplacing: false, query: noWords, replacement: '', scope: 'report', reach: 'report', total: 0, current: -1, isListShown: false, looks: 0, calls: 0 })

/** Opens the bar, or gives it the focus; a short selection on the page becomes the words. */
export function openFind(isReplacing: boolean): void {
  const selected = desk.get().handle?.selectedText() ?? ''
  const words = selected !== '' && selected.length <= 60 && !selected.includes('\n') ? selected : find.get().query.words
  find.set((state) => ({ ...state, isOpen: true, isReplacing: isReplacing || (state.isOpen && state.isReplacing), query: { ...state.query, words }, calls: state.calls + 1 }))
  look()
}

export function closeFind(): void {
  find.set((state) => ({ ...state, isOpen: false, isListShown: false, scope: 'report', reach: 'report' }))
  desk.get().handle?.find(null, 'report')
}

/** Changes what is looked for; the marks on the page follow at once. */
export function changeFind(change: Partial<Pick<Find, 'isReplacing' | 'replacement' | 'scope' | 'reach' | 'isListShown'>> & { readonly query?: Partial<FindQuery> }): void {
  find.set((state) => ({ ...state, ...change, query: change.query === undefined ? state.query : { ...state.query, ...change.query } }))
  if (change.query !== undefined || change.scope !== undefined) look()
}

/** Marks the places on the page of the editor that is there now. */
export function look(): void {
  const { isOpen, query, scope } = find.get()
  if (isOpen) desk.get().handle?.find(query, scope)
}

export function setFound(found: FoundFacts): void {
  find.set((state) => ({ ...state, ...found }))
}

/** The next or the previous place; without words the bar is opened first. */
export function findBeside(direction: 'next' | 'previous'): boolean {
  const { isOpen, query } = find.get()
  const { handle } = desk.get()
  if (query.words === '' || handle === null) {
    openFind(false)
    return true
  }
  if (isOpen) return handle.goToHit(direction)
  handle.find(query, 'report')
  const isFound = handle.goToHit(direction)
  handle.find(null, 'report')
  handle.focus()
  return isFound
}
