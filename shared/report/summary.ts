import type { ReportKindId } from './kinds'
import type { ReportState } from './report'

/** One row of the library: what is known of a report without opening it. A cache; the report itself is the truth (SPEC LIB-2). */
export interface ReportSummary {
  readonly id: string
  readonly title: string
  readonly kind: ReportKindId
  readonly unit: string
  readonly year: number
  readonly state: ReportState
  /** ISO time of the newest generation; information only, never used for order of generations. */
  readonly savedAt: string
  /** 字数 of title, body and signature block. */
  readonly characters: number
  readonly isTrashed: boolean
  /** The id of the report that this one corrects, if it is a 更正. */
  readonly corrects?: string
  readonly filedAt?: string
  /** Two texts of it stand side by side, and the clerk has not chosen yet. */
  readonly hasTwoHeads?: true
}
