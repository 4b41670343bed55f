/**
 * The lead of a numbered paragraph: the part of it that is set in the heading font (SPEC NUM-7 … NUM-10). Derived from the text, never stored.
 */
import { runsText } from '../report/blockText'
import type { Run, TextBlock } from '../report/report'
import { firstSentenceEnd, withFullMarks } from './sentences'

const cache = new WeakMap<readonly Run[], number>()

/**
 * UTF-16 length of the part of the block's text that is heading: the whole text of a whole-line heading, the first sentence with its mark
 * of a run-in heading, 0 for body text and clauses.
 */
export function leadLength(block: TextBlock): number {
  if (block.form === 'clause') return 0
  if (block.form === 'heading') return runsText(block.runs).length
  if (block.level === 0) return 0
  const known = cache.get(block.runs)
  if (known !== undefined) return known
  const length = leadEnd(runsText(block.runs))
  cache.set(block.runs, length)
  return length
}

/** UTF-16 index at which the lead of a numbered paragraph ends (its mark or blank included); the length of the text if all of it is lead. */
export function leadEnd(given: string): number {
  const text = withFullMarks(given)
  const sentence = firstSentenceEnd(text) || text.length
  const head = text.slice(0, sentence)
  return blankEnd(head, text) ?? colonEnd(head, text) ?? sentence
}

/** 指导思想　以……: a wide blank parts a short heading from the text that goes on behind it; not so in 总　　则. */
function blankEnd(head: string, text: string): number | null {
  const match = /^[^\s，；：。]{4,30}?(?:\u3000| {2,})\s*/.exec(head)
  if (match === null || text.length - match[0].length < 20 || !/[。；]/.test(text)) return null
  return match[0].length
}

/** 指导思想：以……: a colon behind a short phrase parts it in the same way when whole sentences follow. */
function colonEnd(head: string, text: string): number | null {
  const match = /^[^，；：:。、]{2,15}[：:]/.exec(head)
  if (match === null || text.length - match[0].length < (/。$/.test(text) ? 12 : 20) || !/[。；]/.test(text)) return null
  return match[0].length
}

/** Whether the block is a run-in heading: text goes on behind its lead. */
export function isRunIn(block: TextBlock): boolean {
  const length = leadLength(block)
  return length > 0 && length < runsText(block.runs).length
}
