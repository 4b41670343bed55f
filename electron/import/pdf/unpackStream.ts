/** The bytes of a stream behind its filters, counted while they are made: a file of a few kilobytes cannot become a gigabyte (SPEC IMPORT-17). */
import { Inflate } from 'fflate'
import { ImportRefusal } from '../refusal'
import { isArray, isDictionary, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdfValues'

const largestStream = 32 * 1024 * 1024
const largestTotal = 128 * 1024 * 1024
const mostFilters = 6
const inflateStep = 64 * 1024

/** What is unpacked of one file. */
export interface UnpackBudget { left: number }

export function unpackBudget(): UnpackBudget {
  return { left: largestTotal }
}

export interface Unpacked {
  readonly bytes: Uint8Array
  /** The filter that is left because it makes a picture, e.g. DCTDecode; '' if none. */
  readonly picture: string
  /** Whether all of it could be read. */
  readonly isWhole: boolean
}

const pictureFilters = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF'])

/** `resolve` follows references inside the dictionary. */
export function unpackStream(packed: Uint8Array, dictionary: PdfDictionary, resolve: (value: PdfValue | undefined) => PdfValue, budget: UnpackBudget): Unpacked {
  const filters = listOf(resolve(dictionary.entries.get('Filter') ?? dictionary.entries.get('F')), resolve).map(nameOf).filter((name) => name !== '')
  const parameters = listOf(resolve(dictionary.entries.get('DecodeParms') ?? dictionary.entries.get('DP')), resolve)
  if (filters.length > mostFilters) throw new ImportRefusal('fileUnsafe', 'filters of a PDF stream')
  let bytes = packed
  let isWhole = true
  for (const [index, filter] of filters.entries()) {
    if (pictureFilters.has(filter)) return { bytes, picture: filter, isWhole }
    if (filter === 'Crypt') continue
    const sink = createSink(budget)
    const parameter = parameters[index]
    const settings = isDictionary(parameter) ? parameter.entries : new Map<string, PdfValue>()
    if (!unpack(filter, bytes, sink, numberOf(resolve(settings.get('EarlyChange')), 1))) isWhole = false
    bytes = withoutPredictor(sink.bytes(), (key, otherwise) => numberOf(resolve(settings.get(key)), otherwise))
  }
  return { bytes, picture: '', isWhole }
}

function listOf(value: PdfValue, resolve: (value: PdfValue | undefined) => PdfValue): readonly PdfValue[] {
  return isArray(value) ? value.items.slice(0, mostFilters + 1).map(resolve) : [value]
}

interface Sink {
  readonly add: (bytes: Uint8Array) => void
  readonly bytes: () => Uint8Array
}

function createSink(budget: UnpackBudget): Sink {
  let held = new Uint8Array(0)
  let length = 0
  return {
    add: (bytes) => {
      budget.left -= bytes.length
      if (length + bytes.length > largestStream || budget.left < 0) throw new ImportRefusal('fileUnsafe', 'inflated size')
      if (length + bytes.length > held.length) {
        const larger = new Uint8Array(Math.min(largestStream, Math.max(1024, (length + bytes.length) * 2)))
        larger.set(held.subarray(0, length))
        held = larger
      }
      held.set(bytes, length)
      length += bytes.length
    },
    bytes: () => held.subarray(0, length),
  }
}

/** False if the bytes end or break before their end; what was read until there is in the sink. */
function unpack(filter: string, bytes: Uint8Array, sink: Sink, earlyChange: number): boolean {
  switch (filter) {
    case 'FlateDecode': case 'Fl': return inflate(bytes, sink)
    case 'LZWDecode': case 'LZW': return unpackLzw(bytes, sink, earlyChange)
    case 'ASCII85Decode': case 'A85': return unpackAscii85(bytes, sink)
    case 'ASCIIHexDecode': case 'AHx': return unpackHexadecimal(bytes, sink)
    case 'RunLengthDecode': case 'RL': return unpackRuns(bytes, sink)
    default: return false
  }
}

function inflate(bytes: Uint8Array, sink: Sink): boolean {
  const hasHeader = ((bytes[0] ?? 0) & 15) === 8 && (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0
  const packed = hasHeader ? bytes.subarray(2) : bytes
  if (packed.length === 0) return true
  try {
    const stream = new Inflate((part) => { sink.add(part) })
    for (let at = 0; at < packed.length; at += inflateStep) stream.push(packed.subarray(at, at + inflateStep), at + inflateStep >= packed.length)
    return true
  } catch (reason) {
    if (reason instanceof ImportRefusal) throw reason
    return false
  }
}

function unpackLzw(bytes: Uint8Array, sink: Sink, earlyChange: number): boolean {
  const most = 4096
  const prefix = new Int32Array(most)
  const last = new Uint8Array(most)
  const length = new Uint16Array(most)
  for (let code = 0; code < 256; code += 1) {
    last[code] = code
    length[code] = 1
  }
  let next = 258
  let width = 9
  let before = -1
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === 257) return true
    if (code === 256) {
      next = 258
      width = 9
      before = -1
      continue
    }
    if (code > next || (code === next && before < 0)) return false
    const isNew = code === next
    const size = isNew ? (length[before] ?? 0) + 1 : (length[code] ?? 0)
    if (size === 0) return false
    const text = new Uint8Array(size)
    let from = isNew ? before : code
    for (let at = isNew ? size - 2 : size - 1; at >= 0; at -= 1) {
      text[at] = last[from] ?? 0
      from = prefix[from] ?? 0
    }
    if (isNew) text[size - 1] = text[0] ?? 0
    sink.add(text)
    if (before >= 0 && next < most) {
      prefix[next] = before
      last[next] = text[0] ?? 0
      length[next] = (length[before] ?? 0) + 1
      next += 1
      if (next + earlyChange >= 1 << width && width < 12) width += 1
    }
    before = code
  }
  return true
}

