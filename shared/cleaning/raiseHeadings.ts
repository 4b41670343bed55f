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
 * a paste. Its neighbours decide whether it is a heading, a clause or nothing of the kind, by the rules of the recogniser. A report without a
 * title gets the one that the cleaning uncovered or that now comes first. The same object if there is nothing to raise.
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
  const mayHaveTitle = cleaned.title.join('') === '' && cleaned.blocks[0] !== before.blocks[0]
  if (!mayHaveTitle && !cleaned.blocks.some(isUncovered)) return cleaned
  const { judged, title } = readLines(cleaned)
  if (mayHaveTitle && title > 0) {
    const lines = cleaned.blocks.slice(0, title).flatMap((block) => (block.kind === 'text' ? [blockText(block)] : []))
    return raiseHeadings(before, { ...cleaned, title: lines, blocks: cleaned.blocks.slice(title) })
  }
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

interface Read {
  /** What the recogniser makes of the blocks, one line each, by their index; nothing for lines that it leaves as text. */
  readonly judged: ReadonlyMap<number, TextBlock>
  /** How many of the first blocks are the title, in a report that has none. */
  readonly title: number
}

function readLines(content: ReportContent): Read {
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
  const titles = parsed.places.filter(({ role }) => role === 'title').map(({ line }) => line)
  const plain = content.blocks.slice(0, titles.length).every((block) => block.kind === 'text' && block.level === 0 && block.form === undefined)
  return { judged: found, title: head.length === 0 && plain && titles.every((line, index) => line === index + 1) ? titles.length : 0 }
}
