import { commonHan } from './commonHan'

/** What one character that is no ASCII says about a reading of bytes: 1 for everyday ones, −1 for what no text has. */
const weights = { everyday: 1, usual: 0.7, han: 0.3, other: 0.1, none: -1 } as const

/** Characters of the first levels of GB 2312 and Big5: those that ordinary writing uses. Rows of double bytes, decoded once. */
const usualHan: ReadonlySet<string> = new Set(`${rows('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]])}${rows('big5', 0xa4, 0xc6, [[0x40, 0x7e], [0xa1, 0xfe]])}`)

function rows(encoding: string, first: number, last: number, trails: readonly (readonly [number, number])[]): string {
  const bytes: number[] = []
  for (let lead = first; lead <= last; lead += 1) for (const [from, to] of trails) for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail)
  return [...new TextDecoder(encoding).decode(Uint8Array.from(bytes))].filter(isHan).join('')
}

function isHan(character: string): boolean {
  return /^[\u4e00-\u9fa5]$/.test(character)
}

const isAllowedControl = (character: string): boolean => '\t\n\v\f\r\x1a\u0085'.includes(character)

/**
 * How much a reading looks like ordinary Chinese, −1 to 1: the mean over all characters that are no ASCII, and over control characters. Null if there
 * are none of either: then every reading is the same.
 */
export function familiarity(text: string): number | null {
  let sum = 0
  let count = 0
  for (const character of text) {
    if ((character >= ' ' && character < '\x7f') || isAllowedControl(character)) continue
    sum += weightOf(character)
    count += 1
  }
  return count === 0 ? null : sum / count
}

function weightOf(character: string): number {
  if (commonHan.has(character)) return weights.everyday
  if (usualHan.has(character) || /[\u2010-\u2026\u2103\u2109\u00a0\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2160-\u216b\u2460-\u249b\u3000-\u3017\uff01-\uff5e\uffe5]/.test(character)) return weights.usual
  if (isHan(character)) return weights.han
  if (character < '\u00a0' || character === '\ufffd' || /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u.test(character)) return weights.none
  return weights.other
}
