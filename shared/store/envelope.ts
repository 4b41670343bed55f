/**
 * The envelope around every stored value (SPEC STORE-1, STORE-2): one line of JSON
 * `{"h":"<64 hex>","g":12,"p":11,"v":1,"t":"<time>","c":"auto","d":{…}}`.
 * `h` is the SHA-256 of all bytes from byte 72 on. It is computed over bytes, before decoding, so this module only knows the text after it.
 */

/**
 * Why a generation was written. All but `auto` are kept for good. `review` and `final`: the report became 送审 or 定稿, and the generation is a
 * named version by that alone; `restore`: an older content was brought back.
 */
export const causes = ['auto', 'manual', 'export', 'seal', 'import', 'recovery', 'conflict', 'create', 'state', 'review', 'final', 'restore', 'replace'] as const
export type Cause = (typeof causes)[number]

export interface Envelope {
  /** `g`: the generation's own number, from 1. */
  readonly number: number
  /** `p`: the generation it grew from; 0 for the first. */
  readonly parent: number
  /** `v`: format version of the data. */
  readonly version: number
  /** `t`: ISO wall time; information only, never used for order. */
  readonly time: string
  readonly cause: Cause
  /** `x`: the other head, if this generation was saved beside it in a conflict. */
  readonly other?: number
  readonly data: unknown
}

/** Bytes before the hashed part: `{"h":"`, 64 hex digits, `",`. */
export const headerBytes = 72
const headerPattern = /^\{"h":"([0-9a-f]{64})",$/

/** The text before the hashed part. */
export function writeHeader(hash: string): string {
  return `{"h":"${hash}",`
}

/** The hash that the first 72 characters of a file name; null if they are no header. */
export function readHeader(text: string): string | null {
  return headerPattern.exec(text)?.[1] ?? null
}

/** The hashed text: everything after the header, with the closing brace. */
export function writeBody(envelope: Envelope): string {
  const { number, parent, version, time, cause, other, data } = envelope
  return JSON.stringify({ g: number, p: parent, v: version, t: time, c: cause, ...(other === undefined ? {} : { x: other }), d: data }).slice(1)
}

/** The envelope of a hashed text; null if it is not one. A cause this program does not know counts as `manual`: kept for good. */
export function readBody(text: string): Envelope | null {
  const parsed = parseJson(`{${text}`)
  if (typeof parsed !== 'object' || parsed === null) return null
  const { g, p, v, t, c, x, d } = parsed as Readonly<Record<string, unknown>>
  if (!isCount(g) || !isCount(p) || !isCount(v) || typeof t !== 'string' || typeof c !== 'string' || typeof d !== 'object' || d === null) return null
  const cause = causes.find((known) => known === c) ?? 'manual'
  return { number: g, parent: p, version: v, time: t, cause, ...(isCount(x) ? { other: x } : {}), data: d }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** File name of a generation: `g` and ten digits. */
export function generationName(number: number): string {
  return `g${String(number).padStart(10, '0')}.json`
}

/** The number in a file name of exactly that form; null for any other name. */
export function generationNumber(name: string): number | null {
  const match = /^g(\d{10})\.json$/.exec(name)
  return match?.[1] === undefined ? null : Number(match[1])
}
