/** 归档: asked for anywhere, confirmed in one place, because it cannot be taken back. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadLibrary } from './library'
import { showError, showToast } from './toast'
import { archiveText } from '../../shared/text/archive'
import type { AppError } from '../../shared/base/errors'
import type { FiledReport } from '../../shared/ipc/contract'
import type { ReportSummary } from '../../shared/report/summary'

export interface Filing {
  /** The report that waits for the clerk's word. */
  readonly asked: ReportSummary | null
  readonly isFiling: boolean
  readonly filed: readonly FiledReport[]
  readonly loading: boolean
  readonly error: AppError | null
}

export const filing = createStore<Filing>({ asked: null, isFiling: false, filed: [], loading: true, error: null })

export function askToFile(asked: ReportSummary | null): void {
  filing.set((state) => ({ ...state, asked }))
}

export async function reloadFiled(): Promise<void> {
  const listed = await call('archive.list', undefined)
  filing.set((state) => (listed.ok ? { ...state, filed: listed.value, loading: false, error: null } : { ...state, loading: false, error: listed.error }))
}

export async function fileAsked(): Promise<void> {
  const { asked, isFiling } = filing.get()
  if (asked === null || isFiling) return
  filing.set((state) => ({ ...state, isFiling: true }))
  const filed = await call('archive.file', { id: asked.id })
  filing.set((state) => ({ ...state, isFiling: false, asked: null }))
  if (!filed.ok) return showError(filed.error)
  await Promise.all([reloadLibrary(), reloadFiled()])
  showToast({ text: archiveText.filedToast })
}

export async function openFiledWord(id: string): Promise<void> {
  const opened = await call('archive.openWord', { id })
  if (!opened.ok) showError(opened.error)
}
