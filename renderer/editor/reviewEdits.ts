/** Changes of an edited copy, carried out on the page in one step to undo (SPEC READBACK-8). What they do is said in `shared/compare/reviewEdit`. */
import type { Command } from 'prosemirror-state'
import { applyReviewEdit, type ReviewEdit } from '../../shared/compare/reviewEdit'
import type { ReportContent } from '../../shared/outline/reportContent'
import { contentChange } from './contentChange'

export function reviewEdits(edits: readonly ReviewEdit[]): Command {
  return contentChange('review', (content) => edits.reduce<ReportContent>((now, edit) => applyReviewEdit(now, edit), content))
}
