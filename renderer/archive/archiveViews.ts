/** What the archive shows, computed from its lists. */
import type { ArchiveUnit } from '../../shared/archive/archiveScheme'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { ReportSummary } from '../../shared/report/summary'

/** Final and not yet filed: 可以归档. */
export function readyToFile(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  return reports.filter((report) => report.state === 'final' && !report.isTrashed).sort((one, other) => other.year - one.year)
}

export function kindName(kind: ReportKindId): string {
  return reportKinds.find((each) => each.id === kind)?.name ?? ''
}

/** A class with the name of its 机构(问题) in the place of the code, where the unit has given it one. */
export function namedClass<Class extends { readonly unit?: string | undefined }>(of: Class, units: readonly ArchiveUnit[]): Class {
  const name = units.find(({ code }) => code === of.unit)?.name ?? ''
  return name === '' ? of : { ...of, unit: name }
}

/** As much of a hash as one reads aloud. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 8)
}
