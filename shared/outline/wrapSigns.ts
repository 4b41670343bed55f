/**
 * What tells a wrapped text from lines that merely have one length, as rosters, slogans and verses do (SPEC IMPORT-18): only a program parts a line
 * inside a sentence, a bracket or a word.
 */
import { textWidth } from '../base/textWidth'
import { hasFinalMark } from './joinLines'
import { recognizeNumber } from './recognizeNumber'

const gap = /(?<=[^\s.!?])(?:\u3000+| {2,})(?=\S)/g

/** Which lines are rows of a table, by 0-based line: cells parted by tabs, bars, drawn lines or wide blanks. A number and 第一条 have such a blank behind them, too. */
export function tableRows(lines: readonly string[]): readonly boolean[] {
  const gaps = lines.map(gapsIn)
  return gaps.map((count, index) => count > 1 || (count === 1 && ((gaps[index - 1] ?? 0) > 0 || (gaps[index + 1] ?? 0) > 0)))
}

function gapsIn(line: string): number {
  if (/[\t\u2500-\u257f]|[|｜].*[|｜]/.test(line)) return 2
  const text = line.trim()
  if (!/ {2}|\u3000/.test(text)) return 0
  const label = recognizeNumber(text)?.length ?? /^第.{1,6}[条款项](?:之[一二三四五])?[\s\u3000]*/.exec(text)?.[0].length ?? 0
  return text.slice(label).match(gap)?.length ?? 0
}

const opening = '“‘（《「『【〔〈(['
const closing = '”’）》」』】〕〉)]'

/**
 * Which of the suspected breaks (behind each line that is full) stand where nobody ends a line: a sentence has begun behind another one, a bracket is
 * open, a word that comes again is parted, or only the first of the lines is indented.
 */
export function surelyBroken(lines: readonly string[], isFull: readonly boolean[]): readonly boolean[] {
  const pairs = pairsIn(lines)
  const starts = lines.filter((_, index) => isFull[index] === true && isFull[index - 1] !== true)
  const indented = starts.filter((line) => indentOf(line) >= 1)
  const isIndented = indented.length > 1 && indented.length > starts.length / 2
  let indent = 0
  return lines.map((line, index) => {
    if (isFull[index - 1] !== true) indent = indentOf(line)
    if (isFull[index] !== true) return false
    const [before, after] = [line.trim(), (lines[index + 1] ?? '').trim()]
    if (hasFinalMark(before)) return false
    if (isIndented && indent >= 1 && indentOf(lines[index + 1] ?? '') < 1) return true
    if (/[。；！？]./.test(before) || /^[的，。、；：？！”’）》】]/.test(after) || (/[a-z]$/.test(before) && /^[a-z]/.test(after)) || (/\d$/.test(before) && /^[年月日%％万亿元]/.test(after))) return true
    return isOpen(before) || pairs.has(before.slice(-1) + after.slice(0, 1))
  })
}

/** Blanks before a line, in 字. */
export function indentOf(line: string): number {
  return textWidth(/^[ \u00a0\u3000]*/.exec(line)?.[0] ?? '')
}

/** Neighbouring Chinese characters inside the lines. */
function pairsIn(lines: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const line of lines) for (const [, pair = ''] of line.matchAll(/(?=([\u4e00-\u9fff]{2}))/g)) pairs.add(pair)
  return pairs
}

function isOpen(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (opening.includes(character)) depth += 1
    else if (depth > 0 && closing.includes(character)) depth -= 1
  }
  return depth > 0
}
