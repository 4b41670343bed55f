/**
 * What an edited copy says in the words of the own report (SPEC READBACK-5): a printed page does not tell everything (a body text that begins like a number, a
 * date as it was typed, marks that no file can carry). Where the copy says the same as the own page, the own report's value is taken.
 */
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import type { Block, TextBlock } from '../report/report'
import { compareBlocks, comparedFields, fieldText, type ComparedField } from './compareReports'

/** `asRead` is the own report as it reads from its own page, with the ids of the own blocks; `edited` is the copy as it reads from its page. */
export function recallOwn(own: ReportContent, asRead: ReportContent, edited: ReportContent): ReportContent {
  const ownById = new Map(own.blocks.map((block) => [block.id, block]))
  const partners = new Map<Block, Block>()
  for (const change of compareBlocks(asRead.blocks, edited.blocks)) if ('isMoved' in change) partners.set(change.after, change.before)
  const blocks = edited.blocks.flatMap((block): readonly Block[] => {
    const read = partners.get(block)
    if (read === undefined || block.kind === 'pageBreak') return [block]
    const mine = ownById.get(read.id)
    // A paragraph of the page that is no block of the own report belongs to a field that was not known again.
    if (mine === undefined) return blockText(read) === blockText(block) ? [] : [block]
    return [{ ...recallBlock(mine, read, block), id: block.id }]
  })
  const fields = Object.fromEntries(comparedFields.map((field) => [field, fieldText(asRead, field) === fieldText(edited, field) ? own[field] : edited[field]])) as Pick<ReportContent, ComparedField>
  return { ...edited, ...fields, blocks: withUnprinted(own, asRead, blocks, partners, edited), numbering: asRead.numbering === edited.numbering ? own.numbering : edited.numbering }
}

function recallBlock(mine: Block, read: Block, block: Block): Block {
  if (mine.kind === 'text' && read.kind === 'text' && block.kind === 'text') return recallText(mine, read, block)
  return JSON.stringify({ ...read, id: '' }) === JSON.stringify({ ...block, id: '' }) ? mine : block
}

function recallText(mine: TextBlock, read: TextBlock, block: TextBlock): TextBlock {
  const isSameShape = read.level === block.level && read.form === block.form
  const shape: Pick<TextBlock, 'level' | 'form'> = isSameShape ? mine : block
  const runs = JSON.stringify(read.runs) === JSON.stringify(block.runs) ? mine.runs : isSameShape ? recallStart(mine, read, block) : block.runs
  return { kind: 'text', id: block.id, level: shape.level, runs, ...(shape.form === undefined ? {} : { form: shape.form }) }
}

/** Where the page's reader took the beginning of a text for a number, an edited text gets that beginning back. */
function recallStart(mine: TextBlock, read: TextBlock, block: TextBlock): TextBlock['runs'] {
  const [own, page] = [blockText(mine), blockText(read)]
  if (own === page || page === '' || !own.endsWith(page)) return block.runs
  return [{ text: own.slice(0, own.length - page.length) }, ...block.runs]
}

/** Own blocks that leave no trace on the page (a page break at the very end, an empty table) are kept behind the block that stands before them. */
function withUnprinted(own: ReportContent, asRead: ReportContent, blocks: readonly Block[], partners: ReadonlyMap<Block, Block>, edited: ReportContent): readonly Block[] {
  const printed = new Set(asRead.blocks.map((block) => block.id))
  const hidden = own.blocks.filter((block) => !printed.has(block.id) && block.kind !== 'pageBreak')
  if (hidden.length === 0 && own.blocks.filter((block) => block.kind === 'pageBreak').length === asRead.blocks.filter((block) => block.kind === 'pageBreak').length) return blocks
  const placeOf = new Map(edited.blocks.map((block, index) => [partners.get(block)?.id ?? '', index]))
  const result: Block[][] = [[], ...blocks.map((block) => [block])]
  const lastPrinted = own.blocks.reduce((last, block, index) => (printed.has(block.id) ? index : last), -1)
  let last = 0
  for (const [index, block] of own.blocks.entries()) {
    const place = placeOf.get(block.id)
    if (index > lastPrinted) last = result.length - 1
    if (place !== undefined) last = place + 1
    else if (!printed.has(block.id) && (block.kind !== 'pageBreak' || !isBreakKept(own, asRead, block))) result[last]?.push(block)
  }
  return result.flat()
}

/** A page break shows on the page if a printed block follows it before the next page break. */
function isBreakKept(own: ReportContent, asRead: ReportContent, given: Block): boolean {
  const printed = new Set(asRead.blocks.map((block) => block.id))
  const at = own.blocks.indexOf(given)
  for (const block of own.blocks.slice(at + 1)) {
    if (block.kind === 'pageBreak') return false
    if (printed.has(block.id)) return true
  }
  return false
}
