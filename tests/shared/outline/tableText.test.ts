import { expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { formatReport } from '../../../shared/outline/formatReport'
import { outlineRows } from '../../../shared/outline/outlineRows'
import { parseReport } from '../../../shared/outline/parseReport'
import { reportCharacters } from '../../../shared/outline/reportCharacters'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { blockText } from '../../../shared/report/blockText'
import type { Block } from '../../../shared/report/report'

const table: Block = { kind: 'table', id: 't', headerRows: 2, rows: [['单位', '上半年', ''], ['', '计划', '完成'], ['水务局', '12', '两行\n文字']], merges: [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }] }
const content: ReportContent = {
  title: ['2025年度工作总结'], addressee: '', blocks: [{ kind: 'text', id: 'h', level: 1, runs: [{ text: '主要指标' }] }, table, { kind: 'text', id: 'e', level: 0, runs: [{ text: '以上是全年情况。' }] }],
  attachments: [], signature: [], date: '', note: '', numbering: 'restart', setAside: [],
}

it('TABLE-7: a merged table goes through the text format without losing a character', () => {
  const read = parseReport(formatReport(content), { newId: countingIds() }).content
  const texts = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n').replace(/\s+/g, '')
  expect(read.blocks.map((block) => block.kind)).toEqual(['text', 'table', 'text'])
  expect(texts(read.blocks)).toBe(texts(content.blocks))
})

it('TABLE-7: each cell is counted once, merged or not, in the report and in its section', () => {
  const bare = { ...content, blocks: content.blocks.filter((block) => block.kind !== 'table') }
  const cells = reportCharacters(content) - reportCharacters(bare)
  const apart = { ...table, merges: [] }
  expect(cells).toBe(17)
  expect(reportCharacters({ ...content, blocks: content.blocks.map((block) => (block.kind === 'table' ? apart : block)) }) - reportCharacters(bare)).toBe(cells)
  const [section] = outlineRows(content)
  const [without] = outlineRows(bare)
  expect(Number(section?.characters) - Number(without?.characters)).toBe(cells)
})
