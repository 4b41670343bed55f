/**
 * Keeps the lines below the body on a page with its end (SPEC PRINT-12): a page with nothing but 落款 is not allowed (GB/T 9704-2012, 7.3.5.5).
 * Word keeps the last lines of a paragraph with the next one; LibreOffice moves the whole paragraph and leaves a gap. So a long last paragraph
 * is kept only where the page ends between it and 落款, as either of them counts the lines.
 */
import { asTheFileAsks, libreOffice, type Habits } from './habits'
import { paginate, type PageLine, type PageModel } from './paginate'
import type { PrintBlock, PrintDocument } from './printDocument'

/** Longer ends cannot be kept on one page with the body, and Word would give up on all of them. */
const longestEnd = 12

/** Paragraphs up to this many lines leave no gap worth mentioning. */
const shortParagraph = 4

/** The blocks of head, body and end, those of the end each kept with the next one, and the last block of the body with them where that is needed. */
export function keepWithBody(head: readonly PrintBlock[], body: readonly PrintBlock[], end: readonly PrintBlock[], settings: Omit<PrintDocument, 'blocks'>): readonly PrintBlock[] {
  const kept = end.map((block, index) => (index === end.length - 1 ? block : keepNext(block)))
  const all = [...head, ...body, ...kept]
  const last = body[body.length - 1]
  if (last === undefined || end.length === 0 || end.length > longestEnd || !isToBeKept(all, head.length + body.length - 1, body.length, settings)) return all
  return [...head, ...body.slice(0, -1), keepNext(last), ...kept]
}

function isToBeKept(blocks: readonly PrintBlock[], last: number, bodyBlocks: number, settings: Omit<PrintDocument, 'blocks'>): boolean {
  if (blocks[last]?.kind === 'table') return true
  const models = [asTheFileAsks, libreOffice].map((habits: Habits) => paginate({ ...settings, blocks }, habits))
  if (models.some(({ lines }) => lines.filter(({ block }) => block === last).length <= shortParagraph)) return true
  // The only paragraph cannot go away from below the title.
  return bodyBlocks > 1 && models.some((model) => isEndAlone(model, last, settings.page.linesPerPage))
}

/** Whether what stands below the body begins on a page of its own, or would if the body had one line more or less than counted. */
function isEndAlone({ lines }: PageModel, last: number, linesPerPage: number): boolean {
  const lastOfBody = lines.reduce<PageLine | null>((found, line) => (line.block <= last ? line : found), null)
  const end = lines.filter(({ block }) => block > last)
  const lastOfEnd = end[end.length - 1]
  if (lastOfBody === null || lastOfEnd === undefined) return false
  return end.some(({ page }) => page > lastOfBody.page) || lastOfBody.line === 1 || lastOfEnd.line >= linesPerPage
}

function keepNext(block: PrintBlock): PrintBlock {
  return { ...block, keepNext: true }
}
