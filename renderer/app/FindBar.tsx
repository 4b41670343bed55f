import { useEffect, useRef, useState } from 'react'
import { deskText } from '../../shared/text/desk'
import { useStore } from '../state/createStore'
import { desk, openFind } from '../state/desk'
import { IconButton } from '../ui/IconButton'
import styles from './DeskRoom.module.css'

/** 查找: Enter goes on, Shift+Enter goes back, Escape closes and leaves the caret at the place. */
export function FindBar() {
  const isOpen = useStore(desk, (state) => state.isFindOpen)
  return isOpen ? <OpenFindBar /> : null
}

function OpenFindBar() {
  const handle = useStore(desk, (state) => state.handle)
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const go = (direction: 1 | -1): void => setMissing(words !== '' && !(handle?.find(words, direction) ?? false))
  const close = (): void => {
    openFind(false)
    handle?.focus()
  }
  return (
    <div className={styles['find']} role="search">
      <span className="field">
        <input
          ref={input} value={words} aria-label={deskText.find} placeholder={deskText.findPlaceholder}
          onChange={(event) => { setWords(event.target.value); setMissing(false) }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
            if (event.key === 'Escape') close()
          }}
        />
      </span>
      {isMissing && <span role="status">{deskText.notFound}</span>}
      <IconButton icon="up" label={deskText.findPrevious} onClick={() => go(-1)} />
      <IconButton icon="down" label={deskText.findNext} onClick={() => go(1)} />
      <IconButton icon="close" label={deskText.close} onClick={close} />
    </div>
  )
}
