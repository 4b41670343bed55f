/** Enter, Backspace, Delete and Tab as someone from Word expects them (SPEC EDIT-10). */
import type { Node } from 'prosemirror-model'
import { NodeSelection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { bodyAt, bodyNodes, type PlacedNode } from './bodyNodes'
import { dropItemMarker, enterItem } from './items'
import { shiftParagraphLevel } from './levels'
import { schema } from './schema'

/** Places in which Enter opens another line of the same kind. */
const manyLines = ['title', 'attachment', 'signature']

export const bodyKeys: Readonly<Record<string, Command>> = {
  Enter: (state, dispatch) => enterInPlace(state, dispatch, false) || enterItem(state, dispatch) || enterInBody(state, dispatch),
  'Shift-Enter': (state, dispatch) => enterInPlace(state, dispatch, true) || enterInBody(state, dispatch),
  Backspace: (state, dispatch) => dropEmptyLine(state, dispatch) || choosePicture(state, dispatch) || dropItemMarker(state, dispatch) || dropNumber(state, dispatch) || joinBlocks(state, dispatch, -1),
  'Mod-Backspace': (state, dispatch) => dropNumber(state, dispatch) || joinBlocks(state, dispatch, -1),
  Delete: (state, dispatch) => joinBlocks(state, dispatch, 1),
  Tab: atStart(shiftParagraphLevel(1)),
  'Shift-Tab': atStart(shiftParagraphLevel(-1)),
}

/** In title, 附件说明 and 署名: at the end of the last line to the next place, else a new line; in the other places to the next one. */
function enterInPlace(state: EditorState, dispatch: Parameters<Command>[1], isForced: boolean): boolean {
  const { $from, empty } = state.selection
  const node = $from.node(1)
  if ($from.depth !== 1 || node.type.name === 'chunk') return false
  const isLast = state.doc.maybeChild($from.index(0) + 1)?.type !== node.type
  const splits = manyLines.includes(node.type.name) && (isForced || !isLast || $from.parentOffset < node.content.size || (node.type.name !== 'title' && node.content.size > 0))
  if (!dispatch) return true
  const { tr } = state
  if (splits) {
    if (!empty) tr.deleteSelection()
    tr.split(tr.selection.from)
  } else {
    const after = $from.after(1)
    const target = after >= state.doc.content.size ? null : TextSelection.findFrom(state.doc.resolve(after), 1, true)
    if (target !== null) tr.setSelection(target)
  }
  dispatch(tr.scrollIntoView())
  return true
}

/** A new body paragraph behind a heading or body text, a new clause behind a clause. Enter in an empty numbered paragraph takes its number off. */
function enterInBody(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const placed = caretParagraph(state)
  if (placed === null) return leaveCaption(state, dispatch)
  if (placed.node.content.size === 0 && placed.node.attrs['level'] !== 0) return withoutNumber(state, dispatch, placed)
  if (!dispatch) return true
  const { tr } = state
  if (!state.selection.empty) tr.deleteSelection()
  const position = tr.selection.from
  const isAtStart = tr.selection.$from.parentOffset === 0 && placed.node.content.size > 0
  const isClause = placed.node.attrs['form'] === 'clause'
  if (isAtStart) tr.insert(tr.selection.$from.before(), schema.node('paragraph', { id: '', level: 0 }))
  else tr.split(position, 1, [{ type: schema.nodes['paragraph'] ?? placed.node.type, attrs: isClause ? { id: '', level: placed.node.attrs['level'] as number, form: 'clause' } : { id: '', level: 0, form: null } }])
  dispatch(tr.scrollIntoView())
  return true
}

/** Backspace at the start of a caption chooses the picture; once more takes it away. */
function choosePicture(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'image' || $from.parentOffset > 0) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())))
  return true
}

/** Enter in the caption of a picture goes on with a body paragraph behind it. */
function leaveCaption(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const placed = bodyAt(state, state.selection.from)
  if (placed?.node.type.name !== 'image') return false
  if (dispatch) {
    const after = placed.position + placed.node.nodeSize
    const { tr } = state
    tr.insert(after, schema.node('paragraph', { id: '', level: 0 }))
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  }
  return true
}

