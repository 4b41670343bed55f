import { familiarity } from './familiarity'

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'Big5'

/** How much of a file is looked at to tell encodings apart; the whole of it is decoded afterwards. */
const SAMPLE = 64 * 1024

/** Below this familiarity two-byte units are no text but chance. */
const LEAST_WIDE = 0.45

/** A text copied out of other programs may carry a stray control character; one in so many characters at most. */
const charactersPerControl = 200

/** What is added before readings are compared: the files of an office are GB18030 far more often than Big5, and valid UTF-8 is hardly ever chance. */
const expected: Readonly<Record<TextEncoding, number>> = { 'UTF-8': 0.25, GB18030: 0.1, Big5: 0, 'UTF-16LE': 0.05, 'UTF-16BE': 0.05 }

/** The encoding that a byte order mark names, and how long the mark is. */
export interface EncodingMark {
  readonly encoding: TextEncoding
  readonly length: number
}

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]], ['UTF-16LE', [0xff, 0xfe]], ['UTF-16BE', [0xfe, 0xff]], ['GB18030', [0x84, 0x31, 0x95, 0x33]],
]

/** The byte order mark in front of a text, or null. */
export function encodingMark(bytes: Uint8Array): EncodingMark | null {
  const found = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  return found === undefined ? null : { encoding: found[0], length: found[1].length }
}

/**
 * The encoding in which bytes without a mark read as everyday Chinese (SPEC IMPORT-2), broken characters counting against a reading; null if no
 * reading is a text at all.
 */
export function likelyEncoding(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  const hasZero = sample.includes(0)
  const readings = (['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const).flatMap((encoding) => {
    const isWide = encoding.startsWith('UTF-16')
    if (hasZero && !isWide) return []
    const text = new TextDecoder(encoding).decode(sample, { stream: true })
    const value = familiarity(text)
    // Nothing but ASCII: valid in all of them.
    if (value === null) return isWide && !hasZero ? [] : [{ encoding, value: 1 }]
    if (encoding === 'UTF-8' && isPlainUtf8(text)) return [{ encoding, value: 2 }]
    return value <= 0 || (isWide && value < LEAST_WIDE && !(hasZero && isHanOnly(text))) ? [] : [{ encoding, value: value + expected[encoding] }]
  })
  return readings.reduce<(typeof readings)[number] | null>((best, each) => (best === null || each.value > best.value ? each : best), null)?.encoding ?? null
}

/** Han of any kind, ASCII and full-width marks: rare names alone are a text as well. */
function isHanOnly(text: string): boolean {
  return /^[\t-\r\x20-\x7e\u3000-\u3017\uff01-\uff5e\p{Script=Han}]*$/u.test(text)
}

/** Valid, with a character of three bytes or more, or with lone signs and letters of the west: other encodings hardly ever make these by chance. */
function isPlainUtf8(text: string): boolean {
  if (text.includes('\ufffd')) return false
  const controls = text.match(/[\0-\x08\x0e-\x19\x1b-\x1f]/g)?.length ?? 0
  return controls * charactersPerControl <= text.length && (/[\u0800-\uffff]/.test(text) || !/[\u0080-\u009f\u0100-\u07ff]|[\u00a0-\u00ff]{2}/.test(text))
}

/** Whether the bytes are text in two-byte units, with or without a mark: such a text has bytes that no other text has. */
export function isWideText(bytes: Uint8Array): boolean {
  return (encodingMark(bytes)?.encoding ?? likelyEncoding(bytes))?.startsWith('UTF-16') ?? false
}
