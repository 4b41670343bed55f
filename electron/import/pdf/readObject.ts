/** One object of a PDF file, and the bytes of its stream. */
import { isDictionary, isKeyword, numberOf, type PdfDictionary, type PdfValue } from './pdfValues'
import { createValueReader, type ValueReader } from './readValues'

/** From this place on no end of a stream was found: it is not looked for again. */
export interface StreamEnds { none: number }

interface ReadObject { readonly number: number; readonly generation: number; readonly value: PdfValue }

/** Whether `number G obj` stands at this place of the file. */
export function isObjectAt(bytes: Uint8Array, at: number, number: number): boolean {
  const reader = createValueReader(bytes, at)
  const [found, generation, word] = [reader.nextPlain(), reader.nextPlain(), reader.nextPlain()]
  return found === number && typeof generation === 'number' && isKeyword(word) && word.word.startsWith('obj')
}

/** `N G obj` and its value at this place of the file; null if there is none, or not the `expected` one. */
export function readObject(bytes: Uint8Array, at: number, ends: StreamEnds, resolve: (value: PdfValue | undefined) => PdfValue, expected?: number): ReadObject | null {
  if (at < 0 || at >= bytes.length) return null
  const reader = createValueReader(bytes, at)
  const [number, generation, word] = [reader.nextPlain(), reader.nextPlain(), reader.nextPlain()]
  if (typeof number !== 'number' || typeof generation !== 'number' || !isKeyword(word) || !word.word.startsWith('obj')) return null
  if (expected !== undefined && number !== expected) return null
  if (word.word.length > 3) reader.moveTo(reader.position() - word.word.length + 3)
  const value = reader.next() ?? null
  if (!isDictionary(value)) return { number, generation, value: isKeyword(value) ? null : value }
  const behind = reader.position()
  const next = reader.nextPlain()
  if (!isKeyword(next) || next.word !== 'stream') return { number, generation, value }
  return { number, generation, value: { kind: 'stream', dictionary: value, bytes: streamBytes(bytes, reader, behind, value, ends, resolve) } }
}

function streamBytes(bytes: Uint8Array, reader: ValueReader, behind: number, dictionary: PdfDictionary, ends: StreamEnds, resolve: (value: PdfValue | undefined) => PdfValue): Uint8Array {
  let from = reader.position()
  if (bytes[from] === 13) from += 1
  if (bytes[from] === 10) from += 1
  const length = numberOf(resolve(dictionary.entries.get('Length')), -1)
  if (length >= 0 && Number.isInteger(length) && from + length <= bytes.length) {
    reader.moveTo(from + length)
    if (startsWithWord(bytes, from + length, 'endstream')) return bytes.subarray(from, from + length)
  }
  if (behind >= ends.none) return bytes.subarray(from)
  const end = indexOfWord(bytes, 'endstream', from)
  if (end < 0) {
    ends.none = from
    return bytes.subarray(from)
  }
  return bytes.subarray(from, bytes[end - 1] === 10 && bytes[end - 2] === 13 ? end - 2 : bytes[end - 1] === 10 || bytes[end - 1] === 13 ? end - 1 : end)
}

/** `word` at `at`, or behind a few blanks there. */
function startsWithWord(bytes: Uint8Array, at: number, word: string): boolean {
  let start = at
  while (start < at + 4 && (bytes[start] === 10 || bytes[start] === 13 || bytes[start] === 32)) start += 1
  return [...word].every((character, index) => bytes[start + index] === character.charCodeAt(0))
}

/** Where `word` is next, from `from` on; -1 if nowhere. */
export function indexOfWord(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same += 1
    if (same === word.length) return at
  }
  return -1
}
