/** Where the title may be broken (SPEC PRINT-8): never inside a word, a number with its unit, a short bracket or a book title. */
import { textWidth } from '../base/textWidth'
import { beginnings, endings, fixedExpressions, functionWords, noLineBegins, noLineEnds } from './titleWords'

/** Brackets and quotations up to this width in 字 stay on one line, names of documents up to the other. */
const wholeBracket = 12
const wholeBookTitle = 18

/** Expressions that are never broken: numbers with units, dates, ranges of years, runs of placeholders. */
const wholeExpressions = [
  /\d+(?:[.．]\d+)?\s*(?:[-—－~～至]\s*\d+(?:[.．]\d+)?\s*)?(?:年度|年|月份|月|日|号|个|项|条|次|届|万|亿|元|周年|季度|%|％|‰)?/g,
  /\d{4}年\d{1,2}月(?:\d{1,2}日)?/g,
  /\d{4}年(?:上半年|下半年|第?[一二三四]季度)/g,
  /[×*＊X○]{2,}[\u4e00-\u9fff]?/g,
  /第[一二三四五六七八九十百零〇\d]+(?:次|届|季度|批|期|章|部分|号)/g,
  /党的[一二三四五六七八九十]+(?:大|届[一二三四五六七八九]中全会)(?:精神)?/g,
  /[一二三四五六七八九十]+(?:年度|年|月|届|中全会|大精神)/g,
  // What kind of document it is, with what belongs to it.
  /(?:工作|进展|落实|开展|执行|完成|整改)?情况的?(?:总结|综合)?(?:报告|汇报|通报|说明|函|材料)?/g,
  /工作(?:总结|计划|要点|安排|打算|报告|方案|会议|情况|汇报|思路|部署)/g,
  /的(?:工作)?(?:请示|通知|通告|公告|决定|决议|意见|批复|纪要|报告|汇报|通报|函|说明|总结)$/g,
  // Names of bodies below the name of their place, and meetings.
  /(?<=[省市县区镇乡旗州])(?:人民)?(?:代表大会|政府)(?:办公室|常务委员会)?/g,
  /(?<=[省市县区镇乡旗州])[\u4e00-\u9fff]{2,11}?(?:局|委员会|办公室|办事处|联合会|联合社|总工会|法院|检察院|指挥部|领导小组)(?=关于|\d{4}年|、|，|党组|的通知|$)/g,
  /第[一二三四五六七八九十]+届(?:委员会|常务委员会|人民代表大会)/g,
  /(?:中国共产党|中国人民政治协商会议|共产主义青年团)/g,
  /[\u4e00-\u9fff]{2}第[一二三四五六七八九十]+巡察组/g,
  /“?[一二三四五六七八九十]+五”?(?:规划纲要|规划|时期)/g,
]
const brackets = /（[^（）]*）|\([^()]*\)|《[^《》]*》|〔[^〔〕]*〕|“[^“”]*”|〈[^〈〉]*〉|【[^【】]*】/g

/**
 * UTF-16 positions inside `line` where it may be broken, in ascending order, without 0 and the length. Stretches wider than `limit` 字
 * have positions of the next weaker kind in them: between words, then between characters.
 */
export function breakPositions(line: string, limit: number): readonly number[] {
  const words = wordEnds(line)
  const whole = wholeRanges(line)
  const inside = (at: number): boolean => whole.some(([from, to]) => at > from && at < to)
  const permitted = joinedWordEnds(line, words).filter((at) => !inside(at) && isPermitted(line, at))
  const byWords = refine(line, permitted, words.filter((at) => isPermitted(line, at)), limit)
  return refine(line, byWords, characterEnds(line), limit)
}

/** Whether a break at `at` would part a word, a number and its unit, a short bracket or a book title, or put a mark at the wrong end of a line. */
export function isInsideUnit(line: string, at: number): boolean {
  return !wordEnds(line).includes(at) || wholeRanges(line).some(([from, to]) => at > from && at < to) || /[，。、；：？！）》」』”’〉】〕]/.test(line.charAt(at)) || noLineEnds.includes(line.charAt(at - 1))
}

function isPermitted(line: string, at: number): boolean {
  return !noLineBegins.includes(line.charAt(at)) && !noLineEnds.includes(line.charAt(at - 1))
}

/** Adds the `weaker` positions inside every stretch that is wider than the limit. */
function refine(line: string, positions: readonly number[], weaker: readonly number[], limit: number): readonly number[] {
  const bounds = [0, ...positions, line.length]
  return bounds.flatMap((to, index) => {
    const from = bounds[index - 1]
    if (from === undefined) return []
    const extra = textWidth(line.slice(from, to)) > limit ? weaker.filter((at) => at > from && at < to) : []
    return to === line.length ? extra : [...extra, to]
  })
}

// Made at the first long title: the dictionary of words takes a tenth of the time of a short export to load.
const segmenters: Partial<Record<'word' | 'grapheme', Intl.Segmenter>> = {}

function segmentEnds(line: string, granularity: 'word' | 'grapheme'): readonly number[] {
  const segmenter = (segmenters[granularity] ??= new Intl.Segmenter('zh', { granularity }))
  return [...segmenter.segment(line)].map(({ index }) => index).filter((at) => at > 0)
}

function wordEnds(line: string): readonly number[] {
  return segmentEnds(line, 'word')
}

function characterEnds(line: string): readonly number[] {
  return segmentEnds(line, 'grapheme')
}

/** The ends of words without those where a single character belongs to its neighbour, or several make one unknown word. */
function joinedWordEnds(line: string, ends: readonly number[]): readonly number[] {
  return ends.filter((at, index) => {
    const before = line.slice(ends[index - 1] ?? 0, at)
    const after = line.slice(at, ends[index + 1] ?? line.length)
    if (!isHan(before) || !isHan(after)) return true
    if (before.length === 1 && !functionWords.includes(before) && !isHan(line.charAt(at - 2))) return false
    if (after.length === 1 && endings.includes(after)) return false
    if (before.length === 1 && beginnings.includes(before)) return false
    return before.length > 1 || after.length > 1 || functionWords.includes(before) || functionWords.includes(after)
  })
}

function isHan(word: string): boolean {
  return /^[\u3400-\u9fff]+$/.test(word)
}

function wholeRanges(line: string): readonly (readonly [number, number])[] {
  const matched = wholeExpressions.flatMap((pattern) => [...line.matchAll(pattern)])
  const bracketed = [...line.matchAll(brackets)].filter((match) => textWidth(match[0]) <= (match[0].startsWith('《') ? wholeBookTitle : wholeBracket))
  const ranges = [...matched, ...bracketed].map((match) => [match.index ?? 0, (match.index ?? 0) + match[0].length] as const)
  return [...ranges, ...fixedExpressions.flatMap((expression) => occurrences(line, expression))]
}

function occurrences(line: string, expression: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let at = line.indexOf(expression); at !== -1; at = line.indexOf(expression, at + 1)) found.push([at, at + expression.length])
  return found
}
