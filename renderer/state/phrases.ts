/** The phrase library in the window (SPEC PHRASE): what the main process answered last, and what can be done with it. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { desk, openPanel } from './desk'
import { session } from './session'
import { showError, showToast } from './toast'
import type { AppError } from '../../shared/base/errors'
import { newOnes, type PhraseChange } from '../../shared/phrases/changePhrases'
import type { PhraseSuggestion } from '../../shared/phrases/gatherPhrases'
import { phraseLimits, phraseText, unsorted, type Phrase, type PhraseLibrary } from '../../shared/phrases/phrase'
import { placeCategories } from '../../shared/phrases/phrasePlaces'
import { phrasesText } from '../../shared/text/phrases'

export interface Phrases {
  /** null until it is read. */
  readonly library: PhraseLibrary | null
  /** What the store had to say: an older generation was opened, or none could be read. */
  readonly trouble: AppError | null
  /** What the finished reports use again and again; null until it was looked for. */
  readonly suggested: { readonly reports: number; readonly suggestions: readonly PhraseSuggestion[] } | null
  /** The chooser at the caret is open. */
  readonly isChoosing: boolean
}

export const phrases = createStore<Phrases>({ library: null, trouble: null, suggested: null, isChoosing: false })

export async function loadPhrases(): Promise<PhraseLibrary | null> {
  const read = await call('phrases.read', undefined)
  if (!read.ok) {
    phrases.set((state) => ({ ...state, trouble: read.error }))
    return null
  }
  const { library, trouble } = read.value
  phrases.set((state) => ({ ...state, library, trouble: trouble ?? null }))
  return library
}

/** False if it could not be stored; then it was told. */
export async function changePhraseLibrary(change: PhraseChange): Promise<boolean> {
  const changed = await call('phrases.change', change)
  if (!changed.ok) {
    showError(changed.error)
    return false
  }
  const { library, trouble } = changed.value
  phrases.set((state) => ({ ...state, library, trouble: trouble ?? null }))
  return true
}

export function openChooser(isChoosing: boolean): void {
  phrases.set((state) => ({ ...state, isChoosing }))
}

/** Into the text at the caret, as one step that can be undone. */
export function insertPhrase({ id, text }: Phrase): void {
  const { handle } = desk.get()
  if (handle?.run({ kind: 'insertText', text }) !== true) return showToast({ text: phrasesText.noPlace })
  handle.focus()
  void changePhraseLibrary({ kind: 'used', id })
}

export async function removePhrase(phrase: Phrase): Promise<void> {
  const at = phrases.get().library?.phrases.findIndex(({ id }) => id === phrase.id) ?? 0
  if (!await changePhraseLibrary({ kind: 'remove', id: phrase.id })) return
  showToast({ text: phrasesText.removed, action: { label: phrasesText.undo, run: () => { void changePhraseLibrary({ kind: 'putBack', phrase, at: Math.max(0, at) }) } } })
}

/** What is selected in the text becomes a phrase. */
export async function addSelection(): Promise<void> {
  const text = phraseText(desk.get().handle?.selectedText() ?? '')
  if (text === '') return showToast({ text: phrasesText.nothingSelected })
  if (text.length > phraseLimits.text) return showToast({ text: phrasesText.tooLong(phraseLimits.text) })
  const library = phrases.get().library ?? await loadPhrases()
  if (library === null) return
  const { report } = session.get()
  const category = placeCategories(report?.blocks ?? []).get(desk.get().place.blockId ?? '') ?? unsorted
  const phrase = { category, text, ...(report === null ? {} : { source: { reportId: report.id, year: report.year } }) }
  if (newOnes(library, [phrase]).length === 0) return showToast({ text: phrasesText.known })
  if (!await changePhraseLibrary({ kind: 'add', phrases: [phrase] })) return
  const added = phrases.get().library?.phrases.at(-1)
  showToast({
    text: phrasesText.added(added?.category ?? unsorted),
    action: { label: phrasesText.undo, run: () => { if (added !== undefined) void changePhraseLibrary({ kind: 'remove', id: added.id }) } },
    others: [{ label: phrasesText.show, run: () => openPanel('phrases') }],
  })
}

export async function loadSuggestions(): Promise<void> {
  const found = await call('phrases.suggest', undefined)
  if (found.ok) phrases.set((state) => ({ ...state, suggested: found.value }))
  else showError(found.error)
}

export async function acceptSuggestion({ key, text, category, newest }: PhraseSuggestion): Promise<void> {
  if (!await changePhraseLibrary({ kind: 'add', phrases: [{ category, text, source: newest }] })) return
  withoutSuggestion(key)
  showToast({ text: phrasesText.added(category) })
}

export async function dismissSuggestion({ key }: PhraseSuggestion): Promise<void> {
  if (!await changePhraseLibrary({ kind: 'dismiss', key })) return
  withoutSuggestion(key)
  showToast({ text: phrasesText.suggestions.dismissed, action: { label: phrasesText.undo, run: () => { void changePhraseLibrary({ kind: 'recall', key }).then(loadSuggestions) } } })
}

function withoutSuggestion(key: string): void {
  phrases.set((state) => (state.suggested === null ? state : { ...state, suggested: { ...state.suggested, suggestions: state.suggested.suggestions.filter((each) => each.key !== key) } }))
}

export async function importPhraseFile(): Promise<void> {
  const read = await call('phrases.import', undefined)
  if (!read.ok) return showError(read.error)
  if (read.value.kind === 'cancelled') return
  await loadPhrases()
  showToast({ text: phrasesText.imported(read.value.fileName, read.value.found, read.value.added) })
}

export async function exportPhraseFile(): Promise<void> {
  const written = await call('phrases.export', undefined)
  if (!written.ok) return showError(written.error)
  if (written.value.kind === 'cancelled') return
  const { fileName, folderName, token } = written.value
  showToast({
    text: phrasesText.exported(fileName, folderName),
    action: { label: phrasesText.openFolder, run: () => void call('export.reveal', { token }).then((shown) => { if (!shown.ok) showError(shown.error) }) },
  })
}
