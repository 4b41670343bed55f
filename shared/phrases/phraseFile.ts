/**
 * The phrase library as a plain text file (SPEC PHRASE-5): one phrase a line under lines 【类别】, a note behind a tab. A phrase that would read as a
 * category, or begins with a backslash, gets a backslash in front.
 */
import { fail, succeed, type Result } from '../base/result'
import { categoryName, phraseLimits, phraseText, unsorted, type NewPhrase, type PhraseLibrary } from './phrase'

const categoryLine = /^【[^【】]*】$/

/** The whole file, with line feeds. Empty categories are written, too. */
export function writePhraseFile({ categories, phrases }: Pick<PhraseLibrary, 'categories' | 'phrases'>): string {
  return categories.map((category) => {
    const lines = phrases.filter((phrase) => phrase.category === category).map(({ text, note }) => `${guarded(text)}${note === undefined ? '' : `\t${note}`}`)
    return [`【${category}】`, ...lines, ''].join('\n')
  }).join('\n')
}

export interface PhraseFile {
  readonly categories: readonly string[]
  readonly phrases: readonly NewPhrase[]
}

/** Reads a file of phrases, in any manner of line ends. `fileEmpty` if it has none, `phraseTooLong` with the line if one is no phrase. */
export function readPhraseFile(text: string): Result<PhraseFile> {
  const categories: string[] = []
  const phrases: NewPhrase[] = []
  let category: string | null = null
  for (const [index, line] of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).entries()) {
    const [first = '', ...rest] = line.split('\t')
    const words = phraseText(first)
    if (words === '') continue
    if (categoryLine.test(words)) {
      category = categoryName(words)
      if (!categories.includes(category)) categories.push(category)
      continue
    }
    const plain = words.startsWith('\\') ? words.slice(1) : words
    if (plain.length > phraseLimits.text) return fail({ code: 'phraseTooLong', detail: { line: index + 1, limit: phraseLimits.text } })
    const note = phraseText(rest.join(' ')).slice(0, phraseLimits.note)
    if (plain !== '') phrases.push({ category: category ?? unsorted, text: plain, ...(note === '' ? {} : { note }) })
  }
  return phrases.length === 0 ? fail({ code: 'fileEmpty' }) : succeed({ categories, phrases })
}

function guarded(text: string): string {
  return categoryLine.test(text) || text.startsWith('\\') ? `\\${text}` : text
}
