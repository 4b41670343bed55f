/** What this program uses of fontkit 2.0.4. */
declare module 'fontkit' {
  export interface FontkitGlyph {
    readonly id: number
    readonly advanceWidth: number
  }

  export interface FontkitSubset {
    /** The glyph's number in the subset. */
    includeGlyph(glyph: number): number
    encode(): Uint8Array
    /** There in a subset of a font with PostScript outlines. */
    readonly cff?: unknown
  }

  export interface FontkitFont {
    readonly postscriptName: string | null
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly italicAngle: number
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
    glyphForCodePoint(code: number): FontkitGlyph
    getGlyph(id: number): FontkitGlyph
    createSubset(): FontkitSubset
  }

  export interface FontkitCollection {
    readonly fonts: readonly FontkitFont[]
  }

  export function create(bytes: Uint8Array): FontkitFont | FontkitCollection
}
