/**
 * The recovery key of a locked data folder (SPEC LOCK-4) as it stands on paper: 160 random bits in eight groups of four letters, and a ninth group
 * that tells a mistyped letter before anything is tried.
 */
import { bytesOfLetters, codeLetters, readLetters, writeLetters } from '../base/codeLetters'

/** Bytes of a recovery key. */
export const recoveryKeyBytes = 20

const lettersOfKey = 32
const lettersOfCheck = 4
/** The largest prime below 2 to the power of 20: a change of one letter, or of two that changed places, never gives the same remainder. */
const modulus = 1_048_573

/** The key in groups of four letters with hyphens between them. */
export function writeRecoveryKey(key: Uint8Array): string {
  const letters = writeLetters(key)
  return groupsOf(letters + checkLetters(readLetters(letters) ?? []))
}

/** The bytes of a typed recovery key; null if it is too short, too long, or mistyped. */
export function readRecoveryKey(typed: string): Uint8Array | null {
  const values = readLetters(typed)
  if (values === null || values.length !== lettersOfKey + lettersOfCheck) return null
  const key = values.slice(0, lettersOfKey)
  const check = values.slice(lettersOfKey).map((value) => codeLetters[value]).join('')
  return check === checkLetters(key) ? bytesOfLetters(key) : null
}

function checkLetters(values: readonly number[]): string {
  const remainder = values.reduce((sum, value) => (sum * 33 + value + 1) % modulus, 7)
  return [15, 10, 5, 0].map((shift) => codeLetters[(remainder >> shift) & 31]).join('')
}

function groupsOf(letters: string): string {
  return (letters.match(/.{4}/g) ?? []).join('-')
}
