import { westernCode } from '../text/western'

/** One-byte text of Word files in two bytes a character. */
export function wideOfCp1252(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(bytes.length * 2)
  bytes.forEach((byte, index) => {
    const code = westernCode(byte)
    wide[index * 2] = code & 0xff
    wide[index * 2 + 1] = code >> 8
  })
  return wide
}
