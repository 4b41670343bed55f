/** What the library holds, as the main process listed it last. */
import { call } from '../api/client'
import { createStore } from './createStore'
import type { AppError } from '../../shared/base/errors'
import type { LibraryDamage } from '../../shared/ipc/contract'
import type { ReportSummary } from '../../shared/report/summary'

export interface LibraryState {
  readonly reports: readonly ReportSummary[]
  readonly damaged: readonly LibraryDamage[]
  /** True until the first list is there. */
  readonly loading: boolean
  readonly error: AppError | null
}

export const library = createStore<LibraryState>({ reports: [], damaged: [], loading: true, error: null })

let latest = 0

/** Asks for the list again; of several answers only the last one asked for counts. */
export async function reloadLibrary(): Promise<void> {
  latest += 1
  const mine = latest
  const listed = await call('library.list', undefined)
  if (mine !== latest) return
  library.set((state) => (listed.ok
    ? { reports: listed.value.reports as readonly ReportSummary[], damaged: listed.value.damaged, loading: false, error: null }
    : { ...state, loading: false, error: listed.error }))
}
