/** Pasted lines and tables as blocks of a report (SPEC PASTE-1): numbers and headings become levels, everything stays in its order. */
import type { NewId } from '../base/ids'
import { writeMarked } from '../outline/invisibleMarks'
import { parseReport } from '../outline/parseReport'
import { recognizeNumber } from '../outline/recognizeNumber'
import type { Block, Level, Run, TableBlock } from '../report/report'
import { lineText, type PastedLine, type PastedPart, type PastedTable } from './pasted'

/** Stands for a table or a page break while the lines are read as a report. */
const stand = '\ue5d2'

/** The blocks in the order of the parts. No character of the text is lost: a number that became a level is drawn. */
export function pastedBlocks(parts: readonly PastedPart[], newId: NewId): readonly Block[] {
  const shift = headingShift(parts)
  const source = parts.map((part, index) => (part.kind === 'line' ? sourceLine(part, shift) : writeMarked({ kind: 'text', level: 0, form: 'none', label: '' }, `${stand}${index}`)))
  const { content, places } = parseReport(source.join('\n'), { newId })
  const byId = new Map(content.blocks.map((block) => [block.id, block]))
  const watermarks = [...content.setAside]
  const blocks: Block[] = []
  const plain = (runs: readonly Run[]): Block => ({ kind: 'text', id: newId(), level: 0, runs })
  let line = 0
  for (const place of places) {
    if (place.line === line) continue
    line = place.line
    const part = parts[line - 1]
    const block = place.blockId === undefined ? undefined : byId.get(place.blockId)
    if (part === undefined) continue
    if (part.kind === 'table') blocks.push(tableBlock(part, newId()))
    else if (part.kind === 'pageBreak') blocks.push({ kind: 'pageBreak', id: newId() })
    else if (block?.kind === 'table') {
      if (blocks[blocks.length - 1]?.id !== block.id) blocks.push(block)
    } else if (block?.kind === 'text') blocks.push({ ...block, runs: runsWithin(part, place.before.length, place.text) })
    else blocks.push(plain(part.runs))
    if (block !== undefined) for (const mark of watermarks.filter((each) => each.line === line && /^##/.test(each.text))) blocks.push(plain([{ text: mark.text }]))
  }
  return blocks
}

function tableBlock({ rows, headerRows, merges }: PastedTable, id: string): TableBlock {
  return { kind: 'table', id, rows, headerRows, ...(merges.length === 0 ? {} : { merges }) }
}

/** A typed number says more than the style of a heading. */
function sourceLine(line: PastedLine, shift: number): string {
  const text = lineText(line).replace(/\n/g, ' ')
  const level = line.heading - shift
  if (line.heading === 0 || recognizeNumber(text) !== null) return text
  return writeMarked({ kind: 'text', level: Math.max(0, Math.min(5, level)) as 0 | Level, form: 'none', label: '' }, text)
}

/** A single h1 above other headings is the title of the page: it stays text, and h2 is level 1. */
function headingShift(parts: readonly PastedPart[]): number {
  const levels = parts.flatMap((part) => (part.kind === 'line' && part.heading > 0 ? [part.heading] : []))
  const highest = levels.reduce((least, level) => Math.min(least, level), 6)
  const isTitle = levels.length > 1 && levels[0] === highest && levels.filter((level) => level === highest).length === 1
  return isTitle ? highest : levels.length > 1 || highest > 1 ? highest - 1 : 0
}

/** The runs of a line that hold `text`, which begins at or behind `from`. */
function runsWithin(line: PastedLine, from: number, text: string): readonly Run[] {
  const whole = lineText(line)
  const start = whole.indexOf(text, Math.min(from, Math.max(0, whole.length - text.length)))
  if (text === '') return []
  if (start === -1) return [{ text }]
  let end = 0
  return line.runs.flatMap((run) => {
    const at = end
    end += run.text.length
    const piece = run.text.slice(Math.max(0, start - at), Math.max(0, start + text.length - at))
    return piece === '' ? [] : [{ ...run, text: piece }]
  })
}
