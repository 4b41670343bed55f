import { AppFailure } from './errors'

/** How long work is followed and ended: `progress` is told on the way; `isCancelled` is asked between two files, and what was begun then leaves nothing behind. */
export interface Watch<Progress = { readonly done: number; readonly total: number }> {
  readonly progress?: (progress: Progress) => void
  readonly isCancelled?: () => boolean
}

/** Throws `cancelled` if the work is to end. */
export function endIfCancelled({ isCancelled }: Pick<Watch, 'isCancelled'>): void {
  if (isCancelled?.() === true) throw new AppFailure({ code: 'cancelled' })
}
