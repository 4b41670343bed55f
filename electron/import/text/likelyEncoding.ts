import { commonHan } from './commonHan'

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'Big5'

/** How much of a file is looked at to tell encodings apart; the whole of it is decoded afterwards. */
const SAMPLE = 64 * 1024

/** Below this share of everyday characters, 0 to 1, two-byte units are no text but chance. */
const LEAST_WIDE_SHARE = 0.6

/**
 * Encodings worth trying for bytes without a byte order mark, the likeliest first. Valid UTF-8 is hardly ever anything else; the others
 * are told apart by which of them reads as everyday Chinese (SPEC IMPORT-2), which is found out only when they are asked for.
 */
export function* likelyEncodings(bytes: Uint8Array): Iterable<TextEncoding> {
  const marked = markedEncoding(bytes)
  if (marked !== null) {
    yield marked
    return
  }
  if (!hasZeroByte(bytes)) yield 'UTF-8'
  yield* otherEncodings(bytes)
}

function otherEncodings(bytes: Uint8Array): readonly TextEncoding[] {
  return (['GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const)
    .map((encoding) => ({ encoding, share: everydayShare(bytes, encoding) }))
    .filter(({ encoding, share }) => share > 0 && (!encoding.startsWith('UTF-16') || share >= LEAST_WIDE_SHARE))
    .sort((left, right) => right.share - left.share)
    .map(({ encoding }) => encoding)
}

/** Whether the bytes are text in two-byte units, with or without a mark: such a text has bytes that no other text has. */
export function isWideText(bytes: Uint8Array): boolean {
  for (const likeliest of likelyEncodings(bytes)) return likeliest.startsWith('UTF-16')
  return false
}

function hasZeroByte(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).includes(0)
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : null
}

/** The share of ASCII and everyday Chinese characters in a sample of the text, 0 to 1; 0 when control characters show that it is no text. */
function everydayShare(bytes: Uint8Array, encoding: TextEncoding): number {
  if (encoding.startsWith('UTF-16') && bytes.length % 2 !== 0) return 0
  let everyday = 0
  let all = 0
  for (const character of new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE))) {
    if (character < ' ' && !'\t\n\v\f\r\x1a'.includes(character)) return 0
    all += 1
    if (character < '\x7f' || commonHan.has(character)) everyday += 1
  }
  return all === 0 ? 0 : everyday / all
}
