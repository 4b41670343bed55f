/**
 * The short code on paper (SPEC BAG-4): eight groups of four characters that tie a printed sheet to a sealed bag. Thirty characters are the
 * first 150 bits of the seal's SHA-256, two are check characters over GF(32): c1 = Σ d(i), c2 = Σ 2^i·d(i). Any one or two wrong characters,
 * and so any swapped pair, break at least one of them.
 */

/** Digits and capitals without I, L, O and U, which are taken for 1, 1, 0 and V. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataCharacters = 30
const allCharacters = 32

/** The short code of a SHA-256 in lower-case hex: `XXXX-XXXX-…`, eight groups. */
export function shortCode(sha256: string): string {
  const data = Array.from({ length: dataCharacters }, (_, index) => fiveBits(sha256, index * 5))
  return grouped([...data, ...checks(data)].map((value) => alphabet.charAt(value)).join(''))
}

/**
 * The code as it was typed, in the form that is printed; null if characters are missing or wrong. Blanks, dashes and case do not matter; the
 * letters O, I and L are read as the digits that they are taken for.
 */
export function parseShortCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐-―−·]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const values = Array.from(plain, (character) => alphabet.indexOf(character))
  if (values.length !== allCharacters || values.includes(-1)) return null
  const [first, second] = checks(values.slice(0, dataCharacters))
  return values[dataCharacters] === first && values[dataCharacters + 1] === second ? grouped(plain) : null
}

/** Whether a typed code is right in itself and that of this SHA-256. */
export function matchesShortCode(typed: string, sha256: string): boolean {
  return parseShortCode(typed) === shortCode(sha256)
}

function grouped(characters: string): string {
  return (characters.match(/.{4}/g) ?? []).join('-')
}

/** Bits of a hex string from `start`, counted from the left. */
function fiveBits(hex: string, start: number): number {
  const nibble = start >> 2
  const window = Number.parseInt(hex.slice(nibble, nibble + 3).padEnd(3, '0'), 16)
  return (window >> (12 - 5 - (start & 3))) & 31
}

function checks(data: readonly number[]): readonly [number, number] {
  let plain = 0
  let weighted = 0
  // Horner's rule from the last character: every step multiplies what follows by 2.
  for (let index = data.length - 1; index >= 0; index -= 1) {
    const value = data[index] ?? 0
    plain ^= value
    weighted = doubled(weighted) ^ value
  }
  return [plain, weighted]
}

/** Times 2 in GF(32) with x⁵ + x² + 1. */
function doubled(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 37 : shifted
}
