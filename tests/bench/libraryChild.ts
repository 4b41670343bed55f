/** One start of a library in a process of its own, so that its memory is its own: opened, listed, searched and closed. Prints what it took as JSON. */
import { openLibrary } from '../../electron/library/openLibrary'
import { realSurroundings } from '../../electron/storage/surroundings'
import type { Result } from '../../shared/base/result'
import { manyReportWords } from '../support/manyReports'

export interface LibraryTimes {
  /** Milliseconds until the first list is there. */
  readonly usable: number
  readonly year: number
  /** Milliseconds until the first hits, or until there are none for certain, and until everything was looked through; by the kind of word. */
  readonly searches: Readonly<Record<string, { readonly first: number; readonly all: number; readonly total: number }>>
  /** Milliseconds for which nothing else had its turn while a word was looked for. */
  readonly longestTurn: number
  readonly megabytes: number
  /** Milliseconds of a look at every folder. */
  readonly look: number
  readonly reports: number
}

export const childFolder = 'ANDU_BENCH_LIBRARY'

export async function runLibraryChild(folder: string): Promise<void> {
  let megabytes = 0
  let longestTurn = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longestTurn = Math.max(longestTurn, now - last - 5)
    last = now
    megabytes = Math.max(megabytes, process.memoryUsage().rss / 1e6)
  }, 5)
  const began = performance.now()
  const library = valueOf(await openLibrary({ ...realSurroundings(process.platform), folder, exportWord: () => Promise.reject(new Error('not used')), exportReport: () => Promise.reject(new Error('not used')), untitled: 'untitled' } as Parameters<typeof openLibrary>[0]))
  const { years } = valueOf(await library.overview())
  const usable = performance.now() - began
  const year = await timed(async () => valueOf(await library.rows({ year: years[0]?.year ?? 2025, limit: 5000 })))
  const look = await timed(async () => valueOf(await library.list()))
  const searches: Record<string, LibraryTimes['searches'][string]> = {}
  longestTurn = 0
  for (const [kind, query] of Object.entries(manyReportWords)) {
    const start = performance.now()
    let first = 0
    let found = valueOf(await library.search({ query, limit: 50, within: 0 }))
    while (!found.isComplete) {
      if (first === 0 && found.hits.length > 0) first = performance.now() - start
      found = valueOf(await library.search({ query, limit: 50, within: 50 }))
    }
    const all = performance.now() - start
    searches[kind] = { first: first === 0 ? all : first, all, total: found.total }
  }
  const turn = longestTurn
  const times: LibraryTimes = { usable, year: year.took, searches, longestTurn: turn, megabytes: Math.round(megabytes), look: look.took, reports: look.value.reports.length }
  await library.close()
  clearInterval(timer)
  process.stdout.write(`${JSON.stringify(times)}\n`)
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly took: number }> {
  const start = performance.now()
  const value = await work()
  return { value, took: performance.now() - start }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
