import { sizeText } from '../../shared/text/backup'
import { backupRoomText as words, transferRoomText } from '../../shared/text/transferRoom'
import { askBackup, backup, restoreAll, startWithRestored as startWith } from '../state/backup'
import { useStore } from '../state/createStore'
import { stopWork, workProgress } from '../state/longWork'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { WorkBar } from '../ui/WorkBar'

/** 恢复全部: into a new folder, and the way to begin to work with it. */
export function RestoreAllDialog() {
  const { busy, restored, error, status } = useStore(backup, (state) => state)
  const part = useStore(workProgress, (state) => state.part)
  const isBusy = busy !== null
  const close = (): void => askBackup(null)
  const hasPlace = status !== null && status.place !== null
  const actions = restored !== null
    ? <><Button onClick={close}>{words.close}</Button><Button kind="primary" onClick={() => void startWith(restored.token)}>{words.useFolder}</Button></>
    : <><Button onClick={close} disabled={isBusy}>{words.close}</Button><Button kind={hasPlace ? 'plain' : 'primary'} disabled={isBusy} onClick={() => void restoreAll('other')}>{words.fromOther}</Button>{hasPlace && <Button kind="primary" disabled={isBusy} onClick={() => void restoreAll('chosen')}>{words.fromChosen}</Button>}</>
  return (
    <Dialog title={words.restoreAllTitle} onClose={close} actions={actions}>
      {restored === null && <p>{words.restoreAllLead}</p>}
      {error && <ErrorNote error={error} />}
      {isBusy && <WorkBar text={words.restoring} part={part} stop={{ label: transferRoomText.cancel, run: stopWork }} />}
      {restored !== null && (
        <>
          <div className="proof" role="status"><Icon name="tick" /><div><p className="strong">{words.restored(restored.files, sizeText(restored.bytes))}</p><p className="hint">{words.restoredWhere(restored.fileName, restored.folderName)}</p></div></div>
          {restored.missing.length > 0 && <div className="note bad" role="alert"><Icon name="warn" /><p>{words.missing(restored.missing)}</p></div>}
          <p className="hint">{words.useHint}</p>
        </>
      )}
    </Dialog>
  )
}
