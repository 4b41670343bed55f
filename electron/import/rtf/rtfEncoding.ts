/** Code pages of RTF files (Rich Text Format Specification 1.9.1, "Font Table" and "Character Set"). */
import { latinText } from '../../../shared/base/latinText'
import { westernText } from '../text/western'
import { commonHan } from '../text/commonHan'

/** An encoding by its name for `TextDecoder`; `symbol` and `western` are read by own tables. */
export type RtfEncoding = string

/** By `\fcharset`. What is missing has no code page of its own, as 1 (default). 130 is Johab, for which no decoder exists. */
const byCharset = new Map<number, RtfEncoding>([
  [0, 'western'], [2, 'symbol'], [77, 'macintosh'], [128, 'shift_jis'], [129, 'euc-kr'], [134, 'gb18030'], [136, 'big5'], [161, 'windows-1253'], [162, 'windows-1254'], [163, 'windows-1258'],
  [177, 'windows-1255'], [178, 'windows-1256'], [186, 'windows-1257'], [204, 'windows-1251'], [222, 'windows-874'], [238, 'windows-1250'],
])

const byCodePage = new Map<number, RtfEncoding>([
  [42, 'symbol'], [866, 'ibm866'], [874, 'windows-874'], [932, 'shift_jis'], [936, 'gb18030'], [949, 'euc-kr'], [950, 'big5'], [1250, 'windows-1250'], [1251, 'windows-1251'], [1252, 'western'],
  [1253, 'windows-1253'], [1254, 'windows-1254'], [1255, 'windows-1255'], [1256, 'windows-1256'], [1257, 'windows-1257'], [1258, 'windows-1258'], [10000, 'macintosh'], [54936, 'gb18030'], [65001, 'utf-8'],
])

const multiByte = new Set<RtfEncoding>(['gb18030', 'big5', 'shift_jis', 'euc-kr', 'utf-8'])

export function encodingOfCharset(charset: number): RtfEncoding | null {
  return byCharset.get(charset) ?? null
}

export function encodingOfCodePage(page: number): RtfEncoding | null {
  return byCodePage.get(page) ?? null
}

export function isMultiByte(encoding: RtfEncoding): boolean {
  return multiByte.has(encoding)
}

/** Whether the byte is the first of two. */
export function isLeadByte(encoding: RtfEncoding, byte: number): boolean {
  if (encoding === 'shift_jis') return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)
  return byte >= 0x81 && byte <= 0xfe && encoding !== 'utf-8' && multiByte.has(encoding)
}

/**
 * The text of the bytes. Programs that know no code pages call Chinese bytes western: where they read as everyday Chinese in `expected`
 * (the code page of the file, or GB18030) or UTF-8, they are that.
 */
export function decodeRtf(bytes: Uint8Array, encoding: RtfEncoding, expected: RtfEncoding): string {
  if (bytes.every((byte) => byte < 0x80)) return latinText(bytes)
  if (encoding === 'symbol') return latinText(bytes)
  if (encoding !== 'western') return new TextDecoder(encoding).decode(bytes)
  return (bytes.length < 4 ? null : readsAsHan(bytes, 'utf-8')) ?? readsAsHan(bytes, isMultiByte(expected) ? expected : 'gb18030') ?? westernText(bytes)
}

function readsAsHan(bytes: Uint8Array, encoding: RtfEncoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const foreign = [...text].filter((character) => character > '\u007f')
    return foreign.filter((character) => commonHan.has(character)).length * 2 > foreign.length ? text : null
  } catch {
    return null
  }
}
