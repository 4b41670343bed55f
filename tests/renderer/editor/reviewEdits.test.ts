import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { actionCommand } from '../../../renderer/editor/actions'
import { uniqueBlockIds } from '../../../renderer/editor/blockIds'
import { chunkSizes } from '../../../renderer/editor/chunks'
import { fromEditorDoc, toEditorDoc } from '../../../renderer/editor/editorDoc'
import { countingIds } from '../../../shared/base/ids'
import { reviewChanges } from '../../../shared/compare/review'
import { applyReviewEdit, reviewEdit, type ReviewEdit } from '../../../shared/compare/reviewEdit'
import type { ReportContent } from '../../../shared/outline/reportContent'
import { editedPair } from '../../support/editedReports'

const runs = { seed: Number(process.env['FC_SEED'] ?? 20261121), numRuns: 250 }

const open = (content: ReportContent): EditorState => EditorState.create({ doc: toEditorDoc(content), plugins: [history(), uniqueBlockIds(countingIds('new')), chunkSizes(() => false)] })

function run(state: EditorState, edits: readonly ReviewEdit[]): EditorState {
  let next = state
  actionCommand({ kind: 'review', edits })(state, (transaction) => { next = state.apply(transaction) })
  return next
}

/** What the page can hold: empty lines and runs are none, and an empty body is one empty paragraph. */
const held = (content: ReportContent) => fromEditorDoc(toEditorDoc(content))

/** The edits of all changes in order, and the text after each. */
function steps(own: ReportContent, edited: ReportContent): readonly { readonly edit: ReviewEdit; readonly content: ReportContent }[] {
  const review = reviewChanges(own, edited)
  const accepted = new Set<string>()
  let content = own
  return review.changes.flatMap((change) => {
    const edit = reviewEdit(review, change, accepted, content)
    if (edit === null) return []
    accepted.add(change.id)
    content = applyReviewEdit(content, edit)
    return [{ edit, content }]
  })
}

describe('accepted changes on the page', () => {
  it('READBACK-8: one by one and all at once they give the text that the edits give, and one undo takes each step back', () => {
    let edits = 0
    fc.assert(fc.property(editedPair, ([own, edited]) => {
      const start = open(own)
      const all = steps(own, edited)
      let state = start
      for (const { edit, content } of all) {
        const before = state
        state = run(state, [edit])
        expect(fromEditorDoc(state.doc)).toEqual(held(content))
        if (state === before) continue
        edits += 1
        let back = state
        undo(state, (transaction) => { back = state.apply(transaction) })
        expect(fromEditorDoc(back.doc)).toEqual(fromEditorDoc(before.doc))
      }
      const atOnce = run(start, all.map(({ edit }) => edit))
      expect(fromEditorDoc(atOnce.doc)).toEqual(fromEditorDoc(state.doc))
      let back = atOnce
      undo(atOnce, (transaction) => { back = atOnce.apply(transaction) })
      expect(fromEditorDoc(back.doc)).toEqual(fromEditorDoc(start.doc))
    }), runs)
    expect(edits).toBeGreaterThan(500)
  })
})
