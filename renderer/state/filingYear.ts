/** 全部归档: every final report of a year in one go, each whole; what could not be filed is named. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadFiled } from './filing'
import { reloadLibrary } from './library'
import { showError } from './toast'
import type { Response } from '../../shared/ipc/contract'
import type { ReportSummary } from '../../shared/report/summary'

export interface FilingYear {
  /** The year that waits for the clerk's word; null while nothing is asked. */
  readonly year: number | null
  readonly reports: readonly ReportSummary[]
  readonly isFiling: boolean
  /** What came of it; null before. */
  readonly done: Response<'archive.fileYear'> | null
}

const closed: FilingYear = { year: null, reports: [], isFiling: false, done: null }

export const filingYear = createStore<FilingYear>(closed)

export function askToFileYear(year: number, reports: readonly ReportSummary[]): void {
  filingYear.set(() => ({ ...closed, year, reports }))
}

export function closeFilingYear(): void {
  if (!filingYear.get().isFiling) filingYear.set(() => closed)
}

export async function fileAskedYear(): Promise<void> {
  const { year, isFiling } = filingYear.get()
  if (year === null || isFiling) return
  filingYear.set((state) => ({ ...state, isFiling: true }))
  const filed = await call('archive.fileYear', { year })
  if (filed.ok) filingYear.set((state) => ({ ...state, isFiling: false, done: filed.value }))
  else {
    filingYear.set(() => closed)
    showError(filed.error)
  }
  await Promise.all([reloadLibrary(), reloadFiled(year)])
}
