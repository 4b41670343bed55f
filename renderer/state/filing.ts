/** 归档: asked for anywhere, confirmed in one place, because it cannot be taken back. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadLibrary } from './library'
import { showError, showToast } from './toast'
import { archiveText } from '../../shared/text/archive'
import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import type { FilingChoice } from '../../shared/archive/archiveScheme'
import type { FilingProposal } from '../../shared/archive/catalogueAnswers'
import type { AppError } from '../../shared/base/errors'
import type { FiledReport, Response } from '../../shared/ipc/contract'
import type { ReportSummary } from '../../shared/report/summary'

type FiledYear = Response<'archive.list'>

export interface Filing {
  /** The report that waits for the clerk's word. */
  readonly asked: ReportSummary | null
  /** What would be recorded; null until it is known. */
  readonly proposal: FilingProposal | null
  readonly isFiling: boolean
  /** The year that is shown, null while nothing is filed, and its filed reports. */
  readonly year: number | null
  readonly years: FiledYear['years']
  readonly filed: readonly FiledReport[]
  readonly rounds: FiledYear['rounds']
  readonly loading: boolean
  readonly error: AppError | null
}

export const filing = createStore<Filing>({ asked: null, proposal: null, isFiling: false, year: null, years: [], filed: [], rounds: { pieces: 0, fresh: 0, lastAt: null, broken: [] }, loading: true, error: null })

export function askToFile(asked: ReportSummary | null): void {
  filing.set((state) => ({ ...state, asked, proposal: null }))
  if (asked !== null) void proposeFiling()
}

/** Asks what would be recorded with this choice; what is not chosen is suggested. */
export async function proposeFiling(choice: FilingChoice = {}): Promise<void> {
  const { asked } = filing.get()
  if (asked === null) return
  const { retention, unit } = choice
  const answered = await call('archive.proposal', { id: asked.id, ...(retention === undefined ? {} : { retention }), ...(unit === undefined ? {} : { unit }) })
  if (filing.get().asked !== asked) return
  if (answered.ok) filing.set((state) => ({ ...state, proposal: answered.value }))
  else showError(answered.error)
}

/** The filed reports of a year, of the one shown if none is named. */
export async function reloadFiled(year: number | null = filing.get().year): Promise<void> {
  const listed = await call('archive.list', year === null ? {} : { year })
  filing.set((state) => (listed.ok ? { ...state, year: listed.value.year, years: listed.value.years, filed: listed.value.reports, rounds: listed.value.rounds, loading: false, error: null } : { ...state, loading: false, error: listed.error }))
}

/** After a round through the archive: what was found changed is told wherever the clerk is. */
export async function tellRounds(): Promise<void> {
  const before = new Set(filing.get().rounds.broken.map(({ id }) => id))
  await reloadFiled()
  const found = filing.get().rounds.broken.filter(({ id }) => !before.has(id))
  if (found.length > 0) showToast({ text: archiveText.foundBroken(found.map(({ title }) => title)), tone: 'error' })
}

export async function fileAsked(): Promise<void> {
  const { asked, proposal, isFiling } = filing.get()
  if (asked === null || isFiling) return
  filing.set((state) => ({ ...state, isFiling: true }))
  const filed = await call('archive.file', { id: asked.id, ...(proposal === null ? {} : { retention: proposal.retention, ...(proposal.unit === undefined ? {} : { unit: proposal.unit }) }) })
  filing.set((state) => ({ ...state, isFiling: false, asked: null, proposal: null }))
  if (!filed.ok) return showError(filed.error)
  await Promise.all([reloadLibrary(), reloadFiled()])
  const { number } = filed.value
  showToast({ text: number === undefined ? archiveText.filedToast : archiveText.filedAs(formatArchivalNumber(number)) })
}

export async function openFiledWord(id: string): Promise<void> {
  const opened = await call('archive.openWord', { id })
  if (!opened.ok) showError(opened.error)
}
