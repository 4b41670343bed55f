/** Which category the sentences of a report belong to, by where they stand in it (SPEC PHRASE-6). */
import { leadLength } from '../outline/leadLength'
import { runsText } from '../report/blockText'
import type { Block, TextBlock } from '../report/report'

const byHeading: readonly (readonly [RegExp, string])[] = [
  [/原因|根源|剖析/, '原因分析'],
  [/问题|不足|短板|困难|差距|薄弱/, '存在问题'],
  [/下一步|下步|打算|计划|安排|思路|明年|努力方向|整改措施/, '下步措施'],
  [/成效|成绩|成果|效果/, '取得成效'],
]

/** The category of headings. */
export const headingCategory = '小标题'

/** A category for every text block, in order: opening and closing words, and what the heading of level 1 above says. */
export function placeCategories(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text')
  const firstHeading = texts.findIndex(({ level }) => level > 0)
  const last = texts.length - 1
  const found = new Map<string, string>()
  let section = '主要做法'
  for (const [index, block] of texts.entries()) {
    const lead = runsText(block.runs).slice(0, leadLength(block))
    if (block.level === 1) section = byHeading.find(([pattern]) => pattern.test(lead))?.[1] ?? '主要做法'
    const isClosing = index === last && block.level === 0 && firstHeading !== -1 && texts[index - 1]?.level === 0
    found.set(block.id, firstHeading !== -1 && index < firstHeading ? '开头语' : isClosing ? '结尾语' : section)
  }
  return found
}
