/**
 * The parts of a package (docx), read with suspicion (SPEC IMPORT-5): the directory is checked before anything is inflated, sizes are counted while
 * inflating, and only the wanted parts are inflated at all. Names are keys of a map, never paths.
 */
import { Inflate } from 'fflate'
import { ImportRefusal } from './refusal'

const mostEntries = 2000
const largestEntry = 64 * 1024 * 1024
const largestTotal = 256 * 1024 * 1024
const largestRatio = 200
/** Below this many bytes the ratio does not matter. */
const ratioFrom = 1024 * 1024

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly header: number
  /** Of the name as it is written in the directory; before the data it stands again. */
  readonly nameAt: number
  readonly nameLength: number
}

export interface ZipPackage {
  readonly names: readonly string[]
  /** The bytes of a part, or null if there is none of this name (capitals make no difference). */
  readonly part: (name: string) => Uint8Array | null
}

/** Opens a zip file; throws an {@link ImportRefusal} for everything that is not plainly right. */
export function openZip(bytes: Uint8Array): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view)
  const byName = new Map(entries.map((entry) => [foldedName(entry.name), entry]))
  if (byName.size !== entries.length) throw new ImportRefusal('fileUnsafe', 'names twice')
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > largestTotal) throw new ImportRefusal('fileUnsafe', 'inflated size')
  refuseOverlaps(bytes, view, entries)
  let budget = largestTotal
  return {
    names: entries.map((entry) => entry.name),
    part: (name) => {
      const entry = byName.get(foldedName(name))
      if (entry === undefined) return null
      const data = inflateEntry(bytes, view, entry, budget)
      budget -= data.length
      return data
    },
  }
}

/** Two names that are one, in whatever way a program wrote them. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = findEnd(bytes, view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw new ImportRefusal('fileUnsafe', 'several disks')
  if (count > mostEntries) throw new ImportRefusal('fileUnsafe', 'entries')
  if (count === 0xffff || at === 0xffffffff || at + size > end) throw new ImportRefusal('fileDamaged', 'directory')
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new ImportRefusal('fileDamaged', 'directory entry')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry: Entry = { name, method, crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), header: view.getUint32(at + 42, true), nameAt: at + 46, nameLength }
    if ((flags & 0x2041) !== 0) throw new ImportRefusal('fileEncrypted', 'zip entry')
    if (method !== 0 && method !== 8) throw new ImportRefusal('fileUnsafe', 'method')
    if (entry.size > largestEntry || entry.packed > bytes.length) throw new ImportRefusal('fileUnsafe', 'inflated size')
    if (entry.size > ratioFrom && entry.size > largestRatio * entry.packed) throw new ImportRefusal('fileUnsafe', 'ratio')
    entries.push(entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands last, with a comment of at most 64 kB behind it. */
function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length) return at
  }
  throw new ImportRefusal('fileDamaged', 'no directory')
}

function decodeName(bytes: Uint8Array): string {
  // Some programs part the folders by backslashes. Names are keys of a map here, so they may as well be read.
  const name = new TextDecoder('utf-8').decode(bytes).replace(/\\/g, '/')
  if (/[\u0000-\u001f:]|^\/|(^|\/)\.\.(\/|$)/.test(name)) throw new ImportRefusal('fileUnsafe', 'name')
  return name
}

/** Two entries that share bytes are how a small file becomes a large one, and how programs are made to see different files. */
function refuseOverlaps(bytes: Uint8Array, view: DataView, entries: readonly Entry[]): void {
  let end = 0
  for (const { header, packed } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header + 30 > bytes.length) throw new ImportRefusal('fileDamaged', 'entry')
    if (header < end) throw new ImportRefusal('fileUnsafe', 'entries overlap')
    end = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true) + packed
  }
}

function inflateEntry(bytes: Uint8Array, view: DataView, entry: Entry, budget: number): Uint8Array {
  const { header, packed, size, nameAt, nameLength } = entry
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw new ImportRefusal('fileDamaged', 'entry')
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (from + packed > bytes.length || view.getUint16(header + 8, true) !== entry.method) throw new ImportRefusal('fileDamaged', 'entry')
  if (view.getUint16(header + 26, true) !== nameLength || !bytes.subarray(header + 30, header + 30 + nameLength).every((byte, index) => byte === bytes[nameAt + index])) throw new ImportRefusal('fileUnsafe', 'two names')
  const data = bytes.subarray(from, from + packed)
  const inflated = entry.method === 0 ? data : inflate(data, Math.min(size, budget))
  if (inflated.length !== size || crc32(inflated) !== entry.crc) throw new ImportRefusal('fileDamaged', 'checksum')
  return inflated
}

/** Fed in small pieces, so that a lying size is noticed after little more than that size. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ImportRefusal('fileUnsafe', 'size lies')
    result.set(chunk, length)
    length += chunk.length
  })
  try {
    const step = 16 * 1024
    for (let at = 0; at < data.length || at === 0; at += step) stream.push(data.subarray(at, at + step), at + step >= data.length)
  } catch (reason) {
    throw reason instanceof ImportRefusal ? reason : new ImportRefusal('fileDamaged', 'deflate')
  }
  return result.subarray(0, length)
}

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let at = 0; at < bytes.length; at += 1) crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}
