/** Whether the command palette is on the screen. */
import { createStore } from './createStore'

export const palette = createStore<{ readonly isOpen: boolean }>({ isOpen: false })

export function openPalette(isOpen: boolean): void {
  palette.set((state) => (state.isOpen === isOpen ? state : { isOpen }))
}
