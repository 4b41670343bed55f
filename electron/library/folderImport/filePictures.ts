/** Whether one of two files with the same text has every picture of the other (SPEC FOLDER-6). */
import type { Block } from '../../../shared/report/report'

/** The hash of the bytes of a picture, and its size in pixels. */
export interface FilePicture {
  readonly sha256: string
  readonly width: number
  readonly height: number
}

/** So many characters of text for each picture: then the text says what the file is, not its pictures. */
const charactersForOne = 100
/** Programs round the sides of a picture that they make smaller. */
const sameShape = 0.02

export function picturesOf(blocks: readonly Block[]): readonly FilePicture[] {
  return blocks.flatMap((block) => (block.kind === 'image' ? [{ sha256: block.sha256, width: block.width, height: block.height }] : []))
}

/**
 * Whether nothing is lost if only `kept` is taken: each picture of `left` has a counterpart in it, the same bytes or, in another format, which may have
 * written it anew, the same shape; of scans all have the same shape, so there only bytes count. `characters`: length of the text of both.
 */
export function hasPictures(kept: readonly FilePicture[], left: readonly FilePicture[], given: { readonly isOtherFormat: boolean; readonly characters: number }): boolean {
  const rest = [...kept]
  const take = (isIt: (picture: FilePicture) => boolean): boolean => {
    const at = rest.findIndex(isIt)
    if (at !== -1) rest.splice(at, 1)
    return at !== -1
  }
  const others = left.filter(({ sha256 }) => !take((picture) => picture.sha256 === sha256))
  if (others.length === 0) return true
  return given.isOtherFormat && given.characters >= charactersForOne * left.length && others.every((other) => take((picture) => isShaped(picture, other)))
}

function isShaped(one: FilePicture, other: FilePicture): boolean {
  return Math.abs(one.width * other.height - other.width * one.height) <= sameShape * Math.max(one.width * other.height, other.width * one.height)
}
