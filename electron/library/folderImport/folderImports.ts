/**
 * The import of whole folders (SPEC FOLDER): listed, looked at, corrected by the clerk, stored, told. Each step can be stopped at any moment and goes
 * on where it was; what is in the library already is known by its bytes, so that nothing comes in twice whatever was lost of the record.
 */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { fail, type Result } from '../../../shared/base/result'
import type { Watch } from '../../../shared/base/watch'
import type { FolderChange, FolderJob, FolderRow } from '../../../shared/ipc/folderImportContract'
import type { Surroundings } from '../../storage/generations'
import { errnoToAppError } from '../../storage/errnoToAppError'
import { readIn } from '../../storage/readIn'
import { attempt } from '../attempt'
import type { Catalogue } from '../catalogue'
import type { ImportedReport, ReportImport } from '../newReports'
import type { Shelf } from '../reportShelf'
import { eachFile } from './eachFile'
import { openJob, type OpenJob } from './folderJob'
import { choiceOf } from './folderRows'
import { hasRecords, openRecord, recordHeads, removeRecord, type JobFile } from './jobRecord'
import { jobTurns, unlessStopped, type Stop } from './jobTurns'
import { lookAtFile, type FolderReading, type KeepPicture } from './lookAtFile'
import { openReadContents } from './readContents'
import { shelfIndex, storedReports } from './shelfIndex'
import { fileStorer } from './storeFiles'
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
  /** The clerk's corrections of the files at these paths; of one that is stored, or gone meanwhile, they are not heard. */
  change(given: { readonly job: string; readonly paths: readonly string[]; readonly change: FolderChange }): Promise<Result<FolderJob>>
  store(given: { readonly job: string }, reading: FolderReading, watch?: Watch): Promise<Result<FolderJob>>
  /** Stops what is under way for it, then forgets it. */
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
  /** Name and version of the program: what another one read is read anew. */
  readonly program: string
}

/** Files that are looked at side by side, and stored: then one waits for the disk while another is read. */
const lookedAtOnce = 2
const storedAtOnce = 4
/** What may be the fault of a busy computer, not of the file. */
const unlucky: readonly string[] = ['readTooSlow', 'readTooHungry', 'readBroken']

