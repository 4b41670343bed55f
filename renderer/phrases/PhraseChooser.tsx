import { useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { choosePhrases } from '../../shared/phrases/findPhrases'
import type { Phrase } from '../../shared/phrases/phrase'
import { phrasesText } from '../../shared/text/phrases'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { insertPhrase, loadPhrases, openChooser, phrases } from '../state/phrases'
import styles from './PhraseChooser.module.css'

/** So many phrases are offered at most; more words narrow them down. */
const most = 50
const width = 460
const height = 340

/** Ctrl+J: a small list at the caret. Typing narrows it down, Enter inserts, Escape goes back to the text as it was. */
export function PhraseChooser() {
  const isChoosing = useStore(phrases, (state) => state.isChoosing)
  return isChoosing ? <OpenChooser /> : null
}

function OpenChooser() {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const library = useStore(phrases, (state) => state.library)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const [place, setPlace] = useState(placeAtCaret)
  const rows = useMemo(() => choosePhrases(library?.phrases ?? [], words, most), [library, words])
  const at = Math.min(chosen, Math.max(0, rows.length - 1))

  useEffect(() => {
    void loadPhrases()
    const element = dialog.current
    if (element && !element.open) element.showModal()
    element?.querySelector('input')?.focus()
    return () => {
      element?.close()
      desk.get().handle?.focus()
    }
  }, [])
  useEffect(() => {
    const move = (): void => setPlace(placeAtCaret())
    addEventListener('resize', move)
    return () => removeEventListener('resize', move)
  }, [])
  // Newer browsers give a promise back, which is no way to undo an effect.
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [at, rows])

  const close = (): void => openChooser(false)
  const choose = (phrase: Phrase | undefined): void => {
    if (phrase === undefined) return
    close()
    // After the chooser is gone and the text has the focus again.
    setTimeout(() => insertPhrase(phrase))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(rows.length - 1, at + 6), PageUp: Math.max(0, at - 6) }[event.key]
    if (event.key === 'Enter') choose(rows[at])
    else if (event.key === 'Tab') close()
    else if (to !== undefined && rows.length > 0) setChosen((to + rows.length) % rows.length)
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog} className={styles['chooser']} style={place} aria-label={phrasesText.chooser} onCancel={(event) => { event.preventDefault(); close() }}
      onPointerDown={(event) => { if (event.target === dialog.current) close() }}
    >
      <input
        className={styles['words']} value={words} placeholder={phrasesText.chooserPlaceholder} aria-label={phrasesText.search} autoComplete="off" spellCheck={false}
        role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={rows.length === 0 ? undefined : `${id}-${at}`}
        onChange={(event) => { setWords(event.target.value); setChosen(0) }} onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={phrasesText.list} className={styles['list']}>
        {rows.map((phrase, index) => (
          <div key={phrase.id} id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} className={styles['row']} onPointerMove={() => setChosen(index)} onClick={() => choose(phrase)}>
            <span className={styles['text']}>{phrase.text}</span><span className={styles['category']}>{phrase.category}</span>
          </div>
        ))}
      </div>
      {rows.length === 0 && <p className={styles['nothing']} role="status">{library === null ? phrasesText.loading : phrasesText.nothing}</p>}
      <p className={styles['hint']}>{phrasesText.chooserHint}</p>
    </dialog>
  )
}

/** Below the caret, or above it where there is no room below; always inside the window. */
function placeAtCaret(): CSSProperties {
  const box = desk.get().handle?.caretBox() ?? { left: innerWidth / 2, top: innerHeight / 3, bottom: innerHeight / 3 }
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8))
  const top = box.bottom + 6 + height > innerHeight ? Math.max(8, box.top - 6 - height) : box.bottom + 6
  return { left, top, width: Math.min(width, innerWidth - 16), maxHeight: height }
}
