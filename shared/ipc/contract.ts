/**
 * The one contract between window and main process (SPEC IPC-1 … IPC-5): every call with the schema of its request and its response.
 * Preload object, client, handler record and test fake are derived from it. The window passes ids, values and tokens, never paths.
 */
import { z } from 'zod'
import { catalogueCalls } from './catalogueContract'
import { lockCalls } from './lockContract'
import { missingFontSchema, writtenSchema } from './writtenSchema'
import { checkSheetSchema, checkStageSchema } from './checksSchema'
import { archiveSchemeSchema } from './archiveSchemeSchema'
import { archivalNumberSchema, reportIdSchema, reportKindSchema, reportSchema, reportStateSchema, retentionSchema, yearSchema } from '../report/schema'
import { phraseChangeSchema, phraseLibrarySchema, suggestionSchema } from '../phrases/phrasesSchema'
import { cleaningRulesSchema } from '../cleaning/cleaningSchema'
import { errorCodes, type AppError } from '../base/errors'
import type { Channel, WindowEvent } from './channels'
import { folderImportCalls } from './folderImportContract'
import { logCalls } from './logContract'
import { sealCalls } from './sealContract'
import { transferCalls } from './transferContract'

const nothing = z.undefined()
const savedAt = z.string()
const generation = z.number().int().min(0)
/** A token for a file that the main process holds the path of. */
const fileToken = z.string().max(64)

export const errorSchema = z.object({ code: z.enum(errorCodes), detail: z.record(z.string(), z.union([z.string(), z.number()])).optional() }) as unknown as z.ZodType<AppError>

export const summarySchema = z.object({
  id: reportIdSchema, title: z.string(), kind: reportKindSchema, unit: z.string(), year: yearSchema, state: reportStateSchema,
  savedAt, characters: z.number().int(), isTrashed: z.boolean(), corrects: reportIdSchema.optional(), filedAt: z.string().optional(), hasTwoHeads: z.literal(true).optional(),
})

/** What a clerk calls a version. */
const versionNameSchema = z.string().max(40).refine((name) => name.trim() !== '')

export const versionSchema = z.object({
  generation, parent: generation, savedAt, cause: z.enum(['auto', 'manual', 'export', 'seal', 'import', 'recovery', 'conflict', 'create', 'state', 'review', 'final', 'restore', 'replace']), name: z.string(), characters: z.number().int(), conflictWith: generation.optional(),
})

/** What could not be opened in the library: shown, never hidden. */
export const damageSchema = z.object({ id: z.string(), code: z.enum(errorCodes), title: z.string(), openedGeneration: generation.optional(), badGeneration: generation.optional() })

/** One hit of a search: the sentence around it, where the words stand in it (UTF-16 offsets), and the place to jump to. */
export const hitSchema = z.object({
  reportId: reportIdSchema, year: yearSchema, title: z.string(), place: z.enum(['title', 'addressee', 'block', 'signature', 'attachment']),
  blockId: z.string().optional(), heading: z.string(), excerpt: z.string(), from: z.number().int(), to: z.number().int(),
})

/** `notes`: what the parser noticed, in words, with the source line and the place in the report; `met`: what the file had beside its text, in words. `isKnown`: the very same file was imported into this year before; nothing was added. */
export const importOutcomeSchema = z.object({
  imported: z.array(z.object({
    id: reportIdSchema, fileName: z.string(), title: z.string(), year: yearSchema, findings: z.number().int(), setAside: z.number().int(), encoding: z.string(), isKnown: z.boolean(),
    met: z.array(z.string()),
    notes: z.array(z.object({ line: z.number().int(), text: z.string(), blockId: z.string().optional() })),
  })),
  refused: z.array(z.object({ fileName: z.string(), error: errorSchema })),
})

/** The unit's own deviations from the printed page of the standard, option by option; what is absent was not chosen. */
export const layoutSchema = z.object({
  digits: z.enum(['roman', 'fangsong']).optional(),
  gridMode: z.enum(['lines', 'linesAndChars']).optional(),
  tableBorders: z.enum(['grid', 'threeLine']).optional(),
  red: z.string().regex(/^[0-9A-F]{6}$/).optional(),
  pageNumberPlace: z.enum(['outer', 'centre']).optional(),
  wideTables: z.enum(['landscape', 'portrait']).optional(),
  boldHeadings: z.boolean().optional(),
})

/** A Word file held against the standard, clause by clause. `token` names a file that can be imported, and is empty for what the window has itself. */
const conformSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('sheet'), fileName: z.string(), token: fileToken,
    clauses: z.array(z.object({ clause: z.string(), item: z.string(), required: z.string(), found: z.string(), result: z.enum(['pass', 'fail', 'byHand']) })),
  }),
])

