import { useEffect, useState } from 'react'
import { withLastIssuing } from '../../shared/report/issuingFields'
import type { Issuing } from '../../shared/report/issuing'
import type { Report } from '../../shared/report/report'
import { issuingText as words } from '../../shared/text/issuing'
import { findLastIssuing, type LastIssuing as Found } from '../state/lastIssuing'
import { Button } from '../ui/Button'
import { changeIssuingOf } from './changeIssuingOf'
import styles from './LayoutPanel.module.css'

/** Offers what the last report of the unit had, as long as that would fill anything in. Give it another `key` for another report or format. */
export function LastIssuing({ report, issuing }: { readonly report: Report; readonly issuing: Issuing }) {
  const { id, unit } = report
  const { profile } = issuing
  const [last, setLast] = useState<Found | null>(null)
  useEffect(() => {
    let isHere = true
    void findLastIssuing({ id, unit }, profile).then((found) => { if (isHere) setLast(found) })
    return () => { isHere = false }
  }, [id, unit, profile])
  if (last === null) return null
  const year = issuingYear(report)
  const filled = withLastIssuing(issuing, last.issuing, year)
  if (Object.keys(filled).length === Object.keys(issuing).length) return null
  const number = issuing.documentNumber === undefined ? filled.documentNumber ?? '' : ''
  return (
    <div className={styles['last']}>
      <Button onClick={() => changeIssuingOf((now) => withLastIssuing(now ?? issuing, last.issuing, year))}>{words.takeLast(number)}</Button>
      <p className="hint">{words.takeLastHint(last.title)}</p>
    </div>
  )
}

/** The year in which the report goes out: that of its date, else the one after the year it is about. */
function issuingYear({ date, year }: Report): number {
  const typed = /(\d{4})\s*年/.exec(date)?.[1]
  return typed === undefined ? year + 1 : Number(typed)
}
