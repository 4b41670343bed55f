/**
 * A library over years: opened, listed and searched, beside stock lowdb, which reads one file with everything in it, and beside a plain scan of the
 * reports' files; and 100,000 reports beside their budgets. Every start is a process of its own, and its memory its own.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { manyReportWords, writeManyReports } from '../support/manyReports'
import { inFolder } from './electron'
import { childFolder, type LibraryTimes } from './libraryChild'
import { summary } from './measure'
import type { Outcome, Row } from './result'

/** Milliseconds and megabytes for 100,000 reports. */
const budgets = { usable: 3000, search: 5000, megabytes: 400 } as const

export async function benchLibrary(isQuick: boolean): Promise<Outcome> {
  const small = await inFolder((folder) => benchBeside(folder, isQuick ? 1000 : 10_000, isQuick ? 3 : 5))
  const large = await inFolder((folder) => benchBudgets(folder, isQuick ? 10_000 : 100_000))
  return { rows: [...small.rows, ...large.rows], controls: [...small.controls, ...large.controls], left: [] }
}

/** The library beside what one would do without it. */
async function benchBeside(folder: string, count: number, turns: number): Promise<Outcome> {
  const data = join(folder, 'data')
  writeManyReports(data, { count })
  start(data)
  const stock = join(folder, 'stock.json')
  const reports = readdirSync(join(data, 'reports'))
  writeFileSync(stock, `[${reports.map((id) => readFileSync(reportFile(data, id), 'utf8').trim()).join(',')}]`)
  const ours: LibraryTimes[] = []
  const lowdb: number[] = []
  const scan: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    ours.push(start(data))
    lowdb.push(await timed(() => new Low<unknown[]>(new JSONFile(stock), []).read()))
    const needle = Buffer.from(manyReportWords.rare)
    scan.push(await timed(() => reports.filter((id) => readFileSync(reportFile(data, id)).includes(needle)).length))
  }
  const rare = ours.map(({ searches }) => searches['rare']?.all ?? Number.NaN)
  const usable = summary('', ours.map((each) => each.usable))
  const twice = start(data).usable + start(data).usable
  return {
    rows: [
      { metric: `open and list ${count}`, subject: usable, anchor: summary('stock lowdb reads one file', lowdb), goal: { most: 0.5 } },
      { metric: `search a rare word in ${count}`, subject: summary('', rare), anchor: summary('scan of all files', scan), goal: { most: 1 }, note: 'all hits counted, 50 shown' },
    ],
    controls: [{ name: `two starts taken for one, of ${count}`, ratio: twice / usable.best, least: 1.5 }],
    left: [],
  }
}

/** Each figure beside its budget: a ratio below 1 keeps it. */
async function benchBudgets(folder: string, count: number): Promise<Outcome> {
  const generated = await timed(() => writeManyReports(folder, { count }))
  const rebuilt = await timed(() => start(folder))
  const { usable, year, searches, longestTurn, megabytes, look, reports } = start(folder)
  if (reports !== count) throw new Error(`${reports} of ${count} reports listed`)
  const beside = (metric: string, value: number, most: number, note: string): Row => ({ metric, subject: summary('', [value]), anchor: summary('budget', [most]), goal: { most: 1 }, note })
  return {
    rows: [
      beside(`${count}: usable list`, usable, budgets.usable, `a year of it ${Math.round(year)} ms, a look at every folder ${Math.round(look)} ms; written in ${Math.round(generated / 1000)} s, caches made anew in ${Math.round(rebuilt / 1000)} s`),
      ...Object.entries(searches).map(([kind, { first, all, total }]) => beside(`${count}: search, ${kind}`, all, budgets.search, `first hits ${Math.round(first)} ms, ${total} in all`)),
      beside(`${count}: longest turn, ms`, longestTurn, 50, 'while words are looked for'),
      beside(`${count}: main process, MB`, megabytes, budgets.megabytes, 'the most of a start with all of this'),
    ],
    controls: [{ name: `a budget of 1 ms for opening ${count} is broken`, ratio: usable / 1, least: 1.0001 }],
    left: [],
  }
}

function start(folder: string): LibraryTimes {
  return JSON.parse(execFileSync(process.execPath, [process.argv[1] ?? ''], { env: { ...process.env, [childFolder]: folder }, encoding: 'utf8', maxBuffer: 1e7 })) as LibraryTimes
}

function reportFile(data: string, id: string): string {
  return join(data, 'reports', id, 'g0000000001.json')
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
