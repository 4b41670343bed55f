/** Which characters a font has, by its cmap table (OpenType 1.9, cmap: formats 4 and 12). */
export type Coverage = (code: number) => boolean

/** A stretch of code points; with `glyphOf` some of them may have no glyph. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly hasGlyph?: (code: number) => boolean
}

const none: Coverage = () => false

/** Nothing for a table that this cannot read. */
export function readCoverage(table: DataView): Coverage {
  if (table.byteLength < 4) return none
  const found: { readonly format: number; readonly at: number }[] = []
  for (let record = 4; record + 8 <= Math.min(table.byteLength, 4 + 8 * table.getUint16(2)); record += 8) {
    const [platform, encoding, at] = [table.getUint16(record), table.getUint16(record + 2), table.getUint32(record + 4)]
    const isUnicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10)
    if (isUnicode && at + 16 <= table.byteLength) found.push({ format: table.getUint16(at), at })
  }
  const full = found.find(({ format }) => format === 12)
  const basic = found.find(({ format }) => format === 4)
  const stretches = full !== undefined ? groups(table, full.at) : basic !== undefined ? segments(table, basic.at) : []
  return (code) => {
    const stretch = find(stretches, code)
    return stretch !== undefined && (stretch.hasGlyph?.(code) ?? true)
  }
}

function groups(table: DataView, at: number): readonly Stretch[] {
  const count = Math.min(table.getUint32(at + 12), Math.floor((table.byteLength - at - 16) / 12))
  return Array.from({ length: count }, (_, index) => ({ from: table.getUint32(at + 16 + 12 * index), to: table.getUint32(at + 20 + 12 * index) }))
}

function segments(table: DataView, at: number): readonly Stretch[] {
  const double = table.getUint16(at + 6)
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + double, at + 16 + 2 * double, at + 16 + 3 * double]
  if (offsets + double > table.byteLength) return []
  return Array.from({ length: double / 2 }, (_, index): Stretch => {
    const [from, to, delta, offset] = [table.getUint16(starts + 2 * index), table.getUint16(ends + 2 * index), table.getUint16(deltas + 2 * index), table.getUint16(offsets + 2 * index)]
    const hasGlyph = (code: number): boolean => {
      if (offset === 0) return ((code + delta) & 0xffff) !== 0
      const place = offsets + 2 * index + offset + 2 * (code - from)
      return place + 2 <= table.byteLength && table.getUint16(place) !== 0
    }
    return { from, to, hasGlyph }
  })
}

/** Both kinds of tables are in ascending order. */
function find(stretches: readonly Stretch[], code: number): Stretch | undefined {
  let [low, high] = [0, stretches.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const stretch = stretches[middle]
    if (stretch === undefined) return undefined
    if (code < stretch.from) high = middle - 1
    else if (code > stretch.to) low = middle + 1
    else return stretch
  }
  return undefined
}
