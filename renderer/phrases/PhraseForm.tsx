import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { phraseLimits, unsorted, type Phrase } from '../../shared/phrases/phrase'
import { phrasesText } from '../../shared/text/phrases'
import { changePhraseLibrary } from '../state/phrases'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import styles from './PhrasesPanel.module.css'

const words = phrasesText.form

/** What the form is for. */
export type Editing = { readonly kind: 'add' } | { readonly kind: 'edit'; readonly phrase: Phrase }

/** A phrase by hand: text, category, note. */
export function PhraseForm({ editing, categories, onClose }: { readonly editing: Editing; readonly categories: readonly string[]; readonly onClose: () => void }) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const before = editing.kind === 'edit' ? editing.phrase : null
  const [text, setText] = useState(before?.text ?? '')
  const [category, setCategory] = useState(before?.category ?? categories[0] ?? unsorted)
  const [note, setNote] = useState(before?.note ?? '')
  useEffect(() => { area.current?.focus() }, [])
  const save = async (): Promise<void> => {
    if (text.trim() === '') return
    const isSaved = await changePhraseLibrary(before === null ? { kind: 'add', phrases: [{ category, text, note }] } : { kind: 'edit', id: before.id, category, text, note })
    if (isSaved) onClose()
  }
  // Escape belongs to the form before it belongs to the panel; Enter in the text needs Ctrl, in a field it does not.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.ctrlKey) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className={styles['form']} aria-label={before === null ? words.add : words.edit} onSubmit={(event: FormEvent) => { event.preventDefault(); void save() }}>
      <div className="labelled">
        <label htmlFor={id}>{words.text}</label>
        <textarea id={id} ref={area} className={`area ${styles['area'] ?? ''}`} value={text} maxLength={phraseLimits.text} rows={4} spellCheck={false} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
      </div>
      <div className="labelled">
        <label htmlFor={`${id}-category`}>{words.category}</label>
        <span className="field"><input id={`${id}-category`} list={`${id}-categories`} value={category} maxLength={phraseLimits.category} autoComplete="off" spellCheck={false} onChange={(event) => setCategory(event.target.value)} onKeyDown={onKeyDown} /></span>
        <datalist id={`${id}-categories`}>{categories.map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
      </div>
      <Field label={words.note} value={note} onChange={setNote} maxLength={phraseLimits.note} />
      <div className={styles['buttons']}><Button onClick={onClose}>{words.cancel}</Button><Button kind="primary" isSubmit disabled={text.trim() === ''}>{words.save}</Button></div>
    </form>
  )
}
