/** Who may be filed, changed and corrected (SPEC FILE-1, FILE-2, FILE-6). Each answers with the error, or null if it is allowed. */
import type { AppError } from '../base/errors'
import type { Report } from '../report/report'

/** Only a final report outside the trash is filed, and only once. */
export function whyNotFile(report: Report, isTrashed: boolean): AppError | null {
  if (report.state === 'filed') return { code: 'alreadyFiled' }
  if (isTrashed) return { code: 'reportTrashed' }
  return report.state === 'final' ? null : { code: 'notFinal' }
}

/** A filed report never changes; one in the trash is restored first. */
export function whyNotChange(report: Report, isTrashed: boolean): AppError | null {
  if (report.state === 'filed') return { code: 'reportFiled' }
  return isTrashed ? { code: 'reportTrashed' } : null
}

/** Only a filed report is corrected; any other can simply be changed. */
export function whyNotCorrect(report: Report): AppError | null {
  return report.state === 'filed' ? null : { code: 'notFinal' }
}
