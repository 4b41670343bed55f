/** Calls around sealed years (SPEC SEAL). The window names a year or a sealed folder by its name, never a path. */
import { z } from 'zod'
import { yearSchema } from '../report/schema'

const name = z.string().regex(/^\d{4}-\d{1,6}$/)
const count = z.number().int().min(0)
const folder = { number: count, name, year: yearSchema, sequence: count, sealedAt: z.string(), sha256: z.string(), reports: count, shortCode: z.string() }

export const sealCalls = {
  /** What sealing the year now would do. `unfiled`: titles of final reports that would stay out; `unnumbered`: how many have no whole 档号. */
  'seal.plan': { request: z.object({ year: yearSchema }), response: z.object({ year: yearSchema, sequence: count, reports: count, sealedBefore: count, unnumbered: count, unfiled: z.array(z.string()) }) },
  /** Resolves when the year is sealed, verified and has its name. */
  'seal.run': { request: z.object({ year: yearSchema }), response: z.object({ ...folder, unfiled: z.array(z.string()), missingFormats: z.array(z.string()) }) },
  /** In the order of the chain. */
  'seal.list': { request: z.undefined(), response: z.array(z.object(folder)) },
  /** Reads every byte; `problems` in words, the first twenty. */
  'seal.verify': { request: z.object({ name }), response: z.object({ isWhole: z.boolean(), count, problems: z.array(z.string()) }) },
  /** Asks for a disk or folder and puts a verified copy there. */
  'seal.copy': { request: z.object({ name }), response: z.discriminatedUnion('kind', [z.object({ kind: z.literal('cancelled') }), z.object({ kind: z.literal('copied'), folderName: z.string(), files: count })]) },
  /** How far the work under way is; null while there is none. */
  'seal.progress': { request: z.undefined(), response: z.object({ stage: z.enum(['writing', 'copying', 'verifying']), done: count, total: count }).nullable() },
  /** The work under way gives up and leaves nothing. */
  'seal.stop': { request: z.undefined(), response: z.undefined() },
} as const
