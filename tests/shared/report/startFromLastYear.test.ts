import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../../shared/report/blockText'
import type { Report } from '../../../shared/report/report'
import { staleMarks } from '../../../shared/report/staleMarks'
import { moveYears, startFromLastYear } from '../../../shared/report/startFromLastYear'

/** The text with everything stale in brackets. */
function marked(text: string, year = 2025): string {
  let at = 0
  const pieces = staleMarks(text, year).map(({ from, to }) => {
    const piece = `${text.slice(at, from)}[${text.slice(from, to)}]`
    at = to
    return piece
  })
  return pieces.join('') + text.slice(at)
}

describe('last year’s report as the beginning of this year’s', () => {
  it('LIB-6: the format of issue and its units stay, numbers and dates of the document do not', () => {
    const last = { title: [], blocks: [], year: 2025, issuing: { profile: 'redHead', mark: ['清源县水务局'], documentNumber: '清水〔2025〕12号', printDate: '2025年12月30日', copies: ['县委办公室'], urgency: '特急' } } as unknown as Report
    expect(startFromLastYear(last, 2026).issuing).toEqual({ profile: 'redHead', mark: ['清源县水务局'], copies: ['县委办公室'] })
  })
  it.each([
    ['全年检查企业120家，整改356处。', '全年检查企业[120]家，整改[356]处。'],
    ['增长8.5%，提高2.3个百分点', '增长[8.5%]，提高[2.3个百分点]'],
    ['完成投资1,250.6万元', '完成投资[1,250.6万元]'],
    ['2025年3月12日召开会议', '[2025年3月12日]召开会议'],
    ['3月，4月15日前完成', '[3月]，[4月15日]前完成'],
    ['2026年，我们将继续', '[2026年]，我们将继续'],
    ['开展宣讲三十二场次、培训一百二十余人次', '开展宣讲[三十二场次]、培训[一百二十余人次]'],
    ['占百分之九十五', '占[百分之九十五]'],
  ])('LIB-6: %s: figures and dates are marked', (text, expected) => {
    expect(marked(text)).toBe(expected)
  })

  it.each([
    '深入学习贯彻党的二十大精神', '“十四五”规划', '第三次会议', '第12届', '二十届三中全会', 'GB/T 9704-2012', '5G网络', 'A4纸', '12345热线', '“1+3+N”模式', '24小时值守', '一是加强领导，二是压实责任',
    '坚持一个中心、两个基本点', '自1978年以来', '2012年12月4日首次', '〔2025〕12号', '增强“四个意识”、坚定“四个自信”、做到“两个维护”', '三会一课', '“3·15”活动', '中央八项规定',
  ])('LIB-6: %s: names and numbers of things are not marked', (text) => {
    expect(marked(text)).toBe(text)
  })

  it.each([
    ['关于2025年度工作情况的报告', '关于2026年度工作情况的报告'], ['2025年工作总结和2026年工作打算', '2026年工作总结和2027年工作打算'], ['二〇二五年工作总结', '二〇二六年工作总结'], ['2021—2025年规划', '2021—2026年规划'], ['党的二十大', '党的二十大'],
  ])('LIB-6: the title %s becomes %s', (line, expected) => {
    expect(moveYears(line, 1, 2025)).toBe(expected)
  })

  const last: Report = {
    id: 'r-01jgz0000000000000000000ab', kind: 'safety', year: 2024, unit: '青河县应急管理局', state: 'filed', title: ['2024年总结'], addressee: '县政府', attachments: ['统计表'], signature: ['青河县应急管理局'],
    date: '2025年1月5日', note: '', numbering: 'restart', setAside: [{ line: 1, text: '页眉' }], origin: { kind: 'blank' }, filing: { filedAt: '', contentSha256: '', word: { name: '', sha256: '', bytes: 0 } },
    blocks: [{ kind: 'text', id: 'b1', level: 0, runs: [{ text: '检查1' }, { text: '20家', bold: true }] }, { kind: 'pageBreak', id: 'b2' }, { kind: 'text', id: 'b3', level: 1, runs: [{ text: '下步打算' }] }],
  }

  it('LIB-6: manner is kept, a figure across two runs is marked in both, unchanged blocks are the same objects', () => {
    const begun = startFromLastYear(last, 2026)
    expect(begun).toMatchObject({ year: 2026, title: ['2026年总结'], addressee: '县政府', date: '', setAside: [], signature: ['青河县应急管理局'] })
    expect(begun.filing).toBeUndefined()
    expect(begun.blocks[0]).toMatchObject({ runs: [{ text: '检查' }, { text: '1', stale: true }, { text: '20', bold: true, stale: true }, { text: '家', bold: true }] })
    expect(begun.blocks[1]).toBe(last.blocks[1])
    expect(begun.blocks[2]).toBe(last.blocks[2])
  })

  it('REFERENCE-6: a report begun from it has no signs of what was taken over into it', () => {
    const report: Report = { ...last, blocks: [{ kind: 'text', id: 'b', level: 1, runs: [{ text: '工作' }], taken: 'r-0123456789abcdefghjkmnpqrs' }] }
    expect(startFromLastYear(report, 2026).blocks).toEqual([{ kind: 'text', id: 'b', level: 1, runs: [{ text: '工作' }] }])
  })

  it('LIB-6: marking changes no character, whatever the text', () => {
    const piece = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('2025年', '3月', '120', '8.5%', '三十二人', '第', '二十大', '，', '〔', '百分之十', 'GB/T '))
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')), { maxLength: 4 }), (texts) => {
      const report: Report = { ...last, blocks: [{ kind: 'text', id: 'b', level: 0, runs: texts.map((text) => ({ text })) }] }
      const begun = startFromLastYear(report, 2026)
      expect(begun.blocks.map(blockText)).toEqual(report.blocks.map(blockText))
    }), { numRuns: 1000, seed: 20260105 })
  })
})
