/** Plain texts that were broken at a width, as mail programs, old editors and copies out of PDF files break them (SPEC IMPORT-18). */
import { textWidth } from '../base/textWidth'
import { firstUnit, hasFinalMark, joinLines } from './joinLines'
import { pageNumberLine } from './pageNumberLine'
import { recognizeNumber } from './recognizeNumber'
import { indentOf, surelyBroken, tableRows } from './wrapSigns'

/** Width of a line in 字. Shorter lines are items and verses, longer ones are paragraphs. */
const narrowest = 20
const widest = 80
/** So many full lines without a final mark make a text a wrapped one, beside their share among all lines. */
const fewestFull = 4
const shareOfFull = 0.15
/** Among the full lines so many end inside a sentence, and among the lines behind them so many end one: items of a list do neither. */
const shareInside = 0.6
const shareOfEnds = 0.6
/** Among the line ends inside a sentence so many stand where only a program ends a line; with one paragraph alone, more of them. */
const surest = { ofMany: { least: 1, share: 0.2 }, ofOne: { least: 2, share: 0.3 } } as const
/** In a short text fewer full lines do, if so many of them are surely parted by a program. */
const ofShort = { least: 2, shareOfFull: 0.05, share: 0.6 } as const
/** Blanks before a line that is no paragraph, in 字. */
const pushed = 5
/** So many lines end at the width of a wrapped text in which a title or an address is longer. */
const fewestAtWidth = 3

/** A wrapped text as paragraphs. */
export interface JoinedText {
  readonly lines: readonly string[]
  /** For each of them the 0-based line that it began with. */
  readonly from: readonly number[]
  /** How many line ends were taken out. */
  readonly joined: number
  /** Numbers of pages that stood inside a paragraph and were taken out. */
  readonly pageNumbers: readonly FoundNumber[]
}

/** The number of a page on a line of its own; `line` is 0-based. */
interface FoundNumber {
  readonly text: string
  readonly line: number
}

/**
 * The paragraphs of a text that was broken at a fixed width, as mail programs, old editors and copies out of PDF files break it; null if the lines are
 * paragraphs already. Rows of tables stay.
 */
export function joinHardWrapped(given: readonly string[]): JoinedText | null {
  const rows = tableRows(given)
  const written = given.filter((line, index) => line.trim() !== '' && rows[index] !== true)
  for (const width of likelyWidths(written)) {
    const joined = joinedAt(given, written.length, width)
    if (joined !== null) return joined
  }
  return null
}

function joinedAt(given: readonly string[], written: number, width: number): JoinedText | null {
  const { lines, places, pageNumbers } = withoutPageNumbers(given, width)
  const isRow = tableRows(lines)
  const margin = lines.reduce((least, line) => (line.trim() === '' ? least : Math.min(least, indentOf(line))), width)
  // 署名 and date stand far to the right, each on its own line.
  const isPushed = lines.map((line) => indentOf(line) - margin >= pushed)
  const isFull = lines.map((line, index) => isRow[index] !== true && isRow[index + 1] !== true && isPushed[index + 1] !== true && isFullLine(line, lines[index + 1], width))
  if (!isWrapped(lines, isFull, written)) return null
  const indent = commonIndent(lines, isFull)
  const paragraphs: string[] = []
  const from: number[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const goesOn = before !== undefined && isFull[index - 1] === true && line.trim() !== '' && !isStart(line, before, indent)
    if (goesOn) paragraphs.push(joinLines(paragraphs.pop() ?? '', line, /[ \u00a0]$/.test(before)))
    else {
      paragraphs.push(line)
      from.push(places[index] ?? index)
    }
  }
  return { lines: paragraphs, from, joined: lines.length - paragraphs.length, pageNumbers }
}

