/** How long and how often a failed disk operation is tried again (SPEC STORE-11). Every try starts anew; a failed flush is never repeated on its handle. */
import { errnoOf } from './storageIo'

export interface Patience {
  readonly wait: (milliseconds: number) => Promise<void>
  /** How long to try again when a file is held or forbidden: long on Windows, where a virus scanner lets go after a while. */
  readonly heldFor: number
}

const firstPause = 50
const longestPause = 2000

/** The patience of a system: a minute on Windows, a moment elsewhere. `platform` is `process.platform`. */
export function patienceOf(platform: string): Patience {
  return { wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), heldFor: platform === 'win32' ? 60_000 : 300 }
}

/** Runs `attempt` until it succeeds or its error is not worth another try; then that error is thrown. */
export async function withPatience<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  let waited = 0
  let pause = firstPause
  let others = 0
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      const code = errnoOf(error)
      if (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY') {
        if (waited >= patience.heldFor) throw error
        await patience.wait(pause)
        waited += pause
        pause = Math.min(pause * 2, longestPause)
      } else if (others === 0 && (code === 'EIO' || code === 'EMFILE' || code === 'ENFILE')) {
        others = 1
        await patience.wait(code === 'EIO' ? 0 : 100)
      } else {
        throw error
      }
    }
  }
}
