/** A paragraph in lines (SPEC PAGE-1 … PAGE-3): widths of the real fonts, rules for line ends, nothing hanging over the margin. */
import { advance, type Setting } from './advance'
import { asTheFileAsks, type Habits } from './habits'
import { mayBreak } from './lineEnds'
import type { PrintDocument, PrintParagraph, PrintRun } from './printDocument'
import { textAreaWidth } from './profile'
import type { PrintStyle } from './styles'

/** One line of a paragraph: UTF-16 offsets in the joined text of its runs, `to` exclusive. */
export interface BrokenLine {
  readonly from: number
  readonly to: number
}

/** What holds for a whole paragraph. Lengths in twips. */
export interface LineRoom {
  /** Width of the text area or cell. */
  readonly width: number
  readonly left: number
  readonly right: number
  /** Of the first line, beside `left`; negative for a hanging one. */
  readonly firstLine: number
  readonly tab: number | null
}

/** A piece of text in one setting. */
export interface SetText {
  readonly text: string
  readonly setting: Setting
}

/** The lines of a printed paragraph; one empty line if it has no text. */
export function paragraphLines(paragraph: PrintParagraph, style: PrintStyle, document: PrintDocument, habits: Habits): readonly BrokenLine[] {
  const { page } = document
  const { left = 0, right = 0, hanging } = paragraph.indent ?? {}
  const room: LineRoom = { width: textAreaWidth(page), left, right, firstLine: hanging === undefined ? style.firstLine * page.characterWidth : -hanging, tab: paragraph.tab ?? null }
  return breakLines(paragraph.runs.map((run) => setRun(run, style, document)), room, habits)
}

/** How a run of a paragraph of this style is set. */
export function setRun(run: PrintRun, style: PrintStyle, { page, digits }: PrintDocument): SetText {
  const hasOwnDigits = digits === 'fangsong' || run.font === 'displaySong' || run.font === 'song'
  const grid = style.isSpaced && page.grid.characterSpace !== null ? page.grid.characterSpace / 4096 * 20 : 0
  return { text: run.text, setting: { size: style.size, isRoman: !hasOwnDigits, isBold: run.bold === true, isItalic: run.italic === true, spacing: (style.isSpaced ? page.characterSpacing : 0) + grid } }
}

/** Fills lines from first to last. Linear in the text. */
export function breakLines(runs: readonly SetText[], room: LineRoom, habits: Habits = asTheFileAsks): readonly BrokenLine[] {
  const lines: BrokenLine[] = []
  const units = unitsOf(runs, habits)
  const end = units.length
  let start = 0
  do {
    const next = lineEnd(units, start, room, lines.length === 0)
    lines.push({ from: units[start]?.at ?? 0, to: units[next - 1] === undefined ? 0 : (units[next - 1]?.at ?? 0) + (units[next - 1]?.character.length ?? 0) })
    start = next
  } while (start < end)
  const last = units[end - 1]
  // Behind a line break at the very end stands one more line.
  return last?.character === '\n' ? [...lines, { from: last.at + 1, to: last.at + 1 }] : lines
}

interface Unit {
  readonly character: string
  readonly at: number
  readonly width: number
  /** Space before it, except at the start of a line. */
  readonly gap: number
}

function unitsOf(runs: readonly SetText[], habits: Habits): readonly Unit[] {
  const units: Unit[] = []
  let at = 0
  for (const { text, setting } of runs) {
    for (const character of text) {
      units.push({ character, at, width: advance(character.codePointAt(0) ?? 0, setting), gap: 0 })
      at += character.length
    }
  }
  return habits === asTheFileAsks ? units : withHabits(units, runs, habits)
}

/** The index behind the last unit of the line that begins at `start`. */
function lineEnd(units: readonly Unit[], start: number, { width, left, right, firstLine, tab }: LineRoom, isFirst: boolean): number {
  const room = width - right
  let x = left + (isFirst ? firstLine : 0)
  let lastBreak = -1
  for (let index = start; index < units.length; index += 1) {
    const unit = units[index]
    if (unit === undefined) break
    if (unit.character === '\n') return index + 1
    const before = units[index - 1]
    if (index > start && before !== undefined && mayBreak(before.character, unit.character)) lastBreak = index
    const after = unit.character === '\t' ? Math.max(x, tab ?? x) : x + unit.width + (index > start ? unit.gap : 0)
    if (after > room && unit.character !== ' ' && index > start) return lastBreak > start ? lastBreak : index
    x = after
  }
  return units.length
}

const latin = /[A-Za-z0-9\u00c0-\u024f]/
/** Characters that belong to the script around them. */
const weak = /[\u0020-\u007e\u2010-\u2026]/
const letter = /[\p{L}\p{N}]/u

/** The same units as another program sets them: see `Habits`. */
function withHabits(units: readonly Unit[], runs: readonly SetText[], { spaceBesideLatin, spacesEveryCharacter, marksFollowLatin }: Habits): readonly Unit[] {
  const settings = runs.flatMap(({ text, setting }) => [...text].map(() => setting))
  let isLatin = false
  const scripts = units.map(({ character }) => {
    if (!weak.test(character)) isLatin = latin.test(character)
    else if (latin.test(character)) isLatin = true
    return isLatin
  })
  return units.map((unit, index): Unit => {
    const setting = settings[index]
    const before = units[index - 1]
    if (setting === undefined) return unit
    const isScriptEnd = index + 1 < units.length && (scripts[index] !== scripts[index + 1] || settings[index] !== settings[index + 1])
    const isMark = marksFollowLatin && setting.isRoman && scripts[index] === true && /[‘’“”]/.test(unit.character)
    const width = isMark ? setting.size * 10 * (/[‘’]/.test(unit.character) ? 0.333 : 0.444) + setting.spacing : unit.width
    const isBeside = before !== undefined && scripts[index - 1] !== scripts[index] && letter.test(before.character) && letter.test(unit.character)
    return { ...unit, width: width - (isScriptEnd && !spacesEveryCharacter ? setting.spacing : 0), gap: isBeside ? spaceBesideLatin * setting.size * 10 : 0 }
  })
}
