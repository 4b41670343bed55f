import { useState } from 'react'
import { cleaningText } from '../../shared/text/cleaning'
import { deskText } from '../../shared/text/desk'
import { runAction } from '../commands/commandRuntimes'
import { asideLines } from '../state/cleaning'
import { useStore } from '../state/createStore'
import { templatesText } from '../../shared/text/templates'
import { goTo } from '../state/navigation'
import { openPanel } from '../state/desk'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import styles from './DeskRoom.module.css'

/** Quiet strips above the page: what import set aside, what is still last year's, and what the store had to say. */
export function DeskNotices() {
  const report = useStore(session, (state) => state.report)
  const fellBackFrom = useStore(session, (state) => state.fellBackFrom)
  const template = useStore(session, (state) => state.template)
  const conflictWith = useStore(session, (state) => state.conflictWith)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const [isOpen, setOpen] = useState(false)
  if (report === null) return null
  const stale = report.blocks.reduce((sum, block) => sum + (block.kind === 'text' ? block.runs.filter((run) => run.stale === true).length : 0), 0)
  const aside = asideLines(report)
  return (
    <>
      {template !== null && (
        <div className={styles['aside']} role="status">
          <p><b>{templatesText.strip(template.name)}</b><span className={styles['quiet']}>{templatesText.stripHint}</span><Button kind="quiet" onClick={() => void goTo('settings')}>{templatesText.toList}</Button></p>
        </div>
      )}
      {fellBackFrom !== null && <p className={styles['notice']} role="status">{deskText.fellBack(fellBackFrom)}</p>}
      {conflictWith !== null && <p className={styles['notice']} role="status">{deskText.conflict} <Button kind="quiet" onClick={() => openPanel('versions')}>{deskText.conflictChoose}</Button></p>}
      {stale > 0 && !isReadOnly && <p className={styles['amber']}>{deskText.stale(stale)}</p>}
      {aside.length > 0 && (
        <div className={styles['aside']}>
          <p>
            {deskText.setAside(aside.reduce((sum, { count }) => sum + count, 0))}
            <span className={styles['quiet']}>{deskText.setAsideHint}</span>
            <Button kind="quiet" onClick={() => setOpen(!isOpen)}>{isOpen ? deskText.setAsideHide : deskText.setAsideShow}</Button>
          </p>
          {isOpen && (
            <ul>
              {aside.map((line) => (
                <li key={line.text}><span>{line.text}{cleaningText.times(line.count)}</span>{!isReadOnly && <Button kind="quiet" onClick={() => runAction({ kind: 'putBack', text: line.text, behind: line.behind })}>{deskText.putBack}</Button>}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}
