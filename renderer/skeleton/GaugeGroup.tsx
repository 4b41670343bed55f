import type { GroupGauge } from '../../shared/skeleton/gauge'
import type { SkeletonRow } from '../../shared/skeleton/skeletonRows'
import { skeletonText as text } from '../../shared/text/skeleton'
import { Icon } from '../ui/Icon'
import styles from './SkeletonPanel.module.css'

/** Siblings with bars of one scale, each cut where its clauses end; the one that stands out is marked by a sign and told in words. */
export function GaugeGroup({ group, onGo }: { readonly group: GroupGauge; readonly onGo: (row: SkeletonRow) => void }) {
  const longest = group.measures.reduce((most, { length }) => Math.max(most, length), 1)
  const odd = new Map(group.odd.map((each) => [each.rowId, each]))
  return (
    <section className={styles['group']}>
      <h2><span>{group.parent === null ? text.top : `${group.parent.number}${group.parent.text}`}</span><small>{text.score(group.score)}</small></h2>
      <ul>
        {group.measures.map(({ row, length, clauses, pattern }) => {
          const own = odd.get(row.id)
          return (
            <li key={row.id} data-odd={own === undefined ? undefined : 'true'}>
              <button type="button" onClick={() => onGo(row)}>
                <span className={styles['head']}><span className={styles['number']}>{row.number}</span><span className={styles['words']}>{row.text}</span></span>
                <span className={styles['facts']}>
                  <span className={styles['bars']} aria-hidden="true">{clauses.map((clause, index) => <i key={index} style={{ width: `${(clause / longest) * 100}%` }} />)}</span>
                  <span>{text.length(length, clauses)}</span><span className={styles['pattern']}>{pattern}</span>
                </span>
                {own !== undefined && <span className={styles['reason']}><Icon name="warn" small /><b>{text.oddMark}</b>{text.odd(own.reason, own.usual, own.own)}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      {group.repeated.length > 0 && <p className={styles['repeated']}>{text.repeated(group.repeated)}</p>}
    </section>
  )
}
