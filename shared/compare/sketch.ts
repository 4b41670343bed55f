/** How alike two of very many texts are, by a few numbers of each (SPEC FOLDER-6): the smallest hashes of all their pieces of five characters. */

/** So many hashes are kept; of a text with no more pieces than that, the comparison is exact. */
export const SKETCH_SIZE = 128
const pieceLength = 5

/** Joins nothing and shows nothing: soft hyphens, zero-width and direction marks, variants of a sign. */
const unseen = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu
/** Commas between the thousands of a figure. */
const grouped = /(?<!\p{N}[.,]?)[1-9]\d{0,2}(?:,\d{3})+(?!\p{N})/gu
/** Signs that programs write in several ways, as one each. */
const alike = [[/[\u2010-\u2015\u2212\u2e3a\u2e3b]/g, '-'], [/[\u301c\u223c]/g, '~'], [/\u2236/g, ':'], [/\u2044/g, '/']] as const
/** A bullet at the begin of a place or line; some formats have it as formatting. */
const bullet = /(^|[\u0000\n\f])\s*[\u25a0\u25aa\u25ab\u25b2\u25b3\u25b6\u25ba\u25c6\u25c7\u25cb\u25cf\u25e6\u2756\u27a2\u27a4]/gu
const marks = /[^\p{L}\p{M}\p{N}]+/gu
/** A mark that says something wherever it stands: √ × ☑ ± ≤ % / ¥ °, but no lines of drawn tables. */
const sign = /[\p{Sm}\p{Sc}\p{So}%‰‱/]/u
const drawn = /[|~\u2500-\u259f\ufffc]/
const figure = /\p{N}/u
const latin = /\p{Script=Latin}/u

/**
 * The text without everything that is set differently in different formats: blanks, width, punctuation, bullets, commas between thousands. What says
 * something stays: letters, figures and where one figure ends, decimal points, signs, ranges, ratios, ticks.
 */
export function bareText(text: string): string {
  const whole = text.replace(unseen, '').replace(/\p{No}+/gu, ' $& ').normalize('NFKC').toLowerCase()
  const folded = alike.reduce((so, [kinds, one]) => so.replace(kinds, one), whole).replace(bullet, '$1').replace(grouped, (number) => number.replace(/,/g, ''))
  return folded.replace(marks, (run: string, at: number) => saying(run, folded.charAt(at - 1), folded.charAt(at + run.length)))
}

/** What is left of marks and blanks between two characters. */
function saying(run: string, before: string, after: string): string {
  const isBetween = figure.test(before) && figure.test(after)
  if (isBetween && run === '.') return run
  const said = [...run].map((mark) => ((sign.test(mark) && !drawn.test(mark)) || (isBetween && /[-:~]/.test(mark)) ? mark : '')).join('').replace(/--+/g, '-')
  if (isBetween) return said === '' ? ' ' : said
  // A minus, or a decimal point that nothing stands before; a dash and the point of No.5 are none.
  const isSigned = figure.test(after) && (/(^|[^-])-$/.test(run) || (/(^|[^.])\.$/.test(run) && !latin.test(before)))
  return isSigned ? said + run.slice(-1) : said
}

/** The sketch of a bare text: at most {@link SKETCH_SIZE} numbers of 32 bits, ascending. In one pass. */
export function textSketch(bare: string): readonly number[] {
  const hashes = new Set<number>()
  const last = Math.max(0, bare.length - pieceLength)
  for (let at = 0; at <= last && bare !== ''; at += 1) hashes.add(hashOf(bare, at, Math.min(at + pieceLength, bare.length)))
  return [...Uint32Array.from(hashes).sort().subarray(0, SKETCH_SIZE)]
}

/** 0 to 1: the pieces that two texts share, counted twice, over the pieces of both; estimated with an error of about 0.04 for long texts. */
export function sketchSimilarity(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0
  const isWhole = one.length < SKETCH_SIZE && other.length < SKETCH_SIZE
  let shared = 0
  let taken = 0
  let left = 0
  let right = 0
  while ((isWhole || taken < SKETCH_SIZE) && (left < one.length || right < other.length)) {
    const a = one[left] ?? Infinity
    const b = other[right] ?? Infinity
    if (a === b) shared += 1
    if (a <= b) left += 1
    if (b <= a) right += 1
    taken += 1
  }
  const jaccard = shared / taken
  return (2 * jaccard) / (1 + jaccard)
}

/** FNV-1a over the two bytes of each character, mixed at the end so that the smallest ones are drawn by lot. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    hash = Math.imul(hash ^ (code & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (code >>> 8), 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
