/** Ids of reports: `r-` and a ULID in small letters. Later ids sort after earlier ones of the same program, whatever the clock does. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** `clock` gives milliseconds since 1970, `randomName` twelve random hex digits at every call. */
export function reportIds(clock: () => number, randomName: () => string): () => string {
  let lastTime = 0
  return () => {
    lastTime = Math.max(lastTime + 1, Math.min(Math.max(clock(), 0), 2 ** 48 - 1))
    return `r-${base32(BigInt(lastTime), 10)}${base32(BigInt(`0x${randomName()}${randomName().slice(0, 8)}`), 16)}`
  }
}

function base32(value: bigint, length: number): string {
  const characters: string[] = []
  for (let rest = value; characters.length < length; rest >>= 5n) characters.unshift(digits[Number(rest & 31n)] ?? '0')
  return characters.join('')
}
