/** Drawings of old Office files ([MS-ODRAW]): records in records, of which the pictures, the text boxes and the words set as drawings matter. */
import { slice, soft, u16, u32, u8, wideText } from './bytes'

interface ArtRecord {
  readonly kind: number
  readonly instance: number
  readonly isContainer: boolean
  readonly at: number
  readonly end: number
}

/** A shape with what it shows. `anchor` is the shape of the text that it hangs on: its own, or that of its group. */
export interface Shape {
  readonly id: number
  readonly anchor: number
  /** Number of its picture in the store, from 1; 0 if it has none. */
  readonly picture: number
  /** Words that are set as a drawing. */
  readonly words: string
  readonly name: string
  /** A line, a group or a hidden shape: nothing is lost without it. */
  readonly isSilent: boolean
}

const kinds = { group: 0xf000, store: 0xf001, drawing: 0xf002, shapeGroup: 0xf003, shape: 0xf004, storeEntry: 0xf007, shapeHead: 0xf00a, properties: 0xf00b } as const
const firstBlip = 0xf018
const lastBlip = 0xf117
const deepest = 20
const headBytes = 8

/** No drawing has more records side by side. */
const mostRecords = 100_000

function records(bytes: Uint8Array, from: number, to: number, most = mostRecords): readonly ArtRecord[] {
  const found: ArtRecord[] = []
  for (let at = from; at + headBytes <= to && found.length < most;) {
    const head = u16(bytes, at)
    const end = Math.min(to, at + headBytes + u32(bytes, at + 4))
    found.push({ kind: u16(bytes, at + 2), instance: head >> 4, isContainer: (head & 0xf) === 0xf, at: at + headBytes, end })
    at = end
  }
  return found
}

export interface Art {
  /** Bytes of a picture in the store, with the head of its record cut off; empty if they are not there. */
  readonly store: readonly Uint8Array[]
  readonly shapes: readonly Shape[]
}

/** What the drawings table holds; `main` is the stream in which pictures of the store stand. */
export function readArt(table: Uint8Array, main: Uint8Array): Art {
  const first = records(table, 0, table.length)[0]
  if (first === undefined || first.kind !== kinds.group) return { store: [], shapes: [] }
  const store = soft(() => records(table, first.at, first.end).filter(({ kind }) => kind === kinds.store).flatMap(({ at, end }) => records(table, at, end).map((entry) => soft(() => storedPicture(table, entry, main), new Uint8Array(0)))), [])
  const shapes: Shape[] = []
  // Before each drawing stands a byte that says whether it is of the text or of the margins.
  soft(() => {
    for (let at = first.end + 1; at + headBytes < table.length;) {
      const end = at + headBytes + u32(table, at + 4)
      if (u16(table, at + 2) === kinds.drawing) for (const inner of records(table, at + headBytes, Math.min(end, table.length))) if (inner.kind === kinds.shapeGroup) readGroup(table, inner, null, 0, shapes)
      at = end + 1
    }
  }, undefined)
  return { store, shapes }
}

/** Groups in the outermost group hang on the text; what is in them hangs with them. */
function readGroup(table: Uint8Array, group: ArtRecord, anchor: number | null, depth: number, shapes: Shape[]): void {
  if (depth > deepest) return
  let own = anchor
  records(table, group.at, group.end).forEach((record, index) => {
    if (record.kind === kinds.shapeGroup) readGroup(table, record, own, depth + 1, shapes)
    if (record.kind !== kinds.shape) return
    const shape = soft(() => readShape(table, record), null)
    if (shape === null) return
    // The first shape of a group stands for the group. The outermost group hangs on nothing.
    if (index === 0 && depth === 1) own = shape.id
    shapes.push({ ...shape, anchor: own ?? shape.id, isSilent: shape.isSilent || index === 0 })
  })
}

const lineTypes: readonly number[] = [20, 32, 33, 34, 35, 36, 37, 38, 39, 40]
const propertyIds = { picture: 0x104, words: 0xc0, name: 0x380, flags: 0x3bf } as const

function readShape(table: Uint8Array, container: ArtRecord): Omit<Shape, 'anchor'> {
  let shape: Omit<Shape, 'anchor'> = { id: 0, picture: 0, words: '', name: '', isSilent: false }
  for (const record of records(table, container.at, container.end)) {
    if (record.kind === kinds.shapeHead) shape = { ...shape, id: u32(table, record.at), isSilent: shape.isSilent || lineTypes.includes(record.instance) }
    if (record.kind !== kinds.properties) continue
    let longAt = record.at + record.instance * 6
    for (let index = 0; index < record.instance && record.at + index * 6 + 6 <= record.end; index += 1) {
      const head = u16(table, record.at + index * 6)
      const value = u32(table, record.at + index * 6 + 2)
      const id = head & 0x3fff
      if ((head & 0x8000) !== 0) {
        const text = soft(() => wideText(table, longAt, Math.min(value, record.end - longAt) >> 1).replace(/\0.*$/s, ''), '')
        if (id === propertyIds.words) shape = { ...shape, words: text }
        if (id === propertyIds.name) shape = { ...shape, name: text }
        longAt += value
      } else if (id === propertyIds.picture) shape = { ...shape, picture: value }
      else if (id === propertyIds.flags && (value & 0x20002) === 0x20002) shape = { ...shape, isSilent: true }
    }
  }
  return shape
}

const entryBytes = 36

/** A picture stands in its entry or, later, in the main stream. */
function storedPicture(bytes: Uint8Array, record: ArtRecord, main: Uint8Array): Uint8Array {
  if (isPicture(record)) return bytes.subarray(record.at, record.end)
  if (record.kind !== kinds.storeEntry) return new Uint8Array(0)
  const inside = records(bytes, record.at + entryBytes + u8(bytes, record.at + 33), record.end)[0]
  if (inside !== undefined) return bytes.subarray(inside.at, inside.end)
  const later = u32(bytes, record.at + 28)
  return slice(main, later + headBytes, u32(main, later + 4))
}

function isPicture({ kind }: ArtRecord): boolean {
  return kind >= firstBlip && kind <= lastBlip
}

/** The shape, its other parts, and the picture. */
const recordsOfPicture = 16

/** The picture of a shape in the text: the first one behind the shape. */
export function inlinePicture(bytes: Uint8Array): Uint8Array | null {
  const found = records(bytes, 0, bytes.length, recordsOfPicture).find((record) => record.kind === kinds.storeEntry || isPicture(record))
  return found === undefined ? null : storedPicture(bytes, found, new Uint8Array(0))
}
