/** What a break of the title costs beyond its uneven lines (SPEC PRINT-8): words that belong together are taken apart only for a much better shape. */
import { bodyName, poorLineBegins, poorLineEnds, weakLineEnds } from './titleWords'

const penalty = { poorEnd: 4, weakEnd: 3, poorBegin: 4, insideBodyName: 5 }

/** One penalty for each of `bounds` (UTF-16 positions in `line`), in squares of 字. */
export function breakPenalties(line: string, bounds: readonly number[]): readonly number[] {
  const bodies = [...line.matchAll(bodyName)].map((match) => [match.index ?? 0, (match.index ?? 0) + match[0].length] as const)
  return bounds.map((at) => {
    const [before, after] = [line.slice(0, at), line.slice(at)]
    return (poorLineEnds.some((word) => before.endsWith(word)) ? penalty.poorEnd : 0)
      + (weakLineEnds.some((word) => before.endsWith(word)) ? penalty.weakEnd : 0)
      + (poorLineBegins.some((word) => after.startsWith(word)) ? penalty.poorBegin : 0)
      + (bodies.some(([from, to]) => at > from && at < to) ? penalty.insideBodyName : 0)
  })
}
