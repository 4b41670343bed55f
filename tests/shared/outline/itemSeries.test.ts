import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadingMarker, nextMarkerText } from '../../../shared/outline/itemMarkers'
import { renumberItems } from '../../../shared/outline/itemSeries'
import { runsText } from '../../../shared/report/blockText'
import type { Block, TextBlock } from '../../../shared/report/report'
import { blocksOf } from '../../support/editorState'

const textOf = (block: Block): string => (block.kind === 'text' ? runsText(block.runs) : '')

/** The texts after the edits were carried out. */
function renumbered(before: readonly Block[], after: readonly Block[]): readonly string[] {
  const edits = renumberItems(before, after)
  return after.map((block) => edits.filter(({ blockId }) => blockId === block.id).reduce((text, { from, to, text: written }) => text.slice(0, from) + written + text.slice(to), textOf(block)))
}
/** The blocks in another order, by their index; -1 is a new paragraph 二是新增。. */
function arranged(blocks: readonly TextBlock[], order: readonly number[]): readonly Block[] {
  return order.map((index) => blocks[index] ?? { kind: 'text', id: 'new', level: 0, runs: [{ text: '二是新增。' }] })
}

describe('leading markers', () => {
  it.each([
    ['一是抓进度。', '二是', 1], ['  九要抓实。', '十要', 9], ['十是收尾。', '十一是', 10], ['第三，抓好落实。', '第四，', 3], ['其一，抓学习。', '其二，', 1], ['十九是末项。', '二十是', 19],
  ])('ENUM-6: %s goes on with %s', (text, next, value) => {
    const marker = leadingMarker(text)
    expect(marker?.value).toBe(value)
    expect(marker === null ? '' : nextMarkerText(text, marker)).toBe(next)
  })
  it.each(['一是一，二是二', '一要非常重视', '全年工作一是', '第一季度', '其中', '', '是一项工作'])('ENUM-6: %s opens no item', (text) => {
    expect(leadingMarker(text)).toBeNull()
  })
})

describe('series of paragraphs', () => {
  const three = blocksOf('1:标题', '一是抓进度。', '二是抓质量。', '三是抓利用。', '1:下一节', '其他')
  it.each([
    ['moved up', [0, 2, 1, 3, 4, 5], ['标题', '一是抓质量。', '二是抓进度。', '三是抓利用。', '下一节', '其他']],
    ['moved to the front', [0, 3, 1, 2, 4, 5], ['标题', '一是抓利用。', '二是抓进度。', '三是抓质量。', '下一节', '其他']],
    ['one taken away', [0, 1, 3, 4, 5], ['标题', '一是抓进度。', '二是抓利用。', '下一节', '其他']],
    ['the first taken away', [0, 2, 3, 4, 5], ['标题', '一是抓质量。', '二是抓利用。', '下一节', '其他']],
    ['one added', [0, 1, -1, 2, 3, 4, 5], ['标题', '一是抓进度。', '二是新增。', '三是抓质量。', '四是抓利用。', '下一节', '其他']],
    ['one alone in another section', [0, 1, 2, 4, 3, 5], ['标题', '一是抓进度。', '二是抓质量。', '下一节', '三是抓利用。', '其他']],
  ])('ENUM-7: %s', (_name, order, expected) => {
    expect(renumbered(three, arranged(three, order))).toEqual(expected)
  })
  it('ENUM-7: an item of one series moved into another is counted there', () => {
    const blocks = blocksOf('一是甲。', '二是乙。', '三是丙。', '1:节', '一要丁。', '二要戊。')
    expect(renumbered(blocks, arranged(blocks, [0, 2, 3, 4, 1, 5]))).toEqual(['一是甲。', '二是丙。', '节', '一要丁。', '二是乙。', '三要戊。'])
  })
  it('ENUM-7: two series one behind the other stay two', () => {
    const blocks = blocksOf('一是甲。', '二是乙。', '一是丙。', '二是丁。')
    expect(renumbered(blocks, arranged(blocks, [1, 0, 2, 3]))).toEqual(['一是乙。', '二是甲。', '一是丙。', '二是丁。'])
  })
  it('ENUM-7: a series that did not count right is left as the clerk wrote it', () => {
    const blocks = blocksOf('一是甲。', '三是乙。', '四是丙。')
    expect(renumberItems(blocks, arranged(blocks, [0, 2, 1]))).toEqual([])
  })
  it('ENUM-7: nothing changes where nothing moved', () => {
    expect(renumberItems(three, three)).toEqual([])
  })
  it('ENUM-7: whatever is moved or taken away, a right series counts 1, 2, 3 … again and no other character changes', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 12 }).chain((count) => fc.tuple(fc.constant(count), fc.shuffledSubarray(Array.from({ length: count }, (_, index) => index), { minLength: 2 }))), ([count, order]) => {
      const blocks = blocksOf(...Array.from({ length: count }, (_, index) => `${'一二三四五六七八九十'[index] ?? `十${'一二'[index - 10] ?? ''}`}是事项${String(index)}。`))
      const texts = renumbered(blocks, arranged(blocks, order))
      expect(texts.map((text) => leadingMarker(text)?.value)).toEqual(order.map((_, index) => index + 1))
      expect(texts.map((text) => text.replace(/^.+?是/, ''))).toEqual(order.map((index) => `事项${String(index)}。`))
    }))
  })
})
