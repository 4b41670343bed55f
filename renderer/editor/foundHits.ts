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

/** Rows of text that stay free above and below a place that is shown, in pixels. */
const margin = 96

/** The hit in hand into sight; a page that shows it already does not move. */
export function showHit(view: EditorView): void {
  const mark = view.dom.querySelector('.found-current')
  const pane = view.dom.closest('[data-sheet]') ?? view.dom.parentElement
  if (mark === null || pane === null) return
  const own = mark.getBoundingClientRect()
  const around = pane.getBoundingClientRect()
  const isInSight = own.height > 0 && own.top >= around.top + margin && own.bottom <= around.bottom - margin / 2
  if (!isInSight) mark.scrollIntoView({ block: 'center' })
}
