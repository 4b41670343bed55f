import { useMemo } from 'react'
import { cleaningText as words } from '../../shared/text/cleaning'
import { runAction } from '../commands/commandRuntimes'
import { asideLines } from '../state/cleaning'
import { useStore } from '../state/createStore'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import styles from './CleaningPanel.module.css'

/** What the import and the cleaning set aside, each with the way back. */
export function AsideList() {
  const report = useStore(session, (state) => state.report)
  const lines = useMemo(() => (report === null ? [] : asideLines(report)), [report])
  if (lines.length === 0) return null
  const title = words.aside(lines.reduce((sum, { count }) => sum + count, 0))
  return (
    <section className={styles['group']} aria-label={title}>
      <header className={styles['groupHead']}><h2>{title}</h2><small>{words.asideHint}</small></header>
      <ul>
        {lines.map(({ text, count, behind }) => (
          <li key={text} className={styles['aside']}><span>{text}{words.times(count)}</span><Button kind="quiet" onClick={() => runAction({ kind: 'putBack', text, behind })}>{words.putBack}</Button></li>
        ))}
      </ul>
    </section>
  )
}
