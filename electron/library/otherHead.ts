/** Two heads of one report (SPEC PACK-7): which generation stands beside the newest one. */
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { Revision } from '../storage/generations'

/** The generation that stands beside this newest one while the clerk has not chosen. */
export function otherHead({ cause, other, data }: Revision<StoredReport>): number | undefined {
  return data.conflict?.theirs ?? (cause === 'conflict' && data.conflict === undefined ? other : undefined)
}

/** What is stored, with the other head kept in it: a later save does not make the choice. */
export function withOtherHead(revision: Revision<StoredReport>): StoredReport {
  const theirs = otherHead(revision)
  return theirs === undefined ? revision.data : { ...revision.data, conflict: { theirs } }
}
