/** Lengths of a file as the standard counts them: millimetres, 字, lines, 号. */
import { textWidth } from '../base/textWidth'
import { fontFamilies, freeFonts, type FontRole } from '../print/fonts'
import type { IndentFacts, ParagraphFacts, RunFacts, SectionFacts } from './wordFacts'

const twipsPerMillimetre = 1440 / 25.4

/** Twips in millimetres. */
export function toMillimetres(twips: number): number {
  return twips / twipsPerMillimetre
}

/** 37.0 mm. */
export function millimetreText(twips: number): string {
  return `${toMillimetres(twips).toFixed(1)} mm`
}

/** Whether a length is `wanted` mm, `tolerance` more or less. */
export function isAbout(twips: number, wanted: number, tolerance: number): boolean {
  return Math.abs(toMillimetres(twips) - wanted) <= tolerance + 0.05
}

const sizeNames: readonly (readonly [number, string])[] = [[84, '初号'], [72, '小初'], [52, '1号'], [48, '小1号'], [44, '2号'], [36, '小2号'], [32, '3号'], [31.5, '3号'], [30, '小3号'], [28, '4号'], [24, '小4号'], [21, '5号'], [18, '小5号']]

/** 3号（16 磅）; half points given. */
export function sizeText(size: number): string {
  const name = sizeNames.find(([each]) => each === size)?.[1]
  return name === undefined ? `${size / 2} 磅` : `${name}（${size / 2} 磅）`
}

/** Whether a size in half points is that 号; the trade's 3号 is 15.75 pt, its 4号 13.75. */
export function isSize(size: number, wanted: '2号' | '3号' | '4号'): boolean {
  return { '2号': [44, 42], '3号': [32, 31.5], '4号': [28, 27.5] }[wanted].includes(size)
}

/** Whether a family is of the design of a role: any name of it, and those of the other big type foundry. */
export function isFamily(family: string, role: FontRole): boolean {
  const name = family.trim().replace(/^@/, '').toLowerCase()
  const known: readonly string[] = [...fontFamilies[role].families, ...freeFonts[role].filter((each) => each.startsWith('方正'))]
  if (known.some((each) => each.toLowerCase() === name)) return true
  return role === 'displaySong' ? /^(方正小标宋|fzxiaobiaosong|小标宋)/.test(name) : role === 'song' && /^(nsimsun|新宋体)$/.test(name)
}

/** What one character of body text takes from the line, in twips: its size, the spacing of the run and what the character grid adds. */
export function characterPitch(run: Pick<RunFacts, 'size' | 'spacing' | 'scale'>, section: SectionFacts, snapsToGrid: boolean): number {
  const grid = snapsToGrid && section.grid.type === 'linesAndChars' ? (section.grid.characterSpace / 4096) * 20 : 0
  return Math.max(20, run.size * 10 * (run.scale / 100) + run.spacing + grid)
}

/** The distance of two lines of a paragraph in twips: exact, at least, or lines of the grid. */
export function lineHeight({ line, snapsToGrid, runs, size }: Pick<ParagraphFacts, 'line' | 'snapsToGrid' | 'runs' | 'size'>, { grid }: SectionFacts): number {
  if (line.rule === 'exact') return line.value
  const largest = Math.max(runs.length === 0 ? size : 0, ...runs.map((run) => run.size))
  const natural = largest * 10 * 1.3
  const hasGrid = snapsToGrid && grid.type !== 'none' && grid.linePitch > 0
  const single = hasGrid ? Math.ceil((natural - 1) / grid.linePitch) * grid.linePitch : natural
  return line.rule === 'atLeast' ? Math.max(line.value, single) : (single * line.value) / 240
}

/** 28.95 磅. */
export function pointText(twips: number): string {
  return `${Number((twips / 20).toFixed(2))} 磅`
}

/** A length in 字 of `unit` twips. */
export function inCharacters(length: IndentFacts, unit: number): number {
  return length.characters === null ? length.twips / unit : length.characters / 100
}

/** 2 字, 1.5 字. */
export function characterText(count: number): string {
  return `${Number(count.toFixed(1))} 字`
}

/** The text area of a page of the section, in twips. */
export function textAreaOf(section: SectionFacts): { readonly width: number; readonly height: number } {
  const { margins } = section
  return { width: section.width - margins.left - margins.right - margins.gutter, height: section.height - margins.top - margins.bottom }
}

/** Where the text of a paragraph stands in its line. Null where a tab or several lines make it unknown. */
export interface Placement {
  /** 字 free at the left and right of the first line. */
  readonly left: number
  readonly right: number
  readonly width: number
}

/** What is free at both sides of a paragraph of one line, in 字 of `unit` twips in a line of `lineTwips`; null where a tab or a second line makes it unknown. */
export function placementOf(paragraph: ParagraphFacts, lineTwips: number, unit: number): Placement | null {
  if (/\t/.test(paragraph.text.trim())) return null
  const line = lineTwips / unit
  const own = paragraph.runs[0]?.size ?? paragraph.size
  const scale = own / 32
  const lead = paragraph.text.length - paragraph.text.trimStart().length
  const leading = textWidth(paragraph.text.slice(0, lead).replace(/\t/g, '\u3000\u3000')) * scale
  const trailing = textWidth(paragraph.text.slice(paragraph.text.trimEnd().length)) * scale
  const width = textWidth(paragraph.text.trim()) * scale
  const left = inCharacters(paragraph.indent.left, unit) + inCharacters(paragraph.indent.first, unit)
  const right = inCharacters(paragraph.indent.right, unit)
  if (left + leading + width + right > line + 0.5) return null
  const room = line - left - right - leading - trailing - width
  if (paragraph.align === 'right') return { left: left + leading + room, right: right + trailing, width }
  if (paragraph.align === 'center') return { left: left + leading + room / 2, right: right + trailing + room / 2, width }
  return { left: left + leading, right: line - left - leading - width, width }
}

/** 左空, with blanks typed in front counted. */
export function firstLineOf(paragraph: ParagraphFacts, unit: number): number {
  const lead = paragraph.text.length - paragraph.text.trimStart().length
  const own = (paragraph.runs[0]?.size ?? 32) / 32
  return inCharacters(paragraph.indent.left, unit) + inCharacters(paragraph.indent.first, unit) + textWidth(paragraph.text.slice(0, lead)) * own
}
