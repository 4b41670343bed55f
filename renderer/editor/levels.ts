/** Levels of paragraphs (SPEC EDIT-7): the commands behind the toolbar, the shortcuts and the keys at the start of a paragraph. */
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { TextBlock } from '../../shared/report/report'
import { bodyNodes, selectedBody, type PlacedNode } from './bodyNodes'

/** Gives every selected paragraph this level; its override is dropped, so its text decides anew what is heading. */
export function setParagraphLevel(level: number): Command {
  return (state, dispatch) => changeSelected(state, dispatch, () => ({ level, form: null }))
}

/** Moves every selected numbered paragraph by one level; nothing happens when one would leave 1 … 5. */
export function shiftParagraphLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const levels = selectedParagraphs(state).map(({ node }) => Number(node.attrs['level']) + by)
    if (levels.length === 0 || levels.some((level) => level < 1 || level > 5 || level - by < 1)) return false
    return changeSelected(state, dispatch, (node) => ({ level: Number(node.attrs['level']) + by, form: node.attrs['form'] as string | null }))
  }
}

/** Overrides what the text says (SPEC NUM-10): the whole paragraph is heading, or it is a numbered clause; null lets the text decide again. */
export function setParagraphForm(form: NonNullable<TextBlock['form']> | null): Command {
  return (state, dispatch) => changeSelected(state, dispatch, (node) => ({ level: Number(node.attrs['level']), form: Number(node.attrs['level']) === 0 && form === 'clause' ? null : form }))
}

function selectedParagraphs(state: EditorState): readonly PlacedNode[] {
  const selected = selectedBody(state)
  if (selected === null) return []
  return bodyNodes(state.doc).filter(({ node, position }) => node.type.name === 'paragraph' && position >= selected.first.position && position <= selected.last.position)
}

function changeSelected(state: EditorState, dispatch: ((transaction: Transaction) => void) | undefined, attributes: (node: Node) => { level: number; form: string | null }): boolean {
  const changes = selectedParagraphs(state)
    .map((placed) => ({ ...placed, next: attributes(placed.node) }))
    .filter(({ node, next }) => node.attrs['level'] !== next.level || node.attrs['form'] !== next.form)
  if (changes.length === 0) return false
  if (dispatch) {
    const { tr } = state
    for (const { position, next } of changes) tr.setNodeAttribute(position, 'level', next.level).setNodeAttribute(position, 'form', next.form)
    dispatch(tr.scrollIntoView())
  }
  return true
}
