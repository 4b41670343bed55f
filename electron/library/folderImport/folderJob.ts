/** One import of a folder, in memory and on the disk: its files in order, what they are to each other, and which rows changed when (SPEC FOLDER-2). */
import { basename } from 'node:path'
import type { FolderChange, FolderJob, FolderRow } from '../../../shared/ipc/folderImportContract'
import { folderCounts, folderRow } from './folderRows'
import { judgeFiles, type Judged } from './judgeFiles'
import type { JobFile, JobHead, JobRecord, ReadRecord } from './jobRecord'
import type { WalkedFile } from './walkFolder'

export interface OpenJob {
  readonly id: string
  readonly folder: string
  files(): readonly JobFile[]
  judged(index: number): Judged
  /** Puts another value in the place of a file; it is written soon. */
  put(index: number, file: JobFile): void
  change(rows: readonly number[], change: FolderChange): void
  /** Takes the names that are in the folder now; what was looked at and did not change since stays known. */
  list(walked: readonly WalkedFile[]): void
  /** Looks at all files together. */
  judge(onShelf: (file: JobFile) => string | undefined): void
  finish(at: string): void
  head(): FolderJob
  rows(since: number): { readonly job: FolderJob; readonly revision: number; readonly rows: FolderRow[] }
  /** Resolves when the disk has everything; `isFolded`: in one file. */
  settle(isFolded?: boolean): Promise<void>
}

/** Milliseconds between two writings of rows that changed. */
const pause = 500
/** Failures that may be gone the next time; what the bytes themselves say is not tried again. */
const passing: readonly string[] = ['fileNotFound', 'accessDenied', 'fileBusy', 'diskFaulty', 'diskGone', 'tooManyFiles', 'folderNotFound', 'readTooSlow', 'readTooHungry', 'readBroken', 'internal', 'formatNotYet']

export function openJob(given: { readonly id: string; readonly folder: string; readonly now: string; readonly record: JobRecord; readonly read: ReadRecord | null }): OpenJob {
  const { id, folder, record } = given
  let files: JobFile[] = [...(given.read?.files ?? [])].sort(byPath)
  let judged: readonly Judged[] = []
  let revision = 1
  let revisions: number[] = files.map(() => revision)
  let openedAt = given.read?.head.openedAt ?? given.now
  let finishedAt = given.read?.head.finishedAt ?? null
  const dirty = new Set<number>()
  let writing: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | null = null

  const rowAt = (index: number): FolderRow => folderRow(files[index] ?? { path: '', bytes: 0, modified: 0 }, index, judged[index])
  const head = (): FolderJob => ({ job: id, folderName: basename(folder) || folder, openedAt, finishedAt, ...folderCounts(files.map((_, index) => rowAt(index))) })
  const stored = (): JobHead => ({ ...head(), folder })

  function touch(index: number): void {
    revision += 1
    revisions[index] = revision
    dirty.add(index)
    timer ??= setTimeout(() => {
      timer = null
      void write().catch(() => undefined)
    }, pause)
  }

  /** What cannot be written now is written with the next rows; nothing but time depends on it. */
  function write(): Promise<void> {
    writing = writing.catch(() => undefined).then(async () => {
      const rows = [...dirty]
      if (rows.length === 0) return
      dirty.clear()
      try {
        await record.append(stored(), rows.flatMap((index) => files[index] ?? []))
      } catch (error) {
        for (const index of rows) dirty.add(index)
        throw error
      }
    })
    return writing
  }

  async function settle(isFolded = false): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!isFolded) return write()
    writing = writing.catch(() => undefined).then(() => record.fold(stored(), files))
    await writing
    dirty.clear()
  }

  return {
    id, folder, head, settle,
    files: () => files,
    judged: (index) => judged[index] ?? { related: [] },
    put: (index, file) => {
      files[index] = file
      touch(index)
    },
    change: (rows, change) => {
      for (const index of rows) {
        const file = files[index]
        if (file === undefined || file.stored !== undefined) continue
        files[index] = { ...file, change: { ...file.change, ...change } }
        touch(index)
      }
      if (rows.length > 0) finishedAt = null
    },
    list: (walked) => {
      const known = new Map(files.map((file) => [file.path, file]))
      const now = walked.map((each) => merged(known.get(each.path), each))
      const here = new Set(walked.map(({ path }) => path))
      // What was stored from a file that is gone meanwhile stays in the report of the import.
      files = [...now, ...files.filter((file) => file.stored !== undefined && !here.has(file.path))].sort(byPath)
      judged = []
      openedAt = given.now
      revision += 1
      revisions = files.map(() => revision)
      dirty.clear()
    },
    judge: (onShelf) => {
      const before = judged
      judged = judgeFiles(files, onShelf)
      files.forEach((_, index) => {
        if (JSON.stringify(before[index] ?? { related: [] }) !== JSON.stringify(judged[index])) {
          revision += 1
          revisions[index] = revision
        }
      })
    },
    finish: (at) => { finishedAt = at },
    rows: (since) => ({ job: head(), revision, rows: files.flatMap((_, index) => ((revisions[index] ?? 0) > since ? [rowAt(index)] : [])) }),
  }
}

/** What is known of a file, if it is still the same; its corrections in any case. */
function merged(known: JobFile | undefined, walked: WalkedFile): JobFile {
  if (known === undefined) return walked
  const isSame = known.bytes === walked.bytes && known.modified === walked.modified && known.skip === walked.skip && walked.error === undefined
  if (isSame && known.stored !== undefined) return known
  const { failed: _failed, ...rest } = known
  if (isSame && (known.error === undefined || !passing.includes(known.error.code))) return rest
  return { ...walked, ...(known.change === undefined ? {} : { change: known.change }) }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0
}
