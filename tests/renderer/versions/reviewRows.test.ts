import { describe, expect, it } from 'vitest'
import { reviewRows } from '../../../renderer/versions/reviewRows'
import { reviewChanges } from '../../../shared/compare/review'
import { emptyContent, type ReportContent } from '../../../shared/outline/reportContent'
import type { TextBlock } from '../../../shared/report/report'

const paragraph = (id: string, text: string, level: TextBlock['level'] = 0): TextBlock => ({ kind: 'text', id, level, runs: text === '' ? [] : [{ text }] })
const report = (...blocks: TextBlock[]): ReportContent => ({ ...emptyContent, title: ['工作总结'], blocks })
const comment = (quote: string, text = '请核实') => ({ author: '王局长', at: '', text, paragraph: 0, quote })

const own = report(paragraph('a', '全年检查企业120家。整改隐患356处。'), paragraph('b', '人手不足的问题比较突出。'), paragraph('c', '继续抓好落实。', 1))

describe('the list of changes of an edited copy', () => {
  it('READBACK-9: each change is shown with what goes, what comes and the words around it', () => {
    const edited = report(paragraph('a', '全年检查企业135家。整改隐患356处。'), paragraph('n', '新加的一段。'), paragraph('b', '人手不足的问题比较突出。'), paragraph('c', '继续抓好落实。', 2))
    const { rows } = reviewRows(reviewChanges(own, edited), [])
    expect(rows.map(({ kind, pieces }) => [kind, pieces.map(({ kind: each, text }) => `${each[0]}:${text}`).join('|')])).toEqual([
      ['修改', 's:全年检查企业|r:120|a:135|s:家。'], ['增加一段', 'a:新加的一段。'], ['改层次', 's:一级 → 二级：继续抓好落实。'],
    ])
  })
  it('READBACK-9: a comment stands at the change whose sentence it quotes, in the old or the new words, or in its paragraph; others apart', () => {
    const edited = report(paragraph('a', '全年检查企业135家。整改隐患356处。'), paragraph('b', '人手不足的问题比较突出。'))
    const comments = [comment('企业135家'), comment('企业120家'), comment('隐患356处'), comment('人手不足'), comment('')]
    const { rows, others } = reviewRows(reviewChanges(own, edited), comments)
    expect(rows.map(({ comments: those }) => those.map(({ quote }) => quote))).toEqual([['企业135家', '企业120家', '隐患356处'], []])
    expect(others.map(({ quote }) => quote)).toEqual(['人手不足', ''])
  })
  it('READBACK-9: an empty or a very long paragraph has words in the list', () => {
    const edited = report(paragraph('a', '长'.repeat(1000)))
    const { rows } = reviewRows(reviewChanges(report(paragraph('e', ''), paragraph('a', '短。')), edited), [])
    expect(rows.every(({ pieces }) => pieces.length > 0 && pieces.every(({ text }) => text.length > 0 && text.length <= 170))).toBe(true)
  })
})
