import diff from 'fast-diff'
import { describe, expect, it } from 'vitest'
import { compareBlocks } from '../../shared/compare/compareReports'
import type { Block } from '../../shared/report/report'
import { blocksOf } from '../support/editorState'
import { allowedGrowth, growth, growthOfBest } from '../support/growth'

type Pair = readonly [readonly Block[], readonly Block[]]

const compare = ([before, after]: Pair): void => void compareBlocks(before, after)
const repeat = (count: number, make: (index: number) => string): readonly Block[] => blocksOf(...Array.from({ length: count }, (_, index) => make(index)))
const digits = (value: number): string => [...String(value)].map((digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit))).join('')

const shapes: readonly (readonly [string, (size: number) => Pair])[] = [
  ['every paragraph edited', (size) => [repeat(200 * size, (index) => `第${digits(index * 7919)}项工作按计划完成。`), repeat(200 * size, (index) => `第${digits(index * 7919)}项工作已全部完成。`)]],
  ['every paragraph another', (size) => [repeat(200 * size, (index) => `甲${digits(index)}乙`), repeat(200 * size, (index) => `${index}`)]],
  ['the same paragraph again and again', (size) => [repeat(300 * size, () => '加强领导，完善制度。'), repeat(330 * size, (index) => (index % 7 === 0 ? '推进改革，服务群众。' : '加强领导，完善制度。'))]],
  ['all in reverse order', (size) => [repeat(300 * size, (index) => `第${digits(index)}项`), repeat(300 * size, (index) => `第${digits(300 * size - index)}项`)]],
  ['one paragraph without a mark', (size) => [repeat(1, () => '加强领导完善制度'.repeat(500 * size)), repeat(1, () => '加强领导健全制度'.repeat(500 * size))]],
  ['one paragraph of many sentences', (size) => [repeat(1, () => Array.from({ length: 100 * size }, (_, index) => `${digits(index)}完成。`).join('')), repeat(1, () => Array.from({ length: 100 * size }, (_, index) => `${digits(index)}办结。`).join(''))]],
  ['one table of many rows', (size) => [[{ kind: 'table', id: 't', headerRows: 1, rows: Array.from({ length: 100 * size }, (_, row) => [digits(row), '完成']) }], [{ kind: 'table', id: 't', headerRows: 1, rows: Array.from({ length: 100 * size }, (_, row) => [digits(row), '未完成']) }]]],
]

describe('growth', () => {
  it.each(shapes)('COMPARE-6: the time grows with the text, not with its square: %s', (_name, make) => {
    expect(growth(make, compare)).toBeLessThan(allowedGrowth)
  })

  it('COMPARE-6: comparing as one text would be noticed', () => {
    const long = (size: number, step: number): string => Array.from({ length: 400 * size }, (_, index) => String.fromCharCode(0x4e00 + ((index * step) % 9973))).join('')
    expect(growthOfBest((size) => [long(size, 7), long(size, 4999)] as const, ([one, other]) => void diff(one, other))).toBeGreaterThan(allowedGrowth)
  })
})
