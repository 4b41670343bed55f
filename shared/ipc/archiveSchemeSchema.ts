/** The shape of a unit's scheme of filing in its settings (SPEC ARCHNO-5). */
import { z } from 'zod'
import type { ArchiveScheme } from '../archive/archiveScheme'
import { reportKindSchema, retentionSchema } from '../report/schema'

export const archiveUnitSchema = z.object({ code: z.string().regex(/^[0-9A-Z]{3}$/), name: z.string().max(60) })

export const spineSchema = z.union([z.literal(20), z.literal(30), z.literal(40), z.literal(50)])

export const archiveSchemeSchema = z.object({
  fonds: z.string().regex(/^([0-9A-Z]{4})?$/), fondsName: z.string().max(200), category: z.string().regex(/^[A-Z]{2}$/), units: z.array(archiveUnitSchema).max(40),
  retention: z.partialRecord(reportKindSchema, retentionSchema), yearBy: z.enum(['about', 'formed']), spine: spineSchema,
}) as unknown as z.ZodType<ArchiveScheme>
