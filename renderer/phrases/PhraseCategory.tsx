import { useRef, useState, type KeyboardEvent } from 'react'
import type { Phrase } from '../../shared/phrases/phrase'
import { phrasesText } from '../../shared/text/phrases'
import { changePhraseLibrary } from '../state/phrases'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuItem } from '../ui/Menu'
import { PhraseRow } from './PhraseRow'
import styles from './PhrasesPanel.module.css'

export interface PhraseCategoryProps {
  readonly name: string
  readonly members: readonly Phrase[]
  readonly index: number
  readonly last: number
  readonly isSearching: boolean
  /** The phrase at which Tab stops. */
  readonly stopId: string | undefined
  readonly onEdit: (phrase: Phrase) => void
  readonly onFocus: (id: string) => void
}

/** One category: a line that opens and closes, and its phrases. */
export function PhraseCategory({ name, members, index, last, isSearching, stopId, onEdit, onFocus }: PhraseCategoryProps) {
  const [isClosed, setClosed] = useState(false)
  const [isRenaming, setRenaming] = useState(false)
  const isOpen = isSearching || !isClosed
  return (
    <section className={styles['category']} aria-label={name}>
      <header>
        {isRenaming
          ? <RenameField name={name} onClose={() => setRenaming(false)} />
          : <button type="button" className={styles['fold']} aria-expanded={isOpen} onClick={() => setClosed(isOpen)}><Icon name={isOpen ? 'down' : 'right'} small /><h2>{name}</h2><span>{members.length}</span></button>}
        <CategoryMenu name={name} index={index} last={last} onRename={() => setRenaming(true)} />
      </header>
      {isOpen && members.length > 0 && <ul aria-label={name}>{members.map((phrase) => <PhraseRow key={phrase.id} phrase={phrase} isStop={phrase.id === stopId} onEdit={() => onEdit(phrase)} onFocus={() => onFocus(phrase.id)} />)}</ul>}
    </section>
  )
}

function CategoryMenu({ name, index, last, onRename }: { readonly name: string; readonly index: number; readonly last: number; readonly onRename: () => void }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const move = (by: 1 | -1): void => void changePhraseLibrary({ kind: 'moveCategory', name, by })
  const items: readonly MenuItem[] = [
    { id: 'up', label: phrasesText.category.up, icon: 'up', disabled: index === 0, run: () => move(-1) },
    { id: 'down', label: phrasesText.category.down, icon: 'down', disabled: index === last, run: () => move(1) },
    { id: 'rename', label: phrasesText.category.rename, icon: 'pen', run: onRename },
  ]
  return (
    <>
      <IconButton ref={anchor} icon="more" label={phrasesText.category.of(name)} hasMenu isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && <Menu label={phrasesText.category.of(name)} items={items} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}

function RenameField({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const [to, setTo] = useState(name)
  const [isDone, setDone] = useState(false)
  const finish = (keep: boolean): void => {
    if (isDone) return
    setDone(true)
    onClose()
    if (keep && to.trim() !== '' && to.trim() !== name) void changePhraseLibrary({ kind: 'renameCategory', name, to: to.trim() })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    finish(event.key === 'Enter')
  }
  return <span className="field"><input ref={focusAndSelect} value={to} maxLength={20} aria-label={phrasesText.category.name} onChange={(event) => setTo(event.target.value)} onKeyDown={onKeyDown} onBlur={() => finish(true)} /></span>
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}
