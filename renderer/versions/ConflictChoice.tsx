import { versionsText } from '../../shared/text/versions'
import { compareVersions, keepMine, takeTheirs } from '../state/versions'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import styles from './VersionsPanel.module.css'

/** The same report was saved elsewhere at the same time: compare the two, then one of them goes on. Neither is lost. */
export function ConflictChoice({ theirs, mine }: { readonly theirs: number; readonly mine: number }) {
  return (
    <div className={styles['conflict']} role="group" aria-label={versionsText.conflict}>
      <p><Icon name="warn" small />{versionsText.conflict}</p>
      <div>
        <Button kind="primary" onClick={() => void compareVersions(theirs, mine, { one: versionsText.theirs, other: versionsText.mine })}>{versionsText.compareConflict}</Button>
        <Button onClick={() => void keepMine(theirs)}>{versionsText.keepMine}</Button>
        <Button onClick={() => void takeTheirs(theirs)}>{versionsText.takeTheirs}</Button>
      </div>
    </div>
  )
}
