import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asTheFileAsks } from '../../../shared/print/habits'
import { layoutReport } from '../../../shared/print/layoutReport'
import { layoutTable, shareWidth } from '../../../shared/print/layoutTable'
import { paginate } from '../../../shared/print/paginate'
import { tableRowHeights } from '../../../shared/print/tableRows'
import type { Block } from '../../../shared/report/report'
import { report, wideTable } from '../../electron/export/sampleReport'

const same = (value: string): string => value

const room = { portrait: 8845, landscape: 12756 }

it('PRINT-14: the columns fill the text area exactly, the narrow ones keep what they need', () => {
  const table = layoutTable({ kind: 'table', id: 't', headerRows: 1, rows: [['序号', '内容'], ['1', '很长的内容'.repeat(20)]] }, same, room, 'grid')
  expect(table?.columnWidths).toEqual([760, 8085])
  expect(table?.rows[1]?.map((cell) => cell.align)).toEqual(['center', 'both'])
  expect(table?.rows[0]?.map((cell) => cell.align)).toEqual(['center', 'center'])
})

it('PRINT-14: where not everything fits, a column gets what most of its cells want and every figure whole; figures stay centred', () => {
  const rows = [['单位', ...Array.from({ length: 8 }, (_, column) => `第${column + 1}项主要指标`)], ...Array.from({ length: 20 }, (_, row) => [`清源县第${row + 10}乡镇人民政府`, ...Array.from({ length: 8 }, (_, column) => String(100 * row + column))])]
  const table = layoutTable({ kind: 'table', id: 't', headerRows: 1, rows }, same, { portrait: 8845, landscape: 8845 }, 'grid')
  const [first = 0, ...figures] = table?.columnWidths ?? []
  expect(first).toBeGreaterThan(2 * Math.max(...figures))
  expect(Math.min(...figures)).toBeGreaterThanOrEqual(760)
  expect(table?.rows[5]?.map((cell) => cell.align)).toEqual(['both', ...figures.map(() => 'center')])
})

it('PRINT-14: short rows get empty cells; a table without a cell is not printed', () => {
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 5, rows: [['a', 'b', 'c'], ['d']] }, same, room, 'grid')).toMatchObject({ headerRows: 2, rows: [[{ text: 'a' }, { text: 'b' }, { text: 'c' }], [{ text: 'd' }, { text: '' }, { text: '' }]] })
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 0, rows: [] }, same, room, 'grid')).toBeNull()
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 0, rows: [[], []] }, same, room, 'grid')).toBeNull()
})

it('PRINT-14: widths are positive and sum up, whatever is wanted', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 760, max: 200000 }), { minLength: 1, maxLength: 30 }), (natural) => {
    for (const widths of [shareWidth(natural, 8845), shareWidth(natural, 8845, natural.map((width) => Math.max(760, width / 3)))]) {
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845)
      expect(Math.min(...widths)).toBeGreaterThan(0)
    }
  }))
})

it('TABLE-2: a merged cell does not widen one column alone, and what it covers is empty', () => {
  const rows = [['很长的一行标题横跨两列'.repeat(2), '', '丙'], ['1', '2', '3']]
  const table = layoutTable({ kind: 'table', id: 't', headerRows: 1, rows, merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] }, same, room, 'grid')
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

it('PRINT-27: a table of six columns and more that the portrait page cannot hold legibly stands on landscape pages', () => {
  expect(layoutTable(wideTable(3), same, room, 'grid')).toMatchObject({ isLandscape: true })
  expect(layoutTable(wideTable(3), same, room, 'grid')?.columnWidths.reduce((sum, width) => sum + width, 0)).toBe(room.landscape)
  expect(layoutTable(wideTable(3, 6), same, room, 'grid')).not.toHaveProperty('isLandscape')
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 1, rows: [['地址', '说明', '数'], ['https://'.repeat(20), '很长的说明'.repeat(30), '1']] }, same, room, 'grid')).not.toHaveProperty('isLandscape')
  // Eight short columns are read in portrait.
  expect(layoutTable({ kind: 'table', id: 't', headerRows: 1, rows: [['序号', '乡镇', '户', '人', '计划', '完成', '比例', '备注'], ['1', '青石镇', '12', '40', '3', '3', '100%', '']] }, same, room, 'grid')).not.toHaveProperty('isLandscape')
})

it('PRINT-27: the lines that name a wide table stand on its landscape pages, what is above and below on portrait ones', () => {
  const body = (id: string, text: string): Block => ({ kind: 'text', id, level: 0, runs: [{ text }] })
  const document = layoutReport(report({ title: ['总结'], blocks: [body('a', '这一段很长，说的是别的事情，不是下面那张表的名字，所以它留在竖排的那一页上，后面才是表。'), body('b', '表1　各村完成情况'), wideTable(40), body('c', '下面接着说。')] }))
  const turned = document.blocks.filter((block) => block.isLandscape === true).map((block) => block.blockId)
  expect(turned).toEqual(['b', 'wide', undefined])
  expect(document.blocks.find((block) => block.blockId === 'a')).not.toHaveProperty('keepNext')
  const lines = paginate(document).lines
  const pagesOf = (id: string): readonly number[] => [...new Set(lines.filter((line) => line.blockId === id).map((line) => line.page))]
  expect(pagesOf('a')).toEqual([1])
  expect(pagesOf('b')).toEqual([2])
  expect(pagesOf('wide')).toEqual([2, 3, 4])
  expect(pagesOf('c')).toEqual([5])
  // A sentence that leads to the table is no name of it.
  const led = layoutReport(report({ title: ['总结'], blocks: [body('a', '各村完成情况如下：'), wideTable(3)] }))
  expect(led.blocks.filter((block) => block.isLandscape === true).map((block) => block.blockId)).toEqual(['wide', undefined])
  for (const line of lines.filter(({ blockId }) => blockId === 'wide')) expect(line.top + line.height).toBeLessThanOrEqual(8846)
  expect(layoutReport(report({ blocks: [wideTable(3)] }), { wideTables: 'portrait' }).blocks[0]).not.toHaveProperty('isLandscape')
})

it('PRINT-27: a short cell on two lines is centred, prose is justified', () => {
  const given = wideTable(1)
  const rows = [given.rows[0] ?? [], ['1', '青石镇东村', ...(given.rows[1] ?? []).slice(2, -1), '这一项因为下雨推迟到了明年春天']]
  const cells = layoutTable({ ...given, rows }, same, room, 'grid')?.rows[1]
  expect(cells?.[1]?.align).toBe('center')
  expect(cells?.[cells.length - 1]?.align).toBe('both')
})
