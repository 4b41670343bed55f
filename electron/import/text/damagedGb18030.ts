import { decodeAs, type Repaired } from './decodeText'
import { familiarity } from './familiarity'

/** No character has a byte below that of the figure 0. */
const leastByte = 0x30
/** So many bytes are decoded at a time. */
const blockLength = 4096
/** Longer stretches without a blank or the end of a line are left alone. */
const longestStretch = 4_000
/** Readings of a stretch whose characters differ by less, counted as {@link familiarity} does, are alike. */
const unsure = 0.5
/** What a letter or figure counts. */
const ascii = 0.7

/**
 * GB18030, in which a lost byte shifts all characters behind it, up to the next byte that is in none. In such a stretch one byte, or one character, is
 * left out, where what is left reads most as everyday Chinese. Where two places do alike, what stands between them is destroyed, too. Null with more
 * than `most` such stretches, or where one cannot be read in this way.
 */
export function damagedGb18030(bytes: Uint8Array, most: number): Repaired | null {
  const pieces: string[] = []
  let unreadable = 0
  let isCut = false
  for (let from = 0; from < bytes.length && !isCut;) {
    let end = Math.min(bytes.length, from + blockLength)
    while (end < bytes.length && (bytes[end] ?? 0) >= leastByte) end += 1
    const block = bytes.subarray(from, end)
    const text = decoded(block)
    const repaired = text !== null ? { text, unreadable: 0, isCut: false } : repairedBlock(block, most - unreadable, end === bytes.length)
    if (repaired === null) return null
    pieces.push(repaired.text)
    unreadable += repaired.unreadable
    isCut = repaired.isCut
    from = end
  }
  return { text: pieces.join(''), unreadable, isCut }
}

/** A part of the text that ends between two characters, or with the file. */
function repairedBlock(bytes: Uint8Array, most: number, isLast: boolean): Repaired | null {
  const pieces: string[] = []
  let unreadable = 0
  let from = 0
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] ?? 0) < leastByte) {
      at += 1
      continue
    }
    const start = at
    while (at < bytes.length && (bytes[at] ?? 0) >= leastByte) at += 1
    if (decoded(bytes.subarray(start, at)) !== null) continue
    const cut = isLast && at === bytes.length ? decodeAs(bytes.subarray(start), 'GB18030') : null
    if (cut !== null) return { text: `${pieces.join('')}${decoded(bytes.subarray(from, start)) ?? ''}${cut.text}`, unreadable, isCut: true }
    const repaired = unreadable >= most || at - start > longestStretch ? null : repairedStretch(bytes.subarray(start, at))
    if (repaired === null) return null
    pieces.push(decoded(bytes.subarray(from, start)) ?? '', repaired.text)
    unreadable += repaired.unreadable
    from = at
  }
  return { text: `${pieces.join('')}${decoded(bytes.subarray(from)) ?? ''}`, unreadable, isCut: false }
}

const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true })

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** A character that begins at a byte, and how everyday it is. */
interface Character { readonly length: number; readonly value: number }

function repairedStretch(bytes: Uint8Array): Pick<Repaired, 'text' | 'unreadable'> | null {
  const characters = Array.from(bytes, (_, at) => characterAt(bytes, at))
  // How everyday the rest of the stretch is from each byte on; what is none is no text.
  const rest = new Float64Array(bytes.length + 4).fill(Number.NEGATIVE_INFINITY)
  rest[bytes.length] = 0
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const character = characters[at]
    if (character) rest[at] = character.value + (rest[at + character.length] ?? 0)
  }
  const readings: { readonly at: number; readonly skipped: number; readonly value: number }[] = []
  let before = 0
  for (let at = 0; at < bytes.length;) {
    for (const skipped of [1, 2, 3]) readings.push({ at, skipped, value: before + (rest[at + skipped] ?? Number.NEGATIVE_INFINITY) })
    const character = characters[at]
    if (!character) break
    before += character.value
    at += character.length
  }
  const best = readings.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const likely = readings.filter(({ value }) => value > best - unsure)
  const [first, last] = [likely[0], likely[likely.length - 1]]
  if (first === undefined || last === undefined || best === Number.NEGATIVE_INFINITY) return null
  let destroyed = 1
  for (let at = first.at; at < last.at; at += characters[at]?.length ?? 1) destroyed += 1
  return { text: `${decoded(bytes.subarray(0, first.at)) ?? ''}${'\ufffd'.repeat(destroyed)}${decoded(bytes.subarray(last.at + last.skipped)) ?? ''}`, unreadable: destroyed }
}

/** Null if none begins here. */
function characterAt(bytes: Uint8Array, at: number): Character | null {
  if ((bytes[at] ?? 0) < 0x80) return { length: 1, value: ascii }
  for (const length of [2, 4]) {
    const text = at + length > bytes.length ? null : decoded(bytes.subarray(at, at + length))
    if (text !== null) return { length, value: familiarity(text) ?? 0 }
  }
  return null
}
