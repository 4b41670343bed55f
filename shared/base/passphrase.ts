/** Characters that a new passphrase has at least. */
const shortest = 8

/** Whether a new passphrase is long enough, counted as it counts: full-width letters as plain ones, each sign once. */
export function isLongEnough(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length >= shortest
}
