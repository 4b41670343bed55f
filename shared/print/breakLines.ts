/** A paragraph in lines (SPEC PAGE-1 … PAGE-3): widths of the real fonts, rules for line ends, plain greedy filling as word processors do it. */
import { advance, type Setting } from './advance'
import { asTheFileAsks, type Habits } from './habits'
import { areApart, mayBreak } from './lineEnds'
import type { PrintDocument, PrintIndent, PrintParagraph, PrintRun } from './printDocument'
import { textAreaWidth, type PageSettings } from './profile'
import type { PrintStyle } from './styles'

/** One line of a paragraph: UTF-16 offsets in the joined text of its runs, `to` exclusive. */
export interface BrokenLine {
  readonly from: number
  readonly to: number
  /** Its last mark stands beyond the right end. */
  readonly isHung?: true
}

/** What holds for a whole paragraph. Lengths in twips. */
export interface LineRoom {
  /** Width of the text area or cell. */
  readonly width: number
  readonly left: number
  readonly right: number
  /** Of the first line, beside `left`; negative for a hanging one. */
  readonly firstLine: number
  /** Ascending. */
  readonly tabs: readonly number[]
}

/** A piece of text in one setting. */
export interface SetText {
  readonly text: string
  readonly setting: Setting
}

/** Half a twip: sums of widths are not exact. */
const tolerance = 0.5

/** Distance of the tab stops behind the paragraph's own: two 字, as the file says. */
const tabStep = 630

/** The lines of a printed paragraph; one empty line if it has no text. */
export function paragraphLines(paragraph: PrintParagraph, style: PrintStyle, document: PrintDocument, habits: Habits): readonly BrokenLine[] {
  const { page } = document
  // What ends at a stop is short and stands on one line with what is before it.
  if (paragraph.tabAlign === 'right') return [{ from: 0, to: paragraph.runs.reduce((sum, run) => sum + run.text.length, 0) }]
  const { left = 0, right = 0 } = paragraph.indent ?? {}
  const width = paragraph.isLandscape === true ? page.height - page.margins.top - page.margins.bottom : textAreaWidth(page)
  const room: LineRoom = { width, left, right, firstLine: firstLineIndent(paragraph.indent, style, page), tabs: paragraph.tabs ?? [] }
  return breakLines(paragraph.runs.map((run) => setRun(run, style, document)), room, habits)
}

/** Where the first line of a paragraph begins, from its left indent, in twips. */
export function firstLineIndent(indent: PrintIndent | undefined, style: PrintStyle, page: PageSettings): number {
  return indent?.firstLine ?? (indent?.hanging === undefined ? style.firstLine * page.characterWidth : -indent.hanging)
}

/** How a run of a paragraph of this style is set. */
export function setRun(run: PrintRun, style: PrintStyle, { page, digits }: PrintDocument): SetText {
  const hasOwnDigits = digits === 'fangsong' || run.font === 'displaySong' || run.font === 'song'
  const grid = style.isSpaced && page.grid.characterSpace !== null ? page.grid.characterSpace / 4096 * 20 : 0
  return { text: run.text, setting: { size: run.size ?? style.size, isRoman: !hasOwnDigits, isBold: run.bold === true, isItalic: run.italic === true, spacing: (style.isSpaced ? page.characterSpacing : 0) + grid } }
}

/** Fills lines from first to last. Linear in the text. */
export function breakLines(runs: readonly SetText[], room: LineRoom, habits: Habits = asTheFileAsks): readonly BrokenLine[] {
  const units = unitsOf(runs)
  const lines: BrokenLine[] = []
  let start = 0
  do {
    const { next, isHung } = lineEnd(units, start, room, lines.length === 0, habits)
    const last = units[next - 1]
    lines.push({ from: units[start]?.at ?? 0, to: last === undefined ? 0 : last.at + last.character.length, ...(isHung ? { isHung: true } : {}) })
    start = next
  } while (start < units.length)
  const last = units[units.length - 1]
  // Behind a line break at the very end stands one more line.
  return last?.character === '\n' ? [...lines, { from: last.at + 1, to: last.at + 1 }] : lines
}

/** One character with the marks of no width that belong to it. */
interface Unit {
  readonly character: string
  readonly at: number
  readonly width: number
  readonly size: number
}

function unitsOf(runs: readonly SetText[]): readonly Unit[] {
  const units: Unit[] = []
  let at = 0
  for (const { text, setting } of runs) {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      const width = advance(code, setting)
      const last = units[units.length - 1]
      if (width === 0 && code >= 0x20 && last !== undefined && last.width > 0) units[units.length - 1] = { ...last, character: last.character + character }
      else units.push({ character, at, width, size: setting.size * 10 })
      at += character.length
    }
  }
  return units
}

interface LineEnd {
  /** The index behind the last unit of the line. */
  readonly next: number
  readonly isHung: boolean
}

function lineEnd(units: readonly Unit[], start: number, { width, left, right, firstLine, tabs }: LineRoom, isFirst: boolean, habits: Habits): LineEnd {
  const room = width - right + tolerance
  let x = left + (isFirst ? firstLine : 0)
  for (let index = start; index < units.length; index += 1) {
    const unit = units[index]
    if (unit === undefined) break
    if (unit.character === '\n') return { next: index + 1, isHung: false }
    if (habits.spaceBesideLatin > 0 && index > start && areApart(units[index - 1]?.character ?? '', unit.character)) x += habits.spaceBesideLatin * unit.size
    if (unit.character === '\t') x = nextStop(x, left, tabs)
    else if (x + unit.width > room && unit.character !== ' ' && index > start) {
      const full = habits.hanging.has(unit.character) ? index + 1 : index
      const next = lastBreak(units, start, full, habits) ?? index
      return { next: afterBlanks(units, next), isHung: next === index + 1 }
    } else x += unit.width
  }
  return { next: units.length, isHung: false }
}

/** Where a tab at `x` leads to, in twips from the left margin like all it is given. */
export function nextStop(x: number, left: number, tabs: readonly number[]): number {
  const own = [left, ...tabs].filter((stop) => stop > x + tolerance)
  return own.length > 0 ? Math.min(...own) : (Math.floor((x + tolerance) / tabStep) + 1) * tabStep
}

/** The last index in (start, full] at which a line may begin; null if there is none. */
function lastBreak(units: readonly Unit[], start: number, full: number, habits: Habits): number | null {
  for (let index = full; index > start; index -= 1) {
    const [before, after] = [units[index - 1], units[index]]
    if (before === undefined) return null
    if (after === undefined || after.character === '\n' || before.character === '\t') return index
    if (mayBreak(before.character, after.character, habits)) return index
  }
  return null
}

/** Blanks that no longer fit stay at the end of their line, and so does a line break behind them. */
function afterBlanks(units: readonly Unit[], index: number): number {
  let next = index
  while (units[next]?.character === ' ') next += 1
  return units[next]?.character === '\n' ? next + 1 : next
}
