/**
 * Lines of pages as paragraphs (SPEC IMPORT-18). A line goes on in the next one if what begins there did not fit any more, and nothing shows a new
 * paragraph: no indent, no wider gap, no other size, no number of a heading.
 */
import { hasFinalMark, joinLines } from '../../../shared/outline/joinLines'
import { recognizeNumber } from '../../../shared/outline/recognizeNumber'
import type { SourceRun } from '../sourceDocument'
import type { PlacedLine } from './pageLayout'
import type { Edges, TextEdges } from './textEdges'
import type { TextLine } from './textLines'

export interface JoinedParagraph {
  readonly runs: readonly SourceRun[]
  readonly lines: readonly PlacedLine[]
  readonly size: number
  readonly isCentered: boolean
}

/** In parts of the size. */
const sameSize = 0.08
const indented = 1
const sameIndent = 0.4
const widerGap = 1.3
/** Steps between lines that are at least so frequent are those of a kind of paragraph. */
const shareOfPitch = 0.1
const bothSides = 3
const widestTitleGap = 2.2
const deepestIndent = 6
const smallNote = 0.9
/** Dashes and dots before items. */
const itemMark = /^(?:\u2014\u2014|[\u2022\u25cf\u25a0\u25c6\u25aa\u00b7\u2013])/

export interface Manner {
  readonly edges: TextEdges
  /** How far paragraphs begin behind the edge, in parts of the size; 0 if they begin at it. */
  readonly indent: number
  /** Whether a number begins a paragraph at the edge too: headings that are not indented. */
  readonly hasFlushNumbers: boolean
  /** From line to line inside paragraphs, in parts of the size, at most. */
  readonly pitch: number
  /** Whether most lines are full, so that a full line with a final mark rather goes on. */
  readonly isDense: boolean
}

/** How the paragraphs of this file look, by those that begin behind a line that had room left. */
export function mannerOf(lines: readonly PlacedLine[], edges: TextEdges): Manner {
  const indents = new Map<number, number>()
  const steps = new Map<number, number>()
  let [starts, full, flushNumbers, numbers] = [0, 0, 0, 0]
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before !== undefined && !fits(before, line, edges.of(before))) {
      full += 1
      const step = Math.round(((line.y - before.y) / line.size) * 20) / 20
      const isSure = !hasFinalMark(before.text) && line.x0 - edges.of(line).left < line.size * indented && recognizeNumber(line.text) === null
      if (isSure && isNextLine(before, line)) steps.set(step, (steps.get(step) ?? 0) + 1)
    } else if (!isCentered(line, edges) && Math.abs(line.size - edges.size) <= edges.size * sameSize) {
      const indent = Math.round(((line.x0 - edges.of(line).left) / line.size) * 2) / 2
      starts += 1
      if (indent >= indented) indents.set(indent, (indents.get(indent) ?? 0) + 1)
      if (recognizeNumber(line.text) === null) continue
      numbers += 1
      if (indent < indented) flushNumbers += 1
    }
  }
  const [common] = [...indents].sort(([, one], [, other]) => other - one)
  const sure = [...steps.values()].reduce((sum, often) => sum + often, 0)
  const pitch = Math.max(0, ...[...steps].filter(([, often]) => often > sure * shareOfPitch).map(([step]) => step))
  return { edges, pitch, indent: common !== undefined && common[1] > starts * 0.4 ? common[0] : 0, hasFlushNumbers: flushNumbers > numbers * 0.2, isDense: full > lines.length / 2 }
}

/** Whether `next` stands below `before` in the same column. */
function isNextLine(before: PlacedLine, next: PlacedLine): boolean {
  return before.page === next.page && before.part === next.part && next.y > before.y && Math.abs(before.size - next.size) <= before.size * sameSize
}

export function joinParagraphs(lines: readonly PlacedLine[], manner: Manner): readonly JoinedParagraph[] {
  const paragraphs: { runs: SourceRun[]; lines: PlacedLine[] }[] = []
  for (const line of footnotesBehind(lines, manner)) {
    const current = paragraphs[paragraphs.length - 1]
    if (current !== undefined && goesOn(current.lines, line, manner)) {
      appendRuns(current.runs, line, current.lines[current.lines.length - 1])
      current.lines.push(line)
    } else paragraphs.push({ runs: [...line.runs], lines: [line] })
  }
  return paragraphs.map(({ runs, lines: own }) => ({ runs, lines: own, size: own[0]?.size ?? 0, isCentered: own.every((line) => isCentered(line, manner.edges)) }))
}

/** Notes at the foot of a page behind the paragraph that goes on over it: lines smaller than the text, from the end of a page up. */
function footnotesBehind(lines: readonly PlacedLine[], manner: Manner): readonly PlacedLine[] {
  const isSmall = ({ size }: PlacedLine): boolean => size < manner.edges.size * smallNote
  const ordered: PlacedLine[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined) break
    ordered.push(line)
    at += 1
    let end = at
    for (let note = lines[end]; !isSmall(line) && note !== undefined && note.page === line.page && isSmall(note); note = lines[end]) end += 1
    const rest = lines[end]
    if (end === at || rest === undefined || rest.page !== line.page + 1 || !goesOn([line], rest, manner)) continue
    let last = line
    const notes = lines.slice(at, end)
    for (at = end; at < lines.length; at += 1) {
      const next = lines[at]
      if (next === undefined || !goesOn([last], next, manner)) break
      ordered.push(next)
      last = next
    }
    ordered.push(...notes)
  }
  return ordered
}

