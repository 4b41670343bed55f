/** The clerk's choice between two heads of one report (SPEC PACK-9). */
import { AppFailure } from '../../shared/base/errors'
import type { Request, Response } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { Revision } from '../storage/generations'
import { copiedReport } from './newReports'
import { otherHead } from './otherHead'
import type { Shelf } from './reportShelf'
import type { Versions } from './versions'

export interface HeadServices {
  readonly shelf: Shelf
  readonly versions: Versions
  readonly newReportId: () => string
  readonly add: (report: Report) => Promise<{ id: string }>
  readonly note: (revision: Revision<StoredReport>) => void
}

/** Settles which of two heads goes on; nothing of the history is lost. Throws an AppFailure. */
export async function settleHeads({ shelf, versions, newReportId, add, note }: HeadServices, { id, keep }: Request<'report.settleHeads'>): Promise<Response<'report.settleHeads'>> {
  const newest = await shelf.newest(id)
  const theirs = otherHead(newest)
  if (theirs === undefined) return {}
  if (keep === 'theirs' && newest.data.report.state === 'filed') throw new AppFailure({ code: 'reportFiled' })
  const other = keep === 'mine' ? null : await shelf.generations(id).read(theirs).catch((error: unknown) => {
    throw new AppFailure({ code: 'versionNotFound', detail: { generation: theirs } }, error)
  })
  const copy = keep === 'both' && other !== null ? await add(copiedReport(other.data.report, newReportId(), 'copy')) : null
  if (keep === 'theirs') await versions.restore({ id, generation: theirs })
  const { revision } = await shelf.document(id).update('state', (stored) => {
    if (stored === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
    const { conflict: _settled, ...rest } = stored.data
    return rest
  })
  note(revision)
  return copy === null ? {} : { copyId: copy.id }
}
