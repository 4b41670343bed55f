/**
 * The import of whole folders (SPEC FOLDER): listed, looked at, corrected by the clerk, stored, told. Each step can be stopped at any moment and goes
 * on where it was; what is in the library already is known by its bytes, so that nothing comes in twice whatever was lost of the record.
 */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { AppFailure, type AppError } from '../../../shared/base/errors'
import { succeed, type Result } from '../../../shared/base/result'
import type { Watch } from '../../../shared/base/watch'
import type { FolderChange, FolderJob, FolderRow } from '../../../shared/ipc/folderImportContract'
import type { Surroundings } from '../../storage/generations'
import { errnoToAppError } from '../../storage/errnoToAppError'
import { readIn } from '../../storage/readIn'
import { attempt } from '../attempt'
import type { Catalogue } from '../catalogue'
import type { ImportedReport, ReportImport } from '../newReports'
import type { Shelf } from '../reportShelf'
import { openJob, type OpenJob } from './folderJob'
import { choiceOf } from './folderRows'
import { openRecord, recordHeads, removeRecord } from './jobRecord'
import { lookAtFile, nameOf, readContent, sameBytes, titled, type FolderReading, type KeepPicture } from './lookAtFile'
import { openReadContents } from './readContents'
import { shelfIndex } from './shelfIndex'
import { walkFolder } from './walkFolder'

export interface FolderImports {
  /** Lists a folder, given by its absolute path; its earlier import goes on. */
  open(given: { readonly folder: string }): Promise<Result<FolderJob>>
  resume(given: { readonly job: string }): Promise<Result<FolderJob>>
  /** Earlier imports, the newest first. */
  list(): Promise<Result<FolderJob[]>>
  /** Reads what waits. Stopped by `watch`, it ends well and goes on with the next call. */
  look(given: { readonly job: string }, reading: FolderReading, watch?: Watch): Promise<Result<FolderJob>>
  rows(given: { readonly job: string; readonly since: number }): Promise<Result<{ readonly job: FolderJob; readonly revision: number; readonly rows: FolderRow[] }>>
  change(given: { readonly job: string; readonly rows: readonly number[]; readonly change: FolderChange }): Promise<Result<FolderJob>>
  store(given: { readonly job: string }, reading: FolderReading, watch?: Watch): Promise<Result<FolderJob>>
  forget(given: { readonly job: string }): Promise<Result<undefined>>
  /** Stops what is under way, and resolves when its record is written. */
  close(): Promise<void>
}

interface Services {
  readonly surroundings: Surroundings
  readonly root: string
  readonly catalogue: Catalogue
  readonly shelf: Shelf
  readonly importReport: (given: ReportImport) => Promise<Result<ImportedReport>>
  readonly keepPicture: KeepPicture
}

/** Files that are looked at side by side, and stored: then one waits for the disk while another is read. */
const lookedAtOnce = 2
const storedAtOnce = 4
/** What may be the fault of a busy computer, not of the file. */
const unlucky: readonly string[] = ['readTooSlow', 'readTooHungry', 'readBroken']

