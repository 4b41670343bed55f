/** Replacing in many reports (SPEC FIND-11 … FIND-13): what would change, what was done, and the way back. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { desk } from './desk'
import { find } from './find'
import { reloadLibrary } from './library'
import { session } from './session'
import type { AppError } from '../../shared/base/errors'
import type { Request, Response } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'
import type { FindQuery } from '../../shared/search/findMatches'

export type ReportPlaces = Response<'library.previewReplace'>['reports'][number]
export type Refused = Response<'library.replace'>['refused'][number]

export interface Replaced {
  /** How many places of the report on the desk; null if it was not touched. */
  readonly here: { readonly title: string; readonly replaced: number; readonly after: Report | null } | null
  readonly done: Response<'library.replace'>['done']
  readonly refused: readonly Refused[]
  /** Why it stopped before the end. */
  readonly error: AppError | null
  /** What came of 全部撤回. */
  readonly back: { readonly count: number; readonly refused: readonly Refused[] } | null
}

export interface FindEverywhere {
  readonly isLooking: boolean
  readonly error: AppError | null
  readonly shown: Response<'library.previewReplace'> | null
  /** Reports done so far and all of them, while it is under way. */
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly result: Replaced | null
}

const empty: FindEverywhere = { isLooking: false, error: null, shown: null, progress: null, result: null }
export const findEverywhere = createStore<FindEverywhere>(empty)

/** So many reports go into one call: the count moves on, and what was done before a failure is known. */
const atOnce = 20

let looks = 0

/** Asks for the places in the other reports; of several answers only the one asked for last counts. */
export async function lookEverywhere(query: FindQuery, reach: 'year' | 'all'): Promise<void> {
  const { report } = session.get()
  looks += 1
  const mine = looks
  if (query.words === '' || report === null) return findEverywhere.set(() => empty)
  findEverywhere.set((state) => ({ ...state, isLooking: true, error: null, result: null }))
  const scope = reach === 'year' ? { kind: 'year' as const, year: report.year } : { kind: 'all' as const }
  const answered = await call('library.previewReplace', { query, scope, except: report.id })
  if (mine !== looks) return
  findEverywhere.set(() => (answered.ok ? { ...empty, shown: answered.value } : { ...empty, error: answered.error }))
}

export function forgetEverywhere(): void {
  looks += 1
  findEverywhere.set(() => empty)
}

/** Replaces here through the editor and then in one report after the other; `leftOutHere` are places on the desk, null if none of it shall change. */
export async function replaceEverywhere(reports: Request<'library.replace'>['reports'], leftOutHere: readonly number[] | null): Promise<void> {
  const { query, replacement } = find.get()
  const here = leftOutHere === null ? null : replaceOnDesk(leftOutHere)
  let result: Replaced = { here, done: [], refused: [], error: null, back: null }
  for (let from = 0; from < reports.length && result.error === null; from += atOnce) {
    findEverywhere.set((state) => ({ ...state, progress: { done: from, of: reports.length } }))
    const answered = await call('library.replace', { query, replacement, reports: reports.slice(from, from + atOnce) })
    result = answered.ok ? { ...result, done: [...result.done, ...answered.value.done], refused: [...result.refused, ...answered.value.refused] } : { ...result, error: answered.error }
  }
  findEverywhere.set(() => ({ ...empty, result }))
  await reloadLibrary()
}

/** Gives every report of the result its former text back. */
export async function takeBackEverywhere(): Promise<void> {
  const { result } = findEverywhere.get()
  if (result === null || result.back !== null) return
  const refused: Refused[] = []
  let count = 0
  if (result.here !== null && result.here.replaced > 0) {
    if (session.get().report === result.here.after && desk.get().handle?.run({ kind: 'undo' }) === true) count += 1
    else refused.push({ id: result.here.after?.id ?? '', title: result.here.title, error: { code: 'changedMeanwhile' } })
  }
  for (let from = 0; from < result.done.length; from += atOnce) {
    const part = result.done.slice(from, from + atOnce)
    findEverywhere.set((state) => ({ ...state, progress: { done: from, of: result.done.length } }))
    const answered = await call('library.takeBack', { reports: part.map(({ id, generation, former }) => ({ id, generation, former })) })
    if (answered.ok) {
      count += answered.value.done.length
      refused.push(...answered.value.refused)
    } else refused.push(...part.map(({ id, title }) => ({ id, title, error: answered.error })))
  }
  findEverywhere.set((state) => ({ ...state, progress: null, result: { ...result, back: { count, refused } } }))
  await reloadLibrary()
}

function replaceOnDesk(leftOut: readonly number[]): Replaced['here'] {
  const { total, replacement } = find.get()
  const title = session.get().report?.title.join('') ?? ''
  const isDone = desk.get().handle?.run({ kind: 'replaceHits', text: replacement, leftOut }) ?? false
  return { title, replaced: isDone ? total - leftOut.length : 0, after: session.get().report }
}
