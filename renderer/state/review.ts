/** An edited Word copy under review (SPEC READBACK-8, READBACK-9): its changes, and what was decided about each. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { desk, openPanel } from './desk'
import { changeReport, flush, session } from './session'
import { closeShown, nameIfUnnamed } from './versions'
import { showError, showToast } from './toast'
import { invariant } from '../../shared/base/invariant'
import { reviewChanges, type Review, type ReviewChange } from '../../shared/compare/review'
import { applyReviewEdit, reviewEdit, type ReviewEdit } from '../../shared/compare/reviewEdit'
import type { Response, ReviewComment } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'
import { reviewText } from '../../shared/text/review'

/** `lost`: the words were rewritten meanwhile, so that the change has no place any more. */
export type Decision = 'accepted' | 'refused' | 'lost'

export interface UnderReview {
  readonly reportId: string
  readonly fileName: string
  readonly review: Review
  readonly comments: readonly ReviewComment[]
  readonly decisions: ReadonlyMap<string, Decision>
}

export const underReview = createStore<UnderReview | null>(null)

/** What was accepted in one step, with the text before and after: an undo on the page opens the changes again. */
interface Step {
  readonly ids: readonly string[]
  readonly before: Report
  readonly after: Report
}

let done: Step[] = []
let undone: Step[] = []
/** Whether the state before the first acceptance has been named. */
let isNamed = false

/** Asks for the file, or takes the dropped one, and lists its changes. */
export async function readBackWord(file?: File): Promise<void> {
  const id = session.get().report?.id
  if (id === undefined || session.get().isReadOnly || !await flush('auto')) return
  const answered = file === undefined
    ? await call('report.readBack', { id })
    : await call('report.readBackDropped', { id, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } })
  if (!answered.ok) return showError(answered.error)
  if (answered.value.kind === 'read') begin(id, answered.value)
}

function begin(id: string, { fileName, edited, comments }: Extract<Response<'report.readBack'>, { readonly kind: 'read' }>): void {
  const { report } = session.get()
  if (report?.id !== id) return
  done = []
  undone = []
  isNamed = false
  underReview.set(() => ({ reportId: id, fileName, review: reviewChanges(report, edited), comments, decisions: new Map() }))
  closeShown()
  openPanel('versions')
}

export function endReview(): void {
  underReview.set(() => null)
}

/** Accepts changes in their order as one step to undo; what has no place any more is said. */
export async function acceptChanges(ids: readonly string[]): Promise<void> {
  if (!await nameBefore()) return
  const [current, { report }, { handle }] = [underReview.get(), session.get(), desk.get()]
  if (current === null || handle === null || report?.id !== current.reportId) return
  const accepted = new Set(idsWith(current, 'accepted'))
  const lost: string[] = []
  const edits: ReviewEdit[] = []
  const taken: string[] = []
  let content = report
  for (const change of chosen(current.review, ids)) {
    if (accepted.has(change.id)) continue
    const edit = reviewEdit(current.review, change, accepted, content)
    if (edit === null) lost.push(change.id)
    else {
      edits.push(edit)
      taken.push(change.id)
      accepted.add(change.id)
      content = applyReviewEdit(content, edit)
    }
  }
  const inEditor = edits.filter((edit) => edit.kind !== 'numbering')
  undone = []
  // An edit that finds the page as it should be already does nothing, and counts as carried out; a page that takes no edits now does not.
  if (inEditor.length > 0 && !handle.run({ kind: 'review', edits: inEditor }) && !isSameText({ ...report, ...content, numbering: report.numbering }, report)) return
  for (const edit of edits) if (edit.kind === 'numbering') changeReport((now) => ({ ...now, numbering: edit.numbering }))
  const after = session.get().report
  invariant(after !== null, 'the report stays on the desk')
  if (taken.length > 0) done = [...done, { ids: taken, before: report, after }]
  decide([...taken.map((id) => [id, 'accepted'] as const), ...lost.map((id) => [id, 'lost'] as const)])
  if (lost.length > 0) showToast({ text: reviewText.lost(lost.length) })
}

export function refuseChanges(ids: readonly string[]): void {
  const current = underReview.get()
  if (current !== null) decide(ids.filter((id) => !current.decisions.has(id)).map((id) => [id, 'refused'] as const))
}

/** Takes a decision back that changed no text. */
export function reopenChange(id: string): void {
  underReview.set((state) => {
    if (state === null || state.decisions.get(id) === 'accepted') return state
    return { ...state, decisions: new Map([...state.decisions].filter(([each]) => each !== id)) }
  })
}

/** Changes about which nothing was decided yet. */
export function openChanges({ review, decisions }: UnderReview): readonly ReviewChange[] {
  return review.changes.filter(({ id }) => !decisions.has(id))
}

/** Shows where a change belongs. */
export function goToChange(change: ReviewChange): void {
  const current = underReview.get()
  const { handle } = desk.get()
  if (current === null || handle === null) return
  const blocks = new Set(session.get().report?.blocks.map((block) => block.id))
  const candidates = 'blockId' in change ? [change.blockId] : change.kind === 'moveBlocks' ? change.blockIds : change.kind === 'insertBlock' ? [change.block.id, ...current.review.order.slice(0, change.place).map((placed) => placed.id).reverse()] : []
  const blockId = candidates.find((id) => blocks.has(id))
  if (blockId !== undefined) handle.goTo(blockId, 'from' in change && typeof change.from === 'number' ? change.from : 0)
}

/** Names the state from which the review began, once and before anything is changed. */
async function nameBefore(): Promise<boolean> {
  if (isNamed) return true
  if (!await flush('auto')) return false
  isNamed = await nameIfUnnamed(session.get().generation, reviewText.before)
  return isNamed
}

function chosen(review: Review, ids: readonly string[]): readonly ReviewChange[] {
  const wanted = new Set(ids)
  return review.changes.filter(({ id }) => wanted.has(id))
}

function idsWith({ decisions }: UnderReview, decision: Decision): readonly string[] {
  return [...decisions].filter(([, each]) => each === decision).map(([id]) => id)
}

function decide(decisions: readonly (readonly [id: string, decision: Decision])[]): void {
  underReview.set((state) => (state === null || decisions.length === 0 ? state : { ...state, decisions: new Map([...state.decisions, ...decisions]) }))
}

/** Follows 撤销 and 重做 on the page: what is taken back is open again. */
session.subscribe(() => {
  const { report } = session.get()
  const current = underReview.get()
  if (current === null) return
  if (report?.id !== current.reportId) return endReview()
  const last = done[done.length - 1]
  const next = undone[undone.length - 1]
  if (last !== undefined && report !== last.after && isSameText(report, last.before)) {
    done = done.slice(0, -1)
    undone = [...undone, last]
    underReview.set((state) => (state === null ? state : { ...state, decisions: new Map([...state.decisions].filter(([id]) => !last.ids.includes(id))) }))
  } else if (next !== undefined && isSameText(report, next.after)) {
    undone = undone.slice(0, -1)
    done = [...done, next]
    decide(next.ids.map((id) => [id, 'accepted']))
  }
})

function isSameText(one: Report, other: Report): boolean {
  if (one.blocks.length !== other.blocks.length) return false
  const isSame = (left: unknown, right: unknown): boolean => left === right || JSON.stringify(left) === JSON.stringify(right)
  return one.blocks.every((block, index) => isSame(block, other.blocks[index]))
    && isSame([one.title, one.addressee, one.attachments, one.signature, one.date, one.note, one.numbering], [other.title, other.addressee, other.attachments, other.signature, other.date, other.note, other.numbering])
}
