/** Filing, 档号 and correction (SPEC FILE). Everything over several files goes through the journal. */
import { AppFailure, type AppError } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import { sequenceKey } from '../../shared/archive/archivalNumber'
import { filingClass, suggestRetention, type FilingChoice } from '../../shared/archive/archiveScheme'
import { whyNotChange, whyNotCorrect } from '../../shared/archive/filingRules'
import type { FiledReport, Request, Response } from '../../shared/ipc/contract'
import { contentPages } from '../../shared/print/contentPages'
import { chosenLayout } from '../../shared/print/deviations'
import { layoutReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import type { Report } from '../../shared/report/report'
import type { ReportSummary } from '../../shared/report/summary'
import { filedUnder, fileReport, isIntact, numberFiledReport, readArchivedWord, type FiledUnder, type FilingTools } from '../archive/filedReports'
import { ClaimsInDoubt, freeNumber, type Claim, type NumberHolders } from '../archive/numberRegister'
import { expectedFailure } from '../storage/errnoToAppError'
import type { Surroundings } from '../storage/generations'
import { replayOperations } from '../storage/journal'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import { indexEntry, type IndexEntry } from './indexEntry'
import { copiedReport } from './newReports'
import type { Shelf } from './reportShelf'
import type { SettingsStore } from './settings'

export interface ArchivingParts {
  readonly surroundings: Surroundings
  readonly root: string
  readonly shelf: Shelf
  readonly catalogue: Catalogue
  readonly settings: SettingsStore
  readonly tools: FilingTools
  readonly newReportId: () => string
  readonly add: (report: Report) => Promise<{ id: string }>
  readonly isSealed: (id: string) => Promise<boolean>
}

export interface Archiving {
  /** A filed report as the window sees it. */
  describe(entry: IndexEntry, corrections: ReadonlyMap<string, string>, looked?: boolean | null): Promise<FiledReport>
  file(request: Request<'archive.file'>): Promise<Result<FiledReport>>
  /** Files every final report of the year, each whole; those that could not be filed are named. `isEverything`: drafts, too, which become final first. */
  fileYear(request: { readonly year: number; readonly isEverything?: boolean }): Promise<Result<Response<'archive.fileYear'>>>
  /** Gives a report that was filed without 档号 its number, or the 全宗号 that its number lacks. */
  number(request: Request<'archive.number'>): Promise<Result<FiledReport>>
  /** Every filed report of all years, each looked at now. */
  listFiled(): Promise<Result<FiledReport[]>>
  correct(request: Request<'archive.correct'>): Promise<Result<{ id: string }>>
  /** The Word file kept beside a filed report, verified, with the name it goes by outside. */
  readFiledWord(request: { readonly id: string }): Promise<Result<{ name: string; bytes: Uint8Array }>>
}

/** Who holds numbers may have been looked at so long ago, in milliseconds: a claim decides, this only saves tries. */
const oldLook = 60_000

export function bindArchiving({ surroundings, root, shelf, catalogue, settings, tools, newReportId, add, isSealed }: ArchivingParts): Archiving {
  const finishOthers = async (): Promise<void> => void (await replayOperations(surroundings, root))

  function holders(key: string): NumberHolders {
    const entries = catalogue.entries()
    const troubled = new Set(catalogue.troubles().map(({ id }) => id))
    const numbers = entries.flatMap(({ filed }) => filed?.number ?? [])
    const known = new Set(entries.map(({ summary }) => summary.id))
    return { used: new Set(numbers.filter((number) => sequenceKey(number) === key).map(({ item }) => item)), isKnown: (id) => known.has(id) && !troubled.has(id) }
  }

  type Judged = ReadonlySet<string> | null

  async function claimFor(report: Report, choice: FilingChoice, judged: Judged): Promise<Claim> {
    const wanted = filingClass(report, (await settings.readOrFail()).archive, choice)
    return freeNumber(surroundings.io, root, wanted, holders(sequenceKey(wanted)), judged)
  }

  async function under(report: Report, choice: FilingChoice, judged: Judged): Promise<FiledUnder> {
    const { archive, layout } = await settings.readOrFail()
    const document = layoutReport(report, chosenLayout(layout))
    const claim = await claimFor(report, choice, judged)
    return { claim, retention: choice.retention ?? suggestRetention(report.kind, archive, report.title.join('')), pages: contentPages(document, paginate(document)) }
  }

  /** Looks at the reports before and not while one of them is worked on; does it again if numbers are in doubt. */
  async function withClaims<T>(work: (judged: Judged) => Promise<T>): Promise<T> {
    await finishOthers()
    await catalogue.refresh({ ifOlderThan: oldLook })
    try {
      return await work(null)
    } catch (error) {
      if (!(error instanceof ClaimsInDoubt)) throw error
      await finishOthers()
      await catalogue.refresh()
      return work(error.claims)
    }
  }

  async function fileOne(id: string, choice: FilingChoice): Promise<IndexEntry> {
    const { revision } = await withClaims((judged) => fileReport(surroundings, root, shelf.document(id), tools, (report) => under(report, choice, judged)))
    catalogue.note(revision)
    return indexEntry(revision)
  }

  /** `looked`: what a look at its files said, null if nobody looked. */
  async function describe(entry: IndexEntry, corrections: ReadonlyMap<string, string>, looked?: boolean | null): Promise<FiledReport> {
    const { filing, reason, summary } = entry
    const supersededBy = corrections.get(summary.id)
    return {
      summary: { ...summary }, filedAt: filing?.filedAt ?? '', contentSha256: filing?.contentSha256 ?? '', wordName: filing?.word.name ?? '',
      isIntact: looked === undefined ? await isIntact(surroundings, root, (await shelf.newest(summary.id)).data.report) : looked, ...filedUnder(entry), ...(reason === undefined ? {} : { reason }),
      ...(supersededBy === undefined ? {} : { supersededBy }),
    }
  }

  async function makeFinal(id: string): Promise<void> {
    const { revision } = await shelf.document(id).update('final', (newest) => {
      if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      const refusal = whyNotChange(newest.data.report, newest.data.trashedAt !== undefined)
      if (refusal !== null) throw new AppFailure(refusal)
      return { ...newest.data, report: { ...newest.data.report, state: 'final' } }
    })
    catalogue.note(revision)
  }

  return {
    describe,
    file: ({ id, ...choice }) => attempt(async () => describe(await fileOne(id, choice), filedCorrections(catalogue.entries()))),

    fileYear: ({ year, isEverything = false }) => attempt(async () => {
      await catalogue.refresh()
      const isReady = ({ state, isTrashed }: ReportSummary): boolean => !isTrashed && (state === 'final' || (isEverything && state !== 'filed'))
      const ready = catalogue.entries().filter(({ summary }) => summary.year === year && isReady(summary)).sort(inOrder)
      const filed: FiledReport[] = []
      const refused: Array<{ id: string; title: string; error: AppError }> = []
      for (const { summary } of ready) {
        try {
          if (summary.state !== 'final') await makeFinal(summary.id)
          filed.push(await describe(await fileOne(summary.id, {}), filedCorrections(catalogue.entries())))
        } catch (error) {
          refused.push({ id: summary.id, title: summary.title, error: expectedFailure(error) })
        }
      }
      return { filed, refused }
    }),

    number: ({ id, ...choice }) => attempt(async () => {
      if (await isSealed(id)) throw new AppFailure({ code: 'reportSealed' })
      const { revision } = await withClaims((judged) => numberFiledReport(surroundings, root, shelf.document(id), tools.note, (report) => {
        const { number, retention } = report.filing ?? {}
        if (number !== undefined) return settings.readOrFail().then(({ archive: { fonds } }) => ({ number: { ...number, fonds }, claim: null }))
        return claimFor(report, { ...(retention === undefined ? {} : { retention }), ...choice }, judged).then((claim) => ({ number: claim.number, claim }))
      }))
      catalogue.note(revision)
      return describe(indexEntry(revision), filedCorrections(catalogue.entries()))
    }),

    listFiled: () => attempt(async () => {
      await catalogue.refresh()
      const entries = catalogue.entries()
      const corrections = filedCorrections(entries)
      const filed = await Promise.all(entries.filter(({ summary }) => summary.state === 'filed').map((entry) => describe(entry, corrections)))
      return filed.sort((a, b) => b.summary.year - a.summary.year || (a.filedAt < b.filedAt ? 1 : -1))
    }),

    correct: ({ id, reason }) => attempt(async () => {
      const { report } = (await shelf.newest(id)).data
      const refusal = whyNotCorrect(report)
      if (refusal !== null) throw new AppFailure(refusal)
      await catalogue.refresh()
      const begun = catalogue.entries().find(({ summary }) => summary.corrects === id && summary.state !== 'filed' && !summary.isTrashed)
      if (begun !== undefined) return { id: begun.summary.id }
      const draft = copiedReport(report, newReportId(), 'correction')
      const added = await add({ ...draft, origin: { ...draft.origin, reason } })
      await tools.note({ action: 'correct', report: id, detail: added.id })
      return added
    }),

    readFiledWord: ({ id }) => attempt(async () => {
      const { report } = (await shelf.newest(id)).data
      const bytes = await readArchivedWord(surroundings, root, report)
      if (bytes === null || report.filing === undefined) throw new AppFailure({ code: 'fileNotFound', detail: { name: report.filing?.word.name ?? '' } })
      return { name: report.filing.word.name, bytes }
    }),
  }
}

/** Filed corrections by the report that each takes the place of. */
export function filedCorrections(entries: readonly IndexEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ summary }) => (summary.corrects === undefined || summary.state !== 'filed' ? [] : [[summary.corrects, summary.id]])))
}

/** The order in which the reports of a year get their numbers: by id, which is that of their making, whatever the clock said. */
function inOrder({ summary: one }: IndexEntry, { summary: other }: IndexEntry): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
