/** One request through the door: sender, channel, schema, handler, reply (SPEC IPC-2 … IPC-5). Knows nothing of Electron, so that tests can knock. */
import { contract, type Contract, type Reply, type Request, type Response } from '../../shared/ipc/contract'
import { AppFailure, type AppError } from '../../shared/base/errors'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { Channel } from '../../shared/ipc/channels'
import type { Log } from '../log'

/** What a handler answers: an expected failure is a value, a bug throws. */
export type Handler<C extends Channel> = (request: Request<C>) => Promise<Result<Response<C>>>

/** One handler for every channel; a forgotten one does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> }

/** Answers one request. Never throws; a bug becomes `internal`, and its text stays here. */
export async function answerRequest(door: { readonly handlers: Handlers; readonly log: Log }, channel: string, isTrusted: boolean, payload: unknown): Promise<Reply<Channel>> {
  if (!isTrusted) return refuse(door.log, channel, 'senderRefused')
  if (!isChannel(channel)) return refuse(door.log, 'unknown', 'requestMalformed')
  try {
    const parsed = contract[channel].request.safeParse(payload)
    if (!parsed.success) return refuse(door.log, channel, 'requestMalformed')
    const result = await run(door.handlers, channel, parsed.data as Request<Channel>)
    if (!result.ok) door.log.note('request failed', { channel, code: result.error.code })
    return result
  } catch (reason) {
    if (reason instanceof AppFailure) {
      door.log.note('request failed', { channel, code: reason.error.code })
      return fail(reason.error)
    }
    door.log.failure('request broke', reason, { channel })
    return fail({ code: 'internal' } as AppError)
  }
}

function isChannel(name: string): name is Channel {
  return Object.prototype.hasOwnProperty.call(contract satisfies Contract, name)
}

function run<C extends Channel>(handlers: Handlers, channel: C, request: Request<C>): Promise<Result<Response<C>>> {
  return handlers[channel](request)
}

function refuse(log: Log, channel: string, code: 'senderRefused' | 'requestMalformed'): Reply<Channel> {
  log.note('request refused', { channel, code })
  return fail({ code })
}

/** A handler's success without a value. */
export const done: Result<undefined> = succeed(undefined)
