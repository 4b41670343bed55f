/** One import of a folder, in memory and on the disk: its files in order, what they are to each other, and which rows changed when (SPEC FOLDER-2). */
import { basename } from 'node:path'
import type { FolderChange, FolderJob, FolderRow } from '../../../shared/ipc/folderImportContract'
import { choiceOf, folderCounts, folderRow } from './folderRows'
import { judgeFiles, type Judged } from './judgeFiles'
import type { JobFile, JobHead, JobRecord, ReadRecord } from './jobRecord'
import type { WalkedFile } from './walkFolder'

export interface OpenJob {
  readonly id: string
  readonly folder: string
  files(): readonly JobFile[]
  file(path: string): JobFile | undefined
  judged(path: string): Judged
  /** Makes another value of a file out of what is known of it now; it is written soon. A path that is gone is none. */
  put(path: string, next: (now: JobFile) => JobFile): void
  change(paths: readonly string[], change: FolderChange): void
  /** What was stored counts while it is in the library. */
  keepStored(isThere: (reportId: string) => boolean): void
  /** Takes the names that are in the folder now; what was looked at and did not change since stays known. */
  list(walked: readonly WalkedFile[]): void
  /** Looks at all files together. */
  judge(onShelf: (file: JobFile) => string | undefined): void
  finish(at: string): void
  head(): FolderJob
  rows(since: number): { readonly job: FolderJob; readonly revision: number; readonly rows: FolderRow[] }
  /** Resolves when the disk has everything; `isFolded`: in one file. */
  settle(isFolded?: boolean): Promise<void>
  /** Nothing is written any more; resolves when what was being written is. */
  leave(): Promise<void>
}

interface Given {
  readonly id: string
  readonly folder: string
  readonly now: () => string
  readonly record: JobRecord
  readonly read: ReadRecord | null
  /** Who reads the files: what another program found in a file is found anew. */
  readonly reader: string
}

/** Milliseconds between two writings of rows that changed. */
const pause = 500
/** Milliseconds between two attempts at most, when rows cannot be written. */
const longestPause = 30_000
/** Failures that may be gone the next time; what the bytes themselves say is not tried again. */
const passing: readonly string[] = ['fileNotFound', 'accessDenied', 'fileBusy', 'diskFaulty', 'diskGone', 'tooManyFiles', 'folderNotFound', 'readTooSlow', 'readTooHungry', 'readBroken', 'internal', 'formatNotYet']
const unjudged: Judged = { related: [] }

