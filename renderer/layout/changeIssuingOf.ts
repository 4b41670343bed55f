import type { Issuing } from '../../shared/report/issuing'
import { changeReport } from '../state/session'

/** One change of the report on the desk; a report that is 普通材料 and nothing else has no parts at all. */
export function changeIssuingOf(change: (issuing: Issuing | undefined) => Issuing | undefined): void {
  changeReport(({ issuing, ...report }) => {
    const changed = change(issuing)
    return changed === undefined ? report : { ...report, issuing: changed }
  })
}
