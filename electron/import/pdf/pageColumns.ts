/** Pages set in two columns: the left one is read before the right one, between the lines that go over both (SPEC IMPORT-18). */
import type { PlacedGlyph } from './pageMarks'
import { chunksOf, type Chunk } from './textLines'

/** Which part of the page lines belong to; lines of one part have common edges. */
export type PagePart = 'whole' | 'left' | 'right'

export interface PartGlyphs { readonly part: PagePart; readonly glyphs: readonly PlacedGlyph[] }

const binWidth = 2
/** A gutter lies in the middle of the text, most lines leave it free, and both sides have so many lines that fill them. */
const middle = [0.35, 0.65] as const
const fewestSide = 8
const mostCrossing = 0.35
const filled = 0.6

export function pageColumns(glyphs: readonly PlacedGlyph[]): readonly PartGlyphs[] {
  const chunks = chunksOf(glyphs)
  const gutter = gutterOf(chunks)
  if (gutter === null) return [{ part: 'whole', glyphs }]
  const crossing = chunks.filter(({ x0, x1 }) => x0 < gutter && x1 > gutter).sort((one, other) => one.y - other.y)
  const bands: Record<PagePart, PlacedGlyph[]>[] = []
  const band = (index: number): Record<PagePart, PlacedGlyph[]> => (bands[index] ??= { whole: [], left: [], right: [] })
  for (const [index, chunk] of crossing.entries()) band(index + 1).whole.push(...chunk.glyphs)
  for (const chunk of chunks) {
    if (chunk.x0 < gutter && chunk.x1 > gutter) continue
    band(countAbove(crossing, chunk.y))[chunk.x1 <= gutter ? 'left' : 'right'].push(...chunk.glyphs)
  }
  return Array.from(bands, (found) => found ?? { whole: [], left: [], right: [] }).reduce<PartGlyphs[]>((parts, { whole, left, right }) => {
    const last = parts[parts.length - 1]
    // Lines over both columns that follow each other are one text.
    if (whole.length > 0 && last?.part === 'whole') parts[parts.length - 1] = { part: 'whole', glyphs: [...last.glyphs, ...whole] }
    else if (whole.length > 0) parts.push({ part: 'whole', glyphs: whole })
    if (left.length > 0) parts.push({ part: 'left', glyphs: left })
    if (right.length > 0) parts.push({ part: 'right', glyphs: right })
    return parts
  }, [])
}

function countAbove(crossing: readonly Chunk[], y: number): number {
  let low = 0
  let high = crossing.length
  while (low < high) {
    const at = (low + high) >> 1
    if ((crossing[at]?.y ?? 0) < y) low = at + 1
    else high = at
  }
  return low
}

function gutterOf(chunks: readonly Chunk[]): number | null {
  if (chunks.length < fewestSide * 2) return null
  const from = chunks.reduce((least, { x0 }) => Math.min(least, x0), Infinity)
  const to = chunks.reduce((most, { x1 }) => Math.max(most, x1), -Infinity)
  const bins = new Uint32Array(Math.min(5000, Math.ceil((to - from) / binWidth) + 1))
  const binOf = (x: number): number => Math.min(bins.length - 1, Math.floor((x - from) / binWidth))
  for (const { x0, x1 } of chunks) for (let bin = binOf(x0); bin <= binOf(x1); bin += 1) bins[bin] = (bins[bin] ?? 0) + 1
  const [first, last] = [Math.floor(bins.length * middle[0]), Math.floor(bins.length * middle[1])]
  const least = bins.subarray(first, last + 1).reduce((found, count) => Math.min(found, count), Infinity)
  const free = Array.from({ length: last + 1 - first }, (_, index) => first + index).filter((bin) => bins[bin] === least)
  const gutter = from + ((free[free.length >> 1] ?? 0) + 0.5) * binWidth
  const [left, right] = [chunks.filter(({ x1 }) => x1 <= gutter), chunks.filter(({ x0 }) => x0 >= gutter)]
  const isFilled = (side: readonly Chunk[], width: number): boolean => side.length >= fewestSide && medianWidth(side) >= width * filled
  return least <= chunks.length * mostCrossing / 2 && isFilled(left, gutter - from) && isFilled(right, to - gutter) ? gutter : null
}

function medianWidth(chunks: readonly Chunk[]): number {
  const widths = chunks.map(({ x0, x1 }) => x1 - x0).sort((one, other) => one - other)
  return widths[widths.length >> 1] ?? 0
}
