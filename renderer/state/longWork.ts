/** Work of the main process that takes a while: how far it is, and how it is stopped. */
import { call, on } from '../api/client'
import { createStore } from './createStore'

/** Null while it is not known how much there is to do. */
export const workProgress = createStore<{ readonly part: number | null }>({ part: null })

/** Runs `work` and listens to its progress meanwhile. */
export async function watched<T>(work: () => Promise<T>): Promise<T> {
  workProgress.set(() => ({ part: null }))
  const stop = on('workProgress', (value) => {
    const [done = 0, total = 0] = value.split('/').map(Number)
    if (total > 0) workProgress.set(() => ({ part: Math.min(1, done / total) }))
  })
  try {
    return await work()
  } finally {
    stop()
    workProgress.set(() => ({ part: null }))
  }
}

export function stopWork(): void {
  void call('transfer.cancel', undefined)
}
