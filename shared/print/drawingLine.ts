/**
 * The characters of one printed line at their places (SPEC DRAW-2 … DRAW-4). A line of justified text is stretched as Word and LibreOffice do it: what
 * is free is shared equally by all gaps beside a Chinese character and behind a blank, words and numbers stay as they are.
 */
import { advance } from './advance'
import { nextStop, setRun } from './breakLines'
import type { DrawnItem, DrawnRule, DrawnText } from './drawing'
import type { Habits } from './habits'
import { areApart } from './lineEnds'
import type { PrintDocument, PrintRun } from './printDocument'
import type { PrintStyle } from './styles'

/** Part of an exact line above the baseline, whatever the font: between 0.78 and 0.81 on LibreOffice's pages, by the fonts of the line. Word was not measured. */
export const baselineShare = 0.79

/** Where a line stands: x of its beginning and of its right end, in twips from the left edge of the paper; y of its baseline. */
export interface LinePlace {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly align: 'both' | 'center' | 'left' | 'right'
  /** Not stretched. */
  readonly isLast: boolean
  readonly isHung: boolean
  /** x of the text area and the left indent of the paragraph, and its tab stops from the text area; `endsAt`: where what follows a tab ends, in twips from the left edge of the paper. */
  readonly tabs: { readonly origin: number; readonly indent: number; readonly stops: readonly number[] } | { readonly endsAt: number }
  readonly blockId: string | null
}

/** One code point with its way to the next one. */
interface Mark {
  readonly character: string
  readonly run: PrintRun
  readonly size: number
  readonly isRoman: boolean
  width: number
  x: number
}

/** The pieces of the text between the UTF-16 offsets `from` and `to` of the joined runs, and the lines below what is underlined. */
export function drawLine(runs: readonly PrintRun[], from: number, to: number, style: PrintStyle, place: LinePlace, document: PrintDocument, habits: Habits): readonly DrawnItem[] {
  const marks = marksOf(runs, from, to, style, document)
  const endsEarly = marks[marks.length - 1]?.character === '\n'
  while (marks.length > 0 && /^[ \n]$/.test(marks[marks.length - 1]?.character ?? '')) marks.pop()
  if (marks.length === 0) return []
  separateLatin(marks, habits)
  const end = setInRow(marks, place)
  const hung = place.isHung ? marks[marks.length - 1]?.width ?? 0 : 0
  const free = place.right - (end - hung)
  if (place.align === 'both' && !place.isLast && !endsEarly && free > 0) stretch(marks, free, place.isHung)
  else if (place.align === 'center' && free > 0) shift(marks, free / 2)
  else if (place.align === 'right' && free > 0) shift(marks, free)
  return piecesOf(marks, place, document.red)
}

function marksOf(runs: readonly PrintRun[], from: number, to: number, style: PrintStyle, document: PrintDocument): Mark[] {
  const marks: Mark[] = []
  let at = 0
  for (const run of runs) {
    const start = Math.max(from - at, 0)
    const text = at >= to ? '' : run.text.slice(start, Math.max(start, to - at))
    at += run.text.length
    if (text === '') continue
    const { setting } = setRun(run, style, document)
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      marks.push({ character, run, size: setting.size, isRoman: setting.isRoman && code >= 0x20 && code <= 0x7e, width: advance(code, setting), x: 0 })
    }
  }
  return marks
}

function separateLatin(marks: readonly Mark[], { spaceBesideLatin }: Habits): void {
  if (spaceBesideLatin === 0) return
  marks.forEach((mark, index) => {
    const next = marks[index + 1]
    if (next !== undefined && areApart(mark.character.codePointAt(0) ?? 0, next.character.codePointAt(0) ?? 0)) mark.width += spaceBesideLatin * next.size * 10
  })
}

/** Sets the marks side by side and gives the x behind the last one. */
function setInRow(marks: readonly Mark[], { left, tabs }: LinePlace): number {
  let x = left
  marks.forEach((mark, index) => {
    mark.x = x
    if (mark.character === '\t') {
      const behind = marks.slice(index + 1).reduce((sum, { width }) => sum + width, 0)
      mark.width = 'endsAt' in tabs ? Math.max(0, tabs.endsAt - behind - x) : nextStop(x - tabs.origin, tabs.indent, tabs.stops) + tabs.origin - x
    }
    x += mark.width
  })
  return x
}

/** Shares what is free among the gaps behind the last tab. */
function stretch(marks: readonly Mark[], free: number, isHung: boolean): void {
  const firstGap = marks.reduce((last, mark, index) => (mark.character === '\t' ? index + 1 : last), 0)
  // Nothing is free between the last character and the mark that hangs behind it.
  const lastGap = marks.length - (isHung ? 2 : 1)
  const gaps: number[] = []
  for (let index = firstGap; index < lastGap; index += 1) if (isGap(marks, index)) gaps.push(index)
  if (gaps.length === 0) return
  const each = free / gaps.length
  let moved = 0
  let next = 0
  marks.forEach((mark, index) => {
    mark.x += moved
    if (gaps[next] !== index) return
    mark.width += each
    moved += each
    next += 1
  })
}

function isGap(marks: readonly Mark[], index: number): boolean {
  const [mark, next] = [marks[index], marks[index + 1]]
  if (mark === undefined || next === undefined || next.width === 0) return false
  return mark.character === ' ' || isWide(mark) || isWide(next)
}

/** Whether the character is one of a Chinese font: a letter, a digit or a half-width mark holds on to its like. */
function isWide({ character }: Mark): boolean {
  const code = character.codePointAt(0) ?? 0
  return code > 0x24f
}

function shift(marks: readonly Mark[], by: number): void {
  for (const mark of marks) mark.x += by
}

function piecesOf(marks: readonly Mark[], { y, blockId }: LinePlace, red: string): readonly DrawnItem[] {
  const pieces: DrawnText[] = []
  const rules: DrawnRule[] = []
  let start = 0
  for (let index = 1; index <= marks.length; index += 1) {
    const [first, mark] = [marks[start], marks[index]]
    if (first === undefined) break
    if (mark !== undefined && mark.run === first.run && mark.isRoman === first.isRoman && mark.character !== '\t' && first.character !== '\t') continue
    const piece = marks.slice(start, index)
    start = index
    const { run, size, isRoman, x } = first
    const color = run.isRed === true ? red : '000000'
    const width = piece.reduce((sum, each) => sum + each.width, 0)
    // Usual underline: a tenth of the size below the baseline, a twentieth broad.
    if (run.underline === true) rules.push({ kind: 'rule', x1: x, y1: y + size, x2: x + width, y2: y + size, weight: size / 2, color })
    if (first.character === '\t') continue
    pieces.push({
      kind: 'text', x, y, text: piece.map(({ character }) => character).join(''), advances: piece.map((each) => each.width), font: isRoman ? 'roman' : run.font, size,
      ...(run.bold === true ? { isBold: true } : {}), ...(run.italic === true ? { isItalic: true } : {}), color, blockId,
    })
  }
  return [...pieces, ...rules]
}
