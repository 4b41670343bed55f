import { z } from 'zod'

/** A rule of the unit: paragraphs that contain the words are set aside, or the words become others. Letters count as they are written. */
export const ownCleaningRuleSchema = z.object({
  kind: z.enum(['line', 'text']),
  words: z.string().min(1).max(200),
  /** What stands in the place of the words; empty for nothing. Of no meaning for lines. */
  replacement: z.string().max(200),
})

/** Which rules of the program do not look, by id, and the rules of the unit. */
export const cleaningRulesSchema = z.object({
  off: z.array(z.string().max(40)).max(100),
  own: z.array(ownCleaningRuleSchema).max(200),
})

export type OwnCleaningRule = Readonly<z.infer<typeof ownCleaningRuleSchema>>

export type StoredCleaning = z.infer<typeof cleaningRulesSchema>

/** What holds in a unit. */
export interface CleaningChoice {
  readonly off: readonly string[]
  readonly own: readonly OwnCleaningRule[]
}
