/** Work that takes long enough to be watched: one at a time, told to the window, and stopped by it. */
import type { Result } from '../../shared/base/result'
import type { Watch } from '../../shared/base/watch'
import type { MainWindow } from '../mainWindow'

export interface LongWork {
  /** Begins when all that was begun before has ended. */
  readonly run: <T>(start: (watch: Watch) => Promise<Result<T>>) => Promise<Result<T>>
  /** Stops what runs and what waits; what is begun later runs. */
  readonly cancel: () => void
}

/** The window is told no more often than this: milliseconds. */
const pause = 100

export function longWork(mainWindow: Pick<MainWindow, 'tell'>, clock: () => number): LongWork {
  const runs = new Set<AbortController>()
  let last: Promise<unknown> = Promise.resolve()

  return {
    run: (start) => {
      const mine = new AbortController()
      const { signal } = mine
      let told = -Infinity
      const watch: Watch = {
        signal,
        isCancelled: () => signal.aborted,
        progress: ({ done, total }) => {
          const now = clock()
          if (Math.abs(now - told) < pause) return
          told = now
          mainWindow.tell('workProgress', `${done}/${total}`)
        },
      }
      runs.add(mine)
      const run = last.then(() => start(watch)).finally(() => runs.delete(mine))
      last = run.catch(() => undefined)
      return run
    },
    cancel: () => { for (const each of runs) each.abort() },
  }
}
