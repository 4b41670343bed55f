/** PNG pictures as PDF has them (PNG 1.2; ISO 32000-1, 7.4.4.4 and 8.9): packed rows as they are, or taken apart where the picture has an alpha channel or is interlaced. */
import { joinedBytes } from '../../../shared/base/joinedBytes'
import { unzlibSync } from 'fflate'

/** `packed`: the rows of the PNG itself, with its filters. `pixels`: three bytes each, with one byte each of `alpha`. */
export type PngImage =
  | { readonly kind: 'packed'; readonly width: number; readonly height: number; readonly bits: number; readonly colors: 1 | 3; readonly palette: Uint8Array | null; readonly rows: Uint8Array }
  | { readonly kind: 'pixels'; readonly width: number; readonly height: number; readonly pixels: Uint8Array; readonly alpha: Uint8Array | null }

interface Chunks {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly type: number
  readonly isInterlaced: boolean
  readonly palette: Uint8Array | null
  readonly transparency: Uint8Array | null
  readonly rows: Uint8Array
}

/** Samples of one pixel by color type. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** First column and row of the seven passes, and how far their pixels are apart. */
const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

/** Throws for what is no sound PNG. */
export function readPng(bytes: Uint8Array): PngImage {
  const png = readChunks(bytes)
  const { width, height, bits, type, palette } = png
  if ((type === 0 || type === 2 || type === 3) && !png.isInterlaced && png.transparency === null) return { kind: 'packed', width, height, bits, colors: type === 2 ? 3 : 1, palette: type === 3 ? palette : null, rows: png.rows }
  return { kind: 'pixels', width, height, ...pixelsOf(png) }
}

function readChunks(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: Uint8Array[] = []
  const found = new Map<string, Uint8Array>()
  for (let at = 8; at + 12 <= bytes.length;) {
    const [length, name] = [view.getUint32(at), String.fromCharCode(...bytes.subarray(at + 4, at + 8))]
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') rows.push(data)
    else found.set(name, data)
    at += 12 + length
  }
  const head = found.get('IHDR')
  const type = head?.[9] ?? -1
  if (head === undefined || samplesOf[type] === undefined || rows.length === 0) throw new Error('not a PNG')
  const sizes = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return { width: sizes.getUint32(0), height: sizes.getUint32(4), bits: head[8] ?? 8, type, isInterlaced: head[12] === 1, palette: found.get('PLTE') ?? null, transparency: found.get('tRNS') ?? null, rows: joinedBytes(rows) }
}

function pixelsOf(png: Chunks): { readonly pixels: Uint8Array; readonly alpha: Uint8Array | null } {
  const { width, height, bits, type } = png
  const samples = samplesOf[type] ?? 1
  const pixels = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  const data = unzlibSync(png.rows)
  let at = 0
  for (const [left, top, across, down] of png.isInterlaced ? passes : [[0, 0, 1, 1] as const]) {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)]
    if (columns <= 0 || rows <= 0) continue
    const rowBytes = Math.ceil((columns * samples * bits) / 8)
    const step = Math.max(1, (samples * bits) >> 3)
    let above = new Uint8Array(rowBytes)
    for (let row = 0; row < rows; row += 1) {
      const line = unfilter(data[at] ?? 0, data.slice(at + 1, at + 1 + rowBytes), above, step)
      at += 1 + rowBytes
      above = line
      for (let column = 0; column < columns; column += 1) setPixel(png, line, column * samples, pixels, alpha, (top + row * down) * width + left + column * across)
    }
  }
  return { pixels, alpha: alpha.every((value) => value === 255) ? null : alpha }
}

function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(line)
  for (let index = 0; index < out.length; index += 1) {
    const [left, up, corner] = [index >= step ? out[index - step] ?? 0 : 0, above[index] ?? 0, index >= step ? above[index - step] ?? 0 : 0]
    const add = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0
    out[index] = (out[index] ?? 0) + add
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [one, two, three] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return one <= two && one <= three ? left : two <= three ? up : corner
}

/** One pixel of a row as three bytes and one of alpha. `first`: its first sample. */
function setPixel({ bits, type, palette, transparency }: Chunks, line: Uint8Array, first: number, pixels: Uint8Array, alpha: Uint8Array, at: number): void {
  const raw = (index: number): number => {
    if (bits === 8) return line[first + index] ?? 0
    if (bits === 16) return ((line[2 * (first + index)] ?? 0) << 8) | (line[2 * (first + index) + 1] ?? 0)
    return ((line[((first + index) * bits) >> 3] ?? 0) >> (8 - bits - (((first + index) * bits) & 7))) & ((1 << bits) - 1)
  }
  const byte = (value: number): number => (bits === 16 ? value >> 8 : bits === 8 ? value : Math.round((value * 255) / ((1 << bits) - 1)))
  const hidden = (index: number): number => ((transparency?.[2 * index] ?? 0) << 8) | (transparency?.[2 * index + 1] ?? 0)
  const hasColors = type === 2 || type === 6
  const index = raw(0)
  const color = type === 3 ? [0, 1, 2].map((part) => palette?.[3 * index + part] ?? 0) : hasColors ? [0, 1, 2].map((part) => byte(raw(part))) : [byte(index), byte(index), byte(index)]
  pixels.set(color, 3 * at)
  if (type === 4 || type === 6) alpha[at] = byte(raw(type === 4 ? 1 : 3))
  else if (type === 3) alpha[at] = transparency?.[index] ?? 255
  else alpha[at] = transparency !== null && (hasColors ? [0, 1, 2].every((part) => raw(part) === hidden(part)) : index === hidden(0)) ? 0 : 255
}
