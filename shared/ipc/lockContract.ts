/** The calls about the passphrase of the data folder (SPEC LOCK). They are answered also while the folder is not open. */
import { z } from 'zod'
import { errorCodes } from '../base/errors'
import { isLongEnough } from '../base/passphrase'

const typed = z.string().min(1).max(200)
const newPassphrase = z.string().max(200).refine(isLongEnough)

export const secretSchema = z.object({ kind: z.enum(['passphrase', 'recoveryKey']), text: typed })

/**
 * `locked`: there is a passphrase and it was not given yet. `work`: files are being locked or opened for good in the background; `trouble`: why that
 * stopped; `left`: files that it left as they are because they are damaged.
 */
export const lockStatusSchema = z.object({
  state: z.enum(['off', 'locked', 'open']), since: z.string().optional(),
  work: z.object({ kind: z.enum(['closing', 'opening']), done: z.number().int(), total: z.number().int() }).optional(),
  trouble: z.enum(errorCodes).optional(), left: z.number().int().optional(),
})

export const lockCalls = {
  'lock.state': { request: z.undefined(), response: lockStatusSchema },
  'lock.unlock': { request: secretSchema, response: lockStatusSchema },
  /** `begin` makes a recovery key and changes nothing; with it typed back, `confirm` makes the passphrase hold. */
  'lock.setUp': {
    request: z.discriminatedUnion('step', [z.object({ step: z.literal('begin'), passphrase: newPassphrase }), z.object({ step: z.literal('confirm'), recoveryKey: typed })]),
    response: z.discriminatedUnion('step', [z.object({ step: z.literal('begun'), recoveryKey: z.string() }), z.object({ step: z.literal('done'), status: lockStatusSchema })]),
  },
  'lock.change': { request: z.object({ secret: secretSchema, passphrase: newPassphrase }), response: lockStatusSchema },
  'lock.turnOff': { request: secretSchema, response: lockStatusSchema },
  /** Goes on with work that stopped. */
  'lock.resume': { request: z.undefined(), response: lockStatusSchema },
} as const

export type LockStatus = z.infer<typeof lockStatusSchema>
export type Secret = z.infer<typeof secretSchema>
