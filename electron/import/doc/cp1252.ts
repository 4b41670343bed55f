/**
 * One-byte text of Word files. A table of our own, because Node and Chromium do not agree on the bytes 80 to 9F; they hold the
 * quotation marks and dashes of Chinese texts.
 */
const upper = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** The same text in two bytes a character. */
export function wideOfCp1252(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(bytes.length * 2)
  bytes.forEach((byte, index) => {
    const code = byte >= 0x80 && byte < 0xa0 ? upper.charCodeAt(byte - 0x80) : byte
    wide[index * 2] = code & 0xff
    wide[index * 2 + 1] = code >> 8
  })
  return wide
}
