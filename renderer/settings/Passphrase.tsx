import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { lockText as words } from '../../shared/text/lock'
import { useStore } from '../state/createStore'
import { askLock, loadLock, lock, resumeLock } from '../state/lock'
import { describeDay } from '../state/moment'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import { PassphraseChange } from './PassphraseChange'
import { PassphraseSetUp } from './PassphraseSetUp'

/** 口令保护: whether there is a passphrase, what it does and what it does not. */
export function Passphrase() {
  const status = useStore(lock, (state) => state.status)
  const asked = useStore(lock, (state) => state.asked)
  useEffect(() => { void loadLock() }, [])
  const { state, work, trouble, since, left } = status
  const isOff = state === 'off'
  const name = isOff ? words.off : since === undefined ? words.on : words.onSince(describeDay(since))
  const hint = work === undefined ? (isOff ? words.offHint : words.onHint) : words[work.kind]
  return (
    <section aria-labelledby="settings-lock">
      <h2 id="settings-lock">{words.title}</h2>
      <div className="setting">
        <div>
          <p className="setting-name">{name}</p>
          <p className="hint">{hint}</p>
          {left !== undefined && left > 0 && <p className="hint">{words.left(left)}</p>}
        </div>
        {work === undefined && (
          <div className="lock-actions">
            {isOff && <Button onClick={() => askLock('setUp')}>{words.setUp}</Button>}
            {!isOff && <Button onClick={() => askLock('change')}>{words.change}</Button>}
            {!isOff && <Button onClick={() => askLock('turnOff')}>{words.turnOff}</Button>}
          </div>
        )}
        {work !== undefined && (
          <div className="lock-progress">
            <progress aria-label={words.title} value={work.done} max={Math.max(1, work.total)} />
            <p className="hint num">{words.progress(work.done, work.total)}</p>
          </div>
        )}
      </div>
      {trouble !== undefined && work === undefined && <div className="lock-trouble"><ErrorNote error={{ code: trouble }} /><div className="row"><span>{words.stopped}</span><Button onClick={() => void resumeLock()}>{words.goOn}</Button></div></div>}
      <p className="hint lock-secrecy">{words.secrecy}</p>
      {asked !== null && createPortal(asked === 'setUp' ? <PassphraseSetUp /> : <PassphraseChange asked={asked} />, document.body)}
    </section>
  )
}
