import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { sentenceAround } from '../../shared/search/excerpt'
import type { FoundHit } from '../state/deskHandle'
import { foundIn } from './found'

const longestExcerpt = 60

/** The places with a piece of the text around each, at most `limit`. */
export function foundHits(state: EditorState, limit: number): readonly FoundHit[] {
  return foundIn(state).hits.slice(0, limit).map(({ from, to }) => {
    const $from = state.doc.resolve(from)
    const start = $from.start()
    const text = $from.parent.textContent
    const piece = sentenceAround(text, from - start, to - start, longestExcerpt)
    return { excerpt: text.slice(piece.from, piece.to), from: from - start - piece.from, to: to - start - piece.from, place: placeNames[$from.parent.type.name] ?? 'body' }
  })
}

const placeNames: Readonly<Record<string, FoundHit['place']>> = {
  title: 'title', addressee: 'addressee', cell: 'table', attachment: 'attachment', signature: 'signature', date: 'date', note: 'note',
}

/** Pixels that stay free above and below a place that is shown. */
const edge = 40

/** The hit in hand into sight; a page that shows it already does not move. */
export function showHit(view: EditorView): void {
  const mark = view.dom.querySelector('.found-current')
  const pane = view.dom.closest('[data-sheet]') ?? view.dom.parentElement
  if (mark === null || pane === null) return
  const around = pane.getBoundingClientRect()
  const isCovered = (place: DOMRect, cover: DOMRect): boolean => place.right > cover.left && place.left < cover.right && place.top < cover.bottom
  const bar = pane.parentElement?.querySelector('[data-find-bar]')?.getBoundingClientRect() ?? null
  const isInSight = (place: DOMRect): boolean => place.height > 0 && place.top >= around.top + edge && place.bottom <= around.bottom - edge && (bar === null || !isCovered(place, bar))
  if (isInSight(mark.getBoundingClientRect())) return
  mark.scrollIntoView({ block: 'center' })
  const place = mark.getBoundingClientRect()
  // Out from under the bar and its list, as far as there is room below.
  if (bar !== null && isCovered(place, bar)) pane.scrollTop -= Math.min(bar.bottom, around.bottom - 3 * edge) + edge - place.top
}
