/** Counts a series of item paragraphs anew in the very step that moved, added or took one away (SPEC ENUM-7). */
import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { renumberItems, type MarkerEdit } from '../../shared/outline/itemSeries'
import { bodyNodes, hasSameBody } from './bodyNodes'
import { toBlock } from './editorDoc'
import type { Node } from 'prosemirror-model'

/** `isComposing`: nothing is changed while an input method is at work. */
export function itemSeries(isComposing: () => boolean): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (isComposing() || transactions.some(isHistoryTransaction) || !transactions.some(({ docChanged }) => docChanged) || hasSameBody(before.doc, after.doc, isSameBlock)) return null
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

function isSameBlock(one: Node, other: Node): boolean {
  return one.attrs['id'] === other.attrs['id']
}

function blocksOf(doc: Node) {
  return bodyNodes(doc).map(({ node }) => toBlock(node))
}
