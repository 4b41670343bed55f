/** A zip file without times, so that equal contents give equal bytes. Parts may come deflated already: those that every file has are deflated once. */
import { deflateSync } from 'fflate'

/** A part of the package: its path in ASCII, its bytes as they stand in the file, the length and the check sum of what they hold. */
export interface ZipPart {
  readonly path: string
  readonly bytes: Uint8Array
  readonly isDeflated: boolean
  readonly length: number
  readonly checkSum: number
}

/** The content is kept as it is where deflating it gains nothing, as with pictures. */
export function zipPart(path: string, content: string | Uint8Array): ZipPart {
  const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const deflated = deflateSync(plain, { level: 6 })
  const isDeflated = deflated.length < plain.length
  return { path, bytes: isDeflated ? deflated : plain, isDeflated, length: plain.length, checkSum: checkSumOf(plain) }
}

const [localHead, directoryHead, endHead] = [0x04034b50, 0x02014b50, 0x06054b50]
const [localLength, directoryLength, endLength] = [30, 46, 22]

/** 1980-01-01 00:00, the zero of zip times: two bytes of time, two of date. */
const zeroTime = 0x00210000

/** The parts as one file, in this order. */
export function zipParts(parts: readonly ZipPart[]): Uint8Array {
  const directorySize = parts.reduce((sum, { path }) => sum + directoryLength + path.length, 0)
  const bytes = new Uint8Array(parts.reduce((sum, { path, bytes: { length } }) => sum + localLength + path.length + length, directorySize + endLength))
  const view = new DataView(bytes.buffer)
  const writeFields = (at: number, part: ZipPart, headLength: number): void => {
    // Version 2.0, flags, method; then time and date, check sum, both lengths, length of the name.
    view.setUint16(at, 20, true)
    view.setUint16(at + 4, part.isDeflated ? 8 : 0, true)
    view.setUint32(at + 6, zeroTime, true)
    view.setUint32(at + 10, part.checkSum, true)
    view.setUint32(at + 14, part.bytes.length, true)
    view.setUint32(at + 18, part.length, true)
    view.setUint16(at + 22, part.path.length, true)
    for (let index = 0; index < part.path.length; index += 1) bytes[at + headLength + index] = part.path.charCodeAt(index)
  }
  let at = 0
  let entry = bytes.length - endLength - directorySize
  const directory = entry
  for (const part of parts) {
    view.setUint32(entry, directoryHead, true)
    view.setUint16(entry + 4, 20, true)
    view.setUint32(entry + 42, at, true)
    writeFields(entry + 6, part, directoryLength - 6)
    entry += directoryLength + part.path.length
    view.setUint32(at, localHead, true)
    writeFields(at + 4, part, localLength - 4)
    bytes.set(part.bytes, at + localLength + part.path.length)
    at += localLength + part.path.length + part.bytes.length
  }
  view.setUint32(entry, endHead, true)
  view.setUint16(entry + 8, parts.length, true)
  view.setUint16(entry + 10, parts.length, true)
  view.setUint32(entry + 12, directorySize, true)
  view.setUint32(entry + 16, directory, true)
  return bytes
}

let table: Uint32Array | null = null

/** CRC-32. */
function checkSumOf(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
    return sum
  })
  const known = table
  let sum = -1
  for (let index = 0; index < bytes.length; index += 1) sum = (known[(sum ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}
