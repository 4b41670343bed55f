/**
 * A subset of a font as a whole OpenType file (OpenType 1.9), as formats ask that know their characters by the font's own map: fontkit gives the
 * outlines, the tables that name them are made here.
 */
import type { FontkitFont } from 'fontkit'
import { characterMap } from './characterMap'

/** Characters of one face that a file uses. */
export interface SubsetBuilder {
  readonly use: (code: number) => void
  /** The font file; the same for the same characters in the same order. */
  readonly build: () => Uint8Array
}

export function createSubset(font: FontkitFont): SubsetBuilder {
  const subset = font.createSubset()
  const glyphs = new Map<number, number>()
  const widths: number[] = [font.getGlyph(0).advanceWidth]
  return {
    use: (code) => {
      if (glyphs.has(code)) return
      const glyph = font.glyphForCodePoint(code)
      const number = subset.includeGlyph(glyph.id)
      widths[number] = glyph.advanceWidth
      glyphs.set(code, number)
    },
    build: () => {
      const bytes = subset.encode()
      const isCff = subset.cff !== undefined && subset.cff !== null
      // Of outlines alone everything else is made; a TrueType subset brings most of its tables along.
      const tables = isCff ? new Map([['CFF ', bytes], ['head', head(font)], ['hhea', hhea(font, widths)], ['hmtx', hmtx(widths)], ['maxp', words(0, 0x5000, widths.length)]]) : tablesOf(bytes)
      tables.set('cmap', characterMap(glyphs))
      tables.set('name', names((font.postscriptName ?? '').replace(/[^\w-]/g, '') || 'Subset'))
      tables.set('OS/2', os2(font, glyphs))
      tables.set('post', words(3, 0, ...Array.from({ length: 14 }, () => 0)))
      return joined(isCff ? 0x4f54544f : 0x00010000, tables)
    },
  }
}

function tablesOf(file: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = new Map<string, Uint8Array>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), file.slice(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12)))
  }
  return tables
}

/** Big-endian numbers of 16 bits. */
function words(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length))
  values.forEach((value, index) => view.setUint16(2 * index, value & 0xffff))
  return new Uint8Array(view.buffer)
}

function head({ unitsPerEm, bbox }: FontkitFont): Uint8Array {
  const box = [Math.floor(bbox.minX), Math.floor(bbox.minY), Math.ceil(bbox.maxX), Math.ceil(bbox.maxY)]
  // Version, revision, sum (set last), magic, flags, size, two times of no day, box, manner, smallest size, direction, formats.
  return words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, unitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, ...box, 0, 6, 2, 0, 0)
}

function hhea({ ascent, descent, bbox }: FontkitFont, widths: readonly number[]): Uint8Array {
  return words(1, 0, ascent, descent, 0, Math.max(...widths), 0, 0, Math.ceil(bbox.maxX), 1, 0, 0, 0, 0, 0, 0, 0, widths.length)
}

function hmtx(widths: readonly number[]): Uint8Array {
  return words(...widths.flatMap((width) => [width, 0]))
}

/** Version 3; weight and width of the usual kind, embedding for viewing and printing. */
function os2({ ascent, descent, unitsPerEm, capHeight }: FontkitFont, glyphs: ReadonlyMap<number, number>): Uint8Array {
  const codes = [...glyphs.keys()].map((code) => Math.min(code, 0xffff))
  const [first, last] = codes.reduce(([low, high], code) => [Math.min(low, code), Math.max(high, code)], [0xffff, 0])
  const half = Math.round(unitsPerEm / 2)
  return words(
    3, unitsPerEm, 400, 5, 4, half, half, 0, half, half, half, 0, half, Math.round(unitsPerEm / 20), half, 0,
    0, 0, 0, 0, 0, ...Array.from({ length: 8 }, () => 0), 0x2020, 0x2020, 0x40, first, last, ascent, descent, 0, ascent, -descent,
    0, 0, 0, 0, half, capHeight || ascent, 0, 0x20, 1,
  )
}

function names(postscript: string): Uint8Array {
  const entries: readonly (readonly [number, string])[] = [[1, postscript], [2, 'Regular'], [4, postscript], [6, postscript]]
  const heads = entries.flatMap(([id, text], index) => [3, 1, 0x0409, id, 2 * text.length, 2 * entries.slice(0, index).reduce((sum, [, before]) => sum + before.length, 0)])
  return words(0, entries.length, 6 + 12 * entries.length, ...heads, ...entries.flatMap(([, text]) => Array.from(text, (character) => character.charCodeAt(0))))
}

/** The tables in one file, in the order of their names, with their sums. */
function joined(version: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const start = 12 + 16 * sorted.length
  const bytes = new Uint8Array(start + sorted.reduce((sum, [, data]) => sum + padded(data.length), 0))
  const view = new DataView(bytes.buffer)
  const power = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, version)
  ;[sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)].forEach((value, index) => view.setUint16(4 + 2 * index, value))
  let at = start
  sorted.forEach(([name, data], index) => {
    bytes.set(data, at)
    // The sum of the whole file is not set in a copy: it is zero while the sum is made.
    if (name === 'head') view.setUint32(at + 8, 0)
    Array.from(name).forEach((character, offset) => view.setUint8(12 + 16 * index + offset, character.charCodeAt(0)))
    ;[sumOf(view, at, padded(data.length)), at, data.length].forEach((value, offset) => view.setUint32(16 + 16 * index + 4 * offset, value))
    at += padded(data.length)
  })
  const headAt = view.getUint32(12 + 16 * sorted.findIndex(([name]) => name === 'head') + 8)
  view.setUint32(headAt + 8, (0xb1b0afba - sumOf(view, 0, bytes.length)) >>> 0)
  return bytes
}

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}
