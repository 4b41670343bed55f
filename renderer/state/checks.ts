/** 四性检测: the year that is looked at and what came of it. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { tellWritten } from './exported'
import { showError } from './toast'
import type { Response } from '../../shared/ipc/contract'

export type CheckSheet = Response<'archive.check'>
export type CheckStage = CheckSheet['stage']

export interface Checks {
  /** Null while no sheet is open. */
  readonly year: number | null
  readonly stage: CheckStage
  readonly isBusy: boolean
  readonly sheet: CheckSheet | null
}

const closed: Checks = { year: null, stage: 'keeping', isBusy: false, sheet: null }

export const checks = createStore<Checks>(closed)

export function closeChecks(): void {
  checks.set(() => closed)
}

/** Checks the filed reports of the year; the sheet opens at once and fills when all are looked at. */
export async function startChecks(year: number, stage: CheckStage = checks.get().stage): Promise<void> {
  checks.set((state) => ({ ...state, year, stage, isBusy: true }))
  const answered = await call('archive.check', { year, stage })
  if (checks.get().year !== year || checks.get().stage !== stage) return
  if (!answered.ok) {
    closeChecks()
    return showError(answered.error)
  }
  checks.set((state) => ({ ...state, isBusy: false, sheet: answered.value }))
}

/** Writes the sheet where the clerk chooses. */
export async function saveChecks(format: 'word' | 'pdf'): Promise<void> {
  const { sheet } = checks.get()
  if (sheet === null) return
  const written = await call('archive.exportCheck', { year: sheet.year, stage: sheet.stage, format })
  if (written.ok) tellWritten(written.value)
  else showError(written.error)
}
