/** The fonts behind faces. One file at a time is read; faces of one collection share it. A font that turns out to be broken is given up. */
import { create, type FontkitFont } from 'fontkit'
import type { FontSource } from './fontSource'
import type { FontFace } from './readFaces'

/** 的, and the glyph of what is missing in a font without it. */
const commonCharacter = 0x7684

/** Opens the faces that `known` does not have yet, in their order, and calls `add` for each. Gives those that cannot be used. */
export async function openFaces(faces: Iterable<FontFace>, known: ReadonlyMap<FontFace, unknown>, source: FontSource, add: (face: FontFace, font: FontkitFont) => void): Promise<readonly FontFace[]> {
  const broken: FontFace[] = []
  const byPath = new Map<string, FontFace[]>()
  for (const face of faces) if (!known.has(face)) byPath.set(face.path, [...(byPath.get(face.path) ?? []), face])
  for (const [path, own] of byPath) {
    const bytes = await source.readAll(path).catch(() => new Uint8Array())
    for (const face of own) {
      const font = openSound(bytes, face.index)
      if (font === null) broken.push(face)
      else add(face, font)
    }
  }
  return broken
}

/** The font, if all that the writers ask of it can be had. */
function openSound(bytes: Uint8Array, index: number): FontkitFont | null {
  try {
    const opened = create(bytes)
    const font = 'fonts' in opened ? opened.fonts[index] : opened
    if (font === undefined) return null
    const subset = font.createSubset()
    subset.includeGlyph(font.glyphForCodePoint(commonCharacter).id)
    const measures = [font.bbox.minX, font.ascent, font.descent, font.capHeight, font.italicAngle, font.unitsPerEm, font.getGlyph(0).advanceWidth]
    return subset.encode().length > 0 && measures.every((measure) => Number.isFinite(measure)) ? font : null
  } catch {
    return null
  }
}
