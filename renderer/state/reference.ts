/** 对照: the older report beside the page (SPEC REFERENCE). Which one, what of it is on the screen, and how its text is taken over. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { findReports, library } from './library'
import { session } from './session'
import { importFiles, transfer } from './transfer'
import type { AppError } from '../../shared/base/errors'
import type { Report } from '../../shared/report/report'
import type { ReportSummary } from '../../shared/report/summary'
import { referenceText } from '../../shared/text/reference'

export interface Reference {
  /** The report on the desk that this one was chosen for. */
  readonly deskId: string | null
  readonly reportId: string | null
  readonly report: Report | null
  readonly error: AppError | null
  readonly isChoosing: boolean
  /** The section of the caret is shown beside it. */
  readonly isSynced: boolean
  /** The first block on the screen and how far its top is above the edge, in pixels: kept while the panel is closed. */
  readonly top: { readonly blockId: string; readonly offset: number } | null
}

const empty = { reportId: null, report: null, error: null, isChoosing: false, top: null }
export const reference = createStore<Reference>({ ...empty, deskId: null, isSynced: true })

/** What was chosen for each report on the desk since the program began. */
const chosen = new Map<string, string>()
let openings = 0

/** Makes the panel ready for the report on the desk: what was chosen for it before, else the report of the same kind of the year before. */
export async function beginReference(): Promise<void> {
  const own = session.get().report
  if (own === null || reference.get().deskId === own.id) return
  reference.set((state) => ({ ...state, ...empty, deskId: own.id }))
  const id = chosen.get(own.id) ?? (await findUsual(own))?.id
  if (reference.get().deskId !== own.id) return
  if (id === undefined) chooseReference(true)
  else await openReference(id)
}

export async function openReference(id: string): Promise<void> {
  const { deskId } = reference.get()
  openings += 1
  const mine = openings
  const opened = await call('report.open', { id })
  if (mine !== openings || reference.get().deskId !== deskId) return
  if (!opened.ok) return reference.set((state) => ({ ...state, ...empty, error: opened.error, isChoosing: true }))
  if (deskId !== null) chosen.set(deskId, id)
  reference.set((state) => ({ ...state, ...empty, reportId: id, report: opened.value.report }))
}

/** An older report from a file: imported like any other, then shown. */
export async function importReference(): Promise<void> {
  await importFiles()
  const [first] = transfer.get().outcome?.imported ?? []
  if (first !== undefined) await openReference(first.id)
}

export function chooseReference(isChoosing: boolean): void {
  reference.set((state) => ({ ...state, isChoosing }))
}

export function syncReference(isSynced: boolean): void {
  reference.set((state) => ({ ...state, isSynced }))
}

export function keepTop(top: Reference['top']): void {
  reference.set((state) => ({ ...state, top }))
}

/** {@link usualReference} in the whole library. */
export async function findUsual(own: Parameters<typeof usualReference>[1]): Promise<ReportSummary | null> {
  const last = own.origin.kind === 'lastYear' && own.origin.from !== undefined ? await findReports({ id: own.origin.from }, 1) : null
  const { reports } = await findReports({ kind: own.kind, before: own.year }, reach)
  return usualReference([...(last?.reports ?? []), ...reports], own)
}

/** So many reports are looked through, the newest. */
const reach = 500

/** The report that this one continues; else the newest of an earlier year, of the same kind, rather of the same unit and rather a finished one. */
export function usualReference(reports: readonly ReportSummary[], own: Pick<Report, 'id' | 'kind' | 'year' | 'unit' | 'origin'>): ReportSummary | null {
  const others = reports.filter(({ id, isTrashed }) => id !== own.id && !isTrashed)
  const last = own.origin.kind === 'lastYear' ? others.find(({ id }) => id === own.origin.from) : undefined
  const rank = (each: ReportSummary): number => each.year * 10 + (each.unit === own.unit ? 5 : 0) + (each.state === 'filed' || each.state === 'final' ? 1 : 0)
  const [best] = others.filter(({ kind, year }) => kind === own.kind && year < own.year).sort((a, b) => rank(b) - rank(a))
  return last ?? best ?? null
}

/** 取自2025年《…》, for the sign beside a paragraph. */
export function originOf(reportId: string): string {
  const found = library.get().reports.find(({ id }) => id === reportId)
  return found === undefined ? referenceText.takenFromUnknown : referenceText.takenFrom(found.year, found.title)
}

/** What the panel on the screen takes over at the key; none while it is closed. */
let taker: (() => boolean) | null = null

export function setTaker(next: (() => boolean) | null): void {
  taker = next
}

/** Takes over what is chosen in the panel; false if nothing is. */
export function takeChosen(): boolean {
  return taker?.() ?? false
}
