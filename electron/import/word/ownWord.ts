import type { NewId } from '../../../shared/base/ids'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { readIssued } from '../../../shared/print/readPrinted'
import { isOurs } from '../../../shared/print/styledBlocks'
import type { Report } from '../../../shared/report/report'
import { readWordFile } from './readWordFile'
import { resolveChanges } from './resolveChanges'
import { styledWord } from './wordContent'

/** A Word file that this program wrote as the report it was written from (SPEC ROUND-1), changes accepted; null for any other file. */
export function readOwnWord(bytes: Uint8Array, newId: NewId): (ReportContent & Pick<Report, 'issuing'>) | null {
  const read = readWordFile(bytes)
  return read.ok && isOurs(read.value.styleNames) ? readIssued(styledWord(resolveChanges(read.value, 'accepted')), newId) : null
}
