import { versionsText } from '../../shared/text/versions'
import { transferRoomText as words } from '../../shared/text/transferRoom'
import { useStore } from '../state/createStore'
import { settleHeads } from '../state/heads'
import { session } from '../state/session'
import { compareVersions } from '../state/versions'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import styles from './VersionsPanel.module.css'

/** Two texts of the same report, wherever the other one came from: compare them, then choose. Nothing is merged, and neither is lost. */
export function ConflictChoice({ theirs, mine }: { readonly theirs: number; readonly mine: number }) {
  const isFiled = useStore(session, (state) => state.report?.state === 'filed')
  return (
    <div className={styles['conflict']} role="group" aria-label={versionsText.conflict}>
      <p><Icon name="warn" small />{words.headsLead}</p>
      <div>
        <Button kind="primary" onClick={() => void compareVersions(theirs, mine, { one: versionsText.theirs, other: versionsText.mine })}>{words.compareHeads}</Button>
        <Button onClick={() => void settleHeads('mine')}>{words.keepMine}</Button>
        {!isFiled && <Button onClick={() => void settleHeads('theirs')}>{words.keepTheirs}</Button>}
        <Button title={words.keepBothTitle} onClick={() => void settleHeads('both')}>{words.keepBoth}</Button>
      </div>
    </div>
  )
}
