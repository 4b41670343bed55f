/** Keeps the lines below the body on a page with its end (SPEC PRINT-12): a page with nothing but 落款 is not allowed (GB/T 9704-2012, 7.3.5.5). */
import type { PrintBlock } from './printDocument'

/** Longer ends cannot be kept on one page with the body, and Word would give up on all of them. */
const longestEnd = 12

/** The blocks of the end, each kept with the next one; and the last block of the body kept with them. */
export function keepWithBody(body: readonly PrintBlock[], end: readonly PrintBlock[]): readonly PrintBlock[] {
  const kept = end.map((block, index) => (index === end.length - 1 ? block : keepNext(block)))
  const last = body[body.length - 1]
  if (last === undefined || end.length === 0 || end.length > longestEnd) return [...body, ...kept]
  return [...body.slice(0, -1), keepNext(last), ...kept]
}

function keepNext(block: PrintBlock): PrintBlock {
  return { ...block, keepNext: true }
}
