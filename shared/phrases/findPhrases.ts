/** Which phrases the typed words mean (SPEC PHRASE-3). */
import type { Phrase } from './phrase'

/** Phrases that hold every word in text, category or note, in the given order. Widths and capitals make no difference; no words: all. */
export function filterPhrases(phrases: readonly Phrase[], words: string): readonly Phrase[] {
  const parts = fold(words).split(/\s+/).filter((part) => part !== '')
  if (parts.length === 0) return phrases
  return phrases.filter(({ text, category, note = '' }) => {
    const place = fold(`${text}\n${category}\n${note}`)
    return parts.every((part) => place.includes(part))
  })
}

/** The same for the chooser at the caret: what begins with the words stands first, then what was used most; otherwise as in the library. */
export function choosePhrases(phrases: readonly Phrase[], words: string, most: number): readonly Phrase[] {
  const first = fold(words).trim()
  const begins = ({ text }: Phrase): number => (first !== '' && fold(text).startsWith(first) ? 0 : 1)
  return [...filterPhrases(phrases, words)].sort((a, b) => begins(a) - begins(b) || b.uses - a.uses).slice(0, most)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
