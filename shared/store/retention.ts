/**
 * Which generations may be thinned out (SPEC STORE-8). The generations are the local history: the last three, one an hour for a day,
 * one a day for a month, and every one that was not an automatic save stay. Times only serve to thin, never for order.
 */
import type { Cause } from './envelope'

export interface KnownGeneration {
  readonly number: number
  readonly parent: number
  /** Milliseconds since 1970 by the clock of that moment; NaN if unreadable. */
  readonly time: number
  readonly cause: Cause
  readonly other?: number
}

const hour = 3_600_000
const day = 24 * hour
const month = 31 * day
const year = 366 * day
/** The newest generations always stay: a number can only have been thinned out if so many newer ones are there. */
export const lastKept = 3

/**
 * The numbers that may be deleted, oldest first. `good` holds the generations that verified; the newest of them is never among the result.
 * Only what lies within the last year by the present clock is judged at all, and nothing if the clock ran backwards since the newest one or
 * its parent: a wrong clock keeps too much, never too little.
 */
export function thinnable(good: readonly KnownGeneration[], now: number): readonly number[] {
  const newestFirst = [...good].sort((a, b) => b.number - a.number)
  const newest = newestFirst[0]
  if (newest === undefined || isClockDoubtful(newest, newestFirst, now)) return []
  const conflictHeads = new Set(newestFirst.flatMap((generation) => (generation.other === undefined ? [] : [generation.other])))
  const buckets = new Set<string>()
  const isKept = (generation: KnownGeneration, index: number): boolean => {
    const bucket = bucketOf(generation.time, now)
    const isFirstOfBucket = bucket !== null && !buckets.has(bucket)
    if (bucket !== null) buckets.add(bucket)
    const age = now - generation.time
    const isJudged = age >= 0 && age <= year
    return index < lastKept || !isJudged || generation.cause !== 'auto' || conflictHeads.has(generation.number) || isFirstOfBucket
  }
  return newestFirst.filter((generation, index) => !isKept(generation, index)).map((generation) => generation.number).reverse()
}

function isClockDoubtful(newest: KnownGeneration, good: readonly KnownGeneration[], now: number): boolean {
  const parent = good.find((generation) => generation.number === newest.parent)
  return !(newest.time <= now) || (parent !== undefined && !(parent.time <= newest.time))
}

/** The hour within the last day, the day within the last month, null before that. The newest generation of each is kept. */
function bucketOf(time: number, now: number): string | null {
  const age = now - time
  if (!(age >= 0) || age > month) return null
  return age <= day ? `h${Math.floor(time / hour)}` : `d${Math.floor(time / day)}`
}
