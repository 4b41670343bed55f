/**
 * Thirty-two letters for codes that people read from paper and type: capitals and digits without I, L, O and U. Where somebody reads one of the
 * look-alikes all the same, it counts as what it looks like.
 */

/** The letters by their value, 0 to 31. */
export const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const lookAlikes: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' }

/** Bytes as letters, five bits a letter, the last one filled with zeros. */
export function writeLetters(bytes: Uint8Array): string {
  let letters = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      letters += codeLetters[(held >> bits) & 31] ?? ''
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? letters : letters + (codeLetters[(held << (5 - bits)) & 31] ?? '')
}

/** The values of typed letters; spaces, hyphens and dots count for nothing, small and full-width letters as capitals. Null if another sign is among them. */
export function readLetters(typed: string): readonly number[] | null {
  const values = [...typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐–—·.]/g, '')].map((letter) => codeLetters.indexOf(lookAlikes[letter] ?? letter))
  return values.includes(-1) ? null : values
}

/** Whole bytes of letters' values; bits beyond the last whole byte are left out. */
export function bytesOfLetters(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const value of values) {
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
    }
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}
