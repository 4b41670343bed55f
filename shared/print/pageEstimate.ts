/**
 * A light estimate of lines and pages: widths only, no rules for line ends. Good to about a line; the real page model comes with the paginator.
 */
import { textWidth } from '../base/textWidth'
import type { PrintBlock, PrintCell, PrintParagraph } from './printDocument'
import type { PageSettings } from './profile'
import { printStyles } from './styles'

/** Lines of body text that a paragraph takes. */
export function estimateLines(paragraph: PrintParagraph, page: PageSettings): number {
  const text = paragraph.runs.map((run) => run.text).join('')
  if (paragraph.style === 'Title') return Math.max(1, text.split('\n').length)
  const indent = printStyles.find((style) => style.id === paragraph.style)?.firstLine ?? 0
  const room = page.charactersPerLine - ((paragraph.indent?.left ?? 0) + (paragraph.indent?.right ?? 0)) / page.characterWidth
  return text.split('\n').reduce((lines, line, index) => lines + Math.max(1, Math.ceil((textWidth(line) + (index === 0 ? indent : 0)) / Math.max(1, room))), 0)
}

/** The line of its page (1 … lines of a page) on which the last of `blocks` ends; 0 if there is none. */
export function estimateLastLine(blocks: readonly PrintBlock[], page: PageSettings): number {
  const full = page.linesPerPage
  return blocks.reduce((line, block) => {
    const lines = block.kind === 'table' ? tableLines(block.rows, block.columnWidths, page) : estimateLines(block, page)
    const from = block.pageBreakBefore ? 0 : line
    return from + lines <= full ? from + lines : ((from + lines - 1) % full) + 1
  }, 0)
}

/** Rows of 小四 at 20 pt with 2 pt above and below, as lines of body text. */
function tableLines(rows: readonly (readonly PrintCell[])[], widths: readonly number[], page: PageSettings): number {
  const linesOf = ({ text, columns = 1 }: PrintCell, column: number): number => {
    const room = widths.slice(column, column + columns).reduce((sum, width) => sum + width, -216)
    return Math.max(1, Math.ceil((textWidth(text) * 240) / Math.max(240, room)))
  }
  const heights = rows.map((row) => 80 + 400 * Math.max(...row.map(linesOf)))
  return Math.ceil(heights.reduce((sum, height) => sum + height, 0) / page.linePitch)
}
