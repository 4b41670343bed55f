/** A Word file as a report: our own files by their styles, all others by their text, as if it had been typed. */
import type { NewId } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { readPrinted } from '../../../shared/print/readPrinted'
import { isOurs } from '../../../shared/print/styledBlocks'
import type { SchemeId } from '../../../shared/report/report'
import type { SourceDocument } from '../sourceDocument'
import { sourceText } from '../sourceText'
import { styledSource, type KnownPictures } from '../styledSource'
import { resolveChanges } from './resolveChanges'

/** The content with all changes accepted, or all rejected; `pictures` are those that are kept, by their part of the file. */
export function wordContent(document: SourceDocument, newId: NewId, scheme?: SchemeId, version: 'accepted' | 'rejected' = 'accepted', pictures?: KnownPictures): ReportContent {
  const blocks = resolveChanges(document, version)
  return isOurs(document.styleNames) ? readPrinted(styledSource(blocks, pictures), newId, scheme) : parseReport(sourceText({ ...document, blocks }, pictures), { newId }).content
}
