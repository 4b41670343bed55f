import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { PhraseSuggestion } from '../../shared/phrases/gatherPhrases'
import { phrasesText } from '../../shared/text/phrases'
import { useStore } from '../state/createStore'
import { acceptSuggestion, dismissSuggestion, loadSuggestions, phrases } from '../state/phrases'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import styles from './PhrasesPanel.module.css'

const words = phrasesText.suggestions

/** 建议: what the unit's own finished reports say again and again, to be taken in or put away. */
export function PhraseSuggestions() {
  const found = useStore(phrases, (state) => state.suggested)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => { void loadSuggestions() }, [])
  if (found === null) return <div className="scroll" aria-busy="true"><EmptyState text={words.looking} /></div>
  if (found.suggestions.length === 0) return <div className="scroll"><EmptyState text={found.reports < 2 ? words.tooFew : words.nothing} /></div>
  /** The focus goes on to the next one, so that the whole list can be gone through with two keys. */
  const goOn = (key: string): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])]
    const at = rows.findIndex((row) => row.dataset['suggestion'] === key)
    ;(rows[at + 1] ?? rows[at - 1])?.focus()
  }
  return (
    <div className="scroll">
      <p className={styles['lead']}>{words.lead(found.reports)}</p>
      <ul ref={list} aria-label={words.label}>{found.suggestions.map((suggestion) => <SuggestionRow key={suggestion.key} suggestion={suggestion} onDone={() => goOn(suggestion.key)} />)}</ul>
    </div>
  )
}

function SuggestionRow({ suggestion, onDone }: { readonly suggestion: PhraseSuggestion; readonly onDone: () => void }) {
  const accept = (): void => { onDone(); void acceptSuggestion(suggestion) }
  const dismiss = (): void => { onDone(); void dismissSuggestion(suggestion) }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return
    const rows = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])]
    const at = rows.indexOf(event.currentTarget)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Enter') accept()
    else if (event.key === 'Delete') dismiss()
    else if (to !== undefined) rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li className={styles['suggestion']}>
      <button type="button" data-suggestion={suggestion.key} className={styles['found']} onKeyDown={onKeyDown}>
        {suggestion.text}
        <span className={styles['remark']}>{words.where(suggestion.reports, suggestion.years, suggestion.category)}</span>
      </button>
      <p className={styles['choices']}><Button onClick={accept}>{words.accept}</Button><Button kind="quiet" onClick={dismiss}>{words.dismiss}</Button></p>
    </li>
  )
}
