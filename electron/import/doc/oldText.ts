/** Text of Word 6 and 95: one byte a place, in the code page of the system it was written on; a Chinese character takes two places. */
import { familiarity } from '../text/familiarity'
import { wideOfCp1252 } from './cp1252'

/** Encodings by the language of the program that wrote the file. */
const encodings = new Map([[0x0804, 'gb18030'], [0x1004, 'gb18030'], [0x0404, 'big5'], [0x0c04, 'big5'], [0x1404, 'big5'], [0x0411, 'shift_jis'], [0x0412, 'euc-kr'], [0x0419, 'windows-1251']])

/** So much like everyday Chinese must a text read that its program calls something else. */
const clearlyChinese = 0.4

/** The encoding of `sample`, a text of a program of this language; null for western text. */
export function oldEncoding(language: number, sample: Uint8Array): string | null {
  const known = encodings.get(language)
  if (known !== undefined) return known
  return (familiarity(new TextDecoder('gb18030').decode(sample)) ?? -1) > clearlyChinese ? 'gb18030' : null
}

/** The text in two bytes a place. What takes two places stands in the first one; the second is empty (zero). */
export function wideOfOld(bytes: Uint8Array, encoding: string | null): Uint8Array {
  if (encoding === null) return wideOfCp1252(bytes)
  const decoder = new TextDecoder(encoding)
  const known = new Map<number, number>()
  const decoded = (key: number, ...part: readonly number[]): number => {
    const code = known.get(key) ?? decoder.decode(Uint8Array.from(part)).charCodeAt(0)
    known.set(key, code)
    return code
  }
  const wide = new Uint8Array(bytes.length * 2)
  for (let at = 0; at < bytes.length; at += 1) {
    const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
    const isPair = isLead(encoding, first) && second >= 0x40 && second !== 0x7f
    const code = first < 0x80 ? first : isPair ? decoded(first * 256 + second, first, second) : decoded(first, first)
    wide[at * 2] = code & 0xff
    wide[at * 2 + 1] = code >> 8
    if (isPair) at += 1
  }
  return wide
}

function isLead(encoding: string, byte: number): boolean {
  if (encoding === 'windows-1251') return false
  return byte > 0x80 && byte < 0xff && !(encoding === 'shift_jis' && byte >= 0xa1 && byte <= 0xdf)
}