export function bindFolderImports({ surroundings, root, catalogue, shelf, importReport, keepPicture }: Services): FolderImports {
  const { io, clock } = surroundings
  const contents = openReadContents(surroundings, root)
  const jobs = new Map<string, Promise<OpenJob>>()
  const running = new Set<Promise<unknown>>()
  let isClosing = false
  const now = (): string => new Date(clock()).toISOString()

  /** The job as it is known, without a look at its folder. */
  function job(id: string, folder?: string): Promise<OpenJob> {
    const opened = jobs.get(id) ?? (async () => {
      const { record, read } = await openRecord(surroundings, root, id)
      const place = folder ?? read?.head.folder
      if (place === undefined) throw new AppFailure({ code: 'folderNotFound' })
      const one = openJob({ id, folder: place, now: now(), record, read })
      one.judge(await shelfIndex(one.files(), catalogue, shelf))
      return one
    })()
    jobs.set(id, opened)
    opened.catch(() => jobs.delete(id))
    return opened
  }

  async function list(one: OpenJob): Promise<FolderJob> {
    await requireFolder(one)
    one.list(await walkFolder(io, one.folder, root))
    one.judge(await shelfIndex(one.files(), catalogue, shelf))
    await one.settle(true)
    return one.head()
  }

  /** A folder that is gone is one failure, not one for each of its files. */
  async function requireFolder(one: OpenJob): Promise<void> {
    const detail = { folder: one.head().folderName }
    const facts = await io.readdir(one.folder).catch((error: unknown) => errnoToAppError(error).code)
    if (typeof facts === 'string') throw new AppFailure({ code: facts === 'accessDenied' ? facts : 'folderNotFound', detail })
  }

  /** Works through rows, some side by side, until none is left or the clerk stops it. `before`: how many were done earlier. */
  async function each(indices: readonly number[], given: { readonly before: number; readonly atOnce: number }, watch: Watch, work: (index: number) => Promise<void>): Promise<boolean> {
    const queue = [...indices].reverse()
    const total = given.before + indices.length
    let done = given.before
    let isStopped = false
    const walk = async (): Promise<void> => {
      for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
        isStopped ||= isClosing || watch.isCancelled?.() === true
        if (isStopped) return
        await work(index)
        done += 1
        watch.progress?.({ done, total })
      }
    }
    const ends = await Promise.allSettled(Array.from({ length: given.atOnce }, async () => walk().catch((error: unknown) => {
      isStopped = true
      throw error
    })))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    return isStopped
  }

  /** The bytes of a file. If the whole folder is gone, everything stops and nothing is held against the file. */
  async function bytesOf(one: OpenJob, path: string, mostBytes: number): Promise<Result<Uint8Array>> {
    const bytes = await readIn(join(one.folder, path), mostBytes, io)
    if (!bytes.ok && bytes.error.code !== 'fileTooLarge') await requireFolder(one)
    return bytes
  }

  /** Work that the library waits for when it is closed. */
  function followed<T>(work: () => Promise<T>): Promise<Result<T>> {
    const mine = attempt(work)
    running.add(mine)
    void mine.catch(() => undefined).then(() => running.delete(mine))
    return mine
  }

  /** Reads a file and keeps what was found; gives the code of a failure. */
  async function lookAt(one: OpenJob, index: number, reading: FolderReading): Promise<string | undefined> {
    const file = one.files()[index]
    if (file === undefined) return undefined
    const bytes = await bytesOf(one, file.path, reading.mostBytes)
    const looked = bytes.ok ? await lookAtFile(reading, file, bytes.value, contents.keep) : { ...file, error: bytes.error }
    // Whoever ends the reading ends it for all files, and says nothing about this one.
    if (looked.error?.code === 'cancelled') return undefined
    // What the clerk corrected meanwhile counts.
    const change = one.files()[index]?.change
    one.put(index, change === undefined ? looked : { ...looked, change })
    return looked.error?.code
  }

  return {
    open: ({ folder }) => attempt(async () => {
      const place = resolve(folder)
      return list(await job(createHash('sha256').update(place).digest('hex').slice(0, 16), place))
    }),
    resume: ({ job: id }) => attempt(async () => list(await job(id))),
    list: () => attempt(async () => (await recordHeads(surroundings, root)).map(({ folder: _folder, ...head }) => head).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))),

    look: ({ job: id }, reading, watch = {}) => followed(async () => {
      const one = await job(id)
      const waiting = one.files().flatMap(({ looked, error, skip, stored }, index) => (looked === undefined && error === undefined && skip === undefined && stored === undefined ? [index] : []))
      const before = one.files().filter(({ skip }) => skip === undefined).length - waiting.length
      try {
        const again: number[] = []
        const isStopped = await each(waiting, { before, atOnce: lookedAtOnce }, watch, async (index) => {
          if (unlucky.includes(await lookAt(one, index, reading) ?? '')) again.push(index)
        })
        if (!isStopped) await each(again, { before: before + waiting.length - again.length, atOnce: 1 }, watch, async (index) => void (await lookAt(one, index, reading)))
      } finally {
        one.judge(await shelfIndex(one.files(), catalogue, shelf))
        await one.settle(true)
      }
      return one.head()
    }),

    rows: ({ job: id, since }) => attempt(async () => (await job(id)).rows(since)),

    change: ({ job: id, rows, change }) => attempt(async () => {
      const one = await job(id)
      one.change(rows, change)
      await one.settle()
      return one.head()
    }),

    store: ({ job: id }, reading, watch = {}) => followed(async () => {
      const one = await job(id)
      const chosen = one.files().flatMap((file, index) => (file.stored === undefined && file.error === undefined && choiceOf(file, one.judged(index)).isIn ? [index] : []))
      const storing = new Map<string, Promise<unknown>>()
      /** Files with the same bytes one after the other: the second one must find the first. */
      const inTurn = <T>(hash: string, work: () => Promise<T>): Promise<T> => {
        const mine = (storing.get(hash) ?? Promise.resolve()).then(work)
        storing.set(hash, mine.catch(() => undefined))
        return mine
      }
      const storeOne = async (index: number): Promise<void> => {
        const file = one.files()[index]
        if (file === undefined) return
        const failed = (error: AppError): void => one.put(index, { ...file, failed: error })
        const bytes = await bytesOf(one, file.path, reading.mostBytes)
        if (!bytes.ok) return failed(bytes.error)
        const same = sameBytes(file, bytes.value)
        if (!same.ok) return failed(same.error)
        const known = await contents.take(file.sha256 ?? '')
        const read = known === null ? await readContent(reading, bytes.value, file.path, keepPicture) : succeed({ content: known })
        if (!read.ok) return read.error.code === 'cancelled' ? undefined : failed(read.error)
        const { title, year, kind, unit } = choiceOf(file, one.judged(index))
        const imported = await inTurn(file.sha256 ?? '', () => importReport({ content: titled(read.value.content, title), year, kind, unit, isOnce: true, original: { name: nameOf(file.path), bytes: bytes.value } }))
        if (!imported.ok) return failed(imported.error)
        await contents.drop([file.sha256 ?? ''])
        const { failed: _failed, ...rest } = file
        one.put(index, { ...rest, stored: { reportId: imported.value.id, isKnown: imported.value.isKnown } })
      }
      try {
        const isStopped = await each(chosen, { before: one.files().filter(({ stored }) => stored !== undefined).length, atOnce: storedAtOnce }, watch, storeOne)
        if (!isStopped) {
          one.finish(now())
          await contents.drop(hashesOf(one))
        }
      } finally {
        await one.settle(true)
      }
      return one.head()
    }),

    forget: ({ job: id }) => attempt(async () => {
      const opened = await jobs.get(id)?.catch(() => null)
      jobs.delete(id)
      await opened?.settle().catch(() => undefined)
      if (opened) await contents.drop(hashesOf(opened))
      await removeRecord(surroundings, root, id)
      return undefined
    }),

    close: async () => {
      isClosing = true
      await Promise.allSettled(running)
    },
  }
}

function hashesOf(one: OpenJob): readonly string[] {
  return one.files().flatMap(({ sha256 }) => sha256 ?? [])
}
