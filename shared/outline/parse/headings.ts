/**
 * Heading or clause (SPEC PARSE-17 … PARSE-21). A numbered paragraph is a heading if its lead is a short topic phrase; it is a clause if it is a
 * sentence with a subject and a duty, or an item of a list. One paragraph alone is often undecidable, so each gets a score from its own words and
 * shape, and siblings decide together; a group that is in doubt follows the other groups of its level.
 */
import { leadEnd } from '../leadLength'
import type { LineHint } from '../parsableText'
import { recognizeNumber } from '../recognizeNumber'
import { withFullMarks } from '../sentences'
import type { NumberedLine } from './numbered'
import { nextContent, type Draft } from './sourceLines'

export interface Judged extends NumberedLine {
  readonly isHeading: boolean
  /** UTF-16 length of the lead in `text`. */
  readonly lead: number
  /** The heading text runs into the body without a mark between them. */
  readonly isGlued: boolean
}

interface Scored {
  readonly line: NumberedLine
  readonly lead: number
  readonly score: number
  readonly isSentence: boolean
  readonly isWholeLine: boolean
  readonly hasBody: boolean
}

/** A lead of a run-in heading has hardly more characters; longer ones are sentences, or headings without a mark behind them. */
const longestPhrase = 45

/** A list item or a long sentence: no style makes a heading of it. */
const certainlyNone = -3

/** Decides for every numbered line, in order. */
export function judgeHeadings(draft: Draft, numbered: readonly NumberedLine[]): readonly Judged[] {
  const levelAt = new Map(numbered.map((line) => [line.index, line.depth]))
  const weigh = hintWeight(draft, numbered)
  const scored = numbered.map((line) => {
    const own = score(draft, line, levelAt)
    return own.score <= certainlyNone ? own : { ...own, score: own.score + weigh(line) }
  })
  const groups = siblingGroups(scored)
  const levels = levelTotals(scored)
  const judged = new Map<number, boolean>()
  for (const group of groups) {
    const isHeadingGroup = groupVerdict(group, levels)
    for (const entry of group) judged.set(entry.line.index, isHeadingGroup ? !isException(entry) : false)
  }
  return scored.map(({ line, lead, isWholeLine }): Judged => {
    const isHeading = judged.get(line.index) ?? false
    return { ...line, isHeading, lead, isGlued: isHeading && lead > longestPhrase + 1 && (!isWholeLine || /。/.test(line.text)) }
  })
}

/** In a group of headings a duty in a long sentence and a list item stay what they are. */
function isException(entry: Scored): boolean {
  return entry.score <= -2 && (entry.isSentence || /[；，、;]$|的[；。]?$/.test(entry.line.text) || (entry.isWholeLine && !entry.hasBody && entry.line.labelLevel >= 3))
}

function groupVerdict(group: readonly Scored[], levels: ReadonlyMap<number, { readonly sum: number; readonly count: number }>): boolean {
  const sum = group.reduce((total, entry) => total + entry.score, 0)
  const all = levels.get(group[0]?.line.depth ?? 0) ?? { sum: 0, count: 0 }
  const others = all.count - group.length
  const prior = others === 0 ? 0 : Math.max(-1, Math.min(1.5, (all.sum - sum) / others))
  if (isList(group)) return false
  if (group.filter((entry) => entry.score >= 1).length >= group.length * 0.6) return true
  return sum / group.length + prior > 0
}

/** Many siblings with nothing under them, or many short ones below （一）, are a list, whatever their words. */
function isList(group: readonly Scored[]): boolean {
  const level = group[0]?.line.labelLevel ?? 1
  if (group.length >= (level === 1 ? 15 : 8) && group.every((entry) => entry.isWholeLine && !entry.hasBody)) return true
  const rest = group.reduce((total, entry) => total + entry.line.text.length - entry.lead, 0)
  return group.length >= 15 && level >= 3 && rest / group.length < 60 && !group.some((entry) => entry.isWholeLine && entry.hasBody)
}

function levelTotals(scored: readonly Scored[]): ReadonlyMap<number, { readonly sum: number; readonly count: number }> {
  const totals = new Map<number, { sum: number; count: number }>()
  for (const entry of scored) {
    const total = totals.get(entry.line.depth) ?? { sum: 0, count: 0 }
    totals.set(entry.line.depth, { sum: total.sum + entry.score, count: total.count + 1 })
  }
  return totals
}