export const settingsSchema = z.object({
  unit: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  /** Zoom of the page in percent. */
  zoom: z.number().int().min(50).max(300),
  layout: layoutSchema,
  outlineWidth: z.number().int().min(160).max(600),
  isOutlineShown: z.boolean(),
  areEnumerationsShown: z.boolean(),
  hasSeenWelcome: z.boolean(),
  /** Templates of the program that are not offered. */
  hiddenTemplates: z.array(z.string().max(64)).max(100),
  archive: archiveSchemeSchema,
  /** Rules of the cleaning that are off, and those of the unit. */
  cleaning: cleaningRulesSchema,
})

/** One place of the words in a report: a piece of the text around it and where in that piece it stands (UTF-16). */
export const foundPlaceSchema = z.object({
  excerpt: z.string(), from: z.number().int(), to: z.number().int(), place: z.enum(['title', 'addressee', 'body', 'table', 'attachment', 'signature', 'date', 'note']),
})

const findQuerySchema = z.object({ words: z.string().min(1).max(200), matchWidth: z.boolean(), matchCase: z.boolean(), wholeWord: z.boolean() })

/** Reports that were left alone, and why. */
const refusedReports = z.array(z.object({ id: z.string(), title: z.string(), error: errorSchema }))

/** `isIntact`: null if nobody has looked at its files yet. */
export const filedSchema = z.object({
  summary: summarySchema, filedAt: z.string(), contentSha256: z.string(), wordName: z.string(), isIntact: z.boolean().nullable(), supersededBy: reportIdSchema.optional(),
  number: archivalNumberSchema.optional(), retention: retentionSchema.optional(), pages: z.number().int().optional(), reason: z.string().optional(),
})

const templateName = z.string().trim().min(1).max(60)

/** `headings`: those of level 1, with their places as the clerk reads them. `isHidden`: one of the program's that the unit does not want to see. `trouble`: it could not be read. */
export const templateRowSchema = z.object({
  id: z.string(), name: z.string(), kind: reportKindSchema, headings: z.array(z.string()), isOwn: z.boolean(), isHidden: z.boolean(), trouble: errorSchema.optional(),
})

export const phrasesSchema = z.object({ library: phraseLibrarySchema, trouble: errorSchema.optional() })

/** What came of a dialog for saving a file; the token shows it in its folder. */
export const savedFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('written'), fileName: z.string(), folderName: z.string(), token: fileToken }),
])

/** What was read: the report as the copy says it, and the comments in it. `quote` is the text that a comment is about. */
const readBackSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('read'), fileName: z.string(), edited: reportSchema,
    comments: z.array(z.object({ author: z.string(), at: z.string(), text: z.string(), paragraph: z.number().int(), quote: z.string() })),
  }),
])

/** Megabytes of a picture file, and pixels of its longer side. */
export const LARGEST_PICTURE_MB = 20
export const MOST_PICTURE_PIXELS = 12_000

/** A kept picture: its hash, what it is, and its size in pixels. */
export const pictureSchema = z.object({ sha256: z.string(), mediaType: z.enum(['image/png', 'image/jpeg']), width: z.number().int(), height: z.number().int() })

