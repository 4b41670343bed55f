import { describe, expect, it } from 'vitest'
import { characterCount } from '../../../shared/base/characterCount'
import { reportCharacters } from '../../../shared/outline/reportCharacters'
import { textWidth } from '../../../shared/base/textWidth'

describe('textWidth', () => {
  const cases: readonly [string, string, number][] = [
    ['a date with a two-digit month', '2022年12月30日', 7],
    ['a date with a one-digit month', '2023年1月5日', 6],
    ['Chinese words and marks', '总结，完。', 5],
    ['a rare character beyond the first plane', '𬱖', 1],
    ['a multiplication sign', '×', 1],
    ['marks without width', '总\u200b结\ufeff', 2],
    ['nothing', '', 0],
  ]
  it.each(cases)('REPORT-5: %s', (_name, text, width) => {
    expect(textWidth(text)).toBe(width)
  })
})

describe('characterCount', () => {
  const cases: readonly [string, string, number][] = [
    ['Chinese characters and marks are one each', '一、主要工作。', 7],
    ['a number is one', '全年1320件', 4],
    ['a Latin word is one', 'GB/T 9704', 2],
    ['blanks are none', ' 　\t\n', 0],
    ['a rare character is one', '𬱖同志', 3],
  ]
  it.each(cases)('REPORT-3: %s', (_name, text, count) => {
    expect(characterCount(text)).toBe(count)
  })
})

describe('reportCharacters', () => {
  it('REPORT-3: everything that the clerk wrote counts once, numbers drawn by the program do not', () => {
    expect(reportCharacters({
      title: ['某局', '总结'], addressee: '县委', attachments: ['统计表'], signature: ['某局'], date: '2026年1月5日', note: '',
      blocks: [{ kind: 'text', id: 'a', level: 1, runs: [{ text: '主要' }, { text: '工作', bold: true }] }, { kind: 'table', id: 'b', headerRows: 0, rows: [['甲', '12']] }],
    })).toBe(4 + 2 + 3 + 2 + 6 + 4 + 2)
  })
})
