/** Blanks that only a typewriter needs (SPEC CLEAN-9). Blanks between names, in letter-spaced words and beside Latin stay. */
import type { FindEdits } from './cleaningRule'
import { matchEdits } from './textEdits'

const blanks = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
const han = /[\u3400-\u4dbf\u4e00-\u9fff]/
const stops = /[，。；：、？！”’）》〉】〕」』…]/
const starts = /[“‘（《〈【〔「『]/

/** Blanks at both ends, between Chinese and a mark, and more than one inside a sentence. */
export const findBlanks: FindEdits = (text, { kind }) => {
  if (!/[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(text)) return []
  const isSentence = kind === 'paragraph' && /[，。；]/.test(text)
  return matchEdits(text, blanks, ([found], at) => {
    const end = at + found.length
    if (at === 0 || end === text.length) return ''
    if (kind === 'cell') return null
    const [before, after] = [text.charAt(at - 1), text.charAt(end)]
    if (stops.test(after) && !starts.test(before)) return ''
    if (stops.test(before) && (han.test(after) || starts.test(after)) && (kind === 'paragraph')) return isNameList(text, at) ? null : ''
    if (starts.test(before) && han.test(after)) return ''
    if (starts.test(after) && han.test(before) && kind === 'paragraph') return ''
    // 2 0 2 5年 is spaced for the eye.
    if (found.length === 1 && /\d/.test(before) && /\d/.test(after) && isSpacedYear(text, at)) return ''
    return isSentence ? inSentence(text, at, found, before, after) : null
  })
}

function isSpacedYear(text: string, at: number): boolean {
  return /(?<!\d)\d[ \u3000]\d[ \u3000]\d[ \u3000]\d[ \u3000]?年/.test(text.slice(Math.max(0, at - 6), at + 8))
}

/** In 主要负责人：张三　李四 the blanks part names. */
function isNameList(text: string, at: number): boolean {
  return text.charAt(at - 1) === '：' && /[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff]/.test(text.slice(at + 1, at + 30))
}

function inSentence(text: string, at: number, found: string, before: string, after: string): ReturnType<Parameters<typeof matchEdits>[2]> {
  const isOdd = /[^ ]/.test(found)
  if (found.length === 1 && !isOdd) return null
  const isHan = han.test(before) && han.test(after)
  if (!isHan) return /[A-Za-z0-9]/.test(before) || /[A-Za-z0-9]/.test(after) ? (found.length === 1 && found === '\u3000' ? null : ' ') : null
  // One full-width blank parts names; more than one in a sentence was meant to push text.
  if (found.length === 1) return found === '\u3000' ? null : ' '
  // Articles of a law stand apart from their text.
  if (/第[^，。；]{1,8}[条章节款]$/.test(text.slice(Math.max(0, at - 12), at))) return null
  return isSpaced(text, at, found.length) ? null : { text: '', isDoubtful: true }
}

/** 总  则 and 张  三: a single character on one side. */
function isSpaced(text: string, at: number, length: number): boolean {
  const [two, next] = [text.charAt(at - 2), text.charAt(at + length + 1)]
  return !han.test(two) || !han.test(next)
}

