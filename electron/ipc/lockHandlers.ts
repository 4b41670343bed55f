/** The passphrase of the data folder (SPEC LOCK), for the window. */
import { fail, succeed, type Result } from '../../shared/base/result'
import type { LockStatus } from '../../shared/ipc/lockContract'
import type { FolderLock } from '../library/folderLock'
import { expectedFailure } from '../storage/errnoToAppError'
import type { Handlers } from './answer'

export type LockHandlers = Pick<Handlers, 'lock.state' | 'lock.unlock' | 'lock.setUp' | 'lock.change' | 'lock.turnOff' | 'lock.resume'>

/** `whenOpen` is called when the folder was unlocked; `isShared`: another program works in the folder and would go on writing plain files. */
export function lockHandlers(lock: FolderLock, { whenOpen, isShared }: { readonly whenOpen: () => Promise<Result<undefined>>; readonly isShared: () => boolean }): LockHandlers {
  const status = (): LockStatus => {
    const { trouble, ...rest } = lock.status()
    return { ...rest, ...(trouble === undefined ? {} : { trouble: trouble.code }) }
  }
  /** An expected failure of the disk or the lock as a code; a bug is thrown on. */
  async function answer<T>(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return succeed(await work())
    } catch (error) {
      return fail(expectedFailure(error))
    }
  }
  return {
    'lock.state': async () => succeed(status()),
    'lock.unlock': async (secret) => {
      const unlocked = await answer(() => lock.unlock(secret))
      if (!unlocked.ok) return unlocked
      const opened = await whenOpen()
      if (!opened.ok) return opened
      if (!isShared()) lock.resume()
      return succeed(status())
    },
    'lock.setUp': async (request) => {
      if (isShared()) return fail({ code: 'folderInUse' })
      if (request.step === 'begin') return answer(async () => ({ step: 'begun' as const, recoveryKey: await lock.prepare(request.passphrase) }))
      return answer(async () => {
        await lock.confirm(request.recoveryKey)
        return { step: 'done' as const, status: status() }
      })
    },
    'lock.change': ({ secret, passphrase }) => answer(async () => {
      await lock.change(secret, passphrase)
      return status()
    }),
    'lock.turnOff': async (secret) => (isShared() ? fail({ code: 'folderInUse' }) : answer(async () => {
      await lock.turnOff(secret)
      return status()
    })),
    'lock.resume': async () => {
      lock.resume()
      return succeed(status())
    },
  }
}
