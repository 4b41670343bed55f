/** Where the objects of a PDF file are: by its tables, old form and new (ISO 32000-1, 7.5.4 and 7.5.8), or by looking for `N G obj` in the whole file. */
import { ImportRefusal } from '../refusal'
import { emptyDictionary, isArray, isDictionary, isKeyword, isReference, isStream, nameOf, numberOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdfValues'
import { indexOfWord, readObject } from './readObject'
import { createValueReader } from './readValues'
import { unpackBudget, unpackStream, type UnpackBudget } from './unpackStream'

/** `packed` objects lie in the stream with the number `packet`. */
export type Place = { readonly kind: 'plain'; readonly at: number } | { readonly kind: 'packed'; readonly packet: number }

export interface Places {
  readonly objects: ReadonlyMap<number, Place>
  readonly trailer: PdfDictionary
  /** The object that says how the file is locked, itself never locked; -1 if none. */
  readonly encryptNumber: number
}

const mostObjects = 500_000
const mostTables = 200
/** The pointer to the table stands so near the end. */
const tail = 2048

/** The places by the tables of the file; null if these are damaged. */
export function readPlaces(bytes: Uint8Array): Places | null {
  const objects = new Map<number, Place | null>()
  const budget = unpackBudget()
  const seen = new Set<number>()
  const waiting = [startOfTables(bytes)]
  const trailers: PdfDictionary[] = []
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at < 0 || at >= bytes.length || seen.size >= mostTables) return null
    if (seen.has(at)) continue
    seen.add(at)
    const trailer = isDigit(bytes, at) ? readStreamTable(bytes, at, objects, budget) : readPlainTable(bytes, at, objects)
    if (trailer === null) return null
    trailers.push(trailer)
    const [hybrid, previous] = [trailer.entries.get('XRefStm'), trailer.entries.get('Prev')]
    if (typeof hybrid === 'number') waiting.push(hybrid)
    if (typeof previous === 'number') waiting.push(previous)
  }
  return placesOf(objects, trailers)
}

function placesOf(found: ReadonlyMap<number, Place | null>, trailers: readonly PdfDictionary[]): Places {
  const objects = new Map<number, Place>()
  for (const [number, place] of found) if (place !== null) objects.set(number, place)
  const entries = new Map<string, PdfValue>()
  for (const trailer of trailers) for (const [key, value] of trailer.entries) if (!entries.has(key)) entries.set(key, value)
  const encrypt = entries.get('Encrypt')
  return { objects, trailer: { kind: 'dictionary', entries }, encryptNumber: isReference(encrypt) ? encrypt.number : -1 }
}

function startOfTables(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - tail)
  let last = -1
  for (let at = indexOfWord(bytes, 'startxref', from); at >= 0; at = indexOfWord(bytes, 'startxref', at + 1)) last = at
  return last < 0 ? -1 : numberOf(createValueReader(bytes, last + 9).nextPlain() ?? null, -1)
}

function isDigit(bytes: Uint8Array, from: number): boolean {
  let at = from
  while (at < from + 8 && ((bytes[at] ?? 0) <= 32)) at += 1
  return (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39
}

function note(objects: Map<number, Place | null>, number: number, place: Place | null): void {
  if (objects.has(number) || !Number.isInteger(number)) return
  if (objects.size >= mostObjects) throw new ImportRefusal('fileUnsafe', 'objects')
  objects.set(number, place)
}

function readPlainTable(bytes: Uint8Array, at: number, objects: Map<number, Place | null>): PdfDictionary | null {
  const reader = createValueReader(bytes, at)
  const head = reader.nextPlain()
  if (!isKeyword(head) || head.word !== 'xref') return null
  for (;;) {
    const first = reader.nextPlain()
    if (isKeyword(first) && first.word === 'trailer') break
    const count = reader.nextPlain()
    if (typeof first !== 'number' || typeof count !== 'number' || count > mostObjects) return null
    for (let index = 0; index < count; index += 1) {
      const [place, , kind] = [reader.nextPlain(), reader.nextPlain(), reader.nextPlain()]
      if (typeof place !== 'number' || !isKeyword(kind)) return null
      note(objects, first + index, kind.word === 'n' ? { kind: 'plain', at: place } : null)
    }
  }
  const trailer = reader.next()
  return isDictionary(trailer) ? trailer : null
}

function readStreamTable(bytes: Uint8Array, at: number, objects: Map<number, Place | null>, budget: UnpackBudget): PdfDictionary | null {
  const read = readObject(bytes, at, { none: bytes.length }, plainly)
  if (read === null || !isStream(read.value) || nameOf(read.value.dictionary.entries.get('Type')) !== 'XRef') return null
  noteStreamTable(read.value, objects, budget)
  return read.value.dictionary
}

/** The dictionaries of tables hold no references. */
function plainly(value: PdfValue | undefined): PdfValue {
  return value === undefined || isReference(value) ? null : value
}

function noteStreamTable(stream: PdfStream, objects: Map<number, Place | null>, budget: UnpackBudget): void {
  const entries = stream.dictionary.entries
  const widths = numbersOf(entries.get('W')).map((width) => Math.min(8, Math.max(0, width)))
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const size = kindWidth + secondWidth + thirdWidth
  if (size < 1) return
  const plain = unpackStream(stream.bytes, stream.dictionary, plainly, budget).bytes
  const ranges = numbersOf(entries.get('Index'))
  if (ranges.length < 2) ranges.splice(0, ranges.length, 0, numberOf(entries.get('Size')))
  let at = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < (ranges[range + 1] ?? 0) && at + size <= plain.length; index += 1, at += size) {
      const kind = kindWidth === 0 ? 1 : numberAt(plain, at, kindWidth)
      const second = numberAt(plain, at + kindWidth, secondWidth)
      note(objects, (ranges[range] ?? 0) + index, kind === 1 ? { kind: 'plain', at: second } : kind === 2 ? { kind: 'packed', packet: second } : null)
    }
  }
}

