/** Choosing rows of the library (SPEC LIB-20): the same rule in the main process, which has all rows, and in the window, which has the newest. */
import { reportKinds, type ReportKindId } from './kinds'
import type { ReportState } from './report'
import type { ReportSummary } from './summary'

/** Which rows are wanted. What is absent does not matter, but for `isTrashed`: without it only reports outside the trash. */
export interface ReportQuery {
  readonly id?: string | undefined
  readonly year?: number | undefined
  /** Only years before this one. */
  readonly before?: number | undefined
  readonly kind?: ReportKindId | undefined
  readonly unit?: string | undefined
  readonly state?: ReportState | undefined
  readonly isTrashed?: boolean | undefined
  /** Parted by blanks; each must stand in year, kind, unit or title, capitals or not. */
  readonly words?: string | undefined
}

const kindNames = new Map<string, string>(reportKinds.map(({ id, name }) => [id, name]))

/** Whether a row is wanted. */
export function reportFilter({ id, year, before, kind, unit, state, isTrashed = false, words = '' }: ReportQuery): (row: ReportSummary) => boolean {
  const parts = words.toLowerCase().split(/\s+/).filter((part) => part !== '')
  const holds = (row: ReportSummary): boolean => {
    const text = `${row.year} ${kindNames.get(row.kind) ?? ''} ${row.unit} ${row.title}`.toLowerCase()
    return parts.every((part) => text.includes(part))
  }
  return (row) => row.isTrashed === isTrashed && (id === undefined || row.id === id) && (year === undefined || row.year === year) && (before === undefined || row.year < before)
    && (kind === undefined || row.kind === kind) && (unit === undefined || row.unit === unit) && (state === undefined || row.state === state) && (parts.length === 0 || holds(row))
}

/** Newest year first, in a year the one last saved first. */
export function newestFirst(a: ReportSummary, b: ReportSummary): number {
  return b.year - a.year || (a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1)
}

/** A year of the library with the number of its reports outside the trash. */
export interface YearEntry {
  readonly year: number
  readonly count: number
  readonly hasDrafts: boolean
}

/** Every year with a report outside the trash, newest first. */
export function yearEntries(rows: Iterable<ReportSummary>): readonly YearEntry[] {
  const years = new Map<number, { year: number; count: number; hasDrafts: boolean }>()
  for (const { year, isTrashed, state } of rows) {
    if (isTrashed) continue
    const entry = years.get(year)
    if (entry === undefined) years.set(year, { year, count: 1, hasDrafts: state === 'draft' })
    else {
      entry.count += 1
      entry.hasDrafts ||= state === 'draft'
    }
  }
  return [...years.values()].sort((one, other) => other.year - one.year)
}
