/** Times as people in the office read them: the archive is read where it was made. */

/** `2026-01-15 16:00` of a time in ISO 8601; what is no time stays as it is. */
export function beijingTime(utc: string): string {
  const time = Date.parse(utc)
  return !utc.includes('T') || Number.isNaN(time) ? utc : new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
