/** Lists of reports (SPEC LIB-2, LIB-19, LIB-20): at once from the catalogue, while the folders are looked at in the background. */
import type { Result } from '../../shared/base/result'
import type { Request, Response } from '../../shared/ipc/contract'
import { newestFirst, reportFilter, yearEntries } from '../../shared/report/chooseReports'
import type { ReportSummary } from '../../shared/report/summary'
import type { Surroundings } from '../storage/generations'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'

type Damaged = Response<'library.list'>['damaged']

export interface ReportLists {
  /** Every report, after every folder was looked at. */
  list(): Promise<Result<{ reports: ReportSummary[]; damaged: Damaged }>>
  /** What the window shows first, without waiting for the folders longer than a moment. */
  overview(): Promise<Result<Response<'library.list'>>>
  rows(request: Request<'library.rows'>): Promise<Result<Response<'library.rows'>>>
  /** Looks at the folders in the background, and waits for it no longer than a moment. */
  lookAround(): Promise<void>
  /** Called when a look in the background found something else than the last overview said. */
  onChanged(listener: () => void): void
}

/** So many of the newest reports come with the overview; a library with no more needs no other list. */
export const mostAtOnce = 2000
/** An overview waits so many milliseconds for the folders: in a small library it is up to date. */
const moment = 250
/** A look is not begun again before so many times its own length has passed. */
const restAfterLook = 20
const mostDamaged = 200
/** Rows that are looked through before the rest of the program has its turn. */
const slice = 10_000

export function bindReportLists(catalogue: Catalogue, { clock, patience }: Pick<Surroundings, 'clock' | 'patience'>): ReportLists {
  let byYear: { readonly revision: number; readonly years: ReadonlyMap<number, ReportSummary[]> } | null = null
  let looking: Promise<void> | null = null
  let look = { began: Number.NEGATIVE_INFINITY, took: 0 }
  /** Overviews that are being made: they say themselves what a look finds meanwhile. */
  let answering = 0
  let changed: () => void = () => undefined

  /** Starts a look at the folders, unless the last one was just now. */
  function startLook(): Promise<void> {
    const now = clock()
    if (looking !== null || Math.abs(now - look.began) < look.took * restAfterLook) return looking ?? Promise.resolve()
    const before = catalogue.revision()
    looking = catalogue.refresh().catch(() => undefined).then(() => {
      looking = null
      look = { began: now, took: Math.abs(clock() - now) }
      if (answering === 0 && before !== catalogue.revision()) changed()
    })
    return looking
  }

  async function lookAround(): Promise<void> {
    await Promise.race([startLook(), patience.wait(moment)])
  }

  function years(): ReadonlyMap<number, ReportSummary[]> {
    if (byYear?.revision === catalogue.revision()) return byYear.years
    const found = new Map<number, ReportSummary[]>()
    for (const { summary } of catalogue.entries()) {
      const ofYear = found.get(summary.year)
      if (ofYear === undefined) found.set(summary.year, [summary])
      else ofYear.push(summary)
    }
    byYear = { revision: catalogue.revision(), years: new Map([...found].sort(([a], [b]) => b - a)) }
    return byYear.years
  }

  const damaged = (): Damaged => catalogue.troubles().map(({ id, error, title, openedGeneration, badGeneration }) => ({
    id, code: error.code, title, ...(openedGeneration === undefined ? {} : { openedGeneration }), ...(badGeneration === undefined ? {} : { badGeneration }),
  }))

  /** The newest of those that are wanted, and the number of all. */
  async function choose(isWanted: (row: ReportSummary) => boolean, limit: number): Promise<Response<'library.rows'>> {
    const reports: ReportSummary[] = []
    let total = 0
    let looked = 0
    for (const rows of years().values()) {
      looked += rows.length
      if (looked > slice) {
        looked = 0
        await new Promise((resolve) => { setImmediate(resolve) })
      }
      const wanted = rows.filter(isWanted)
      total += wanted.length
      if (reports.length < limit) reports.push(...wanted.sort(newestFirst).slice(0, limit - reports.length))
    }
    return { reports: reports.map((row) => ({ ...row })), total }
  }

  return {
    list: () => attempt(async () => {
      await catalogue.refresh()
      return { reports: catalogue.entries().map(({ summary }) => ({ ...summary })).sort(newestFirst), damaged: damaged() }
    }),
    overview: () => attempt(async () => {
      answering += 1
      await lookAround().finally(() => { answering -= 1 })
      const { reports, total } = await choose(() => true, mostAtOnce)
      const summaries = catalogue.entries().map(({ summary }) => summary)
      const entries = yearEntries(summaries)
      const trashed = total - entries.reduce((sum, { count }) => sum + count, 0)
      return { reports, total, trashed, years: [...entries], damaged: damaged().slice(0, mostDamaged), isLooking: looking !== null }
    }),
    rows: ({ limit, ...query }) => attempt(() => choose(reportFilter(query), limit)),
    lookAround,
    onChanged: (listener) => { changed = listener },
  }
}
