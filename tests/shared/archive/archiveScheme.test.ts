import { describe, expect, it } from 'vitest'
import { emptyScheme, filingClass, filingYear, retentionTable, suggestRetention, type ArchiveScheme } from '../../../shared/archive/archiveScheme'
import { eightDigits, formedDate } from '../../../shared/archive/formedDate'
import { archiveSchemeSchema } from '../../../shared/ipc/archiveSchemeSchema'

const scheme: ArchiveScheme = { ...emptyScheme, fonds: 'Z109', fondsName: '清河县档案局', units: [{ code: 'BGS', name: '办公室' }, { code: 'YWK', name: '业务科' }], retention: { safety: 'Y' } }
const report = { kind: 'general', year: 2025, date: '2026年1月5日', title: ['关于2025年度', '工作情况的报告'] } as const

describe('the scheme of a unit', () => {
  it('ARCHNO-5: a sound scheme is taken, an unsound part is refused', () => {
    expect(archiveSchemeSchema.parse(scheme)).toEqual(scheme)
    expect(archiveSchemeSchema.safeParse(emptyScheme).success).toBe(true)
    const bad: Partial<Record<keyof ArchiveScheme, unknown>>[] = [{ fonds: 'z109' }, { fonds: 'Z1090' }, { category: 'W' }, { units: [{ code: 'BG', name: '' }] }, { retention: { safety: 'D20' } }, { yearBy: 'never' }, { spine: 25 }]
    for (const part of bad) expect(archiveSchemeSchema.safeParse({ ...scheme, ...part }).success, JSON.stringify(part)).toBe(false)
  })

  it('ARCHNO-6: without 全宗号 the class has none, and nothing is invented', () => {
    expect(filingClass(report, emptyScheme)).toEqual({ fonds: '', category: 'WS', year: 2025, retention: 'Y' })
    expect(filingClass(report, scheme)).toEqual({ fonds: 'Z109', category: 'WS', year: 2025, retention: 'Y', unit: 'BGS' })
    expect(filingClass(report, scheme, { retention: 'D10', unit: 'YWK' })).toMatchObject({ retention: 'D10', unit: 'YWK' })
    expect(filingClass(report, scheme, { unit: 'XXX' })).toMatchObject({ unit: 'BGS' })
    expect(filingClass(report, { ...scheme, units: [] })).not.toHaveProperty('unit')
  })

  it('ARCHNO-7: 保管期限 goes by the unit’s table, then by the program’s, and below a year it is 10 years', () => {
    expect(suggestRetention('general', emptyScheme)).toBe('Y')
    expect(suggestRetention('safety', emptyScheme)).toBe('D30')
    expect(suggestRetention('safety', scheme)).toBe('Y')
    for (const title of ['2025年上半年工作总结', '2025年第三季度安全生产情况', '2025年11月份工作小结']) expect(suggestRetention('safety', scheme, title), title).toBe('D10')
    expect(suggestRetention('general', scheme, '2025年度工作总结')).toBe('Y')
    expect(retentionTable(scheme).find(({ kind }) => kind === 'safety')).toEqual({ kind: 'safety', name: '安全生产工作', retention: 'Y', isOwn: true })
  })

  it('ARCHNO-8: the year is that of the matter or that of 成文日期, as the unit chose', () => {
    expect(filingYear(report, scheme)).toBe(2025)
    expect(filingYear(report, { yearBy: 'formed' })).toBe(2026)
    expect(filingYear({ ...report, date: '年底' }, { yearBy: 'formed' })).toBe(2025)
  })

  it.each([
    ['2026年1月5日', '20260105'], ['２０２６年１２月３１日', '20261231'], ['二〇二六年十二月三十一日', '20261231'], ['2026-1-5', '20260105'], ['2026.01.05', '20260105'], ['20260105', '20260105'],
    ['2024年2月29日', '20240229'], ['2026年2月29日', ''], ['2026年1月', ''], ['', ''], ['20261305', ''], ['年底', ''],
  ])('ARCHNO-9: %j is %j in the catalogue', (typed, digits) => {
    expect(eightDigits(typed)).toBe(digits)
    expect(formedDate(typed) === null).toBe(digits === '')
  })
})
