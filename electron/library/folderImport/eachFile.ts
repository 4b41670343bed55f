import type { Watch } from '../../../shared/base/watch'
import type { Stop } from './jobTurns'

interface Given extends Pick<Watch, 'progress'> {
  readonly stop: Stop
  /** How many were done earlier, for the progress. */
  readonly before: number
  readonly atOnce: number
}

/**
 * Works through files, some side by side, until none is left or the clerk stops it. `work` gives false for a file that it left undone because it was
 * stopped. Whether none was left.
 */
export async function eachFile(paths: readonly string[], { stop, before, atOnce, progress }: Given, work: (path: string) => Promise<boolean>): Promise<boolean> {
  const queue = [...paths].reverse()
  const total = before + paths.length
  let done = before
  let isWhole = true
  const walk = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (!isWhole || stop.isStopped() || !(await work(path))) {
        isWhole = false
        return
      }
      done += 1
      progress?.({ done, total })
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, () => walk().catch((error: unknown) => {
    isWhole = false
    throw error
  })))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return isWhole
}
