import { useEffect, useRef, useState } from 'react'
import { filterPhrases } from '../../shared/phrases/findPhrases'
import { phrasesText } from '../../shared/text/phrases'
import { useStore } from '../state/createStore'
import { exportPhraseFile, importPhraseFile, loadPhrases, phrases } from '../state/phrases'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import { Segmented } from '../ui/Segmented'
import { PhraseCategory } from './PhraseCategory'
import { PhraseForm, type Editing } from './PhraseForm'
import { PhraseSuggestions } from './PhraseSuggestions'
import styles from './PhrasesPanel.module.css'

const views = [{ id: 'all', label: phrasesText.views.all }, { id: 'suggestions', label: phrasesText.views.suggestions }] as const

/** 素材: sentences by category, to be put into the text where the caret is. */
export function PhrasesPanel() {
  const library = useStore(phrases, (state) => state.library)
  const trouble = useStore(phrases, (state) => state.trouble)
  const [words, setWords] = useState('')
  const [view, setView] = useState<'all' | 'suggestions'>('all')
  const [stop, setStop] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { void loadPhrases() }, [])

  if (library === null) return <div className={styles['panel']}>{trouble === null ? <EmptyState text={phrasesText.loading} /> : <div className={styles['note']}><ErrorNote error={trouble} /></div>}</div>
  const found = filterPhrases(library.phrases, words)
  const isSearching = words.trim() !== ''
  const groups = library.categories.map((name) => ({ name, members: found.filter(({ category }) => category === name) })).filter(({ members }) => !isSearching || members.length > 0)
  const stopId = found.some(({ id }) => id === stop) ? stop ?? undefined : groups.flatMap(({ members }) => members)[0]?.id
  const toList = (): void => list.current?.querySelector<HTMLElement>('[data-phrase]')?.focus()
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <label className="field">
          <Icon name="find" small />
          <input
            type="search" value={words} aria-label={phrasesText.search} placeholder={phrasesText.searchPlaceholder} autoComplete="off" spellCheck={false} onChange={(event) => { setWords(event.target.value); setView('all') }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); toList() }
              if (event.key === 'Escape' && words !== '') { event.preventDefault(); setWords('') }
            }}
          />
        </label>
        <IconButton icon="plus" label={phrasesText.add} onClick={() => { setView('all'); setEditing({ kind: 'add' }) }} />
        <MoreMenu />
      </div>
      <div className={styles['views']}><Segmented label={phrasesText.views.label} options={views} value={view} onChange={setView} /></div>
      {trouble !== null && <div className={styles['note']}><ErrorNote error={trouble} /></div>}
      {editing !== null && <PhraseForm key={editing.kind === 'edit' ? editing.phrase.id : 'add'} editing={editing} categories={library.categories} onClose={() => { setEditing(null); toList() }} />}
      {view === 'suggestions' ? <PhraseSuggestions /> : <div className="scroll" ref={list}>
        {groups.map(({ name, members }) => (
          <PhraseCategory key={name} name={name} members={members} index={library.categories.indexOf(name)} last={library.categories.length - 1} isSearching={isSearching} stopId={stopId} onFocus={setStop} onEdit={(phrase) => setEditing({ kind: 'edit', phrase })} />
        ))}
        {found.length === 0 && <EmptyState text={isSearching ? phrasesText.nothing : phrasesText.empty} />}
      </div>}
      <p className={styles['foot']}>{view === 'suggestions' ? phrasesText.suggestions.keys : phrasesText.hint}</p>
    </div>
  )
}

function MoreMenu() {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const items = [
    { id: 'import', label: phrasesText.importFile, hint: phrasesText.importHint, run: () => void importPhraseFile() },
    { id: 'export', label: phrasesText.exportFile, hint: phrasesText.exportHint, run: () => void exportPhraseFile() },
  ]
  return (
    <>
      <IconButton ref={anchor} icon="more" label={phrasesText.more} hasMenu isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && <Menu label={phrasesText.more} items={items} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}
