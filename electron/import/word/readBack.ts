/** The edited file of an own report, ready to be reviewed change by change (SPEC READBACK-4 … READBACK-6). */
import type { NewId } from '../../../shared/base/ids'
import { fail, succeed, type Result } from '../../../shared/base/result'
import { recallOwn } from '../../../shared/compare/recallOwn'
import { parseReport } from '../../../shared/outline/parseReport'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { layoutReport } from '../../../shared/print/layoutReport'
import { readPrinted } from '../../../shared/print/readPrinted'
import { styledBlocks } from '../../../shared/print/styledBlocks'
import { readDocument } from '../readDocument'
import { readableFormat } from '../readers'
import { ownPictures, withOwnPictures } from './ownPictures'
import { readWordFile } from './readWordFile'
import { wordContent } from './wordContent'
import { nothingMet, type SourceDocument } from '../sourceDocument'

export interface ReadBack {
  /** The copy as a report; `reviewChanges(own, edited)` tells what was changed. */
  readonly edited: ReportContent
  readonly comments: SourceDocument['comments']
  readonly met: SourceDocument['met']
}

/** Reads the copy `name`, a Word file or a text. Tracked changes count as accepted: each of them can still be refused in the review. */
export async function readBack(own: ReportContent, bytes: Uint8Array, name: string, newId: NewId): Promise<Result<ReadBack>> {
  const read = await readCopy(own, bytes, name, newId)
  if (!read.ok) return read
  const asRead = readPrinted(withOwnPictures(styledBlocks(layoutReport(own)), own.blocks), newId, own.numbering)
  return succeed({ ...read.value, edited: recallOwn(own, asRead, read.value.edited) })
}

async function readCopy(own: ReportContent, bytes: Uint8Array, name: string, newId: NewId): Promise<Result<ReadBack>> {
  const format = readableFormat(bytes, name)
  if (!format.ok) return format
  if (format.value !== 'docx') {
    const text = await readDocument(bytes, name)
    return text.ok ? succeed({ edited: parseReport(text.value, { newId }).content, comments: [], met: nothingMet }) : text
  }
  const word = readWordFile(bytes)
  if (!word.ok) return fail({ ...word.error, detail: { ...word.error.detail, name } })
  const { comments, met } = word.value
  return succeed({ edited: wordContent(word.value, newId, own.numbering, 'accepted', ownPictures(word.value, own.blocks)), comments, met })
}
