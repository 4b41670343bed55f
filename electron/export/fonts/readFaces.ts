/**
 * The faces of a font file by the few tables that tell them (OpenType 1.9: table directory, name, OS/2, cmap): a folder of fonts holds hundreds of
 * megabytes, of which this reads some kilobytes each.
 */
import type { ReadPart } from './fontSource'
import { readCoverage, type Coverage } from './readCoverage'

/** One face. `families`: all names it goes by, in small letters, full names included. */
export interface FontFace {
  readonly path: string
  /** Its place in a collection. */
  readonly index: number
  readonly families: readonly string[]
  /** The name for people. */
  readonly name: string
  /** 100 … 900. */
  readonly weight: number
  readonly isItalic: boolean
  /** Its maker lets a subset of it be put into documents. */
  readonly isEmbeddable: boolean
  /** Code points it has a glyph for. */
  readonly coverage: Coverage
}

const collection = 0x74746366
/** Outlines as this program can embed them; bitmaps and colours alone are no use in print. */
const outlines = ['glyf', 'CFF ']
const mostFaces = 64
const boldWeight = 700

/** Every face of the file; none of a file that is no font. */
export async function readFaces(path: string, read: ReadPart): Promise<readonly FontFace[]> {
  const head = view(await read(0, 12))
  if (head.byteLength < 12) return []
  if (head.getUint32(0) !== collection) return one(await readFace(path, 0, 0, read))
  const count = Math.min(head.getUint32(8), mostFaces)
  const offsets = view(await read(12, 4 * count))
  const faces: FontFace[] = []
  for (let index = 0; index < Math.floor(offsets.byteLength / 4); index += 1) faces.push(...one(await readFace(path, index, offsets.getUint32(4 * index), read)))
  return faces
}

async function readFace(path: string, index: number, at: number, read: ReadPart): Promise<FontFace | null> {
  const head = view(await read(at, 12))
  if (head.byteLength < 12) return null
  const tables = readTables(view(await read(at + 12, 16 * Math.min(head.getUint16(4), 100))))
  const [names, os2, map] = [tables.get('name'), tables.get('OS/2'), tables.get('cmap')]
  if (names === undefined || map === undefined || !outlines.some((tag) => tables.has(tag))) return null
  const families = readNames(view(await read(names.from, Math.min(names.length, 1 << 18))))
  const facts = os2 === undefined ? null : view(await read(os2.from, 64))
  const coverage = readCoverage(view(await read(map.from, Math.min(map.length, 1 << 23))))
  const selection = facts !== null && facts.byteLength >= 64 ? facts.getUint16(62) : 0
  // Some fonts say that they are bold in one place only.
  const isBold = (selection & 0x20) !== 0 || families.all.some((name) => / bold\b/.test(name))
  return {
    path, index, families: families.all, name: families.shown, coverage,
    weight: Math.max(facts !== null && facts.byteLength >= 6 ? facts.getUint16(4) : 400, isBold ? boldWeight : 0), isItalic: (selection & 1) !== 0,
    isEmbeddable: facts === null || facts.byteLength < 10 || allowsSubsets(facts.getUint16(8)),
  }
}

/** fsType of OS/2: restricted, unless a milder right stands beside it (older fonts set several); no subsets; bitmaps only. */
function allowsSubsets(rights: number): boolean {
  const isRestricted = (rights & 0x000e) === 0x0002
  return !isRestricted && (rights & 0x0300) === 0
}

function readTables(records: DataView): ReadonlyMap<string, { readonly from: number; readonly length: number }> {
  const tables = new Map<string, { from: number; length: number }>()
  for (let at = 0; at + 16 <= records.byteLength; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => records.getUint8(at + offset)))
    tables.set(tag, { from: records.getUint32(at + 8), length: records.getUint32(at + 12) })
  }
  return tables
}

/** Name ids: 1 and 16 families, 4 the full name. */
const familyIds = [16, 1, 4]
const windowsPlatform = 3
const chineseLanguage = 0x0804

function readNames(table: DataView): { readonly all: readonly string[]; readonly shown: string } {
  const found: { readonly id: number; readonly isChinese: boolean; readonly text: string }[] = []
  if (table.byteLength < 6) return { all: [], shown: '' }
  const [count, storage] = [table.getUint16(2), table.getUint16(4)]
  for (let at = 6; at + 12 <= Math.min(table.byteLength, 6 + 12 * count); at += 12) {
    const [platform, language, id, length, offset] = [table.getUint16(at), table.getUint16(at + 4), table.getUint16(at + 6), table.getUint16(at + 8), table.getUint16(at + 10)]
    if (platform !== windowsPlatform || !familyIds.includes(id) || storage + offset + length > table.byteLength) continue
    let text = ''
    for (let unit = 0; unit + 1 < length; unit += 2) text += String.fromCharCode(table.getUint16(storage + offset + unit))
    found.push({ id, isChinese: language === chineseLanguage, text: text.trim() })
  }
  const shown = found.find(({ id, isChinese }) => id !== 4 && isChinese) ?? found.find(({ id }) => id !== 4)
  return { all: [...new Set(found.map(({ text }) => text.toLowerCase()))], shown: shown?.text ?? '' }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function one<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value]
}
