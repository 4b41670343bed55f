/** Reads the plain pictures that pdftoppm writes: PNG of 8 bits a channel, without alpha, not interlaced. */
import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  readonly channels: number
  /** Row after row, `channels` bytes a dot. */
  readonly dots: Uint8Array
}

export function readPng(bytes: Uint8Array): Picture {
  const data = Buffer.from(bytes)
  const chunks: { readonly type: string; readonly body: Buffer }[] = []
  for (let at = 8; at < data.length;) {
    const length = data.readUInt32BE(at)
    chunks.push({ type: data.toString('latin1', at + 4, at + 8), body: data.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  const head = chunks.find(({ type }) => type === 'IHDR')?.body
  if (head === undefined || head[8] !== 8 || (head[9] !== 0 && head[9] !== 2) || head[12] !== 0) throw new Error('not a plain PNG')
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 2 ? 3 : 1]
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)))
  const stride = width * channels
  const dots = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : dots[y * stride + x - channels] ?? 0
      const up = y === 0 ? 0 : dots[(y - 1) * stride + x] ?? 0
      const corner = x < channels || y === 0 ? 0 : dots[(y - 1) * stride + x - channels] ?? 0
      dots[y * stride + x] = (packed[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return { width, height, channels, dots }
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Mean difference of two pictures over squares of 8 dots, 0 … 255: hairs and edges do not count, a moved line does. Null for other sizes. */
export function difference(one: Picture, other: Picture): number | null {
  if (one.width !== other.width || one.height !== other.height || one.channels !== other.channels) return null
  let worst = 0
  for (let top = 0; top + 8 <= one.height; top += 8) {
    for (let left = 0; left + 8 <= one.width; left += 8) {
      let sum = 0
      for (let y = top; y < top + 8; y += 1) {
        for (let x = left * one.channels; x < (left + 8) * one.channels; x += 1) {
          const at = y * one.width * one.channels + x
          sum += (one.dots[at] ?? 0) - (other.dots[at] ?? 0)
        }
      }
      worst = Math.max(worst, Math.abs(sum) / (64 * one.channels))
    }
  }
  return worst
}
