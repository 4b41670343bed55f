/**
 * Find in the report on the page (SPEC FIND-6 … FIND-8): all places are counted at every change, and those on and around the screen are marked;
 * only paragraphs that changed are read again. Thirty thousand marks at once would make every key wait.
 */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { finder, type FindQuery, type TextRange } from '../../shared/search/findMatches'
import { sectionRange } from '../../shared/report/sections'
import type { FindScope } from '../state/deskHandle'
import { bodyAt, bodyNodes } from './bodyNodes'
import { toBlock } from './editorDoc'

export interface Found {
  readonly query: FindQuery | null
  readonly scope: FindScope
  /** The part of the document that is looked at; null for all of it. It goes with the text. */
  readonly within: TextRange | null
  /** Document positions in printed order. */
  readonly hits: readonly TextRange[]
  /** Index of the hit in hand, -1 for none. */
  readonly current: number
  /** What is on and around the screen; null: everything. */
  readonly shown: TextRange | null
  /** Text was composed since the places were looked for: they have only moved along, and are looked for again when the composition is over. */
  readonly isLate: boolean
}

type Change = { readonly kind: 'look'; readonly query: FindQuery | null; readonly scope: FindScope } | { readonly kind: 'current'; readonly index: number } | { readonly kind: 'shown'; readonly shown: TextRange }

/** Milliseconds: the composed text reaches the document a little after the event. */
const afterComposition = 60

const key = new PluginKey<Found>('found')
const nothing: Found = { query: null, scope: 'report', within: null, hits: [], current: -1, shown: null, isLate: false }

/** `isWindowed`: the page is on a screen, and only what is around it is marked. */
export function foundMarks(isWindowed = false): Plugin {
  return new Plugin<Found>({
    key,
    state: { init: () => (isWindowed ? { ...nothing, shown: { from: 0, to: 0 } } : nothing), apply: (transaction, found, _before, state) => next(transaction, found, state) },
    ...(isWindowed ? { view: watchScreen } : {}),
    props: {
      decorations: (state) => foundDecorations(state),
      handleDOMEvents: {
        compositionend: (view) => {
          setTimeout(() => {
            const { isLate, query, scope } = foundIn(view.state)
            if (!view.isDestroyed && !view.composing && isLate) view.dispatch(lookFor(view.state, query, scope))
          }, afterComposition)
          return false
        },
      },
    },
  })
}

/** The marks of the places on the screen and of the one in hand. */
export function foundDecorations(state: EditorState): DecorationSet {
  const found = foundIn(state)
  const { hits, current, shown } = found
  if (hits.length === 0) return DecorationSet.empty
  const before = drawn.get(found)
  if (before !== undefined) return before
  const near = shown === null ? hits : hits.slice(firstBehind(hits, shown.from), firstBehind(hits, shown.to))
  const hand = hits[current]
  const marks = DecorationSet.create(state.doc, [...near.map(({ from, to }) => Decoration.inline(from, to, { class: 'found' })), ...(hand === undefined ? [] : [Decoration.inline(hand.from, hand.to, { class: 'found-current' })])])
  drawn.set(found, marks)
  return marks
}

/** Marks by what was found: a {@link Found} belongs to one document. */
const drawn = new WeakMap<Found, DecorationSet>()

