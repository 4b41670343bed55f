/** Glyphs of a page as lines of text, from top to bottom and from left to right (SPEC IMPORT-18). */
import { firstUnit } from '../../../shared/outline/joinLines'
import { recognizeNumber } from '../../../shared/outline/recognizeNumber'
import type { SourceRun } from '../sourceDocument'
import type { PlacedGlyph } from './pageMarks'

/** A line as it stands on a page, in points from its upper left corner. */
export interface TextLine {
  readonly text: string
  readonly runs: readonly SourceRun[]
  readonly x0: number
  readonly x1: number
  /** The line that letters stand on. */
  readonly y: number
  /** Of most of its characters, in points. */
  readonly size: number
  /** How wide its start is that no program parts. */
  readonly unit: number
  /** Where its text begins behind its number or a label with a colon, as 抄送：; NaN without one. */
  readonly behindLabel: number
  /** Begins with a bullet, which is left out. */
  readonly hasBullet: boolean
  /** A wide gap parts a short mark from the text behind it, as in items whose further lines hang there. */
  readonly hasGap: boolean
  /** Whether the file has a blank behind its last character. */
  readonly hasBlankEnd: boolean
}

/** A part of a line without a wide gap. */
export interface Chunk { readonly glyphs: PlacedGlyph[]; x0: number; x1: number; y: number; size: number }

/** In parts of the size: what is one line, one word, one piece of text. */
const sameHeight = 0.12
const sharedHeight = 0.6
const chunkGap = 1.2
/** Wider gaps part columns of figures or cells. */
const tabGap = 3

export function textLines(glyphs: readonly PlacedGlyph[]): readonly TextLine[] {
  return rowsOf(chunksOf(glyphs)).map(lineOf).filter((line) => line.text !== '')
}

export function chunksOf(glyphs: readonly PlacedGlyph[]): Chunk[] {
  const chunks: Chunk[] = []
  let current: Chunk | undefined
  for (const glyph of glyphs) {
    const end = glyph.x + glyph.width
    if (current !== undefined && Math.abs(glyph.y - current.y) <= sameHeight * glyph.size && Math.abs(glyph.size - current.size) <= 0.1 * current.size
      && glyph.x >= current.x1 - glyph.size * 0.6 && glyph.x <= current.x1 + glyph.size * chunkGap) {
      current.glyphs.push(glyph)
      current.x1 = Math.max(current.x1, end)
    } else if (glyph.text.trim() !== '') {
      current = { glyphs: [glyph], x0: glyph.x, x1: end, y: glyph.y, size: glyph.size }
      chunks.push(current)
    } else current = undefined
  }
  return chunks
}

interface Row { readonly chunks: Chunk[]; readonly top: number; readonly bottom: number; readonly y: number }

/** Chunks whose heights overlap stand in one line: a small raised figure belongs to the word before it. */
function rowsOf(chunks: readonly Chunk[]): readonly Row[] {
  const rows: Row[] = []
  const byHeight = [...chunks].sort((one, other) => one.y - other.y || one.x0 - other.x0)
  for (const chunk of byHeight) {
    const [top, bottom] = [chunk.y - chunk.size * 0.8, chunk.y + chunk.size * 0.2]
    let found: Row | undefined
    for (let index = rows.length - 1; index >= Math.max(0, rows.length - 4) && found === undefined; index -= 1) {
      const row = rows[index]
      if (row === undefined) break
      const shared = Math.min(bottom, row.bottom) - Math.max(top, row.top)
      if (shared >= sharedHeight * Math.min(bottom - top, row.bottom - row.top)) found = row
    }
    if (found === undefined) rows.push({ chunks: [chunk], top, bottom, y: chunk.y })
    else found.chunks.push(chunk)
  }
  return rows
}

