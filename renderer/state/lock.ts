/** 口令: what the folder says of its lock, and what the clerk is doing with it. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { showError, showToast } from './toast'
import { lockText } from '../../shared/text/lock'
import type { AppError } from '../../shared/base/errors'
import type { LockStatus, Secret } from '../../shared/ipc/lockContract'

/** `asked`: the dialog that is open. `recoveryKey`: the one of the set-up under way. `waitUntil`: the next try is looked at then, by the clock of the page. */
export interface Lock {
  readonly status: LockStatus
  readonly asked: 'setUp' | 'change' | 'turnOff' | null
  readonly recoveryKey: string
  readonly isBusy: boolean
  readonly error: AppError | null
  readonly waits: number
}

const idle = { asked: null, recoveryKey: '', isBusy: false, error: null, waits: 0 } as const

export const lock = createStore<Lock>({ status: { state: 'off' }, ...idle })

const lookAgain = 500

export async function loadLock(): Promise<LockStatus | null> {
  const read = await call('lock.state', undefined)
  if (!read.ok) return null
  showStatus(read.value)
  return read.value
}

/** While files are being locked or opened in the background, the progress is asked for until it ends. */
function showStatus(status: LockStatus): void {
  lock.set((state) => ({ ...state, status }))
  if (status.work !== undefined) setTimeout(() => { void loadLock() }, lookAgain)
}

export function askLock(asked: Lock['asked']): void {
  lock.set((state) => ({ ...state, ...idle, asked }))
}

/** Puts what was wrong away when the clerk types again. */
export function forgetLockError(): void {
  lock.set((state) => (state.error === null || state.waits > 0 ? state : { ...state, error: null }))
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

/** One call at a time; a wrong secret makes the next one wait. */
async function attempt<T>(work: () => Promise<Answer<T>>): Promise<T | null> {
  const { isBusy, waits } = lock.get()
  if (isBusy || waits > 0) return null
  lock.set((state) => ({ ...state, isBusy: true, error: null }))
  const answer = await work()
  lock.set((state) => ({ ...state, isBusy: false, error: answer.ok ? null : answer.error }))
  if (!answer.ok) countDown(Number(answer.error.detail?.['seconds'] ?? 0))
  return answer.ok ? answer.value : null
}

function countDown(waits: number): void {
  lock.set((state) => ({ ...state, waits }))
  if (waits > 0) setTimeout(() => countDown(waits - 1), 1000)
}

/** Whether the folder is open now. */
export async function unlock(secret: Secret): Promise<boolean> {
  const status = await attempt(() => call('lock.unlock', secret))
  if (status === null) return false
  showStatus(status)
  return true
}

/** Whether there is a recovery key to be written down now. */
export async function beginSetUp(passphrase: string): Promise<boolean> {
  const begun = await attempt(() => call('lock.setUp', { step: 'begin', passphrase }))
  if (begun?.step !== 'begun') return false
  lock.set((state) => ({ ...state, recoveryKey: begun.recoveryKey }))
  return true
}

export async function confirmSetUp(recoveryKey: string): Promise<void> {
  const done = await attempt(() => call('lock.setUp', { step: 'confirm', recoveryKey }))
  if (done?.step === 'done') end(done.status, lockText.started)
}

export async function changePassphrase(secret: Secret, passphrase: string): Promise<void> {
  const status = await attempt(() => call('lock.change', { secret, passphrase }))
  if (status !== null) end(status, lockText.changeDone)
}

export async function turnLockOff(secret: Secret): Promise<void> {
  const status = await attempt(() => call('lock.turnOff', secret))
  if (status !== null) end(status, lockText.turnOffDone)
}

export async function resumeLock(): Promise<void> {
  const resumed = await call('lock.resume', undefined)
  if (resumed.ok) showStatus(resumed.value)
  else showError(resumed.error)
}

function end(status: LockStatus, text: string): void {
  askLock(null)
  showStatus(status)
  // When the dialog is gone: a message inside it would go with it.
  setTimeout(() => showToast({ text }))
}
