/** Compound files as old Office programs write them: streams at the top, small ones in the small stream. */
import { joinedBytes } from '../../shared/base/joinedBytes'

const sectorBytes = 512
const smallBytes = 64
const smallLimit = 4096
const [free, end, tableMark] = [0xffffffff, 0xfffffffe, 0xfffffffd]

/** The file with these streams. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sectors: Uint8Array[] = []
  const links: number[] = []
  const add = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return end
    const first = sectors.length
    const count = Math.ceil(bytes.length / sectorBytes)
    for (let index = 0; index < count; index += 1) {
      sectors.push(padded(bytes.subarray(index * sectorBytes, (index + 1) * sectorBytes), sectorBytes))
      links.push(index === count - 1 ? end : first + index + 1)
    }
    return first
  }
  const small: number[] = []
  const smallLinks: number[] = []
  const placed = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= smallLimit) return { name, size: bytes.length, start: add(bytes) }
    const first = small.length / smallBytes
    const count = Math.ceil(bytes.length / smallBytes)
    small.push(...padded(bytes, count * smallBytes))
    for (let index = 0; index < count; index += 1) smallLinks.push(index === count - 1 ? end : first + index + 1)
    return { name, size: bytes.length, start: count === 0 ? end : first }
  })
  const root = { name: 'Root Entry', size: small.length, start: add(Uint8Array.from(small)) }
  const smallTable = add(Uint8Array.from(smallLinks.flatMap((link) => numberBytes(link, 4))))
  // One after the other, each the right neighbour of the one before.
  const entries = [entry(root, 5, placed.length > 0 ? 1 : free, free), ...placed.map((each, index) => entry(each, 2, free, index + 2 <= placed.length ? index + 2 : free))]
  const directory = add(Uint8Array.from(entries.flat()))
  let tables = 1
  while (tables * (sectorBytes / 4) < sectors.length + tables) tables += 1
  const firstTable = sectors.length
  for (let index = 0; index < tables; index += 1) links.push(tableMark)
  const table = [...links, ...Array.from({ length: tables * (sectorBytes / 4) - links.length }, () => free)]
  const head = new Uint8Array(sectorBytes).fill(0xff)
  const put = (at: number, bytes: readonly number[]): void => head.set(bytes, at)
  put(0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 16 }, () => 0), 0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, ...Array.from({ length: 10 }, () => 0)])
  put(44, [tables, directory, 0, smallLimit, smallTable, smallTable === end ? 0 : Math.ceil(smallLinks.length / 128), end, 0].flatMap((value) => numberBytes(value, 4)))
  for (let index = 0; index < tables; index += 1) put(76 + index * 4, numberBytes(firstTable + index, 4))
  return joinedBytes([head, ...sectors, Uint8Array.from(table.flatMap((link) => numberBytes(link, 4)))])
}

/** Lowest byte first. */
export function numberBytes(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.floor((value >>> 0) / 256 ** index) % 256)
}

export function wideBytes(text: string): number[] {
  return [...Buffer.from(text, 'utf16le')]
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length)
  whole.set(bytes)
  return whole
}

function entry({ name, size, start }: { readonly name: string; readonly size: number; readonly start: number }, kind: number, child: number, right: number): number[] {
  const wide = wideBytes(name)
  return [
    ...wide, ...Array.from({ length: 64 - wide.length }, () => 0), ...numberBytes(wide.length + 2, 2), kind, 1, ...numberBytes(free, 4), ...numberBytes(right, 4), ...numberBytes(child, 4),
    ...Array.from({ length: 36 }, () => 0), ...numberBytes(start, 4), ...numberBytes(size, 4), 0, 0, 0, 0,
  ]
}
