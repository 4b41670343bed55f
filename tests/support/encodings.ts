/** Writes the encodings that Node cannot write, by searching the decoder's own table. What an encoding cannot hold becomes `?`, as old programs do it. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function table(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const made = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd' && !made.has(character)) made.set(character, [lead, trail])
    }
  }
  if (encoding === 'gb18030') {
    // 4-byte area of the basic plane, 81 30 81 30 to 84 39 FE 39 in order.
    for (let place = 0; place < 4 * 12600; place += 1) {
      const bytes = fourBytes(0x81, place)
      const character = decoder.decode(Uint8Array.from(bytes))
      if (character.length === 1 && character !== '\ufffd' && !made.has(character)) made.set(character, bytes)
    }
  }
  tables.set(encoding, made)
  return made
}

/** The four bytes at a place of GB 18030, from the area that begins with this byte. */
function fourBytes(first: number, place: number): readonly number[] {
  return [first + Math.floor(place / 12600), 0x30 + (Math.floor(place / 1260) % 10), 0x81 + (Math.floor(place / 10) % 126), 0x30 + (place % 10)]
}

export function encodeWith(encoding: 'gb18030' | 'big5', text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    if (code < 0x10000 || encoding === 'big5') return table(encoding).get(character) ?? [0x3f]
    return fourBytes(0x90, code - 0x10000)
  }))
}

export function utf16(text: string, isBig: boolean, withMark: boolean): Uint8Array {
  const units = `${withMark ? '\ufeff' : ''}${text}`
  const bytes: number[] = []
  for (let index = 0; index < units.length; index += 1) {
    const unit = units.charCodeAt(index)
    bytes.push(...(isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]))
  }
  return Uint8Array.from(bytes)
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
