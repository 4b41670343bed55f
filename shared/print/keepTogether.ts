/**
 * Keeps the lines below the body on a page with its end (SPEC PRINT-12): a page with nothing but 落款 is not allowed (GB/T 9704-2012, 7.3.5.5).
 * Word keeps the last lines of a paragraph with the next one; LibreOffice moves the whole paragraph and leaves a gap. So a long last paragraph
 * is kept only where the page ends between it and 落款, as either of them counts the lines.
 */
import { asTheFileAsks, libreOffice, type Habits } from './habits'
import { walkLines } from './paginate'
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
  // Word's lines first: where they decide, LibreOffice's need not be broken.
  return [asTheFileAsks, libreOffice].some((habits) => {
    const end = endOfBody({ ...settings, blocks }, last, habits)
    return end.lines <= shortParagraph || isEndAlone(end, settings.page.linesPerPage, bodyBlocks > 1)
  })
}

interface EndOfBody {
  /** Lines of the last block of the body. */
  readonly lines: number
  readonly bodyPage: number
  readonly bodyLine: number
  readonly endPage: number
  readonly endLine: number
}

function endOfBody(document: PrintDocument, last: number, habits: Habits): EndOfBody {
  const found = { lines: 0, bodyPage: 1, bodyLine: 0, endPage: 1, endLine: 0 }
  walkLines(document, habits, (block, _part, page, line) => {
    if (block === last) found.lines += 1
    if (block <= last) {
      found.bodyPage = page
      found.bodyLine = line
    } else {
      found.endPage = page
      found.endLine = line
    }
  })
  return found
}

/** Whether what stands below the body begins on a page of its own, or would if the body had one line more or less than counted. */
function isEndAlone({ bodyPage, bodyLine, endPage, endLine }: EndOfBody, linesPerPage: number, isNearlyEnough: boolean): boolean {
  if (endPage > bodyPage) return true
  // The only paragraph is taken away from below the title only where it must be.
  return isNearlyEnough && (bodyLine === 1 || endLine >= linesPerPage)
}

function keepNext(block: PrintBlock): PrintBlock {
  return { ...block, keepNext: true }
}
