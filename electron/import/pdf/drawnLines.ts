/** Upright and level lines among the shapes that a page draws: strokes, and filled boxes that are as thin as a line. */
import { placed, type Matrix } from './matrix'
import type { RuledLine } from './pageMarks'

/** Thicker boxes are areas. */
const thickest = 3
const shortest = 4
/** How far a line may lean. */
const lean = 0.7
const mostLines = 20_000
const mostPoints = 20_000

export interface DrawnLines {
  readonly move: (x: number, y: number) => void
  readonly line: (x: number, y: number) => void
  readonly box: (x: number, y: number, width: number, height: number) => void
  readonly close: () => void
  readonly paint: (kind: 'stroke' | 'fill' | 'both' | 'none', matrix: Matrix) => void
  readonly lines: () => readonly RuledLine[]
}

type Point = readonly [x: number, y: number]

export function createDrawnLines(): DrawnLines {
  const found: RuledLine[] = []
  let shapes: Point[][] = []
  let points = 0

  const add = (x0: number, y0: number, x1: number, y1: number): void => {
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
    if (found.length < mostLines && Math.min(width, height) <= lean && Math.max(width, height) >= shortest) found.push({ x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) })
  }

  function fill(shape: readonly Point[]): void {
    const xs = shape.map(([x]) => x)
    const ys = shape.map(([, y]) => y)
    if (shape.length < 3 || shape.length > 12) return
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (right - left <= thickest && bottom - top > thickest) add((left + right) / 2, top, (left + right) / 2, bottom)
    else if (bottom - top <= thickest && right - left > thickest) add(left, (top + bottom) / 2, right, (top + bottom) / 2)
  }

  const put = (point: Point, isNew: boolean): void => {
    points += 1
    if (points > mostPoints) return
    const current = shapes[shapes.length - 1]
    if (isNew || current === undefined) shapes.push([point])
    else current.push(point)
  }

  return {
    move: (x, y) => { put([x, y], true) },
    line: (x, y) => { put([x, y], false) },
    box: (x, y, width, height) => {
      put([x, y], true)
      put([x + width, y], false)
      put([x + width, y + height], false)
      put([x, y + height], false)
      put([x, y], false)
    },
    close: () => {
      const first = shapes[shapes.length - 1]?.[0]
      if (first !== undefined) put(first, false)
    },
    paint: (kind, matrix) => {
      for (const shape of kind === 'none' ? [] : shapes) {
        const seen = shape.map(([x, y]) => placed(matrix, x, y))
        if (kind !== 'stroke') fill(seen)
        if (kind !== 'fill') for (let index = 1; index < seen.length; index += 1) add(...(seen[index - 1] ?? [0, 0]), ...(seen[index] ?? [0, 0]))
      }
      shapes = []
      points = 0
    },
    lines: () => found,
  }
}
