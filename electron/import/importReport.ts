/** A file or a pasted text becomes a report of a library: read, parsed, stored (SPEC IMPORT-4). The window and the command line both come here. */
import { fail, succeed, type Result } from '../../shared/base/result'
import type { NewId } from '../../shared/base/ids'
import type { ImportOutcome } from '../../shared/ipc/contract'
import type { ParsedReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import type { Report } from '../../shared/report/report'
import { diagnosticText } from '../../shared/text/diagnostics'
import { looksLikeMarkdown } from './markdown/looksLikeMarkdown'
import { readMarkdown } from './markdown/readMarkdown'
import { encodingOf } from './readDocument'
import { formatName, LARGEST_TEXT_MB, type SourceReader } from './readers'
import { ImportRefusal } from './refusal'
import { soundDocument } from './soundDocument'
import type { SourceDocument } from './sourceDocument'
import { sourceReport, type KeepPicture } from './sourceReport'
import { textDocument } from './text/readPlainText'

/** What a file says about a report. */
export type ImportedContent = ReportContent & Pick<Report, 'issuing'>

export type ImportedFile = ImportOutcome['imported'][number]

interface Parsed extends Pick<ParsedReport, 'diagnostics'> { readonly content: ImportedContent; readonly met?: readonly string[] }

/** What is asked of a library here. Without a place for pictures, their captions are imported alone. */
export interface ImportTarget {
  readonly keepPicture?: KeepPicture
  importReport(given: { readonly content: ImportedContent; readonly year?: number; readonly original?: { readonly name: string; readonly bytes: Uint8Array } }): Promise<Result<{ readonly id: string; readonly title: string; readonly year: number; readonly isKnown: boolean }>>
}

/** Of a Chinese character in UTF-8. */
const BYTES_OF_HAN = 3

interface Options {
  readonly newId: NewId
  readonly year?: number | undefined
}

/** Stores the file `name` with these bytes, as `read` reads it. */
export async function importFile(target: ImportTarget, file: { readonly name: string; readonly bytes: Uint8Array }, options: Options & { readonly read: SourceReader }): Promise<Result<ImportedFile>> {
  const read = await options.read(file.bytes, file.name)
  if (!read.ok) return read
  const parsed = await sourceReport(read.value.document, options.newId, target.keepPicture ?? null)
  const stored = await target.importReport({ content: parsed.content, ...yearOf(options), original: file })
  return stored.ok ? succeed(outcome(stored.value, parsed, file.name, encodingOf(read.value))) : stored
}

/** Stores a pasted text. `name` stands for the file it did not come from. */
export async function importText(target: ImportTarget, text: string, name: string, options: Options): Promise<Result<ImportedFile>> {
  if (text.trim() === '') return fail({ code: 'fileEmpty', detail: { name } })
  const megabytes = Math.ceil((text.length * BYTES_OF_HAN) / 1024 / 1024)
  if (megabytes > LARGEST_TEXT_MB) return fail({ code: 'fileTooLarge', detail: { name, megabytes, limit: LARGEST_TEXT_MB } })
  const isMarkdown = looksLikeMarkdown(text)
  const document = pastedDocument(text, isMarkdown)
  if (document === null) return fail({ code: 'fileTooLong', detail: { name } })
  const parsed = await sourceReport(document, options.newId, null)
  const stored = await target.importReport({ content: parsed.content, ...yearOf(options) })
  return stored.ok ? succeed(outcome(stored.value, parsed, name, isMarkdown ? formatName('markdown').trim() : 'Unicode')) : stored
}

/** A pasted text, read as one of a file; null if it is longer than a file may be. */
function pastedDocument(text: string, isMarkdown: boolean): SourceDocument | null {
  try {
    return soundDocument(isMarkdown ? readMarkdown(new TextEncoder().encode(text)) : textDocument(text))
  } catch (reason) {
    if (reason instanceof ImportRefusal) return null
    throw reason
  }
}

/** One file after the other; what is refused is told beside what was imported, and stops nothing else. */
export async function importEach(works: readonly (readonly [fileName: string, work: () => Promise<Result<ImportedFile>>])[]): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { imported: [], refused: [] }
  for (const [fileName, work] of works) {
    const result = await work()
    if (result.ok) outcome.imported.push(result.value)
    else outcome.refused.push({ fileName, error: result.error })
  }
  return outcome
}

function yearOf({ year }: Options): { readonly year?: number } {
  return year === undefined ? {} : { year }
}

function outcome(stored: { readonly id: string; readonly title: string; readonly year: number; readonly isKnown: boolean }, parsed: Parsed, fileName: string, encoding: string): ImportedFile {
  return {
    id: stored.id, fileName, title: stored.title, year: stored.year, findings: parsed.diagnostics.length, setAside: parsed.content.setAside.length, encoding,
    isKnown: stored.isKnown, met: [...(parsed.met ?? [])], notes: notesOf(parsed, stored.isKnown),
  }
}

/** The diagnostics in words. A report that was there before has other ids: its notes name the line only. */
function notesOf(parsed: Parsed, isKnown: boolean): ImportedFile['notes'] {
  return parsed.diagnostics.map((diagnostic) => ({
    line: diagnostic.line, text: diagnosticText(diagnostic), ...(isKnown || diagnostic.blockId === undefined ? {} : { blockId: diagnostic.blockId }),
  }))
}
