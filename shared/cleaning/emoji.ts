/** Pictures among the characters (SPEC CLEAN-17): no official document has them. */
import type { FindEdits, FoundEdit } from './cleaningRule'
import { chinese } from './pairEdits'

/** One picture with its joined parts, a flag, or a figure in a box; and the blanks behind it. */
const picture = /(?:[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?)*)/gu
/** ©, ®, ™ and arrows are marks of a text, characters in a box are words, and so is everything that is drawn in one colour unless it asks for more. */
const isPicture = (found: string): boolean => !/^[\u{1f200}-\u{1f265}]/u.test(found) && (/^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|[\u{1f000}-\u{1faff}])/u.test(found) || (found.includes('\ufe0f') && !/^[©®™‼⁉↔-⇿〰〽㊗㊙ℹⓂ]/u.test(found)))

/** Signs of a form, a vote or a grade: they say something wherever they stand. */
const telling = /^[✅❌❎⭕✔✖☑⭐]/

/** A run of pictures at the edge of a text or beside a mark goes; between two characters it may stand for a word, which is doubtful. In a cell they say yes or no. */
export const findEmoji: FindEdits = (text, { kind }) => {
  if (kind === 'cell' || !/[\u20e3\ufe0f\u231a-\u2bff]|[\ud83c-\ud83e]/.test(text) || !chinese.test(text)) return []
  const edits: FoundEdit[] = []
  for (const match of text.matchAll(picture)) {
    const [found, from] = [match[0], match.index ?? 0]
    const to = from + found.length
    const last = edits[edits.length - 1]
    if (found.endsWith('\u20e3')) edits.push({ from, to, text: text.slice(0, from).trim() === '' && !/^[.．、]/.test(text.slice(to)) ? `${found.charAt(0)}.` : found.charAt(0) })
    else if (isPicture(found)) {
      const isMore = last?.to === from && last.text === ''
      edits.splice(isMore ? -1 : edits.length, isMore ? 1 : 0, { ...(isMore ? last : { from, text: '' }), to, ...(telling.test(found) ? { isDoubtful: true as const } : {}) })
    }
  }
  return edits.map((edit) => (edit.text === '' && isWord(text, edit.from - 1) && isWord(text, edit.to) ? { ...edit, isDoubtful: true } : edit))
}

const isWord = (text: string, at: number): boolean => at >= 0 && at < text.length && /[\u3400-\u9fffA-Za-z0-9]/.test(text.charAt(at))
