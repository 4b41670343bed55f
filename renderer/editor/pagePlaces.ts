/**
 * Pages on the desk (SPEC PAGE-7 … PAGE-9): where pages end and lines break, by the same model as the Word file. Everything drawn is a manner of
 * the text that stands there, never text or an element of its own, so caret, selection, undo and input methods know nothing of it.
 * The model is computed when the clerk pauses and never inside a composition; meanwhile what is drawn moves with the text.
 */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { DecorationSet, type EditorView } from 'prosemirror-view'
import { layoutReport, type LayoutOptions, type PrintedReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import type { PageFacts } from '../state/deskHandle'
import { fromEditorDoc } from './editorDoc'
import { isCaretAhead } from './nativeCaret'
import { drawnPages, lineBreaksOf } from './pageMarks'
import { placesOf, type Places } from './printedPlaces'
import { touchedRanges } from './touched'

export interface PageOptions {
  /** What the pages depend on besides the text; asked anew each time. */
  readonly printed: () => Pick<PrintedReport, 'numbering' | 'itemLead' | 'issuing'> & { readonly layout: Partial<LayoutOptions> }
  readonly onPages: (facts: PageFacts) => void
}

/** Milliseconds without a change after which pages are counted anew: at least this, and longer by what the last count took, so that long reports wait for real pauses. */
const shortestPause = 200
const pausePerCost = 6

/** Milliseconds until it is tried again while a caret is on its way, and how often at most. */
const waitForCaret = 20
const mostWaits = 10

const pagesKey = new PluginKey<DecorationSet>('pages')

export interface Pages {
  readonly plugin: Plugin
  /** Counts anew soon, after something else than the text changed. */
  readonly refresh: () => void
}

export function pagePlaces({ printed, onPages }: PageOptions): Pages {
  const current: { view: EditorView | null; places: Places | null; timer: ReturnType<typeof setTimeout> | null; cost: number; waits: number } = { view: null, places: null, timer: null, cost: 0, waits: 0 }
  const tell = (state: EditorState): void => {
    if (current.places !== null) onPages(current.places.factsAt(state.selection.$head))
  }
  const count = (): void => {
    current.timer = null
    const { view } = current
    if (view === null || view.isDestroyed) return
    if (view.composing) return plan()
    if (current.waits < mostWaits && isCaretAhead(view)) {
      current.waits += 1
      current.timer = setTimeout(count, waitForCaret)
      return
    }
    current.waits = 0
    const start = performance.now()
    const { doc } = view.state
    const { layout, ...rest } = printed()
    const document = layoutReport({ ...fromEditorDoc(doc), ...rest }, layout)
    current.places = placesOf(doc, document, paginate(document))
    view.dispatch(view.state.tr.setMeta(pagesKey, DecorationSet.create(doc, [...drawnPages(current.places), ...lineBreaksOf(current.places)])).setMeta('addToHistory', false))
    tell(view.state)
    current.cost = performance.now() - start
  }
  const plan = (): void => {
    if (current.timer !== null) clearTimeout(current.timer)
    current.timer = setTimeout(count, Math.max(shortestPause, pausePerCost * current.cost))
  }
  const plugin = new Plugin<DecorationSet>({
    key: pagesKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn) => {
        const counted = transaction.getMeta(pagesKey) as DecorationSet | undefined
        if (counted !== undefined) return counted
        if (!transaction.docChanged) return drawn
        const mapped = drawn.map(transaction.mapping, transaction.doc)
        if (current.view?.composing === true) return mapped
        // Breaks behind a changed place would be wrong until the next count: there the browser breaks the lines itself.
        const stale = touchedRanges(transaction).flatMap(({ from, to }) => mapped.find(from, transaction.doc.resolve(to).end(), (spec) => (spec as { readonly isBreak?: true }).isBreak === true))
        return stale.length === 0 ? mapped : mapped.remove(stale)
      },
    },
    props: { decorations: (state) => pagesKey.getState(state) },
    view: (view) => {
      current.view = view
      current.timer = setTimeout(count, 0)
      return {
        update: (now, before) => {
          if (now.state.doc !== before.doc) plan()
          else if (!now.state.selection.eq(before.selection) && !now.composing) tell(now.state)
        },
        destroy: () => { if (current.timer !== null) clearTimeout(current.timer) },
      }
    },
  })
  return { plugin, refresh: plan }
}
