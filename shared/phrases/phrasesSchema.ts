/** The shape of the stored phrase library and of its changes. Unknown keys are kept (SPEC STORE-9). */
import { z } from 'zod'
import type { PhraseChange } from './changePhrases'
import type { PhraseSuggestion } from './gatherPhrases'
import { phraseLimits, type PhraseLibrary } from './phrase'

z.config({ jitless: true })

const category = z.string().min(1).max(phraseLimits.category)
const text = z.string().min(1).max(phraseLimits.text)
const note = z.string().max(phraseLimits.note)
const id = z.string().min(1).max(64)
const source = z.looseObject({ reportId: z.string().max(64), year: z.number().int() })
const key = z.string().min(1).max(1000)
const phrase = z.looseObject({ id, category, text, note: note.optional(), source: source.optional(), uses: z.number().int().min(0), addedAt: z.string().max(40) })
const newPhrase = z.object({ category: z.string().max(200), text: z.string().max(5000), note: z.string().max(1000).optional(), source: source.optional() })

export const phraseLibrarySchema = z.looseObject({
  categories: z.array(category), phrases: z.array(phrase), dismissed: z.array(key),
}) as unknown as z.ZodType<PhraseLibrary>

export const phraseChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), phrases: z.array(newPhrase).max(5000) }),
  z.object({ kind: z.literal('edit'), id, category: z.string().max(200), text, note }),
  z.object({ kind: z.literal('remove'), id }),
  z.object({ kind: z.literal('putBack'), phrase, at: z.number().int().min(0) }),
  z.object({ kind: z.literal('used'), id }),
  z.object({ kind: z.literal('moveCategory'), name: category, by: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ kind: z.literal('renameCategory'), name: category, to: z.string().max(200) }),
  z.object({ kind: z.literal('dismiss'), key }),
  z.object({ kind: z.literal('recall'), key }),
]) as unknown as z.ZodType<PhraseChange>

export const suggestionSchema = z.object({
  key, kind: z.enum(['sentence', 'lead', 'opening']), text, category, reports: z.number().int(), years: z.array(z.number().int()), newest: z.object({ reportId: z.string(), year: z.number().int() }),
}) as unknown as z.ZodType<PhraseSuggestion>
