/** Find as editors do it (SPEC FIND-1 … FIND-4): every place of the words in one text, with exact UTF-16 ranges. */

/** What is looked for. Without its option width, capitals and word borders make no difference. */
export interface FindQuery {
  readonly words: string
  /** 区分全半角: ， and , are different. */
  readonly matchWidth: boolean
  /** 区分大小写. */
  readonly matchCase: boolean
  /** 整词: Latin letters and digits directly before or behind are no part of the place. */
  readonly wholeWord: boolean
}

/** Half-open range of UTF-16 units. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Full-width and Chinese marks that stand for a half-width one, beyond the block U+FF01–FF5E that is shifted as a whole. */
const narrow: Readonly<Record<string, string>> = {
  '\u3000': ' ', '\u00a0': ' ', '\uff61': '\u3002', '\uff64': '\u3001', '\uff62': '\u300c', '\uff63': '\u300d',
  '\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\uffe5': '\u00a5', '\uffe0': '\u00a2', '\uffe1': '\u00a3',
}
const wide = /[\u3000\u00a0\uff01-\uff5e\uff61-\uff64\u2018\u2019\u201c\u201d\uffe0\uffe1\uffe5]/g
const capital = /[\p{Lu}\p{Lt}]/gu

/** The text as it is compared under the query's options; always of the same UTF-16 length, so a place in it is a place in the text. */
export function foldFor(text: string, query: Pick<FindQuery, 'matchWidth' | 'matchCase'>): string {
  const even = query.matchWidth ? text : text.replace(wide, (mark) => narrow[mark] ?? String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
  return query.matchCase ? even : even.replace(capital, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
}

/** A function that gives every place of the query in a text: in order, never overlapping, never beginning or ending inside a character. Empty words have none. */
export function finder(query: FindQuery): (text: string) => readonly TextRange[] {
  const words = foldFor(query.words, query)
  return (text) => {
    if (words === '' || text.length < words.length) return none
    const folded = foldFor(text, query)
    let found: TextRange[] | null = null
    for (let at = folded.indexOf(words); at !== -1;) {
      const to = at + words.length
      const isPlace = !isInside(text, at) && !isInside(text, to) && (!query.wholeWord || (isBorder(folded, at) && isBorder(folded, to)))
      if (isPlace) (found ??= []).push({ from: at, to })
      at = folded.indexOf(words, isPlace ? to : at + 1)
    }
    return found ?? none
  }
}

/** The places of the query in one text; see {@link finder}. */
export function findMatches(text: string, query: FindQuery): readonly TextRange[] {
  return finder(query)(text)
}

const none: readonly TextRange[] = []

/** Whether `at` lies between the two halves of one character. */
function isInside(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\udc00-\udfff]$/.test(text[at] ?? '') && /^[\ud800-\udbff]$/.test(text[at - 1] ?? '')
}

/** Whether a Latin word begins or ends at `at`, or none is there at all. */
function isBorder(text: string, at: number): boolean {
  return !(wordPart.test(text[at - 1] ?? '') && wordPart.test(text[at] ?? ''))
}

const wordPart = /^[\p{Script=Latin}\d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a_]$/u
