/** Which snapshots of a backup may be given up (SPEC BACKUP-4): the last seven stay, the last of every day for a month, the last of every month for good. */

export interface KnownSnapshot {
  readonly number: number
  /** Milliseconds since 1970 by the clock of that moment; NaN if unreadable. */
  readonly time: number
}

const day = 86_400_000

/** Whole months between January 1970 and the month of this day (days since 1 January 1970, not before), by the calendar in UTC. */
function monthsSince1970(days: number): number {
  // Counted in years that begin in March, so that the odd day of leap years comes last.
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  return (era * 400 + yearOfEra - 1970) * 12 + monthFromMarch + 2
}

/** How many of the newest stay, and in which spans of time the newest of each stays. `within`: how far back the row reaches, in milliseconds. */
export const backupRotation = {
  newest: 7,
  spans: [
    { within: 31 * day, spanOf: (time: number) => `d${Math.floor(time / day)}` },
    { within: Infinity, spanOf: (time: number) => `m${monthsSince1970(Math.floor(time / day))}` },
  ],
} as const

/**
 * The numbers that may be deleted, oldest first; the newest is never among them. Order is that of the numbers. What claims to be of the future
 * is not judged, and nothing is if the newest one does: a wrong clock keeps too much, never too little.
 */
export function dispensableSnapshots(snapshots: readonly KnownSnapshot[], now: number): readonly number[] {
  const newestFirst = [...snapshots].sort((a, b) => b.number - a.number)
  const newest = newestFirst[0]
  if (newest === undefined || !(newest.time <= now)) return []
  const seen = new Set<string>()
  const isKept = ({ time }: KnownSnapshot, index: number): boolean => {
    if (!(time <= now) || time < 0) return true
    const spans = backupRotation.spans.flatMap(({ within, spanOf }) => (now - time <= within ? [spanOf(time)] : []))
    const isFirst = spans.some((span) => !seen.has(span))
    for (const span of spans) seen.add(span)
    return index < backupRotation.newest || isFirst
  }
  return newestFirst.filter((snapshot, index) => !isKept(snapshot, index)).map(({ number }) => number).reverse()
}
