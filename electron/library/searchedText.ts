/**
 * A report's text as it is searched: its places one after the other, folded (SPEC LIB-12), but for the marks that end a sentence, by which hits
 * are told apart. What is found in it is found in the report and the other way round, in the same places.
 */
import type { Report } from '../../shared/report/report'
import { foldText } from '../../shared/search/foldText'
import { sentenceAround } from '../../shared/search/excerpt'
import { searchReports, type SearchPlace } from '../../shared/search/searchReports'
import { searchPlaces } from './indexEntry'

/** Between two places; it stands in no text that can be written or imported. */
const between = '\u0000'
/** Folded they could not be told from half-width ones, which end no sentence. */
const ends = /[！？；]/
const marks = /[!?;\u0000]/

export function searchedText(report: Report): string {
  return searchPlaces(report).map(({ text, folded }) => (ends.test(text) ? keepEnds(text, folded) : folded)).join(between)
}

function keepEnds(text: string, folded: string): string {
  return Array.from({ length: text.length }, (_, at) => (ends.test(text[at] ?? '') ? text[at] : folded[at])).join('')
}

/** How many hits {@link searchReports} finds in the report of a searched text. `words` are folded and none of them is empty. */
export function countHits(searched: string, words: readonly string[], query: string): number {
  const [first = '', ...others] = words
  // A mark that ends a sentence stands unfolded in the text.
  if (words.some((word) => marks.test(word))) return searchReports([{ reportId: '', year: 0, title: '', places: placesOf(searched) }], query, 0).total
  let count = 0
  for (let at = searched.indexOf(first); at !== -1;) {
    const end = searched.indexOf(between, at)
    const place = searched.slice(searched.lastIndexOf(between, at) + 1, end === -1 ? searched.length : end)
    if (others.every((word) => place.includes(word))) count += countIn(place, first)
    at = end === -1 ? -1 : searched.indexOf(first, end)
  }
  return count
}

/** One for each sentence, as the hits go. */
function countIn(place: string, word: string): number {
  let count = 0
  for (let at = place.indexOf(word); at !== -1;) {
    count += 1
    at = place.indexOf(word, Math.max(sentenceAround(place, at, at + word.length).to, at + word.length))
  }
  return count
}

/** The places of a searched text: enough to find what may stand in the report. */
export function placesOf(searched: string): readonly SearchPlace[] {
  return searched.split(between).map((text) => ({ place: 'block', heading: '', text, folded: foldText(text) }))
}

/** The longest piece of the words that stands in a searched text unchanged, if the words stand in the report; null if there is none. */
export function needleOf(words: readonly string[]): string | null {
  const pieces = words.flatMap((word) => foldText(word).split(/[!?;\u0000]/))
  return pieces.reduce<string | null>((longest, piece) => (piece.length > (longest?.length ?? 0) ? piece : longest), null)
}