function unpackAscii85(bytes: Uint8Array, sink: Sink): boolean {
  // In pieces: a byte may stand for four, and the whole would be held twice.
  let found = new Uint8Array(inflateStep)
  let at = 0
  let count = 0
  let value = 0
  const put = (size: number): void => {
    for (let index = 0; index < size; index += 1) found[at + index] = Math.floor(value / 2 ** (24 - 8 * index)) & 255
    at += size
    value = 0
    count = 0
  }
  const flush = (): void => {
    sink.add(found.subarray(0, at))
    found = new Uint8Array(inflateStep)
    at = 0
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (at + 4 > found.length) flush()
    // Four zero bytes, as which they were made.
    if (byte === 0x7a && count === 0) at += 4
    else if (byte >= 0x21 && byte <= 0x75) {
      value = value * 85 + byte - 0x21
      count += 1
      if (count === 5) put(4)
    } else if (byte > 32) {
      flush()
      return false
    }
  }
  if (at + 4 > found.length) flush()
  if (count > 1) {
    const size = count - 1
    for (; count < 5; count += 1) value = value * 85 + 84
    put(size)
  }
  flush()
  return true
}

function unpackHexadecimal(bytes: Uint8Array, sink: Sink): boolean {
  const text = Array.from(bytes.subarray(0, bytes.indexOf(0x3e) < 0 ? bytes.length : bytes.indexOf(0x3e)), (byte) => parseInt(String.fromCharCode(byte), 16)).filter((digit) => !Number.isNaN(digit))
  sink.add(Uint8Array.from({ length: Math.ceil(text.length / 2) }, (_, index) => (text[index * 2] ?? 0) * 16 + (text[index * 2 + 1] ?? 0)))
  return true
}

function unpackRuns(bytes: Uint8Array, sink: Sink): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 128
    if (length === 128) return true
    if (length < 128) sink.add(bytes.subarray(at + 1, at + 2 + length))
    else sink.add(new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0))
    at += length < 128 ? length + 2 : 2
  }
  return true
}

/** Undoes what made rows pack better (TIFF 2 and the five of PNG). */
function withoutPredictor(bytes: Uint8Array, setting: (key: string, otherwise: number) => number): Uint8Array {
  const predictor = setting('Predictor', 1)
  if (predictor < 2) return bytes
  const perPixel = Math.max(1, Math.ceil((setting('Colors', 1) * setting('BitsPerComponent', 8)) / 8))
  const width = Math.ceil((setting('Columns', 1) * setting('Colors', 1) * setting('BitsPerComponent', 8)) / 8)
  if (!(width >= 1 && width <= largestStream) || perPixel > 64) return bytes
  const step = predictor >= 10 ? width + 1 : width
  const rows = Math.ceil(bytes.length / step)
  const result = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const kind = predictor >= 10 ? (bytes[row * step] ?? 0) : 1
    const from = row * step + step - width
    const to = row * width
    for (let column = 0; column < width; column += 1) {
      const left = column >= perPixel ? (result[to + column - perPixel] ?? 0) : 0
      const up = row > 0 && predictor >= 10 ? (result[to + column - width] ?? 0) : 0
      const corner = row > 0 && column >= perPixel ? (result[to + column - width - perPixel] ?? 0) : 0
      result[to + column] = (bytes[from + column] ?? 0) + (kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? nearest(left, up, corner) : 0)
    }
  }
  return result
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
