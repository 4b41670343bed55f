import { closeHistory } from 'prosemirror-history'
import { TextSelection, type Command } from 'prosemirror-state'
import { schema } from './schema'

/** A place that the writer fills in: XX, 〔待填〕, ××. */
const blank = /XX+|××+|〔[^〔〕]{0,20}〕/

/** Text at the caret in place of what is selected, as one step of undo; its first place to fill in is selected, so that typing goes on there. */
export function insertText(text: string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    if (text === '' || !$from.parent.isTextblock || !$to.parent.isTextblock) return false
    if (dispatch) {
      const from = $from.sameParent($to) ? $from.pos : $to.pos
      const marks = (state.storedMarks ?? $from.marks()).filter((mark) => mark.type.name !== 'stale')
      const tr = closeHistory(state.tr).replaceWith(from, $to.pos, schema.text(text, marks))
      const place = blank.exec(text)
      const start = place === null ? from + text.length : from + place.index
      dispatch(tr.setSelection(TextSelection.create(tr.doc, start, start + (place?.[0].length ?? 0))).scrollIntoView())
    }
    return true
  }
}
