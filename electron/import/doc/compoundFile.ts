/**
 * The container of old Office files ([MS-CFB]): a small file system of sectors in chains. Every chain is followed with a mark on each sector,
 * so that one that runs in a circle or has less than it promises is found at once (SPEC IMPORT-10).
 */
import { ImportRefusal } from '../refusal'
import { damaged, slice, u16, u32, wideText } from './bytes'

export interface CompoundFile {
  /** Names of what stands at the top of the file, in lower case. */
  readonly names: ReadonlySet<string>
  /** A stream at the top of the file; null if there is none. Names are compared without case. */
  readonly stream: (name: string) => Uint8Array | null
}

interface Entry {
  readonly name: string
  readonly kind: 'storage' | 'stream' | 'root' | 'empty'
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** Sector numbers from here on are no sectors. */
const firstMark = 0xfffffffa
const kinds = ['empty', 'storage', 'stream', 'empty', 'empty', 'root'] as const
const entryBytes = 128

export function openCompound(bytes: Uint8Array): CompoundFile {
  const shift = u16(bytes, 30)
  if (shift !== 9 && shift !== 12) throw damaged('sector size')
  const file: Sectors = { bytes, shift, offset: 1 << shift, count: Math.max(0, Math.ceil((bytes.length - (1 << shift)) / (1 << shift))) }
  const table = sectorTable(file)
  const directory = readDirectory(chain(file, table, u32(bytes, 48), Infinity), shift === 9)
  const root = directory[0]
  if (root === undefined || root.kind !== 'root') throw damaged('root')
  const top = topEntries(directory)
  const cutoff = u32(bytes, 56)
  const small = lazily(() => {
    const content = chain(file, table, root.start, root.size)
    const links = chain(file, table, u32(bytes, 60), Infinity)
    return { sectors: { bytes: content, shift: 6, offset: 0, count: Math.ceil(content.length / 64) }, table: numbers(links) }
  })
  return {
    names: new Set(top.keys()),
    stream: (name) => {
      const entry = top.get(name.toLowerCase())
      if (entry === undefined || entry.kind !== 'stream') return null
      return entry.size < cutoff ? chain(small().sectors, small().table, entry.start, entry.size) : chain(file, table, entry.start, entry.size)
    },
  }
}

interface Sectors {
  readonly bytes: Uint8Array
  readonly shift: number
  /** Where the first sector begins. */
  readonly offset: number
  readonly count: number
}

/** The bytes of a chain of sectors. The last sector of a file may be cut short (WPS does so); the rest of it counts as zeros. */
function chain({ bytes, shift, offset, count }: Sectors, table: Uint32Array, start: number, size: number): Uint8Array {
  const found: number[] = []
  const seen = new Uint8Array(count)
  for (let sector = start; sector < firstMark && found.length << shift < size; sector = table[sector] ?? 0xffffffff) {
    if (sector >= count) throw damaged('sector')
    if (seen[sector] === 1) throw new ImportRefusal('fileUnsafe', 'chain of sectors in a circle')
    seen[sector] = 1
    found.push(sector)
  }
  const content = new Uint8Array(Math.min(size, found.length << shift))
  found.forEach((sector, index) => {
    const from = offset + (sector << shift)
    const part = bytes.subarray(from, from + (1 << shift))
    const room = content.length - (index << shift)
    content.set(room < part.length ? part.subarray(0, room) : part, index << shift)
  })
  return content
}

/** The table that says which sector follows which; its own sectors are listed in the head of the file and in a chain behind it. */
function sectorTable(file: Sectors): Uint32Array {
  const { bytes, shift, count } = file
  const perSector = 1 << (shift - 2)
  const listed: number[] = []
  for (let index = 0; index < 109; index += 1) listed.push(u32(bytes, 76 + index * 4))
  const seen = new Set<number>()
  for (let sector = u32(bytes, 68); sector < firstMark;) {
    if (sector >= count) throw damaged('sector list')
    if (seen.has(sector)) throw new ImportRefusal('fileUnsafe', 'list of sectors in a circle')
    seen.add(sector)
    const from = file.offset + (sector << shift)
    for (let index = 0; index < perSector - 1; index += 1) listed.push(from + index * 4 + 4 <= bytes.length ? u32(bytes, from + index * 4) : 0xffffffff)
    sector = u32(bytes, from + (perSector - 1) * 4)
  }
  const table = new Uint32Array(count).fill(0xffffffff)
  let at = 0
  for (const sector of listed) {
    if (at >= count) break
    if (sector >= count) continue
    const from = file.offset + (sector << shift)
    for (let index = 0; index < perSector && at < count; index += 1, at += 1) if (from + index * 4 + 4 <= bytes.length) table[at] = u32(bytes, from + index * 4)
  }
  return table
}

function numbers(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => u32(bytes, index * 4))
}

function readDirectory(bytes: Uint8Array, isSmall: boolean): readonly Entry[] {
  return Array.from({ length: Math.floor(bytes.length / entryBytes) }, (_, index): Entry => {
    const entry = slice(bytes, index * entryBytes, entryBytes)
    const length = Math.max(0, Math.min(31, (u16(entry, 64) >> 1) - 1))
    const high = isSmall ? 0 : u32(entry, 124)
    return {
      name: wideText(entry, 0, length).toLowerCase(), kind: kinds[entry[66] ?? 0] ?? 'empty', left: u32(entry, 68), right: u32(entry, 72), child: u32(entry, 76),
      start: u32(entry, 116), size: u32(entry, 120) + high * 0x100000000,
    }
  })
}

/** The entries that hang directly under the root. Where their tree is damaged all entries count, so that the text is still found. */
function topEntries(directory: readonly Entry[]): ReadonlyMap<string, Entry> {
  const top = new Map<string, Entry>()
  const seen = new Set<number>()
  const open = [directory[0]?.child ?? 0]
  let isDamaged = false
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at >= firstMark) continue
    const entry = directory[at]
    if (entry === undefined || entry.kind === 'empty' || seen.has(at)) {
      isDamaged = true
      continue
    }
    seen.add(at)
    if (!top.has(entry.name)) top.set(entry.name, entry)
    open.push(entry.left, entry.right)
  }
  if (isDamaged || top.size === 0) for (const entry of directory) if (entry.kind === 'stream' && !top.has(entry.name)) top.set(entry.name, entry)
  return top
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
