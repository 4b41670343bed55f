/**
 * Lines that a program broke at the edge of a page, put together again (SPEC IMPORT-18): what may stand between two of them, what could not have been
 * broken, and whether a plain text is wrapped at all.
 */
import { textWidth } from '../base/textWidth'
import { pageNumberLine } from './pageNumberLine'
import { recognizeNumber } from './recognizeNumber'

const closing = '，。、；：？！”’）》」』】〕〉…,.;:?!)\\]}%％℃—～·'
const opening = '“‘（《「『【〔〈([{￥$'
const firstUnitPattern = new RegExp(`^[${opening.replace(/[[\]]/g, '\\$&')}]*(?:[A-Za-z0-9@#&+*/._:~=?'\u00c0-\u024f-]+|.)?[${closing}]*`, 'su')
const finalPattern = /[。！？!?；;：:…][”’"）)》」』】]*$|[A-Za-z)\u4e00-\u9fff][.]$/

/** The start of a line that no program parts: a character or a word, with the brackets before it and the marks behind it. */
export function firstUnit(line: string): string {
  return firstUnitPattern.exec(line)?.[0] ?? ''
}

/** Whether a line ends as sentences and introductions end. */
export function hasFinalMark(line: string): boolean {
  return finalPattern.test(line.trimEnd())
}

/** Two parts of one paragraph as one: a blank between Latin words only, a hyphen at the end of a line taken out of its word. `hasBlank` says that the file has a blank there. */
export function joinLines(before: string, after: string, hasBlank = false): string {
  const [left, right] = [before.trimEnd(), after.trimStart()]
  if (left === '' || right === '') return left + right
  const last = left[left.length - 1] ?? ''
  const first = right[0] ?? ''
  if (/[A-Za-z]-$/.test(left) && /[a-z]/.test(first) && !hasBlank) return left.slice(0, -1) + right
  const isWord = (character: string): boolean => /[A-Za-z\u00c0-\u024f]/.test(character)
  const isLatin = (character: string): boolean => /[!-~\u00c0-\u024f]/.test(character)
  const needsBlank = isLatin(last) && isLatin(first) && !'([{/-'.includes(last) && !')]},.;:!?%/'.includes(first) && (hasBlank || isWord(last) || isWord(first) || ',.;:!?)'.includes(last))
  return needsBlank ? `${left} ${right}` : left + right
}

/** Width of a line in 字. Shorter lines are items and verses, longer ones are paragraphs. */
const narrowest = 20
const widest = 80
/** So many full lines without a final mark make a text a wrapped one, beside their share among all lines. */
const fewestFull = 4
const shareOfFull = 0.15
/** Among the full lines so many end inside a sentence, and among the lines behind them so many end one: items of a list do neither. */
const shareInside = 0.6
const shareOfEnds = 0.6

/** A wrapped text as paragraphs. */
export interface JoinedText {
  readonly lines: readonly string[]
  /** For each of them the 0-based line that it began with. */
  readonly from: readonly number[]
  /** How many line ends were taken out. */
  readonly joined: number
  /** Numbers of pages that stood inside a paragraph and were taken out. */
  readonly pageNumbers: readonly string[]
}

/**
 * The paragraphs of a text that was broken at a fixed width, as mail programs, old editors and copies out of PDF files break it; null if the lines are
 * paragraphs already. Lines with tabs are rows of tables and stay.
 */
export function joinHardWrapped(given: readonly string[]): JoinedText | null {
  const written = given.filter((line) => line.trim() !== '')
  const width = commonWidth(written)
  if (width === null) return null
  const { lines, places, pageNumbers } = withoutPageNumbers(given, width)
  const isFull = lines.map((line, index) => isFullLine(line, lines[index + 1], width))
  const full = lines.filter((_, index) => isFull[index] === true)
  const inside = full.filter((line) => !hasFinalMark(line))
  if (inside.length < fewestFull || inside.length < written.length * shareOfFull || inside.length < full.length * shareInside) return null
  const ends = lines.filter((line, index) => isFull[index - 1] === true && isFull[index] !== true && line.trim() !== '')
  if (ends.filter(hasFinalMark).length < ends.length * shareOfEnds) return null
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

/** Without a number of a page between a line that goes on and its rest, and the blank lines around it; `places` are the given lines that are left. */
function withoutPageNumbers(lines: readonly string[], width: number): { readonly lines: readonly string[]; readonly places: readonly number[]; readonly pageNumbers: readonly string[] } {
  const kept: string[] = []
  const places: number[] = []
  const pageNumbers: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    let end = at
    while (end < lines.length && end < at + 5 && isBetweenPages(lines[end] ?? '')) end += 1
    const number = lines.slice(at, end).find((line) => pageNumberLine(line) === 'sure')
    const before = kept[kept.length - 1] ?? ''
    if (number !== undefined && !hasFinalMark(before) && isFullLine(before, lines[end], width)) {
      pageNumbers.push(number.trim())
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

/** The width at which most long lines end; null if the longest is a mere item or a whole paragraph. */
function commonWidth(lines: readonly string[]): number | null {
  let most = 0
  for (const line of lines) {
    const width = textWidth(line.trimEnd())
    if (width > widest) return null
    if (width > most) most = width
  }
  return most < narrowest ? null : most
}

/** A line that ends only because what follows did not fit any more. */
function isFullLine(line: string, next: string | undefined, width: number): boolean {
  const text = line.trimEnd()
  if (next === undefined || next.trim() === '' || text.includes('\t') || next.includes('\t')) return false
  const unit = textWidth(firstUnit(next.trimStart()))
  const blank = /[!-~]$/.test(text) && /^[!-~]/.test(next.trimStart()) ? 0.5 : 0
  return textWidth(text) + blank + Math.min(unit, width / 2) > width + 0.01
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
  return recognizeNumber(line.trim()) !== null && (hasFinalMark(before) || own > 0)
}

function indentOf(line: string): number {
  return textWidth(/^[ \u00a0\u3000]*/.exec(line)?.[0] ?? '')
}
