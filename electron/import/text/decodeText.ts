/**
 * Bytes of a text file to text (SPEC IMPORT-2): the likeliest encoding in which no byte is broken. A guess is never forced: bytes that
 * no encoding explains are refused, because a text with broken characters would be stored as if it were right.
 */
import { fail, succeed, type Result } from '../../../shared/base/result'
import { likelyEncodings, type TextEncoding } from './likelyEncoding'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** The text of `bytes`, without its byte order mark; `encodingUnknown` when no reading is free of broken characters. */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  for (const encoding of likelyEncodings(bytes)) {
    const text = decodeStrictly(bytes, encoding)
    if (text !== null) return succeed({ text, encoding })
  }
  return fail({ code: 'encodingUnknown' })
}

/** The text, or null when some bytes are no character of this encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
