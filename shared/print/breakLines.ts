/** A paragraph in lines (SPEC PAGE-1 … PAGE-3): widths of the real fonts, rules for line ends, plain greedy filling as word processors do it. */
import { advance, type Setting } from './advance'
import { asTheFileAsks, type Habits } from './habits'
import { areApart, mayBreak } from './lineEnds'
import type { PrintDocument, PrintIndent, PrintParagraph, PrintRun } from './printDocument'
import { textAreaHeight, textAreaWidth, type PageSettings } from './profile'
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
  const width = paragraph.isLandscape === true ? textAreaHeight(page) : textAreaWidth(page)
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
    lines.push({ from: units.at[start] ?? 0, to: next === 0 ? 0 : units.at[next] ?? 0, ...(isHung ? { isHung: true } : {}) })
    start = next
  } while (start < units.count)
  // Behind a line break at the very end stands one more line.
  const end = units.at[units.count] ?? 0
  return units.count > 0 && units.codes[units.count - 1] === lineFeed ? [...lines, { from: end, to: end }] : lines
}

const [tabulator, lineFeed, blank] = [0x09, 0x0a, 0x20]

/** Stands for a blank with a mark on it, which is no blank any more. */
const markedBlank = 0xa0

/**
 * Characters, each with the marks of no width that belong to it, as columns: one object for each would be most of the work in a long report. `at` has one
 * entry more than there are units, the end of the text; `codes` are the first code points. The columns are those of {@link columns}, good until the next text.
 */
interface Units {
  readonly text: string
  readonly count: number
  readonly at: Int32Array
  readonly codes: Int32Array
  readonly widths: Float64Array
  /** Twips. */
  readonly sizes: Float64Array
}

const [firstHan, lastHan] = [0x4e00, 0x9fff]

/** Used again for every text, so that a long report leaves no garbage here. */
let columns = newColumns(1024)

function newColumns(length: number): Pick<Units, 'at' | 'codes' | 'widths' | 'sizes'> {
  return { at: new Int32Array(length), codes: new Int32Array(length), widths: new Float64Array(length), sizes: new Float64Array(length) }
}

function unitsOf(runs: readonly SetText[]): Units {
  const text = runs.length === 1 ? runs[0]?.text ?? '' : runs.map((run) => run.text).join('')
  if (text.length >= columns.at.length) columns = newColumns(2 * text.length)
  const { at, codes, widths, sizes } = columns
  let count = 0
  let offset = 0
  for (const { text: own, setting } of runs) {
    const size = setting.size * 10
    for (let index = 0; index < own.length;) {
      const unit = own.charCodeAt(index)
      // Most of all text, first.
      const isPlain = unit >= firstHan && unit <= lastHan
      const code = isPlain ? unit : own.codePointAt(index) ?? 0
      const width = isPlain ? size + setting.spacing : advance(code, setting)
      if (!(width === 0 && code >= 0x20 && count > 0 && (widths[count - 1] ?? 0) > 0)) {
        at[count] = offset + index
        codes[count] = code
        widths[count] = width
        sizes[count] = size
        count += 1
      } else if (codes[count - 1] === blank) codes[count - 1] = markedBlank
      index += code > 0xffff ? 2 : 1
    }
    offset += own.length
  }
  at[count] = offset
  return { text, count, at, codes, widths, sizes }
}

function characterAt({ text, at, count }: Units, index: number): string {
  return index < 0 || index >= count ? '' : text.slice(at[index], at[index + 1])
}

interface LineEnd {
  /** The index behind the last unit of the line. */
  readonly next: number
  readonly isHung: boolean
}

function lineEnd(units: Units, start: number, { width, left, right, firstLine, tabs }: LineRoom, isFirst: boolean, habits: Habits): LineEnd {
  const { count, codes, widths, sizes } = units
  const room = width - right + tolerance
  let x = left + (isFirst ? firstLine : 0)
  for (let index = start; index < count; index += 1) {
    const code = codes[index] ?? 0
    const own = widths[index] ?? 0
    if (code === lineFeed) return { next: index + 1, isHung: false }
    if (habits.spaceBesideLatin > 0 && index > start && areApart(codes[index - 1] ?? 0, code)) x += habits.spaceBesideLatin * (sizes[index] ?? 0)
    if (code === tabulator) x = nextStop(x, left, tabs)
    else if (x + own > room && code !== blank && index > start) {
      const full = habits.hanging.has(characterAt(units, index)) ? index + 1 : index
      const next = lastBreak(units, start, full, habits) ?? index
      return { next: afterBlanks(units, next), isHung: next === index + 1 }
    } else x += own
  }
  return { next: count, isHung: false }
}

/** Where a tab at `x` ends: the next stop of the paragraph, else of the file. */
export function nextStop(x: number, left: number, tabs: readonly number[]): number {
  const own = [left, ...tabs].filter((stop) => stop > x + tolerance)
  return own.length > 0 ? Math.min(...own) : (Math.floor((x + tolerance) / tabStep) + 1) * tabStep
}

/** The last index in (start, full] at which a line may begin; null if there is none. */
function lastBreak(units: Units, start: number, full: number, habits: Habits): number | null {
  for (let index = full; index > start; index -= 1) {
    if (index >= units.count || units.codes[index] === lineFeed || units.codes[index - 1] === tabulator) return index
    if (mayBreak(characterAt(units, index - 1), characterAt(units, index), habits)) return index
  }
  return null
}

/** Blanks that no longer fit stay at the end of their line, and so does a line break behind them. */
function afterBlanks({ codes, count }: Units, index: number): number {
  let next = index
  while (next < count && codes[next] === blank) next += 1
  return next < count && codes[next] === lineFeed ? next + 1 : next
}