/** Whether the full lines are those of paragraphs that a program wrapped. Lines that are of one length by chance or by art end as their writer wanted. */
function isWrapped(lines: readonly string[], isFull: readonly boolean[], written: number): boolean {
  const full = lines.flatMap((_, index) => (isFull[index] === true ? [index] : []))
  const inside = full.filter((index) => !hasFinalMark(lines[index] ?? ''))
  if (inside.length < ofShort.least || inside.length < written * ofShort.shareOfFull || inside.length < full.length * shareInside) return false
  const ends = lines.filter((line, index) => isFull[index - 1] === true && isFull[index] !== true && line.trim() !== '')
  if (ends.filter(hasFinalMark).length < ends.length * shareOfEnds) return false
  const isSure = surelyBroken(lines, isFull)
  const sure = inside.filter((index) => isSure[index] === true).length
  if (sure >= ofShort.least && sure >= inside.length * ofShort.share) return true
  const { least, share } = ends.length > 1 ? surest.ofMany : surest.ofOne
  return inside.length >= fewestFull && inside.length >= written * shareOfFull && sure >= Math.max(least, inside.length * share)
}

/** Without a number of a page between a line that goes on and its rest, and the blank lines around it; `places` are the given lines that are left. */
function withoutPageNumbers(lines: readonly string[], width: number): { readonly lines: readonly string[]; readonly places: readonly number[]; readonly pageNumbers: readonly FoundNumber[] } {
  const kept: string[] = []
  const places: number[] = []
  const pageNumbers: FoundNumber[] = []
  for (let at = 0; at < lines.length; at += 1) {
    let end = at
    while (end < lines.length && end < at + 5 && isBetweenPages(lines[end] ?? '')) end += 1
    const numbers = lines.slice(at, end).flatMap((line, index) => (pageNumberLine(line) === 'sure' ? [{ text: line.trim(), line: at + index }] : []))
    const before = kept[kept.length - 1] ?? ''
    if (numbers.length > 0 && !hasFinalMark(before) && isFullLine(before, lines[end], width)) {
      pageNumbers.push(...numbers)
      at = end - 1
    } else {
      kept.push(lines[at] ?? '')
      places.push(at)
    }
  }
  return { lines: kept, places, pageNumbers }
}

function isBetweenPages(line: string): boolean {
  return line.trim() === '' || pageNumberLine(line) === 'sure'
}

/** Widths at which the lines may have been parted: that of the longest, and that at which several end. None where the longest is a mere item or a whole paragraph. */
function likelyWidths(lines: readonly string[]): readonly number[] {
  const widths = lines.map(widthInside).sort((one, other) => other - one)
  const [most = 0] = widths
  const common = widths.find((width, index) => width <= widest && width - (widths[index + fewestAtWidth - 1] ?? 0) < 2) ?? 0
  return [...new Set([most, common])].filter((width) => width >= narrowest && width <= widest)
}

/** Width of a line; a mark may hang over the edge (标点溢出边界). */
function widthInside(line: string): number {
  return textWidth(line.trimEnd().replace(/[，。、；：？！”’）》]$/, ''))
}

/** A line that ends only because what follows did not fit any more. */
function isFullLine(line: string, next: string | undefined, width: number): boolean {
  const text = line.trimEnd()
  if (next === undefined || next.trim() === '') return false
  const unit = textWidth(firstUnit(next.trimStart()))
  const blank = /[!-~]$/.test(text) && /^[!-~]/.test(next.trimStart()) ? 0.5 : 0
  const own = textWidth(text)
  return widthInside(line) <= width && own + blank + Math.min(unit, width / 2) > width + 0.01
}

/** Blanks before the first line of most paragraphs, in 字; 0 where paragraphs are not indented. */
function commonIndent(lines: readonly string[], isFull: readonly boolean[]): number {
  const starts = lines.filter((line, index) => line.trim() !== '' && isFull[index - 1] !== true)
  const indented = starts.filter((line) => indentOf(line) >= 1)
  return indented.length > starts.length / 2 ? 1 : 0
}

function isStart(line: string, before: string, indent: number): boolean {
  const own = indentOf(line)
  if (own > indentOf(before) && own >= 1) return true
  if (indent > 0 && own >= indent && hasFinalMark(before)) return true
  return (recognizeNumber(line.trim()) !== null || /^\s*第[一二三四五六七八九十百零〇\d]{1,6}条[\s\u3000]/.test(line)) && (hasFinalMark(before) || own > 0)
}
