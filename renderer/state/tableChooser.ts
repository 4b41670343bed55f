/** Whether the chooser of a table's size is on the screen. */
import { createStore } from './createStore'

export const tableChooser = createStore<{ readonly isOpen: boolean }>({ isOpen: false })

export function openTableChooser(isOpen: boolean): void {
  tableChooser.set(() => ({ isOpen }))
}
