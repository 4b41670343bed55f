/** A drawn text as pieces that a browser sets at the same places: every character has its own x, what is more than one unit stands alone. */
import type { DrawnText } from '../../shared/print/drawing'

export interface TextPiece {
  readonly text: string
  /** For each UTF-16 unit of `text`, or the first one only. */
  readonly x: readonly number[]
}

export function textPieces({ text, advances, x }: Pick<DrawnText, 'text' | 'advances' | 'x'>): readonly TextPiece[] {
  const pieces: { text: string; x: number[] }[] = []
  let at = x
  let open: { text: string; x: number[] } | null = null
  const points = [...text]
  points.forEach((point, index) => {
    const advance = advances[index] ?? 0
    const isBlank = /\s/.test(point)
    const isOneUnit = point.length === 1 && advances[index + 1] !== 0
    if (advance === 0 && index > 0 && pieces.length > 0) {
      const last = pieces[pieces.length - 1]
      if (last !== undefined) last.text += point
      open = null
    } else if (isBlank) open = null
    else if (isOneUnit && open !== null) {
      open.text += point
      open.x.push(round(at))
    } else {
      const piece = { text: point, x: [round(at)] }
      pieces.push(piece)
      open = isOneUnit ? piece : null
    }
    at += advance
  })
  return pieces
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
