const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Int8Array(128).fill(-1)
for (let index = 0; index < signs.length; index += 1) values[signs.charCodeAt(index)] = index

/** The bytes of a base64 text; blanks and line ends in it are nothing, and so is all behind its padding or behind a sign that is none of it. */
export function base64Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3)
  let length = 0
  let bits = 0
  let kept = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code <= 32) continue
    const value = code < 128 ? values[code] ?? -1 : -1
    if (value === -1) break
    bits = ((bits << 6) | value) & 0xffffff
    kept += 6
    if (kept >= 8) {
      kept -= 8
      bytes[length] = (bits >> kept) & 255
      length += 1
    }
  }
  return bytes.slice(0, length)
}
