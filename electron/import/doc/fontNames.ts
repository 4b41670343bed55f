/** The names of the fonts of a Word document ([MS-DOC] 2.9.79): which characters of them are symbols, only the font says. */
import { slice, u16, u8 } from './bytes'

/** Of each font so much stands before its name. */
const headBytes = 39

export function fontNames(table: Uint8Array): readonly string[] {
  if (table.length === 0) return []
  const names: string[] = []
  const count = u16(table, 0)
  for (let at = 4; names.length < count && at < table.length;) {
    const entry = slice(table, at + 1, u8(table, at))
    const name = entry.length < headBytes ? '' : new TextDecoder('utf-16le').decode(entry.subarray(headBytes, headBytes + ((entry.length - headBytes) & ~1)))
    names.push(name.split('\0')[0] ?? '')
    at += 1 + entry.length
  }
  return names
}
