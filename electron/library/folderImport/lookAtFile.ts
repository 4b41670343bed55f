/** One file of the folder, read and judged by itself (SPEC FOLDER-3, FOLDER-4). */
import { fail, succeed, type Result } from '../../../shared/base/result'
import { bareText, textSketch } from '../../../shared/compare/sketch'
import { guessFile } from '../../../shared/outline/guessFile'
import { reportCharacters } from '../../../shared/outline/reportCharacters'
import type { Report } from '../../../shared/report/report'
import { sha256 } from '../../storage/generationFile'
import { importedReport, type ReportImport } from '../newReports'
import { searchedText } from '../searchedText'
import { picturesOf } from './filePictures'
import { writeSketch } from './judgeFiles'
import type { JobFile, LookedFile } from './jobRecord'

/** A file that was read. `rank`: 0 is the best of the formats in which the same text may come. */
export interface FileContent {
  readonly content: ReportImport['content']
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

/** Keeps the bytes of a picture for good. */
export type KeepPicture = (request: { readonly bytes: Uint8Array }) => Promise<Result<{ sha256: string }>>

/** How files are read; given by who puts the program together. */
export interface FolderReading {
  /** Larger files are refused unread. */
  readonly mostBytes: number
  /** Expected failures are values; whatever else goes wrong is one file that could not be read. Ended by `signal`, it fails with `cancelled`. */
  readonly read: (bytes: Uint8Array, name: string, keepPicture: KeepPicture, signal?: AbortSignal) => Promise<Result<FileContent>>
}

/** Shorter texts are too easily the same. */
const shortestPrint = 20

/** {@link FolderReading.read}, where a bug in a reader is a failure of this one file. */
export async function readContent(reading: FolderReading, bytes: Uint8Array, path: string, keepPicture: KeepPicture): Promise<Result<FileContent>> {
  const name = nameOf(path)
  try {
    return await reading.read(bytes, name, keepPicture)
  } catch {
    return fail({ code: 'readBroken', detail: { name } })
  }
}

/** While a file is only looked at, its pictures are named as if they were kept. */
const hashPicture: KeepPicture = async ({ bytes }) => succeed({ sha256: sha256(bytes) })

/** What is kept of a file whose bytes were read; `onContent` gets its text. */
export async function lookAtFile(reading: FolderReading, file: JobFile, bytes: Uint8Array, onContent: (hash: string, content: FileContent['content']) => Promise<void> = async () => undefined): Promise<JobFile> {
  const { looked: _looked, isOutdated: _isOutdated, error: _error, failed: _failed, ...known } = file
  const hash = sha256(bytes)
  const read = await readContent(reading, bytes, file.path, hashPicture)
  if (read.ok) await onContent(hash, read.value.content)
  return read.ok ? { ...known, sha256: hash, looked: lookedFile(read.value, file.path) } : { ...known, sha256: hash, error: read.error }
}

function lookedFile({ content, format, rank, findings, met, toCheck, setAside }: FileContent, path: string): LookedFile {
  const { title, titleFrom, year, yearFrom, isYearDoubtful, otherYear, kind, unit } = guessFile(content, path)
  const report = importedReport({ content, kind, unit }, '', { kind: 'file' }, 2000)
  const bare = bareText(searchedText(report))
  const shelved = titleFrom === 'text' ? report : { ...report, title: [title] }
  return {
    format, rank, title, titleFrom, year, yearFrom, isYearDoubtful, otherYear, kind, unit, findings, met, toCheck, setAside, characters: reportCharacters(shelved), pictures: picturesOf(content.blocks),
    print: bare.length < shortestPrint ? '' : sha256(bare), shelfPrint: shelfPrint(shelved), sketch: bare.length < shortestPrint ? '' : writeSketch(textSketch(bare)),
  }
}

/** The hash of what a report says in words, without what formats set differently; '' if it says too little. */
export function shelfPrint(report: Report): string {
  const bare = bareText(searchedText(report))
  return bare.length < shortestPrint ? '' : sha256(bare)
}

/** The content under the title that the clerk sees; its lines stay if it is the one of the text. */
export function titled(content: ReportImport['content'], title: string): ReportImport['content'] {
  return content.title.join('') === title ? content : { ...content, title: title === '' ? [] : [title] }
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The bytes as they were looked at; a failure if the file has changed since. */
export function sameBytes(file: JobFile, bytes: Uint8Array): Result<undefined> {
  return sha256(bytes) === file.sha256 ? succeed(undefined) : fail({ code: 'fileChanged', detail: { name: nameOf(file.path) } })
}
