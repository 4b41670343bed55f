import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import { dropItemMarker, insertNextItem, itemsToParagraphs, itemsToText, renumberChosenItems } from '../../../renderer/editor/items'
import { itemSeries } from '../../../renderer/editor/itemSeries'
import { bodyKeys } from '../../../renderer/editor/keys'
import type { Block } from '../../../shared/report/report'
import { after, blocksIn, blocksOf, caret, stateWith, typed, written } from '../../support/editorState'

const enter = bodyKeys['Enter']!
const backspace = bodyKeys['Backspace']!
const begin = (blocks: readonly Block[]) => stateWith(blocks, history(), itemSeries(() => false))
const end = (block: Block | undefined): number => (block?.kind === 'text' ? block.runs.map((run) => run.text).join('').length : 0)

describe('items as paragraphs', () => {
  it('ENUM-6: Enter behind 一是 opens 二是, and what follows is counted on', () => {
    const blocks = blocksOf('一是抓进度。', '二是抓质量。', '其他')
    const opened = after(caret(begin(blocks), 'b1', end(blocks[0])), enter)
    expect(written(blocksIn(opened))).toEqual(['一是抓进度。', '二是', '三是抓质量。', '其他'])
    expect(written(blocksIn(typed(opened, '抓整改。')))).toEqual(['一是抓进度。', '二是抓整改。', '三是抓质量。', '其他'])
  })
  it('ENUM-6: one undo takes the opened item and the counting back', () => {
    const blocks = blocksOf('一是抓进度。', '二是抓质量。')
    const opened = after(caret(begin(blocks), 'b1', end(blocks[0])), enter)
    expect(blocksIn(after(opened, undo))).toEqual(blocks)
  })
  it.each([['Enter', enter], ['Backspace', backspace]])('ENUM-6: %s behind a bare marker ends the series', (_name, command) => {
    const blocks = blocksOf('一是抓进度。', '二是')
    expect(written(blocksIn(after(caret(begin(blocks), 'b2', 2), command)))).toEqual(['一是抓进度。', ''])
  })
  it('ENUM-6: in the middle of an item, in a paragraph with several items and in a heading Enter is the usual one', () => {
    const blocks = blocksOf('一是抓进度。全年完成。', '一是抓进度。二是抓质量。', '1:一是抓进度。')
    const state = begin(blocks)
    expect(written(blocksIn(after(caret(state, 'b1', 6), enter))).slice(0, 2)).toEqual(['一是抓进度。', '全年完成。'])
    expect(written(blocksIn(after(caret(state, 'b2', 12), enter))).slice(1, 3)).toEqual(['一是抓进度。二是抓质量。', ''])
    expect(written(blocksIn(after(caret(state, 'b3', 6), enter))).slice(2)).toEqual(['1:一是抓进度。', ''])
  })
  it('ENUM-6: Backspace in an item that has words is the usual one', () => {
    const blocks = blocksOf('一是抓进度。')
    expect(dropItemMarker(caret(begin(blocks), 'b1', 6))).toBe(false)
  })
  it('ENUM-7: an item moved up is counted anew in the same undo step', () => {
    const blocks = blocksOf('1:标题', '一是抓进度。', '二是抓质量。', '三是抓利用。')
    const moved = after(begin(blocks), actionCommand({ kind: 'section', ids: ['b4'], move: 'up' }))
    expect(written(blocksIn(moved))).toEqual(['1:标题', '一是抓进度。', '二是抓利用。', '三是抓质量。'])
    expect(blocksIn(after(moved, undo))).toEqual(blocks)
  })
  it('ENUM-7: typing alone never changes a number', () => {
    const blocks = blocksOf('一是甲。', '二是乙。', '四是丙。')
    const state = typed(caret(begin(blocks), 'b2', 4), '又')
    expect(written(blocksIn(state))).toEqual(['一是甲。', '二是乙。又', '四是丙。'])
  })
})

