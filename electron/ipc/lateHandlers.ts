/** Handlers while the data folder may not be open yet (SPEC LOCK-12): the calls about the passphrase and about closing are answered, the others refused. */
import { channels } from '../../shared/ipc/channels'
import { fail } from '../../shared/base/result'
import type { Handlers } from './answer'

type Early = Partial<Handlers>

/** `early` answers at any time; `late` gives the rest as soon as the library is open. */
export function lateHandlers(early: Early, late: () => Handlers | null): Handlers {
  const answer = (channel: keyof Handlers) => (request: never) => {
    const handler: ((request: never) => unknown) | undefined = early[channel] ?? late()?.[channel]
    return handler === undefined ? Promise.resolve(fail({ code: 'folderLocked' })) : handler(request)
  }
  return Object.fromEntries(channels.map((channel) => [channel, answer(channel)])) as unknown as Handlers
}
