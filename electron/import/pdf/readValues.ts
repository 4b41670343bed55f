/** The words and values of a PDF file or of the content of a page, one after the other. Never fails on odd bytes but for nesting that no writer makes. */
import { ImportRefusal } from '../refusal'
import { latin, type PdfKeyword, type PdfValue } from './pdfValues'

/** Arrays and dictionaries inside each other. */
const deepest = 100

const isBlank = flags([0, 9, 10, 12, 13, 32])
const isDelimiter = flags([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))

export interface ValueReader {
  /** The next value with references as one; undefined at the end. */
  readonly next: () => PdfValue | undefined
  /** The next value or word; `1 0 R` are three. */
  readonly nextPlain: () => PdfValue | undefined
  readonly position: () => number
  readonly moveTo: (position: number) => void
}

export function createValueReader(bytes: Uint8Array, from = 0): ValueReader {
  let at = from

  function skipBlanks(): void {
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0
      if (isBlank[byte] === 1) at += 1
      else if (byte === 0x25) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1
      else return
    }
  }

  function read(depth: number, withReferences: boolean): PdfValue | undefined {
    if (depth > deepest) throw new ImportRefusal('fileUnsafe', 'nesting of a PDF value')
    skipBlanks()
    if (at >= bytes.length) return undefined
    const byte = bytes[at] ?? 0
    if (byte === 0x2f) return readName()
    if (byte === 0x28) return readString()
    if (byte === 0x3c) {
      if (bytes[at + 1] !== 0x3c) return readHexadecimal()
      at += 2
      return readDictionary(depth, withReferences)
    }
    if (byte === 0x5b) {
      at += 1
      return { kind: 'array', items: readItems(']', depth, withReferences) }
    }
    if (isDelimiter[byte] === 1) {
      const isDouble = byte === 0x3e && bytes[at + 1] === 0x3e
      at += isDouble ? 2 : 1
      return keyword(isDouble ? '>>' : String.fromCharCode(byte))
    }
    return readWord(withReferences)
  }

  function readName(): PdfValue {
    at += 1
    let name = ''
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0
      if (isBlank[byte] === 1 || isDelimiter[byte] === 1) break
      const code = byte === 0x23 ? hexadecimal(bytes[at + 1]) * 16 + hexadecimal(bytes[at + 2]) : -1
      if (code >= 0) at += 2
      name += String.fromCharCode(code >= 0 ? code : byte)
    }
    return { kind: 'name', name }
  }

  function readString(): Uint8Array {
    at += 1
    const found: number[] = []
    let open = 1
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte === 0x5c) {
        at += 1
        readEscape(found)
        continue
      }
      if (byte === 0x28) open += 1
      if (byte === 0x29) {
        open -= 1
        if (open === 0) break
      }
      found.push(byte)
    }
    at += 1
    return Uint8Array.from(found)
  }

  function readEscape(found: number[]): void {
    const byte = bytes[at] ?? 0
    const plain = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 }[byte]
    if (plain !== undefined) found.push(plain)
    else if (byte >= 0x30 && byte <= 0x37) {
      let code = 0
      let digits = 0
      for (; digits < 3 && isOctal(bytes[at + digits]); digits += 1) code = code * 8 + (bytes[at + digits] ?? 0) - 0x30
      at += digits - 1
      found.push(code & 255)
    } else if (byte === 13) at += bytes[at + 1] === 10 ? 1 : 0
    else if (byte !== 10) found.push(byte)
  }

  function readHexadecimal(): Uint8Array {
    at += 1
    const digits: number[] = []
    for (; at < bytes.length && bytes[at] !== 0x3e; at += 1) {
      const digit = hexadecimal(bytes[at])
      if (digit >= 0) digits.push(digit)
    }
    at += 1
    return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, index) => (digits[index * 2] ?? 0) * 16 + (digits[index * 2 + 1] ?? 0))
  }

  function readItems(end: string, depth: number, withReferences: boolean): PdfValue[] {
    const items: PdfValue[] = []
    for (let value = read(depth + 1, withReferences); value !== undefined; value = read(depth + 1, withReferences)) {
      if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'keyword') {
        if (value.word === end) break
        // A bracket of the other kind or a word of the file: what was open is not closed any more.
        if (value.word === '>>' || value.word === ']' || value.word === 'endobj' || value.word === 'stream') {
          at -= value.word.length
          break
        }
      } else items.push(value)
    }
    return items
  }

  function readDictionary(depth: number, withReferences: boolean): PdfValue {
    const items = readItems('>>', depth, withReferences)
    const entries = new Map<string, PdfValue>()
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index]
      if (typeof key === 'object' && key !== null && 'kind' in key && key.kind === 'name') entries.set(key.name, items[index + 1] ?? null)
      else index -= 1
    }
    return { kind: 'dictionary', entries }
  }

  function readWord(withReferences: boolean): PdfValue {
    const start = at
    while (at < bytes.length && isBlank[bytes[at] ?? 0] === 0 && isDelimiter[bytes[at] ?? 0] === 0) at += 1
    const number = numberIn(bytes, start, at)
    if (number !== null) return withReferences && Number.isInteger(number) && number >= 0 ? (referenceFrom(number) ?? number) : number
    const word = latin(bytes.subarray(start, Math.min(at, start + 64)))
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : keyword(word)
  }

  /** `G R` behind a whole number makes a reference of it. */
  function referenceFrom(number: number): PdfValue | null {
    const start = at
    skipBlanks()
    let generation = 0
    let digits = 0
    for (; digits < 6 && isDigit(bytes[at]); digits += 1, at += 1) generation = generation * 10 + (bytes[at] ?? 0) - 0x30
    if (digits > 0) {
      skipBlanks()
      const behind = bytes[at + 1]
      if (bytes[at] === 0x52 && (behind === undefined || isBlank[behind] === 1 || isDelimiter[behind] === 1)) {
        at += 1
        return { kind: 'reference', number, generation }
      }
    }
    at = start
    return null
  }

  return { next: () => read(0, true), nextPlain: () => read(0, false), position: () => at, moveTo: (position) => { at = Math.max(0, position) } }
}

function keyword(word: string): PdfKeyword {
  return { kind: 'keyword', word }
}

/** A number as writers make them, odd ones included (`--5`, `1.2.3`); null for a word. */
function numberIn(bytes: Uint8Array, from: number, to: number): number | null {
  let sign = 1
  let value = 0
  let scale = 0
  let digits = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x30 && byte <= 0x39) {
      digits += 1
      if (scale === 0) value = value * 10 + byte - 0x30
      else {
        value += (byte - 0x30) * scale
        scale /= 10
      }
    } else if (byte === 0x2e) {
      if (scale !== 0) break
      scale = 0.1
    } else if (byte === 0x2d) {
      if (digits > 0) break
      sign = -1
    } else if (byte !== 0x2b || at > from) return null
  }
  return digits === 0 && scale === 0 ? null : sign * value
}

function hexadecimal(byte: number | undefined): number {
  if (byte === undefined) return -256
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -256
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function flags(codes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256)
  for (const code of codes) table[code] = 1
  return table
}
