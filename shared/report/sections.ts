/** Sections of the flat block list (SPEC TREE-1, TREE-2): computed from levels at every question, never stored. */
import type { Block, TextBlock } from './report'

/** Half-open range of block indices. */
export interface BlockRange {
  readonly from: number
  readonly to: number
}

/** A text block with a number, heading or clause. */
export function isNumbered(block: Block): block is TextBlock & { readonly level: 1 | 2 | 3 | 4 | 5 } {
  return block.kind === 'text' && block.level > 0
}

/** Index of the block with this id, -1 if there is none. */
export function blockIndex(blocks: readonly Block[], id: string): number {
  return blocks.findIndex((block) => block.id === id)
}

/**
 * The section that block `id` opens: the block with all that belongs to it. A heading holds everything up to the next heading of the same or a
 * higher level (numbered clauses of deeper levels included); a clause holds the deeper clauses that follow it; a part title everything up to the
 * next part; any other block only itself. Null if there is no such block.
 */
export function sectionRange(blocks: readonly Block[], id: string): BlockRange | null {
  const from = blockIndex(blocks, id)
  return from === -1 ? null : { from, to: sectionEnd(blocks, from) }
}

/** Index behind the last block of the section that the block at `from` opens; see {@link sectionRange}. */
export function sectionEnd(blocks: readonly Block[], from: number): number {
  const head = blocks[from]
  if (head === undefined || head.kind !== 'text') return Math.min(from + 1, blocks.length)
  if (head.level === 0 && head.form !== 'heading') return from + 1
  const isClause = head.form === 'clause'
  let to = from + 1
  while (to < blocks.length) {
    const block = blocks[to]
    if (block === undefined || closesSection(head, block, blocks[to + 1])) break
    if (isClause && !(isNumbered(block) && block.form === 'clause')) break
    to += 1
  }
  return to
}

/** Whether `block` begins what is no longer part of the section of `head`. The page break before a part title belongs to that part. */
function closesSection(head: TextBlock, block: Block, next: Block | undefined): boolean {
  if (block.kind === 'pageBreak') return next !== undefined && isPart(next)
  if (block.kind !== 'text') return false
  if (isPart(block)) return true
  if (head.level === 0 || block.level === 0) return false
  if (block.level < head.level) return true
  if (block.level > head.level) return false
  return head.form === 'clause' || block.form !== 'clause'
}

function isPart(block: Block): boolean {
  return block.kind === 'text' && block.level === 0 && block.form === 'heading'
}

/** Id of the nearest heading above block `id` of a higher level, or of the part title; null at the top. */
export function parentHeading(blocks: readonly Block[], id: string): string | null {
  const at = blockIndex(blocks, id)
  const own = blocks[at]
  if (own === undefined) return null
  const level = own.kind === 'text' && own.level > 0 ? own.level : 6
  for (let index = at - 1; index >= 0; index -= 1) {
    const block = blocks[index]
    if (block?.kind !== 'text') continue
    if (isPart(block)) return isPart(own) ? null : block.id
    if (block.level > 0 && block.level < level && block.form !== 'clause') return block.id
  }
  return null
}
