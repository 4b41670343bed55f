/** Items of an enumeration under the clerk's hands (SPEC ENUM-6, ENUM-8, ENUM-9): go on with the next one, set as paragraphs, join, count anew. */
import { Fragment, type Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { findItemMarkers } from '../../shared/outline/findEnumerations'
import { firstItemMarker, leadingMarker, nextMarkerText } from '../../shared/outline/itemMarkers'
import { blockEnumerations } from '../../shared/outline/outlineRows'
import { toChineseNumeral } from '../../shared/outline/numerals'
import { bodyAt, bodyNodes, selectedBody, type PlacedNode } from './bodyNodes'
import { toTextBlock } from './editorDoc'
import { editTransaction } from './itemSeries'
import { schema } from './schema'

/** Behind these marks a joined item begins; a paragraph without one of them at its end keeps to itself. */
const closing = /[。；：！？…”）;:!?]\s*$/

/** Enter at the end of 一是…: the next paragraph begins with 二是. Enter behind a bare marker takes the marker away: the series is over. */
export const enterItem: Command = (state, dispatch) => {
  const placed = itemParagraph(state)
  if (placed === null || state.selection.$from.parentOffset !== placed.node.content.size) return false
  const text = placed.node.textContent
  const marker = leadingMarker(text)
  if (marker === null) return false
  if (marker.to === text.length) return withoutMarker(state, dispatch, placed)
  const inside = findItemMarkers(text)
  if (inside.length > 1) return false
  const next = nextMarkerText(text, marker)
  if (dispatch) {
    const { tr } = state
    const at = tr.selection.from
    tr.split(at, 1, [{ type: placed.node.type, attrs: { id: '', level: 0, form: null } }]).insertText(next)
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Backspace right behind a bare marker takes it away in one go. */
export const dropItemMarker: Command = (state, dispatch) => {
  const placed = itemParagraph(state)
  if (placed === null) return false
  const text = placed.node.textContent
  const marker = leadingMarker(text)
  return marker !== null && marker.to === text.length && state.selection.$from.parentOffset === text.length && withoutMarker(state, dispatch, placed)
}

function withoutMarker(state: EditorState, dispatch: Parameters<Command>[1], placed: PlacedNode): boolean {
  dispatch?.(state.tr.delete(placed.position + 1, placed.position + placed.node.nodeSize - 1).scrollIntoView())
  return true
}

/** The body paragraph of the caret. */
function itemParagraph(state: EditorState): PlacedNode | null {
  const placed = state.selection.empty ? bodyAt(state, state.selection.from) : null
  return placed?.node.type.name === 'paragraph' && placed.node.attrs['level'] === 0 && placed.node.attrs['form'] === null ? placed : null
}

/** Sets the marker that follows the last one before the caret; at the start of a series 一是. */
export const insertNextItem: Command = (state, dispatch) => {
  const placed = bodyAt(state, state.selection.from)
  if (placed === null || placed.node.type.name !== 'paragraph') return false
  if (!dispatch) return true
  const nodes = bodyNodes(state.doc)
  const index = nodes.findIndex(({ position }) => position === placed.position)
  const before = placed.node.textContent.slice(0, state.selection.$from.parentOffset)
  const last = lastMarker(before) ?? (before.trim() === '' ? lastMarker(nodes[index - 1]?.node.textContent ?? '') : null)
  const needsStop = before.trim() !== '' && !closing.test(before)
  dispatch(state.tr.insertText(`${needsStop ? '。' : ''}${last ?? firstItemMarker}`).scrollIntoView())
  return true
}

/** The marker that follows the last one of the text, or null if it has none. */
function lastMarker(text: string): string | null {
  const last = findItemMarkers(text).at(-1)
  if (last === undefined) return null
  const tail = text.slice(last.at)
  const marker = leadingMarker(tail)
  return marker === null ? null : nextMarkerText(tail, marker)
}

/** Every item inside the chosen paragraphs becomes a paragraph of its own; what stands before the first one stays as it is. */
export const itemsToParagraphs: Command = (state, dispatch) => {
  const cuts = chosenParagraphs(state).map((placed) => ({ placed, at: itemStarts(placed.node) })).filter(({ at }) => at.length > 0)
  if (cuts.length === 0) return false
  if (dispatch) {
    const { tr } = state
    for (const { placed, at } of [...cuts].reverse()) {
      for (const offset of [...at].reverse()) tr.split(placed.position + 1 + offset, 1, [{ type: placed.node.type, attrs: { id: '', level: 0, form: null } }])
    }
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Where the items of a paragraph begin, in UTF-16 units, without the one that opens it. */
function itemStarts(paragraph: Node): readonly number[] {
  return blockEnumerations(toTextBlock(paragraph)).flatMap(({ items }) => items).map(({ from }) => from).filter((from) => from > 0)
}

/** Joins neighbouring item paragraphs to one, together with the paragraph before them if that one ends with a mark: 主要做法： + 一是… + 二是…. */
export const itemsToText: Command = (state, dispatch) => {
  const run = itemRun(state)
  if (run.length < 2) return false
  const [first, ...others] = run
  const last = others[others.length - 1]
  if (first === undefined || last === undefined) return false
  if (dispatch) {
    const { tr } = state
    const content = others.reduce((joined, { node }) => joined.append(node.content), Fragment.empty)
    for (const { node, position } of [...others].reverse()) deleteBlock(tr, position, node)
    tr.insert(first.position + first.node.nodeSize - 1, content)
    tr.setSelection(TextSelection.near(tr.doc.resolve(first.position + first.node.nodeSize - 1)))
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** The chosen item paragraphs, or all neighbours of the one at the caret, with the paragraph that they belong to. */
function itemRun(state: EditorState): readonly PlacedNode[] {
  const selected = selectedBody(state)
  if (selected === null) return []
  const nodes = bodyNodes(state.doc)
  const isItem = (placed: PlacedNode | undefined): boolean => placed?.node.type.name === 'paragraph' && placed.node.attrs['level'] === 0 && leadingMarker(placed.node.textContent) !== null
  const indexOf = (other: PlacedNode): number => nodes.findIndex(({ position }) => position === other.position)
  let from = indexOf(selected.first)
  let to = indexOf(selected.last)
  if (isItem(nodes[from])) while (isItem(nodes[from - 1]) && leadingMarker(nodes[from]?.node.textContent ?? '')?.value !== 1) from -= 1
  else from += 1
  if (!isItem(nodes[from])) return []
  to = Math.max(to, from)
  while (isItem(nodes[to + 1]) && leadingMarker(nodes[to + 1]?.node.textContent ?? '')?.value !== 1) to += 1
  const run = nodes.slice(from, to + 1)
  const above = nodes[from - 1]
  const hasHead = above?.node.type.name === 'paragraph' && closing.test(above.node.textContent) && !isItem(above)
  return run.every(isItem) ? [...(hasHead && above !== undefined ? [above] : []), ...run] : []
}

/** Takes a block out; with its chunk, if it was alone there. */
function deleteBlock(tr: EditorState['tr'], position: number, node: Node): void {
  const isAlone = tr.doc.resolve(position).parent.childCount === 1
  tr.delete(position - (isAlone ? 1 : 0), position + node.nodeSize + (isAlone ? 1 : 0))
}

/** Counts the markers of the chosen paragraphs anew, those inside as well as those that open one. A second 一 opens a new series. */
export const renumberChosenItems: Command = (state, dispatch) => {
  let value = 0
  let hasFirst = false
  const edits = chosenParagraphs(state).flatMap((placed) => {
    const text = placed.node.textContent
    return findItemMarkers(text).flatMap(({ at }) => {
      const marker = leadingMarker(text.slice(at))
      if (marker === null) return []
      if (marker.value === 1 && hasFirst) value = 0
      hasFirst = hasFirst || marker.value === 1
      value += 1
      return marker.value === value ? [] : [{ blockId: placed.node.attrs['id'] as string, from: at + marker.numeral.from, to: at + marker.numeral.to, text: toChineseNumeral(value) }]
    })
  })
  const transaction = editTransaction(state, edits)
  if (transaction === null) return false
  dispatch?.(transaction.scrollIntoView())
  return true
}

function chosenParagraphs(state: EditorState): readonly PlacedNode[] {
  const selected = selectedBody(state)
  if (selected === null) return []
  return bodyNodes(state.doc).filter(({ node, position }) => node.type === schema.nodes['paragraph'] && position >= selected.first.position && position <= selected.last.position)
}
