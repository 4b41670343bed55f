import type { DragEvent, KeyboardEvent } from 'react'
import type { Phrase } from '../../shared/phrases/phrase'
import { phrasesText } from '../../shared/text/phrases'
import { changePhraseLibrary, insertPhrase, removePhrase } from '../state/phrases'
import { IconButton } from '../ui/IconButton'
import styles from './PhrasesPanel.module.css'

export interface PhraseRowProps {
  readonly phrase: Phrase
  /** Tab stops at one row of the list only; arrows go on from there. */
  readonly isStop: boolean
  readonly onEdit: () => void
  readonly onFocus: () => void
}

/** One phrase: Enter, a double click or a drag puts it into the text. */
export function PhraseRow({ phrase, isStop, onEdit, onFocus }: PhraseRowProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    const rows = [...(event.currentTarget.closest('.scroll')?.querySelectorAll<HTMLElement>('[data-phrase]') ?? [])]
    const at = rows.indexOf(event.currentTarget)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Enter') insertPhrase(phrase)
    else if (event.key === 'F2') onEdit()
    else if (event.key === 'Delete') {
      ;(rows[at + 1] ?? rows[at - 1])?.focus()
      void removePhrase(phrase)
    } else if (to !== undefined) rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData('text/plain', phrase.text)
    event.dataTransfer.effectAllowed = 'copy'
  }
  const onDragEnd = (event: DragEvent): void => {
    if (event.dataTransfer.dropEffect !== 'none') void changePhraseLibrary({ kind: 'used', id: phrase.id })
  }
  return (
    <li className={styles['row']}>
      <button
        type="button" tabIndex={isStop ? 0 : -1} onFocus={onFocus} data-phrase={phrase.id} className={styles['text']} draggable title={hintOf(phrase)} onKeyDown={onKeyDown} onDoubleClick={() => insertPhrase(phrase)} onDragStart={onDragStart} onDragEnd={onDragEnd}
      >
        {phrase.text}
        {phrase.note !== undefined && <span className={styles['remark']}>{phrase.note}</span>}
      </button>
      <span className={styles['actions']}>
        <IconButton icon="insert" label={phrasesText.insert} isPassedOver onClick={() => insertPhrase(phrase)} />
        <IconButton icon="pen" label={phrasesText.edit} isPassedOver onClick={onEdit} />
        <IconButton icon="trash" label={phrasesText.remove} isPassedOver onClick={() => void removePhrase(phrase)} />
      </span>
    </li>
  )
}

function hintOf({ source, uses }: Phrase): string | undefined {
  const parts = [source === undefined ? '' : phrasesText.from(source.year), uses === 0 ? '' : phrasesText.uses(uses)].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join('　')
}
