import { useState } from 'react'
import { lockText as words } from '../../shared/text/lock'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { askLock, changePassphrase, forgetLockError, lock, turnLockOff } from '../state/lock'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Field } from '../ui/Field'
import { PassphraseField } from '../ui/PassphraseField'
import { faultOf, NewPassphrase } from './NewPassphrase'

/** Changes the passphrase or takes it away: with the one that holds, or with the recovery key. */
export function PassphraseChange({ asked }: { readonly asked: 'change' | 'turnOff' }) {
  const { isBusy, error, waits } = useStore(lock, (state) => state)
  const [kind, setKind] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState({ passphrase: '', repeated: '' })
  const isChange = asked === 'change'
  const type = (typed: string) => {
    setText(typed)
    forgetLockError()
  }
  const isReady = text !== '' && (!isChange || (chosen.repeated !== '' && faultOf(chosen) === null))
  const run = () => {
    if (isReady) void (isChange ? changePassphrase({ kind, text }, chosen.passphrase) : turnLockOff({ kind, text }))
  }
  const close = () => { if (!isBusy) askLock(null) }
  return (
    <Dialog title={isChange ? words.changeTitle : words.turnOffTitle} onClose={close}
      actions={<>
        <Button onClick={close} disabled={isBusy}>{roomsText.cancel}</Button>
        <Button kind="primary" busy={isBusy} disabled={!isReady || waits > 0} onClick={run}>{waits > 0 ? words.waitFor(waits) : isChange ? words.changeAction : words.turnOffAction}</Button>
      </>}>
      <p>{isChange ? words.changeLead : words.turnOffLead}</p>
      {kind === 'passphrase'
        ? <PassphraseField key="passphrase" label={words.oldPassphrase} value={text} onChange={type} words={words} />
        : <Field key="recoveryKey" label={words.key} value={text} onChange={type} hint={words.typedHint} maxLength={80} />}
      <div><Button kind="quiet" onClick={() => { setKind(kind === 'passphrase' ? 'recoveryKey' : 'passphrase'); type('') }}>{kind === 'passphrase' ? words.byKey : words.byPassphrase}</Button></div>
      {error !== null && <ErrorNote error={error} />}
      {isChange && <NewPassphrase label={words.newPassphrase} chosen={chosen} onChange={setChosen} />}
    </Dialog>
  )
}
