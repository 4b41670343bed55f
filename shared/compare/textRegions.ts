import type { TextPiece } from './textPieces'

/** One changed place of the old text: `from` to `to` (UTF-16) becomes `text`; `left` and `right` are what stays beside it in its sentence. */
export interface TextRegion {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly left: string
  readonly right: string
}

const sentenceEnd = /[。！？；\n]/

/** The changed places of a text, those in one sentence taken together; they are apart by at least one character that stays. */
export function textRegions(pieces: readonly TextPiece[]): readonly TextRegion[] {
  const regions: { from: number; to: number; text: string; left: string; right: string }[] = []
  let at = 0
  let between = ''
  let isOpen = false
  pieces.forEach((piece, index) => {
    const last = regions[regions.length - 1]
    if (piece.kind === 'same') {
      at += piece.text.length
      between = piece.text
      isOpen = last !== undefined && !sentenceEnd.test(piece.text) && index < pieces.length - 1
      if (last !== undefined && !isOpen) last.right = toSentenceEnd(piece.text)
      return
    }
    const removed = piece.kind === 'removed' ? piece.text : ''
    const added = piece.kind === 'added' ? piece.text : ''
    const isBeside = last !== undefined && pieces[index - 1]?.kind !== 'same'
    if (last !== undefined && (isBeside || isOpen)) {
      last.text += (isBeside ? '' : between) + added
      last.to = at + removed.length
    } else regions.push({ from: at, to: at + removed.length, text: added, left: pieces[index - 1]?.kind === 'same' ? fromSentenceStart(between) : '', right: '' })
    at += removed.length
  })
  return regions
}

function toSentenceEnd(text: string): string {
  const end = text.search(sentenceEnd)
  return end === -1 ? text : text.slice(0, end + 1)
}

function fromSentenceStart(text: string): string {
  let start = text.length
  while (start > 0 && !sentenceEnd.test(text.charAt(start - 1))) start -= 1
  return text.slice(start)
}
