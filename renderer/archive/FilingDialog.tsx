import { archiveText as words } from '../../shared/text/archive'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { askToFile, fileAsked, filing } from '../state/filing'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

/** The one thing that cannot be taken back: it says exactly what will happen. */
export function FilingDialog() {
  const { asked, isFiling } = useStore(filing, (state) => state)
  if (asked === null) return null
  const cancel = () => { if (!isFiling) askToFile(null) }
  return (
    <Dialog title={words.confirmTitle} onClose={cancel}
      actions={<><Button onClick={cancel} disabled={isFiling}>{roomsText.cancel}</Button><Button kind="official" busy={isFiling} onClick={() => { void fileAsked() }}>{words.confirm}</Button></>}>
      <p className="filing-title">{asked.title || roomsText.untitled}</p>
      <p>{words.confirmLead}</p>
      <ol className="filing-steps">{words.confirmSteps.map((step) => <li key={step}>{step}</li>)}</ol>
      <p className="hint">{words.confirmAfter}</p>
    </Dialog>
  )
}