/** Lines of a cell: each as wide as the cell allows, however it is aligned. */
export function joinCellLines(lines: readonly TextLine[], width: number): readonly (readonly SourceRun[])[] {
  const padding = 8
  const paragraphs: SourceRun[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const current = paragraphs[paragraphs.length - 1]
    if (before !== undefined && current !== undefined && before.x1 - before.x0 + line.unit > width - padding && recognizeNumber(line.text) === null) appendRuns(current, line, before)
    else paragraphs.push([...line.runs])
  }
  return paragraphs
}

/** Adds a line to the runs of its paragraph, with or without a blank. */
function appendRuns(runs: SourceRun[], line: TextLine, before: TextLine | undefined): void {
  const last = runs.pop()
  const [first, ...others] = line.runs
  if (last === undefined || first === undefined) {
    runs.push(...(last === undefined ? [] : [last]), ...line.runs)
    return
  }
  const whole = joinLines(last.text, first.text, before?.hasBlankEnd)
  if (last.bold === first.bold && last.italic === first.italic) runs.push({ ...last, text: whole })
  else runs.push({ ...last, text: whole.slice(0, whole.length - first.text.length) }, first)
  runs.push(...others)
}

/** Whether the start of the next line would have found room at the end of this one. */
function fits(line: PlacedLine, next: PlacedLine, { right }: Edges): boolean {
  return right - line.x1 > next.unit + line.size * 0.3
}

function isCentered(line: PlacedLine, edges: TextEdges): boolean {
  const { left, right } = edges.of(line)
  const [before, behind] = [line.x0 - left, right - line.x1]
  const needed = line.size > edges.size * 1.15 ? 0.5 : bothSides
  return before > line.size * needed && behind > line.size * needed && Math.abs(before - behind) < Math.max(line.size * 1.5, (right - left) * 0.03)
}

function goesOn(lines: readonly PlacedLine[], next: PlacedLine, manner: Manner): boolean {
  const { edges } = manner
  const before = lines[lines.length - 1]
  if (before === undefined || Math.abs(before.size - next.size) > before.size * sameSize) return false
  const [own, others] = [edges.of(before), edges.of(next)]
  const isSamePart = isNextLine(before, next)
  const gap = (next.y - before.y) / next.size
  if (next.hasBullet) return false
  const hangs = lines.length === 1 && Math.abs(next.x0 - before.behindLabel) < next.size * sameIndent && recognizeNumber(next.text) === null && !hasFinalMark(before.text)
  // What hangs behind a label goes on there, however far from the edge it ends.
  if (isSamePart && hangs && !before.hasGap && Math.abs((before.behindLabel - own.left) / next.size - manner.indent) > sameIndent) return true
  if (isCentered(before, edges) || isCentered(next, edges)) return isSamePart && isTitle(before, next, edges) && gap < widestTitleGap
  // A line that begins far to the right is a signature or a date.
  const ownIndent = (before.x0 - own.left) / before.size
  if (lines.length === 1 && ownIndent > deepestIndent) return false
  if (fits(before, next, own) || before.text.includes('\t') || next.text.includes('\t')) return false
  if (isSamePart && gap > (manner.pitch > 0 ? manner.pitch * 1.12 : Math.max(own.pitch, 1) * widerGap)) return false
  const isFinal = hasFinalMark(before.text)
  const number = recognizeNumber(next.text)
  const isNumbered = number !== null || (isFinal && itemMark.test(next.text))
  const indent = (next.x0 - others.left) / next.size
  const hasSameIndent = Math.abs((before.x0 - own.left) / before.size - indent) < sameIndent
  if (indent <= indented && isNumbered && manner.hasFlushNumbers && (number?.style === 'decimal' || own.right - before.x1 > before.size * 0.6)) return false
  if (indent <= indented) return isNumbered && (manner.indent === 0 || manner.hasFlushNumbers) ? !isFinal : manner.indent > 0 || !isFinal || manner.isDense
  // The second line of a block that is indented as a whole, or of an item whose text hangs behind its number or name.
  if ((lines.length > 1 || before.hasBullet) && hasSameIndent) return !(isFinal && isNumbered)
  if (hangs && before.hasGap) return true
  // A numbered heading may fill its line.
  return !isFinal && !isNumbered && (hasSameIndent ? recognizeNumber(before.text) === null : indent > ownIndent && Math.abs(indent - manner.indent) > sameIndent)
}

/** A title that goes over several lines: all in the middle, larger than the text, and nothing in brackets below it. */
function isTitle(before: PlacedLine, next: PlacedLine, edges: TextEdges): boolean {
  if (/^[\d\u3007\u96f6\u4e00-\u5341]{2,4}\s*\u5e74.*\u65e5$/.test(next.text)) return false
  const isLarger = next.size > edges.size * 1.2 && next.size < edges.size * 1.7
  return isLarger && isCentered(before, edges) && isCentered(next, edges) && !/^[\uff08(\u2014]/.test(next.text) && !hasFinalMark(before.text) && before.runs[0]?.bold === next.runs[0]?.bold
}
