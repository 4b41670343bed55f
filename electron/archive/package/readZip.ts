/**
 * A strict reader for ZIP files that nobody vouches for (SPEC PACK-5): the directory must agree with itself, with every local header and with the
 * real bytes. What it does not know it refuses; nothing is inflated before the directory is believed, and never more than was declared.
 */
import { inflateRawSync } from 'node:zlib'
import { AppFailure } from '../../../shared/base/errors'
import { crc32 } from './crc32'

export interface ZipEntry {
  /** As it stands in the directory: a key, never a path. */
  readonly name: string
  readonly bytes: number
  /** The bytes, with their length and sum checked. */
  readonly read: () => Uint8Array
}

/** What a package may have at most; an entry beyond `freeBytes` may not be more than `ratio` times its packed size. */
export const zipLimits = { fileBytes: 256 * 1024 * 1024, entries: 20_000, entryBytes: 64 * 1024 * 1024, allBytes: 1024 * 1024 * 1024, ratio: 200, freeBytes: 1024 * 1024 } as const

const endBytes = 22
const centralBytes = 46
const localBytes = 30
/** Encryption, patches, strong encryption and masked headers are refused; compression options, descriptor and UTF-8 are known. */
const knownFlags = 0x0806 | 0x0008
const descriptor = 0x0008
const utf8 = 0x0800

interface Row {
  readonly name: string
  readonly rawName: Buffer
  readonly flags: number
  readonly method: number
  readonly sum: number
  readonly packed: number
  readonly bytes: number
  readonly offset: number
}

/** Every file in it, folders left out. Throws `packageUnsafe` with the rule that was broken. */
export function readZip(given: Uint8Array, limits: { readonly [K in keyof typeof zipLimits]: number } = zipLimits): readonly ZipEntry[] {
  const file = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (file.length > limits.fileBytes) refuse('size')
  const rows = readDirectory(file, limits)
  let all = 0
  for (const row of rows) {
    all += row.bytes
    if (row.bytes > limits.entryBytes || all > limits.allBytes) refuse('size')
    if (row.bytes > limits.freeBytes && row.bytes > row.packed * limits.ratio) refuse('ratio')
  }
  refuseTwins(rows)
  const places = rows.map((row) => ({ row, ...dataOf(file, row) })).sort((a, b) => a.row.offset - b.row.offset)
  places.forEach((place, index) => {
    const next = places[index + 1]?.row.offset ?? directoryStart(file)
    if (place.to > next) refuse('overlap')
  })
  return places.filter(({ row }) => !row.name.endsWith('/')).map(({ row, from, to }) => ({ name: row.name, bytes: row.bytes, read: () => unpacked(file.subarray(from, to), row) }))
}

function refuse(rule: string): never {
  throw new AppFailure({ code: 'packageUnsafe', detail: { rule } })
}

function directoryStart(file: Buffer): number {
  return file.readUInt32LE(file.length - 6)
}

function readDirectory(file: Buffer, limits: { readonly entries: number }): readonly Row[] {
  const end = file.length - endBytes
  if (end < 0 || file.readUInt32LE(end) !== 0x06054b50) refuse('end')
  const count = file.readUInt16LE(end + 10)
  const size = file.readUInt32LE(end + 12)
  const start = directoryStart(file)
  if (file.readUInt16LE(end + 4) !== 0 || file.readUInt16LE(end + 6) !== 0 || file.readUInt16LE(end + 8) !== count || file.readUInt16LE(end + 20) !== 0) refuse('end')
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) refuse('zip64')
  if (count > limits.entries) refuse('entries')
  if (start + size !== end) refuse('directory')
  const rows: Row[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + centralBytes > end || file.readUInt32LE(at) !== 0x02014b50) refuse('directory')
    const nameLength = file.readUInt16LE(at + 28)
    const extraLength = file.readUInt16LE(at + 30)
    const next = at + centralBytes + nameLength + extraLength + file.readUInt16LE(at + 32)
    if (next > end) refuse('directory')
    rows.push(readRow(file, at, nameLength, extraLength))
    at = next
  }
  if (at !== end) refuse('directory')
  return rows
}

