/**
 * Bytes of a text file to text (SPEC IMPORT-2): the likeliest encoding, in which no byte may be broken. A guess is never forced: bytes that
 * no encoding explains are refused, because a text with broken characters would be stored as if it were right. Only the last character may be
 * cut off, as where a download ended; it is left out and told.
 */
import { fail, succeed, type Result } from '../../../shared/base/result'
import { encodingMark, likelyEncoding, type TextEncoding } from './likelyEncoding'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** The file ends inside a character, which is left out. */
  readonly isCut: boolean
}

export interface ReadableText extends DecodedText {
  /** Characters that bad bytes destroyed, each U+FFFD in the text. */
  readonly unreadable: number
}

/** A text with some of its characters destroyed. */
export type Repaired = Omit<ReadableText, 'encoding'>

/** Zero bytes at the end of a file that are none of UTF-16: room that a copy or a program which broke off never filled. */
const fewestUnfilled = 8

/** The bytes before the room that was never filled; the bytes themselves if there is none, or nothing else. */
export function filledBytes(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const filled = bytes.subarray(0, end)
  return bytes.length - end < fewestUnfilled || end === 0 || filled.includes(0) ? bytes : filled
}

/** The text of `bytes`, without its byte order mark; `encodingUnknown` when the likeliest reading has broken characters. */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const mark = encodingMark(bytes)
  const encoding = mark?.encoding ?? likelyEncoding(bytes)
  const decoded = encoding === null ? null : decodeAs(mark === null ? bytes : bytes.subarray(mark.length), encoding)
  return decoded === null ? fail({ code: 'encodingUnknown' }) : succeed(decoded)
}

/** The text, or null when some bytes are no character of this encoding. */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let text: string
  try {
    text = decoder.decode(bytes, { stream: true })
  } catch {
    return null
  }
  try {
    return { text: text + decoder.decode(), encoding, isCut: false }
  } catch {
    return text === '' ? null : { text, encoding, isCut: true }
  }
}
