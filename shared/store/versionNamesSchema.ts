/** The names that a clerk gave to saved generations of one report (SPEC VERSION-1): a small document of its own beside them. */
import { z } from 'zod'
import type { DataFormat } from './format'

/** One given name. An empty one takes the generation's own name (送审稿, 定稿) away. `savedAt` is that of the generation: a check that it is the same one. */
export interface GivenName {
  readonly generation: number
  readonly savedAt: string
  readonly name: string
}

export interface NameList {
  readonly names: readonly GivenName[]
  /** Names were lost here before: nothing of this report may be thinned out any more. */
  readonly isIncomplete?: true
}

const nameListSchema = z.looseObject({
  names: z.array(z.looseObject({ generation: z.number().int().min(1), savedAt: z.string(), name: z.string().max(200) })),
  isIncomplete: z.literal(true).optional(),
}) as unknown as z.ZodType<NameList>

/** Format of `reports/<id>/names`. */
export const nameListFormat: DataFormat<NameList> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => nameListSchema.safeParse(data).data ?? null,
}
