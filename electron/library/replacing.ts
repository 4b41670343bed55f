/** Replacing words in one report, as values (SPEC FIND-5, FIND-11): the preview counts the places in the same order in which they are replaced. */
import type { FoundPlace } from '../../shared/ipc/contract'
import { editTexts, type TextEdit, type TextPlace } from '../../shared/report/editTexts'
import type { Report } from '../../shared/report/report'
import { sentenceAround } from '../../shared/search/excerpt'
import { finder, type FindQuery } from '../../shared/search/findMatches'

const longestExcerpt = 60

/** Every place of the query in printed order. */
export function placesIn(report: Report, query: FindQuery): FoundPlace[] {
  const find = finder(query)
  const places: FoundPlace[] = []
  editTexts(report, (text, { kind }) => {
    for (const { from, to } of find(text)) {
      const piece = sentenceAround(text, from, to, longestExcerpt)
      places.push({ excerpt: text.slice(piece.from, piece.to), from: from - piece.from, to: to - piece.from, place: placeNames[kind] })
    }
    return []
  })
  return places
}

/** The report with the chosen places replaced; indices count as {@link placesIn} does. The same report if nothing changes. */
export function withReplaced(report: Report, query: FindQuery, replacement: string, chosen: readonly number[]): Report {
  const find = finder(query)
  const wanted = new Set(chosen)
  let index = -1
  return editTexts(report, (text): readonly TextEdit[] => find(text).flatMap(({ from, to }) => {
    index += 1
    return wanted.has(index) && text.slice(from, to) !== replacement ? [{ from, to, text: replacement }] : []
  }))
}

const placeNames: Readonly<Record<TextPlace['kind'], FoundPlace['place']>> = {
  title: 'title', addressee: 'addressee', block: 'body', cell: 'table', attachment: 'attachment', signature: 'signature', date: 'date', note: 'note',
}
