/** The passphrase of a folder that locks nothing, for pages in a browser: the same answers in the same order as the real one. */
import type { Handlers } from '../../electron/ipc/answer'
import type { LockHandlers } from '../../electron/ipc/lockHandlers'
import { fail, succeed } from '../../shared/base/result'
import type { LockStatus, Secret } from '../../shared/ipc/lockContract'
import { readRecoveryKey, writeRecoveryKey } from '../../shared/store/recoveryKey'

export interface FakeLock {
  readonly handlers: LockHandlers
  readonly isLocked: () => boolean
  /** A folder with this passphrase that was not given yet. */
  readonly lockWith: (passphrase: string) => void
  /** What the next answers tell of work in the background. */
  readonly tellWork: (work: LockStatus['work']) => void
}

export const fakeRecoveryKey = writeRecoveryKey(Uint8Array.from({ length: 20 }, (_, index) => (index * 37 + 11) % 256))

export function fakeLock(now: () => string): FakeLock {
  let state: LockStatus['state'] = 'off'
  let word = ''
  let pending = ''
  let since = ''
  let wrong = 0
  let work: LockStatus['work']
  const status = (): LockStatus => ({ state, ...(state === 'off' ? {} : { since }), ...(work === undefined ? {} : { work }) })
  const isRight = ({ kind, text }: Secret): boolean => (kind === 'passphrase' ? text.normalize('NFKC') === word.normalize('NFKC') : readRecoveryKey(text)?.join() === readRecoveryKey(fakeRecoveryKey)?.join())
  function refuse({ kind }: Secret) {
    wrong += 1
    return fail({ code: kind === 'passphrase' ? 'passphraseWrong' as const : 'recoveryKeyWrong' as const, detail: { seconds: wrong < 3 ? 0 : Math.min(30, 2 ** (wrong - 3)) } })
  }
  const handlers: Pick<Handlers, keyof LockHandlers> = {
    'lock.state': async () => succeed(status()),
    'lock.unlock': async (secret) => {
      if (!isRight(secret)) return refuse(secret)
      state = 'open'
      return succeed(status())
    },
    'lock.setUp': async (request) => {
      if (state !== 'off') return fail({ code: 'lockUnchanged' })
      if (request.step === 'begin') {
        pending = request.passphrase
        return succeed({ step: 'begun', recoveryKey: fakeRecoveryKey })
      }
      if (pending === '') return fail({ code: 'lockUnchanged' })
      if (!isRight({ kind: 'recoveryKey', text: request.recoveryKey })) return fail({ code: 'recoveryKeyWrong', detail: { seconds: 0 } })
      state = 'open'
      word = pending
      pending = ''
      since = now()
      return succeed({ step: 'done', status: status() })
    },
    'lock.change': async ({ secret, passphrase }) => {
      if (state === 'off') return fail({ code: 'lockUnchanged' })
      if (!isRight(secret)) return refuse(secret)
      word = passphrase
      since = now()
      return succeed(status())
    },
    'lock.turnOff': async (secret) => {
      if (state === 'off') return fail({ code: 'lockUnchanged' })
      if (!isRight(secret)) return refuse(secret)
      state = 'off'
      return succeed(status())
    },
    'lock.resume': async () => succeed(status()),
  }
  return {
    handlers, isLocked: () => state === 'locked',
    lockWith: (passphrase) => {
      state = 'locked'
      word = passphrase
      since = now()
    },
    tellWork: (told) => { work = told },
  }
}
