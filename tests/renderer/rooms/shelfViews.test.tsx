import { describe, expect, it } from 'vitest'
import { groupHits, missingKinds, reportsOfYear, withYear } from '../../../renderer/library/shelfViews'
import { rowActions } from '../../../renderer/library/rowActions'
import { readyToFile } from '../../../renderer/archive/archiveViews'
import { describeDay, describeTime } from '../../../renderer/state/moment'
import type { SearchHit } from '../../../shared/ipc/contract'
import { yearEntries } from '../../../shared/report/chooseReports'
import type { ReportSummary } from '../../../shared/report/summary'

let made = 0
const report = (given: Partial<ReportSummary>): ReportSummary => ({
  id: `r-${made += 1}`, title: '题', kind: 'general', unit: '', year: 2025, state: 'draft', savedAt: '2026-01-05T01:00:00.000Z', characters: 1, isTrashed: false, ...given,
})

describe('years', () => {
  it('UI-3: newest first, with numbers and drafts, without the trash, and always the current one', () => {
    const reports = [report({ year: 2024, state: 'filed' }), report({ year: 2024, state: 'review' }), report({ year: 2023 }), report({ year: 2020, isTrashed: true })]
    expect(withYear(yearEntries(reports), 2026)).toEqual([
      { year: 2026, count: 0, hasDrafts: false }, { year: 2024, count: 2, hasDrafts: false }, { year: 2023, count: 1, hasDrafts: true },
    ])
    expect(withYear(yearEntries(reports), 2024)).toEqual(yearEntries(reports))
  })

  it('UI-3: rows stand by kind, the last change first', () => {
    const rows = [report({ id: 'a', kind: 'other' }), report({ id: 'b', savedAt: '2026-01-01T00:00:00.000Z' }), report({ id: 'c' }), report({ id: 'd', kind: 'ideologicalWork' }), report({ id: 'e', isTrashed: true })]
    expect(reportsOfYear(rows, 2025).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a'])
  })

  it('UI-7: kinds of the year before that are missing now, once each, without 其他', () => {
    const reports = [report({ id: 'old', year: 2024, kind: 'safety' }), report({ year: 2024, kind: 'safety', savedAt: '2020-01-01T00:00:00.000Z' }), report({ year: 2024, kind: 'other' }), report({ year: 2024, kind: 'general' }), report({ year: 2025, kind: 'general' }), report({ year: 2025, kind: 'safety', isTrashed: true })]
    expect(missingKinds(reports, 2025).map(({ kind, from }) => [kind, from.id])).toEqual([['safety', 'old']])
    expect(missingKinds(reports, 2024)).toEqual([])
  })
})

describe('rows', () => {
  it.each([
    [{ state: 'draft' }, ['open', 'duplicate', 'template', 'pack', 'review', 'final', 'trash']],
    [{ state: 'review' }, ['open', 'duplicate', 'template', 'pack', 'final', 'draft', 'trash']],
    [{ state: 'final' }, ['open', 'duplicate', 'template', 'pack', 'file', 'draft', 'trash']],
    [{ state: 'filed' }, ['open', 'duplicate', 'template', 'pack', 'correct']],
    [{ state: 'draft', isTrashed: true }, ['restore']],
  ] as const)('UI-4: %o offers %o', (given, expected) => {
    expect(rowActions(report(given)).map(({ id }) => id)).toEqual(expected)
  })
})

describe('hits and the archive', () => {
  it('UI-6: hits stand by year in the order they came', () => {
    const hit = (year: number, excerpt: string): SearchHit => ({ reportId: 'r', year, title: '', place: 'block', heading: '', excerpt, from: 0, to: 1 })
    expect(groupHits([hit(2025, 'a'), hit(2024, 'b'), hit(2025, 'c')])).toMatchObject([{ year: 2025, hits: [{ excerpt: 'a' }, { excerpt: 'c' }] }, { year: 2024, hits: [{ excerpt: 'b' }] }])
  })

  it('UI-11: only final ones can be filed', () => {
    expect(readyToFile([report({ id: 'f', state: 'final' }), report({ state: 'final', isTrashed: true }), report({ state: 'filed' }), report({})]).map(({ id }) => id)).toEqual(['f'])
  })
})

describe('times', () => {
  const now = new Date(2026, 0, 5, 14, 30)
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()
  it.each([
    [at(2026, 0, 5, 9, 3), '今天 09:03'], [at(2026, 0, 4, 23, 59), '昨天 23:59'], [at(2026, 0, 3, 8, 0), '1月3日 08:00'], [at(2025, 11, 31, 8, 0), '2025年12月31日'], ['nonsense', ''],
  ])('UI-3: %s reads %s', (iso, expected) => {
    expect(describeTime(iso, now)).toBe(expected)
  })
  it('UI-11: the day of filing has its year', () => {
    expect(describeDay(at(2026, 0, 5, 9, 3))).toBe('2026年1月5日')
  })
})
