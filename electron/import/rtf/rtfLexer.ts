/** The signs of an RTF file one by one: groups, control words, bytes of text. Every byte is looked at once. */
import { limits } from '../limits'
import { ImportRefusal } from '../refusal'

export interface RtfSigns {
  readonly open: () => void
  readonly close: () => void
  /** A control word with its number; null without one. */
  readonly word: (name: string, value: number | null) => void
  /** A control sign that is no letter, as `~` or `*`. */
  readonly sign: (code: number) => void
  /** A byte of text in the code page of its font, written as it is or as `\'` and two digits. */
  readonly byte: (byte: number, isRaw: boolean) => void
  /** Bytes behind `\bin`. */
  readonly binary: (bytes: Uint8Array) => void
  /** Whether the byte given last is the first of two in the code page of its font. */
  readonly isTrailDue: () => boolean
}

const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const longestWord = 32
const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/** Reads to the end of the first group. A file that ends before is half a file: refused. */
export function lexRtf(bytes: Uint8Array, signs: RtfSigns): void {
  let depth = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === openBrace) {
      depth += 1
      if (depth > limits.groups) throw new ImportRefusal('fileUnsafe', 'groups')
      signs.open()
    } else if (depth === 0) continue
    else if (byte === closeBrace) {
      signs.close()
      depth -= 1
      if (depth <= 0) return
    } else if (byte === backslash) at = control(bytes, at, signs)
    else if (byte === 0x0d || byte === 0x0a || byte === 0) continue
    else {
      signs.byte(byte, true)
      at = byte >= 0x80 && signs.isTrailDue() ? rawTrail(bytes, at, signs) : at
    }
  }
  throw new ImportRefusal('fileDamaged', 'group without end')
}

/** Old programs write Chinese characters as they are: the second byte may look like a backslash or a brace. Some of them put a backslash in front of it. */
function rawTrail(bytes: Uint8Array, at: number, signs: RtfSigns): number {
  const byte = bytes[at]
  if (byte === openBrace || byte === closeBrace) {
    signs.byte(byte, true)
    return at + 1
  }
  if (byte !== backslash) return at
  const next = bytes[at + 1] ?? 0
  // Behind a first byte stands a second one: `\'5c` and `\\` are read as such, any other backslash is that byte itself.
  if (next === 0x27) return at
  const isEscaped = next === openBrace || next === closeBrace || (next === backslash && !isLetter(bytes[at + 2] ?? 0) && bytes[at + 2] !== 0x27)
  signs.byte(isEscaped ? next : backslash, true)
  return at + (isEscaped ? 2 : 1)
}

/** What stands behind a backslash; gives where it ends. */
function control(bytes: Uint8Array, from: number, signs: RtfSigns): number {
  const first = bytes[from] ?? 0
  if (!isLetter(first)) {
    if (first === 0x27) return hexByte(bytes, from + 1, signs)
    if (first === backslash || first === openBrace || first === closeBrace) signs.byte(first, true)
    else signs.sign(first)
    return from + 1
  }
  let at = from + 1
  let name = letters[first] ?? ''
  for (let code = bytes[at] ?? 0; at - from < longestWord && isLetter(code); code = bytes[at] ?? 0) {
    name += letters[code] ?? ''
    at += 1
  }
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)
  if (isNegative) at += 1
  let value: number | null = null
  for (let digits = 0; digits < 10 && isDigit(bytes[at] ?? 0); digits += 1, at += 1) value = (value ?? 0) * 10 + (bytes[at] ?? 0) - 0x30
  if (value !== null && isNegative) value = -value
  if (bytes[at] === 0x20) at += 1
  if (name !== 'bin') {
    signs.word(name, value)
    return at
  }
  const length = value ?? 0
  if (length < 0 || at + length > bytes.length) throw new ImportRefusal('fileDamaged', 'bin')
  signs.binary(bytes.subarray(at, at + length))
  return at + length
}

function hexByte(bytes: Uint8Array, at: number, signs: RtfSigns): number {
  const [high, low] = [nibble(bytes[at] ?? 0), nibble(bytes[at + 1] ?? 0)]
  if (high < 0 || low < 0) return at
  signs.byte(high * 16 + low, false)
  return at + 2
}

/** The value of a hexadecimal digit; -1 if it is none. */
export function nibble(code: number): number {
  if (isDigit(code)) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
