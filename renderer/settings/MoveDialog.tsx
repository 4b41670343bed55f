import { backupRoomText as words } from '../../shared/text/transferRoom'
import { askBackup } from '../state/backup'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

/** 搬到新电脑: the steps on both computers. */
export function MoveDialog() {
  const close = (): void => askBackup(null)
  return (
    <Dialog title={words.moveTitle} onClose={close} actions={<Button kind="primary" onClick={close}>{words.close}</Button>}>
      <ol className="steps-list">{words.moveSteps.map((step) => <li key={step}>{step}</li>)}</ol>
    </Dialog>
  )
}
