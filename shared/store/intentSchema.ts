/** What one operation over many files is going to do (SPEC JOURNAL-1): a list of steps, each of which can be done again without harm. */
import { z } from 'zod'
import type { DataFormat } from './format'

/** The operations, by the names under which the clerk is told of them. `cancelled` has no steps: it takes a number away from an operation that was never begun. */
export const operations = ['file', 'number', 'seal', 'import', 'restore', 'cancelled'] as const
export type OperationKind = (typeof operations)[number]

/**
 * `publish`: bytes of this hash become `name` in `folder`, where nothing of another hash may stand. `rename`: the finished folder `from` becomes `name`.
 * `decides`: if another program was faster with that name, the whole operation is undone. `folder` is relative to the data folder, with slashes.
 */
export type IntentStep =
  | { readonly kind: 'publish'; readonly folder: string; readonly name: string; readonly sha256: string; readonly decides?: true }
  | { readonly kind: 'rename'; readonly folder: string; readonly from: string; readonly name: string; readonly decides?: true }

export interface Intent {
  readonly operation: OperationKind
  /** What it is about, for the notice: the id of a report, a year. No text of a report. */
  readonly subject: string
  readonly steps: readonly IntentStep[]
}

/** Names that may become part of a path inside the data folder. */
const name = z.string().regex(/^[.a-z0-9][a-z0-9._-]{0,120}$/).refine((value) => value !== '..' && value !== '.')
const folder = z.string().max(400).refine((value) => value.split('/').every((part) => name.safeParse(part).success))
const decides = z.literal(true).optional()

const intentSchema = z.looseObject({
  operation: z.enum(operations),
  subject: z.string().max(200),
  steps: z.array(z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('publish'), folder, name, sha256: z.string().regex(/^[0-9a-f]{64}$/), decides }),
    z.looseObject({ kind: z.literal('rename'), folder, from: name, name, decides }),
  ])).max(100_000),
}) as unknown as z.ZodType<Intent>

/** Format of `intents/i-….json`. */
export const intentFormat: DataFormat<Intent> = { version: 1, migrations: [(data) => data], parse: (data) => intentSchema.safeParse(data).data ?? null }
