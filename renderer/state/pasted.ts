/** What the last paste brought in and what it left out; shown until the clerk puts it away or writes on. */
import { createStore } from './createStore'
import type { PastedFacts } from './deskHandle'

export const pasted = createStore<PastedFacts | null>(null)

/** A line of plain text with nothing left out needs no word. */
export function tellPasted(facts: PastedFacts): void {
  pasted.set(() => (facts.isFormatted || facts.removed.length > 0 ? facts : null))
}

export function forgetPasted(): void {
  pasted.set(() => null)
}
