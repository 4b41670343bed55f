/**
 * A stand-in for the main process, for pages in a plain browser: the same door and the same functions of the report, over a map instead of a disk.
 * It passes the contract suite that the real one passes (tests/support/contractSuite.ts).
 */
import { answerRequest, done, type Handlers } from '../../electron/ipc/answer'
import { readBackCopy } from '../../electron/import/readBackCopy'
import { importEach, importFile, importText, type ImportTarget } from '../../electron/import/importReport'
import { readSource } from '../../electron/import/readers'
import { indexEntry, searchPlaces, type IndexEntry } from '../../electron/library/indexEntry'
import { copiedReport, createdReport, importedReport, importYear } from '../../electron/library/newReports'
import { placesIn, withReplaced } from '../../electron/library/replacing'
import { canonicalContent } from '../../shared/archive/canonicalContent'
import { whyNotChange, whyNotCorrect, whyNotFile } from '../../shared/archive/filingRules'
import { AppFailure, type AppError } from '../../shared/base/errors'
import { countingIds } from '../../shared/base/ids'
import { fail, succeed, type Result } from '../../shared/base/result'
import { safeFileName } from '../../shared/base/safeFileName'
import type { Channel, WindowEvent } from '../../shared/ipc/channels'
import { filedFacts } from '../support/filedFacts'
import { parseArchivalNumber } from '../../shared/archive/archivalNumber'
import type { CatalogueFacts } from '../../shared/archive/catalogue'
import { catalogueOfYear, filingProposal } from '../../shared/archive/catalogueAnswers'
import { emptyScheme } from '../../shared/archive/archiveScheme'
import { usualCleaning } from '../../shared/cleaning/cleaningRules'
import type { Bridge, FiledReport, ImportOutcome, LibraryDamage, Request, Response, Settings } from '../../shared/ipc/contract'
import { newestFirst, reportFilter, yearEntries } from '../../shared/report/chooseReports'
import type { Report } from '../../shared/report/report'
import { searchReports } from '../../shared/search/searchReports'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { fakeChecks, fakeFiledYear } from './fakeChecks'
import { fakeFolderImport } from './fakeFolderImport'
import { fakeLock, type FakeLock } from './fakeLock'
import { fakePictures } from './fakePictures'
import { fakePhrases, type FakeDialogs } from './fakePhrases'
import { fakeSeals } from './fakeSeals'
import { fakeSheet } from './fakeSheet'
import { fakeTemplates } from './fakeTemplates'
import type { Revision } from '../../electron/storage/generations'
import { fakeTransfer } from './fakeTransfer'
import { otherHead, withOtherHead } from '../../electron/library/otherHead'
import { fakeVersions } from './fakeVersions'
import { checkSheetName } from '../../shared/text/checks'
import { exportText } from '../../shared/text/export'
import { shellText } from '../../shared/text/shell'

type Stored = Revision<StoredReport>

export interface FakeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface FakeApi {
  readonly bridge: Bridge
  /** The next calls of this channel fail with `error`, until it is given null. */
  readonly failCalls: (channel: Channel, error: AppError | null) => void
  /** The next calls of this channel wait for so many milliseconds. */
  readonly slowCalls: (channel: Channel, milliseconds: number) => void
  /** What the clerk will choose in the dialog of `import.files`. */
  readonly chooseFiles: (files: readonly FakeFile[]) => void
  /** Whether the clerk cancels the dialog of `export.file`. */
  readonly cancelExport: (isCancelled: boolean) => void
  readonly lock: FakeLock
  readonly damage: (damaged: readonly LibraryDamage[]) => void
  /** Changes the stored report behind everyone's back, as another program would. */
  /** So many more filed reports that only the catalogue knows, from 件号 11 on. */
  readonly fileMany: (year: number, count: number) => void
  readonly tamper: (id: string, change: (report: Report) => Report) => void
  /** Saves a changed report behind everyone's back: a newer generation that the window does not know of. */
  readonly saveElsewhere: (id: string, change: (report: Report) => Report) => void
  readonly tell: (event: WindowEvent, value?: string) => void
  /** Every call so far, oldest first. */
  readonly calls: readonly { readonly channel: Channel; readonly request: unknown }[]
}

