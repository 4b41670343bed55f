/** What the archive shows, computed from its lists. */
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { FiledReport } from '../../shared/ipc/contract'
import type { ReportSummary } from '../../shared/report/summary'

/** Years with filed reports, newest first, with their number. */
export function filedYears(filed: readonly FiledReport[]): readonly { readonly year: number; readonly count: number; readonly isIntact: boolean }[] {
  const years = [...new Set(filed.map(yearOf))].sort((one, other) => other - one)
  return years.map((year) => {
    const ofYear = filed.filter((one) => yearOf(one) === year)
    return { year, count: ofYear.length, isIntact: ofYear.every((one) => one.isIntact) }
  })
}

/** The year that a filed report is catalogued under. */
export function yearOf({ number, summary }: FiledReport): number {
  return number?.year ?? summary.year
}

/** Final and not yet filed: 可以归档. */
export function readyToFile(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  return reports.filter((report) => report.state === 'final' && !report.isTrashed).sort((one, other) => other.year - one.year)
}

export function kindName(kind: ReportKindId): string {
  return reportKinds.find((each) => each.id === kind)?.name ?? ''
}

/** As much of a hash as one reads aloud. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 8)
}
