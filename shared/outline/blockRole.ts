import type { Block, TextBlock } from '../report/report'
import { lastCharacter } from './sentences'

/** An unnumbered heading, such as the title of an attached document (附件) or 第一部分: numbers start anew after it (SPEC NUM-6). */
export function isPartTitle(block: Block): block is TextBlock {
  return block.kind === 'text' && block.level === 0 && block.form === 'heading'
}

/** A numbered block that is a heading, whole-line or run-in, or a part title; false for clauses, body text, tables and page breaks. */
export function isHeading(block: Block): block is TextBlock {
  return block.kind === 'text' && (block.level === 0 ? block.form === 'heading' : block.form !== 'clause')
}

/** Whether the last character of the block's text is a colon, half- or full-width. */
export function endsWithColon(block: TextBlock): boolean {
  const last = lastCharacter(block.runs)
  return last === '：' || last === ':'
}

/**
 * Index of the first block that belongs to an attached document: a page break directly before a part title.
 * Pictures at the end are attachments too. What stands from there on is printed after the signature block (GB/T 9704-2012, 7.3.7).
 * `blocks.length` if there is none.
 */
export function attachedFrom(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block, index) => block.kind === 'pageBreak' && blocks[index + 1] !== undefined && isPartTitle(blocks[index + 1] as Block))
  if (at !== -1) return at
  let from = blocks.length
  while (blocks[from - 1]?.kind === 'image') from -= 1
  return from
}
