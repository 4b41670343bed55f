/**
 * The answer of the process that reads files from outside (SPEC READ-2): taken only if it is exactly what a reader may yield, within the limits, and as
 * fresh objects. Each shape names all keys of its type, so that a new one cannot be forgotten here.
 */
import { z } from 'zod'
import { errorCodes } from '../../shared/base/errors'
import type { ClauseResult, ConformSheet } from '../../shared/conform/conformSheet'
import { limits } from '../import/limits'
import { fileFormats, type ReadSource } from '../import/readers'
import type { SourceCell, SourceChange, SourceComment, SourceDocument, SourceMet, SourceNote, SourceParagraph, SourceRun, SourceTable } from '../import/sourceDocument'
import type { ReadAnswer, Readings } from './readingProcess'

type Shape<T> = Record<keyof T, z.ZodType>

z.config({ jitless: true })

const count = z.number().int().min(0)
const text = z.string().max(limits.characters)
const word = z.string().max(2_000)
const yes = z.literal(true).optional()

const change = z.strictObject({ kind: z.enum(['added', 'removed']), author: word, at: word } satisfies Shape<SourceChange>)
const run = z.strictObject({ text, bold: yes, italic: yes, underline: yes, change: change.optional() } satisfies Shape<SourceRun>)

const paragraph = z.strictObject({
  kind: z.literal('paragraph'), style: z.strictObject({ id: word, name: word }), outline: count.max(8).nullable(), label: word, runs: z.array(run), pageBreakBefore: z.boolean(), isCentered: yes,
  size: z.number().min(0).max(4_000).optional(), isContents: yes, picture: word.optional(), line: count.optional(), end: change.optional(),
} satisfies Shape<SourceParagraph>)

const cell = z.strictObject({ paragraphs: z.array(paragraph), columns: count.max(limits.columns), isContinued: z.boolean() } satisfies Shape<SourceCell>)
const row = z.strictObject({ cells: z.array(cell), isHeader: z.boolean(), before: count.max(limits.columns), change: change.optional() } satisfies Shape<SourceTable['rows'][number]>)
const table = z.strictObject({ kind: z.literal('table'), rows: z.array(row) } satisfies Shape<SourceTable>)

const met = z.strictObject({ hidden: count, changes: count, notes: count, textBoxes: count, drawings: count, objects: count, cut: count, unreadable: count, damaged: count, joined: count } satisfies Shape<SourceMet>)

const document = z.strictObject({
  blocks: z.array(z.discriminatedUnion('kind', [paragraph, table])),
  comments: z.array(z.strictObject({ author: word, at: word, text, paragraph: count, quote: text } satisfies Shape<SourceComment>)).max(limits.paragraphs),
  notes: z.array(z.strictObject({ mark: word, text } satisfies Shape<SourceNote>)).max(limits.paragraphs),
  margins: z.array(text).max(limits.paragraphs),
  pageNumbers: z.array(z.strictObject({ text: word, line: count })).max(limits.paragraphs).optional(),
  pictures: z.map(word, z.instanceof(Uint8Array)),
  styleNames: z.array(word).max(limits.paragraphs),
  met,
  encoding: word.optional(),
} satisfies Shape<SourceDocument>)

const clause = z.strictObject({ clause: word, item: word, required: word, found: z.string().max(20_000), result: z.enum(['pass', 'fail', 'byHand']) } satisfies Shape<ClauseResult>)
const sheet = z.strictObject({ clauses: z.array(clause).max(1_000) } satisfies Shape<ConformSheet>)

const source = z.strictObject({ format: z.enum(fileFormats), document } satisfies Shape<ReadSource>)

const error = z.strictObject({
  code: z.enum(errorCodes),
  detail: z.partialRecord(z.enum(['reason', 'name', 'kind', 'megabytes', 'limit']), z.union([z.string().max(200), z.number()])).optional(),
})

function answerOf(value: z.ZodType) {
  return z.strictObject({
    id: count, result: z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), value }), z.strictObject({ ok: z.literal(false), error })]),
  } satisfies Shape<ReadAnswer>)
}

const answers = { source: answerOf(source.refine(({ document: read }) => isWithinLimits(read as SourceDocument))), sheet: answerOf(sheet) } satisfies Record<keyof Readings, z.ZodType>

/** The answer to this question as a value of our own; null for anything else. */
export function readAnswer<Kind extends keyof Readings>(given: unknown, kind: Kind): ReadAnswer<Kind> | null {
  const parsed = answers[kind].safeParse(given)
  return parsed.success ? (parsed.data as ReadAnswer<Kind>) : null
}

/** The limits hold for the whole of a document; the schema knows its pieces only. */
function isWithinLimits({ blocks, comments, notes, margins, pictures }: SourceDocument): boolean {
  const met = { paragraphs: 0, cells: 0, characters: 0, bytes: 0 }
  const take = ({ label, runs }: SourceParagraph): void => {
    met.paragraphs += 1
    for (const each of runs) met.characters += each.text.length
    met.characters += label.length
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') take(block)
    else {
      for (const { cells } of block.rows) {
        met.cells += cells.length
        for (const each of cells) each.paragraphs.forEach(take)
      }
    }
  }
  for (const each of [...comments, ...notes]) met.characters += each.text.length
  for (const each of margins) met.characters += each.length
  for (const each of pictures.values()) met.bytes += each.length
  // Labels are made by the program and notes stand beside the text: a little more than the reader counts.
  return met.paragraphs <= limits.paragraphs * 2 && met.cells <= limits.cells && met.characters <= limits.characters * 2 && met.bytes <= limits.documentBytes * 2
}
