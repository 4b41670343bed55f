/** A document from outside as a report: our own Word files by their styles (SPEC ROUND-1), all others by the one parser, as if they had been typed (SPEC IMPORT-8). */
import type { NewId } from '../../shared/base/ids'
import { countingIds } from '../../shared/base/ids'
import type { Result } from '../../shared/base/result'
import { formatReport } from '../../shared/outline/formatReport'
import { plainParsable, type ParsableText } from '../../shared/outline/parsableText'
import { pageNumberLine } from '../../shared/outline/pageNumberLine'
import { parseReport, type ParsedReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import { readIssued, readPrinted } from '../../shared/print/readPrinted'
import { isOurs, type StyledParagraph } from '../../shared/print/styledBlocks'
import type { Report, SetAsideLine } from '../../shared/report/report'
import { commentLine, metToCheck, sourceMetTexts } from '../../shared/text/sourceMet'
import { limits } from './limits'
import { pictureFacts } from './pictureFacts'
import type { SourceDocument } from './sourceDocument'
import { sourceText } from './sourceText'
import { styledSource, type KnownPictures } from './styledSource'

/** Keeps the bytes of a picture for good. */
export type KeepPicture = (request: { readonly bytes: Uint8Array }) => Promise<Result<{ sha256: string }>>

export interface SourceReport extends Pick<ParsedReport, 'diagnostics'> {
  readonly content: ReportContent & Pick<Report, 'issuing'>
  /** What the file had beside its text, in words. */
  readonly met: readonly string[]
  /** Those of `met` for which the clerk should look at the file. */
  readonly toCheck: readonly string[]
}

/** Smaller pictures of other programs are rules, bullets and spacers. In pixels. */
const smallestPicture = 48

/** The report in `document`. A picture that cannot be kept leaves its caption. */
export async function sourceReport(document: SourceDocument, newId: NewId, keepPicture: KeepPicture | null): Promise<SourceReport> {
  const isOwn = isOurs(document.styleNames)
  const pictures = keepPicture === null ? new Map() : await keptPictures(document, keepPicture, isOwn ? 1 : smallestPicture)
  const own = isOwn ? readIssued(styledSource(document.blocks, pictures), newId) : null
  const { content, diagnostics, lines } = own !== null && own.title.length + own.blocks.length > 0 ? { content: own, diagnostics: [], lines: new Map<string, number>() } : parseReport(sourceText(document, pictures), { newId })
  const margins = isOwn ? [] : document.margins.filter((text) => pageNumberLine(text) === null && /[\p{L}\p{N}]/u.test(text))
  const comments = document.comments.map(({ author, text }) => commentLine(author, text))
  const pageNumbers = document.pageNumbers ?? []
  // The number of a page stands before what follows it in the file.
  const setAside = withPlaces([...pageNumbers, ...content.setAside].sort((one, other) => one.line - other.line), content, lines)
  const last = setAside.reduce((most, { line }) => Math.max(most, line), document.blocks.length)
  const beside = [...margins, ...comments].map((text, index) => ({ line: last + index + 1, text: text.replace(/\s*\n\s*/g, ' ') }))
  const drawings = document.met.drawings + (keepPicture === null ? 0 : document.pictures.size - pictures.size)
  const counts = { ...document.met, drawings, notes: document.notes.length, comments: comments.length, margins: margins.length, pageNumbers: pageNumbers.length }
  return { content: { ...content, setAside: [...setAside, ...beside] }, diagnostics, met: sourceMetTexts(counts), toCheck: sourceMetTexts(counts, metToCheck) }
}

/** The lines, in order, each with the block behind which it stood. `lines`: where the blocks begin. */
function withPlaces(setAside: readonly SetAsideLine[], { blocks }: ReportContent, lines: ReadonlyMap<string, number>): readonly SetAsideLine[] {
  if (lines.size === 0) return setAside
  let next = 0
  let behind = ''
  return setAside.map((each) => {
    for (; next < blocks.length && (lines.get(blocks[next]?.id ?? '') ?? 0) <= each.line; next += 1) behind = blocks[next]?.id ?? ''
    return { ...each, behind }
  })
}

/** The document as the text that is parsed: of our own files the text that reads back as the same report. */
export function parsableSource(document: SourceDocument): ParsableText {
  return isOurs(document.styleNames) ? plainParsable(formatReport(readPrinted(styledSource(document.blocks), countingIds()))) : sourceText(document)
}

async function keptPictures(document: SourceDocument, keepPicture: KeepPicture, smallest: number): Promise<KnownPictures> {
  const kept = new Map<string, NonNullable<StyledParagraph['picture']>>()
  for (const [key, bytes] of document.pictures) {
    const facts = pictureFacts(bytes)
    if (facts === null || Math.min(facts.width, facts.height) < smallest || facts.width * facts.height > limits.pixels) continue
    const stored = await keepPicture({ bytes })
    if (stored.ok) kept.set(key, { sha256: stored.value.sha256, ...facts })
  }
  return kept
}
