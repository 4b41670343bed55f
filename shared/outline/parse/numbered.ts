/** Numbered lines of the body, and the numbering scheme they follow (SPEC PARSE-14 … PARSE-16). */
import type { Level, SchemeId } from '../../report/report'
import { readChineseNumeral } from '../numerals'
import { recognizeNumber, type RecognizedNumber } from '../recognizeNumber'
import { schemes, type NumberStyle } from '../schemes'
import { nextContent, previousContent, type Draft } from './sourceLines'

export interface NumberedLine {
  /** Index of the line in the draft. */
  readonly index: number
  readonly number: RecognizedNumber
  /** The text behind the label. */
  readonly text: string
  /** What the label's look says: 一、 1, （一） 2, 1. 3, （1） 4, ① 5, 第N章 1, 第N节 2; in the decimal style the depth. */
  readonly labelLevel: Level
  /** The level in the report's scheme; null if the scheme has no place for this style: then the line stays text. */
  readonly level: Level | null
  /** Where it stands among the levels of this text, those included that the scheme cannot express: under chapters 一、 stands below 第一章. */
  readonly depth: number
  /** How many part titles stand before it. */
  readonly part: number
}

const levelOfStyle: Readonly<Record<NumberStyle, Level>> = { han: 1, hanParen: 2, digitDot: 3, digitParen: 4, circled: 5, decimal: 1, chapter: 1, section: 2 }

/** All numbered lines in order and the scheme of the report. Lines 第一部分 … become part titles in the roles of `draft`. */
export function readNumbered(draft: Draft): { readonly scheme: SchemeId; readonly numbered: readonly NumberedLine[] } {
  const candidates = candidateLines(draft)
  const isDecimal = followsDecimal(candidates)
  const kept = dropForeign(candidates, isDecimal)
  const scheme = isDecimal ? 'decimal' : kept.some(({ number }) => number.style === 'chapter' || number.style === 'section') ? 'chapter' : runsOnAcross(kept) ? 'continuous' : 'restart'
  const tops = isDecimal ? dottedTops(kept) : new Set<number>()
  const numbered = kept.map((candidate): NumberedLine => {
    const isTop = tops.has(candidate.index)
    const labelLevel = isTop ? 1 : candidate.number.style === 'decimal' ? depthOf(candidate.number) : levelOfStyle[candidate.number.style]
    const depth = scheme === 'chapter' && candidate.number.style !== 'chapter' && candidate.number.style !== 'section' ? labelLevel + 2 : labelLevel
    return { ...candidate, labelLevel, depth, level: isTop ? 1 : levelIn(scheme, candidate.number) }
  })
  return { scheme, numbered }
}

interface Candidate {
  readonly index: number
  readonly number: RecognizedNumber
  readonly text: string
  readonly part: number
}

function candidateLines(draft: Draft): readonly Candidate[] {
  const found: Candidate[] = []
  const spaced = spacedNumbers(draft)
  let part = 0
  let lastLarge = 0
  let lastHan = 0
  draft.lines.forEach((line, index) => {
    const role = draft.roles[index]
    if (role === 'part') {
      part += 1
      lastHan = 0
    }
    if (role !== null && role !== 'body') return
    if (line.explicit !== null) return
    const number = recognizeNumber(line.text) ?? spaced.get(index) ?? bareNumber(draft, index, lastHan)
    if (number === null) return
    if (number.word !== undefined && number.style === 'chapter' && number.word !== '章') {
      if (isPartHeading(draft, index)) {
        draft.roles[index] = 'part'
        part += 1
        markPartName(draft, index, number.length)
        lastHan = 0
      }
      return
    }
    const value = number.values[0] ?? 0
    // 365天, 110、119: a large number is one only in its turn.
    if (value > 99 && value !== lastLarge + 1) return
    lastLarge = value >= 99 ? value : 0
    if (number.style === 'han') lastHan = value
    found.push({ index, number, text: line.text.slice(number.length), part })
  })
  return found
}

/** 一 组织领导, 二 宣传形式 …: a blank stands for the mark, in short lines that count from 一 to 三 at least, in a text without 一、. */
function spacedNumbers(draft: Draft): ReadonlyMap<number, RecognizedNumber> {
  const found = new Map<number, RecognizedNumber>()
  for (const [index, { text, explicit }] of draft.lines.entries()) {
    const role = draft.roles[index] ?? 'body'
    if (role !== 'body' || explicit !== null) continue
    if (recognizeNumber(text)?.style === 'han') return new Map()
    const match = text.length > 40 || /[。；，：]$/.test(text) ? null : /^([一二三四五六七八九十]{1,3})[\s\u3000]+(?=\S{2})/.exec(text)
    const value = match === null ? null : readChineseNumeral(match[1] ?? '')
    if (match !== null && value === found.size + 1) found.set(index, { style: 'han', values: [value], label: match[1] ?? '', length: match[0].length })
  }
  return found.size >= 3 ? found : new Map()
}

/** The name of a part on a line of its own below 第一部分. */
function markPartName(draft: Draft, at: number, length: number): void {
  const next = nextContent(draft, at)
  const text = draft.lines[next]?.text ?? ''
  const isFree = (draft.roles[next] ?? 'body') === 'body' && draft.lines[next]?.explicit === null && nextContent(draft, next) < draft.lines.length
  if ((draft.lines[at]?.text.length ?? 0) <= length && isFree && text.length <= 30 && !/[。；，：:]$/.test(text) && recognizeNumber(text) === null) draft.roles[next] = 'part'
}

