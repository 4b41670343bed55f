/** What goes with a wide table onto its landscape pages (SPEC PRINT-27): the lines that name it, and where these pages end. */
import { textWidth } from '../base/textWidth'
import { emptyLine } from './layoutEnd'
import type { PrintBlock, PrintParagraph } from './printDocument'

/** Up to so many paragraphs above a table, each up to so many 字 wide, name it: its caption, what unit its figures are in, a heading. */
const captions = { paragraphs: 3, width: 28 } as const

/**
 * The blocks with the captions of landscape tables on the same pages. Every change of direction begins a page, so nothing is kept across it, and a
 * stretch of landscape pages ends with a paragraph, which a section of a Word file needs: a line of no height.
 */
export function withLandscapePages(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  if (!blocks.some(isLandscape)) return blocks
  const turned: PrintBlock[] = [...blocks]
  for (let index = turned.length - 1; index >= 0; index -= 1) {
    const block = turned[index]
    if (block?.kind === 'table' && block.isLandscape === true) turnCaptions(turned, index)
  }
  return turned.flatMap((block, index) => {
    const isLast = isLandscape(block) !== isLandscape(turned[index + 1])
    if (block.kind === 'table' && isLandscape(block)) return isLast ? [{ ...block, keepNext: true }, endOfPages] : [block]
    // The line that parts two tables goes with the first of them, or ends its pages.
    if (block === emptyLine && isLandscape(turned[index - 1])) return isLandscape(turned[index + 1]) ? [{ ...emptyLine, isLandscape: true }] : []
    return [isLast && block.keepNext === true ? withoutKeeping(block) : block]
  })
}

const endOfPages: PrintParagraph = { kind: 'paragraph', style: 'GwAnchor', runs: [], isLandscape: true }

function isLandscape(block: PrintBlock | undefined): boolean {
  return block?.isLandscape === true
}

function turnCaptions(blocks: PrintBlock[], table: number): void {
  for (let index = table - 1; index >= Math.max(0, table - captions.paragraphs); index -= 1) {
    const [block, below] = [blocks[index], blocks[index + 1]]
    if (block?.kind !== 'paragraph' || block.keepNext !== true || block.picture !== undefined || below?.pageBreakBefore === true) return
    const text = block.runs.map((run) => run.text).join('')
    // A sentence that leads to the table stays with the text before it.
    if (textWidth(text) > captions.width || /[。：；！？.:;!?]$/.test(text)) return
    blocks[index] = { ...block, isLandscape: true }
  }
}

function withoutKeeping(block: PrintBlock): PrintBlock {
  const { keepNext: _, ...rest } = block
  return rest
}