function numbersOf(value: PdfValue | undefined): number[] {
  return isArray(value) ? value.items.map((item) => numberOf(item)) : []
}

function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

/** Looks for objects in the whole file; of several with one number the last counts, as it is the latest. */
export function findPlaces(bytes: Uint8Array): Places {
  const objects = new Map<number, Place>()
  const packed = new Map<number, Place>()
  const trailers: PdfDictionary[] = []
  const ends = { none: bytes.length }
  const budget = unpackBudget()
  let catalog = -1
  for (let at = indexOfWord(bytes, 'obj', 0), next = at; at >= 0; at = next) {
    next = indexOfWord(bytes, 'obj', at + 3)
    const start = startOfObject(bytes, at)
    if (start < 0) continue
    const reader = createValueReader(bytes, start)
    const number = numberOf(reader.nextPlain() ?? null, -1)
    if (objects.size >= mostObjects) throw new ImportRefusal('fileUnsafe', 'objects')
    objects.set(number, { kind: 'plain', at: start })
    const type = typeNear(bytes, at + 3, next < 0 ? bytes.length : next)
    if (type === 'Catalog') catalog = number
    if (type !== 'ObjStm' && type !== 'XRef') continue
    const read = readObject(bytes, start, ends, plainly)
    if (read === null || !isStream(read.value)) continue
    if (type === 'XRef') trailers.push(read.value.dictionary)
    else notePacket(read.value, number, packed, budget)
  }
  for (let at = indexOfWord(bytes, 'trailer', 0); at >= 0; at = indexOfWord(bytes, 'trailer', at + 7)) {
    const trailer = createValueReader(bytes, at + 7).next()
    if (isDictionary(trailer)) trailers.push(trailer)
    if (trailers.length > mostTables) break
  }
  for (const [number, place] of packed) if (!objects.has(number)) objects.set(number, place)
  const root: PdfDictionary = catalog < 0 ? emptyDictionary : { kind: 'dictionary', entries: new Map([['Root', { kind: 'reference', number: catalog, generation: 0 }]]) }
  return placesOf(objects, [...trailers.reverse().filter((trailer) => trailer.entries.has('Root')), root])
}

/** Where `N G obj` begins whose `obj` is at `at`; -1 if this is none. */
function startOfObject(bytes: Uint8Array, at: number): number {
  const before = bytes.subarray(Math.max(0, at - 24), at)
  const text = String.fromCharCode(...before)
  const match = /(?:^|[^0-9])(\d{1,10}[\s\0]+\d{1,5}[\s\0]+)$/.exec(text)
  return match === null ? -1 : at - (match[1] ?? '').length
}

/** What `/Type` says shortly behind the start of an object, and before `end`, where the next `obj` or `endobj` stands: each byte is looked at once. */
function typeNear(bytes: Uint8Array, at: number, end: number): string {
  return /\/Type\s*\/(Catalog|ObjStm|XRef)\b/.exec(String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 600))))?.[1] ?? ''
}

/** The numbers of the objects in a stream of objects. In a locked file it cannot be read yet, and its objects stay missing. */
function notePacket(stream: PdfStream, packet: number, packed: Map<number, Place>, budget: UnpackBudget): void {
  const { bytes } = unpackStream(stream.bytes, stream.dictionary, plainly, budget)
  const reader = createValueReader(bytes)
  const count = Math.min(numberOf(stream.dictionary.entries.get('N')), mostObjects)
  for (let index = 0; index < count; index += 1) {
    const [number, at] = [reader.nextPlain(), reader.nextPlain()]
    if (typeof number !== 'number' || typeof at !== 'number') return
    if (packed.size >= mostObjects) throw new ImportRefusal('fileUnsafe', 'objects')
    packed.set(number, { kind: 'packed', packet })
  }
}
