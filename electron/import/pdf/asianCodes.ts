/**
 * Fonts of Chinese, Japanese and Korean that a file only names (ISO 32000-1, 9.7.5.2). Their codes are those of everyday encodings, so no tables are
 * brought along: the decoder of the platform reads them.
 */

/** How the bytes of a text fall into codes, and what each is. */
export interface CodeReader {
  /** Bytes of the code that begins at `at`. */
  readonly lengthAt: (bytes: Uint8Array, at: number) => number
  /** The characters of one code; '' if it has none. */
  readonly text: (code: Uint8Array) => string
}

/** First match wins; names are without their `-H` or `-V`. */
const readers: readonly (readonly [pattern: RegExp, reader: () => CodeReader])[] = [
  [/^Uni(?:GB|CNS|JISX?\w*|KS|AKR)\w*-UTF32$/, () => ({ lengthAt: () => 4, text: (code) => scalar(number(code)) })],
  [/^Uni(?:GB|CNS|JISX?\w*|KS|AKR)\w*-UTF8$/, () => multiByte('utf-8', (first) => (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4))],
  [/^Uni(?:GB|CNS|JISX?\w*|KS|AKR)/, () => ({
    lengthAt: (bytes, at) => (((bytes[at] ?? 0) & 0xfc) === 0xd8 ? 4 : 2),
    text: (code) => (code.length === 4 ? String.fromCharCode(number(code.subarray(0, 2)), number(code.subarray(2))) : String.fromCharCode(number(code))),
  })],
  [/^GBT?(?:pc)?-EUC$|^GBKp?-EUC$|^GBK2K$/, () => multiByte('gb18030', (first, second) => (first <= 0x80 ? 1 : second >= 0x30 && second <= 0x39 ? 4 : 2))],
  [/^(?:B5pc|HKscs-B5|ETen-B5|ETenms-B5)$/, () => multiByte('big5', (first) => (first <= 0x80 ? 1 : 2))],
  [/RKSJ/, () => multiByte('shift_jis', (first) => (first <= 0x80 || (first >= 0xa0 && first < 0xe0) ? 1 : 2))],
  [/^EUC$/, () => multiByte('euc-jp', (first) => (first < 0x8e ? 1 : 2))],
  [/^KSC/, () => multiByte('euc-kr', (first) => (first <= 0x80 ? 1 : 2))],
]

/** The codes of a predefined map, e.g. `UniGB-UCS2-H`; null for Identity and names that are not known. */
export function asianCodes(name: string): CodeReader | null {
  const plain = name.replace(/-[HV]$/, '')
  return readers.find(([pattern]) => pattern.test(plain))?.[1]() ?? null
}

function multiByte(encoding: string, length: (first: number, second: number) => number): CodeReader {
  const decoder = new TextDecoder(encoding)
  return {
    lengthAt: (bytes, at) => length(bytes[at] ?? 0, bytes[at + 1] ?? 0),
    text: (code) => {
      const text = decoder.decode(code)
      return text.includes('\ufffd') ? '' : text
    },
  }
}

function number(code: Uint8Array): number {
  return code.reduce((value, byte) => value * 256 + byte, 0)
}

function scalar(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Where the rows of GB 2312 begin in Adobe's collection of Chinese glyphs: first glyph, row, first and last place in it. */
const rowsOfGb1: readonly (readonly [glyph: number, row: number, from: number, to: number])[] = [
  [96, 1, 1, 94], [190, 2, 17, 66], [240, 2, 69, 78], [250, 2, 81, 92], [262, 3, 1, 94], [356, 4, 1, 83], [439, 5, 1, 86], [525, 6, 1, 24], [549, 6, 33, 56],
  ...Array.from({ length: 39 }, (_, index) => [939 + index * 94, 16 + index, 1, 94] as const), [4605, 55, 1, 89],
  ...Array.from({ length: 32 }, (_, index) => [4694 + index * 94, 56 + index, 1, 94] as const),
]

/** The character of a glyph of the collection Adobe-GB1 as far as GB 2312 goes; '' beyond. */
export function characterOfGb1(glyph: number): string {
  if (glyph >= 1 && glyph <= 95) return String.fromCharCode(31 + glyph)
  if (glyph >= 814 && glyph <= 908) return String.fromCharCode(glyph - 782)
  const row = rowsOfGb1.find(([first, , from, to]) => glyph >= first && glyph <= first + to - from)
  return row === undefined ? '' : new TextDecoder('gb18030').decode(Uint8Array.from([0xa0 + row[1], 0xa0 + row[2] + glyph - row[0]])).replace('\ufffd', '')
}
