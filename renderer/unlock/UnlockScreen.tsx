import { useEffect, useRef, useState } from 'react'
import { lockText as words } from '../../shared/text/lock'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { forgetLockError, lock, unlock } from '../state/lock'
import { describeDay } from '../state/moment'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { ErrorNote } from '../ui/ErrorNote'
import { PassphraseField } from '../ui/PassphraseField'
import styles from './Unlock.module.css'

/** Stands in the place of everything else until the folder is open. */
export function UnlockScreen({ onOpen }: { readonly onOpen: () => void }) {
  const { status, isBusy, error, waits } = useStore(lock, (state) => state)
  const [kind, setKind] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => { form.current?.querySelector('input')?.focus() }, [kind])
  const type = (typed: string) => {
    setText(typed)
    forgetLockError()
  }
  const choose = (chosen: typeof kind) => {
    setKind(chosen)
    type('')
  }
  const open = () => { void unlock({ kind, text }).then((isOpen) => { if (isOpen) onOpen() }) }
  return (
    <main className={styles['screen']} aria-labelledby="unlock-title">
      <form ref={form} className={styles['card']} onSubmit={(event) => { event.preventDefault(); open() }}>
        <div className="seal" aria-hidden="true">{roomsText.seal}</div>
        <h1 id="unlock-title">{kind === 'passphrase' ? words.unlockTitle : words.unlockByKeyTitle}</h1>
        <p>{kind === 'passphrase' ? words.unlockLead : words.unlockByKeyLead}</p>
        {kind === 'passphrase'
          ? <PassphraseField key="passphrase" label={words.passphrase} value={text} onChange={type} words={words} hint={status.since === undefined ? undefined : words.changedOn(describeDay(status.since))} />
          : <Field key="recoveryKey" label={words.key} value={text} onChange={type} hint={words.typedHint} maxLength={80} />}
        {error !== null && <ErrorNote error={error} />}
        <div className={styles['actions']}>
          <Button kind="primary" isSubmit busy={isBusy} disabled={text === '' || waits > 0}>{waits > 0 ? words.waitFor(waits) : words.unlock}</Button>
          <Button kind="quiet" onClick={() => choose(kind === 'passphrase' ? 'recoveryKey' : 'passphrase')}>{kind === 'passphrase' ? words.byKey : words.byPassphrase}</Button>
        </div>
        <p className="hint">{words.secrecy}</p>
      </form>
    </main>
  )
}
