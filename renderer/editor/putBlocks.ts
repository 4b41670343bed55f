/** Blocks set at the selection (SPEC PASTE-1, TABLE-6): inside a paragraph as its text, between paragraphs as blocks, in a table into its cells. */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { blockText } from '../../shared/report/blockText'
import type { Block, TextBlock } from '../../shared/report/report'
import { fillCells } from '../../shared/report/tableEdits'
import { bodyAt } from './bodyNodes'
import { chunksOf } from './chunks'
import { textNode, toNode } from './editorDoc'
import { schema } from './schema'
import { chosenCells, replaceTable } from './tableCommands'

/** So many blocks are set in one go; more are set as chunks of their own, because chunks are kept to size one by one. */
const few = 40

/** The transaction that does it; null if there is nothing to set. */
export function putBlocks(state: EditorState, blocks: readonly Block[]): Transaction | null {
  const [first] = blocks
  if (first === undefined) return null
  const chosen = chosenCells(state)
  if (chosen !== null) {
    const [table] = blocks
    if (blocks.length === 1 && table?.kind === 'table') {
      const { top, left } = chosen.range
      const next = fillCells(chosen.block, top, left, table.rows, table.merges)
      return replaceTable(state, chosen.placed, next, { top, left, bottom: top + table.rows.length, right: left + (table.rows[0]?.length ?? 1) }, true)
    }
    return state.tr.insertText(blocks.map(blockText).join('\n').replace(/\t/g, ' '))
  }
  const from = bodyAt(state, state.selection.from)
  const to = bodyAt(state, state.selection.to)
  if (from === null || to === null) return state.tr.insertText(blocks.map(blockText).join(' ').replace(/\s+/g, ' ').trim())
  const isInline = from.node.type.name === 'paragraph' && to.position === from.position
  if (blocks.length === 1 && first.kind === 'text' && isInline && (first.level === 0 || state.selection.$from.parent.content.size > 0) && first.form === undefined) return putInline(state, first)
  if (from.node.type.name !== 'paragraph' || to.node.type.name !== 'paragraph') {
    const { tr } = state
    const at = to.position + to.node.nodeSize
    tr.insert(at, blocks.map(toNode))
    return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
  }
  return blocks.length <= few ? state.tr.replaceSelection(sliceFor(blocks.map(toNode))) : putChunks(state, blocks)
}

/** The text of one paragraph at the caret; a level in front of other text would be lost, so its number stands as text. */
function putInline(state: EditorState, block: TextBlock): Transaction {
  const nodes = block.runs.filter((run) => run.text !== '').map(textNode)
  return state.tr.replaceSelection(new Slice(Fragment.from(nodes), 0, 0))
}

/** Open at both ends where text stands, so that the first and the last paragraph join what is around the caret. */
function sliceFor(nodes: readonly Node[]): Slice {
  const [first, last] = [nodes[0], nodes[nodes.length - 1]]
  const isOpen = (node: Node | undefined): boolean => node?.type.name === 'paragraph' && node.attrs['level'] === 0
  return new Slice(Fragment.from([...nodes]), isOpen(first) ? 1 : 0, isOpen(last) ? 1 : 0)
}

/** Cuts the chunk at the caret and sets chunks in between; an empty paragraph at the caret goes. */
function putChunks(state: EditorState, blocks: readonly Block[]): Transaction {
  const { tr } = state
  if (!state.selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  const parts: Node[] = blocks.map(toNode)
  const own = $from.parent
  const [before, after] = [own.cut(0, $from.parentOffset), own.cut($from.parentOffset)]
  const chunk = $from.node(1)
  const index = $from.index(1)
  const left: Node[] = Array.from({ length: index }, (_, at) => chunk.child(at))
  const right: Node[] = Array.from({ length: chunk.childCount - index - 1 }, (_, at) => chunk.child(index + 1 + at))
  const kept = (node: Node, isSecond: boolean): readonly Node[] => (node.content.size === 0 ? [] : [isSecond ? schema.node('paragraph', { id: '', level: 0 }, node.content) : node])
  const all = [...left, ...kept(before, false), ...parts, ...kept(after, true), ...right]
  const start = $from.before(1)
  tr.replaceWith(start, start + chunk.nodeSize, chunksOf(all))
  const behind = [...kept(after, true), ...right].reduce((size, node) => size + node.nodeSize, 0)
  const end = start + chunksOf(all).reduce((size, node) => size + node.nodeSize, 0)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(start + 1, end - behind - 1)), -1))
}
