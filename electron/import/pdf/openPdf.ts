/** A PDF file as numbered objects (ISO 32000-1, 7.5): found by its table of places, or by looking through the whole file where the table is damaged. */
import { ImportRefusal } from '../refusal'
import { openWithoutPassword, type Deciphers } from './decipher'
import { findPlaces, readPlaces, type Place, type Places } from './objectPlaces'
import { emptyDictionary, isArray, isDictionary, isReference, isStream, numberOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdfValues'
import { isObjectAt, readObject, type StreamEnds } from './readObject'
import { createValueReader } from './readValues'
import { unpackBudget, unpackStream, type Unpacked } from './unpackStream'

/** Steps from reference to reference until a value. */
const longestChain = 20
const longestPacket = 100_000

export interface PdfFile {
  readonly trailer: PdfDictionary
  /** The value itself; null for what is missing. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  /** The entry of a dictionary or stream, references followed; null if it is missing or `of` is neither. */
  readonly entry: (of: PdfValue | undefined, key: string) => PdfValue
  readonly unpack: (stream: PdfStream) => Unpacked
  /** Whether the table of places was damaged and the file was looked through. */
  readonly isRebuilt: boolean
}

export function openPdf(bytes: Uint8Array): PdfFile {
  const places = readPlaces(bytes)
  if (places !== null && arePlain(bytes, places)) {
    const file = fileOf(bytes, places, false)
    if (hasPages(file)) return file
  }
  for (const others of [findPlaces(bytes), places]) {
    if (others === null) continue
    const file = fileOf(bytes, others, true)
    if (hasPages(file)) return file
  }
  throw new ImportRefusal('fileDamaged', 'pages of a PDF file')
}

/** Whether an object stands at every place of the table. */
function arePlain(bytes: Uint8Array, { objects }: Places): boolean {
  for (const [number, place] of objects) if (place.kind === 'plain' && place.at > 0 && !isObjectAt(bytes, place.at, number)) return false
  return true
}

function hasPages(file: PdfFile): boolean {
  return isDictionary(file.entry(file.entry(file.trailer, 'Root'), 'Pages'))
}

function fileOf(bytes: Uint8Array, places: Places, isRebuilt: boolean): PdfFile {
  const known = new Map<number, PdfValue>()
  const packets = new Map<number, ReadonlyMap<number, PdfValue>>()
  const opening = new Set<number>()
  const budget = unpackBudget()
  const streamEnds: StreamEnds = { none: bytes.length }
  let deciphers: Deciphers | null = null

  function object(number: number): PdfValue {
    const value = known.get(number)
    if (value !== undefined) return value
    const place = places.objects.get(number)
    if (place === undefined || opening.has(number)) return null
    opening.add(number)
    const read = place.kind === 'packed' ? (packet(place.packet).get(number) ?? null) : objectAt(number, place)
    opening.delete(number)
    known.set(number, read)
    return read
  }

  function objectAt(number: number, place: Extract<Place, { kind: 'plain' }>): PdfValue {
    const read = readObject(bytes, place.at, streamEnds, resolve, number)
    if (read === null) return null
    return deciphers === null || number === places.encryptNumber ? read.value : deciphered(read.value, number, read.generation, deciphers, 0)
  }

  /** The objects that are packed together in one stream. */
  function packet(number: number): ReadonlyMap<number, PdfValue> {
    const opened = packets.get(number)
    if (opened !== undefined) return opened
    const objects = new Map<number, PdfValue>()
    packets.set(number, objects)
    const stream = places.objects.get(number)?.kind === 'plain' ? object(number) : null
    if (!isStream(stream)) return objects
    const plain = unpack(stream).bytes
    const head = createValueReader(plain)
    const first = numberOf(entry(stream, 'First'))
    const count = Math.min(numberOf(entry(stream, 'N')), longestPacket)
    const starts: (readonly [number: number, at: number])[] = []
    for (let index = 0; index < count; index += 1) {
      const [name, at] = [head.nextPlain(), head.nextPlain()]
      if (typeof name !== 'number' || typeof at !== 'number') break
      starts.push([name, first + at])
    }
    let work = plain.length * 4
    for (const [name, at] of starts) {
      const reader = createValueReader(plain, at)
      if (!objects.has(name)) objects.set(name, reader.next() ?? null)
      work -= reader.position() - at
      if (work < 0) throw new ImportRefusal('fileUnsafe', 'objects inside each other')
    }
    return objects
  }

  function resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null
    for (let step = 0; isReference(current); step += 1) {
      if (step > longestChain) return null
      current = object(current.number)
    }
    return current
  }

  function entry(of: PdfValue | undefined, key: string): PdfValue {
    const whole = resolve(of)
    return isDictionary(whole) ? resolve(whole.entries.get(key)) : isStream(whole) ? resolve(whole.dictionary.entries.get(key)) : null
  }

  function unpack(stream: PdfStream): Unpacked {
    return unpackStream(stream.bytes, stream.dictionary, resolve, budget)
  }

  const settings = resolve(places.trailer.entries.get('Encrypt'))
  if (isDictionary(settings)) {
    const ids = resolve(places.trailer.entries.get('ID'))
    const id = isArray(ids) ? resolve(ids.items[0]) : null
    const plain = resolvedSettings(settings, resolve)
    known.clear()
    packets.clear()
    deciphers = openWithoutPassword(plain, id instanceof Uint8Array ? id : new Uint8Array(0))
  }
  return { trailer: places.trailer, resolve, entry, unpack, isRebuilt }
}

/** Two levels suffice: the filters by name, and what each is. */
function resolvedSettings(settings: PdfDictionary, resolve: (value: PdfValue | undefined) => PdfValue, depth = 0): PdfDictionary {
  return { kind: 'dictionary', entries: new Map([...settings.entries].map(([key, value]) => {
    const plain = resolve(value)
    return [key, isDictionary(plain) && depth < 2 ? resolvedSettings(plain, resolve, depth + 1) : plain]
  })) }
}

function deciphered(value: PdfValue, number: number, generation: number, by: Deciphers, depth: number): PdfValue {
  if (value instanceof Uint8Array) return by.strings(value, number, generation)
  if (depth > 20) return value
  if (isArray(value)) return { kind: 'array', items: value.items.map((item) => deciphered(item, number, generation, by, depth + 1)) }
  if (isDictionary(value)) return { kind: 'dictionary', entries: new Map([...value.entries].map(([key, item]) => [key, deciphered(item, number, generation, by, depth + 1)])) }
  if (!isStream(value)) return value
  const dictionary = deciphered(value.dictionary, number, generation, by, depth + 1)
  const type = value.dictionary.entries.get('Type')
  // The table of places is never enciphered.
  const isPlain = typeof type === 'object' && type !== null && 'name' in type && type.name === 'XRef'
  return { kind: 'stream', dictionary: isDictionary(dictionary) ? dictionary : emptyDictionary, bytes: isPlain ? value.bytes : by.streams(value.bytes, number, generation) }
}
