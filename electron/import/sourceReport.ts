/** A document from outside as a report: our own Word files by their styles (SPEC ROUND-1), all others by the one parser, as if they had been typed (SPEC IMPORT-8). */
import type { NewId } from '../../shared/base/ids'
import { countingIds } from '../../shared/base/ids'
import type { Result } from '../../shared/base/result'
import { formatReport } from '../../shared/outline/formatReport'
import { plainParsable, type ParsableText } from '../../shared/outline/parsableText'
import { parseReport, type ParsedReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import { readIssued, readPrinted } from '../../shared/print/readPrinted'
import { isOurs, type StyledParagraph } from '../../shared/print/styledBlocks'
import type { Report } from '../../shared/report/report'
import { pictureFacts } from './pictureFacts'
import type { SourceDocument } from './sourceDocument'
import { sourceText } from './sourceText'
import { styledSource, type KnownPictures } from './styledSource'

/** Keeps the bytes of a picture for good. */
export type KeepPicture = (request: { readonly bytes: Uint8Array }) => Promise<Result<{ sha256: string }>>

export interface SourceReport extends Pick<ParsedReport, 'diagnostics'> {
  readonly content: ReportContent & Pick<Report, 'issuing'>
}

/** The report in `document`. A picture that cannot be kept leaves its caption. */
export async function sourceReport(document: SourceDocument, newId: NewId, keepPicture: KeepPicture | null): Promise<SourceReport> {
  const pictures = keepPicture === null ? new Map() : await keptPictures(document, keepPicture)
  if (isOurs(document.styleNames)) {
    const own = readIssued(styledSource(document.blocks, pictures), newId)
    if (own !== null && own.title.length + own.blocks.length > 0) return { content: own, diagnostics: [] }
  }
  return parseReport(sourceText(document, pictures), { newId })
}

/** The document as the text that is parsed: of our own files the text that reads back as the same report. */
export function parsableSource(document: SourceDocument): ParsableText {
  return isOurs(document.styleNames) ? plainParsable(formatReport(readPrinted(styledSource(document.blocks), countingIds()))) : sourceText(document)
}

async function keptPictures(document: SourceDocument, keepPicture: KeepPicture): Promise<KnownPictures> {
  const kept = new Map<string, NonNullable<StyledParagraph['picture']>>()
  for (const [key, bytes] of document.pictures) {
    const facts = pictureFacts(bytes)
    if (facts === null) continue
    const stored = await keepPicture({ bytes })
    if (stored.ok) kept.set(key, { sha256: stored.value.sha256, ...facts })
  }
  return kept
}
