/** The edited Word file of an own report, ready to be reviewed change by change (SPEC READBACK-4 … READBACK-6). */
import type { NewId } from '../../../shared/base/ids'
import { fail, succeed, type Result } from '../../../shared/base/result'
import { recallOwn } from '../../../shared/compare/recallOwn'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { layoutReport } from '../../../shared/print/layoutReport'
import { readPrinted } from '../../../shared/print/readPrinted'
import { styledBlocks } from '../../../shared/print/styledBlocks'
import { readDocument } from '../readers'
import { readWordFile } from './readWordFile'
import { wordContent } from './wordContent'
import type { WordDocument } from './wordDocument'

export interface ReadBack {
  /** The copy as a report; `reviewChanges(own, edited)` tells what was changed. */
  readonly edited: ReportContent
  readonly comments: WordDocument['comments']
  readonly met: WordDocument['met']
}

/** Reads the copy `name`. Tracked changes count as accepted: each of them can still be refused in the review. */
export function readBack(own: ReportContent, bytes: Uint8Array, name: string, newId: NewId): Result<ReadBack> {
  const checked = readDocument(bytes, name)
  if (!checked.ok) return checked
  const read = readWordFile(bytes)
  if (!read.ok) return fail({ ...read.error, detail: { ...read.error.detail, name } })
  const asRead = readPrinted(styledBlocks(layoutReport(own)), newId, own.numbering)
  const edited = recallOwn(own, asRead, wordContent(read.value, newId, own.numbering))
  return succeed({ edited, comments: read.value.comments, met: read.value.met })
}
