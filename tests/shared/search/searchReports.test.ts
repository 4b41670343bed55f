import { describe, expect, it } from 'vitest'
import { foldText } from '../../../shared/search/foldText'
import { searchReports, type SearchableReport } from '../../../shared/search/searchReports'
import { effort } from '../../support/effort'

function report(reportId: string, year: number, ...texts: readonly string[]): SearchableReport {
  return { reportId, year, title: `${year}年报告`, places: texts.map((text, index) => ({ place: 'block', blockId: `b${index + 1}`, heading: '主要工作', text, folded: foldText(text) })) }
}

/** Hits as text: the excerpt with the found words in brackets. */
function found(reports: readonly SearchableReport[], query: string, limit = 100): readonly string[] {
  return searchReports(reports, query, limit).hits.map(({ reportId, blockId = '', excerpt, from, to }) => `${reportId} ${blockId} ${excerpt.slice(0, from)}[${excerpt.slice(from, to)}]${excerpt.slice(to)}`)
}

describe('searching', () => {
  it('LIB-13: a hit shows the sentence around the words and where they stand in it', () => {
    const reports = [report('a', 2025, '全年检查企业120家。整改隐患356处，整改率100%。下一步继续。')]
    expect(found(reports, '整改率')).toEqual(['a b1 整改隐患356处，[整改率]100%。'])
    expect(searchReports(reports, '整改率', 1).hits[0]).toMatchObject({ reportId: 'a', year: 2025, title: '2025年报告', place: 'block', blockId: 'b1', heading: '主要工作' })
  })

  it('LIB-11: newest year first, then in printed order, one hit for each sentence', () => {
    const reports = [report('old', 2023, '安全第一。'), report('new', 2025, '安全检查，安全培训。', '抓安全；保安全！')]
    expect(found(reports, '安全')).toEqual(['new b1 [安全]检查，安全培训。', 'new b2 抓[安全]；', 'new b2 保[安全]！', 'old b1 [安全]第一。'])
  })

  it.each([
    ['GB/T', '按ＧＢ／Ｔ执行', '[ＧＢ／Ｔ]'], ['ｇｂ', '按GB执行', '[GB]'], ['１２０', '检查120家', '[120]'], ['党 建', '党的组织建设', '[党]'], ['a　b', 'B与A', '[A]'],
  ])('LIB-12: %s is found in %s', (query, text, hit) => {
    expect(found([report('a', 2025, text)], query)[0]).toContain(hit)
  })

  it('LIB-12: words parted by blanks must all stand in the same paragraph', () => {
    expect(found([report('a', 2025, '检查企业', '整改隐患')], '检查 整改')).toEqual([])
    expect(found([report('a', 2025, '检查企业，整改隐患')], '整改　检查')).toHaveLength(1)
  })

  it.each(['', '  ', '　'])('LIB-11: a blank query %j has no hits', (query) => {
    expect(searchReports([report('a', 2025, '一 二')], query, 10)).toEqual({ hits: [], total: 0 })
  })

  it('LIB-11: at most `limit` hits are returned and all are counted', () => {
    expect(searchReports([report('a', 2025, '安全。'.repeat(50))], '安全', 7)).toMatchObject({ total: 50, hits: { length: 7 } })
  })

  it('LIB-13: a long sentence is shortened around the words, never inside a character', () => {
    const text = `${'𬱖'.repeat(200)}整改${'𬱖'.repeat(200)}`
    const [hit] = searchReports([report('a', 2025, text)], '整改', 1).hits
    expect(hit?.excerpt.slice(hit.from, hit.to)).toBe('整改')
    expect(hit?.excerpt.length).toBeLessThanOrEqual(101)
    expect(Buffer.from(hit?.excerpt ?? '').toString()).not.toContain('\ufffd')
  })

  it('LIB-12: folding keeps the length and gives back a text without such forms itself', () => {
    const plain = '普通的text一段'
    expect(foldText(plain)).toBe(plain)
    const odd = 'ＡＢＣ　ＧＢ／Ｔ ÀÉİẞ Ω ｡ 𝔸'
    expect(foldText(odd)).toHaveLength(odd.length)
    expect(foldText('ＡＢＣ　Ｇ')).toBe('abc g')
  })

  it('LIB-14: 1,000 reports of 6,000 characters are searched with little work', async () => {
    const paragraph = '持续推进安全生产专项整治三年行动，全年共开展检查一百二十余次，整改隐患三百五十六处，未发生较大以上事故。'
    const reports = Array.from({ length: 1000 }, (_, index) => report(`r${index}`, 2000 + (index % 26), ...Array.from({ length: 110 }, (_unused, line) => `${paragraph}${index}-${line}`)))
    let total = 0
    const cost = await effort(() => { total = searchReports(reports, '专项整治 999-109', 100).total })
    console.log(`search: 1,000 reports, 6 million characters, ${cost.toFixed(1)} units of work`)
    expect(total).toBe(1)
    expect(cost).toBeLessThan(30)
  })
})
