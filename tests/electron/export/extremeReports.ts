/** Reports at the edges: nothing, too much, and characters that few programs like. */
import type { Block, Report } from '../../../shared/report/report'
import { report, text, wideTable } from './sampleReport'

export function tableReport(rows: number): Report {
  const table: Block = { kind: 'table', id: 't', headerRows: 1, rows: Array.from({ length: rows }, (_, row) => [String(row), `第${row}个单位`, '正常', '无']) }
  return report({ title: ['明细表'], blocks: [table] })
}

/** Heads over two columns and two rows, a block of two by two, a whole row. */
export const mergedTable: Block = {
  kind: 'table', id: 'tm', headerRows: 2,
  rows: [['单位', '上半年', '', '合计'], ['', '计划', '完成', ''], ['水务局', '12', '15', '27'], ['合并的一块', '', '3', '4'], ['', '', '5', '6'], ['全年供水总体平稳', '', '', '']],
  merges: [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }, { row: 0, column: 3, rows: 2, columns: 1 }, { row: 3, column: 0, rows: 2, columns: 2 }, { row: 5, column: 0, rows: 1, columns: 4 }],
}

export const extremeReports: readonly (readonly [string, Report])[] = [
  ['empty', report({ title: [] })],
  ['title of 200 characters', report({ title: ['关于进一步加强新时代全县农村供水工程建设管理工作的意见'.repeat(8).slice(0, 200)] })],
  ['rare characters, emoji, marks of direction', report({ title: ['𬱖䶮镇工作总结'], blocks: [text(1, '𬱖䶮村😀👨‍👩‍👧‍👦的\u202e情况\u200f'), text(0, 'e\u0301 a\u0300 ｱ ① ㊣ ㍿ \u{20bb7}')], signature: ['𬱖䶮镇'], date: '2025年1月5日' })],
  ['lone surrogates, control characters, markup', report({ title: ['a\ud800b<w:p>&amp;"\''], blocks: [text(0, '\u0000\u0001\u0008\u000b\u001f\ufffe\uffff\udc00]]>'), text(2, '<b>加强</b>。&nbsp;')], note: '&<>"' })],
  ['blanks, tabs and line ends', report({ title: ['  a  b '], blocks: [text(0, ' 甲\t乙\r\n丙\n\n丁\u2028戊 '), text(0, ''), text(1, '')], attachments: ['', 'a\tb'] })],
  ['only what stands below the body', report({ title: [], attachments: ['表一', '表二'], signature: ['甲', '乙', '丙'], date: '2025年1月5日', note: '注' })],
  ['odd tables', report({ blocks: [
    { kind: 'table', id: 't1', headerRows: 9, rows: [['a'], ['b', 'c', 'd']] }, { kind: 'table', id: 't2', headerRows: 0, rows: [[]] },
    { kind: 'table', id: 't3', headerRows: 0, rows: [Array.from({ length: 40 }, (_, column) => String(column))] }, { kind: 'pageBreak', id: 'p' }, { kind: 'table', id: 't4', headerRows: 1, rows: [['多\n行']] },
  ] })],
  ['merged cells', report({ blocks: [mergedTable] })],
  ['wide tables', report({ title: ['统计'], blocks: [text(0, '表1'), wideTable(20), { ...wideTable(3), id: 'w2' }, { kind: 'pageBreak', id: 'p' }, text(0, '完。'), { ...wideTable(17), id: 'w3' }], signature: ['临江县水务局'], date: '2025年1月5日' })],
  ['200 attachments', report({ title: ['总结'], blocks: [text(0, '正文。')], attachments: Array.from({ length: 200 }, (_, index) => `第${index + 1}张统计表`), signature: ['甲'], date: '2025年1月5日' })],
  ['long Latin words', report({ title: ['W'.repeat(90)], blocks: [text(0, `网址${'x'.repeat(300)}`), text(1, 'https://example.invalid/'.repeat(20)), { kind: 'table', id: 'tl', headerRows: 1, rows: [['名称', '地址'], ['一', 'y'.repeat(200)]] }] })],
  ['all schemes deep', report({ numbering: 'chapter', blocks: ([1, 2, 3, 4, 5, 5, 4, 3, 2, 1] as const).map((level) => text(level, '要求')) })],
  ['all manners', report({ blocks: [{ kind: 'text', id: 'm', level: 2, runs: [{ text: '加粗。', bold: true, underline: true }, { text: '倾斜', italic: true }, { text: '下划线', underline: true, stale: true }] }] })],
  ['table of 500 rows', tableReport(500)],
]
