/** What the library holds, as the main process listed it last: all of a small library, the newest reports and the years of a large one (SPEC LIB-20). */
import { useEffect, useMemo, useState } from 'react'
import { call } from '../api/client'
import { createStore, useStore } from './createStore'
import type { AppError } from '../../shared/base/errors'
import type { LibraryDamage } from '../../shared/ipc/contract'
import { reportFilter, type ReportQuery, type YearEntry } from '../../shared/report/chooseReports'
import type { ReportSummary } from '../../shared/report/summary'

export interface LibraryState {
  /** The newest reports, trashed ones included; all of them if `total` is no more. */
  readonly reports: readonly ReportSummary[]
  readonly total: number
  readonly years: readonly YearEntry[]
  readonly trashed: number
  readonly damaged: readonly LibraryDamage[]
  /** True until the first list is there. */
  readonly loading: boolean
  readonly error: AppError | null
}

export const library = createStore<LibraryState>({ reports: [], total: 0, years: [], trashed: 0, damaged: [], loading: true, error: null })

/** While the folders are looked at, the list is asked for again after so many milliseconds. */
const pause = 2000
let latest = 0

/** Asks for the list again; of several answers only the last one asked for counts. */
export async function reloadLibrary(): Promise<void> {
  latest += 1
  const mine = latest
  const listed = await call('library.list', undefined)
  if (mine !== latest) return
  if (!listed.ok) return library.set((state) => ({ ...state, loading: false, error: listed.error }))
  const { isLooking, reports, ...rest } = listed.value
  library.set(() => ({ ...rest, reports: reports as readonly ReportSummary[], loading: false, error: null }))
  if (isLooking) setTimeout(() => { if (mine === latest) void reloadLibrary() }, pause)
}

export interface ReportRows {
  readonly reports: readonly ReportSummary[]
  /** How many there are in all; `reports` are the newest of them. */
  readonly total: number
}

/** The newest reports that are wanted, `limit` of them. Of a small library they are at hand. */
export async function findReports(query: ReportQuery, limit: number): Promise<ReportRows> {
  const near = atHand(library.get(), query, limit)
  if (near !== null) return near
  const found = await call('library.rows', { ...query, limit })
  return found.ok ? { reports: found.value.reports as readonly ReportSummary[], total: found.value.total } : none
}

/** The same for the screen; it follows the library. Null while they are asked for; nothing is asked for without a query. */
export function useReports(query: ReportQuery | null, limit: number): ReportRows | null {
  const state = useStore(library, (now) => now)
  const asked = JSON.stringify(query)
  const wanted = useMemo(() => JSON.parse(asked) as ReportQuery | null, [asked])
  const near = useMemo(() => (wanted === null ? none : atHand(state, wanted, limit)), [state, wanted, limit])
  const [far, setFar] = useState<{ readonly asked: string; readonly rows: ReportRows } | null>(null)
  useEffect(() => {
    if (near !== null || wanted === null) return undefined
    let isLatest = true
    void findReports(wanted, limit).then((rows) => { if (isLatest) setFar({ asked, rows }) })
    return () => { isLatest = false }
  }, [near, wanted, asked, limit, state])
  return near ?? (far?.asked === asked ? far.rows : null)
}

const none: ReportRows = { reports: [], total: 0 }

/** The rows if the window has the whole library. */
function atHand({ reports, total }: LibraryState, query: ReportQuery, limit: number): ReportRows | null {
  if (total > reports.length) return null
  const found = reports.filter(reportFilter(query))
  return { reports: found.slice(0, limit), total: found.length }
}
