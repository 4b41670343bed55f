/** Plain search over the text of all reports (SPEC LIB-11 … LIB-14): no index, since a scan of a thousand reports takes milliseconds. */
import { sentenceAround } from './excerpt'
import { foldText } from './foldText'

/** One searchable text of a report. `folded` is the text through {@link foldText}; `heading` stands nearest above it. */
export interface SearchPlace {
  readonly place: 'title' | 'addressee' | 'block' | 'signature' | 'attachment'
  readonly blockId?: string
  readonly heading: string
  readonly text: string
  readonly folded: string
}

export interface SearchableReport {
  readonly reportId: string
  readonly year: number
  readonly title: string
  readonly places: readonly SearchPlace[]
}

/** `from` and `to` (exclusive) are UTF-16 offsets in the excerpt. */
export interface Hit {
  readonly reportId: string
  readonly year: number
  readonly title: string
  readonly place: SearchPlace['place']
  readonly blockId?: string
  readonly heading: string
  readonly excerpt: string
  readonly from: number
  readonly to: number
}

/**
 * Hits in the reports, newest year first, within a report in printed order, one for each sentence. Words parted by blanks must all stand in
 * the same text; the hit shows the first of them. `total` counts all hits, of which at most `limit` are returned. A blank query has none.
 */
export function searchReports(reports: readonly SearchableReport[], query: string, limit: number): { readonly hits: readonly Hit[]; readonly total: number } {
  const words = foldText(query).split(' ').filter((word) => word !== '')
  const [first, ...others] = words
  if (first === undefined) return { hits: [], total: 0 }
  const byYear = [...reports].sort((a, b) => b.year - a.year)
  const hits: Hit[] = []
  let total = 0
  for (const report of byYear) {
    for (const place of report.places) {
      if (!place.folded.includes(first) || !others.every((word) => place.folded.includes(word))) continue
      for (const hit of hitsIn(report, place, first)) {
        total += 1
        if (hits.length < limit) hits.push(hit)
      }
    }
  }
  return { hits, total }
}

function hitsIn(report: SearchableReport, place: SearchPlace, word: string): readonly Hit[] {
  const hits: Hit[] = []
  for (let at = place.folded.indexOf(word); at !== -1;) {
    const { from, to } = sentenceAround(place.text, at, at + word.length)
    const { reportId, year, title } = report
    const blockId = place.blockId === undefined ? {} : { blockId: place.blockId }
    hits.push({ reportId, year, title, place: place.place, ...blockId, heading: place.heading, excerpt: place.text.slice(from, to), from: at - from, to: at + word.length - from })
    at = place.folded.indexOf(word, Math.max(to, at + word.length))
  }
  return hits
}
