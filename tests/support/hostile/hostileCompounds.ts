/** Compound files (.doc, .wps) whose chains go in circles and whose sizes lie ([MS-CFB], [MS-DOC]). */
import { odd, refused, sound, type HostileFile } from './hostileFile'

const end = 0xfffffffe
const free = 0xffffffff
const fat = 0xfffffffd

interface Entry {
  readonly name: string
  readonly type: 1 | 2 | 5
  readonly left?: number
  readonly right?: number
  readonly child?: number
  readonly start?: number
  readonly size?: number
}

interface Compound {
  /** Sector 0 is the table, sector 1 the directory, the others as given. */
  readonly table?: (sector: number) => number
  readonly sectors?: readonly Uint8Array[]
  readonly entries?: readonly Entry[]
  readonly header?: (view: DataView) => void
}

const sector = 512

export function compound({ table = () => end, sectors = [], entries = [], header = () => undefined }: Compound): Uint8Array {
  const bytes = new Uint8Array(sector * (3 + sectors.length))
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) view.setUint16(at, value, true)
  for (const [at, value] of [[44, 1], [48, 1], [56, 4096], [60, end], [64, 0], [68, end], [72, 0], [76, 0]] as const) view.setUint32(at, value, true)
  for (let index = 1; index < 109; index += 1) view.setUint32(76 + index * 4, free, true)
  for (let index = 0; index < 128; index += 1) view.setUint32(sector + index * 4, index === 0 ? fat : index === 1 ? table(1) : index < 2 + sectors.length ? table(index) : free, true)
  entries.slice(0, 4).forEach((entry, index) => {
    const at = sector * 2 + index * 128
    ;[...entry.name].slice(0, 31).forEach((character, place) => view.setUint16(at + place * 2, character.charCodeAt(0), true))
    view.setUint16(at + 64, entry.name.length * 2 + 2, true)
    bytes[at + 66] = entry.type
    bytes[at + 67] = 1
    view.setUint32(at + 68, entry.left ?? free, true)
    view.setUint32(at + 72, entry.right ?? free, true)
    view.setUint32(at + 76, entry.child ?? free, true)
    view.setUint32(at + 116, entry.start ?? end, true)
    view.setUint32(at + 120, entry.size ?? 0, true)
  })
  sectors.forEach((data, index) => bytes.set(data.subarray(0, sector), sector * (3 + index)))
  header(view)
  return bytes
}

const root: Entry = { name: 'Root Entry', type: 5, child: 1 }
const word = (more: Partial<Entry> = {}): Entry => ({ name: 'WordDocument', type: 2, start: 2, size: 4096, ...more })
const table1 = (more: Partial<Entry> = {}): Entry => ({ name: '1Table', type: 2, start: 10, size: 4096, ...more })

/** The head of a document whose text and tables are where `places` says: [offset in the FIB, value]. */
function documentHead(places: readonly (readonly [number, number])[] = []): Uint8Array {
  const bytes = new Uint8Array(sector * 4)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xa5ec, true)
  view.setUint16(2, 0x00c1, true)
  view.setUint16(10, 0x0200, true)
  view.setUint16(32, 14, true)
  view.setUint16(62, 22, true)
  view.setUint16(152, 93, true)
  for (const [at, value] of places) view.setUint32(at, value, true)
  bytes.fill(0x61, 1024)
  return bytes
}

const pieces = (bytes: Uint8Array): readonly Uint8Array[] => Array.from({ length: Math.ceil(bytes.length / sector) }, (_, index) => bytes.subarray(index * sector, (index + 1) * sector))
const blank = (count: number): readonly Uint8Array[] => Array.from({ length: count }, () => new Uint8Array(sector))

