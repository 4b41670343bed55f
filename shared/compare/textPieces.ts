/** A change as pieces of text in reading order (SPEC COMPARE-1). */
import { characterCount } from '../base/characterCount'

export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** The old text again: what stayed and what was removed. */
export function beforeOf(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'added' ? '' : piece.text)).join('')
}

/** The new text again: what stayed and what was added. */
export function afterOf(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'removed' ? '' : piece.text)).join('')
}

/** Whether nothing was added or removed. */
export function isUnchanged(pieces: readonly TextPiece[]): boolean {
  return pieces.every((piece) => piece.kind === 'same')
}

/** 字 that were added and removed. */
export function countPieces(pieces: readonly TextPiece[]): { readonly added: number; readonly removed: number } {
  const of = (kind: TextPiece['kind']): number => pieces.reduce((sum, piece) => sum + (piece.kind === kind ? characterCount(piece.text) : 0), 0)
  return { added: of('added'), removed: of('removed') }
}

/** Neighbours of one kind as one piece; between two unchanged pieces first all that was removed, then all that was added. Empty pieces are left out. */
export function tidyPieces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const tidy: TextPiece[] = []
  let same = ''
  let removed = ''
  let added = ''
  const closeSame = (): void => {
    if (same !== '') tidy.push({ kind: 'same', text: same })
    same = ''
  }
  const closeChange = (): void => {
    if (removed !== '') tidy.push({ kind: 'removed', text: removed })
    if (added !== '') tidy.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    if (kind === 'same') {
      closeChange()
      same += text
    } else {
      closeSame()
      if (kind === 'removed') removed += text
      else added += text
    }
  }
  closeSame()
  closeChange()
  return tidy
}
