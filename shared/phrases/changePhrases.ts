/** Every change of the phrase library (SPEC PHRASE-2): pure, so that window, main process and tests mean the same by it. */
import { assertNever } from '../base/invariant'
import { categoryName, phraseKey, phraseLimits, phraseText, type NewPhrase, type Phrase, type PhraseLibrary } from './phrase'

export type PhraseChange =
  | { readonly kind: 'add'; readonly phrases: readonly NewPhrase[] }
  | { readonly kind: 'edit'; readonly id: string; readonly category: string; readonly text: string; readonly note: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'putBack'; readonly phrase: Phrase; readonly at: number }
  | { readonly kind: 'used'; readonly id: string }
  | { readonly kind: 'moveCategory'; readonly name: string; readonly by: 1 | -1 }
  | { readonly kind: 'renameCategory'; readonly name: string; readonly to: string }
  | { readonly kind: 'dismiss' | 'recall'; readonly key: string }

/** What a change needs from outside. `now` is an ISO time. */
export interface PhraseWorld {
  readonly newId: () => string
  readonly now: string
}

/** The library after the change; the same object if there was nothing to do. A phrase that is there already is not added twice. */
export function changePhrases(library: PhraseLibrary, change: PhraseChange, world: PhraseWorld): PhraseLibrary {
  switch (change.kind) {
    case 'add': return add(library, change.phrases, world)
    case 'edit': return edit(library, change)
    case 'remove': return withPhrases(library, library.phrases.filter(({ id }) => id !== change.id))
    case 'putBack': return putBack(library, change.phrase, change.at)
    case 'used': return withPhrases(library, library.phrases.map((phrase) => (phrase.id === change.id ? { ...phrase, uses: phrase.uses + 1 } : phrase)))
    case 'moveCategory': return moveCategory(library, change.name, change.by)
    case 'renameCategory': return renameCategory(library, change.name, categoryName(change.to))
    case 'dismiss': return library.dismissed.includes(change.key) ? library : { ...library, dismissed: [...library.dismissed, change.key] }
    case 'recall': return { ...library, dismissed: library.dismissed.filter((key) => key !== change.key) }
    default: return assertNever(change)
  }
}

/** Those of `phrases` that would come in: texts that can be phrases and are neither in the library nor among the ones before them. */
export function newOnes(library: PhraseLibrary, phrases: readonly NewPhrase[]): readonly NewPhrase[] {
  const known = new Set(library.phrases.map(({ text }) => phraseKey(text)))
  return phrases.flatMap((given) => {
    const text = phraseText(given.text)
    const key = phraseKey(text)
    if (text === '' || text.length > phraseLimits.text || known.has(key)) return []
    known.add(key)
    const note = phraseText(given.note ?? '').slice(0, phraseLimits.note)
    return [{ category: categoryName(given.category), text, ...(note === '' ? {} : { note }), ...(given.source === undefined ? {} : { source: given.source }) }]
  })
}

function add(library: PhraseLibrary, phrases: readonly NewPhrase[], { newId, now }: PhraseWorld): PhraseLibrary {
  const fresh = newOnes(library, phrases)
  if (fresh.length === 0) return library
  return withCategories({ ...library, phrases: [...library.phrases, ...fresh.map((phrase) => ({ ...phrase, id: newId(), uses: 0, addedAt: now }))] })
}

function edit(library: PhraseLibrary, { id, category, text, note }: PhraseChange & { readonly kind: 'edit' }): PhraseLibrary {
  const words = phraseText(text).slice(0, phraseLimits.text)
  if (words === '') return library
  const kept = phraseText(note).slice(0, phraseLimits.note)
  const phrases = library.phrases.map((phrase): Phrase => {
    if (phrase.id !== id) return phrase
    const { note: _note, ...rest } = phrase
    return { ...rest, category: categoryName(category), text: words, ...(kept === '' ? {} : { note: kept }) }
  })
  return withCategories({ ...library, phrases })
}

function putBack(library: PhraseLibrary, phrase: Phrase, at: number): PhraseLibrary {
  if (library.phrases.some(({ id }) => id === phrase.id)) return library
  return withCategories({ ...library, phrases: [...library.phrases.slice(0, at), phrase, ...library.phrases.slice(at)] })
}

function moveCategory(library: PhraseLibrary, name: string, by: 1 | -1): PhraseLibrary {
  const from = library.categories.indexOf(name)
  const other = library.categories[from + by]
  if (from === -1 || other === undefined) return library
  return { ...library, categories: library.categories.map((each) => (each === name ? other : each === other ? name : each)) }
}

/** Two categories of one name become one, at the place of the one that had it. */
function renameCategory(library: PhraseLibrary, name: string, to: string): PhraseLibrary {
  if (name === to || !library.categories.includes(name)) return library
  const categories = library.categories.includes(to) ? library.categories.filter((each) => each !== name) : library.categories.map((each) => (each === name ? to : each))
  return { ...library, categories, phrases: library.phrases.map((phrase) => (phrase.category === name ? { ...phrase, category: to } : phrase)) }
}

function withPhrases(library: PhraseLibrary, phrases: readonly Phrase[]): PhraseLibrary {
  return { ...library, phrases }
}

/** Every category that a phrase names is in the list; an empty one stays until it is renamed into another. */
function withCategories(library: PhraseLibrary): PhraseLibrary {
  const missing = [...new Set(library.phrases.map(({ category }) => category))].filter((category) => !library.categories.includes(category))
  return missing.length === 0 ? library : { ...library, categories: [...library.categories, ...missing] }
}
