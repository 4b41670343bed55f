/** One text through all rules (SPEC CLEAN-2): again and again until nothing is found, so that the result is clean by the same rules. */
import { applyEdits } from '../report/editTexts'
import type { TextSurroundings } from './cleaningRule'
import { cleaningRules } from './cleaningRules'
import type { CleaningChoice } from './cleaningSchema'
import { findOwn } from './ownRules'
import { joinEdits, type RuledEdit } from './textEdits'

/** Rules that undo each other (only rules of the unit can) are stopped here. */
const mostRounds = 6

export interface CleanedText {
  readonly edits: readonly RuledEdit[]
  readonly text: string
}

/** The edits of `original` that clean it, in order and not overlapping, and what they make of it. */
export function cleanText(original: string, choice: CleaningChoice, surroundings: TextSurroundings): CleanedText {
  let now: CleanedText = { edits: [], text: original }
  for (let round = 0; round < mostRounds; round += 1) {
    const before = now.text
    for (const rule of choice.own) if (rule.kind === 'text') now = joined(original, now, findOwn(now.text, rule), 'own')
    for (const { id, find } of cleaningRules) if (find !== undefined && !choice.off.includes(id)) now = joined(original, now, find(now.text, surroundings), id)
    if (now.text === before) break
  }
  return now
}

function joined(original: string, { edits, text }: CleanedText, found: Parameters<typeof joinEdits>[3], rule: RuledEdit['rule']): CleanedText {
  if (found.length === 0) return { edits, text }
  return { edits: joinEdits(original, text, edits, found, rule), text: applyEdits(text, found) }
}