export function bindFolderImports({ surroundings, root, catalogue, shelf, importReport, keepPicture, program }: Services): FolderImports {
  const { io, clock } = surroundings
  const contents = openReadContents(surroundings, root, program)
  const jobs = new Map<string, Promise<OpenJob>>()
  const turns = jobTurns()
  const leaving = new Set<string>()
  /** Corrections that are being written. */
  const changes = new Set<Promise<unknown>>()
  let isClosed = false
  const now = (): string => new Date(clock()).toISOString()
  const judge = async (one: OpenJob): Promise<void> => one.judge(await shelfIndex(one.files(), catalogue, shelf))

  /** The job as it is known, without a look at its folder. */
  async function job(id: string, folder?: string): Promise<OpenJob> {
    if (leaving.has(id)) throw new AppFailure({ code: 'folderNotFound' })
    const opened = jobs.get(id) ?? (async () => {
      const { record, read } = await openRecord(surroundings, root, id)
      const place = folder ?? read?.head.folder
      if (place === undefined) throw new AppFailure({ code: 'folderNotFound' })
      const one = openJob({ id, folder: place, now, record, read, reader: program })
      await judge(one)
      return one
    })()
    jobs.set(id, opened)
    opened.catch(() => { if (jobs.get(id) === opened) jobs.delete(id) })
    return opened
  }

  const list = (id: string, folder?: string): Promise<Result<FolderJob>> => attempt(() => turns.run(id, {}, async ({ signal }) => {
    const one = await job(id, folder)
    // A share that does not answer holds up neither closing nor forgetting.
    const walked = await unlessStopped((async () => {
      await requireFolder(one)
      return walkFolder(io, one.folder, root)
    })(), signal)
    if (walked === null) throw new AppFailure({ code: 'cancelled' })
    one.keepStored(await storedReports(one.files(), catalogue))
    const known = hashesOf(one.files())
    one.list(walked)
    // Texts of files that changed or are gone; dropped before the record forgets their names.
    const here = new Set(hashesOf(one.files()))
    await contents.drop(known.filter((hash) => !here.has(hash)))
    await judge(one)
    await one.settle(true)
    return one.head()
  }))

  /** A folder that is gone is one failure, not one for each of its files. */
  async function requireFolder(one: OpenJob): Promise<void> {
    const detail = { folder: one.head().folderName }
    const facts = await io.readdir(one.folder).catch((error: unknown) => errnoToAppError(error).code)
    if (typeof facts === 'string') throw new AppFailure({ code: facts === 'accessDenied' ? facts : 'folderNotFound', detail })
  }

  /** The bytes of a file; null if the work is to end, even while a lost share does not answer. If the whole folder is gone, everything stops and nothing is held against the file. */
  function bytesOf(one: OpenJob, path: string, mostBytes: number, { signal }: Stop): Promise<Result<Uint8Array> | null> {
    return unlessStopped((async () => {
      const bytes = await readIn(join(one.folder, path), mostBytes, io)
      if (!bytes.ok && bytes.error.code !== 'fileTooLarge') await requireFolder(one)
      return bytes
    })(), signal)
  }

  /** Looks at files or stores them, then writes what came of it, however it ended. */
  function work(id: string, given: FolderReading, watch: Watch, run: (one: OpenJob, reading: FolderReading, stop: Stop) => Promise<void>): Promise<Result<FolderJob>> {
    return attempt(() => turns.run(id, watch, async (stop) => {
      const one = await job(id)
      try {
        await run(one, { ...given, read: (bytes, name, keep) => given.read(bytes, name, keep, stop.signal) }, stop)
      } finally {
        await judge(one)
        await one.settle(true)
      }
      return one.head()
    }))
  }

  /** Reads a file and keeps what was found. What may be the fault of a busy computer is held against the file the `last` time only: stopped before, the file still waits. */
  async function lookAt(one: OpenJob, path: string, reading: FolderReading, stop: Stop, time: 'first' | 'last'): Promise<'done' | 'unlucky' | 'stopped'> {
    const file = one.file(path)
    if (file === undefined) return 'done'
    const bytes = await bytesOf(one, path, reading.mostBytes, stop)
    if (bytes === null) return 'stopped'
    const { change: _change, ...looked } = bytes.ok ? await lookAtFile(reading, file, bytes.value, file.stored === undefined ? contents.keep : undefined) : { ...file, error: bytes.error }
    // Whoever ends the reading ends it for all files, and says nothing about this one.
    if (looked.error?.code === 'cancelled') return 'stopped'
    // What is known of a stored file stays known.
    if (file.stored !== undefined && looked.looked === undefined) return 'done'
    if (time === 'first' && unlucky.includes(looked.error?.code ?? '')) return 'unlucky'
    // What the clerk corrected meanwhile counts.
    one.put(path, ({ change }) => ({ ...looked, reader: program, ...(change === undefined ? {} : { change }) }))
    return 'done'
  }

  return {
    open: ({ folder }) => {
      const place = resolve(folder)
      return list(createHash('sha256').update(place).digest('hex').slice(0, 16), place)
    },
    resume: ({ job: id }) => list(id),
    list: () => attempt(async () => (await recordHeads(surroundings, root)).map(({ folder: _folder, ...head }) => head).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))),

    look: ({ job: id }, given, watch = {}) => work(id, given, watch, async (one, reading, stop) => {
      const waiting = waitingIn(one.files())
      const before = one.files().filter(({ skip }) => skip === undefined).length - waiting.length
      const again: string[] = []
      const isWhole = await eachFile(waiting, { ...watch, stop, before, atOnce: lookedAtOnce }, async (path) => {
        const end = await lookAt(one, path, reading, stop, 'first')
        if (end === 'unlucky') again.push(path)
        return end !== 'stopped'
      })
      if (isWhole) await eachFile(again, { ...watch, stop, before: before + waiting.length - again.length, atOnce: 1 }, async (path) => (await lookAt(one, path, reading, stop, 'last')) !== 'stopped')
    }),

    rows: ({ job: id, since }) => attempt(async () => (await job(id)).rows(since)),

    change: ({ job: id, paths, change }) => {
      // After closing nothing is written: the data folder is no longer ours.
      if (isClosed) return Promise.resolve(fail({ code: 'cancelled' }))
      const changed = attempt(async () => {
        const one = await job(id)
        one.change(paths, change)
        await one.settle()
        return one.head()
      })
      changes.add(changed)
      const end = (): void => { changes.delete(changed) }
      changed.then(end, end)
      return changed
    },

    store: ({ job: id }, given, watch = {}) => work(id, given, watch, async (one, reading, stop) => {
      const chosen = one.files().flatMap((file) => (file.stored === undefined && file.error === undefined && choiceOf(file, one.judged(file.path)).isIn ? [file.path] : []))
      const storeFile = fileStorer({ one, reading, signal: stop.signal, contents, importReport, keepPicture, bytesOf: (path) => bytesOf(one, path, reading.mostBytes, stop) })
      const isWhole = await eachFile(chosen, { ...watch, stop, before: one.files().filter(({ stored }) => stored !== undefined).length, atOnce: storedAtOnce }, storeFile)
      if (!isWhole || one.head().waiting > 0) return
      one.finish(now())
      await contents.drop(hashesOf(one.files()))
    }),

    forget: ({ job: id }) => {
      turns.stop(id)
      return attempt(() => turns.run(id, {}, async () => {
        const opened = await jobs.get(id)?.catch(() => null)
        leaving.add(id)
        try {
          await opened?.leave()
          await contents.drop(hashesOf(opened?.files() ?? (await openRecord(surroundings, root, id)).read?.files ?? []))
          await removeRecord(surroundings, root, id)
          if (!await hasRecords(surroundings, root)) await contents.clear()
        } finally {
          jobs.delete(id)
          leaving.delete(id)
        }
        return undefined
      }))
    },

    close: async () => {
      isClosed = true
      await turns.close()
      await Promise.allSettled(changes)
      await Promise.allSettled([...jobs.values()].map(async (each) => {
        const one = await each
        await one.settle().catch(() => undefined)
        await one.leave()
      }))
    },
  }
}

/** Files to be read: for the first time, or once more because what is known of them is of another time. */
function waitingIn(files: readonly JobFile[]): readonly string[] {
  return files.flatMap(({ path, looked, isOutdated, error, skip, stored }) => ((isOutdated || (looked === undefined && stored === undefined)) && error === undefined && skip === undefined ? [path] : []))
}

function hashesOf(files: readonly JobFile[]): readonly string[] {
  return files.flatMap(({ sha256 }) => sha256 ?? [])
}
