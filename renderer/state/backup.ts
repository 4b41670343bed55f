/** Backups: the chosen place, what is under way, the last drill, and what can be restored. */
import type { AppError } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'
import { backupRoomText as words } from '../../shared/text/transferRoom'
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadFiled } from './filing'
import { reloadLibrary } from './library'
import { watched } from './longWork'
import { showError, showToast } from './toast'

export type Restored = Extract<Response<'backup.restoreAll'>, { readonly kind: 'restored' }>

export interface Backup {
  readonly status: Response<'backup.status'> | null
  readonly busy: 'run' | 'drill' | 'restore' | null
  readonly drill: Response<'backup.drill'> | null
  readonly dialog: 'one' | 'all' | 'move' | null
  readonly list: Response<'backup.list'> | null
  readonly restored: Restored | null
  readonly error: AppError | null
}

export const backup = createStore<Backup>({ status: null, busy: null, drill: null, dialog: null, list: null, restored: null, error: null })

export async function loadBackup(): Promise<void> {
  const read = await call('backup.status', undefined)
  if (read.ok) backup.set((state) => ({ ...state, status: read.value }))
  else showError(read.error)
}

export async function chooseBackupPlace(): Promise<void> {
  const status = await busy('run', () => call('backup.choose', undefined))
  if (status !== null) backup.set((state) => ({ ...state, status, drill: null }))
}

export async function changeAutomatic(isAutomatic: boolean): Promise<void> {
  const changed = await call('backup.change', { isAutomatic })
  if (changed.ok) backup.set((state) => ({ ...state, status: changed.value }))
  else showError(changed.error)
}

export async function backUpNow(): Promise<void> {
  const status = await busy('run', () => call('backup.run', undefined))
  if (status !== null) backup.set((state) => ({ ...state, status }))
}

export async function runDrill(): Promise<void> {
  const drill = await busy('drill', () => call('backup.drill', undefined))
  if (drill !== null) backup.set((state) => ({ ...state, drill }))
}

export function askBackup(dialog: Backup['dialog']): void {
  if (backup.get().busy !== null) return
  backup.set((state) => ({ ...state, dialog, list: null, restored: null, error: null }))
  if (dialog === 'one') void listBackup()
}

/** The reports of a backup; of the newest if none is named. */
export async function listBackup(snapshot?: number): Promise<void> {
  const list = await busy('restore', () => call('backup.list', snapshot === undefined ? {} : { snapshot }))
  if (list !== null) backup.set((state) => ({ ...state, list }))
}

export async function restoreReportFrom(snapshot: number, id: string, title: string): Promise<void> {
  const restored = await busy('restore', () => call('backup.restoreReport', { snapshot, id }))
  if (restored === null) return
  showToast({ text: restored.isCopy ? words.restoredCopy(title) : words.restoredBack(title) })
  await Promise.all([reloadLibrary(), reloadFiled()])
  await listBackup(snapshot)
}

export async function restoreAll(from: 'chosen' | 'other'): Promise<void> {
  const restored = await busy('restore', () => call('backup.restoreAll', { from }))
  if (restored?.kind === 'restored') backup.set((state) => ({ ...state, restored }))
}

export async function startWithRestored(token: string): Promise<void> {
  const started = await call('backup.useFolder', { token })
  if (!started.ok) showError(started.error)
}

async function busy<T>(kind: NonNullable<Backup['busy']>, work: () => Promise<Result<T>>): Promise<T | null> {
  backup.set((state) => ({ ...state, busy: kind, error: null }))
  const answer = await watched(work)
  backup.set((state) => ({ ...state, busy: null, error: answer.ok || answer.error.code === 'cancelled' ? null : answer.error }))
  return answer.ok ? answer.value : null
}
