import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asTheFileAsks } from '../../../shared/print/habits'
import { layoutReport } from '../../../shared/print/layoutReport'
import { layoutTable, shareWidth } from '../../../shared/print/layoutTable'
import { tableRowHeights } from '../../../shared/print/tableRows'

const same = (value: string): string => value

it('PRINT-14: the columns fill the text area exactly, the narrow ones keep what they need', () => {
  const table = layoutTable({ kind: 'table', id: 't', headerRows: 1, rows: [['序号', '内容'], ['1', '很长的内容'.repeat(20)]] }, same, 8845, 'grid')
  expect(table?.columnWidths).toEqual([760, 8085])
  expect(table?.rows[1]?.map((cell) => cell.align)).toEqual(['center', 'both'])
  expect(table?.rows[0]?.map((cell) => cell.align)).toEqual(['center', 'center'])
})

it('PRINT-14: short rows get empty cells; a table without a cell is not printed', () => {
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 5, rows: [['a', 'b', 'c'], ['d']] }, same, 8845, 'grid')).toMatchObject({ headerRows: 2, rows: [[{ text: 'a' }, { text: 'b' }, { text: 'c' }], [{ text: 'd' }, { text: '' }, { text: '' }]] })
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 0, rows: [] }, same, 8845, 'grid')).toBeNull()
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 0, rows: [[], []] }, same, 8845, 'grid')).toBeNull()
})

it('PRINT-14: widths are positive and sum up, whatever is wanted', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 760, max: 200000 }), { minLength: 1, maxLength: 30 }), (natural) => {
    const widths = shareWidth(natural, 8845)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845)
    expect(Math.min(...widths)).toBeGreaterThan(0)
  }))
})

it('TABLE-2: a merged cell does not widen one column alone, and what it covers is empty', () => {
  const rows = [['很长的一行标题横跨两列'.repeat(2), '', '丙'], ['1', '2', '3']]
  const table = layoutTable({ kind: 'table', id: 't', headerRows: 1, rows, merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] }, same, 8845, 'grid')
  const [first = 0, second = 0] = table?.columnWidths ?? []
  expect(Math.abs(first - second)).toBeLessThan(3)
  expect(table?.rows[0]).toEqual([{ text: rows[0]?.[0], align: 'center', rows: 1, columns: 2 }, { text: '', align: 'center', covered: 'beside' }, { text: '丙', align: 'center' }])
})

it('TABLE-2: a merged cell is counted as wide as its columns', () => {
  const rows = [['全年农村供水保障和防汛抗旱工作总体平稳有序推进', '', '', ''], ['1', '2', '3', '4']]
  const merged = [{ row: 0, column: 0, rows: 1, columns: 4 }]
  const heights = (merges: typeof merged | []) => {
    const document = layoutReport({ title: [], addressee: '', blocks: [{ kind: 'table', id: 't', headerRows: 0, rows: [...rows, ...Array.from({ length: 3 }, () => ['很长的内容'.repeat(4), '甲', '很长的内容'.repeat(4), '很长的内容'.repeat(4)])], merges }], attachments: [], signature: [], date: '', note: '', numbering: 'restart' })
    const table = document.blocks.find((block) => block.kind === 'table')
    return table?.kind === 'table' ? tableRowHeights(table, document, asTheFileAsks) : []
  }
  expect(heights(merged)[0]).toBe(heights(merged)[1])
  expect(heights([])[0]).toBeGreaterThan(heights([])[1] ?? 0)
})
