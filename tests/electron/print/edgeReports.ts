/** Reports that put every rule of the page model to the test: line ends, words, tables, page breaks, what stands below the body. */
import type { Block, Report, TableBlock } from '../../../shared/report/report'
import { report, text } from '../export/sampleReport'

const body = '全县各级各部门围绕中心工作，坚持问题导向、目标导向，逐项研究、逐项推进，各项任务按计划完成。'
const filler = (count: number): Block[] => Array.from({ length: count }, (_, index) => text(0, body.repeat(1 + (index % 3))))

function table(id: string, rows: number, headerRows: number, cell: (row: number, column: number) => string, columns = 4): TableBlock {
  return { kind: 'table', id, headerRows, rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column))) }
}

export const edgeReports: readonly (readonly [string, Report])[] = [
  ['line ends', report({ title: ['行首行末规则'], blocks: Array.from({ length: 24 }, (_, shift) => text(0, `${'甲'.repeat(shift)}围绕“收得齐、管得住、用得好”（以下简称“三项要求”），落实《关于进一步加强档案安全工作的意见》〔2025〕，做到——件件有着落……事事有回音；坚持“一把手”负总责：逐级负责！`)) })],
  ['numbers and words', report({ title: ['数字和字母'], blocks: Array.from({ length: 24 }, (_, shift) => text(0, `${'乙'.repeat(shift)}全年完成投资1234.56万元，同比增长12.5%，建成5G基站386个，覆盖率99.98%，PM2.5平均浓度32微克/立方米，印发GB/T 9704-2012和Word文档。`)) })],
  ['headings and leads', report({ title: ['标题和段首句'], blocks: Array.from({ length: 30 }, (_, index) => text(((index % 4) + 1) as 1 | 2 | 3 | 4, index % 2 === 0 ? '强化责任落实' : `强化责任落实。${body.repeat(index % 3)}`)) })],
  ['tables', report({ title: ['表格'], blocks: [...filler(5), table('t1', 6, 1, (row, column) => `第${row}行${column}列`), ...filler(4), table('t2', 50, 2, (row, column) => (column === 1 ? '内容较长的单元格要分成几行来写才放得下'.repeat(1 + (row % 3)) : String(row * 10 + column))), ...filler(6)] })],
  ['page breaks and parts', report({ title: ['分页'], blocks: [text(1, '第一章'), ...filler(2), { kind: 'pageBreak', id: 'p1' }, text(1, '第二章'), ...filler(7), { kind: 'pageBreak', id: 'p2' }, text(0, '附件1', 'heading'), text(0, '全县重点任务清单', 'heading'), ...filler(3)], attachments: ['全县重点任务清单', '一个名字很长要排成两行才放得下的附件说明名称用来检验悬挂缩进'], signature: ['清源县档案局'], date: '2026年1月8日', note: '联系人：某某' })],
  ['bold and italic', report({ title: ['粗体'], blocks: Array.from({ length: 12 }, (_, shift): Block => ({ kind: 'text', id: `m${shift}`, level: 0, runs: [{ text: '丙'.repeat(shift) }, { text: '全年完成' }, { text: 'Annual Report 2025', bold: true }, { text: '年的编写，', italic: true }, { text: `${body}报送Summary和KPI共18项。` }] })) })],
  ['empty lines and one character', report({ title: ['空行'], blocks: [text(0, ''), text(0, '一'), text(0, body.repeat(3)), text(0, ''), text(0, '丁'.repeat(26)), text(0, '丁'.repeat(27)), text(0, '丁'.repeat(54)), text(0, '丁'.repeat(55)), ...filler(9)], signature: ['甲单位', '乙单位名称较长的单位'], date: '2026年1月8日' })],
]
