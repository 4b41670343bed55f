import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../electron/templates/fillTemplate'
import { findTemplate, reportTemplates, templateHeadings } from '../../../electron/templates/reportTemplates'
import { countingIds } from '../../../shared/base/ids'
import { reportKinds } from '../../../shared/report/kinds'
import { blockText } from '../../../shared/report/blockText'

describe('report templates', () => {
  it('HOUSE-10: every kind of yearly report has one', () => {
    expect(reportTemplates.map((template) => template.kind).sort()).toEqual(reportKinds.map((kind) => kind.id).filter((id) => id !== 'other').sort())
    expect(new Set(reportTemplates.map((template) => template.id)).size).toBe(reportTemplates.length)
  })

  it.each(reportTemplates)('HOUSE-10: $name is a skeleton of two levels with guiding text in （写…）', (template) => {
    const texts = template.blocks.map((block) => block.text)
    expect(templateHeadings(template).length).toBeGreaterThanOrEqual(3)
    expect(template.blocks.filter((block) => block.level === 2).length).toBeGreaterThanOrEqual(6)
    expect(texts.filter((text) => /（(逐项)?写[^（）]+）/.test(text)).length).toBeGreaterThanOrEqual(8)
    expect(texts.filter((text) => /^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|^\d+\./.test(text))).toEqual([])
    expect(texts.join('').replace(/\{(unit|year|nextYear)\}/g, '')).not.toMatch(/[{}<>]|undefined/)
  })

  it('HOUSE-10: filled with unit and year nothing is left to fill by machine', () => {
    const content = fillTemplate(reportTemplates[5]!, { unit: '清源县档案局', year: 2026 }, countingIds())
    expect(content.title).toEqual(['清源县档案局2026年工作总结及2027年工作计划'])
    expect(content.signature).toEqual(['清源县档案局'])
    expect(content.blocks.map(blockText).join('')).not.toContain('{')
    expect(content.blocks.map((block) => block.id).slice(0, 3)).toEqual(['b1', 'b2', 'b3'])
  })

  it('HOUSE-10: without a unit the title begins with the year and there is no signature', () => {
    const content = fillTemplate(reportTemplates[0]!, { unit: '', year: 2026 }, countingIds())
    expect(content.title).toEqual(['2026年思想政治工作情况报告'])
    expect(content.signature).toEqual([])
  })

  it('an unknown id finds nothing', () => {
    expect(findTemplate('ideology')?.name).toBe('意识形态工作情况报告')
    expect(findTemplate('none')).toBe(null)
  })
})
