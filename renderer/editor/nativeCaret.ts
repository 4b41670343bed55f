import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Whether the browser has moved the caret and the editor has not heard of it yet: whatever is drawn at this moment would put the caret back to where it
 * was, and a key of the clerk would be lost. Passes by itself, with the next selectionchange.
 */
export function isCaretAhead(view: EditorView): boolean {
  const { selection } = view.state
  const native = view.dom.ownerDocument.getSelection()
  const [anchor, focus] = [native?.anchorNode ?? null, native?.focusNode ?? null]
  if (native === null || anchor === null || focus === null || !(selection instanceof TextSelection) || !view.hasFocus()) return false
  if (!view.dom.contains(anchor) || !view.dom.contains(focus)) return false
  return view.posAtDOM(anchor, native.anchorOffset, 1) !== selection.anchor || view.posAtDOM(focus, native.focusOffset, 1) !== selection.head
}
