/** How alike two texts are, by the pairs of neighbouring characters that they share. */

/** The pairs of neighbouring characters of a text with how often each comes; a text of one character counts as that character. */
export interface TextProfile {
  readonly pairs: ReadonlyMap<number, number>
  readonly size: number
}

/** The profile of a text, in one pass. */
export function textProfile(text: string): TextProfile {
  const pairs = new Map<number, number>()
  const add = (key: number): void => { pairs.set(key, (pairs.get(key) ?? 0) + 1) }
  if (text.length === 1) add(text.charCodeAt(0))
  for (let at = 1; at < text.length; at += 1) add(text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at))
  return { pairs, size: text.length === 1 ? 1 : Math.max(0, text.length - 1) }
}

/** 0 (no pair in common) to 1 (the same pairs): twice the common pairs over all pairs. Two empty texts are alike. */
export function similarity(one: TextProfile, other: TextProfile): number {
  if (one.size === 0 && other.size === 0) return 1
  const [small, large] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one]
  let common = 0
  for (const [pair, count] of small.pairs) common += Math.min(count, large.pairs.get(pair) ?? 0)
  return (2 * common) / (one.size + other.size)
}
