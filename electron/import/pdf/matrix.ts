/** Places on a page: `[a b c d e f]` as in a PDF file, x' = a·x + c·y + e and y' = b·x + d·y + f. */
import { isArray, numberOf, type PdfValue } from './pdfValues'

export type Matrix = readonly [number, number, number, number, number, number]

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function combined(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

export function matrixOf(value: PdfValue, resolve: (value: PdfValue | undefined) => PdfValue): Matrix {
  if (!isArray(value) || value.items.length < 6) return unmoved
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = value.items.slice(0, 6).map((item) => numberOf(resolve(item)))
  return [a, b, c, d, e, f]
}
