/** Pictures among the characters (SPEC CLEAN-17): no official document has them. */
import type { FindEdits } from './cleaningRule'
import { chinese } from './pairEdits'
import { matchEdits } from './textEdits'

/** One picture with its joined parts, a flag, or a figure in a box; and the blanks behind it. */
const picture = /(?:[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?)*)/gu
/** ©, ®, ™ and arrows are marks of a text, and so is everything that is drawn in one colour unless it asks for more. */
const isPicture = (found: string): boolean => /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|[\u{1f000}-\u{1faff}])/u.test(found) || (found.includes('\ufe0f') && !/^[©®™‼⁉↔-⇿〰〽㊗㊙ℹⓂ]/u.test(found))

/** Pictures at the edge of a text or beside a mark go; between two characters one may stand for a word, which is doubtful. In a cell they say yes or no. */
export const findEmoji: FindEdits = (text, { kind }) => {
  if (kind === 'cell' || !/[\u20e3\ufe0f\u231a-\u2bff]|[\ud83c-\ud83e]/.test(text) || !chinese.test(text)) return []
  return matchEdits(text, picture, ([found], at) => {
    const end = at + found.length
    if (found.endsWith('\u20e3')) return text.slice(0, at).trim() === '' && !/^[.．、]/.test(text.slice(end)) ? `${found.charAt(0)}.` : found.charAt(0)
    if (!isPicture(found)) return null
    const isInside = isWord(text, at - 1) && isWord(text, end)
    return isInside ? { text: '', isDoubtful: true } : ''
  })
}

const isWord = (text: string, at: number): boolean => at >= 0 && at < text.length && /[\u3400-\u9fffA-Za-z0-9]/.test(text.charAt(at))