describe('a series in one paragraph or in many', () => {
  const joined = blocksOf('2:扎实推进数字化。一是抓进度。全年扫描82万页。二是抓质量。逐页核对。三是抓利用。接入平台。')
  const parted = ['2:扎实推进数字化。', '一是抓进度。全年扫描82万页。', '二是抓质量。逐页核对。', '三是抓利用。接入平台。']
  it('ENUM-8: set as paragraphs, the heading keeps its level', () => {
    expect(written(blocksIn(after(caret(begin(joined), 'b1', 3), itemsToParagraphs)))).toEqual(parted)
  })
  it('ENUM-8: joined again with the paragraph that they belong to, from any of them', () => {
    for (const id of ['b2', 'b3', 'b4']) expect(written(blocksIn(after(caret(begin(blocksOf(...parted)), id, 1), itemsToText)))).toEqual(written(joined))
  })
  it('ENUM-8: nothing to do without a series', () => {
    const state = caret(begin(blocksOf('1:标题', '普通段落。', '另一段。')), 'b2', 1)
    expect([itemsToParagraphs(state), itemsToText(state)]).toEqual([false, false])
  })
  it('ENUM-8: items do not join a heading that has no mark at its end, nor the series before them', () => {
    const blocks = blocksOf('1:主要做法', '一是甲甲甲。', '二是乙乙乙。', '一是丙丙丙。', '二是丁丁丁。')
    expect(written(blocksIn(after(caret(begin(blocks), 'b5', 1), itemsToText)))).toEqual(['1:主要做法', '一是甲甲甲。', '二是乙乙乙。', '一是丙丙丙。二是丁丁丁。'])
  })
  it('ENUM-8: no character is lost, and the one undoes the other', () => {
    const item = fc.constantFrom('抓进度。全年完成82万页。', '强化责任；落实到人。', '守住底线，逐项排查隐患。', '优化服务。')
    fc.assert(fc.property(fc.constantFrom('', '主要做法：', '今年做了三件事。'), fc.array(item, { minLength: 2, maxLength: 9 }), (head, items) => {
      const text = head + items.map((words, index) => `${'一二三四五六七八九'[index] ?? ''}是${words}`).join('')
      const state = caret(begin(blocksOf(text)), 'b1', 1)
      const apart = after(state, itemsToParagraphs)
      expect(written(blocksIn(apart)).join('')).toBe(text)
      expect(blocksIn(apart)).toHaveLength(items.length + (head === '' ? 0 : 1))
      expect(written(blocksIn(after(apart, itemsToText)))).toEqual([text])
    }))
  })
  it('ENUM-9: the next marker at the caret', () => {
    const next = (text: string, ...before: readonly string[]): string => {
      const blocks = blocksOf(...before, text)
      const last = blocks[blocks.length - 1]
      return written(blocksIn(after(caret(begin(blocks), last?.id ?? '', end(last)), insertNextItem))).at(-1) ?? ''
    }
    expect(next('一是抓进度。全年完成')).toBe('一是抓进度。全年完成。二是')
    expect(next('九要抓实抓细。')).toBe('九要抓实抓细。十要')
    expect(next('主要做法：')).toBe('主要做法：一是')
    expect(next('', '一是甲甲甲。', '二是乙乙乙。')).toBe('三是')
    expect(next('')).toBe('一是')
  })
  it('ENUM-9: the chosen markers counted anew, inside a paragraph and over paragraphs', () => {
    const blocks = blocksOf('一是甲甲甲。三是乙乙乙。三是丙丙丙。', '六是丁丁丁。', '一是戊戊戊。五要己己己。')
    const state = caret(begin(blocks), 'b1', 0, { id: 'b3', offset: 3 })
    expect(written(blocksIn(after(state, renumberChosenItems)))).toEqual(['一是甲甲甲。二是乙乙乙。三是丙丙丙。', '四是丁丁丁。', '一是戊戊戊。二要己己己。'])
    expect(renumberChosenItems(caret(begin(blocksOf('一是甲甲甲。二是乙乙乙。')), 'b1'))).toBe(false)
  })
})
