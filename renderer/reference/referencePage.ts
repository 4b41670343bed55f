/** An older report made ready to be shown: numbers, groups for the browser to skip, and which paragraphs the present report has already. */
import { assignNumbers } from '../../shared/outline/assignNumbers'
import { blockText } from '../../shared/report/blockText'
import type { Block, Report } from '../../shared/report/report'

export interface ShownBlock {
  readonly block: Block
  readonly index: number
  readonly number: string
}

/** So many blocks are one group: the browser lays out only the groups on the screen. */
const groupSize = 25

export function shownGroups(report: Report): readonly (readonly ShownBlock[])[] {
  const numbers = assignNumbers(report.blocks, report.numbering)
  const shown = report.blocks.map((block, index): ShownBlock => ({ block, index, number: numbers.get(block.id) ?? '' }))
  return Array.from({ length: Math.ceil(shown.length / groupSize) }, (_each, index) => shown.slice(index * groupSize, (index + 1) * groupSize))
}

/**
 * Ids of the older report's blocks that stand in the present one: word for word, or taken over from it and since then changed in figures only.
 * Short pieces and empty lines do not count.
 */
export function presentBlocks(older: Report, present: Pick<Report, 'blocks'>): ReadonlySet<string> {
  const texts = new Set(present.blocks.map((block) => plainText(block)))
  const taken = new Set(present.blocks.flatMap((block) => (block.kind === 'text' && block.taken === older.id ? [withoutFigures(plainText(block))] : [])))
  return new Set(older.blocks.flatMap((block) => {
    const text = plainText(block)
    return text !== '' && (texts.has(text) || taken.has(withoutFigures(text))) ? [block.id] : []
  }))
}

const plain = new WeakMap<Block, string>()

function plainText(block: Block): string {
  const known = plain.get(block)
  if (known !== undefined) return known
  const text = blockText(block).replace(/\s/g, '')
  plain.set(block, text)
  return text
}

function withoutFigures(text: string): string {
  return text.replace(/\d+(?:[.,]\d+)*/g, '')
}
