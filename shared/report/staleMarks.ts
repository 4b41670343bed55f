/**
 * Finds what is bound to the year a report was written for: typed figures and dates (SPEC LIB-6). Names that only look like figures stay
 * unmarked: 二十大, 十四五, 第三次, 5G, GB/T 9704-2012, “1+3”模式, 12345热线, 24小时, and years long past.
 */
import type { Run } from './report'

const chinese = '[一二三四五六七八九十百千万亿两零〇]'
/** Measure words after which a figure written in Chinese characters is a count. */
const measures = '(?:余|多)?(?:人次|场次|人|次|场|件|项|期|篇|名|户|家|起|份|条|处|例|亩|公里|元|万元|亿元|个|支|所|座|辆|台|套|册|批)'
const units = '(?:个百分点|万元|亿元|万|亿|％|%|‰)?'

const patterns: readonly RegExp[] = [
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/g,
  /\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日/g,
  new RegExp(`百分之${chinese}+(?:点${chinese}+)?`, 'g'),
  new RegExp(`\\d+(?:[.,，．]\\d+)*${units}`, 'g'),
  new RegExp(`${chinese}{2,}${measures}`, 'g'),
]

/** Signs directly before a figure that make it part of a name. */
const nameBefore = /(?:第|[A-Za-z]|[A-Za-z/]\s|[+＋·\-–×xX〔[]|“\d*)$/
/** Words and signs directly after a figure that make it part of a name. */
const nameAfter = /^(?:[A-Za-z+＋·×〕\]]|-\d|号|热线|平台|小时|世纪|届|大(?:报告|精神|以来|召开)?|规划)/

interface Mark {
  readonly from: number
  readonly to: number
}

/** UTF-16 ranges of the figures and dates in a text that a report of `year` would bring up to date; in order, never overlapping. */
export function staleMarks(text: string, year: number): readonly Mark[] {
  const marks: Mark[] = []
  for (const [index, pattern] of patterns.entries()) {
    for (const match of text.matchAll(pattern)) {
      const mark = { from: match.index, to: match.index + match[0].length }
      if (marks.some((other) => mark.from < other.to && other.from < mark.to)) continue
      if (isFigure(text, mark, match[0], year, index)) marks.push(mark)
    }
  }
  return marks.sort((a, b) => a.from - b.from).filter((mark) => !isOldYear(text.slice(mark.from, mark.to), year))
}

function isFigure(text: string, { from, to }: Mark, found: string, year: number, index: number): boolean {
  if (/^\d{4}年/.test(found)) return true
  const before = text.slice(Math.max(0, from - 3), from)
  const after = text.slice(to, to + 4)
  if (nameBefore.test(before) || nameAfter.test(after)) return false
  // A number among further digits is the tail of something that was judged before.
  if (/\d$/.test(before) || /^\d/.test(after)) return false
  if (index === 4) return isCount(found)
  return !(/^\d{4}$/.test(found) && Math.abs(Number(found) - year) > 1 && /^[—–至-]/.test(after))
}

/** 十余次 and 三百二十人 are counts; 一个 and 两个 are mostly not, and are too short to get here. */
function isCount(found: string): boolean {
  return /[十百千万亿]/.test(found) && !/^[一二三四五六七八九]?十[一二三四五六七八九]?[大个]$/.test(found)
}

/** Years other than the report's own and its neighbours tell history; they do not grow old. */
function isOldYear(found: string, year: number): boolean {
  const found4 = /^(\d{4})年/.exec(found)?.[1]
  return found4 !== undefined && Math.abs(Number(found4) - year) > 1
}

/** The runs with the given ranges marked as stale; the manner of each piece is kept. Unchanged in, same object out. */
export function markRuns(runs: readonly Run[], marks: readonly Mark[]): readonly Run[] {
  if (marks.length === 0) return runs
  let offset = 0
  return runs.flatMap((run) => {
    const start = offset
    offset += run.text.length
    const edges = marks.flatMap(({ from, to }) => [from - start, to - start]).filter((edge) => edge > 0 && edge < run.text.length)
    const cuts = [0, ...edges, run.text.length]
    return cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? 0
      const isStale = marks.some((mark) => mark.from <= start + from && start + to <= mark.to)
      return { ...run, text: run.text.slice(from, to), ...(isStale ? { stale: true as const } : {}) }
    })
  })
}
