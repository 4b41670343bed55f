/** Which of the paired blocks stayed where they are: those in common order that hold the most text; the others were moved. */

/** `pairs` in the order of `before`, each with its weight above 0. Returns the `before` of those that stay. */
export function keptInOrder(pairs: readonly { readonly before: number; readonly after: number; readonly weight: number }[]): ReadonlySet<number> {
  const ranks = [...pairs].sort((left, right) => left.after - right.after)
  const rankOf = new Map(ranks.map((pair, rank) => [pair, rank + 1]))
  // A tree of best sums over prefixes of ranks (Fenwick): the heaviest rising sequence in n log n.
  const best = new Int32Array(pairs.length + 1).fill(-1)
  const sums = new Float64Array(pairs.length)
  const previous = new Int32Array(pairs.length).fill(-1)
  let last = -1
  pairs.forEach((pair, index) => {
    const rank = rankOf.get(pair) ?? 1
    let before = -1
    for (let at = rank - 1; at > 0; at -= at & -at) if (sumOf(best[at]) > sumOf(before)) before = best[at] ?? -1
    sums[index] = sumOf(before) + pair.weight
    previous[index] = before
    for (let at = rank; at <= pairs.length; at += at & -at) if (sumOf(index) > sumOf(best[at])) best[at] = index
    if (sumOf(index) > sumOf(last)) last = index
  })
  function sumOf(index: number | undefined): number {
    return index === undefined || index < 0 ? 0 : sums[index] ?? 0
  }
  const kept = new Set<number>()
  for (let at = last; at >= 0; at = previous[at] ?? -1) kept.add(pairs[at]?.before ?? -1)
  return kept
}
