/** The parts of a message (RFC 2045, RFC 2046), as places in its bytes; bodies are decoded when they are asked for (SPEC IMPORT-14). */
import { base64Bytes } from '../html/base64Bytes'
import { ImportRefusal } from '../refusal'

/** One body that is no container of others. */
export interface MimePart {
  /** In lower case, without parameters: `text/html`. */
  readonly type: string
  readonly charset: string
  /** `Content-Location`, and `Content-ID` without its brackets; '' if not given. */
  readonly location: string
  readonly id: string
  /** Sent along as a file of its own. */
  readonly isAttached: boolean
  /** Parts that stand one below the other have different numbers; a page with what belongs to it, or with its plain text, has one. */
  readonly unit: number
  /** Numbers of the choices of one among several forms that it stands in. */
  readonly choices: readonly number[]
  /** The end of the file came before the end of the part. */
  readonly isCut: boolean
  /** The body, the same bytes every time. */
  readonly bytes: () => Uint8Array
}

const mostParts = 2_000
const deepest = 8

/** All bodies of a message in their order. */
export function mimeParts(bytes: Uint8Array): readonly MimePart[] {
  const parts: MimePart[] = []
  const text = latin(bytes)
  readEntity({ bytes, text, parts, counted: 0 }, skipBlankLines(text), text.length, false, 0, { unit: 0, choices: [] })
  return parts
}

interface Message {
  readonly bytes: Uint8Array
  /** One character a byte. */
  readonly text: string
  readonly parts: MimePart[]
  /** Numbers that are given. */
  counted: number
}

type Place = Pick<MimePart, 'unit' | 'choices'>

function readEntity(message: Message, from: number, to: number, isCut: boolean, depth: number, place: Place): void {
  const { text, bytes, parts } = message
  const blank = /\r?\n\r?\n/g
  blank.lastIndex = from
  // A part without header lines begins with an empty line.
  const isBare = /^\r?\n/.test(text.slice(from, from + 2))
  const end = isBare ? null : blank.exec(text.slice(0, Math.min(to, from + 64 * 1024)))
  const body = isBare ? from + (text.charAt(from) === '\r' ? 2 : 1) : end === null ? to : end.index + end[0].length
  const headers = readHeaders(text.slice(from, isBare ? from : end?.index ?? Math.min(to, from + 64 * 1024)))
  const [type = '', ...parameters] = (headers.get('content-type') ?? 'text/plain').split(';')
  const kind = type.trim().toLowerCase()
  if (kind.startsWith('multipart/')) {
    if (depth >= deepest) throw new ImportRefusal('fileUnsafe', 'message depth')
    const boundary = parameter(parameters, 'boundary')
    if (boundary === '') throw new ImportRefusal('fileDamaged', 'boundary')
    const isTogether = kind === 'multipart/related' || kind === 'multipart/alternative'
    const inside = kind === 'multipart/alternative' ? { ...place, choices: [...place.choices, (message.counted += 1)] } : place
    readMultipart(message, body, to, boundary, depth, () => (isTogether ? inside : { ...inside, unit: (message.counted += 1) }))
    return
  }
  if (parts.length >= mostParts) throw new ImportRefusal('fileUnsafe', 'message parts')
  let decoded: Uint8Array | null = null
  const coding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  parts.push({
    ...place, type: kind, isAttached: /^\s*attachment/i.test(headers.get('content-disposition') ?? ''), charset: parameter(parameters, 'charset'), location: (headers.get('content-location') ?? '').replace(/\s+/g, ''), id: (headers.get('content-id') ?? '').replace(/[<>\s]/g, ''), isCut,
    bytes: () => (decoded ??= coding === 'base64' ? base64Bytes(text.slice(body, to)) : coding === 'quoted-printable' ? quotedBytes(bytes.subarray(body, to)) : bytes.subarray(body, to)),
  })
}

/** The parts between lines that begin with the boundary; one that the end of the file cuts is marked. */
function readMultipart(message: Message, from: number, to: number, boundary: string, depth: number, placeOfNext: () => Place): void {
  const { text } = message
  const mark = `--${boundary}`
  let start = -1
  for (let at = text.indexOf(mark, from); at !== -1 && at < to; at = text.indexOf(mark, at + mark.length)) {
    if (at > from && text.charAt(at - 1) !== '\n') continue
    if (start !== -1) readEntity(message, start, Math.max(start, at - (text.charAt(at - 2) === '\r' ? 2 : 1)), false, depth + 1, placeOfNext())
    start = -1
    if (text.startsWith('--', at + mark.length)) return
    const line = text.indexOf('\n', at)
    if (line === -1 || line >= to) return
    start = line + 1
  }
  if (start !== -1) readEntity(message, start, to, true, depth + 1, placeOfNext())
}

/** Header lines by name in lower case, the first of a name; a line that begins with a blank goes on. */
function readHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

function parameter(parameters: readonly string[], name: string): string {
  const found = parameters.find((each) => each.trim().toLowerCase().startsWith(`${name}=`))
  return found === undefined ? '' : found.trim().slice(name.length + 1).trim().replace(/^"(.*)"$/, '$1')
}

/** Quoted-printable (RFC 2045, 6.7); a sign that is none stays as it is written. */
function quotedBytes(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length)
  let length = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    const value = byte === 0x3d ? hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2]) : -1
    if (byte === 0x3d && Number.isNaN(value)) {
      const end = softBreakEnd(bytes, at + 1)
      if (end !== null) {
        at = end
        continue
      }
    }
    result[length] = value >= 0 ? value : byte
    length += 1
    at += value >= 0 ? 3 : 1
  }
  return result.slice(0, length)
}

function hexValue(byte: number | undefined): number {
  return byte === undefined || !/[0-9a-f]/i.test(String.fromCharCode(byte)) ? Number.NaN : parseInt(String.fromCharCode(byte), 16)
}

/** Behind blanks and the end of a line that goes on; null if there is none. */
function softBreakEnd(bytes: Uint8Array, from: number): number | null {
  let at = from
  while (at < from + 80 && (bytes[at] === 0x20 || bytes[at] === 0x09)) at += 1
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2
  return at >= bytes.length || bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : null
}

function skipBlankLines(text: string): number {
  return /^(?:\xef\xbb\xbf)?\s*/.exec(text.slice(0, 1024))?.[0].length ?? 0
}

/** One character a byte: the decoders of Latin-1 mean Windows-1252 and change 80 to 9F. */
function latin(bytes: Uint8Array): string {
  const step = 8192
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += step) pieces.push(String.fromCharCode(...bytes.subarray(at, at + step)))
  return pieces.join('')
}
