import type { Transaction } from 'prosemirror-state'
import { AttrStep } from 'prosemirror-transform'

/** Where so many steps have written, everything is looked at again: telling the ranges apart costs the square of their number. */
const manySteps = 200

/** The ranges of the new document that the transaction wrote, widened by one to reach the paragraphs at their edges. */
export function touchedRanges(transaction: Transaction): readonly { readonly from: number; readonly to: number }[] {
  if (transaction.steps.length > manySteps) return [{ from: 0, to: transaction.doc.content.size }]
  const ranges: { from: number; to: number }[] = []
  transaction.mapping.maps.forEach((map, index) => {
    const later = transaction.mapping.slice(index + 1)
    map.forEach((_oldFrom, _oldTo, from, to) => {
      ranges.push({ from: Math.max(0, later.map(from, -1) - 1), to: Math.min(transaction.doc.content.size, later.map(to, 1) + 1) })
    })
  })
  return [...ranges, ...attributeRanges(transaction)]
}

/** A change of level is no change of text and leaves no range: its position is in the step. */
function attributeRanges(transaction: Transaction): readonly { readonly from: number; readonly to: number }[] {
  return transaction.steps.flatMap((step, index) => {
    if (!(step instanceof AttrStep)) return []
    const at = transaction.mapping.slice(index + 1).map(step.pos)
    return [{ from: at, to: Math.min(transaction.doc.content.size, at + 1) }]
  })
}
