/** What is done with one import, one after the other: listing, looking, storing and forgetting never run side by side (SPEC FOLDER-12). */
import type { Watch } from '../../../shared/base/watch'

/** How work learns that it is to end: by whoever watches it, because the import is forgotten, or because the library is closed. */
export interface Stop {
  readonly signal: AbortSignal
  readonly isStopped: () => boolean
}

export interface JobTurns {
  /** Begins when all that was begun before for this job has ended. */
  run<T>(job: string, watch: Watch, work: (stop: Stop) => Promise<T>): Promise<T>
  /** Ends what runs and waits for this job. */
  stop(job: string): void
  /** Ends everything, for good; resolves when it has ended. */
  close(): Promise<void>
}

export function jobTurns(): JobTurns {
  const last = new Map<string, Promise<unknown>>()
  const running = new Map<AbortController, string>()
  let isClosed = false

  return {
    run: (job, { signal: theirs, isCancelled }, work) => {
      const mine = new AbortController()
      const { signal } = mine
      const end = (): void => mine.abort()
      if (isClosed || theirs?.aborted === true) end()
      theirs?.addEventListener('abort', end)
      running.set(mine, job)
      const run = (last.get(job) ?? Promise.resolve()).then(() => work({ signal, isStopped: () => signal.aborted || isCancelled?.() === true })).finally(() => {
        theirs?.removeEventListener('abort', end)
        running.delete(mine)
        if (last.get(job) === ended) last.delete(job)
      })
      const ended: Promise<unknown> = run.catch(() => undefined)
      last.set(job, ended)
      return run
    },
    stop: (job) => { for (const [each, of] of running) if (of === job) each.abort() },
    close: async () => {
      isClosed = true
      for (const each of running.keys()) each.abort()
      await Promise.all(last.values())
    },
  }
}

/** What `work` resolves with, or null as soon as it is to end; what comes of it then is not heard. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(null)
    if (signal.aborted) end()
    signal.addEventListener('abort', end)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}
