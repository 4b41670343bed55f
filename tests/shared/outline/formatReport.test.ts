import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { formatReport } from '../../../shared/outline/formatReport'
import { parseReport } from '../../../shared/outline/parseReport'
import { readMark, writeMarked } from '../../../shared/outline/invisibleMarks'
import { emptyContent, type ReportContent } from '../../../shared/outline/reportContent'

const body = '今年以来，各项工作有序推进，取得了明显成效。'
const plain: ReportContent = {
  ...emptyContent, title: ['2025年度工作总结'], addressee: '县委', attachments: ['统计表', '名单'], signature: ['县档案局'], date: '2026年1月5日', note: '联系人：张某',
  blocks: [
    { kind: 'text', id: 'a', level: 0, runs: [{ text: body }] }, { kind: 'text', id: 'b', level: 1, runs: [{ text: '工作' }, { text: '成效', bold: true }] }, { kind: 'text', id: 'c', level: 2, runs: [{ text: `加强领导。${body}` }] },
    { kind: 'text', id: 'd', level: 2, runs: [{ text: `改进作风。${body}` }] }, { kind: 'table', id: 'e', rows: [['年度', '件'], ['2025', '86']], headerRows: 1 },
  ],
}
const written = ['2025年度工作总结', '县委：', body, '一、工作成效', `（一）加强领导。${body}`, `（二）改进作风。${body}`, '年度\t件', '2025\t86', '附件：1.统计表', '2.名单', '县档案局', '2026年1月5日', '（联系人：张某）']

describe('from report to text', () => {
  it('FORMAT-1: a usual report is written as a clerk would type it', () => {
    expect(formatReport(plain)).toBe(written.join('\n'))
  })

  it('FORMAT-2: set-aside lines, empty paragraphs and line ends inside paragraphs', () => {
    const content: ReportContent = { ...emptyContent, setAside: [{ line: 1, text: '广告' }], blocks: [{ kind: 'text', id: 'a', level: 0, runs: [] }, { kind: 'text', id: 'b', level: 0, runs: [{ text: `第一行\n${body} ` }] }] }
    expect(formatReport(content)).toBe(`第一行 ${body}`)
    expect(formatReport(emptyContent)).toBe('')
  })

  it('FORMAT-3: text that begins like a number is marked invisibly and read back as text', () => {
    const content: ReportContent = { ...emptyContent, blocks: [{ kind: 'text', id: 'a', level: 0, runs: [{ text: '一、总体要求' }] }, { kind: 'text', id: 'b', level: 1, runs: [{ text: '1.5万名群众受益' }] }] }
    const marked = formatReport(content)
    expect(marked.replace(/[\u200b-\u200d]/g, '')).toBe('\n一、总体要求\n一、1.5万名群众受益')
    expect(marked).not.toBe('一、总体要求\n一、1.5万名群众受益')
    expect(parseReport(marked, { newId: countingIds() }).content.blocks).toEqual([{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '一、总体要求' }] }, { kind: 'text', id: 'b2', level: 1, runs: [{ text: '1.5万名群众受益' }] }])
  })

  it('FORMAT-3: broken marks are text like any other', () => {
    expect(readMark('\u200d\u200c')).toBeNull()
    expect(readMark('\u200d\u200c\u200b\u200b\u200b\u200b没有第二个标记')).toBeNull()
    expect(readMark('\u200d\u200c\u200d\u200d\u200d\u200d太大的代码')).toBeNull()
    expect(readMark(writeMarked({ kind: 'note' }, '附注'))).toEqual({ role: { kind: 'note' }, text: '附注' })
  })
})
