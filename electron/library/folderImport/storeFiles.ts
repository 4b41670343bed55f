/** The chosen files of a folder come into the library, each whole or not at all (SPEC FOLDER-7). */
import type { AppError } from '../../../shared/base/errors'
import { succeed, type Result } from '../../../shared/base/result'
import type { ImportedReport, ReportImport } from '../newReports'
import type { OpenJob } from './folderJob'
import { choiceOf } from './folderRows'
import { nameOf, readContent, sameBytes, titled, type FolderReading, type KeepPicture } from './lookAtFile'
import type { ReadContents } from './readContents'

interface Given {
  readonly one: OpenJob
  /** Ends by itself when the work is to end. */
  readonly reading: FolderReading
  readonly signal: AbortSignal
  readonly contents: ReadContents
  /** Null if the work is to end. */
  readonly bytesOf: (path: string) => Promise<Result<Uint8Array> | null>
  readonly importReport: (given: ReportImport) => Promise<Result<ImportedReport>>
  readonly keepPicture: KeepPicture
}

/** Gives the way in which one file is stored; false if it was left because the work is to end. */
export function fileStorer({ one, reading, signal, contents, bytesOf, importReport, keepPicture }: Given): (path: string) => Promise<boolean> {
  const storing = new Map<string, Promise<unknown>>()
  /** Files with the same bytes one after the other: the second one must find the first. */
  const inTurn = <T>(hash: string, work: () => Promise<T>): Promise<T> => {
    const mine = (storing.get(hash) ?? Promise.resolve()).then(work)
    storing.set(hash, mine.catch(() => undefined))
    return mine
  }

  return async (path) => {
    const chosen = one.file(path)
    if (chosen === undefined) return true
    const { sha256: hash = '' } = chosen
    // What the clerk corrected meanwhile stays.
    const failed = (error: AppError): boolean => {
      one.put(path, (now) => ({ ...now, failed: error }))
      return true
    }
    const bytes = await bytesOf(path)
    if (bytes === null) return false
    if (!bytes.ok) return failed(bytes.error)
    const same = sameBytes(chosen, bytes.value)
    if (!same.ok) return failed(same.error)
    const known = await contents.take(hash)
    const read = known === null ? await readContent(reading, bytes.value, path, keepPicture) : succeed({ content: known })
    if (!read.ok) return read.error.code === 'cancelled' ? false : failed(read.error)
    return inTurn(hash, async () => {
      const file = one.file(path)
      if (signal.aborted) return false
      if (file === undefined) return true
      const { title, year, kind, unit, isIn } = choiceOf(file, one.judged(path))
      if (!isIn) return true
      const imported = await importReport({ content: titled(read.value.content, title), year, kind, unit, isOnce: true, original: { name: nameOf(path), bytes: bytes.value } })
      if (!imported.ok) return failed(imported.error)
      await contents.drop([hash])
      // The row tells what was stored, not what was said too late.
      one.put(path, ({ failed: _failed, wasStored: _wasStored, change: _late, ...now }) => ({ ...now, ...(file.change === undefined ? {} : { change: file.change }), stored: { reportId: imported.value.id, isKnown: imported.value.isKnown } }))
      return true
    })
  }
}
