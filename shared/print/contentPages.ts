import type { PageModel } from './paginate'
import type { PrintDocument } from './printDocument'

/** 页数 of an archived item (DA/T 22-2015): pages that carry text or a picture; an empty page before 版记 does not count. */
export function contentPages(document: PrintDocument, { lines, pages }: PageModel): number {
  const filled = new Set<number>()
  for (const { block, page } of lines) {
    const printed = document.blocks[block]
    if (printed === undefined) continue
    if (printed.kind === 'table' || printed.picture !== undefined || printed.runs.some(({ text }) => text.trim() !== '')) filled.add(page)
  }
  for (const box of document.boxes) if (box.lines.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''))) filled.add(box.page === 'first' ? 1 : pages)
  return filled.size
}
