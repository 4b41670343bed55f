/** Opens a data folder and binds the services to it (SPEC LIB-1). Everything random or timed comes in as an argument. */
import { AppFailure } from '../../shared/base/errors'
import { countingIds } from '../../shared/base/ids'
import type { Result } from '../../shared/base/result'
import { whyNotChange } from '../../shared/archive/filingRules'
import type { Report } from '../../shared/report/report'
import { chosenLayout } from '../../shared/print/deviations'
import type { LayoutOptions } from '../../shared/print/layoutReport'
import { fillPlaces } from '../../shared/text/errors'
import { sealingText } from '../../shared/text/sealing'
import type { Cause } from '../../shared/store/envelope'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import type { ExportReport, ExportWord } from '../archive/filedReports'
import { clearHalfBuilt } from '../archive/halfBuilt'
import type { Revision, Surroundings } from '../storage/generations'
import { replayOperations, type CutOff } from '../storage/journal'
import { takeLease, type Holder } from '../storage/lease'
import { keepPicture, readPicture } from '../storage/pictures'
import { bindArchiving } from './archiving'
import { attempt } from './attempt'
import { lastBackupAt, openBackupKeeper } from './backupKeeper'
import { bindBackups } from './backups'
import { openCatalogue } from './catalogue'
import { checkYear } from './checks'
import { bindCataloguing } from './cataloguing'
import { cutOffNotices } from './cutOffNotices'
import { archivePieces, bindFiledLists } from './filedLists'
import { prepareFolder, requireFolder } from './folderFormat'
import { settleHeads } from './heads'
import type { Library } from './library'
import { logFacts, openLogging, type LibraryLog } from './logging'
import { openSearch } from './librarySearch'
import { bindFolderImports } from './folderImport/folderImports'
import { bindImporting } from './importing'
import { copiedReport, createdReport } from './newReports'
import { otherHead, withOtherHead } from './otherHead'
import { openPhrases } from './phrases'
import { suggestPhrases } from './phraseSuggestions'
import { reportIds } from './reportIds'
import { bindReportLists } from './reportLists'
import { openReplacer } from './replaceEverywhere'
import { sealedFacts } from './sealedFacts'
import { openRounds } from './rounds'
import { openShelf, type Shelf } from './reportShelf'
import { bindSealing } from './sealing'
import { openSettings } from './settings'
import { templateService } from './templateService'
import { openTemplates } from './templates'
import { bindTransfer } from './transfer'
import { bindVersions } from './versions'

export interface LibraryOptions extends Surroundings {
  /** Absolute path of the data folder; made if it is missing. */
  readonly folder: string
  /** A folder that is missing is refused instead of made: for commands that only read. */
  readonly mustExist?: boolean
  /** `layout`: the unit's own deviations. */
  readonly exportWord: (...given: [...Parameters<ExportWord>, Partial<LayoutOptions>]) => ReturnType<ExportWord>
  /** The other formats that the archive keeps; absent in tests that need none. */
  readonly exportReport?: (...given: [...Parameters<ExportReport>, Partial<LayoutOptions>]) => ReturnType<ExportReport>
  /** Name of the Word file of a report without a title, e.g. 未命名. */
  readonly untitled: string
  /** Name and version of the program, for the label of sealed years. */
  readonly program?: string
  /** A long-running program says who it is, and is warned of others; the command line leaves it out. */
  readonly presence?: { readonly holder: Holder; readonly isAlive: (processId: number) => boolean; readonly every: (milliseconds: number, beat: () => void) => () => void }
}

const beatPause = 30_000
/** While a window is open, one piece of the archive is read again so often: milliseconds. */
const roundPause = 2000
/** Whether a daily backup is due is asked so often. */
const lookPause = 3_600_000
/** Old generations of a report are thinned after so many of its saves. */
const savesBetweenThinning = 20

