/** Where the text of a file begins and ends from left to right, by page size and column, and how far its lines are apart (SPEC IMPORT-18). */
import type { PageLayout, PlacedLine } from './pageLayout'

export interface Edges {
  readonly left: number
  readonly right: number
  /** From line to line inside a paragraph, in parts of the size. */
  readonly pitch: number
}

export interface TextEdges {
  /** Of most characters, in points. */
  readonly size: number
  readonly of: (line: PlacedLine) => Edges
}

/** Lines whose end or start is this near count as the same edge, in parts of the size. */
const near = 1

export function textEdges(pages: readonly PageLayout[]): TextEdges {
  const lines = pages.flatMap(({ items, width }) => items.flatMap((item) => (item.kind === 'line' ? [{ line: item, width }] : [])))
  const size = commonSize(lines.map(({ line }) => line))
  const groups = new Map<string, PlacedLine[]>()
  const keys = new Map<PlacedLine, string>()
  for (const { line, width } of lines) {
    const key = `${String(Math.round(width / 10))} ${line.part} ${String(line.page % 2)}`
    keys.set(line, key)
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(line)
  }
  const edges = new Map([...groups].map(([key, group]) => [key, edgesOf(group, size)] as const))
  // Even pages may have other edges than odd ones; those with a few lines only take over the others'.
  for (const [key, group] of groups) {
    const twin = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0')
    const other = edges.get(twin)
    if (other !== undefined && group.length < 12 && (groups.get(twin)?.length ?? 0) >= 12) edges.set(key, other)
  }
  return { size, of: (line) => edges.get(keys.get(line) ?? '') ?? { left: line.x0, right: line.x1, pitch: 1.5 } }
}

function commonSize(lines: readonly PlacedLine[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) counts.set(Math.round(size * 4) / 4, (counts.get(Math.round(size * 4) / 4) ?? 0) + text.length)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 10
}

function edgesOf(lines: readonly PlacedLine[], size: number): Edges {
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.1)
  const used = body.length >= 3 ? body : lines
  // A comma or full stop may hang over the edge.
  const firm = used.filter(({ text }) => !/[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]$/.test(text))
  return {
    left: supported(used.map(({ x0 }) => x0).sort((one, other) => one - other), size * near),
    right: supported((firm.length >= 3 ? firm : used).map(({ x1 }) => x1).sort((one, other) => other - one), size * near),
    pitch: commonPitch(lines),
  }
}

/** The outermost place that a few lines share; the outermost of all if none do. */
function supported(places: readonly number[], reach: number): number {
  const needed = places.length >= 40 ? 3 : places.length >= 8 ? 2 : 1
  for (const [index, place] of places.entries()) if (Math.abs((places[index + needed - 1] ?? Infinity) - place) <= reach) return place
  return places[0] ?? 0
}

function commonPitch(lines: readonly PlacedLine[]): number {
  const counts = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (next === undefined || next.page !== line.page || next.y <= line.y || Math.abs(next.size - line.size) > line.size * 0.1) continue
    const step = Math.round(((next.y - line.y) / line.size) * 20) / 20
    if (step < 4) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return [...counts].sort(([one, often], [other, seldom]) => seldom - often || one - other)[0]?.[0] ?? 1.5
}
