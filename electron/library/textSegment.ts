/**
 * Texts of many reports in one file, as they are searched. UTF-16, since that is what strings are: a search needs no decoding, and Chinese is a
 * third shorter than in UTF-8. A file begins with the hash of all that follows, like a generation; then record after record:
 * length of the text in bytes, generation (both 32 bits, little end first), id of the report, text.
 */
import { headerBytes, readHeader, writeHeader } from '../../shared/store/envelope'
import { sha256 } from '../storage/generationFile'

/** A report's text as it is searched, of one generation. */
export interface TextRecord {
  readonly id: string
  readonly generation: number
  readonly text: string
}

/** Where a record lies in the bytes of its segment. */
export interface RecordPlace {
  readonly id: string
  readonly generation: number
  /** The text: first byte and the one after the last. */
  readonly from: number
  readonly to: number
}

const idBytes = 28
const recordHeader = 8 + idBytes

/** Bytes of a record with this text. */
export function recordSize(text: string): number {
  return recordHeader + text.length * 2
}

export function writeSegment(records: readonly TextRecord[]): Uint8Array {
  const bytes = Buffer.alloc(records.reduce((sum, { text }) => sum + recordSize(text), headerBytes))
  let at = headerBytes
  for (const { id, generation, text } of records) {
    bytes.writeUInt32LE(text.length * 2, at)
    bytes.writeUInt32LE(generation, at + 4)
    bytes.write(id, at + 8, idBytes, 'latin1')
    bytes.write(text, at + recordHeader, 'utf16le')
    at += recordSize(text)
  }
  bytes.write(writeHeader(sha256(bytes.subarray(headerBytes))), 0, headerBytes, 'latin1')
  return bytes
}

/** Whether the bytes are those of a segment, unharmed. */
export function isWhole(bytes: Buffer): boolean {
  return readHeader(bytes.toString('latin1', 0, headerBytes)) === sha256(bytes.subarray(headerBytes))
}

/** The records of a segment that {@link isWhole}, in order. */
export function recordPlaces(bytes: Buffer): readonly RecordPlace[] {
  const places: RecordPlace[] = []
  for (let at = headerBytes; at + recordHeader <= bytes.length;) {
    const from = at + recordHeader
    const to = from + bytes.readUInt32LE(at)
    places.push({ id: bytes.toString('latin1', at + 8, from), generation: bytes.readUInt32LE(at + 4), from, to })
    at = to
  }
  return places
}

/** The records that hold the needle, in order; all of them if there is none. */
export function* holding(bytes: Buffer, places: readonly RecordPlace[], needle: string | null): Generator<RecordPlace> {
  if (needle === null) return yield* places
  const length = needle.length * 2
  let index = 0
  for (let at = bytes.indexOf(needle, headerBytes, 'utf16le'); at !== -1;) {
    let place = places[index]
    while (place !== undefined && place.to <= at) place = places[index += 1]
    if (place === undefined) return
    const isInside = at >= place.from && at + length <= place.to
    if (isInside) yield place
    at = bytes.indexOf(needle, isInside ? place.to : Math.max(at + 2, place.from), 'utf16le')
  }
}
