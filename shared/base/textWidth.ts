/**
 * Width of printed text in 字 (one full-width character): ASCII and other half-width characters count ½, everything else 1;
 * combining marks, joiners and control characters count 0. Counts code points, not UTF-16 units (𬱖 is one character).
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0)
  return width
}

/** Width of one code point in 字. */
export function characterWidth(code: number): number {
  // Most of all text, first.
  if (code >= 0x3000 && code < 0xfe00) return 1
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0
  if (code < 0x7f || code === 0xa0) return 0.5
  if ((code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return 0
  if (code >= 0xff61 && code <= 0xffdc) return 0.5
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return 0.5
  return 1
}