const bareStart = /^([一二三四五六七八九十]{1,3})(?:[,，:：][ \u3000]*|[ \u3000\u00a0]+)(?=[\u4e00-\u9fff“])/

/** 四 下一步打算 behind 三、: the mark is missing or another one, but the line is short and it is the turn of its number. */
function bareNumber(draft: Draft, index: number, last: number): RecognizedNumber | null {
  const text = draft.lines[index]?.text ?? ''
  const match = last === 0 || text.length > 40 ? null : bareStart.exec(text)
  if (match === null || /[。；，：.;,:]$/.test(text) || nextContent(draft, index) >= draft.lines.length) return null
  // Lines that count one directly below the other are a list of their own.
  if ([previousContent(draft, index), nextContent(draft, index)].some((at) => bareStart.test(draft.lines[at]?.text ?? ''))) return null
  // 二，三产业协同发展 counts on behind the comma: both numerals belong to the text.
  if (/[,，]/.test(match[0]) && (readChineseNumeral(text.charAt(match[0].length)) ?? 0) > last + 1) return null
  const label = match[0].trimEnd()
  return readChineseNumeral(match[1] ?? '') === last + 1 ? { style: 'han', values: [last + 1], label, length: match[0].length } : null
}

/** 第一部分　总体情况 alone on its line, not a sentence that begins with it. */
function isPartHeading(draft: Draft, index: number): boolean {
  const text = draft.lines[index]?.text ?? ''
  return text.length <= 40 && !/[。；]$/.test(text) && nextContent(draft, index) < draft.lines.length
}

/** 1.1 and 1.2 or deeper ones in a chain, and not fewer of them than of 一、 and （一）. */
function followsDecimal(candidates: readonly Candidate[]): boolean {
  const chained = candidates.filter(({ number }) => number.style === 'decimal' && number.values.length > 1)
  if (chained.length < 2 || !chained.some(({ number }) => number.values[number.values.length - 1] === 1)) return false
  const chinese = candidates.filter(({ number }) => number.style === 'han' || number.style === 'hanParen')
  const chain = chained.filter((candidate, at) => at === 0 || follows(chained[at - 1]?.number.values ?? [], candidate.number.values))
  return chain.length * 2 >= chained.length && chained.length >= chinese.length
}

/** Whether `next` may stand directly after `last`: its first differing value is one more, and what follows it begins with 1. */
function follows(last: readonly number[], next: readonly number[]): boolean {
  const at = next.findIndex((value, index) => value !== last[index])
  if (at === -1) return false
  return (next[at] ?? 0) - (last[at] ?? 0) <= 2 && next.slice(at + 1).every((value) => value === 1)
}

/** Decimal numbers and bare digits are numbers only in a decimal report; bare digits only in their turn. */
function dropForeign(candidates: readonly Candidate[], isDecimal: boolean): readonly Candidate[] {
  if (!isDecimal) return candidates.filter(({ number }) => number.style !== 'decimal')
  let top = 0
  return candidates.filter(({ number, text }) => {
    if (number.style !== 'decimal') return true
    const value = number.values[0] ?? 0
    if (number.values.length === 1 && (value < top || value > top + 2 || text.length > 60)) return false
    top = value
    return true
  })
}

/** In a report with 1.1 and without bare digits, 1. or 1、 before them is the first level. */
function dottedTops(candidates: readonly Candidate[]): ReadonlySet<number> {
  if (candidates.some(({ number }) => number.style === 'decimal' && number.values.length === 1)) return new Set()
  const parents = new Set(candidates.flatMap(({ number }) => (number.style === 'decimal' ? [number.values[0] ?? 0] : [])))
  const tops = new Set<number>()
  let top = 0
  candidates.forEach(({ number, index }, at) => {
    const value = number.values[0] ?? 0
    if (number.style !== 'digitDot' || value !== top + 1) return
    const next = candidates[at + 1]?.number
    const isFollowed = next?.style === 'decimal' && next.values[0] === value
    if (!isFollowed && parents.has(value)) return
    tops.add(index)
    top = value
  })
  return tops
}

/** （三） directly after 二、 whose last （二） stood before it, or 3. directly after 二、: the lower level runs on across level 1. */
function runsOnAcross(candidates: readonly Candidate[]): boolean {
  const last = { hanParen: 0, digitDot: 0 }
  let isFirst = false
  let on = 0
  let anew = 0
  let part = 0
  for (const { number, part: own } of candidates) {
    if (own !== part) last.hanParen = last.digitDot = 0
    part = own
    if (number.style === 'han') isFirst = true
    if (number.style !== 'hanParen' && number.style !== 'digitDot') continue
    const value = number.values[0] ?? 0
    const before = last[number.style]
    if (isFirst && before > 0) {
      if (value === 1) anew += 1
      else if (value === before + 1) on += 1
    }
    isFirst = false
    last[number.style] = value
    if (number.style === 'hanParen') last.digitDot = 0
  }
  return on > anew
}

function depthOf(number: RecognizedNumber): Level {
  return Math.min(number.values.length, 5) as Level
}

function levelIn(scheme: SchemeId, number: RecognizedNumber): Level | null {
  if (number.style === 'decimal') return scheme === 'decimal' ? (Math.min(number.values.length, 4) as Level) : null
  const at = (schemes[scheme].styles as readonly NumberStyle[]).indexOf(number.style)
  return at === -1 ? null : ((at + 1) as Level)
}
