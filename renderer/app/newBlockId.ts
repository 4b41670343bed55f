/** A new block id from the browser's randomness: 16 letters and digits. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `b-${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`
}