/** A .doc whose table stream is `tableBytes`; the piece table stands where the FIB says. */
function doc(tableBytes: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array {
  const head = [...pieces(documentHead(places)), ...blank(4)]
  const tables = new Uint8Array(4096)
  tables.set(tableBytes.subarray(0, 4096))
  return compound({ entries: [root, word({ right: 2 }), table1()], sectors: [...head, ...pieces(tables)], table: (at) => (at === 1 || at === 9 || at === 17 ? end : at + 1) })
}

/** One piece of text: characters from `from` to `to`, at `place` of the file. */
function pieceTable(list: readonly (readonly [from: number, to: number, place: number])[]): Uint8Array {
  const bytes = new Uint8Array(5 + (list.length + 1) * 4 + list.length * 8)
  const view = new DataView(bytes.buffer)
  bytes[0] = 2
  view.setUint32(1, bytes.length - 5, true)
  list.forEach(([from, to, place], index) => {
    view.setUint32(5 + index * 4, from, true)
    view.setUint32(5 + (index + 1) * 4, to, true)
    view.setUint32(5 + (list.length + 1) * 4 + index * 8 + 2, place, true)
  })
  return bytes
}

const clx = (count: number, length: number): readonly (readonly [number, number])[] => [[76, count], [418, 0], [422, length]]

export const hostileCompounds: readonly HostileFile[] = [
  sound('doc: nothing wrong', () => doc(pieceTable([[0, 10, 0x40000000 + 2048]]), clx(10, 21))),
  refused('compound: a head and nothing else', () => compound({}).slice(0, 512)),
  refused('compound: a stream that is a ring', () => compound({ entries: [root, word({ size: 1_000_000 })], sectors: pieces(documentHead()), table: (at) => (at === 5 ? 2 : at + 1) })),
  refused('compound: a sector that follows itself', () => compound({ entries: [root, word({ size: 0x7fffffff })], sectors: pieces(documentHead()), table: (at) => at })),
  refused('compound: the directory is a ring', () => compound({ entries: [root, word()], sectors: pieces(documentHead()), table: (at) => (at === 1 ? 1 : end) })),
  refused('compound: entries that are their own neighbours', () => compound({ entries: [{ ...root, child: 1 }, word({ left: 1, right: 1, child: 1 }), table1({ left: 1, right: 2 })], sectors: pieces(documentHead()) })),
  refused('compound: neighbours behind the directory', () => compound({ entries: [{ ...root, child: 0x7ffffff0 }, word({ left: 99_999 })], sectors: pieces(documentHead()) })),
  refused('compound: tables of tables in a ring', () => compound({ entries: [root, word()], sectors: blank(2), header: (view) => {
    view.setUint32(68, 2, true)
    view.setUint32(72, 0x7fffffff, true)
    for (let index = 0; index < 128; index += 1) view.setUint32(sector * 3 + index * 4, 2, true)
  } })),
  refused('compound: 4 thousand million table sectors', () => compound({ entries: [root, word()], header: (view) => view.setUint32(44, 0xffffffff, true) })),
  refused('compound: all tables are one sector', () => compound({ entries: [root, word({ size: 0x7fffffff })], sectors: pieces(documentHead()), table: (at) => at + 1, header: (view) => {
    view.setUint32(44, 109, true)
    for (let index = 0; index < 109; index += 1) view.setUint32(76 + index * 4, 0, true)
  } })),
  refused('compound: small sectors in a ring', () => compound({ entries: [{ ...root, start: 2, size: 0x7fffffff }, word({ start: 0, size: 4000 })], sectors: blank(4), table: (at) => (at === 2 ? 2 : end), header: (view) => {
    view.setUint32(60, 3, true)
    view.setUint32(64, 0xffff, true)
  } })),
  refused('compound: sectors of 4 GB', () => compound({ entries: [root, word()], header: (view) => view.setUint16(30, 32, true) })),
  refused('compound: sectors of no bytes', () => compound({ entries: [root, word()], header: (view) => view.setUint16(30, 0, true) })),
  refused('compound: the directory lies behind the file', () => compound({ entries: [root, word()], header: (view) => view.setUint32(48, 0x7ffffff0, true) })),
  refused('compound: a stream longer than the file', () => compound({ entries: [root, word({ size: 0xffffffff })], sectors: pieces(documentHead()), table: (at) => (at === 5 ? end : at + 1) })),
  refused('compound: an entry called __proto__', () => compound({ entries: [root, { name: '__proto__', type: 2, start: 2, size: 4096, right: 2 }, { name: 'constructor', type: 2, start: 2, size: 4096 }], sectors: pieces(documentHead()) })),
  refused('doc: encrypted', () => doc(pieceTable([[0, 10, 0]]), [...clx(10, 25), [10, 0x0300]])),
  refused('doc: a piece of text outside the file', () => doc(pieceTable([[0, 100, 0x3fffffff]]), clx(100, 21))),
  refused('doc: a thousand million characters', () => doc(pieceTable([[0, 1_000_000_000, 0x40000000]]), clx(1_000_000_000, 21))),
  odd('doc: pieces of text that run backwards', () => doc(pieceTable([[0, 100, 2048], [100, 50, 2048], [50, 200, 2048]]), clx(200, 45))),
  odd('doc: the same text three hundred times', () => doc(pieceTable(Array.from({ length: 300 }, (_, index) => [index * 1000, (index + 1) * 1000, 0x40000000 + 1024] as const)), clx(300_000, 5 + 301 * 4 + 300 * 8))),
  refused('doc: the piece table lies behind its stream', () => doc(pieceTable([[0, 10, 0]]), [[76, 10], [418, 0x7fffffff], [422, 0x7fffffff]])),
  refused('doc: a piece table of nothing but its mark', () => doc(new Uint8Array(4096).fill(2), clx(10, 4096))),
  odd('doc: properties, styles and lists of all sizes', () => doc(pieceTable([[0, 10, 0x40000000 + 1024]]), [...clx(10, 21), ...Array.from({ length: 40 }, (_, index) => [154 + index * 8, index % 2 === 0 ? 0 : 0x7fffffff] as const).filter(([at]) => at !== 418)])),
  odd('doc: a document full of 0xff', () => compound({ entries: [root, word({ right: 2 }), table1()], sectors: [...pieces(documentHead()).slice(0, 1), ...Array.from({ length: 15 }, () => new Uint8Array(sector).fill(0xff))], table: (at) => (at === 1 || at === 9 || at === 17 ? end : at + 1) })),
]
