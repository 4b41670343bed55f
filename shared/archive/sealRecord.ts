/**
 * The seal record of a year (SPEC BAG-3): `seal.json` of a bag. Its SHA-256 is what the next seal names as the one before, so the years form a
 * chain, and what the short code on paper is made from.
 */

/** `previous` is the SHA-256 of the seal record before this one, null for the first. Times are ISO 8601 in UTC. */
export interface SealRecord {
  readonly year: number
  /** 1 for the first bag of a year; a later filing or correction goes into the next. */
  readonly sequence: number
  readonly fonds: string
  readonly fondsName: string
  readonly reports: number
  readonly sealedAt: string
  readonly program: string
  readonly previous: string | null
  /** SHA-256 of the last line of the log of actions when the year was sealed, null without one. */
  readonly logHead: string | null
  /** SHA-256 and SM3 manifests of the payload, by their SHA-256. */
  readonly manifestSha256: string
  readonly manifestSm3Sha256: string
}

/** What is known of a seal before the payload is hashed. */
export type SealFacts = Omit<SealRecord, 'manifestSha256' | 'manifestSm3Sha256'>

/** The text of `seal.json`; the same record gives the same bytes. */
export function formatSealRecord(record: SealRecord): string {
  const { year, sequence, fonds, fondsName, reports, sealedAt, program, previous, logHead, manifestSha256, manifestSm3Sha256 } = record
  return `${JSON.stringify({ format: 'andu-seal', version: 1, year, sequence, fonds, fondsName, reports, sealedAt, program, previous, logHead, manifestSha256, manifestSm3Sha256 }, null, 2)}\n`
}

/** Reads `seal.json`; null if it is not exactly what {@link formatSealRecord} writes. */
export function parseSealRecord(text: string): SealRecord | null {
  if (text.length > 16_384) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isSealRecord(value)) return null
  return formatSealRecord(value) === text ? value : null
}

function isSealRecord(value: unknown): value is SealRecord {
  if (typeof value !== 'object' || value === null) return false
  const given = new Map<string, unknown>(Object.entries(value))
  const isCount = (name: string): boolean => Number.isSafeInteger(given.get(name)) && Number(given.get(name)) >= 0
  const isText = (name: string): boolean => typeof given.get(name) === 'string'
  const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(String(given.get(name)))
  return isCount('year') && isCount('sequence') && isCount('reports') && ['fonds', 'fondsName', 'sealedAt', 'program'].every(isText) && ['manifestSha256', 'manifestSm3Sha256'].every(isDigest)
    && ['previous', 'logHead'].every((name) => given.get(name) === null || isDigest(name))
}
