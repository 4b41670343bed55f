/** 版头 and 版记 of the last report of the same unit, to begin the next one with (SPEC ISSUING-3). */
import { call } from '../api/client'
import { findReports } from './library'
import type { Issuing } from '../../shared/report/issuing'
import type { Report } from '../../shared/report/report'

export interface LastIssuing {
  readonly title: string
  readonly issuing: Issuing
}

/** How many reports are looked into, the newest first. */
const reach = 12

/** The newest other report of the unit that goes out in the same format; null if there is none. */
export async function findLastIssuing({ id, unit }: Pick<Report, 'id' | 'unit'>, profile: Issuing['profile']): Promise<LastIssuing | null> {
  if (unit.trim() === '') return null
  const { reports } = await findReports({ unit }, reach * reach)
  const others = reports.filter((other) => other.id !== id)
  for (const { id: otherId } of others.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)).slice(0, reach)) {
    const opened = await call('report.open', { id: otherId })
    if (!opened.ok) continue
    const { issuing, title } = opened.value.report
    if (issuing?.profile === profile) return { title: title.join(''), issuing }
  }
  return null
}
