/** Work that takes long enough to be watched: one at a time, told to the window, and stopped by it. */
import type { Result } from '../../shared/base/result'
import type { Watch } from '../../shared/base/watch'
import type { MainWindow } from '../mainWindow'

export interface LongWork {
  readonly run: <T>(start: (watch: Watch) => Promise<Result<T>>) => Promise<Result<T>>
  readonly cancel: () => void
}

/** The window is told no more often than this: milliseconds. */
const pause = 100

export function longWork(mainWindow: MainWindow, clock: () => number): LongWork {
  let isCancelled = false
  return {
    run: async (start) => {
      isCancelled = false
      let told = -Infinity
      return start({
        isCancelled: () => isCancelled,
        progress: ({ done, total }) => {
          const now = clock()
          if (Math.abs(now - told) < pause) return
          told = now
          mainWindow.tell('workProgress', `${done}/${total}`)
        },
      })
    },
    cancel: () => { isCancelled = true },
  }
}
