import { useState } from 'react'
import { lockText as words } from '../../shared/text/lock'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { askLock, beginSetUp, confirmSetUp, forgetLockError, lock } from '../state/lock'
import { startPrinting } from '../state/preview'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Field } from '../ui/Field'
import { Tick } from '../ui/Tick'
import { faultOf, NewPassphrase } from './NewPassphrase'
import { RecoveryKeySheet } from './RecoveryKeySheet'

/** Three steps: the passphrase, the recovery key on paper, and the key typed back. Until the end nothing has changed. */
export function PassphraseSetUp() {
  const { isBusy, error, recoveryKey } = useStore(lock, (state) => state)
  const [step, setStep] = useState(1)
  const [chosen, setChosen] = useState({ passphrase: '', repeated: '' })
  const [isKnown, setKnown] = useState(false)
  const [typed, setTyped] = useState('')
  const close = () => { if (!isBusy) askLock(null) }
  const begin = () => { void beginSetUp(chosen.passphrase).then((isReady) => { if (isReady) setStep(2) }) }
  const type = (text: string) => {
    setTyped(text)
    forgetLockError()
  }
  const actions = {
    1: <><Button onClick={close}>{words.later}</Button><Button kind="primary" busy={isBusy} disabled={!isKnown || faultOf(chosen) !== null} onClick={begin}>{words.next}</Button></>,
    2: <><Button onClick={() => startPrinting('recoveryKey')}>{words.print}</Button><Button kind="primary" onClick={() => setStep(3)}>{words.haveIt}</Button></>,
    3: <><Button onClick={() => setStep(2)} disabled={isBusy}>{words.back}</Button><Button kind="primary" busy={isBusy} disabled={typed.trim() === ''} onClick={() => void confirmSetUp(typed)}>{words.confirm}</Button></>,
  }[step]
  return (
    <Dialog key={step} title={`${words.setUpTitle} · ${words.steps[step - 1] ?? ''}`} onClose={close} actions={<><span className="hint">{words.stepOf(step)}</span><span className="sp" />{step > 1 && <Button kind="quiet" onClick={close} disabled={isBusy}>{roomsText.cancel}</Button>}{actions}</>}>
      {step === 1 && (
        <>
          <div className="lock-facts">
            <h3>{words.does}</h3>
            <p>{words.doesText}</p>
            <h3>{words.doesNot}</h3>
            <ul>{words.doesNotList.map((each) => <li key={each}>{each}</li>)}</ul>
            <p className="strong">{words.secrecy}</p>
          </div>
          <NewPassphrase label={words.passphrase} chosen={chosen} onChange={setChosen} />
          <p className="note amber">{words.lossWarning}</p>
          <Tick label={words.lossTick} isTicked={isKnown} onChange={setKnown} />
        </>
      )}
      {step === 2 && (
        <>
          <p>{words.keyLead}</p>
          <ol className="recovery-key" aria-label={words.key}>{recoveryKey.split('-').map((group, index) => <li key={index}>{group}</li>)}</ol>
          <p className="note amber">{words.lossWarning}</p>
          <RecoveryKeySheet recoveryKey={recoveryKey} />
        </>
      )}
      {step === 3 && (
        <>
          <p>{words.typeLead}</p>
          <Field label={words.typed} value={typed} onChange={type} hint={words.typedHint} maxLength={80} />
        </>
      )}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  )
}
