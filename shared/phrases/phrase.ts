/** The phrase library as a value (SPEC PHRASE-1): sentences that a clerk uses again, under categories of the clerk's own naming. */

/** Where a phrase was taken from. */
export interface PhraseSource {
  readonly reportId: string
  readonly year: number
}

export interface Phrase {
  readonly id: string
  readonly category: string
  /** One paragraph of text, never empty. */
  readonly text: string
  /** A word for the clerk, never inserted. */
  readonly note?: string
  readonly source?: PhraseSource
  /** How often it was inserted. */
  readonly uses: number
  /** ISO time; '' for those that came with the program. */
  readonly addedAt: string
}

/** A phrase on its way in. */
export type NewPhrase = Pick<Phrase, 'category' | 'text' | 'note' | 'source'>

export interface PhraseLibrary {
  /** In the order in which the clerk sees them; a category may be empty. */
  readonly categories: readonly string[]
  readonly phrases: readonly Phrase[]
  /** Keys of suggestions that the clerk does not want to see again. */
  readonly dismissed: readonly string[]
}

/** Most UTF-16 units of a phrase, of its note and of a category's name. */
export const phraseLimits = { text: 500, note: 100, category: 20 } as const

/** The category of a phrase that was given none. */
export const unsorted = '未分类'

/** The text on one line, without blanks at its ends; tabs and line ends become one blank. */
export function phraseText(text: string): string {
  return text.replace(/[\s\u200b-\u200d\ufeff]*[\t\r\n\u2028\u2029]+\s*/g, ' ').replace(/^[\s\u3000\u200b-\u200d\ufeff]+|[\s\u3000\u200b-\u200d\ufeff]+$/g, '')
}

/** The name of a category without brackets and blanks around it; the unsorted one for an empty name. */
export function categoryName(name: string): string {
  return phraseText(name.replace(/[【】]/g, '')).slice(0, phraseLimits.category).trim() || unsorted
}

/** What two phrases have in common that read the same: widths, blanks, quotation marks and the mark at the end make no difference. */
export function phraseKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200d\ufeff“”‘’"'「」『』]/g, '').replace(/[。.；;，,、:!?]+$/, '')
}
