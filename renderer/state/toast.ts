/** One short message at a time, with at most three things to do. */
import { createStore } from './createStore'
import { errorMessage } from '../../shared/text/errors'
import type { AppError } from '../../shared/base/errors'

export interface ToastMessage {
  readonly text: string
  readonly tone?: 'plain' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** More to do, in front of `action`. */
  readonly others?: readonly { readonly label: string; readonly run: () => void }[]
}

export interface ShownToast extends ToastMessage {
  readonly key: number
}

export const toast = createStore<ShownToast | null>(null)

let lastKey = 0

export function showToast(message: ToastMessage): void {
  lastKey += 1
  const key = lastKey
  toast.set(() => ({ ...message, key }))
}

export function showError(error: AppError): void {
  const { found, advice } = errorMessage(error)
  showToast({ text: `${found}${advice}`, tone: 'error' })
}

/** Takes the message away, unless another one has come since. */
export function hideToast(key: number): void {
  toast.set((state) => (state?.key === key ? null : state))
}
