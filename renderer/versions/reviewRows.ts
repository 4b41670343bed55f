/** The changes of an edited copy as the list shows them (SPEC READBACK-9): words, what stands around them, and the leader's comments. */
import { assertNever } from '../../shared/base/invariant'
import type { Review, ReviewChange, Shape } from '../../shared/compare/review'
import type { TextPiece } from '../../shared/compare/textPieces'
import type { ReviewComment } from '../../shared/ipc/contract'
import { blockText } from '../../shared/report/blockText'
import { compareText } from '../../shared/text/compare'
import { deskText } from '../../shared/text/desk'
import { reviewText } from '../../shared/text/review'
import { versionsText } from '../../shared/text/versions'

export interface ReviewRow {
  readonly change: ReviewChange
  readonly kind: string
  /** What is drawn: text around it, what goes, what comes. */
  readonly pieces: readonly TextPiece[]
  readonly comments: readonly ReviewComment[]
}

/** Longer texts are cut for the list. */
const longest = 160

/** A row for every change, and the comments that belong to none. */
export function reviewRows(review: Review, comments: readonly ReviewComment[]): { readonly rows: readonly ReviewRow[]; readonly others: readonly ReviewComment[] } {
  const owners = new Map(comments.map((comment) => [comment, ownerOf(review, comment)]))
  const rows = review.changes.map((change) => ({ change, kind: kindOf(change), pieces: piecesOf(change), comments: comments.filter((comment) => owners.get(comment) === change.id) }))
  return { rows, others: comments.filter((comment) => owners.get(comment) === undefined) }
}

/** The change that a comment is about: the one whose words it quotes, else one in the paragraph that holds the quoted words. */
function ownerOf({ changes, texts }: Review, { quote }: ReviewComment): string | undefined {
  if (quote === '') return undefined
  const isAbout = (text: string): boolean => text !== '' && (text.includes(quote) || (text.length > 1 && quote.includes(text)))
  const direct = changes.find((change) => isAbout(change.before) || isAbout(change.after))
  if (direct !== undefined) return direct.id
  const beside = changes.find((change) => 'context' in change && [change.before, change.after].some((text) => `${change.context.left}${text}${change.context.right}`.includes(quote)))
  if (beside !== undefined) return beside.id
  return changes.find((change) => 'blockId' in change && (texts.get(change.blockId) ?? '').includes(quote))?.id
}

function kindOf(change: ReviewChange): string {
  return change.kind === 'field' ? compareText.fields[change.field] : compareText.review[change.kind]
}

function piecesOf(change: ReviewChange): readonly TextPiece[] {
  switch (change.kind) {
    case 'replace': case 'insert': case 'delete':
      return pieces([['same', end(change.context.left)], ['removed', change.before], ['added', change.after], ['same', start(change.context.right)]])
    case 'field': case 'cell': return change.pieces
    case 'shape': return pieces([['same', `${reviewText.shape(shapeName(change.from), shapeName(change.to))}：${start(change.before)}`]])
    case 'manner': return pieces([['same', start(change.before)]])
    case 'table': return pieces([['removed', start(change.before)], ['added', start(change.after)]])
    case 'insertBlock': return pieces([['added', change.block.kind === 'pageBreak' ? versionsText.pageBreak : start(blockText(change.block))]])
    case 'deleteBlock': return pieces([['removed', change.before === '' ? versionsText.pageBreak : start(change.before)]])
    case 'moveBlocks': return pieces([['same', `${reviewText.moved(change.blockIds.length)}：${start(change.before)}`]])
    case 'numbering': return pieces([['same', reviewText.numbering(deskText.schemes[change.before as keyof typeof deskText.schemes], deskText.schemes[change.numbering])]])
    default: return assertNever(change)
  }
}

function shapeName({ level, form }: Shape): string {
  return form === undefined ? versionsText.levelNames[level] : `${versionsText.levelNames[level]}${versionsText.form[form]}`
}

function pieces(list: readonly (readonly [kind: TextPiece['kind'], text: string])[]): readonly TextPiece[] {
  return list.flatMap(([kind, text]) => (text === '' ? [] : [{ kind, text }]))
}

function start(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function end(text: string): string {
  return text.length > longest ? `…${text.slice(-longest)}` : text
}
