/** 导入文件夹: the folder, its rows as the main process has them, and what is under way. */
import type { AppError } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import type { FolderChange, FolderJob, FolderRow } from '../../shared/ipc/folderImportContract'
import { folderImportText as words } from '../../shared/text/folderImport'
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadLibrary } from './library'
import { stopWork, watched } from './longWork'
import { openReport } from './navigation'
import { showToast } from './toast'

export interface FolderImport {
  readonly isOpen: boolean
  /** Null while no folder is chosen. */
  readonly job: FolderJob | null
  /** Every row of the job by its index. */
  readonly rows: readonly FolderRow[]
  readonly work: 'list' | 'look' | 'store' | null
  readonly earlier: readonly FolderJob[]
  readonly error: AppError | null
  /** A folder was dropped, which only a dialog can choose. */
  readonly wasDropped: boolean
}

const closed: FolderImport = { isOpen: false, job: null, rows: [], work: null, earlier: [], error: null, wasDropped: false }

export const folderImport = createStore<FolderImport>(closed)

/** Rows are asked for again after so many milliseconds while work is under way. */
const pause = 300
let revision = 0

export function openFolderImport(wasDropped = false): void {
  if (folderImport.get().isOpen) return
  folderImport.set(() => ({ ...closed, isOpen: true, wasDropped }))
  void loadEarlier()
}

/** What is under way is stopped; it goes on where it was the next time. */
export function closeFolderImport(): void {
  if (folderImport.get().work !== null) {
    stopWork()
    showToast({ text: words.stopped })
  }
  folderImport.set(() => closed)
}

/** Back to the choice of a folder. */
export function leaveFolder(): void {
  folderImport.set((state) => ({ ...closed, isOpen: state.isOpen }))
  void loadEarlier()
}

export async function chooseFolder(): Promise<void> {
  await start(async () => {
    const chosen = await call('folderImport.choose', undefined)
    return chosen.ok ? { ok: true, value: chosen.value.kind === 'opened' ? chosen.value.job : null } : chosen
  })
}

/** Goes on with an earlier import; if its folder is not there, what became of it is shown all the same. */
export async function resumeFolder(job: FolderJob): Promise<void> {
  await start(async () => {
    const resumed = await call('folderImport.resume', { job: job.job })
    if (!resumed.ok) await show(job)
    return resumed
  })
}

export async function seeFolder(job: FolderJob): Promise<void> {
  await show(job)
}

export async function forgetFolder(job: FolderJob): Promise<void> {
  const forgotten = await call('folderImport.forget', { job: job.job })
  if (!forgotten.ok) folderImport.set((state) => ({ ...state, error: forgotten.error }))
  await loadEarlier()
}

export async function lookOn(): Promise<void> {
  await run('look', (job) => call('folderImport.look', { job }))
}

export async function storeRows(): Promise<void> {
  await run('store', (job) => call('folderImport.store', { job }))
  await reloadLibrary()
}

export async function changeFiles(paths: readonly string[], change: FolderChange): Promise<void> {
  const { job } = folderImport.get()
  if (job === null || paths.length === 0) return
  const changed = await call('folderImport.change', { job: job.job, paths: [...paths], change })
  if (!changed.ok) folderImport.set((state) => ({ ...state, error: changed.error }))
  await takeRows(job.job)
}

export async function saveFolderReport(format: 'csv' | 'txt'): Promise<void> {
  const { job } = folderImport.get()
  if (job === null) return
  const saved = await call('folderImport.report', { job: job.job, format })
  if (!saved.ok) folderImport.set((state) => ({ ...state, error: saved.error }))
  else if (saved.value.kind === 'written') showToast({ text: words.saved(saved.value.fileName) })
}

/** Lays an imported report on the desk; the import can be looked at again later. */
export async function openFromFolder(id: string): Promise<void> {
  closeFolderImport()
  await openReport(id)
}

/** Lists a folder, then reads what waits in it. */
async function start(open: () => Promise<Result<FolderJob | null>>): Promise<void> {
  if (folderImport.get().work !== null) return
  folderImport.set((state) => ({ ...state, work: 'list', error: null, wasDropped: false }))
  const opened = await open()
  folderImport.set((state) => ({ ...state, work: null, error: opened.ok ? null : opened.error }))
  if (!opened.ok || opened.value === null || !folderImport.get().isOpen) return
  await show(opened.value)
  if (opened.value.waiting > 0) await lookOn()
}

async function show(job: FolderJob): Promise<void> {
  revision = 0
  folderImport.set((state) => ({ ...state, job, rows: [] }))
  await takeRows(job.job)
}

async function run(work: 'look' | 'store', begin: (job: string) => Promise<Result<FolderJob>>): Promise<void> {
  const { job, work: running } = folderImport.get()
  if (job === null || running !== null) return
  folderImport.set((state) => ({ ...state, work, error: null }))
  const follow = setInterval(() => void takeRows(job.job), pause)
  const ended = await watched(() => begin(job.job))
  clearInterval(follow)
  await takeRows(job.job)
  if (!isShown(job.job)) return
  folderImport.set((state) => ({ ...state, work: null, error: ended.ok ? null : ended.error }))
}

/** Takes over the rows that changed since the last time. */
async function takeRows(job: string): Promise<void> {
  const since = revision
  const read = await call('folderImport.rows', { job, since })
  // Of two answers the one that knows more counts.
  if (!read.ok || !isShown(job) || read.value.revision < revision) return
  revision = read.value.revision
  folderImport.set((state) => {
    const rows = since === 0 ? [] : [...state.rows]
    for (const row of read.value.rows) rows[row.row] = row
    return { ...state, job: read.value.job, rows }
  })
}

function isShown(job: string): boolean {
  const state = folderImport.get()
  return state.isOpen && state.job?.job === job
}

async function loadEarlier(): Promise<void> {
  const listed = await call('folderImport.list', undefined)
  if (listed.ok) folderImport.set((state) => ({ ...state, earlier: listed.value }))
}
