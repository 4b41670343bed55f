/** What the shelf shows, computed from the list. */
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { YearEntry } from '../../shared/report/chooseReports'
import type { ReportSummary } from '../../shared/report/summary'
import type { SearchHit } from '../../shared/ipc/contract'

/** The years with reports, newest first; `year` is listed even without one. */
export function withYear(years: readonly YearEntry[], year: number): readonly YearEntry[] {
  if (years.some((entry) => entry.year === year)) return years
  return [...years, { year, count: 0, hasDrafts: false }].sort((one, other) => other.year - one.year)
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
