/** Keys in a list of rows beside the page, the same in every list: arrows go by one, Home and End to its ends. */

/** The index of the row that `key` leads to from row `at` of `count`, or null if it is no such key or there is no row. */
export function rowReached(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}
