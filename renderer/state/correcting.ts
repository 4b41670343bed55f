/** 更正: the reason is asked for in one place; a correction that was begun is simply opened. */
import { call } from '../api/client'
import type { ReportSummary } from '../../shared/report/summary'
import { createStore } from './createStore'
import { library, reloadLibrary } from './library'
import { openReport } from './navigation'
import { showError } from './toast'

export interface Correcting {
  /** The filed report that is to be corrected. */
  readonly asked: Pick<ReportSummary, 'id' | 'title'> | null
  readonly isBusy: boolean
}

export const correcting = createStore<Correcting>({ asked: null, isBusy: false })

export async function askToCorrect(report: Pick<ReportSummary, 'id' | 'title'>): Promise<void> {
  const begun = library.get().reports.find(({ corrects, state, isTrashed }) => corrects === report.id && state !== 'filed' && !isTrashed)
  if (begun === undefined) correcting.set(() => ({ asked: report, isBusy: false }))
  else await openReport(begun.id)
}

export function cancelCorrection(): void {
  correcting.set((state) => (state.isBusy ? state : { asked: null, isBusy: false }))
}

export async function correctAsked(reason: string): Promise<void> {
  const { asked, isBusy } = correcting.get()
  if (asked === null || isBusy) return
  correcting.set((state) => ({ ...state, isBusy: true }))
  const corrected = await call('archive.correct', { id: asked.id, reason })
  correcting.set(() => ({ asked: null, isBusy: false }))
  if (!corrected.ok) return showError(corrected.error)
  await reloadLibrary()
  await openReport(corrected.value.id)
}
