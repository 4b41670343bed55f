import { AppFailure } from './errors'

/** What is asked of an AbortSignal: whether the work is to end, and to be told when it is. */
export interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/**
 * How long work is followed and ended: `progress` is told on the way; `isCancelled` is asked between two files, and what was begun then leaves nothing
 * behind. `signal` says the same at once, for work that can end in the middle of a file.
 */
export interface Watch<Progress = { readonly done: number; readonly total: number }> {
  readonly progress?: (progress: Progress) => void
  readonly isCancelled?: () => boolean
  readonly signal?: StopSignal
}

/** Throws `cancelled` if the work is to end. */
export function endIfCancelled({ isCancelled }: Pick<Watch, 'isCancelled'>): void {
  if (isCancelled?.() === true) throw new AppFailure({ code: 'cancelled' })
}
