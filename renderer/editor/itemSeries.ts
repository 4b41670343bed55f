/** Counts a series of item paragraphs anew in the very step that moved, added or took one away (SPEC ENUM-7). */
import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { renumberItems, type MarkerEdit } from '../../shared/outline/itemSeries'
import { bodyNodes } from './bodyNodes'
import { toBlock } from './editorDoc'
import type { Node } from 'prosemirror-model'

/** `isComposing`: nothing is changed while an input method is at work. */
export function itemSeries(isComposing: () => boolean): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (isComposing() || transactions.some(isHistoryTransaction) || !transactions.some(({ docChanged }) => docChanged) || hasSameBlocks(before.doc, after.doc)) return null
      return editTransaction(after, renumberItems(blocksOf(before.doc), blocksOf(after.doc)))
    },
  })
}

/** The transaction that writes the edits, or null if there are none. The manner of the text is kept. */
export function editTransaction(state: EditorState, edits: readonly MarkerEdit[]): Transaction | null {
  if (edits.length === 0) return null
  const places = new Map(bodyNodes(state.doc).map(({ node, position }) => [node.attrs['id'] as string, position]))
  const { tr } = state
  for (const { blockId, from, to, text } of [...edits].reverse()) {
    const position = places.get(blockId)
    if (position !== undefined) tr.insertText(text, tr.mapping.map(position + 1 + from), tr.mapping.map(position + 1 + to))
  }
  return tr
}

function blocksOf(doc: Node) {
  return bodyNodes(doc).map(({ node }) => toBlock(node))
}

/** Whether the body holds the same blocks in the same order. Chunks that were not touched are the same nodes, so a typed key costs one chunk. */
function hasSameBlocks(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index += 1) {
    const [one, other] = [before.child(index), after.child(index)]
    if (one === other) continue
    if (one.type !== other.type || (one.type.name === 'chunk' && !hasSameIds(one, other))) return false
  }
  return true
}

function hasSameIds(one: Node, other: Node): boolean {
  if (one.childCount !== other.childCount) return false
  for (let index = 0; index < one.childCount; index += 1) if (one.child(index).attrs['id'] !== other.child(index).attrs['id']) return false
  return true
}