/** Lines of one level under the same heading; a new part begins new groups. */
function siblingGroups(scored: readonly Scored[]): readonly (readonly Scored[])[] {
  const groups: Scored[][] = []
  const open: (Scored[] | undefined)[] = []
  let part = 0
  for (const entry of scored) {
    if (entry.line.part !== part) open.length = 0
    part = entry.line.part
    const level = entry.line.depth
    open.length = Math.min(open.length, level + 1)
    const group = open[level]
    if (group === undefined) {
      const opened = [entry]
      open[level] = opened
      groups.push(opened)
    } else {
      group.push(entry)
    }
  }
  return groups
}

/**
 * What styles and fonts add to a score (SPEC PARSE-28): a heading style speaks for a heading, and where most lines of a level have one, its absence
 * against one; bold type of the whole line a little for it. Styles that are given to more than half of all lines say nothing.
 */
function hintWeight(draft: Draft, numbered: readonly NumberedLine[]): (line: NumberedLine) => number {
  const hintOf = (index: number): LineHint | null => draft.lines[index]?.hint ?? null
  const texts = draft.lines.flatMap((line, index) => (line.text === '' || draft.roles[index] === 'table' ? [] : [index]))
  const isTelling = (has: (index: number) => boolean): boolean => {
    const count = texts.filter(has).length
    return count > 0 && count * 2 <= texts.length
  }
  const isStyled = (index: number): boolean => hintOf(index)?.outline !== undefined
  const isBold = (index: number): boolean => hintOf(index)?.isBold === true
  const [stylesTell, boldTells] = [isTelling(isStyled), isTelling(isBold)]
  if (!stylesTell && !boldTells) return () => 0
  const styledLevels = new Set([1, 2, 3, 4, 5].filter((level) => {
    const own = numbered.filter((line) => line.labelLevel === level)
    return own.filter(({ index }) => isStyled(index)).length * 2 > own.length
  }))
  return ({ index, labelLevel }) => (stylesTell ? isStyled(index) ? 2 : styledLevels.has(labelLevel) ? -1 : 0 : 0) + (boldTells && isBold(index) ? 0.5 : 0)
}

function score(draft: Draft, given: NumberedLine, levelAt: ReadonlyMap<number, number>): Scored {
  const line = { ...given, text: withFullMarks(given.text) }
  const lead = leadEnd(line.text)
  const isWholeLine = lead >= line.text.length
  const hasBody = headsSomething(draft, line, levelAt)
  const phrase = line.text.slice(0, Math.min(lead, 120)).replace(/[。：:\s\u3000]+$/, '')
  const isSentence = isDuty(phrase)
  const value = closingClause.test(phrase) ? -3 : isWholeLine ? scoreWholeLine(line, phrase, hasBody, isSentence, nextContent(draft, line.index) >= draft.lines.length) : scoreRunIn(line, phrase, lead, isSentence)
  return { line: given, lead, score: value, isSentence, isWholeLine, hasBody }
}

/** Alone in its paragraph: a heading if it is short and something stands under it; a list item if it ends like one or its next sibling follows at once. */
function scoreWholeLine(line: NumberedLine, phrase: string, hasBody: boolean, isSentence: boolean, isLast: boolean): number {
  const length = Math.max(phrase.length, line.text.length > 120 ? 120 : 0)
  const last = line.text.charAt(line.text.length - 1)
  if (/[；;，,、]/.test(last) || line.text.includes('；')) return -3
  if (/[：:]/.test(last)) return hasBody && length <= 20 && !/下列|如下|以下/.test(phrase) ? 1 : -1
  if (/[。！]/.test(last)) {
    // At the very end what stood below may have been cut off: that says nothing.
    if (!hasBody) return isLast && length <= 30 && !isSentence ? -0.5 : length <= 45 || isSentence ? -2 : -3
    return length <= 30 && !isSentence ? 2 : length <= longestPhrase && !isSentence ? 1 : -2
  }
  if (length > 60) return -3
  if (isSentence && length > 20) return -1
  if (/[：:]/.test(phrase) && line.labelLevel >= 3) return -2
  if (hasBody) return length <= 40 ? 3 : line.labelLevel <= 2 ? 1 : -1
  return line.labelLevel <= 2 && length <= 40 ? 1 : -1
}