/** Backspace in an empty line of title, attachments or signature that has neighbours takes the line away. */
function dropEmptyLine(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parent.content.size > 0 || !manyLines.includes($from.parent.type.name)) return $from.depth === 1 && empty && $from.parentOffset === 0
  const index = $from.index(0)
  const isAlone = state.doc.maybeChild(index - 1)?.type !== $from.parent.type && state.doc.maybeChild(index + 1)?.type !== $from.parent.type
  if (isAlone || !dispatch) return true
  const { tr } = state
  tr.delete($from.before(1), $from.after(1))
  tr.setSelection(TextSelection.near(tr.doc.resolve($from.before(1)), -1))
  dispatch(tr.scrollIntoView())
  return true
}

function dropNumber(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const placed = caretAtStart(state)
  return placed !== null && placed.node.attrs['level'] !== 0 && withoutNumber(state, dispatch, placed)
}

function withoutNumber(state: EditorState, dispatch: Parameters<Command>[1], placed: PlacedNode): boolean {
  dispatch?.(state.tr.setNodeAttribute(placed.position, 'level', 0).setNodeAttribute(placed.position, 'form', null).scrollIntoView())
  return true
}

/** Joins the paragraph with the one before (-1) or behind (1) it, also across chunks; at the edge of the body and beside a table nothing happens. */
function joinBlocks(state: EditorState, dispatch: Parameters<Command>[1], direction: 1 | -1): boolean {
  const own = direction === -1 ? caretAtStart(state) : caretAtEnd(state)
  if (own === null) return state.selection.empty && isAtPlaceEdge(state, direction)
  const nodes = bodyNodes(state.doc)
  const index = nodes.findIndex(({ position }) => position === own.position)
  const other = nodes[index + direction]
  if (other === undefined) return true
  if (other.node.type.name === 'pageBreak') {
    dispatch?.(state.tr.delete(other.position, other.position + other.node.nodeSize).scrollIntoView())
    return true
  }
  if (other.node.type.name !== 'paragraph') return true
  const [first, second] = direction === -1 ? [other, own] : [own, other]
  if (first.node.content.size === 0 && first.node.attrs['level'] === 0) return takeAway(state, dispatch, first, second)
  if (dispatch) {
    const { tr } = state
    tr.delete(first.position + first.node.nodeSize - 1, second.position + 1)
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** An empty paragraph before a heading goes, and the heading stays a heading. */
function takeAway(state: EditorState, dispatch: Parameters<Command>[1], empty: PlacedNode, kept: PlacedNode): boolean {
  if (dispatch) {
    const { tr } = state
    const chunk = state.doc.resolve(empty.position).node(1)
    const isAlone = chunk.childCount === 1
    const from = isAlone ? empty.position - 1 : empty.position
    tr.delete(from, from + (isAlone ? chunk.nodeSize : empty.node.nodeSize))
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(kept.position + 1))))
    dispatch(tr.scrollIntoView())
  }
  return true
}

function isAtPlaceEdge(state: EditorState, direction: 1 | -1): boolean {
  const { $from } = state.selection
  if ($from.depth !== 1 || $from.parent.type.name === 'chunk') return false
  return direction === -1 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size
}

/** Tab acts at the start of a numbered paragraph and is swallowed elsewhere in the body: the indent is the program's. */
function atStart(command: Command): Command {
  return (state, dispatch) => {
    if (caretParagraph(state) === null) return false
    if (caretAtStart(state) !== null || !state.selection.empty) command(state, dispatch)
    return true
  }
}

function caretParagraph(state: EditorState): PlacedNode | null {
  const placed = bodyAt(state, state.selection.from)
  return placed?.node.type.name === 'paragraph' && isText(state.selection.$from.parent) ? placed : null
}

function caretAtStart(state: EditorState): PlacedNode | null {
  return state.selection.empty && state.selection.$from.parentOffset === 0 ? caretParagraph(state) : null
}

function caretAtEnd(state: EditorState): PlacedNode | null {
  const { $from, empty } = state.selection
  return empty && $from.parentOffset === $from.parent.content.size ? caretParagraph(state) : null
}

function isText(node: Node): boolean {
  return node.type.name === 'paragraph'
}
