/**
 * Windows-1252, the code page of western text. A table of our own, because Node and Chromium do not agree on the bytes 80 to 9F; they hold the
 * quotation marks and dashes of Chinese texts.
 */
const upper = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

export function westernCode(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? upper.charCodeAt(byte - 0x80) : byte
}

export function westernText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(westernCode(byte))
  return text
}