/** Text goes on behind the lead: a heading if the lead is a phrase. */
function scoreRunIn(line: NumberedLine, phrase: string, lead: number, isSentence: boolean): number {
  const rest = line.text.length - lead
  if (phrase.includes('；') || goesOnInside(line, lead)) return -3
  if (/的$/.test(phrase) && phrase.length > 8) return -2
  if (phrase.length > 60) return -3
  if (phrase.length > longestPhrase) return isSentence ? -3 : -1
  if (isSentence) return phrase.length > 16 ? -2 : 0
  if (rest < 12 && line.labelLevel >= 3) return -1
  const hasColon = /[：:]\s*$/.test(line.text.slice(0, lead))
  if (hasColon && isDefinition(phrase, line.text.slice(lead))) return -2
  if (hasColon && line.labelLevel >= 3) return scoreColon(phrase, line.text.slice(lead))
  return phrase.length <= 32 ? 2 : 1
}

/** （一）学习不深。（二）管理不细。 in one paragraph: the next number of the same look follows the lead at once, so this is a series, not a topic and its text. */
function goesOnInside(line: NumberedLine, lead: number): boolean {
  const next = recognizeNumber(line.text.slice(lead).trimStart())
  return next?.style === line.number.style && next.values[next.values.length - 1] === (line.number.values[line.number.values.length - 1] ?? 0) + 1
}

/** 县教育局：…, 组长：…, 时间：… are entries of a list; a longer phrase before the colon is a topic. */
function scoreColon(phrase: string, rest: string): number {
  if (/(局|委|办|部|厅|院|处|科|室|股|中心|公司|政府|乡|镇|街道|单位|组|长|员|人|队|站)$/.test(phrase)) return -2
  // 人才引育：……。……。 is a topic with sentences, 会议时间：3月5日 an entry.
  return phrase.length >= 5 ? 1 : phrase.length === 4 && rest.length >= 30 && /[，,。；].*。$/.test(rest) ? 1 : -1
}

/** 财政拨款收入：指……, “三公”经费：是……: what is said of a term, in a list of terms. */
function isDefinition(phrase: string, rest: string): boolean {
  return /^\s*是?指(?![导挥标数引明派定战尖示南纹责望出令])/.test(rest) || /^[“"「《][^”"」》]+[”"」》]$/.test(phrase)
}

/** Body text, a table or a deeper number follows directly. */
function headsSomething(draft: Draft, line: NumberedLine, levelAt: ReadonlyMap<number, number>): boolean {
  const next = nextContent(draft, line.index)
  const role = draft.roles[next]
  if (next >= draft.lines.length || (role !== null && role !== 'body' && role !== 'table' && role !== 'picture')) return false
  const level = levelAt.get(next)
  return level === undefined || level > line.depth
}

const duty = /(各[^，。]{0,14}|部门|单位|政府|党委|党组|支部|党员|干部|人员|企业|学校|机构|负责人|局长|书记|委员会|办公室|中心|我局|我市|我县|我省|我区|总局|[^，。]{2,12}局)(要|应|应当|须|必须|负责|可以|可|不得|将|会同|按照|根据|依法)(?!求|用|急|素|点|持续|能|人|制)|应当|不得(?!力|不)/
const openingDuty = /^(对(?![标照接外口内])|凡|为(?![民企基何进了])[^，]{2,20}，|为了|鉴于|经(?![济营验费贸常])|自[^，]{1,12}(起|之日)|由(?!来)|请|(国务院|[省市县区]人民?政府)?(原则)?同意|将(?!军|来)|删去|删除第|第[一二三四五六七八九十百]+[条款]|如(?![何期实下])|若|本(办法|通知|规定|预案|意见|制度|方案|细则|规划)(自|由|所)|各(地|级|单位|部门|有关|省|县|镇|乡|区|市|科室|股室)[^，。]{0,20}(要|应|须|必须|负责))/

/** What stands at the end of rules and in decisions on changes; never a topic. */
const closingClause = /^(本[^，。]{1,8}(自|由|从)[^，。]{0,20}(起|负责|施行|执行|实施|解释)|删去|删除第|第[一二三四五六七八九十百]+[条款].*(改为|修改))/

/** Whether a lead reads as a sentence with a subject and a duty, not as a topic. */
function isDuty(phrase: string): boolean {
  return duty.test(phrase) || openingDuty.test(phrase)
}
