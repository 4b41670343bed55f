/** Where sentences end in running Chinese text, quotation marks and brackets respected (SPEC NUM-8). Linear in the length of the text. */
import type { Run } from '../report/report'

const closers: Readonly<Record<string, string>> = {
  '“': '”', '‘': '’', '「': '」', '『': '』', '（': '）', '(': ')', '《': '》', '〈': '〉', '【': '】', '〔': '〕', '[': ']',
}
const closing = new Set(Object.values(closers))
const stops = new Set(['。', '！', '？'])
/** Marks typed half-width behind a Chinese character and before another one or the end; so a point is no decimal one, and none of an address or of 一. */
const halfWidth = /(?<=[\u4e00-\u9fff”’）》%％])(?:[,;:!?]|(?<![一二三四五六七八九十])[.．])(?=[\u4e00-\u9fff“‘（《]|\d{1,4}[年月日]|$)/g
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。', '．': '。' }

/** The text with the marks of its Chinese sentences full-width, as long as it was. Only to be looked at: what the clerk typed stays. */
export function withFullMarks(text: string): string {
  return /[,;:!?.．]/.test(text) ? text.replace(halfWidth, (mark) => fullWidth[mark] ?? mark) : text
}

/**
 * UTF-16 index just behind the first sentence of `text`, its mark included; 0 if no sentence ends in it.
 * Marks inside quotation marks and brackets do not count, unless the bracket is never closed.
 */
export function firstSentenceEnd(text: string): number {
  const open: string[] = []
  let firstStop = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (stops.has(character)) {
      if (open.length === 0) return at + 1
      if (firstStop === 0) firstStop = at + 1
      continue
    }
    const closer = closers[character]
    if (closer !== undefined) {
      // “…“ is a closing mark typed wrongly: the same quotation marks are never nested.
      if ((character === '“' || character === '‘') && open[open.length - 1] === closer) open.pop()
      else open.push(closer)
    } else if (closing.has(character)) {
      const match = open.lastIndexOf(character)
      if (match !== -1) open.length = match
    }
    // A quotation that goes on through the whole paragraph was not closed: do not remember it for ever.
    if (open.length > 16) open.length = 0
  }
  return open.length > 0 ? firstStop : 0
}

/** The last character of the text of a run list, '' if there is none. */
export function lastCharacter(runs: readonly Run[]): string {
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const text = runs[at]?.text ?? ''
    if (text !== '') return text.charAt(text.length - 1)
  }
  return ''
}

/**
 * `text` without blanks, 。 and ： (and ； where `more` says so) at its end. A loop, because a regular expression that looks for blanks before the end
 * of a text takes quadratic time on a text of blanks.
 */
export function withoutClosing(text: string, more = ''): string {
  let end = text.length
  while (end > 0 && (/[\s。：:]/.test(text.charAt(end - 1)) || more.includes(text.charAt(end - 1)))) end -= 1
  return end === text.length ? text : text.slice(0, end)
}
