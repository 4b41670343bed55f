/** Whether the other ways to break the title are on the screen. */
import { createStore } from './createStore'

export const titleBreaks = createStore<{ readonly isOpen: boolean }>({ isOpen: false })

export function openTitleBreaks(isOpen: boolean): void {
  titleBreaks.set((state) => (state.isOpen === isOpen ? state : { isOpen }))
}
