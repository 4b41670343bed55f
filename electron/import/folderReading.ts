/** How the files of a folder are read for its import (SPEC FOLDER-3): by the same readers as a single file, one report each. */
import type { Result } from '../../shared/base/result'
import { succeed } from '../../shared/base/result'
import { countingIds } from '../../shared/base/ids'
import type { ImportedContent } from './importReport'
import { limits } from './limits'
import { formatName, type SourceReader } from './readers'
import type { FileFormat } from './sniffFormat'
import { sourceReport, type KeepPicture } from './sourceReport'

/** A file of a folder, read. `rank`: 0 is the best of the formats in which the same text may come. */
export interface FolderFile {
  readonly content: ImportedContent
  readonly format: string
  readonly rank: number
  readonly findings: number
  /** What it had beside its text, in words. */
  readonly met: readonly string[]
  /** Those of `met` for which the clerk should look at the file. */
  readonly toCheck: readonly string[]
  /** Lines that were taken for advertising or the remains of a web page. */
  readonly setAside: number
}

export interface FolderReading {
  readonly mostBytes: number
  readonly read: (bytes: Uint8Array, name: string, keepPicture: KeepPicture, signal?: AbortSignal) => Promise<Result<FolderFile>>
}

/** The formats from the one that keeps most of a report to the one that keeps least. */
const byWorth: readonly FileFormat[] = ['docx', 'compound', 'odt', 'rtf', 'wordXml', 'html', 'mht', 'markdown', 'text', 'pdf']

/** `read` reads one file; in the program in a process of its own. */
export function folderReading(read: SourceReader): FolderReading {
  return {
    mostBytes: limits.documentBytes,
    read: async (bytes, name, keepPicture, signal) => {
      const source = await read(bytes, name, signal)
      if (!source.ok) return source
      const { format, document } = source.value
      const { content, diagnostics, met, toCheck } = await sourceReport(document, countingIds('b'), keepPicture)
      const rank = byWorth.indexOf(format)
      return succeed({ content, format: formatName(format).trim(), rank: rank === -1 ? byWorth.length : rank, findings: diagnostics.length, met, toCheck, setAside: Math.max(0, content.setAside.length - document.notes.length - document.comments.length - document.margins.length) })
    },
  }
}