export async function openLibrary(options: LibraryOptions): Promise<Result<Library>> {
  return attempt(async () => {
    if (options.mustExist === true) await requireFolder(options, options.folder)
    await prepareFolder(options, options.folder)
    // Before anything is opened: an operation that was cut off is finished or undone.
    const logging = openLogging(options, options.folder)
    return bindLibrary(options, logging, await replayOperations(options, options.folder, logging.noteFinished))
  })
}

async function bindLibrary(options: LibraryOptions, logging: LibraryLog, cutOff: readonly CutOff[]): Promise<Library> {
  const { folder, clock, exportWord, exportReport, untitled, presence } = options
  const shelf = openShelf(options, folder)
  const catalogue = await openCatalogue(options, folder, shelf)
  const lists = bindReportLists(catalogue, options)
  const searching = openSearch(catalogue, shelf, options.patience)
  const settings = openSettings(options, folder)
  const wordOfUnit: ExportWord = async (report, readPicture) => exportWord(report, readPicture, chosenLayout((await settings.read()).layout))
  const reportOfUnit: ExportReport | undefined = exportReport && (async (report, format, readPicture) => exportReport(report, format, readPicture, chosenLayout((await settings.read()).layout)))
  const phrases = openPhrases(options, folder)
  const templates = openTemplates(options, folder)
  const replacer = openReplacer(shelf, catalogue)
  const newReportId = reportIds(clock, options.randomName)
  const lease = presence === undefined ? null : await takeLease(options, folder, presence.holder, presence.isAlive)
  if (lease?.isShared() === false) await clearHalfBuilt(options, folder)
  const stopBeating = lease === null ? undefined : presence?.every(beatPause, () => void lease.beat())
  const saves = new Map<string, number>()
  /** Reports whose leftovers of an earlier run were looked at. */
  const recovered = new Set<string>()

  async function add(report: Report, cause: 'create' | 'import' = 'create'): Promise<{ id: string }> {
    catalogue.note((await shelf.add(report, cause)).revision)
    return { id: report.id }
  }

  /** Changes the stored report itself; `change` says the new value or throws an AppFailure. */
  async function change(id: string, next: (stored: StoredReport) => StoredReport, cause: Cause = 'state'): Promise<Revision<StoredReport>> {
    const { revision } = await shelf.document(id).update(cause, (newest) => {
      if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      return next(withOtherHead(newest))
    })
    catalogue.note(revision)
    return revision
  }

  /** Templates of the unit are opened and saved like reports, but lie apart from them. */
  const shelfOf = (id: string): Shelf => (templates.knows(id) ? templates.shelf : shelf)
  const versions = bindVersions(shelfOf, (revision) => { if (!templates.knows(revision.data.report.id)) catalogue.note(revision) })
  const home = (id: string) => shelfOf(id).document(id)

  /** Two programs thin nothing: one of them might take away what is just being named in the other. */
  async function thin(id: string): Promise<void> {
    if (lease?.isShared() !== true) await home(id).thin()
  }

  function thinSometimes(id: string): void {
    const count = (saves.get(id) ?? 0) + 1
    saves.set(id, count % savesBetweenThinning)
    if (count === savesBetweenThinning) void thin(id)
  }

  const backups = bindBackups(options, folder, { newId: newReportId, noteRestored: () => catalogue.refresh() })
  const backupKeeper = openBackupKeeper(options, folder, backups)
  const stopLooking = presence?.every(lookPause, () => backupKeeper.look())
  if (presence !== undefined) backupKeeper.look()
  /** Only a program that stays makes backups by itself. */
  const worthABackup = (): void => { if (presence !== undefined) backupKeeper.touch() }
  const noteAction = async (note: Parameters<typeof logging.noteAction>[0]): Promise<void> => {
    await logging.noteAction(note)
    worthABackup()
  }
  const sealing = bindSealing({ surroundings: options, root: folder, shelf, catalogue, settings, logging, exportReport: reportOfUnit, program: options.program ?? 'Andu', describe: (year, sequence) => fillPlaces(sealingText.description, { year, sequence }) })
  const { describe, ...archiving } = bindArchiving({ surroundings: options, root: folder, shelf, catalogue, settings, tools: { exportWord: wordOfUnit, exportReport: reportOfUnit, untitled, note: noteAction }, newReportId, add, isSealed: sealing.isSealed })
  const places = { surroundings: options, root: folder, shelf, catalogue }
  let tellBroken = (): void => undefined
  const rounds = await openRounds(options, folder, archivePieces(places), () => tellBroken())
  const stopRounds = presence?.every(roundPause, () => void rounds.step().catch(() => false))

  const importReport = bindImporting({ surroundings: options, root: folder, catalogue, shelf, newReportId, add: (report) => add(report, 'import'), note: logging.noteAction })
  const keepOne: Library['keepPicture'] = ({ bytes }) => attempt(async () => ({ sha256: await keepPicture(options, folder, bytes) }))
  const folderImports = bindFolderImports({ surroundings: options, root: folder, catalogue, shelf, importReport, keepPicture: keepOne, program: options.program ?? 'Andu' })

  return {
    ...lists,

    search: (request) => attempt(async () => {
      const looking = lists.lookAround()
      // Who asks for a first answer gets it from what is known.
      if (request.within === undefined) await looking
      return searching.search(request)
    }),

    previewReplace: (request) => attempt(() => replacer.preview(request)),
    replace: (request) => attempt(() => replacer.replace(request)),
    takeBack: (request) => attempt(() => replacer.takeBack(request)),

    create: (request) => attempt(async () => {
      const last = request.source.kind === 'lastYear' ? (await shelf.newest(request.source.from)).data.report : null
      const own = request.source.kind === 'template' && (await templates.has(request.source.templateId)) ? (await templates.shelf.newest(request.source.templateId)).data.report : null
      return add(createdReport(request, newReportId(), countingIds('b'), last ?? own))
    }),

    open: ({ id }) => attempt(async () => {
      const isTemplate = await templates.has(id)
      if (lease !== null && !lease.isShared() && !recovered.has(id)) await home(id).recover()
      recovered.add(id)
      const newest = await home(id).read()
      if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      if (!isTemplate) catalogue.noteNewest(newest)
      const { number, savedAt, data } = newest.revision
      const theirs = otherHead(newest.revision)
      const isReadOnly = whyNotChange(data.report, data.trashedAt !== undefined) !== null
      return { report: data.report, generation: number, savedAt, isReadOnly, ...(newest.fellBackFrom === undefined ? {} : { fellBackFrom: newest.fellBackFrom }), ...(theirs === undefined ? {} : { conflictWith: theirs }), ...(data.template === undefined ? {} : { template: { name: data.template.name } }) }
    }),

    save: ({ report, base, cause }) => attempt(async () => {
      const known = home(report.id).known()
      const stored = withOtherHead(known?.number === base ? known : await shelfOf(report.id).newest(report.id))
      const refusal = whyNotChange(stored.report, stored.trashedAt !== undefined)
      if (refusal !== null) throw new AppFailure(refusal)
      const { state, origin } = stored.report
      // What this program does not know of stays: keys of a slightly newer program are in the stored report, not in the window's.
      const merged = { ...stored, report: { ...stored.report, ...report, state, origin } }
      const { revision, conflictWith } = await home(report.id).save(merged, base, cause)
      if (!templates.knows(report.id)) catalogue.note(revision)
      thinSometimes(report.id)
      if (cause === 'manual') worthABackup()
      return { generation: revision.number, savedAt: revision.savedAt, ...(conflictWith === undefined ? {} : { conflictWith }) }
    }),

    duplicate: ({ id }) => attempt(async () => add(copiedReport((await shelf.newest(id)).data.report, newReportId(), 'copy'))),

    setState: ({ id, state }) => attempt(async () => {
      const { number, savedAt } = await change(id, (stored) => {
        const refusal = whyNotChange(stored.report, stored.trashedAt !== undefined)
        if (refusal !== null) throw new AppFailure(refusal)
        return { ...stored, report: { ...stored.report, state } }
      }, state === 'draft' ? 'state' : state)
      return { generation: number, savedAt }
    }),

    trash: ({ id }) => attempt(async () => {
      await change(id, (stored) => {
        if (stored.report.state === 'filed') throw new AppFailure({ code: 'reportFiled' })
        return { ...stored, trashedAt: stored.trashedAt ?? new Date(clock()).toISOString() }
      })
      await logging.noteAction({ action: 'trash', report: id })
      return undefined
    }),

    restore: ({ id }) => attempt(async () => {
      await change(id, ({ trashedAt: _trashedAt, ...stored }) => stored)
      await logging.noteAction({ action: 'restore', report: id })
      return undefined
    }),

    versions: (request) => attempt(() => versions.list(request)),
    openVersion: (request) => attempt(() => versions.open(request)),
    nameVersion: (request) => attempt(async () => void (await versions.name(request))),
    unnameVersion: (request) => attempt(async () => void (await versions.unname(request))),
    restoreVersion: (request) => attempt(() => versions.restore(request)),

    importReport,
    keepPicture: keepOne,
    readPicture: ({ sha256: hash }) => attempt(async () => {
      const bytes = await readPicture(options, folder, hash)
      if (bytes === null) throw new AppFailure({ code: 'pictureMissing' })
      return { bytes: new Uint8Array(bytes) }
    }),

    ...archiving,
    ...bindFiledLists({ ...places, describe }, rounds),
    onBroken: (listener) => { tellBroken = listener },

    check: ({ year, stage }, inspect) => attempt(async () => {
      await catalogue.refresh()
      return checkYear(year, stage, { surroundings: options, root: folder, shelf, entries: catalogue.entries(), inspect, log: await logFacts(logging.log), backupAt: await lastBackupAt(backupKeeper), packages: stage === 'filing' ? [] : await sealedFacts(options, folder, year) })
    }),

    ...templateService({
      store: templates, settings, newReportId, clock,
      reportOf: async (id) => {
        await templates.has(id)
        return (await shelfOf(id).newest(id)).data.report
      },
    }),

    ...bindCataloguing({ surroundings: options, root: folder, catalogue, shelf, settings, readLog: logging.readLog }),

    ...sealing,

    noteAction: logging.noteAction,
    readLog: logging.readLog,
    writeLog: logging.writeLog,

    readSettings: () => attempt(() => settings.read()),
    writeSettings: (changes) => attempt(() => settings.write(changes as Partial<Awaited<ReturnType<typeof settings.read>>>)),
    folderImports,
    backups,
    backupKeeper,
    transfer: bindTransfer(options, folder, { shelf, catalogue, settings, note: noteAction }),
    settleHeads: (request) => attempt(() => settleHeads({ shelf, versions, newReportId, add, note: catalogue.note }, request)),
    readPhrases: () => attempt(() => phrases.read()),
    changePhrases: (change) => attempt(() => phrases.change(change)),
    suggestPhrases: () => attempt(async () => {
      await catalogue.refresh()
      return suggestPhrases(catalogue.entries(), shelf, (await phrases.read()).library)
    }),
    warnings: () => [...(lease?.isShared() === true ? [{ code: 'folderInUse' as const }] : []), ...cutOffNotices(cutOff), ...(logging.isIncomplete() ? [{ code: 'logIncomplete' as const }] : [])],

    close: async () => {
      await folderImports.close()
      stopBeating?.()
      stopRounds?.()
      await rounds.keep()
      stopLooking?.()
      searching.stop()
      await shelf.settle()
      await templates.shelf.settle()
      await phrases.settle()
      for (const id of saves.keys()) await thin(id)
      await backupKeeper.close()
      await catalogue.close(lease?.isShared() === false)
      await lease?.release()
    },
  }
}
