/** What a transfer package says of itself (SPEC PACK-1): `data/package.json`. The reports themselves are their generation files, byte for byte. */
import { z } from 'zod'

const reportId = z.string().regex(/^r-[0-9a-z]{26}$/)

const packageSchema = z.object({
  format: z.literal('andu-package'),
  version: z.number().int().min(1),
  /** ISO 8601. */
  madeAt: z.string().max(40),
  program: z.string().max(100),
  unit: z.string().max(200),
  /** The id of the data folder that it was made from. */
  folder: z.string().max(64),
  reports: z.array(z.object({ id: reportId, title: z.string().max(2000), year: z.number().int(), state: z.string().max(20), generations: z.number().int().min(1) })).min(1).max(5000),
})

export type PackageFacts = z.infer<typeof packageSchema>

/** The version that this program writes. */
export const packageVersion = 1

/** `newer`: made by a newer program. Null if it is no such description. */
export function readPackageFacts(text: string): PackageFacts | 'newer' | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const read = packageSchema.safeParse(value)
  if (read.success && read.data.version <= packageVersion) return read.data
  const head = z.looseObject({ format: z.literal('andu-package'), version: z.number().int() }).safeParse(value)
  return head.success && head.data.version > packageVersion ? 'newer' : null
}
