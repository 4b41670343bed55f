/** What becomes of one report of a package in a library that may have it already (SPEC PACK-6, PACK-7). */

/** One generation by its number and the hash of its bytes. */
export interface HeldGeneration {
  readonly number: number
  readonly hash: string
}

/**
 * `add`: the library has nothing of it. `known`: nothing new. `forward`: what is new grew from the newest one here and is taken over as it is.
 * `diverged`: both sides went on from `parent` (0: no common generation is left).
 */
export type Merge =
  | { readonly kind: 'add' }
  | { readonly kind: 'known' }
  | { readonly kind: 'forward'; readonly numbers: readonly number[] }
  | { readonly kind: 'diverged'; readonly parent: number }

/** `wasSeen`: the newest incoming generation came in (or went out) before. `used`: the highest number that is not free here, quarantine included. */
export function planMerge(incoming: readonly HeldGeneration[], local: readonly HeldGeneration[], given: { readonly wasSeen: boolean; readonly used: number }): Merge {
  if (local.length === 0 && given.used === 0) return { kind: 'add' }
  const here = new Map(local.map(({ number, hash }) => [number, hash]))
  const common = Math.max(0, ...incoming.flatMap(({ number, hash }) => (here.get(number) === hash ? [number] : [])))
  const newer = incoming.map(({ number }) => number).filter((number) => number > common).sort((a, b) => a - b)
  if (newer.length === 0 || given.wasSeen) return { kind: 'known' }
  const head = Math.max(0, ...here.keys())
  if (common > 0 && common === head && given.used === head) return { kind: 'forward', numbers: newer }
  return { kind: 'diverged', parent: common }
}
