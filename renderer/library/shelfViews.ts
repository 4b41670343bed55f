/** What the shelf shows, computed from the list. */
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { ReportSummary } from '../../shared/report/summary'
import type { SearchHit } from '../../shared/ipc/contract'

export interface YearEntry {
  readonly year: number
  readonly count: number
  readonly hasDrafts: boolean
}

/** Every year with a report, newest first; `alsoYear` is listed even without one. */
export function yearsOf(reports: readonly ReportSummary[], alsoYear: number): readonly YearEntry[] {
  const entries = new Map<number, YearEntry>([[alsoYear, { year: alsoYear, count: 0, hasDrafts: false }]])
  for (const report of reports) {
    if (report.isTrashed) continue
    const entry = entries.get(report.year) ?? { year: report.year, count: 0, hasDrafts: false }
    entries.set(report.year, { year: report.year, count: entry.count + 1, hasDrafts: entry.hasDrafts || report.state === 'draft' })
  }
  return [...entries.values()].sort((one, other) => other.year - one.year)
}

/** The newest year that has a report, or else `otherwise`. */
export function newestYear(reports: readonly ReportSummary[], otherwise: number): number {
  const years = reports.filter((report) => !report.isTrashed).map((report) => report.year)
  return years.length === 0 ? otherwise : Math.max(...years)
}

/** The reports of a year: by kind in the order of the kinds, the last one changed first. */
export function reportsOfYear(reports: readonly ReportSummary[], year: number): readonly ReportSummary[] {
  return reports.filter((report) => !report.isTrashed && report.year === year).sort((one, other) => kindOrder(one.kind) - kindOrder(other.kind) || other.savedAt.localeCompare(one.savedAt))
}

export interface MissingKind {
  readonly kind: ReportKindId
  /** Last year's report of this kind. */
  readonly from: ReportSummary
}

/** Kinds that the year before had and this year lacks. */
export function missingKinds(reports: readonly ReportSummary[], year: number): readonly MissingKind[] {
  const here = new Set(reportsOfYear(reports, year).map((report) => report.kind))
  const missing = new Map<ReportKindId, ReportSummary>()
  for (const report of reportsOfYear(reports, year - 1)) {
    if (report.kind !== 'other' && !here.has(report.kind) && !missing.has(report.kind)) missing.set(report.kind, report)
  }
  return [...missing].map(([kind, from]) => ({ kind, from }))
}

export function kindName(kind: ReportKindId): string {
  return reportKinds.find((each) => each.id === kind)?.name ?? ''
}

function kindOrder(kind: ReportKindId): number {
  return reportKinds.findIndex((each) => each.id === kind)
}

export interface HitGroup {
  readonly year: number
  readonly hits: readonly SearchHit[]
}

/** Hits by year in the order in which they came. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<number, SearchHit[]>()
  for (const hit of hits) groups.set(hit.year, [...(groups.get(hit.year) ?? []), hit])
  return [...groups].map(([year, ofYear]) => ({ year, hits: ofYear }))
}
