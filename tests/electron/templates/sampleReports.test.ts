import { describe, expect, it } from 'vitest'
import { sampleReports } from '../../../electron/templates/sampleReports'
import { characterCount } from '../../../shared/base/characterCount'
import { countingIds } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'

describe('sample reports', () => {
  it('HOUSE-10: each unit has two years, so that last year’s report can be tried', () => {
    const units = [...new Set(sampleReports.map((sample) => sample.unit))]
    expect(units.map((unit) => sampleReports.filter((sample) => sample.unit === unit).map((sample) => sample.year))).toEqual([[2025, 2024], [2025, 2024]])
  })

  it.each(sampleReports)('HOUSE-10: $id parses without a finding, with title, outline, signature and date', (sample) => {
    const { content, diagnostics } = parseReport(sample.text, { newId: countingIds() })
    expect(diagnostics).toEqual([])
    expect(content.setAside).toEqual([])
    expect(content.title.join('')).toContain(String(sample.year))
    expect(content.title.join('')).toContain(sample.unit)
    expect(content.signature).toEqual([sample.unit])
    expect(content.date).toMatch(/^20\d\d年\d{1,2}月\d{1,2}日$/)
    expect(content.blocks.filter((block) => block.kind === 'text' && block.level === 1).length).toBe(4)
    expect(content.blocks.filter((block) => block.kind === 'text' && block.level > 1).length).toBeGreaterThanOrEqual(9)
    expect(characterCount(sample.text)).toBeGreaterThan(1500)
  })
})
