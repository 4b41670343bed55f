import { useState, type FormEvent } from 'react'
import { correctionText as words } from '../../shared/text/correction'
import { roomsText } from '../../shared/text/rooms'
import { cancelCorrection, correctAsked, correcting, type Correcting } from '../state/correcting'
import { useStore } from '../state/createStore'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import styles from './Seal.module.css'

/** Why a filed report is written anew is asked before the new one begins. */
export function CorrectionDialog() {
  const { asked, isBusy } = useStore(correcting, (state) => state)
  return asked === null ? null : <Asked asked={asked} isBusy={isBusy} key={asked.id} />
}

function Asked({ asked, isBusy }: { readonly asked: NonNullable<Correcting['asked']>; readonly isBusy: boolean }) {
  const [reason, setReason] = useState('')
  const goOn = (): void => {
    if (reason.trim() !== '') void correctAsked(reason.trim())
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    goOn()
  }
  return (
    <Dialog title={words.title} onClose={cancelCorrection}
      actions={<><Button onClick={cancelCorrection} disabled={isBusy}>{roomsText.cancel}</Button><Button kind="primary" busy={isBusy} disabled={reason.trim() === ''} onClick={goOn}>{words.confirm}</Button></>}>
      <form className={styles['form']} onSubmit={onSubmit}>
        <p className="filing-title">{asked.title || roomsText.untitled}</p>
        <p>{words.lead}</p>
        <Field label={words.reason} value={reason} onChange={setReason} hint={words.reasonHint} maxLength={500} />
      </form>
    </Dialog>
  )
}
