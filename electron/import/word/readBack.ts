/** The edited file of an own report, ready to be reviewed change by change (SPEC READBACK-4 … READBACK-6). */
import type { NewId } from '../../../shared/base/ids'
import { succeed, type Result } from '../../../shared/base/result'
import { recallOwn } from '../../../shared/compare/recallOwn'
import { parseReport } from '../../../shared/outline/parseReport'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { layoutReport } from '../../../shared/print/layoutReport'
import { readPrinted } from '../../../shared/print/readPrinted'
import { styledBlocks } from '../../../shared/print/styledBlocks'
import type { SourceReader } from '../readers'
import { nothingMet, type SourceDocument } from '../sourceDocument'
import { parsableSource } from '../sourceReport'
import { ownPictures, withOwnPictures } from './ownPictures'
import { wordContent } from './wordContent'

export interface ReadBack {
  /** The copy as a report; `reviewChanges(own, edited)` tells what was changed. */
  readonly edited: ReportContent
  readonly comments: SourceDocument['comments']
  readonly met: SourceDocument['met']
}

/** Reads the copy `name`, a Word file or a text, by `reader`. Tracked changes count as accepted: each of them can still be refused in the review. */
export async function readBack(own: ReportContent, bytes: Uint8Array, name: string, newId: NewId, reader: SourceReader): Promise<Result<ReadBack>> {
  const read = await readCopy(own, bytes, name, newId, reader)
  if (!read.ok) return read
  const asRead = readPrinted(withOwnPictures(styledBlocks(layoutReport(own)), own.blocks), newId, own.numbering)
  return succeed({ ...read.value, edited: recallOwn(own, asRead, read.value.edited) })
}

async function readCopy(own: ReportContent, bytes: Uint8Array, name: string, newId: NewId, reader: SourceReader): Promise<Result<ReadBack>> {
  const read = await reader(bytes, name)
  if (!read.ok) return read
  const { format, document } = read.value
  if (format !== 'docx') return succeed({ edited: parseReport(parsableSource(document), { newId }).content, comments: [], met: nothingMet })
  const { comments, met } = document
  return succeed({ edited: wordContent(document, newId, own.numbering, 'accepted', ownPictures(document, own.blocks)), comments, met })
}
