/** Calls around packages, backups and restoring (SPEC PACK, BACKUP). Places are chosen in dialogs of the main process; the window never names a path. */
import { z } from 'zod'
import { errorCodes, type AppError } from '../base/errors'
import { reportIdSchema, reportStateSchema, yearSchema } from '../report/schema'

const nothing = z.undefined()
const fileToken = z.string().max(64)
const error = z.object({ code: z.enum(errorCodes), detail: z.record(z.string(), z.union([z.string(), z.number()])).optional() }) as unknown as z.ZodType<AppError>
const cancelled = z.object({ kind: z.literal('cancelled') })
/** A package is a folder or one ZIP file. */
const form = z.enum(['folder', 'file'])
const count = z.number().int()

/** `place` is the last name of the chosen folder; `damaged`: files that could not be backed up as they are. */
export const backupStatusSchema = z.object({
  place: z.string().nullable(), isAutomatic: z.boolean(), last: z.object({ at: z.string(), files: count, damaged: count }).nullable(), trouble: error.nullable(), isRunning: z.boolean(),
})

const reportRow = z.object({ id: reportIdSchema, title: z.string(), year: yearSchema, state: reportStateSchema, savedAt: z.string(), generations: count, isHere: z.boolean() })

export const transferCalls = {
  'transfer.pack': {
    request: z.object({ scope: z.discriminatedUnion('kind', [z.object({ kind: z.literal('year'), year: yearSchema }), z.object({ kind: z.literal('reports'), ids: z.array(reportIdSchema).min(1).max(5000) })]), form }),
    response: z.discriminatedUnion('kind', [cancelled, z.object({ kind: z.literal('packed'), fileName: z.string(), folderName: z.string(), token: fileToken, reports: count, files: count, bytes: count, left: count, others: z.array(z.string()) })]),
  },
  /** Reads a package again after the medium was pulled out and put in. */
  'transfer.verify': { request: z.object({ token: fileToken }), response: z.object({ isWhole: z.boolean(), wrong: count }) },
  'transfer.unpack': {
    request: z.object({ form }),
    response: z.discriminatedUnion('kind', [cancelled, z.object({
      kind: z.literal('unpacked'), fileName: z.string(), unit: z.string(), madeAt: z.string(), foreign: z.array(z.string()),
      reports: z.array(z.object({ id: reportIdSchema, title: z.string(), year: z.number().int(), kind: z.enum(['added', 'known', 'forward', 'twoHeads', 'numberTaken', 'filed']) })),
    })]),
  },
  /** Stops the pack, unpack, backup, restore or drill that runs. */
  'transfer.cancel': { request: nothing, response: nothing },

  'backup.status': { request: nothing, response: backupStatusSchema },
  /** Asks for the place and makes the first backup there; the same status if the dialog was closed. */
  'backup.choose': { request: nothing, response: backupStatusSchema },
  'backup.change': { request: z.object({ isAutomatic: z.boolean() }), response: backupStatusSchema },
  'backup.run': { request: nothing, response: backupStatusSchema },
  /** The backups in the chosen place, newest first, and the reports of one of them (the newest if none is named). */
  'backup.list': {
    request: z.object({ snapshot: count.optional() }),
    response: z.object({ snapshots: z.array(z.object({ number: count, savedAt: z.string(), files: count, bytes: count })), snapshot: count, reports: z.array(reportRow) }),
  },
  /** `isCopy`: the library had the report, so what was restored is a new one beside it. */
  'backup.restoreReport': { request: z.object({ snapshot: count, id: reportIdSchema }), response: z.object({ id: reportIdSchema, isCopy: z.boolean(), generations: count, missing: count }) },
  /** Everything into a new folder in a place that the clerk chooses; from the chosen place, or from another one that is asked for too. */
  'backup.restoreAll': {
    request: z.object({ from: z.enum(['chosen', 'other']), snapshot: count.optional() }),
    response: z.discriminatedUnion('kind', [cancelled, z.object({ kind: z.literal('restored'), fileName: z.string(), folderName: z.string(), token: fileToken, snapshot: count, savedAt: z.string(), files: count, bytes: count, missing: z.array(z.string()) })]),
  },
  /** Starts the program anew with a restored folder. */
  'backup.useFolder': { request: z.object({ token: fileToken }), response: nothing },
  /** Restores the newest backup into a temporary folder, opens it, compares, removes it. */
  'backup.drill': { request: nothing, response: z.object({ snapshot: count, savedAt: z.string(), files: count, bytes: count, reports: count, missing: z.array(z.string()), unopened: z.array(z.string()), isWhole: z.boolean() }) },
} as const

export type BackupStatus = z.infer<typeof backupStatusSchema>
