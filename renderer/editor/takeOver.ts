/** Taking text over from another report (SPEC REFERENCE-4, REFERENCE-5): as paragraphs of its own or inside a paragraph, each in one step to undo. */
import { Fragment, Slice } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { Block, Run } from '../../shared/report/report'
import { bodyAt, bodyNodes, type PlacedNode } from './bodyNodes'
import { textNode, toNode } from './editorDoc'
import { schema } from './schema'

/** Puts the blocks behind the paragraph of the caret, before it if the caret stands at its start, in place of it if it is empty. */
export function takeBlocks(blocks: readonly Block[]): Command {
  return (state, dispatch) => {
    if (blocks.length === 0) return false
    const nodes = blocks.map((block) => toNode({ ...block, id: '' }))
    const { tr } = state
    const placed = bodyAt(state, state.selection.to)
    const range = placed === null ? edgeOfBody(state) : rangeFor(state, placed)
    if (range === null) return false
    tr.replaceWith(range.from, range.to, nodes)
    const end = range.from + nodes.reduce((sum, node) => sum + node.nodeSize, 0)
    tr.setSelection(TextSelection.near(tr.doc.resolve(end - 1), -1))
    dispatch?.(marked(tr))
    return true
  }
}

/** Puts text in place of the selection; where text has no manner (title, cells), it comes without. */
export function takeText(runs: readonly Run[]): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const given = runs.filter(({ text }) => text !== '')
    if (given.length === 0 || !$from.parent.isTextblock || !$to.parent.isTextblock) return false
    const nodes = $from.parent.type.name === 'paragraph' ? given.map(textNode) : given.map(({ text }) => schema.text(text))
    dispatch?.(marked(state.tr.replaceSelection(new Slice(Fragment.from(nodes), 0, 0))))
    return true
  }
}

/** Takes the sign of its origin off the paragraph of the caret. */
export const clearTaken: Command = (state, dispatch) => {
  const placed = bodyAt(state, state.selection.from)
  if (placed === null || typeof placed.node.attrs['taken'] !== 'string') return false
  dispatch?.(state.tr.setNodeAttribute(placed.position, 'taken', null))
  return true
}

/** Not typed: a number in the text stays text. */
function marked(transaction: Transaction): Transaction {
  return transaction.setMeta('uiEvent', 'take').scrollIntoView()
}

interface Range {
  readonly from: number
  readonly to: number
}

/** What the blocks take the place of: the empty paragraph of the caret, else nothing beside the one it stands in. */
function rangeFor({ selection }: EditorState, { node, position }: PlacedNode): Range {
  const end = position + node.nodeSize
  if (node.type.name === 'paragraph' && node.content.size === 0 && node.attrs['level'] === 0) return { from: position, to: end }
  const isAtStart = node.type.name === 'paragraph' && selection.empty && selection.$from.parentOffset === 0 && node.content.size > 0
  return isAtStart ? { from: position, to: position } : { from: end, to: end }
}

/** Before the body for a caret in title or addressee, behind it for one below. */
function edgeOfBody(state: EditorState): Range | null {
  const nodes = bodyNodes(state.doc)
  const [first, last] = [nodes[0], nodes[nodes.length - 1]]
  if (first === undefined || last === undefined) return null
  const at = state.selection.to < first.position ? first.position : last.position + last.node.nodeSize
  return { from: at, to: at }
}
