import { describe, expect, it } from 'vitest'
import { outlineRows } from '../../../shared/outline/outlineRows'
import type { Block } from '../../../shared/report/report'

const text = (id: string, level: 0 | 1 | 2 | 3 | 4 | 5, value: string, form?: 'heading' | 'clause'): Block => (form === undefined ? { kind: 'text', id, level, runs: [{ text: value }] } : { kind: 'text', id, level, runs: [{ text: value }], form })

const blocks: readonly Block[] = [
  text('a', 0, '引言。'), text('b', 1, '主要做法'), text('c', 2, '加强领导。各科室抓好落实。'), text('d', 0, '一是抓学习不放松。还要努力。'), text('e', 4, '各科室应当按时报送材料，不得拖延，并在登记簿上逐项签字确认。', 'clause'),
  { kind: 'table', id: 'f', rows: [['甲', '12']], headerRows: 1 }, text('g', 1, '存在问题。'), text('h', 0, '附件', 'heading'),
]

describe('outline rows', () => {
  it('TREE-3: a row for every heading, clause, item and part title, in printed order', () => {
    expect(outlineRows({ blocks, numbering: 'restart' }).map((row) => [row.id, row.kind, row.depth, row.number, row.text, row.isRunIn, row.from, row.to])).toEqual([
      ['b', 'heading', 0, '一、', '主要做法', false, 0, 4], ['c', 'heading', 1, '（一）', '加强领导', true, 0, 5], ['d#1', 'item', 2, '一是', '抓学习不放松', false, 0, 9],
      ['e', 'clause', 2, '（1）', '各科室应当按时报送材料，不得拖延，并在登记簿上逐…', false, 0, 24], ['g', 'heading', 0, '二、', '存在问题', false, 0, 5], ['h', 'heading', 0, '', '附件', false, 0, 2],
    ])
  })

  it('TREE-4: a heading counts its whole section, a clause and an item themselves', () => {
    expect(outlineRows({ blocks, numbering: 'restart' }).map((row) => [row.id, row.characters])).toEqual([['b', 63], ['c', 59], ['d#1', 14], ['e', 30], ['g', 5], ['h', 2]])
  })

  it('TREE-3: rows of unchanged blocks are computed from what is remembered, and are equal', () => {
    const first = outlineRows({ blocks, numbering: 'restart' })
    expect(outlineRows({ blocks: [...blocks], numbering: 'restart' })).toEqual(first)
    expect(outlineRows({ blocks: [...blocks].reverse(), numbering: 'decimal' })[0]).toMatchObject({ id: 'h', number: '' })
  })

  it('TREE-3: a long clause is not clipped inside a character', () => {
    const row = outlineRows({ blocks: [text('a', 3, `${'字'.repeat(23)}𬱖𬱖`, 'clause')], numbering: 'restart' })[0]
    expect(row?.text).toBe(`${'字'.repeat(23)}…`)
  })
})
