/** The cmap table of a font (OpenType 1.9): format 4 for the characters up to U+FFFF, which every program reads, and format 12 for all. */

/** A segment of format 4 takes 8 bytes, and its length is told in 16 bits. */
const mostSegments = 8000

interface Stretch {
  readonly from: number
  readonly to: number
  readonly glyph: number
}

/** `glyphs`: the glyph of each code point. */
export function characterMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...glyphs].sort(([one], [other]) => one - other)
  const basic = stretchesOf(sorted.filter(([code]) => code < 0xffff)).slice(0, mostSegments)
  const four = format4(basic)
  const twelve = format12(stretchesOf(sorted))
  const table = new Uint8Array(20 + four.length + twelve.length)
  const view = new DataView(table.buffer)
  ;[0, 2, 3, 1].forEach((value, index) => view.setUint16(2 * index, value))
  view.setUint32(8, 20)
  ;[3, 10].forEach((value, index) => view.setUint16(12 + 2 * index, value))
  view.setUint32(16, 20 + four.length)
  table.set(four, 20)
  table.set(twelve, 20 + four.length)
  return table
}

function stretchesOf(sorted: readonly (readonly [number, number])[]): readonly Stretch[] {
  const stretches: { from: number; to: number; glyph: number }[] = []
  for (const [code, glyph] of sorted) {
    const last = stretches[stretches.length - 1]
    if (last !== undefined && code === last.to + 1 && glyph === last.glyph + code - last.from) last.to = code
    else stretches.push({ from: code, to: code, glyph })
  }
  return stretches
}

function format4(stretches: readonly Stretch[]): Uint8Array {
  const all = [...stretches, { from: 0xffff, to: 0xffff, glyph: 0 }]
  const count = all.length
  const power = Math.floor(Math.log2(count))
  const values = [
    4, 16 + 8 * count, 0, 2 * count, 2 * 2 ** power, power, 2 * (count - 2 ** power),
    ...all.map(({ to }) => to), 0, ...all.map(({ from }) => from), ...all.map(({ from, glyph }) => (glyph - from) & 0xffff), ...all.map(() => 0),
  ]
  const view = new DataView(new ArrayBuffer(2 * values.length))
  values.forEach((value, index) => view.setUint16(2 * index, value))
  return new Uint8Array(view.buffer)
}

function format12(stretches: readonly Stretch[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(16 + 12 * stretches.length))
  view.setUint16(0, 12)
  view.setUint32(4, view.byteLength)
  view.setUint32(12, stretches.length)
  stretches.forEach(({ from, to, glyph }, index) => [from, to, glyph].forEach((value, part) => view.setUint32(16 + 12 * index + 4 * part, value)))
  return new Uint8Array(view.buffer)
}
