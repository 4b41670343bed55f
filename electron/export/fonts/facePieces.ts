/** A drawn piece of text cut where the face changes. */
import type { DrawnText } from '../../../shared/print/drawing'
import type { ChosenFace, FontSet } from './fontSet'

/** Characters side by side in one face; null if no font has them. */
export interface FacePiece {
  readonly chosen: ChosenFace | null
  readonly codes: number[]
  /** Twips from the beginning of the drawn text to each character, and behind the last one. */
  readonly places: number[]
}

/** Code points that are seen only by what they do to others: joiners, marks of direction, selectors of variants. */
const invisible = [[0xad, 0xad], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xe0000, 0xe01ef]] as const

/** The pieces in their order; `standIn` is taken for a character that no font has. */
export function facePieces(item: DrawnText, set: FontSet, standIn?: number): readonly FacePiece[] {
  const pieces: FacePiece[] = []
  let x = 0
  Array.from(item.text).forEach((character, index) => {
    const code = character.codePointAt(0) ?? 0
    const at = x
    x += item.advances[index] ?? 0
    if (invisible.some(([from, to]) => code >= from && code <= to)) return
    const own = set.faceFor(item, code)
    const chosen = own ?? (standIn === undefined ? null : set.faceFor(item, standIn))
    const drawn = own === null && chosen !== null && standIn !== undefined ? standIn : code
    const last = pieces[pieces.length - 1]
    if (last !== undefined && isSame(last.chosen, chosen)) {
      last.places[last.codes.length] = at
      last.codes.push(drawn)
      last.places.push(x)
    } else pieces.push({ chosen, codes: [drawn], places: [at, x] })
  })
  return pieces
}

function isSame(one: ChosenFace | null, other: ChosenFace | null): boolean {
  return one?.face === other?.face && one?.needsBold === other?.needsBold && one?.needsSlant === other?.needsSlant
}
