/** How alike two of very many texts are, by a few numbers of each (SPEC FOLDER-6): the smallest hashes of all their pieces of five characters. */

/** So many hashes are kept; of a text with no more pieces than that, the comparison is exact. */
export const SKETCH_SIZE = 128
const pieceLength = 5

/** The text without everything that is set differently in different formats: only letters and figures are left. */
export function bareText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
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
