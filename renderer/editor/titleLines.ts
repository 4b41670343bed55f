/** Other lines for the same title (SPEC EDIT-21). */
import { closeHistory } from 'prosemirror-history'
import { Fragment, type Node } from 'prosemirror-model'
import { TextSelection, type Command } from 'prosemirror-state'
import { schema } from './schema'

/** Breaks the title into these lines, as one step of undo; the text and its marks stay. Nothing if the lines joined are not the title. */
export function setTitleLines(lines: readonly string[]): Command {
  return (state, dispatch) => {
    const titles: Node[] = []
    state.doc.forEach((child) => { if (child.type.name === 'title') titles.push(child) })
    const inline = titles.reduce((joined, { content }) => joined.append(content), Fragment.empty)
    if (lines.length === 0 || lines.join('') !== titles.map(({ textContent }) => textContent).join('')) return false
    if (lines.length === titles.length && lines.every((line, index) => line === titles[index]?.textContent)) return false
    if (dispatch) {
      let from = 0
      const broken = lines.map((line) => {
        const node = schema.node('title', null, inline.cut(from, from + line.length))
        from += line.length
        return node
      })
      const end = titles.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
      const { tr } = state
      const wasInTitle = state.selection.from < end
      tr.replaceWith(0, end, broken)
      if (wasInTitle) tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(1, tr.mapping.map(end) - 1)), -1))
      dispatch(closeHistory(tr))
    }
    return true
  }
}
