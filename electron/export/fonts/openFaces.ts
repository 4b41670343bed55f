/** The fonts behind faces. One file at a time is read; faces of one collection share it. */
import { create, type FontkitFont } from 'fontkit'
import type { FontSource } from './fontSource'
import type { FontFace } from './readFaces'

/** Opens the faces that `known` does not have yet, in their order, and calls `add` for each. */
export async function openFaces(faces: Iterable<FontFace>, known: ReadonlyMap<FontFace, unknown>, source: FontSource, add: (face: FontFace, font: FontkitFont) => void): Promise<void> {
  const byPath = new Map<string, FontFace[]>()
  for (const face of faces) if (!known.has(face)) byPath.set(face.path, [...(byPath.get(face.path) ?? []), face])
  for (const [path, own] of byPath) {
    const opened = create(await source.readAll(path))
    for (const face of own) {
      const font = 'fonts' in opened ? opened.fonts[face.index] : opened
      if (font !== undefined) add(face, font)
    }
  }
}