function readRow(file: Buffer, at: number, nameLength: number, extraLength: number): Row {
  const flags = file.readUInt16LE(at + 8)
  const method = file.readUInt16LE(at + 10)
  const rawName = file.subarray(at + centralBytes, at + centralBytes + nameLength)
  const packed = file.readUInt32LE(at + 20)
  const bytes = file.readUInt32LE(at + 24)
  const offset = file.readUInt32LE(at + 42)
  if ((flags & ~knownFlags) !== 0) refuse('flags')
  if (method !== 0 && method !== 8) refuse('method')
  if (file.readUInt16LE(at + 34) !== 0) refuse('disk')
  if (packed === 0xffffffff || bytes === 0xffffffff || offset === 0xffffffff || hasZip64(file, at + centralBytes + nameLength, extraLength)) refuse('zip64')
  if (method === 0 && packed !== bytes) refuse('size')
  const kind = (file.readUInt16LE(at + 40) & 0xf000) >>> 12
  if (kind !== 0 && kind !== 8 && kind !== 4) refuse('link')
  const name = decodeName(rawName, flags)
  if (name.endsWith('/') && bytes !== 0) refuse('name')
  return { name, rawName, flags, method, sum: file.readUInt32LE(at + 16), packed, bytes, offset }
}

function hasZip64(file: Buffer, from: number, length: number): boolean {
  let at = from
  while (at + 4 <= from + length) {
    if (file.readUInt16LE(at) === 0x0001) return true
    at += 4 + file.readUInt16LE(at + 2)
  }
  return false
}

/** Only relative names that mean the same everywhere. */
function decodeName(raw: Buffer, flags: number): string {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return refuse('name')
  }
  const isAscii = raw.every((byte) => byte >= 0x20 && byte < 0x7f)
  if (!isAscii && (flags & utf8) === 0) refuse('name')
  const parts = name.replace(/\/$/, '').split('/')
  if (name === '' || name.length > 240 || name !== name.normalize('NFC') || [...name].some((sign) => sign < ' ' || sign === '\u007f' || sign === '\\' || sign === ':')) refuse('name')
  if (parts.length > 12 || parts.some((part) => part === '' || part === '.' || part === '..')) refuse('name')
  return name
}

function refuseTwins(rows: readonly Row[]): void {
  const seen = new Set<string>()
  for (const { name } of rows) {
    const folded = name.toLowerCase()
    if (seen.has(folded)) refuse('twins')
    seen.add(folded)
  }
}

/** Where the bytes of an entry lie, after its local header was held against the directory. */
function dataOf(file: Buffer, row: Row): { readonly from: number; readonly to: number } {
  const at = row.offset
  const start = directoryStart(file)
  if (at + localBytes > start || file.readUInt32LE(at) !== 0x04034b50) refuse('local')
  const nameLength = file.readUInt16LE(at + 26)
  const from = at + localBytes + nameLength + file.readUInt16LE(at + 28)
  const to = from + row.packed
  if (to > start) refuse('overlap')
  const isLate = (row.flags & descriptor) !== 0
  const agrees = (place: number, value: number): boolean => file.readUInt32LE(place) === value || (isLate && file.readUInt32LE(place) === 0)
  const isSame = file.readUInt16LE(at + 6) === row.flags && file.readUInt16LE(at + 8) === row.method && file.subarray(at + localBytes, at + localBytes + nameLength).equals(row.rawName)
  if (!isSame || !agrees(at + 14, row.sum) || !agrees(at + 18, row.packed) || !agrees(at + 22, row.bytes)) refuse('local')
  return { from, to }
}

function unpacked(packed: Buffer, row: Row): Uint8Array {
  const bytes = row.method === 0 ? packed : inflated(packed, row.bytes)
  if (bytes.length !== row.bytes || crc32(bytes) !== row.sum) refuse('sum')
  return bytes
}

function inflated(packed: Buffer, bytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
  } catch {
    return refuse('sum')
  }
}