export function openJob({ id, folder, now, record, read, reader }: Given): OpenJob {
  let files: JobFile[] = [...(read?.files ?? [])].sort(byPath)
  let places = placesOf(files)
  let judged: readonly Judged[] = []
  let revision = 1
  let revisions: number[] = files.map(() => revision)
  let openedAt = read?.head.openedAt ?? now()
  let finishedAt = read?.head.finishedAt ?? null
  /** Paths whose rows the disk does not have yet. */
  const dirty = new Set<string>()
  let writing: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isLeft = false
  /** Writings that failed, one after the other. */
  let failures = 0

  const rowAt = (index: number): FolderRow => {
    const { related, ...rest } = judged[index] ?? unjudged
    // Of two that are alike the clerk took one: then it is like nothing that comes in.
    return folderRow(files[index] ?? { path: '', bytes: 0, modified: 0 }, index, { ...rest, related: related.filter(isComing) })
  }
  const isComing = (index: number): boolean => {
    const file = files[index]
    return file !== undefined && (file.stored !== undefined || choiceOf(file, judged[index]).isIn)
  }
  const head = (): FolderJob => ({ job: id, folderName: basename(folder) || folder, openedAt, finishedAt, ...folderCounts(files.map((_, index) => rowAt(index))) })
  const stored = (): JobHead => ({ ...head(), folder })
  const file = (path: string): JobFile | undefined => files[places.get(path) ?? -1]

  function show(index: number): void {
    revision += 1
    revisions[index] = revision
  }

  function put(path: string, next: (now: JobFile) => JobFile): void {
    const index = places.get(path) ?? -1
    const known = files[index]
    if (known === undefined) return
    files[index] = next(known)
    show(index)
    dirty.add(path)
    writeSoon()
  }

  function writeSoon(): void {
    if (isLeft) return
    timer ??= setTimeout(() => {
      timer = null
      void write(false).catch(() => undefined)
    }, Math.min(longestPause, pause * 2 ** failures))
  }

  /** What is taken here and cannot be written is tried again with the next rows, or after a while; what changes meanwhile is written after it. */
  function write(isFolded: boolean): Promise<void> {
    writing = writing.catch(() => undefined).then(async () => {
      if (isLeft || (dirty.size === 0 && !isFolded)) return
      const taken = [...dirty]
      dirty.clear()
      try {
        if (isFolded) await record.fold(stored(), [...files])
        else await record.append(stored(), taken.flatMap((path) => file(path) ?? []))
        failures = 0
      } catch (error) {
        for (const path of taken) dirty.add(path)
        failures += 1
        if (dirty.size > 0) writeSoon()
        throw error
      }
    })
    return writing
  }

  function endTimer(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  return {
    id, folder, head, file, put,
    settle: (isFolded = false) => {
      endTimer()
      return write(isFolded)
    },
    leave: async () => {
      isLeft = true
      endTimer()
      await writing.catch(() => undefined)
    },
    files: () => files,
    judged: (path) => judged[places.get(path) ?? -1] ?? unjudged,
    change: (paths, change) => {
      const changed = paths.filter((path) => file(path)?.stored === undefined)
      for (const path of changed) put(path, (known) => ({ ...known, change: { ...known.change, ...change } }))
      // Whether a file comes in matters to those that are like it.
      if (change.isIn !== undefined) {
        const indices = new Set(changed.map((path) => places.get(path) ?? -1))
        judged.forEach(({ related }, index) => { if (related.some((other) => indices.has(other))) show(index) })
      }
      if (changed.length > 0) finishedAt = null
    },
    keepStored: (isThere) => {
      for (const { path, stored: known } of files) {
        if (known === undefined || isThere(known.reportId)) continue
        // The tick by which it came in once is used up.
        put(path, ({ stored: _stored, change: { isIn: _isIn, ...change } = {}, ...rest }) => ({ ...rest, change, wasStored: true }))
      }
    },
    list: (walked) => {
      const known = new Map(files.map((each) => [each.path, each]))
      const here = new Set(walked.map(({ path }) => path))
      // What was stored from a file that is gone meanwhile stays in the report of the import.
      files = [...walked.map((each) => merged(known.get(each.path), each, reader)), ...files.filter((each) => each.stored !== undefined && !here.has(each.path))].sort(byPath)
      places = placesOf(files)
      judged = []
      openedAt = now()
      revision += 1
      revisions = files.map(() => revision)
    },
    judge: (onShelf) => {
      const before = judged
      judged = judgeFiles(files, onShelf)
      files.forEach((_, index) => { if (JSON.stringify(before[index] ?? unjudged) !== JSON.stringify(judged[index])) show(index) })
    },
    finish: (at) => { finishedAt = at },
    rows: (since) => ({ job: head(), revision, rows: files.flatMap((_, index) => ((revisions[index] ?? 0) > since ? [rowAt(index)] : [])) }),
  }
}

function placesOf(files: readonly JobFile[]): ReadonlyMap<string, number> {
  return new Map(files.map(({ path }, index) => [path, index]))
}

/** What is known of a file, if it is still the same and was read by the same program; its corrections in any case. */
function merged(known: JobFile | undefined, walked: WalkedFile, reader: string): JobFile {
  if (known === undefined) return walked
  const isSame = known.bytes === walked.bytes && known.modified === walked.modified && known.skip === walked.skip && walked.error === undefined
  if (isSame && known.stored !== undefined) return known
  const { failed: _failed, ...rest } = known
  const isOurs = (known.looked === undefined && known.error === undefined) || known.reader === reader
  if (isSame && isOurs && (known.error === undefined || !passing.includes(known.error.code))) return rest
  return { ...walked, ...(known.change === undefined ? {} : { change: known.change }), ...(isSame && known.wasStored === true ? { wasStored: true } : {}) }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0
}
