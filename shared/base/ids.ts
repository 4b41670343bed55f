/** Gives a new identifier at every call. The composition roots make it from real randomness, tests from a counter. */
export type NewId = () => string

/** Ids `prefix1`, `prefix2`, … in order: for tests, and where a value needs ids that leave it at once. */
export function countingIds(prefix = 'b'): NewId {
  let last = 0
  return () => `${prefix}${(last += 1)}`
}
