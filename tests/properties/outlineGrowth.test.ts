import { describe, expect, it } from 'vitest'
import { countingIds } from '../../shared/base/ids'
import { formatReport } from '../../shared/outline/formatReport'
import { outlineRows } from '../../shared/outline/outlineRows'
import { parseReport } from '../../shared/outline/parseReport'
import { allowedGrowth, growth, seconds } from '../support/growth'

const parse = (text: string): void => void parseReport(text, { newId: countingIds() })

const shapes: readonly (readonly [string, (size: number) => string])[] = [
  ['one line without a mark', (size) => '加强领导完善制度'.repeat(4_000 * size)],
  ['one line of opening quotation marks', (size) => '“（《'.repeat(6_000 * size)],
  ['one line of 一是', (size) => '一是加强领导；二是完善制度；'.repeat(1_200 * size)],
  ['one line of blanks and a number', (size) => `一、${' '.repeat(20_000 * size)}总体要求`],
  ['many headings with text', (size) => '一、总体要求\n加强领导，完善制度。\n（一）指导思想。以习惯为准，各项工作稳步推进，取得成效。\n'.repeat(500 * size)],
  ['many short lines', (size) => '加强领导\n'.repeat(2_000 * size)],
  ['many rows of a table', (size) => '1\t甲\t乙\n'.repeat(1_500 * size)],
  ['many dates and units', (size) => '县档案局\n2025年3月6日\n'.repeat(1_000 * size)],
  ['many contents', (size) => '目录\n一、总体要求……1\n'.repeat(1_000 * size)],
  ['many blank lines', (size) => '\n'.repeat(6_000 * size)],
  ['many attachments', (size) => '附件\n工作总结\n'.repeat(1_000 * size)],
  ['one line of dots', (size) => `${'.'.repeat(10_000 * size)}x`],
  ['one line of numbers with tabs', (size) => '1\t'.repeat(6_000 * size)],
]

describe('growth', () => {
  it.each(shapes)('PARSE-1: the time grows with the text, not with its square: %s', (_name, make) => {
    expect(growth(make, parse)).toBeLessThan(allowedGrowth)
  })

  it('PARSE-1: a quadratic reader would be noticed', () => {
    const quadratic = (text: string): void => {
      let found = 0
      for (let at = 0; at < text.length; at += 100) if (text.slice(at).endsWith('x') && text.slice(0, at).split('').length > 0) found += 1
      expect(found).toBeGreaterThan(0)
    }
    expect(growth((size) => `${'x'.repeat(6_000 * size)}`, quadratic)).toBeGreaterThan(allowedGrowth)
  })

  it('FORMAT-1: writing and reading back grows with the text', () => {
    const make = (size: number): string => '一、总体要求\n一、二季度加强领导。\n1.5万元\n'.repeat(300 * size)
    expect(growth(make, (text) => void formatReport(parseReport(text, { newId: countingIds() }).content))).toBeLessThan(allowedGrowth)
  })

  it('TREE-3: rows of a report that changed in one block cost far less than those of a new one', () => {
    const content = parseReport('（一）指导思想。以习惯为准，各项工作稳步推进：一是加强领导；二是完善制度。\n'.repeat(2_000), { newId: countingIds() }).content
    const cold = seconds(() => void outlineRows({ ...content, blocks: content.blocks.map((block) => (block.kind === 'text' ? { ...block, runs: [...block.runs] } : block)) }))
    outlineRows(content)
    const warm = Math.min(...[1, 2, 3].map(() => seconds(() => void outlineRows({ ...content, blocks: [...content.blocks] }))))
    expect(warm).toBeLessThan(cold)
  })
})
