/**
 * Keeps the lines below the body on a page with its end (SPEC PRINT-12): a page with nothing but 落款 is not allowed (GB/T 9704-2012, 7.3.5.5).
 * Word keeps the last lines of a paragraph with the next one; LibreOffice moves the whole paragraph and leaves a gap. So a long last paragraph
 * is kept only where the page seems to end between it and 落款.
 */
import { estimateLastLine, estimateLines } from './pageEstimate'
import type { PrintBlock } from './printDocument'
import type { PageSettings } from './profile'

/** Longer ends cannot be kept on one page with the body, and Word would give up on all of them. */
const longestEnd = 12

/** Paragraphs up to this many lines leave no gap worth mentioning. */
const shortParagraph = 4

/** The blocks of head, body and end, those of the end each kept with the next one, and the last block of the body with them where that is needed. */
export function keepWithBody(head: readonly PrintBlock[], body: readonly PrintBlock[], end: readonly PrintBlock[], page: PageSettings): readonly PrintBlock[] {
  const kept = end.map((block, index) => (index === end.length - 1 ? block : keepNext(block)))
  const last = body[body.length - 1]
  if (last === undefined || end.length === 0 || end.length > longestEnd || !isToBeKept(last, [...head, ...body], body.length, end, page)) return [...head, ...body, ...kept]
  return [...head, ...body.slice(0, -1), keepNext(last), ...kept]
}

function isToBeKept(last: PrintBlock, above: readonly PrintBlock[], bodyBlocks: number, end: readonly PrintBlock[], page: PageSettings): boolean {
  if (last.kind === 'table' || estimateLines(last, page) <= shortParagraph) return true
  const lastLine = estimateLastLine(above, page)
  const endLines = end.reduce((lines, block) => lines + (block.kind === 'table' ? 0 : estimateLines(block, page)), 0)
  // One line more on both sides, since the estimate may be wrong by one. The only paragraph cannot go away from below the title.
  const isBreakNear = lastLine === 1 || lastLine + endLines >= page.linesPerPage
  return isBreakNear && bodyBlocks > 1
}

function keepNext(block: PrintBlock): PrintBlock {
  return { ...block, keepNext: true }
}
