/** Calls around the import of a folder (SPEC FOLDER). The folder is chosen in a dialog of the main process; the window knows its last name and the paths below it. */
import { z } from 'zod'
import { errorCodes, type AppError } from '../base/errors'
import { reportIdSchema, reportKindSchema, yearSchema } from '../report/schema'

const nothing = z.undefined()
const count = z.number().int().min(0)
const error = z.object({ code: z.enum(errorCodes), detail: z.record(z.string(), z.union([z.string(), z.number()])).optional() }) as unknown as z.ZodType<AppError>
const jobId = z.string().regex(/^[0-9a-f]{16}$/)
/** Index of a file in the table of its job; it stays the same until the folder is listed again. */
const row = count.max(1_000_000)

/**
 * What there is to say of a file, and whether the clerk should look at it for that. `other`: the row, or `reportId` the report, that it is like. `copy`:
 * the same content as the other row, which was chosen; `related`: nine tenths the same; `yearDoubtful`: `count` is the year that another source says;
 * `onShelf`: the very same content is in the library; `wasStored`: it was stored, and taken from the shelf later; `met` and `aside`: what the file had
 * beside its text, in words (`text`), `met` if the text itself may differ for it.
 */
const doubts = {
  noTitle: true, yearUnknown: true, yearDoubtful: true, related: true, short: true, findings: true, met: true,
  copy: false, onShelf: false, wasStored: false, setAside: false, aside: false,
} as const satisfies Readonly<Record<string, boolean>>

const doubtSchema = z.object({
  code: z.enum(Object.keys(doubts) as [keyof typeof doubts]),
  count: count.optional(), text: z.string().optional(), other: row.optional(), reportId: reportIdSchema.optional(),
})

/** Why a file was not looked at; `notListed` stands at the folder from which on names were not even listed. */
export const skipReasons = ['hidden', 'link', 'empty', 'program', 'lockFile', 'systemFile', 'tooDeep', 'tooMany', 'notListed', 'dataFolder'] as const

/**
 * One file. `waiting`: not read yet; `ready`: read, to be corrected and stored; `refused`: it cannot be read (`error`); `skipped`: never looked at;
 * `failed`: it could not be stored, and can be tried again; `stored`: it is in the library as `reportId` (`isKnown`: it was there before).
 */
const rowSchema = z.object({
  row, path: z.string(), bytes: count, state: z.enum(['waiting', 'ready', 'refused', 'skipped', 'failed', 'stored']),
  /** Whether it is to be stored. */
  isIn: z.boolean(),
  /** What the clerk calls its format; '' if that is not known. */
  format: z.string(),
  title: z.string(), year: yearSchema, kind: reportKindSchema, unit: z.string(),
  doubts: z.array(doubtSchema),
  error: error.optional(), skip: z.enum(skipReasons).optional(), reportId: reportIdSchema.optional(), isKnown: z.boolean().optional(),
})

/** What is known of a job. `chosen`: rows that are to be stored and are not yet. */
const jobSchema = z.object({
  job: jobId, folderName: z.string(), openedAt: z.string(), finishedAt: z.string().nullable(),
  files: count, waiting: count, ready: count, chosen: count, attention: count, refused: count, skipped: count, failed: count, stored: count,
})

const opened = z.discriminatedUnion('kind', [z.object({ kind: z.literal('cancelled') }), z.object({ kind: z.literal('opened'), job: jobSchema })])
const savedFile = z.discriminatedUnion('kind', [z.object({ kind: z.literal('cancelled') }), z.object({ kind: z.literal('written'), fileName: z.string(), folderName: z.string(), token: z.string().max(64) })])

export const folderImportCalls = {
  /** Asks for a folder and lists its files; those that were looked at before and did not change since are known. */
  'folderImport.choose': { request: nothing, response: opened },
  /** Earlier imports, the newest first. */
  'folderImport.list': { request: nothing, response: z.array(jobSchema) },
  /** Lists the folder of an earlier import again. */
  'folderImport.resume': { request: z.object({ job: jobId }), response: jobSchema },
  /** Reads the files that wait; resolves when all are read or the work was stopped (`transfer.cancel`). Nothing is stored. */
  'folderImport.look': { request: z.object({ job: jobId }), response: jobSchema },
  /** The rows that changed after `since`, of all if it is 0; with the number to ask with the next time. */
  'folderImport.rows': { request: z.object({ job: jobId, since: count }), response: z.object({ job: jobSchema, revision: count, rows: z.array(rowSchema) }) },
  /** The clerk's corrections, for all the files with these paths at once. */
  'folderImport.change': {
    request: z.object({
      job: jobId, paths: z.array(z.string().max(40_000)).min(1).max(10_000),
      change: z.object({ year: yearSchema, kind: reportKindSchema, unit: z.string().max(200), title: z.string().max(500), isIn: z.boolean() }).partial(),
    }),
    response: jobSchema,
  },
  /** Stores the chosen rows; resolves when all are stored, refused or failed, or the work was stopped. */
  'folderImport.store': { request: z.object({ job: jobId }), response: jobSchema },
  /** Writes what became of every file; opens the dialog. */
  'folderImport.report': { request: z.object({ job: jobId, format: z.enum(['csv', 'txt']) }), response: savedFile },
  /** Forgets an earlier import; what it stored stays. */
  'folderImport.forget': { request: z.object({ job: jobId }), response: nothing },
} as const

export type FolderDoubt = z.infer<typeof doubtSchema>
export type FolderRow = z.infer<typeof rowSchema>
export type FolderJob = z.infer<typeof jobSchema>
export type FolderChange = z.infer<(typeof folderImportCalls)['folderImport.change']['request']>['change']
export type SkipReason = (typeof skipReasons)[number]

/** Whether a clerk should look at the file for this. */
export function isToCheck({ code }: Pick<FolderDoubt, 'code'>): boolean {
  return doubts[code]
}

/** 需要留意: it comes in or has come in, and something of it is not certain. The window, the report of the import and its record count by this alone. */
export function needsAttention(row: Pick<FolderRow, 'state' | 'isIn' | 'doubts'>): boolean {
  const isComing = row.state === 'stored' || ((row.state === 'ready' || row.state === 'failed') && row.isIn)
  return isComing && row.doubts.some(isToCheck)
}

/** Whether names of the folder were left out for their number: what comes in is not all that is there. */
export function isCutOff(rows: ReadonlyArray<Pick<FolderRow, 'skip'>>): boolean {
  return rows.some(({ skip }) => skip === 'tooMany' || skip === 'notListed')
}
