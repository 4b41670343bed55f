import { keyOf } from '../../shared/commands/keyText'
import { versionsText } from '../../shared/text/versions'
import { useStore } from '../state/createStore'
import { session } from '../state/session'
import { closeShown, exportRedline, restoreVersion, stepChange, versions, type Shown } from '../state/versions'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Segmented } from '../ui/Segmented'
import styles from './ComparisonView.module.css'

const views = [{ id: 'all', label: versionsText.all }, { id: 'changes', label: versionsText.onlyChanges }] as const

interface Shape {
  readonly className: string
  readonly shown: Shown
  readonly isFiltered: boolean
  readonly onFilter: (isFiltered: boolean) => void
}

/** What stands over the page while versions are read: which ones, the way through the changes, and what can be done. */
export function ComparisonBar({ className, shown, isFiltered, onFilter }: Shape) {
  const at = useStore(versions, (state) => state.at)
  const count = useStore(versions, (state) => state.count)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const older = shown.kind === 'compare' ? shown.before : shown.side
  const from = older.generation
  return (
    <div className={`bar ${className} ${styles['bar'] ?? ''}`} role="toolbar" aria-label={versionsText.comparison}>
      <h2 title={versionsText.comparison}>{shown.kind === 'compare' ? versionsText.compared(shown.before.label, shown.after.label) : versionsText.reading(shown.side.label)}</h2>
      {shown.kind === 'compare' && (
        <>
          <IconButton icon="up" label={`${versionsText.previous}　${keyOf('change.previous')}`} disabled={count === 0} onClick={() => stepChange(-1)} />
          <IconButton icon="down" label={`${versionsText.next}　${keyOf('change.next')}`} disabled={count === 0} onClick={() => stepChange(1)} />
          <span className={styles['facts']} role="status">{count === 0 ? versionsText.changes(0) : versionsText.place(at + 1, count)}</span>
          <Segmented label={versionsText.comparison} options={views} value={isFiltered ? 'changes' : 'all'} onChange={(id) => onFilter(id === 'changes')} />
          <span className={`wide ${styles['facts'] ?? ''}`} aria-hidden="true"><ins>{versionsText.legend.added}</ins>　<del>{versionsText.legend.removed}</del></span>
        </>
      )}
      <span className="sp" />
      {shown.kind === 'compare' && from !== 'now' && <Button kind="quiet" onClick={() => void exportRedline(from, shown.after.generation)}>{versionsText.redline}</Button>}
      {from !== 'now' && !isReadOnly && <Button title={versionsText.restore} onClick={() => void restoreVersion(from, older.label)}>{versionsText.restoreShort}</Button>}
      <Button kind="primary" onClick={closeShown}>{versionsText.close}</Button>
    </div>
  )
}
