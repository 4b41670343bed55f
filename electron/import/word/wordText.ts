import { countingIds } from '../../../shared/base/ids'
import { fail, succeed, type Result } from '../../../shared/base/result'
import { formatReport } from '../../../shared/outline/formatReport'
import { readPrinted } from '../../../shared/print/readPrinted'
import { isOurs } from '../../../shared/print/styledBlocks'
import { readWordFile } from './readWordFile'
import { resolveChanges } from './resolveChanges'
import { plainText, styledWord } from './wordContent'

/** The text of a .docx file, one printed paragraph a line, changes accepted; of our own files the text that reads back as the same report (SPEC IMPORT-6). */
export function readWordText(bytes: Uint8Array): Result<{ readonly text: string; readonly encoding: 'Word' }> {
  const read = readWordFile(bytes)
  if (!read.ok) return fail(read.error)
  const styled = styledWord(resolveChanges(read.value, 'accepted'))
  return succeed({ text: isOurs(read.value.styleNames) ? formatReport(readPrinted(styled, countingIds())) : plainText(styled), encoding: 'Word' })
}
