/** Edits of edits: what is found in a text that was cleaned already, said of the text as it stands (SPEC CLEAN-2). */
import type { CleaningRuleId, FoundEdit } from './cleaningRule'

/** An edit of the text as it stands, and the rule that found it first. */
export interface RuledEdit {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly rule: CleaningRuleId
  readonly isDoubtful: boolean
}

/**
 * `known` are edits of `original`, `cleaned` is what they make of it, `found` are edits of `cleaned`. Gives the edits of `original` that do both; both
 * lists are in order and do not overlap, and so is the result. An edit that meets an earlier one is joined with it. Time is linear.
 */
export function joinEdits(original: string, cleaned: string, known: readonly RuledEdit[], found: readonly FoundEdit[], rule: CleaningRuleId): readonly RuledEdit[] {
  if (found.length === 0) return known
  const joined: RuledEdit[] = []
  let knownAt = 0
  let foundAt = 0
  /** How many characters of the original are missing in the cleaned text, up to the next known edit. */
  let lost = 0
  for (;;) {
    const before = known[knownAt]
    const first = found[foundAt]
    if (before !== undefined && (first === undefined || before.from - lost + before.text.length <= first.from)) {
      joined.push(before)
      lost += before.to - before.from - before.text.length
      knownAt += 1
      continue
    }
    if (first === undefined) return joined
    // A group: everything that overlaps, one way or the other.
    let start = first.from
    let end = first.to
    let isDoubtful = false
    let owner: CleaningRuleId | null = null
    const lostBefore = lost
    const firstFound = foundAt
    for (;;) {
      const nextFound = found[foundAt]
      const nextKnown = known[knownAt]
      if (nextFound !== undefined && (foundAt === firstFound || nextFound.from < end)) {
        end = Math.max(end, nextFound.to)
        isDoubtful ||= nextFound.isDoubtful === true
        foundAt += 1
      } else if (nextKnown !== undefined && nextKnown.from - lost < end) {
        start = Math.min(start, nextKnown.from - lost)
        end = Math.max(end, nextKnown.from - lost + nextKnown.text.length)
        isDoubtful ||= nextKnown.isDoubtful
        owner ??= nextKnown.rule
        lost += nextKnown.to - nextKnown.from - nextKnown.text.length
        knownAt += 1
      } else break
    }
    const edit = { from: start + lostBefore, to: end + lost, text: written(cleaned, start, end, found.slice(firstFound, foundAt)), rule: owner ?? rule, isDoubtful }
    if (original.slice(edit.from, edit.to) !== edit.text) joined.push(edit)
  }
}

function written(cleaned: string, start: number, end: number, parts: readonly FoundEdit[]): string {
  let at = start
  let text = ''
  for (const part of parts) {
    text += cleaned.slice(at, part.from) + part.text
    at = part.to
  }
  return text + cleaned.slice(at, end)
}

/** All matches of `pattern` (with `g`) as edits; `write` gives the new text, or null to leave the match alone. */
export function matchEdits(text: string, pattern: RegExp, write: (match: RegExpMatchArray, at: number) => string | null | { readonly text: string; readonly isDoubtful: true }): readonly FoundEdit[] {
  const edits: FoundEdit[] = []
  for (const match of text.matchAll(pattern)) {
    const from = match.index ?? 0
    const result = write(match, from)
    if (result === null) continue
    const edit = typeof result === 'string' ? { text: result } : result
    if (edit.text !== match[0] && match[0] !== '') edits.push({ from, to: from + match[0].length, ...edit })
  }
  return edits
}

/** Edits of several searches by their places. */
export function inOrder(edits: readonly FoundEdit[]): readonly FoundEdit[] {
  return [...edits].sort((one, other) => one.from - other.from)
}
