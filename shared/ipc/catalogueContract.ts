/** Calls around 档号 and 归档文件目录 (SPEC ARCHNO). */
import { z } from 'zod'
import type { CatalogueOfYear, FilingProposal } from '../archive/catalogueAnswers'
import { archivalNumberSchema, reportIdSchema, retentionSchema, yearSchema } from '../report/schema'
import { archiveForms, formFormats } from '../archive/archiveForms'
import { archiveUnitSchema, spineSchema } from './archiveSchemeSchema'
import { writtenSchema } from './writtenSchema'

const numberClassSchema = z.object({ fonds: z.string(), category: z.string(), year: yearSchema, retention: retentionSchema, unit: z.string().optional() })
/** Bytes of a drawn 归档章. */
const largestPicture = 1_000_000
const unitCode = z.string().max(20)

const cataloguePartSchema = z.object({
  /** Null for what has no 档号 yet. */
  class: numberClassSchema.nullable(),
  rows: z.array(z.object({
    id: reportIdSchema, order: z.number().int(), number: z.string(), item: z.number().int().nullable(), documentNumber: z.string(), responsible: z.string(), title: z.string(),
    date: z.string(), secrecy: z.string(), pages: z.number().int().nullable(), note: z.string(),
  })),
})

const problemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gap'), class: numberClassSchema, from: z.number().int(), to: z.number().int() }),
  z.object({ kind: z.literal('duplicate'), number: archivalNumberSchema, count: z.number().int() }),
])

const note = z.string().max(2_000).optional()
const boxSchema = z.object({
  spine: spineSchema.optional(), pagesPerBox: z.number().int().min(1).max(100_000).optional(), paper: z.enum(['A4', 'A3']).optional(), state: note, arranger: note, arrangedOn: note, checker: note, checkedOn: note,
})

export const catalogueCalls = {
  /** The catalogue of a year, or of the newest one; `year` is null while nothing is filed. */
  'archive.catalogue': {
    request: z.object({ year: yearSchema.optional() }),
    response: z.object({ year: yearSchema.nullable(), years: z.array(z.object({ year: yearSchema, count: z.number().int() })), parts: z.array(cataloguePartSchema), problems: z.array(problemSchema) }) as unknown as z.ZodType<CatalogueOfYear>,
  },
  /** What filing the report would record. `number` is null while the unit has no 全宗号. */
  'archive.proposal': {
    request: z.object({ id: reportIdSchema, retention: retentionSchema.optional(), unit: unitCode.optional() }),
    response: z.object({
      number: z.string(), hasFonds: z.boolean(), year: yearSchema, retention: retentionSchema, suggested: retentionSchema, pages: z.number().int(), units: z.array(archiveUnitSchema), unit: z.string().optional(),
    }) as unknown as z.ZodType<FilingProposal>,
  },
  /** Asks where, and writes a form of the year there; csv and json exist for the catalogue only. */
  'archive.print': { request: z.object({ year: yearSchema, form: z.enum(archiveForms), format: z.enum(formFormats), boxes: boxSchema.optional() }), response: writtenSchema },
  /** Saves 归档章 that the window has drawn, under a name that is made of the 档号. */
  'archive.savePicture': { request: z.object({ id: reportIdSchema, format: z.enum(['svg', 'png']), bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= largestPicture) }), response: writtenSchema },
} as const
