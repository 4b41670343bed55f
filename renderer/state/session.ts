/**
 * The report on the desk and its way to the disk (SPEC EDIT-12 … EDIT-14). The editor owns the text while it is open; this store holds the value
 * that follows from it. 已保存 stands only for what the main process acknowledged; a failure stays red until a later save succeeds.
 */
import { call } from '../api/client'
import { createAutosave } from './autosave'
import { reloadLibrary } from './library'
import { createStore } from './createStore'
import { showError } from './toast'
import type { AppError } from '../../shared/base/errors'
import type { Report, ReportState } from '../../shared/report/report'

export interface Session {
  readonly report: Report | null
  /** Grows when another report, or another state of it from the disk, takes the place of the one that the editor holds. */
  readonly key: number
  readonly generation: number
  readonly savedAt: string | null
  readonly status: 'saved' | 'changed' | 'saving' | 'failed'
  /** Why the last save failed. */
  readonly error: AppError | null
  /** Why the report could not be opened. */
  readonly openError: AppError | null
  readonly isReadOnly: boolean
  readonly fellBackFrom: number | null
  /** What lies on the desk is a template of this name, not a report. */
  readonly template: { readonly name: string } | null
  /** Another program saved the same report meanwhile; both are kept. */
  readonly conflictWith: number | null
}

const empty: Session = { report: null, key: 0, generation: 0, savedAt: null, status: 'saved', error: null, openError: null, isReadOnly: true, fellBackFrom: null, template: null, conflictWith: null }

/** Milliseconds until a failed save is tried again by itself. */
const RETRY = 10_000

export const session = createStore<Session>(empty)

let saved: Report | null = null
let running: Promise<void> | null = null
let settleEditor: (() => Promise<void>) | null = null
/** How many reports were asked for; what an earlier request brings is no longer wanted. */
let openings = 0
const autosave = createAutosave(() => void saveNow('auto'), () => performance.now())

/** Opens a report; what lies on the desk must have been saved before. */
export async function openSession(id: string): Promise<void> {
  autosave.cancel()
  openings += 1
  const own = openings
  const opened = await call('report.open', { id })
  if (own !== openings) return
  if (!opened.ok) {
    saved = null
    session.set((state) => ({ ...empty, key: state.key + 1, openError: opened.error }))
    return
  }
  const { report, generation, savedAt, isReadOnly, fellBackFrom, template, conflictWith } = opened.value
  saved = report
  session.set((state) => ({ ...empty, report, key: state.key + 1, generation, savedAt, isReadOnly, fellBackFrom: fellBackFrom ?? null, template: template ?? null, conflictWith: conflictWith ?? null }))
}

/** The clerk changed something. Read-only reports do not change. */
export function changeReport(change: (report: Report) => Report): void {
  const { report, isReadOnly } = session.get()
  if (report === null || isReadOnly) return
  const next = change(report)
  if (next === report) return
  session.set((state) => ({ ...state, report: next, status: state.status === 'failed' || state.status === 'saving' ? state.status : 'changed' }))
  autosave.touch()
}

export function setComposing(isComposing: boolean): void {
  autosave.setComposing(isComposing)
}

/** The editor on the screen registers how its last words are waited for; null when it goes. */
export function setSettle(settle: (() => Promise<void>) | null): void {
  settleEditor = settle
}

/** Saves until everything is on the disk; false if it could not be. */
export async function flush(cause: 'auto' | 'manual' | 'export' = 'manual'): Promise<boolean> {
  if (settleEditor !== null) await settleEditor()
  autosave.cancel()
  while (isDirty()) {
    await saveNow(cause)
    if (session.get().status === 'failed') return false
  }
  return true
}

/** 草稿, 送审 or 定稿. Saves wait for it as for each other: both write generations of the same report. */
export async function setReportState(state: Exclude<ReportState, 'filed'>): Promise<void> {
  if (!await flush()) return
  while (running !== null) await running
  running = changeState(state).finally(() => { running = null })
  await running
}

async function changeState(state: Exclude<ReportState, 'filed'>): Promise<void> {
  const { report } = session.get()
  if (report === null) return
  const answered = await call('report.setState', { id: report.id, state })
  if (!answered.ok) return showError(answered.error)
  session.set((now) => {
    if (now.report?.id !== report.id) return now
    const next = { ...now.report, state }
    if (now.report === saved) saved = next
    return { ...now, report: next, generation: answered.value.generation, savedAt: answered.value.savedAt }
  })
}

function isDirty(): boolean {
  const { report, isReadOnly } = session.get()
  return report !== null && !isReadOnly && report !== saved
}

/** One save after the other: a save in progress is waited for, and what was typed meanwhile goes into the next. */
async function saveNow(cause: 'auto' | 'manual' | 'export'): Promise<void> {
  while (running !== null) await running
  if (!isDirty()) return
  running = saveOnce(cause).finally(() => { running = null })
  await running
}

async function saveOnce(cause: 'auto' | 'manual' | 'export'): Promise<void> {
  const { report, generation, key } = session.get()
  if (report === null) return
  session.set((state) => ({ ...state, status: state.status === 'failed' ? 'failed' : 'saving' }))
  const answered = await call('report.save', { report, base: generation, cause })
  if (session.get().key !== key) return
  if (!answered.ok) {
    session.set((state) => ({ ...state, status: 'failed', error: answered.error }))
    setTimeout(() => { if (session.get().key === key && session.get().status === 'failed') void saveNow('auto') }, RETRY)
    return
  }
  saved = report
  const { conflictWith } = answered.value
  if (conflictWith !== undefined) void reloadLibrary()
  session.set((state) => ({
    ...state,
    generation: answered.value.generation,
    savedAt: answered.value.savedAt,
    status: state.report === report ? 'saved' : 'changed',
    error: null,
    conflictWith: conflictWith ?? state.conflictWith,
  }))
}