function lineOf({ chunks }: Row): TextLine {
  const ordered = [...chunks].sort((one, other) => one.x0 - other.x0)
  const sizes = new Map<number, number>()
  const runs: { text: string; bold: boolean; italic: boolean }[] = []
  const add = (text: string, glyph: PlacedGlyph): void => {
    const last = runs[runs.length - 1]
    if (last !== undefined && (text.trim() === '' || (last.bold === glyph.isBold && last.italic === glyph.isItalic))) last.text += text
    else runs.push({ text, bold: glyph.isBold, italic: glyph.isItalic })
  }
  let before: PlacedGlyph | undefined
  const inked = ordered.flatMap(({ glyphs }) => glyphs)
  const bullet = bulletLength(inked)
  for (const glyph of inked.slice(bullet)) {
    if (before !== undefined && isDrawnTwice(before, glyph)) continue
    add(gapText(before, glyph) + glyph.text, glyph)
    sizes.set(glyph.size, (sizes.get(glyph.size) ?? 0) + glyph.text.trim().length)
    before = glyph
  }
  const [size = 0] = [...sizes].sort(([, one], [, other]) => other - one)[0] ?? []
  const biggest = ordered.filter((chunk) => chunk.size > size * 0.9)
  const whole = runs.map(({ text }) => text).join('')
  const shown = inked.slice(bullet).filter(({ text }) => text.trim() !== '')
  const set = trimmed(runs)
  return {
    text: set.map(({ text }) => text).join(''), runs: set, size, hasBlankEnd: /[ \u00a0]$/.test(whole), y: (biggest[0] ?? ordered[0])?.y ?? 0,
    ...labelOf(shown, recognizeNumber(whole.trimStart())?.label.length ?? 0), hasBullet: bullet > 0,
    unit: unitWidth(shown, firstUnit(whole.trimStart()).length),
    x0: shown.reduce((least, { x }) => Math.min(least, x), Infinity), x1: shown.reduce((most, { x, width }) => Math.max(most, x + width), 0),
  }
}

const longestLabel = 8

function labelOf(glyphs: readonly PlacedGlyph[], number: number): Pick<TextLine, 'behindLabel' | 'hasGap'> {
  const gap = glyphs.slice(1, 5).findIndex(({ x, size }, index) => x - (glyphs[index]?.x ?? 0) - (glyphs[index]?.width ?? 0) > size * 0.4) + 1
  if (gap > 0) return { behindLabel: glyphs[gap]?.x ?? Number.NaN, hasGap: true }
  const colon = glyphs.findIndex(({ text }) => text === '\uff1a' || text === ':') + 1
  const start = number > 0 ? number : colon
  return { behindLabel: start < 2 || start > longestLabel ? Number.NaN : (glyphs[start]?.x ?? Number.NaN), hasGap: false }
}

function unitWidth(glyphs: readonly PlacedGlyph[], length: number): number {
  let left = length
  for (const { text, x, width } of glyphs) {
    left -= text.length
    if (left <= 0) return x + width - (glyphs[0]?.x ?? 0)
  }
  return 0
}

/** How many glyphs at the start are a bullet with its blanks: a mark of lists that is no text, as in all formats. */
function bulletLength(glyphs: readonly PlacedGlyph[]): number {
  const [first, ...others] = glyphs
  if (first === undefined || !/^[\u2013\u2022\u25cf\u25cb\u25aa\u25a0\u25a1\u25c6\u25c7\u25e6\u2756\u27a2\u2713\u2714\uf000-\uf0ff]$/.test(first.text)) return 0
  const next = others.findIndex(({ text }) => text.trim() !== '')
  const behind = others[next]
  return behind !== undefined && (next > 0 || behind.x - first.x - first.width > first.size * 0.3) ? next + 1 : 0
}

/** Some programs make letters bold by drawing them again beside themselves. */
function isDrawnTwice(before: PlacedGlyph, glyph: PlacedGlyph): boolean {
  return before.text === glyph.text && Math.abs(before.x - glyph.x) < glyph.size * 0.12 && Math.abs(before.y - glyph.y) < glyph.size * 0.12
}

function gapText(before: PlacedGlyph | undefined, glyph: PlacedGlyph): string {
  if (before === undefined || glyph.text.trim() === '' || before.text.trim() === '') return before !== undefined && glyph.x - before.x - before.width > glyph.size * tabGap ? '\t' : ''
  const gap = (glyph.x - before.x - before.width) / glyph.size
  if (gap > tabGap) return '\t'
  const isWide = isHan(before.text) || isHan(glyph.text)
  return gap > (isWide ? 0.85 : 0.2) ? ' ' : ''
}

/** Characters and marks as wide as they are high: between them programs stretch lines. */
function isHan(text: string): boolean {
  return /[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud88f]/.test(text)
}

function trimmed(runs: readonly { readonly text: string; readonly bold: boolean; readonly italic: boolean }[]): readonly SourceRun[] {
  return runs.map(({ text, bold, italic }, index): SourceRun => {
    // Dots lead to the number of a page as a tab does.
    const led = text.replace(/[ \t]*[.\u2026\u00b7\uff0e]{6,}[ \t]*/g, '\t')
    const start = index === 0 ? led.trimStart() : led
    return { text: index === runs.length - 1 ? start.trimEnd() : start, ...(bold ? { bold: true } : {}), ...(italic ? { italic: true } : {}) }
  }).filter(({ text }) => text !== '')
}
