/** 骨架: how deep it is shown, and the earlier report whose skeleton stands beside it (SPEC SKELETON-5). */
import { call } from '../api/client'
import { createStore } from './createStore'
import { findUsual } from './reference'
import { session } from './session'
import { showError } from './toast'
import type { Report } from '../../shared/report/report'
import type { SkeletonDepth } from '../../shared/skeleton/skeletonRows'

export interface SkeletonView {
  readonly view: SkeletonDepth | 'years'
  /** The report on the desk that the earlier one was chosen for. */
  readonly deskId: string | null
  readonly earlier: Report | null
}

export const skeleton = createStore<SkeletonView>({ view: 'headings', deskId: null, earlier: null })

let openings = 0

export function showSkeleton(view: SkeletonView['view']): void {
  skeleton.set((state) => ({ ...state, view }))
}

/** Makes the panel ready for the report on the desk: beside the one of the year before, if there is one. */
export async function beginSkeleton(): Promise<void> {
  const own = session.get().report
  if (own === null || skeleton.get().deskId === own.id) return
  skeleton.set((state) => ({ ...state, deskId: own.id, earlier: null }))
  const usual = await findUsual(own)
  if (skeleton.get().deskId === own.id) await chooseEarlier(usual?.id ?? null)
}

/** Another report to stand beside, or none. */
export async function chooseEarlier(id: string | null): Promise<void> {
  openings += 1
  const mine = openings
  if (id === null) return skeleton.set((state) => ({ ...state, earlier: null }))
  const opened = await call('report.open', { id })
  if (mine !== openings) return
  if (!opened.ok) return showError(opened.error)
  skeleton.set((state) => ({ ...state, earlier: opened.value.report }))
}
