/** 四性检测 as it crosses the border. */
import { z } from 'zod'

export const checkStageSchema = z.enum(['filing', 'transfer', 'keeping'])

export const checkSheetSchema = z.object({
  year: z.number().int(), stage: checkStageSchema, checkedAt: z.string(), records: z.number().int(),
  rows: z.array(z.object({
    id: z.string(), quality: z.enum(['authentic', 'complete', 'usable', 'safe']), item: z.string(), clause: z.string(), result: z.enum(['pass', 'fail', 'byHand']), found: z.string(), affected: z.array(z.string()),
  })),
})