/** Index of the first hit that does not begin before `position`. */
function firstBehind(hits: readonly TextRange[], position: number): number {
  let [low, high] = [0, hits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.from ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** What was found in this state. */
export function foundIn(state: EditorState): Found {
  return key.getState(state) ?? nothing
}

/** Looks for other words, or for the same in another part; null ends it. */
export function lookFor(state: EditorState, query: FindQuery | null, scope: FindScope): Transaction {
  return state.tr.setMeta(key, { kind: 'look', query, scope } satisfies Change)
}

/** Takes the hit in hand and selects it. */
export function takeHit(state: EditorState, index: number): Transaction | null {
  const hit = foundIn(state).hits[index]
  return hit === undefined ? null : state.tr.setSelection(TextSelection.create(state.doc, hit.from, hit.to)).setMeta(key, { kind: 'current', index } satisfies Change)
}

/** Index of the next (1) or previous (-1) hit seen from the selection, around the end; -1 if there is none. */
export function hitBeside(state: EditorState, direction: 1 | -1): number {
  const { hits, current } = foundIn(state)
  if (hits.length === 0) return -1
  if (current !== -1) return (current + direction + hits.length) % hits.length
  const { from, to } = state.selection
  const index = direction === 1 ? hits.findIndex((hit) => hit.from >= from) : hits.filter((hit) => hit.to <= to).length - 1
  return index === -1 ? (direction === 1 ? 0 : hits.length - 1) : index
}

function next(transaction: Transaction, found: Found, state: EditorState): Found {
  const change = transaction.getMeta(key) as Change | undefined
  if (change?.kind === 'look') return look(state, found, change)
  if (change?.kind === 'current') return { ...found, current: change.index }
  if (change?.kind === 'shown') return { ...found, shown: change.shown }
  if (found.query === null) return found
  if (!transaction.docChanged) return transaction.selectionSet ? { ...found, current: found.hits.findIndex(({ from, to }) => from === state.selection.from && to === state.selection.to) } : found
  return refreshed(transaction, found, found.query)
}

function look(state: EditorState, before: Found, { query, scope }: Extract<Change, { readonly kind: 'look' }>): Found {
  const { shown } = before
  if (query === null || query.words === '') return { ...nothing, query, scope, shown }
  const within = scope === before.scope && before.query !== null ? before.within : rangeOf(state, scope)
  const hits = hitsIn(state.doc, query, within)
  return { query, scope, within, hits, current: -1, shown, isLate: false }
}

/** The part of the document that a scope means now: the selection, or the section of the caret. */
function rangeOf(state: EditorState, scope: FindScope): TextRange | null {
  if (scope === 'selection') return state.selection.empty ? null : { from: state.selection.from, to: state.selection.to }
  const placed = scope === 'section' ? bodyAt(state, state.selection.from) : null
  if (placed === null) return null
  const nodes = bodyNodes(state.doc)
  const blocks = nodes.map(({ node }) => toBlock(node))
  let opener = nodes.findIndex(({ position }) => position === placed.position)
  while (opener > 0 && !isHeading(blocks[opener])) opener -= 1
  const range = sectionRange(blocks, blocks[opener]?.id ?? '')
  const [first, last] = [nodes[range?.from ?? 0], nodes[(range?.to ?? nodes.length) - 1]]
  return range === null || first === undefined || last === undefined ? null : { from: first.position, to: last.position + last.node.nodeSize }
}

function isHeading(block: ReturnType<typeof toBlock> | undefined): boolean {
  return block?.kind === 'text' && (block.level > 0 ? block.form !== 'clause' : block.form === 'heading')
}

/** Places by paragraph, for the query that was asked last: a paragraph that did not change is not read again. */
let known: { readonly query: FindQuery; readonly find: (text: string) => readonly TextRange[]; readonly places: WeakMap<Node, readonly TextRange[]> } | null = null

function placesIn(node: Node, query: FindQuery): readonly TextRange[] {
  if (known?.query !== query) known = { query, find: finder(query), places: new WeakMap() }
  const before = known.places.get(node)
  if (before !== undefined) return before
  const places = known.find(node.textContent)
  known.places.set(node, places)
  return places
}

function hitsIn(doc: Node, query: FindQuery, within: TextRange | null): readonly TextRange[] {
  const hits: TextRange[] = []
  doc.nodesBetween(within?.from ?? 0, within?.to ?? doc.content.size, (node, position) => {
    if (!node.isTextblock) return true
    for (const place of placesIn(node, query)) {
      const hit = { from: position + 1 + place.from, to: position + 1 + place.to }
      if (within === null || (hit.from >= within.from && hit.to <= within.to)) hits.push(hit)
    }
    return false
  })
  return hits
}

function refreshed(transaction: Transaction, found: Found, query: FindQuery): Found {
  const { doc, mapping } = transaction
  const moved = (range: TextRange | null): TextRange | null => (range === null ? null : { from: mapping.map(range.from, -1), to: mapping.map(range.to, 1) })
  const [within, shown] = [moved(found.within), moved(found.shown)]
  if (transaction.getMeta('composition') !== undefined) {
    const hits = found.hits.map(({ from, to }) => ({ from: mapping.map(from), to: mapping.map(to, -1) }))
    return { ...found, within, shown, hits, isLate: true }
  }
  const hits = hitsIn(doc, query, within)
  const hand = found.hits[found.current]
  const current = hand === undefined ? -1 : hits.findIndex(({ from, to }) => from === mapping.map(hand.from) && to === mapping.map(hand.to, -1))
  return { ...found, within, shown, hits, current }
}

/** Tells which chunks are on the screen: at every scroll, and when something else is looked for. */
function watchScreen(view: EditorView): { readonly update: () => void; readonly destroy: () => void } {
  let frame = 0
  let hits = foundIn(view.state).hits
  const look = (): void => {
    if (view.isDestroyed || view.composing || foundIn(view.state).hits.length === 0) return
    const { shown } = foundIn(view.state)
    const now = chunksOnScreen(view)
    if (shown === null || now.from !== shown.from || now.to !== shown.to) view.dispatch(view.state.tr.setMeta(key, { kind: 'shown', shown: now } satisfies Change))
  }
  // In the next frame: asking for places on the page in the middle of a change would make the browser lay it out twice.
  const onScroll = (): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  }
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return {
    update: () => {
      const now = foundIn(view.state).hits
      if (now !== hits) onScroll()
      hits = now
    },
    destroy: () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', onScroll, { capture: true })
    },
  }
}

/** From the chunk before the first on the screen to the one behind the last; what stands before and behind the body is always with it. */
function chunksOnScreen(view: EditorView): TextRange {
  const parts: { readonly from: number; readonly to: number; readonly isSeen: boolean }[] = []
  view.state.doc.forEach((node, offset) => {
    const dom = view.nodeDOM(offset)
    const box = dom instanceof HTMLElement ? dom.getBoundingClientRect() : null
    parts.push({ from: offset, to: offset + node.nodeSize, isSeen: box !== null && box.bottom >= 0 && box.top <= window.innerHeight })
  })
  const first = parts.findIndex(({ isSeen }) => isSeen)
  const last = parts.reduce((found, { isSeen }, index) => (isSeen ? index : found), first)
  return { from: parts[Math.max(0, first - 1)]?.from ?? 0, to: parts[Math.min(parts.length - 1, last + 1)]?.to ?? view.state.doc.content.size }
}
