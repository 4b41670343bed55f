/** Calls around the log of actions (SPEC LOG); the window only reads it. */
import { z } from 'zod'
import { writtenSchema } from './writtenSchema'

const entrySchema = z.object({
  number: z.number().int(), time: z.string(), action: z.string(), report: z.string().optional(), generation: z.number().int().optional(), detail: z.string().optional(), previous: z.string().nullable(),
})

export const logCalls = {
  /** The last thousand entries, newest first, after all were verified. `code`: the short code of the last one. */
  'log.read': {
    request: z.undefined(),
    response: z.object({
      total: z.number().int(), entries: z.array(entrySchema), problems: z.array(z.object({ number: z.number().int(), kind: z.enum(['damaged', 'missing', 'chain']) })),
      head: z.object({ number: z.number().int(), sha256: z.string(), code: z.string() }).nullable(),
    }),
  },
  /** Writes every entry, one a line as it lies on the disk, to a place that the clerk chooses. */
  'log.export': { request: z.undefined(), response: writtenSchema },
} as const
