import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportTemplates } from '../../../electron/templates/reportTemplates'
import { templateReport } from '../../../electron/templates/templateReport'
import { countingIds } from '../../../shared/base/ids'
import { runsText } from '../../../shared/report/blockText'
import { fillFrom, fillPlaces, templateFrom, templateName } from '../../../shared/report/templates'
import type { Report } from '../../../shared/report/report'
import { readTemplateFile, writeTemplateFile } from '../../../shared/store/templateFileSchema'
import { codeOf, valueOf } from '../../support/tempLibrary'

const unit = '清源县档案局'
const report: Report = {
  id: 'r-00000000000000000000000001', kind: 'general', year: 2025, unit, state: 'final', title: ['清源县档案局', '2025年度档案工作总结'], addressee: '县委办公室', numbering: 'decimal', itemLead: 'bold',
  blocks: [
    { kind: 'text', id: 'b1', level: 0, runs: [{ text: '2025年，清源县档案局接待查阅' }, { text: '1200人次', bold: true, stale: true }, { text: '，比2024年增长百分之十二，12月5日通过验收。' }] },
    { kind: 'text', id: 'b2', level: 1, runs: [{ text: '主要工作' }], target: 500 },
    { kind: 'text', id: 'b3', level: 2, form: 'clause', runs: [{ text: '学习贯彻二十大精神和“十四五”规划。' }], taken: 'r-x' },
    { kind: 'table', id: 'b4', rows: [['项目', '2025年'], ['移交', '36件']], headerRows: 1 },
  ],
  attachments: ['清源县档案局2026年工作计划'], signature: [unit], date: '2026年1月5日', note: '', setAside: [{ line: 3, text: '广告' }], origin: { kind: 'blank' },
}
const textOf = (made: Report, index: number): string => {
  const block = made.blocks[index]
  return block?.kind === 'text' ? runsText(block.runs) : ''
}

describe('a report as a template', () => {
  it('TEMPLATE-2: structure, manner and words stay; unit, years and figures become places', () => {
    const made = templateFrom(report)
    expect(made).toMatchObject({ title: ['〔单位〕', '〔年度〕年度档案工作总结'], addressee: '县委办公室', unit: '', date: '', state: 'draft', setAside: [], signature: ['〔单位〕'], attachments: ['〔单位〕〔下年〕年工作计划'], numbering: 'decimal', itemLead: 'bold' })
    expect(textOf(made, 0)).toBe('〔年度〕年，〔单位〕接待查阅XX人次，比〔上年〕年增长百分之XX，XX月XX日通过验收。')
    expect(made.blocks[0]).toMatchObject({ runs: [{}, { text: 'XX人次', bold: true }, {}] })
    expect(JSON.stringify(made.blocks)).not.toMatch(/stale|taken|target/)
    expect(made.blocks[2]).toMatchObject({ level: 2, form: 'clause', runs: [{ text: '学习贯彻二十大精神和“十四五”规划。' }] })
    expect(made.blocks[3]).toMatchObject({ rows: [['项目', '2025年'], ['移交', 'XX件']], headerRows: 1 })
  })
  it('TEMPLATE-2: its name is the title without unit and year', () => {
    expect(templateName('清源县档案局2025年度档案工作总结', unit)).toBe('档案工作总结')
    expect(templateName('清源县档案局二〇二五年', unit)).toBe('')
  })
  it('TEMPLATE-3: made again for the same unit and year it has the words it came from, save the figures', () => {
    const again = fillFrom(templateFrom(report), { unit, year: 2025 }, countingIds('n'))
    expect(again).toMatchObject({ title: report.title, attachments: report.attachments, signature: report.signature })
    expect(textOf(again, 0)).toBe('2025年，清源县档案局接待查阅XX人次，比2024年增长百分之XX，XX月XX日通过验收。')
    expect(again.blocks.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4'])
  })
  it('TEMPLATE-3: without a unit its places stay empty', () => {
    expect(fillPlaces('〔单位〕〔年度〕年总结，〔下年〕年打算，{unit}{nextYear}', { unit: '', year: 2025 })).toBe('2025年总结，2026年打算，2026')
    expect(fillFrom(templateFrom(report), { unit: '', year: 2026 }, countingIds('n')).signature).toEqual([])
  })
  it('TEMPLATE-2: text without figures, years and unit stays character by character, however it is cut into runs', () => {
    const word = fc.string({ unit: fc.constantFrom('工', '作', '，', '。', '二十大', '第一', '“', '”', 'a'), maxLength: 8 })
    fc.assert(fc.property(fc.array(word, { maxLength: 6 }), (parts) => {
      const made = templateFrom({ ...report, blocks: [{ kind: 'text', id: 'b1', level: 0, runs: parts.map((text) => ({ text })) }] })
      expect(textOf(made, 0)).toBe(parts.join(''))
    }))
  })
})

describe('a template as a file', () => {
  const given = { id: 'r-00000000000000000000000009', year: 2026 }
  it('TEMPLATE-5: reading what was written gives the same template, for every one of the program and for an own one', () => {
    const all = [...reportTemplates.map((template) => ({ name: template.name, kind: template.kind, report: templateReport(template, given) })), { name: '总结', kind: 'general' as const, report: { ...templateFrom(report), ...given } }]
    for (const file of all) {
      const read = valueOf(readTemplateFile(writeTemplateFile(file), given))
      expect(read.name).toBe(file.name)
      expect({ ...read.report, origin: file.report.origin }).toEqual(file.report)
    }
  })
  it('TEMPLATE-5: nothing of the unit and the computer it came from is in it', () => {
    expect(writeTemplateFile({ name: '总结', kind: 'general', report: templateFrom(report) })).not.toMatch(/清源县档案局|r-0000|final|广告/)
  })
  it('TEMPLATE-5: what is no template, is broken, or is of a newer program is told apart', () => {
    const text = writeTemplateFile({ name: '总结', kind: 'general', report: templateFrom(report) })
    for (const wrong of ['', '一、主要工作', '{}', text.slice(0, -20), text.replace('"decimal"', '"none"'), text.replace('"general"', '"zzz"')]) expect(codeOf(readTemplateFile(wrong, given))).toBe('templateUnknown')
    expect(codeOf(readTemplateFile(text.replace('"version": 1', '"version": 2'), given))).toBe('templateNewer')
    expect(readTemplateFile(`\ufeff${text}`, given).ok).toBe(true)
  })
})
