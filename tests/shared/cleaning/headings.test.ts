import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCleaning } from '../../../shared/cleaning/applyCleaning'
import { usualCleaning } from '../../../shared/cleaning/cleaningRules'
import { proposeCleaning } from '../../../shared/cleaning/proposeCleaning'
import { raiseHeadings } from '../../../shared/cleaning/raiseHeadings'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { blockText } from '../../../shared/report/blockText'
import { paragraphs } from '../../support/cleaned'

function cleaned(content: ReportContent): readonly (readonly [level: number, text: string])[] {
  const sure = proposeCleaning(content, usualCleaning).filter((each) => each.kind !== 'remark' && !each.isDoubtful)
  return raiseHeadings(content, applyCleaning(content, sure)).blocks.flatMap((block) => (block.kind === 'text' ? [[block.level, blockText(block)] as const] : []))
}
const body = '坚持把学习放在首位，全年组织集中学习十二次，党员干部的能力明显提升。'

describe('headings that stood behind signs', () => {
  it('CLEAN-22: what stands between marks of Markdown becomes the heading of its number', () => {
    const first = paragraphs('主要做法', body, '**二、存在问题**', body, '### （一）学习不够深入', body, '**三、下一步打算**', body)
    const content: ReportContent = { ...first, blocks: first.blocks.map((block) => (block.id === 'b0' && block.kind === 'text' ? { ...block, level: 1 } : block)) }
    expect(cleaned(content)).toEqual([[1, '主要做法'], [0, body], [1, '存在问题'], [0, body], [2, '学习不够深入'], [0, body], [1, '下一步打算'], [0, body]])
  })

  it('CLEAN-22: so does a number of radicals, of a stroke, and one behind an emoji; a run-in heading keeps its text', () => {
    expect(cleaned(paragraphs('⼀、主要做法', body, '📌二、存在问题', body, '—、不会再有', body))).toMatchObject([[1, '主要做法'], [0, body], [1, '存在问题'], [0, body], [1, '不会再有'], [0, body]])
    expect(cleaned(paragraphs('**一、加强学习。**坚持把学习放在首位，全年组织集中学习十二次。', '**二、改进作风。**深入基层调研，解决问题三十件。'))).toEqual([[1, '加强学习。坚持把学习放在首位，全年组织集中学习十二次。'], [1, '改进作风。深入基层调研，解决问题三十件。']])
  })

  it('CLEAN-22: a title behind signs, or behind what a writing program says, becomes the title of a report without one', () => {
    for (const first of [['**清源县档案局2025年度工作总结**'], ['希望以上内容对您有所帮助！', '清源县档案局2025年度工作总结'], ['# 清源县档案局2025年度', '# 工作总结']]) {
      const content = paragraphs(...first, body, '一、主要做法', body)
      const after = raiseHeadings(content, applyCleaning(content, proposeCleaning(content, usualCleaning)))
      expect([after.title.join(''), after.blocks.length]).toEqual(['清源县档案局2025年度工作总结', 3])
    }
    const titled: ReportContent = { ...paragraphs('**清源县档案局2025年度工作总结**', body), title: ['年度总结'] }
    expect(raiseHeadings(titled, applyCleaning(titled, proposeCleaning(titled, usualCleaning))).title).toEqual(['年度总结'])
    const clean = paragraphs('清源县档案局2025年度工作总结', '做好三项工作,成效明显。')
    expect(raiseHeadings(clean, applyCleaning(clean, proposeCleaning(clean, usualCleaning))).title).toEqual([])
  })

  it('CLEAN-22: what is no number stays text, and so does a number that the cleaning did not uncover', () => {
    expect(cleaned(paragraphs('**一是加强学习。**' + body, '一、主要做法,都有进展', body, '**1.5万元**'))).toEqual([[0, '一是加强学习。' + body], [0, '一、主要做法，都有进展'], [0, body], [0, '1.5万元']])
  })

  it('CLEAN-22: the manner of the text stays, and clean content is the same object', () => {
    const content: ReportContent = { ...paragraphs(), blocks: [{ kind: 'text', id: 'b0', level: 0, runs: [{ text: '**一、主要' }, { text: '做法**', bold: true }] }, ...paragraphs(body).blocks.map((block) => ({ ...block, id: 'b1' }))] }
    const sure = proposeCleaning(content, usualCleaning)
    expect(raiseHeadings(content, applyCleaning(content, sure)).blocks[0]).toMatchObject({ level: 1 })
    expect(raiseHeadings(content, content)).toBe(content)
  })

  it('CLEAN-22: nothing more is proposed afterwards', () => {
    const piece = fc.constantFrom('**', '## ', '一、', '（二）', '3.', '（4）', '主要做法', '存在问题。', body, '⼀、', '😀', '—、', ' ', '- ', ',')
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('')), { maxLength: 6 }), (texts) => {
      const content = paragraphs(...texts)
      const all = proposeCleaning(content, usualCleaning)
      const after = raiseHeadings(content, applyCleaning(content, all))
      expect(proposeCleaning(after, usualCleaning).filter((each) => each.kind !== 'remark')).toEqual([])
    }), { numRuns: 600 })
  })
})
