/**
 * Numbers from places (SPEC NUM-5, NUM-6). They are computed for the whole report at every change: one pass, no text looked at but the last
 * character of body paragraphs.
 */
import type { Block, Level, SchemeId, TextBlock } from '../report/report'
import { endsWithColon, isPartTitle } from './blockRole'
import { schemes, styleOf, writeLabel } from './schemes'

/** The printed number of every numbered block by block id, with the blank that belongs to it (「一、」「（一）」「1.」「1.1　」). Depends on levels and places only. */
export function assignNumbers(blocks: readonly Block[], scheme: SchemeId): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const counter = numberCounter(scheme)
  for (const block of blocks) {
    const values = counter(block)
    if (values !== null && block.kind === 'text' && block.level > 0) labels.set(block.id, writeLabel(styleOf(scheme, block.level as Level), values))
  }
  return labels
}

/** A function to be called with every block in order: gives the counters of level 1 … the block's level, or null if it has no number. */
export function numberCounter(scheme: SchemeId): (block: Block) => readonly number[] | null {
  const runsOn: readonly number[] = schemes[scheme].runsOn
  let counters = [0, 0, 0, 0, 0]
  let isListOpening = false
  return (block) => {
    if (block.kind !== 'text') return null
    if (block.level === 0) {
      if (isPartTitle(block)) counters = [0, 0, 0, 0, 0]
      isListOpening = endsWithColon(block)
      return null
    }
    if (isListOpening && isListItem(block)) resetFrom(counters, block.level - 1, [])
    isListOpening = false
    counters[block.level - 1] = (counters[block.level - 1] ?? 0) + 1
    resetFrom(counters, block.level, block.level === 1 ? runsOn : [])
    return counters.slice(0, block.level)
  }
}

/** Clauses of level 2–5 after a body paragraph that ends with a colon are a new list. */
function isListItem(block: TextBlock): boolean {
  return block.form === 'clause' && block.level >= 2
}

function resetFrom(counters: number[], index: number, runsOn: readonly number[]): void {
  for (let at = index; at < counters.length; at += 1) if (!runsOn.includes(at + 1)) counters[at] = 0
}