export interface FakeOptions {
  /** Milliseconds of the clock. */
  readonly clock: () => number
  readonly missingFonts?: readonly { readonly name: string; readonly substitute: string | null }[]
}

const startSettings: Settings = {
  unit: '', theme: 'system', zoom: 100, layout: {}, outlineWidth: 272, isOutlineShown: true, areEnumerationsShown: false, hasSeenWelcome: false, hiddenTemplates: [], archive: emptyScheme, cleaning: usualCleaning,
}

export function makeFakeApi({ clock, missingFonts = [] }: FakeOptions): FakeApi {
  const stored = new Map<string, Stored>()
  const tokens = new Set<string>()
  /** What a replacement took the place of, by report and generation. */
  const formers = new Map<string, StoredReport>()
  const failures = new Map<Channel, AppError>()
  const pauses = new Map<Channel, number>()
  const listeners = new Map<WindowEvent, Set<(value: string) => void>>()
  const calls: { channel: Channel; request: unknown }[] = []
  const newNumber = countingIds('')
  const newToken = countingIds('token')
  const newBlockId = countingIds('b')
  let settings = startSettings
  let damaged: readonly LibraryDamage[] = []
  let chosen: readonly FakeFile[] = []
  let isExportCancelled = false

  const now = () => new Date(clock()).toISOString()
  const newReportId = () => `r-${newNumber().padStart(26, '0')}`
  const reportsStored = (): readonly Stored[] => [...stored.values()].filter(({ data }) => data.template === undefined)
  const entries = (): readonly IndexEntry[] => reportsStored().map((each) => indexEntry(each))
  const lock = fakeLock(now)
  const dialogs: FakeDialogs = {
    now, chosen: () => chosen, isExportCancelled: () => isExportCancelled,
    newToken: () => {
      const token = newToken()
      tokens.add(token)
      return token
    },
  }

  function find(id: string): Stored {
    const found = stored.get(id)
    if (found === undefined) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
    return found
  }
  function put(data: StoredReport, cause: Stored['cause'] = 'auto', other?: number): Stored {
    const parent = stored.get(data.report.id)?.number ?? 0
    const next: Stored = { number: parent + 1, parent, savedAt: now(), cause: other === undefined ? cause : 'conflict', ...(other === undefined ? {} : { other }), data }
    stored.set(data.report.id, next)
    versions.keep(next)
    return next
  }
  function add(report: Report): { id: string } {
    put({ report })
    return { id: report.id }
  }
  function changeable(id: string): Stored {
    const found = find(id)
    refuse(whyNotChange(found.data.report, found.data.trashedAt !== undefined))
    return found
  }
  async function changeEach<Item extends { readonly id: string }, Done>(items: readonly Item[], work: (item: Item) => Done): Promise<Result<{ done: Done[]; refused: { id: string; title: string; error: AppError }[] }>> {
    const done: Done[] = []
    const refused: { id: string; title: string; error: AppError }[] = []
    for (const item of items) {
      try {
        done.push(work(item))
      } catch (error) {
        if (!(error instanceof AppFailure)) throw error
        refused.push({ id: item.id, title: stored.get(item.id)?.data.report.title.join('') ?? '', error: error.error })
      }
    }
    return succeed({ done, refused })
  }
  let many: readonly CatalogueFacts[] = []
  const catalogued = (): CatalogueFacts[] => [...entries().flatMap(({ filed: facts }) => (facts === undefined ? [] : [facts])), ...many]
  const versions = fakeVersions(find, changeable, put)
  async function filed({ data: { report }, ...rest }: Stored): Promise<FiledReport> {
    const correction = [...stored.values()].find((each) => each.data.report.origin.kind === 'correction' && each.data.report.origin.from === report.id && each.data.report.state === 'filed')
    return {
      summary: indexEntry({ ...rest, data: { report } }).summary, filedAt: report.filing?.filedAt ?? '', contentSha256: report.filing?.contentSha256 ?? '', wordName: report.filing?.word.name ?? '',
      isIntact: report.filing?.contentSha256 === await sha256(canonicalContent(report)), ...(report.filing?.number === undefined ? {} : { number: report.filing.number }), ...(correction === undefined ? {} : { supersededBy: correction.data.report.id }),
    }
  }
  const target: ImportTarget = {
    importReport: async (given) => {
      const year = importYear(given, new Date(clock()).getFullYear())
      const hash = given.original === undefined ? undefined : await sha256(given.original.bytes)
      const known = entries().find(({ importedFrom, summary }) => hash !== undefined && importedFrom === hash && summary.year === year && !summary.isTrashed)
      if (known !== undefined) return succeed({ id: known.summary.id, title: known.summary.title, year, isKnown: true })
      const origin: Report['origin'] = given.original === undefined || hash === undefined ? { kind: 'paste' } : { kind: 'file', name: given.original.name, sha256: hash }
      const report = importedReport(given, newReportId(), origin, year)
      add(report)
      return succeed({ id: report.id, title: report.title.join(''), year, isKnown: false })
    },
  }
  async function importAll(files: readonly FakeFile[], year?: number): Promise<Result<ImportOutcome>> {
    return succeed(await importEach(files.map((file) => [file.name, () => importFile(target, file, { newId: newBlockId, read: readSource, year })] as const)))
  }

  async function fileOne({ id, ...choice }: Request<'archive.file'>): Promise<FiledReport> {
    const { data } = find(id)
    refuse(whyNotFile(data.report, data.trashedAt !== undefined))
    const name = safeFileName(data.report.title.join(''), '.docx', shellText.untitled)
    const contentSha256 = await sha256(canonicalContent(data.report))
    const { number: written, retention, pages } = filingProposal(data.report, settings.archive, choice, catalogued(), {})
    const number = parseArchivalNumber(written)
    const filing = { filedAt: now(), contentSha256, word: { name, sha256: contentSha256, bytes: 1 }, retention, pages, ...(number === null ? {} : { number }) }
    return filed(put({ ...data, report: { ...data.report, state: 'filed', filing } }))
  }

  const tellWindow = (event: WindowEvent, value: string): void => { for (const listener of listeners.get(event) ?? []) listener(value) }
  const folders = fakeFolderImport({
    now, newToken: () => dialogs.newToken(), tell: tellWindow,
    addReport: ({ title, kind, year, unit }) => add({ ...createdReport({ source: { kind: 'blank' }, kind, year, unit }, newReportId(), newBlockId, null), title: [title] }).id,
  })

  const handlers: Handlers = {
    'app.info': async () => succeed({ version: '0.1.0', dataFolderName: 'Andu', platform: 'linux', missingFonts: [...missingFonts], warnings: [] }),
    'app.openDataFolder': async () => done,
    'library.list': async () => {
      const rows = entries().map(({ summary }) => ({ ...summary })).sort(newestFirst)
      const years = yearEntries(rows)
      return succeed({ reports: rows.slice(0, 2000), total: rows.length, years: [...years], trashed: rows.filter(({ isTrashed }) => isTrashed).length, damaged: [...damaged], isLooking: false })
    },
    'library.rows': async ({ limit, ...query }) => {
      const rows = entries().map(({ summary }) => ({ ...summary })).filter(reportFilter(query)).sort(newestFirst)
      return succeed({ reports: rows.slice(0, limit), total: rows.length })
    },
    'library.search': async ({ query, limit }) => {
      const searchable = reportsStored().filter(({ data }) => data.trashedAt === undefined).map(({ data: { report } }) => ({ reportId: report.id, year: report.year, title: report.title.join(''), places: searchPlaces(report) }))
      const { hits, total } = searchReports(searchable, query, limit)
      return succeed({ hits: [...hits], total, isComplete: true })
    },
    ...fakePictures(),
    'library.previewReplace': async ({ query, scope, except }) => {
      const reports = reportsStored().flatMap(({ number, data: { report, trashedAt } }) => {
        const places = placesIn(report, query)
        if (trashedAt !== undefined || report.id === except || (scope.kind === 'year' && report.year !== scope.year) || places.length === 0) return []
        const blocked = whyNotChange(report, false)
        return [{ id: report.id, title: report.title.join(''), year: report.year, kind: report.kind, generation: number, total: places.length, places: blocked === null ? places : [], ...(blocked === null ? {} : { blocked }) }]
      }).sort((a, b) => b.year - a.year)
      return succeed({ reports, total: reports.reduce((sum, { total, blocked }) => sum + (blocked === undefined ? total : 0), 0), unread: damaged.filter(({ openedGeneration }) => openedGeneration === undefined).length })
    },
    'library.replace': async ({ query, replacement, reports }) => changeEach(reports, ({ id, generation, chosen }) => {
      const { number, data } = changeable(id)
      if (number !== generation) throw new AppFailure({ code: 'changedMeanwhile' })
      formers.set(`${id} ${number}`, data)
      const next = put({ ...data, report: withReplaced(data.report, query, replacement, chosen) })
      return { id, title: data.report.title.join(''), replaced: chosen.length, generation: next.number, former: number }
    }),
    'library.takeBack': async ({ reports }) => changeEach(reports, ({ id, generation, former }) => {
      const before = formers.get(`${id} ${former}`)
      if (find(id).number !== generation) throw new AppFailure({ code: 'changedMeanwhile' })
      if (before === undefined) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      return { id, generation: put(before).number }
    }),

    'report.create': async (request) => succeed(add(createdReport(request, newReportId(), newBlockId, request.source.kind === 'lastYear' ? find(request.source.from).data.report : request.source.kind === 'template' ? stored.get(request.source.templateId)?.data.report ?? null : null))),
    'report.open': async ({ id }) => {
      const found = find(id)
      const { number, savedAt, data } = found
      const theirs = otherHead(found)
      return succeed({ ...(theirs === undefined ? {} : { conflictWith: theirs }), report: data.report as Response<'report.open'>['report'], generation: number, savedAt, isReadOnly: whyNotChange(data.report, data.trashedAt !== undefined) !== null, ...(data.template === undefined ? {} : { template: data.template }) })
    },
    'report.save': async ({ report, base, cause }) => {
      const before = changeable(report.id)
      const { state, origin } = before.data.report
      const next = put({ ...withOtherHead(before), report: { ...before.data.report, ...(report as Report), state, origin } }, cause, before.number === base ? undefined : before.number)
      return succeed({ generation: next.number, savedAt: next.savedAt, ...(before.number === base ? {} : { conflictWith: before.number }) })
    },
    'report.duplicate': async ({ id }) => succeed(add(copiedReport(find(id).data.report, newReportId(), 'copy'))),
    'report.setState': async ({ id, state }) => {
      const before = changeable(id)
      const next = put({ ...before.data, report: { ...before.data.report, state } }, state === 'draft' ? 'state' : state)
      return succeed({ generation: next.number, savedAt: next.savedAt })
    },
    'report.trash': async ({ id }) => {
      const { data } = find(id)
      if (data.report.state === 'filed') return fail({ code: 'reportFiled' })
      put({ ...data, trashedAt: data.trashedAt ?? now() })
      return done
    },
    'report.restore': async ({ id }) => {
      const { trashedAt: _trashedAt, ...data } = find(id).data
      put(data)
      return done
    },

    ...versions.handlers,
    'report.readBack': async ({ id }) => (chosen[0] === undefined ? succeed({ kind: 'cancelled' }) : readBackCopy(find(id).data.report, chosen[0], newBlockId, readSource)),
    'report.readBackDropped': async ({ id, file }) => readBackCopy(find(id).data.report, file, newBlockId, readSource),

    'import.files': ({ year }) => importAll(chosen, year),
    'import.dropped': ({ files }) => importAll(files),
    'import.text': async ({ text, year }) => succeed(await importEach([[shellText.pastedName, () => importText(target, text, shellText.pastedName, { newId: newBlockId, year })]])),

    'export.formats': async () => succeed([{ id: 'word', name: exportText.formats.word, extension: 'docx' }, { id: 'pdf', name: exportText.formats.pdf, extension: 'pdf' }, { id: 'ofd', name: exportText.formats.ofd, extension: 'ofd' }, { id: 'text', name: exportText.formats.text, extension: 'txt' }]),
    'export.file': async ({ id, format }) => {
      const extension = { word: 'docx', pdf: 'pdf', ofd: 'ofd', text: 'txt' }[format]
      if (extension === undefined) return fail({ code: 'requestMalformed' })
      const { report } = find(id).data
      if (report.title.join('').trim() === '' && report.blocks.every((block) => block.kind === 'text' && block.runs.every((run) => run.text.trim() === ''))) return fail({ code: 'nothingToExport' })
      if (isExportCancelled) return succeed({ kind: 'cancelled' })
      const token = newToken()
      tokens.add(token)
      return succeed({ kind: 'written', fileName: safeFileName(report.title.join(''), `.${extension}`, shellText.untitled), folderName: '文档', token, pages: 6, changes: [], missingFonts: format === 'word' ? [...missingFonts] : [] })
    },
    'export.redline': async ({ id, from, to }) => {
      const before = versions.open(id, from).data.report
      const after = to === 'now' ? find(id).data.report : versions.open(id, to).data.report
      if (isExportCancelled) return succeed({ kind: 'cancelled' })
      const token = newToken()
      tokens.add(token)
      return succeed({ kind: 'written', fileName: safeFileName(`${(after.title.join('') || before.title.join(''))}（花脸稿）`, '.docx', shellText.untitled), folderName: '文档', token, changes: [], missingFonts: [] })
    },
    'export.open': async ({ token }) => (tokens.has(token) ? done : fail({ code: 'fileNotFound' })),
    'export.reveal': async ({ token }) => (tokens.has(token) ? done : fail({ code: 'fileNotFound' })),

    'conform.report': async ({ id }) => succeed(fakeSheet(`${find(id).data.report.title.join('')}.docx`, '')),
    'conform.written': async ({ token }) => (tokens.has(token) ? succeed(fakeSheet('导出的文件.docx', '')) : fail({ code: 'fileNotFound' })),
    'conform.choose': async () => (chosen[0] === undefined ? succeed({ kind: 'cancelled' as const }) : succeed(fakeSheet(chosen[0].name, dialogs.newToken()))),
    'conform.dropped': async ({ name }) => succeed(fakeSheet(name, '')),
    'conform.import': ({ token }) => (tokens.has(token) ? importAll(chosen.slice(0, 1)) : Promise.resolve(fail({ code: 'fileNotFound' as const }))),
    'print.pages': async () => succeed({ kind: 'printed' }),

    'archive.file': async (request) => succeed(await fileOne(request)),
    'archive.list': async ({ year }) => succeed(fakeFiledYear(await Promise.all([...stored.values()].filter(({ data }) => data.report.state === 'filed').map(filed)), year, now())),
    'archive.catalogue': async ({ year }) => succeed(catalogueOfYear(catalogued(), year)),
    'archive.proposal': async ({ id, ...choice }) => succeed(filingProposal(find(id).data.report, settings.archive, choice, catalogued(), {})),
    'archive.savePicture': async ({ format }) => succeed({ kind: 'written', fileName: `归档章.${format}`, folderName: '文档', token: 't1', changes: [], missingFonts: [] }),
    'archive.print': async ({ year, form, format }) => succeed({ kind: 'written', fileName: `${year}-${form}.${format}`, folderName: '文档', token: 't1', changes: [], missingFonts: [] }),
    'archive.fileYear': async ({ year }) => {
      const done: FiledReport[] = []
      for (const { summary } of entries()) if (summary.year === year && summary.state === 'final' && !summary.isTrashed) done.push(await fileOne({ id: summary.id }))
      return succeed({ filed: done, refused: [] })
    },
    'archive.number': async ({ id, ...choice }) => {
      const { data } = find(id)
      const { filing } = data.report
      if (filing === undefined) return fail({ code: 'notFinal' })
      if (filing.number !== undefined && filing.number.fonds !== '') return fail({ code: 'alreadyNumbered' })
      const { fonds } = settings.archive
      const number = filing.number === undefined ? parseArchivalNumber(filingProposal(data.report, settings.archive, choice, catalogued(), {}).number) : { ...filing.number, fonds }
      return number === null || fonds === '' ? fail({ code: 'fondsMissing' }) : succeed(await filed(put({ ...data, report: { ...data.report, filing: { ...filing, number } } })))
    },
    'archive.correct': async ({ id, reason }) => {
      const { report } = find(id).data
      refuse(whyNotCorrect(report))
      const begun = entries().find(({ summary }) => summary.corrects === id && summary.state !== 'filed' && !summary.isTrashed)
      if (begun !== undefined) return succeed({ id: begun.summary.id })
      const draft = copiedReport(report, newReportId(), 'correction')
      return succeed(add({ ...draft, origin: { ...draft.origin, reason } }))
    },
    'archive.openWord': async ({ id }) => (find(id).data.report.filing === undefined ? fail({ code: 'fileNotFound' }) : done),
    'archive.check': async ({ year, stage }) => succeed(fakeChecks(reportsStored().map(({ data }) => data.report), year, stage, now())),
    'archive.exportCheck': async ({ year, format }) => {
      if (isExportCancelled) return succeed({ kind: 'cancelled' })
      const token = newToken()
      tokens.add(token)
      return succeed({ kind: 'written', fileName: `${checkSheetName(year)}.${format === 'word' ? 'docx' : 'pdf'}`, folderName: '文档', token, pages: 2, changes: [], missingFonts: [] })
    },

    ...fakeSeals({ filedOf: (year) => catalogued().filter((one) => one.year === year), finalOf: (year) => entries().filter(({ summary }) => summary.year === year && summary.state === 'final' && !summary.isTrashed).map(({ summary }) => summary.title), now }),
    ...fakePhrases(dialogs, () => reportsStored().map(({ data }) => data)),
    ...fakeTemplates(dialogs, { all: () => [...stored.values()].map(({ data }) => data), find, put, newReportId, hidden: () => settings.hiddenTemplates }),

    'settings.read': async () => succeed(settings),
    'settings.write': async (change) => {
      const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      settings = { ...settings, ...wanted }
      return succeed(settings)
    },
    ...lock.handlers,
    ...fakeTransfer(now, () => entries().map(({ summary }) => summary), dialogs.newToken, (value) => tellWindow('workProgress', value)),
    ...folders.handlers,
    'transfer.cancel': async () => {
      folders.stop()
      return done
    },
    'window.readyToClose': async () => done,
  }

  const log = { note: () => undefined, failure: (_event: string, reason: unknown) => { console.error(reason) } }
  async function call<C extends Channel>(channel: C, request: Request<C>): ReturnType<Bridge['call']> {
    calls.push({ channel, request })
    const pause = pauses.get(channel)
    if (pause !== undefined) await new Promise((resolve) => { setTimeout(resolve, pause) })
    const failure = failures.get(channel) ?? (lock.isLocked() && !channel.startsWith('lock.') && channel !== 'window.readyToClose' ? { code: 'folderLocked' as const } : undefined)
    return structuredClone(failure === undefined ? await answerRequest({ handlers, log }, channel, true, structuredClone(request)) : fail(failure))
  }
  return {
    bridge: {
      call: call as Bridge['call'],
      on: (event, listener) => {
        const those = listeners.get(event) ?? new Set()
        listeners.set(event, those.add(listener))
        return () => { those.delete(listener) }
      },
    },
    failCalls: (channel, error) => { if (error === null) failures.delete(channel); else failures.set(channel, error) },
    slowCalls: (channel, milliseconds) => { pauses.set(channel, milliseconds) },
    chooseFiles: (files) => { chosen = files },
    cancelExport: (isCancelled) => { isExportCancelled = isCancelled },
    lock,
    damage: (those) => { damaged = those },
    fileMany: (year, count) => { many = filedFacts(count, 0).map((one) => ({ ...one, year, ...(one.number === undefined ? {} : { number: { ...one.number, year, item: one.number.item + 10 } }) })) },
    tamper: (id, change) => { const { data, ...rest } = find(id); stored.set(id, { ...rest, data: { ...data, report: change(data.report) } }) },
    saveElsewhere: (id, change) => { const { data } = find(id); put({ ...data, report: change(data.report) }) },
    tell: (event, value = '') => { for (const listener of listeners.get(event) ?? []) listener(value) },
    calls,
  }
}

function refuse(error: AppError | null): void {
  if (error !== null) throw new AppFailure(error)
}

async function sha256(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
