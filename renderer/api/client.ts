/** The only user of the preload's bridge. A call never rejects: what goes wrong comes back as a code (SPEC IPC-1). */
import { fail, type Result } from '../../shared/base/result'
import type { Channel, WindowEvent } from '../../shared/ipc/channels'
import type { Request, Response } from '../../shared/ipc/contract'

export async function call<C extends Channel>(channel: C, request: Request<C>): Promise<Result<Response<C>>> {
  try {
    return await window.api.call(channel, request)
  } catch {
    return fail({ code: 'internal' })
  }
}

/** Returns the function that stops listening. */
export function on(event: WindowEvent, listener: (value: string) => void): () => void {
  return window.api.on(event, listener)
}
