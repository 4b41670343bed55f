/** The shape of a stored or received Report. Unknown keys are kept (SPEC STORE-9), so a file of a slightly newer program loses nothing. */
import { z } from 'zod'
import type { ArchivalNumber } from './filing'
import { reportKinds, type ReportKindId } from './kinds'
import type { Report } from './report'

// The page and the preload forbid code made from strings; zod would try, and be reported by the policy.
z.config({ jitless: true })

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

const count = z.number().int().min(0)
const target = z.number().int().min(1).max(10_000_000)
const merge = z.looseObject({ row: count, column: count, rows: z.number().int().min(1), columns: z.number().int().min(1) })

export const runSchema = z.looseObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  stale: z.literal(true).optional(),
})

export const blockSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('text'), id: z.string().min(1).max(64), level, runs: z.array(runSchema), form: z.enum(['heading', 'clause']).optional(), target: target.optional(), taken: z.string().max(64).optional() }),
  z.looseObject({ kind: z.literal('table'), id: z.string().min(1).max(64), rows: z.array(z.array(z.string())), headerRows: z.number().int().min(0), merges: z.array(merge).optional() }),
  z.looseObject({ kind: z.literal('pageBreak'), id: z.string().min(1).max(64) }),
  z.looseObject({ kind: z.literal('image'), id: z.string().min(1).max(64), sha256: hex64, mediaType: z.enum(['image/png', 'image/jpeg']), width: z.number().int().min(1), height: z.number().int().min(1), caption: z.string() }),
])

export const reportIdSchema = z.string().regex(/^r-[0-9a-z]{26}$/)
export const reportKindSchema = z.enum(reportKinds.map((kind) => kind.id) as [ReportKindId, ...ReportKindId[]])
export const reportStateSchema = z.enum(['draft', 'review', 'final', 'filed'])
export const yearSchema = z.number().int().min(1900).max(2999)

const line = z.string().max(2_000).optional()
const lines = z.array(z.string().max(2_000)).max(200).optional()
const yes = z.literal(true).optional()

export const issuingSchema = z.looseObject({
  profile: z.enum(['ordinary', 'redHead', 'letter', 'order', 'minutes']),
  isPreprinted: yes, copyNumber: line, secrecy: line, urgency: line, mark: lines, hasFileWord: yes, documentNumber: line, signers: lines,
  signaturePlace: z.literal('underTitle').optional(), seal: z.enum(['sealed', 'stamp']).optional(), post: line,
  copies: lines, isAddresseeBelow: yes, printer: line, printDate: line, endsOnEvenPage: yes,
  present: line, absent: line, guests: line,
})

export const retentionSchema = z.enum(['Y', 'D30', 'D10'])

/** The parts of a 档号; looser than what the program gives, so that a number of another scheme is kept. */
export const archivalNumberSchema = z.looseObject({
  fonds: z.string().max(20), category: z.string().min(1).max(20), year: yearSchema, retention: retentionSchema, unit: z.string().min(1).max(20).optional(), item: z.number().int().min(1).max(999_999),
}) as unknown as z.ZodType<ArchivalNumber>

export const reportSchema = z.looseObject({
  id: reportIdSchema,
  kind: reportKindSchema,
  year: yearSchema,
  unit: z.string(),
  state: reportStateSchema,
  title: z.array(z.string()),
  addressee: z.string(),
  blocks: z.array(blockSchema),
  attachments: z.array(z.string()),
  signature: z.array(z.string()),
  date: z.string(),
  note: z.string(),
  numbering: z.enum(['restart', 'continuous', 'decimal', 'chapter']),
  target: target.optional(),
  itemLead: z.literal('bold').optional(),
  issuing: issuingSchema.optional(),
  setAside: z.array(z.looseObject({ line: z.number().int().min(1), text: z.string(), behind: z.string().optional() })),
  origin: z.looseObject({ kind: z.enum(['blank', 'template', 'lastYear', 'copy', 'file', 'paste', 'correction']), from: z.string().optional(), name: z.string().optional(), sha256: hex64.optional(), reason: z.string().optional() }),
  filing: z.looseObject({
    filedAt: z.string(), contentSha256: hex64, word: z.looseObject({ name: z.string(), sha256: hex64, bytes: count }), pdf: z.looseObject({ sha256: hex64, bytes: count }).optional(),
    number: archivalNumberSchema.optional(), retention: retentionSchema.optional(), pages: count.optional(),
  }).optional(),
}) as unknown as z.ZodType<Report>
