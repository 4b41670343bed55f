import type { Report } from '../report/report'

/**
 * The text whose SHA-256 is recorded when a report is filed (SPEC FILE-3): JSON without blanks, keys in order of their code units at every
 * depth, keys without a value left out. It holds everything but `state` and `filing`, unknown keys included, so any later change shows.
 */
export function canonicalContent(report: Report): string {
  const { state: _state, filing: _filing, ...content } = report
  return canonicalJson(content)
}

/** Canonical JSON of a plain value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`
}
