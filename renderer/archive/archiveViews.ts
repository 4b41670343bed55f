/** What the archive shows, computed from its lists. */
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { ReportSummary } from '../../shared/report/summary'

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