export const contract = {
  'app.info': { request: nothing, response: z.object({ version: z.string(), dataFolderName: z.string(), platform: z.string(), missingFonts: z.array(missingFontSchema), warnings: z.array(errorSchema) }) },

  /** Shows the data folder in the system's file manager, for backups. */
  'app.openDataFolder': { request: nothing, response: nothing },

  /** What the shelf shows first: the newest 2,000 reports, the years and the damaged ones. `isLooking`: the folders are still being looked at; `libraryChanged` tells when they said something else. */
  'library.list': {
    request: nothing,
    response: z.object({
      reports: z.array(summarySchema), total: z.number().int(), trashed: z.number().int(), years: z.array(z.object({ year: yearSchema, count: z.number().int(), hasDrafts: z.boolean() })),
      damaged: z.array(damageSchema), isLooking: z.boolean(),
    }),
  },
  /** The newest reports that are wanted and the number of all of them. */
  'library.rows': {
    request: z.object({
      id: reportIdSchema.optional(), year: yearSchema.optional(), before: yearSchema.optional(), kind: reportKindSchema.optional(), unit: z.string().max(200).optional(), state: z.enum(['draft', 'review', 'final', 'filed']).optional(),
      isTrashed: z.boolean().optional(), words: z.string().max(200).optional(), limit: z.number().int().min(1).max(5000),
    }),
    response: z.object({ reports: z.array(summarySchema), total: z.number().int() }),
  },
  /** Hits of the newest years first. `within`: what was found after so many milliseconds; the same question asked again goes on with it. `isComplete`: everything was looked through. */
  'library.search': { request: z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(1000), within: z.number().int().min(0).max(60_000).optional() }), response: z.object({ hits: z.array(hitSchema), total: z.number().int(), isComplete: z.boolean() }) },
  'library.templates': { request: nothing, response: z.array(templateRowSchema) },

  /** Every place that would be replaced, by report; `except` lies on the desk and is replaced there. `blocked`: why a report would be left alone; `total` counts the others. */
  'library.previewReplace': {
    request: z.object({ query: findQuerySchema, scope: z.discriminatedUnion('kind', [z.object({ kind: z.literal('year'), year: yearSchema }), z.object({ kind: z.literal('all') })]), except: reportIdSchema.optional() }),
    response: z.object({
      reports: z.array(z.object({
        id: reportIdSchema, title: z.string(), year: yearSchema, kind: reportKindSchema, generation, total: z.number().int(), places: z.array(foundPlaceSchema), blocked: errorSchema.optional(),
      })),
      total: z.number().int(),
      /** Reports that could not be opened and were not looked through. */
      unread: z.number().int(),
    }),
  },
  /** Replaces the chosen places (by their index in the preview of that generation) in each report. Every report is done whole or left alone. `former` is the generation to go back to. */
  'library.replace': {
    request: z.object({
      query: findQuerySchema, replacement: z.string().max(200).regex(/^[^\r\n]*$/),
      reports: z.array(z.object({ id: reportIdSchema, generation, chosen: z.array(z.number().int().min(0)).min(1).max(10_000) })).max(10_000),
    }),
    response: z.object({ done: z.array(z.object({ id: reportIdSchema, title: z.string(), replaced: z.number().int(), generation, former: generation })), refused: refusedReports }),
  },
  /** Gives each report its former content back, as a new generation, if nothing was saved since. */
  'library.takeBack': {
    request: z.object({ reports: z.array(z.object({ id: reportIdSchema, generation, former: generation })).max(10_000) }),
    response: z.object({ done: z.array(z.object({ id: reportIdSchema, generation })), refused: refusedReports }),
  },

  'report.create': {
    request: z.object({
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('blank') }),
        z.object({ kind: z.literal('template'), templateId: z.string().max(64) }),
        z.object({ kind: z.literal('lastYear'), from: reportIdSchema }),
      ]),
      kind: reportKindSchema, year: yearSchema, unit: z.string().max(200),
    }),
    response: z.object({ id: reportIdSchema }),
  },
  /** `fellBackFrom`: a newer generation was damaged and set aside; this older one was opened. `isReadOnly`: filed, or of a newer program. `template`: it is one of the unit's templates, not a report. */
  'report.open': { request: z.object({ id: reportIdSchema }), response: z.object({ report: reportSchema, generation, savedAt, isReadOnly: z.boolean(), fellBackFrom: generation.optional(), conflictWith: generation.optional(), template: z.object({ name: z.string() }).optional() }) },
  /** Resolves only after the generation is on the disk. `base` is the generation that the edit grew from. */
  'report.save': { request: z.object({ report: reportSchema, base: generation, cause: z.enum(['auto', 'manual', 'export']) }), response: z.object({ generation, savedAt, conflictWith: generation.optional() }) },
  'report.duplicate': { request: z.object({ id: reportIdSchema }), response: z.object({ id: reportIdSchema }) },
  'report.setState': { request: z.object({ id: reportIdSchema, state: z.enum(['draft', 'review', 'final']) }), response: z.object({ generation, savedAt }) },
  'report.trash': { request: z.object({ id: reportIdSchema }), response: nothing },
  'report.restore': { request: z.object({ id: reportIdSchema }), response: nothing },

  /** Every saved generation, newest first. `name` is empty if it has none; `conflictWith`: the other head, beside which it was saved. `unreadable`: damaged ones. */
  'report.versions': { request: z.object({ id: reportIdSchema }), response: z.object({ versions: z.array(versionSchema), unreadable: z.array(generation) }) },
  /** One generation, only to be looked at. */
  'report.openVersion': { request: z.object({ id: reportIdSchema, generation }), response: z.object({ report: reportSchema, savedAt, name: z.string() }) },
  'report.nameVersion': { request: z.object({ id: reportIdSchema, generation, name: versionNameSchema }), response: nothing },
  'report.unnameVersion': { request: z.object({ id: reportIdSchema, generation }), response: nothing },
  /** An edited Word copy of the stored report, read for review; opens the file dialog. */
  'report.readBack': { request: z.object({ id: reportIdSchema }), response: readBackSchema },
  'report.readBackDropped': { request: z.object({ id: reportIdSchema, file: z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }) }), response: readBackSchema },
  /** The choice between the stored text and the other head beside it; `both` gives the other one as a new report. */
  'report.settleHeads': { request: z.object({ id: reportIdSchema, keep: z.enum(['mine', 'theirs', 'both']) }), response: z.object({ copyId: reportIdSchema.optional() }) },
  /** Brings an older content back as a new generation; nothing is lost. */
  'report.restoreVersion': { request: z.object({ id: reportIdSchema, generation }), response: z.object({ generation, savedAt }) },

  /** Opens the file dialog; nothing imported and nothing refused if it was cancelled. */
  'import.files': { request: z.object({ year: yearSchema.optional() }), response: importOutcomeSchema },
  /** Files dropped on the window: name and bytes, because the window knows no paths. */
  'import.dropped': { request: z.object({ files: z.array(z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) })).max(200) }), response: importOutcomeSchema },
  'import.text': { request: z.object({ text: z.string(), year: yearSchema.optional() }), response: importOutcomeSchema },

  /** The formats that a report can be exported to, by the names that a clerk reads. */
  'export.formats': { request: nothing, response: z.array(z.object({ id: z.string(), name: z.string(), extension: z.string() })) },
  /** Exports the stored report in one of the formats; `stamp`: with 归档章 on the first page, if it has a 档号. `cancelled`: the clerk closed the dialog. */
  'export.file': { request: z.object({ id: reportIdSchema, format: z.string().max(32), stamp: z.boolean().optional() }), response: writtenSchema },
  /** 花脸稿: the changes from a version to another one, or to the stored report as it is now, as tracked changes of a Word file. */
  'export.redline': { request: z.object({ id: reportIdSchema, from: generation, to: z.union([generation, z.literal('now')]) }), response: writtenSchema },
  'export.open': { request: z.object({ token: fileToken }), response: nothing },
  'export.reveal': { request: z.object({ token: fileToken }), response: nothing },

  /** 条款体检单 of the stored report as it would be exported now, of a file just exported, of a chosen or a dropped Word file. */
  'conform.report': { request: z.object({ id: reportIdSchema }), response: conformSchema },
  'conform.written': { request: z.object({ token: fileToken }), response: conformSchema },
  'conform.choose': { request: nothing, response: conformSchema },
  'conform.dropped': { request: z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }), response: conformSchema },
  /** Imports the file that was chosen for its sheet. */
  'conform.import': { request: z.object({ token: fileToken }), response: importOutcomeSchema },

  /** Prints the sheets that stand in the window, through the dialog of the system. */
  'print.pages': { request: nothing, response: z.object({ kind: z.enum(['printed', 'cancelled']) }) },

  /** Opens the file dialog; null if it was closed. */
  'picture.choose': { request: nothing, response: pictureSchema.nullable() },
  /** A picture that was dropped or pasted: name and bytes, because the window knows no paths. */
  'picture.add': { request: z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }), response: pictureSchema },
  'picture.read': { request: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }), response: z.object({ bytes: z.instanceof(Uint8Array) }) },

  /** What the clerk does not choose is suggested; `unit`: code of a 机构(问题) of the scheme. */
  'archive.file': { request: z.object({ id: reportIdSchema, retention: retentionSchema.optional(), unit: z.string().max(20).optional() }), response: filedSchema },
  /** The filed reports of a year, the newest if none is named. `rounds`: what is read again while the program is open; `fresh`: how much of it within a month. */
  'archive.list': {
    request: z.object({ year: yearSchema.optional() }),
    response: z.object({
      year: yearSchema.nullable(), years: z.array(z.object({ year: yearSchema, count: z.number().int(), broken: z.number().int() })), reports: z.array(filedSchema),
      rounds: z.object({ pieces: z.number().int(), fresh: z.number().int(), lastAt: z.string().nullable(), broken: z.array(z.object({ id: z.string(), title: z.string() })) }),
    }),
  },
  /** Files every final report of the year, each whole. */
  'archive.fileYear': { request: z.object({ year: yearSchema }), response: z.object({ filed: z.array(filedSchema), refused: refusedReports }) },
  /** Gives a report that was filed without 档号 its number, once. */
  'archive.number': { request: z.object({ id: reportIdSchema, retention: retentionSchema.optional(), unit: z.string().max(20).optional() }), response: filedSchema },
  /** A draft beside the filed report; the reason is kept with it for good. */
  'archive.correct': { request: z.object({ id: reportIdSchema, reason: z.string().trim().min(1).max(500) }), response: z.object({ id: reportIdSchema }) },
  'archive.openWord': { request: z.object({ id: reportIdSchema }), response: nothing },
  ...catalogueCalls,
  ...logCalls,
  ...sealCalls,
  ...folderImportCalls,
  ...transferCalls,
  /** 四性检测 of the filed reports of a year, and its sheet as a file. */
  'archive.check': { request: z.object({ year: yearSchema, stage: checkStageSchema }), response: checkSheetSchema },
  'archive.exportCheck': { request: z.object({ year: yearSchema, stage: checkStageSchema, format: z.enum(['word', 'pdf']) }), response: writtenSchema },

  /** A template of the unit's own, from a report or from one of the program's. It is opened and saved like a report. */
  'template.create': {
    request: z.object({ from: z.discriminatedUnion('kind', [z.object({ kind: z.literal('report'), id: reportIdSchema }), z.object({ kind: z.literal('builtIn'), templateId: z.string().max(64) })]), name: templateName, kind: reportKindSchema }),
    response: z.object({ id: reportIdSchema }),
  },
  'template.rename': { request: z.object({ id: reportIdSchema, name: templateName, kind: reportKindSchema }), response: nothing },
  'template.remove': { request: z.object({ id: reportIdSchema }), response: nothing },
  'template.restore': { request: z.object({ id: reportIdSchema }), response: nothing },
  'template.export': { request: z.object({ id: z.string().max(64) }), response: savedFileSchema },
  'template.import': { request: nothing, response: z.discriminatedUnion('kind', [z.object({ kind: z.literal('cancelled') }), z.object({ kind: z.literal('read'), id: reportIdSchema, name: z.string() })]) },

  'settings.read': { request: nothing, response: settingsSchema },
  'settings.write': { request: settingsSchema.partial(), response: settingsSchema },

  /** `trouble`: an older generation was opened, or none could be read. */
  'phrases.read': { request: nothing, response: phrasesSchema },
  'phrases.change': { request: phraseChangeSchema, response: phrasesSchema },
  /** What the finished reports of the library use again and again; `reports`: how many were looked at. */
  'phrases.suggest': { request: nothing, response: z.object({ reports: z.number().int(), suggestions: z.array(suggestionSchema) }) },
  /** Writes the whole library as a plain text file to a place that the clerk chooses. */
  'phrases.export': { request: nothing, response: savedFileSchema },
  /** Reads a plain text file of phrases; those that are there already are not added. */
  'phrases.import': {
    request: nothing,
    response: z.discriminatedUnion('kind', [z.object({ kind: z.literal('cancelled') }), z.object({ kind: z.literal('read'), fileName: z.string(), found: z.number().int(), added: z.number().int() })]),
  },

  ...lockCalls,

  /** The window has saved everything, or the clerk chose to close all the same. */
  'window.readyToClose': { request: z.object({ close: z.boolean() }), response: nothing },
} as const satisfies Record<Channel, { readonly request: z.ZodType; readonly response: z.ZodType }>

export type Contract = typeof contract
export type Request<C extends Channel> = z.infer<Contract[C]['request']>
export type Response<C extends Channel> = z.infer<Contract[C]['response']>

/** What really crosses the border: Electron hands over only the message of an error, so codes travel as values. */
export type Reply<C extends Channel> = { readonly ok: true; readonly value: Response<C> } | { readonly ok: false; readonly error: AppError }

/** `window.api`: the preload's only gift to the page. */
export interface Bridge {
  readonly call: <C extends Channel>(channel: C, request: Request<C>) => Promise<Reply<C>>
  /** Returns the function that stops listening. */
  readonly on: (event: WindowEvent, listener: (value: string) => void) => () => void
}

export type ReportVersion = z.infer<typeof versionSchema>
export type ReviewComment = Extract<z.infer<typeof readBackSchema>, { readonly kind: 'read' }>['comments'][number]
export type Settings = z.infer<typeof settingsSchema>
export type FoundPlace = z.infer<typeof foundPlaceSchema>
export type SearchHit = z.infer<typeof hitSchema>
export type ImportOutcome = z.infer<typeof importOutcomeSchema>
export type FiledReport = z.infer<typeof filedSchema>
export type LibraryDamage = z.infer<typeof damageSchema>
