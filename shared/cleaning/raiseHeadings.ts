/** Headings that stood behind signs (SPEC CLEAN-22): once `**二、存在问题**` is cleaned, it is the heading that it plainly is. */
import { countingIds } from '../base/ids'
import { assignNumbers } from '../outline/assignNumbers'
import { parseReport } from '../outline/parseReport'
import { recognizeNumber } from '../outline/recognizeNumber'
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import { editTexts } from '../report/editTexts'
import type { Block, TextBlock } from '../report/report'

/**
 * The cleaned content with every body paragraph whose number the cleaning uncovered at the level of that number; the number is drawn from then on, as after
 * a paste. Its neighbours decide whether it is a heading, a clause or nothing of the kind, by the rules of the recogniser. The same object if there is none.
 */
export function raiseHeadings<Content extends ReportContent>(before: ReportContent, cleaned: Content): Content {
  const old = new Map(before.blocks.map((block) => [block.id, block]))
  const isUncovered = (block: Block): block is TextBlock => {
    if (block.kind !== 'text' || block.level !== 0 || block.form !== undefined) return false
    const was = old.get(block.id)
    if (was === block || was?.kind !== 'text' || recognizeNumber(blockText(was).trimStart()) !== null) return false
    const number = recognizeNumber(blockText(block))
    const rest = blockText(block).slice(number?.length ?? 0)
    return number !== null && /^[\p{L}\p{Nd}“《]/u.test(rest) && recognizeNumber(rest) === null
  }
  if (!cleaned.blocks.some(isUncovered)) return cleaned
  const judged = judgedLines(cleaned)
  const labels = new Map<string, number>()
  const levels = new Map<string, TextBlock>()
  cleaned.blocks.forEach((block, index) => {
    const found = isUncovered(block) ? judged.get(index) : undefined
    if (found === undefined) return
    labels.set(block.id, recognizeNumber(blockText(block))?.length ?? 0)
    levels.set(block.id, found)
  })
  if (labels.size === 0) return cleaned
  const { blocks } = editTexts(cleaned, (_text, place) => {
    const length = place.kind === 'block' ? labels.get(place.blockId) ?? 0 : 0
    return length === 0 ? [] : [{ from: 0, to: length, text: '' }]
  })
  return { ...cleaned, blocks: blocks.map((block): Block => {
    const found = levels.get(block.id)
    if (found === undefined || block.kind !== 'text') return block
    return { ...block, level: found.level, ...(found.form === undefined ? {} : { form: found.form }) }
  }) }
}

/** What the recogniser makes of the blocks, one line each, by their index; nothing for lines that it leaves as text. */
function judgedLines(content: ReportContent): ReadonlyMap<number, TextBlock> {
  const numbers = assignNumbers(content.blocks, content.numbering)
  const head = content.title.length === 0 ? [] : [content.title.join('')]
  const lines = content.blocks.map((block) => (block.kind === 'text' ? `${numbers.get(block.id) ?? ''}${blockText(block)}`.replace(/[\n\f]/g, ' ') : ''))
  const parsed = parseReport([...head, ...lines].join('\n'), { newId: countingIds() })
  const blocks = new Map(parsed.content.blocks.map((block) => [block.id, block]))
  const found = new Map<number, TextBlock>()
  for (const { line, blockId } of parsed.numbered) {
    const block = blocks.get(blockId)
    if (block?.kind === 'text' && block.level > 0) found.set(line - 1 - head.length, block)
  }
  return found
}
