/** Searching the library (SPEC LIB-11 … LIB-14, LIB-18): the hits of {@link searchReports} over all reports, in pieces and with a first answer early. */
import type { Request, Response } from '../../shared/ipc/contract'
import { foldText } from '../../shared/search/foldText'
import { searchReports, type Hit } from '../../shared/search/searchReports'
import type { Patience } from '../storage/patience'
import type { Catalogue } from './catalogue'
import { searchPlaces } from './indexEntry'
import type { Shelf } from './reportShelf'
import { countHits, needleOf } from './searchedText'

type Found = Response<'library.search'>

export interface LibrarySearch {
  /** The first `limit` hits and the number of all; `within` milliseconds those that were found until then. */
  search(request: Request<'library.search'>): Promise<Found>
  /** Ends what is still going on. */
  stop(): void
}

/** One query on its way through the texts. */
interface Run {
  readonly query: string
  readonly revision: number
  readonly found: Array<{ readonly id: string; readonly year: number; readonly hits: number }>
  readonly shown: Map<string, readonly Hit[]>
  readonly done: Promise<void>
  isStopped: boolean
  isDone: boolean
}

export function openSearch(catalogue: Catalogue, shelf: Pick<Shelf, 'peek'>, patience: Patience): LibrarySearch {
  /** The one that the clerk waits for: a newer one ends it, and the same question goes on with it. */
  let current: Run | null = null

  function start(query: string, words: readonly string[]): Run {
    const run: Run = { query, revision: catalogue.revision(), found: [], shown: new Map(), isStopped: false, isDone: false, done: Promise.resolve().then(() => go(run, words)) }
    return run
  }

  async function go(run: Run, words: readonly string[]): Promise<void> {
    const visit = (id: string, text: string): void => {
      const summary = catalogue.entry(id)?.summary
      if (summary === undefined || summary.isTrashed) return
      const hits = countHits(text, words, run.query)
      if (hits > 0) run.found.push({ id, year: summary.year, hits })
    }
    await catalogue.scan({ needle: needleOf(words), visit, isStopped: () => run.isStopped })
    run.isDone = !run.isStopped
  }

  /** The same run for the same question, as long as it is not over and outdated. */
  function interactive(query: string, words: readonly string[]): Run {
    if (current?.query === query && (!current.isDone || current.revision === catalogue.revision())) return current
    if (current !== null) current.isStopped = true
    current = start(query, words)
    return current
  }

  async function hitsOf(run: Run, id: string, limit: number): Promise<readonly Hit[]> {
    const known = run.shown.get(id)
    if (known !== undefined) return known
    const newest = await shelf.peek(id).catch(() => null)
    const report = newest?.revision.data.report
    const hits = report === undefined ? [] : searchReports([{ reportId: id, year: report.year, title: report.title.join(''), places: searchPlaces(report) }], run.query, limit).hits
    run.shown.set(id, hits)
    return hits
  }

  return {
    search: async ({ query, limit, within }) => {
      const words = foldText(query).split(' ').filter((word) => word !== '')
      if (words.length === 0) return { hits: [], total: 0, isComplete: true }
      const run = within === undefined ? start(query, words) : interactive(query, words)
      await (within === undefined ? run.done : Promise.race([run.done, patience.wait(within)]))
      const isComplete = run.isDone
      const inOrder = [...run.found].sort((a, b) => b.year - a.year || (a.id < b.id ? 1 : -1))
      const hits: Hit[] = []
      for (const { id } of inOrder) {
        if (hits.length >= limit) break
        hits.push(...await hitsOf(run, id, limit))
      }
      return { hits: hits.slice(0, limit), total: inOrder.reduce((sum, report) => sum + report.hits, 0), isComplete }
    },
    stop: () => {
      if (current !== null) current.isStopped = true
    },
  }
}
