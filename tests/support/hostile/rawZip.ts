/** A zip written field by field, so that every field can lie. */
import { deflateRawSync } from 'node:zlib'
import { joinedBytes } from '../../../shared/base/joinedBytes'
import { concat, utf8 } from './hostileFile'

export interface RawEntry {
  readonly name: string
  readonly data: Uint8Array
  readonly stored?: boolean
  /** What the fields say instead of the truth. */
  readonly size?: number
  readonly packed?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  readonly localName?: string
  readonly localMethod?: number
  readonly localSize?: number
  /** Place of the local header, e.g. that of another entry. */
  readonly header?: number
  /** Sizes stand behind the data, as streaming writers put them. */
  readonly hasDescriptor?: boolean
  readonly extra?: Uint8Array
  /** Not written itself: the directory points to what another entry wrote. */
  readonly isPointer?: boolean
}

export interface RawEnd {
  readonly count?: number
  readonly countHere?: number
  readonly at?: number
  readonly size?: number
  readonly disk?: number
  readonly comment?: Uint8Array
  /** In front of the end record, e.g. a zip64 locator. */
  readonly before?: Uint8Array
  readonly prefix?: Uint8Array
}

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const parts: Uint8Array[] = [end.prefix ?? new Uint8Array()]
  let at = parts[0]!.length
  const directory: Uint8Array[] = []
  let last = at
  for (const entry of entries) {
    const data = entry.stored === true ? entry.data : packedOf(entry.data)
    const method = entry.method ?? (entry.stored === true ? 0 : 8)
    const crc = entry.crc ?? sumOf(entry.data)
    const flags = (entry.flags ?? 0) | (entry.hasDescriptor === true ? 8 : 0)
    const size = entry.size ?? entry.data.length
    const packed = entry.packed ?? data.length
    const localName = utf8(entry.localName ?? entry.name)
    const extra = entry.extra ?? new Uint8Array()
    if (entry.isPointer !== true) {
      last = at
      const sizes = entry.hasDescriptor === true ? [0, 0, 0] : [crc, packed, entry.localSize ?? size]
      const local = concat(numbers([4, 0x04034b50], [2, 20], [2, flags], [2, entry.localMethod ?? method], [4, 0], ...sizes.map((each) => [4, each] as const), [2, localName.length], [2, extra.length]), localName, extra, data)
      const descriptor = entry.hasDescriptor === true ? numbers([4, 0x08074b50], [4, crc], [4, packed], [4, size]) : new Uint8Array()
      parts.push(local, descriptor)
      at += local.length + descriptor.length
    }
    const name = utf8(entry.name)
    directory.push(concat(numbers([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc], [4, packed], [4, size], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.header ?? last]), name, extra))
  }
  const listed = joinedBytes(directory)
  const comment = end.comment ?? new Uint8Array()
  const before = end.before ?? new Uint8Array()
  return concat(joinedBytes(parts), listed, before, numbers([4, 0x06054b50], [2, end.disk ?? 0], [2, 0], [2, end.countHere ?? end.count ?? entries.length], [2, end.count ?? entries.length], [4, end.size ?? listed.length], [4, end.at ?? at], [2, comment.length]), comment)
}

/** Large parts are used in several files: they are packed and summed once. */
const packed = new WeakMap<Uint8Array, Uint8Array>()
const sums = new WeakMap<Uint8Array, number>()

function packedOf(data: Uint8Array): Uint8Array {
  const known = packed.get(data) ?? Uint8Array.from(deflateRawSync(data, { level: data.length > 1_000_000 ? 9 : 1 }))
  packed.set(data, known)
  return known
}

function sumOf(data: Uint8Array): number {
  const known = sums.get(data) ?? crc32(data)
  sums.set(data, known)
  return known
}

/** Little-endian numbers of so many bytes. */
export function numbers(...fields: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  return concat(...fields.map(([bytes, value]) => Uint8Array.from({ length: bytes }, (_, index) => (value / 256 ** index) & 0xff)))
}

const table = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

export function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}
