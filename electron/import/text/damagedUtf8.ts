import type { Repaired } from './decodeText'

/** Bytes of one character of UTF-8 at most. */
const longest = 4

/** UTF-8 whose characters say by themselves where they begin and end: a bad byte destroys no other. Null with more than `most` of them. */
export function damagedUtf8(bytes: Uint8Array, most: number): Repaired | null {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const pieces: string[] = []
  let unreadable = 0
  let from = 0
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    pieces.push(decoder.decode(bytes.subarray(from, at)))
    const bad = at
    while (at < bytes.length && lengthAt(bytes, at) === 0) at += 1
    if (at === bytes.length && isBegun(bytes, bad)) return { text: pieces.join(''), unreadable, isCut: true }
    const destroyed = Math.ceil((at - bad) / longest)
    unreadable += destroyed
    if (unreadable > most) return null
    pieces.push('\ufffd'.repeat(destroyed))
    from = at
  }
  pieces.push(decoder.decode(bytes.subarray(from)))
  return { text: pieces.join(''), unreadable, isCut: false }
}

/** Whether the end of the file cuts a character that begins here. */
function isBegun(bytes: Uint8Array, at: number): boolean {
  const rest = [...bytes.subarray(at, at + longest)]
  return rest.length < longest && [[0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0xa0], [0xa0, 0x80], [0x90, 0x80]].some((more) => lengthAt(Uint8Array.of(...rest, ...more), 0) === rest.length + more.length)
}

/** Bytes of the character that begins here; 0 if none does (Unicode, table 3-7). */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  const [least, greatest] = first === 0xe0 ? [0xa0, 0xbf] : first === 0xed ? [0x80, 0x9f] : first === 0xf0 ? [0x90, 0xbf] : first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf]
  if (second < least || second > greatest) return 0
  for (let index = 2; index < length; index += 1) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
