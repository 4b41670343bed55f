import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/import/text/decodeText'
import { importText } from '../../../electron/import/importReport'
import { countingIds } from '../../../shared/base/ids'
import { readDocument } from '../../../electron/import/readDocument'
import { sniffFormat } from '../../../electron/import/sniffFormat'

const SIMPLIFIED = '一、主要工作情况\r\n今年以来，我局认真落实档案工作责任制，全年整理文书档案1 320件，同比增长3.5%。\r\n'
const TRADITIONAL = '一、主要工作情況\r\n今年以來，我局認真落實檔案工作責任制，全年整理文書檔案三百件。\r\n'

/** The bytes of `text` in an encoding that Node cannot write, by searching the decoder's own table. */
function encodeWith(encoding: string, text: string): Uint8Array {
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding)
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  return Uint8Array.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (table.get(character) ?? [0x3f]))))
}

function utf16(text: string, isBig: boolean, withMark: boolean): Uint8Array {
  const units = [...(withMark ? '\ufeff' : ''), ...text].join('')
  const bytes: number[] = []
  for (let index = 0; index < units.length; index += 1) {
    const unit = units.charCodeAt(index)
    bytes.push(...(isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]))
  }
  return Uint8Array.from(bytes)
}

describe('decodeText', () => {
  const utf8 = new TextEncoder()
  const cases: readonly [string, Uint8Array, string, string][] = [
    ['UTF-8', utf8.encode(SIMPLIFIED), 'UTF-8', SIMPLIFIED],
    ['UTF-8 with a byte order mark', utf8.encode(`\ufeff${SIMPLIFIED}`), 'UTF-8', SIMPLIFIED],
    ['ASCII alone', utf8.encode('1. test\n'), 'UTF-8', '1. test\n'],
    ['UTF-8 with rare characters', utf8.encode('𬱖䶮同志'), 'UTF-8', '𬱖䶮同志'],
    ['GB18030', encodeWith('gb18030', SIMPLIFIED), 'GB18030', SIMPLIFIED],
    ['GB18030, one short line', encodeWith('gb18030', '关于报送年度总结的通知'), 'GB18030', '关于报送年度总结的通知'],
    ['GB18030 with a four-byte character', Uint8Array.from([...encodeWith('gb18030', '王'), 0x82, 0x35, 0x87, 0x38, ...encodeWith('gb18030', '同志')]), 'GB18030', '王䶮同志'.replace('䶮', new TextDecoder('gb18030').decode(Uint8Array.of(0x82, 0x35, 0x87, 0x38)))],
    ['Big5', encodeWith('big5', TRADITIONAL), 'Big5', TRADITIONAL],
    ['UTF-16LE with a mark', utf16(SIMPLIFIED, false, true), 'UTF-16LE', SIMPLIFIED],
    ['UTF-16BE with a mark', utf16(SIMPLIFIED, true, true), 'UTF-16BE', SIMPLIFIED],
    ['UTF-16LE without a mark', utf16(SIMPLIFIED, false, false), 'UTF-16LE', SIMPLIFIED],
    ['UTF-16BE without a mark', utf16(SIMPLIFIED, true, false), 'UTF-16BE', SIMPLIFIED],
  ]
  it.each(cases)('IMPORT-2: %s', (_name, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } })
  })

  it('IMPORT-2: bytes that no encoding explains are refused, not guessed', () => {
    expect(decodeText(Uint8Array.of(0xff, 0xff, 0x81, 0xff, 0x20))).toEqual({ ok: false, error: { code: 'encodingUnknown' } })
  })
})

describe('sniffFormat', () => {
  const ascii = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => character.charCodeAt(0)))
  const cases: readonly [string, Uint8Array, string][] = [
    ['a Word file', Uint8Array.from([0x50, 0x4b, 3, 4, ...ascii('....word/document.xml')]), 'docx'],
    ['an OpenDocument text', Uint8Array.from([0x50, 0x4b, 3, 4, ...ascii('mimetypeapplication/vnd.oasis.opendocument.text')]), 'odt'],
    ['another zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...ascii('photo.jpg')]), 'zip'],
    ['an old Word or WPS file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'compound'],
    ['rich text', ascii('{\\rtf1\\ansi'), 'rtf'],
    ['a PDF', ascii('%PDF-1.4\n'), 'pdf'],
    ['a web page', ascii('\n<!DOCTYPE html><p>'), 'html'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'image'],
    ['a program', Uint8Array.of(0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00), 'binary'],
    ['UTF-16 text', utf16('一、工作\n', false, false), 'text'],
    ['a text with a form feed and the end-of-file mark of DOS', ascii('abc\f\x1a'), 'text'],
    ['a text with a stray control character', ascii(`${'text '.repeat(60)}\x07`), 'text'],
    ['bytes of which many are control characters', ascii('\x01ab\x02'.repeat(40)), 'binary'],
  ]
  it.each(cases)('IMPORT-1: %s', (_name, bytes, format) => {
    expect(sniffFormat(bytes)).toBe(format)
  })
})

describe('readDocument', () => {
  it('IMPORT-3: an OFD file named .txt is named for what it is', async () => {
    const bytes = Uint8Array.from([0x50, 0x4b, 3, 4, ...new TextEncoder().encode('OFD.xml')])
    expect(await readDocument(bytes, '总结.txt')).toEqual({ ok: false, error: { code: 'formatNotYet', detail: { name: '总结.txt', kind: 'OFD 版式文件' } } })
  })
  it('IMPORT-3: an empty file and one of blanks only are refused', async () => {
    expect(await readDocument(new Uint8Array(), 'a.txt')).toEqual({ ok: false, error: { code: 'fileEmpty', detail: { name: 'a.txt' } } })
    expect(await readDocument(new TextEncoder().encode(' \r\n　'), 'a.txt')).toEqual({ ok: false, error: { code: 'fileEmpty', detail: { name: 'a.txt' } } })
  })
  it('IMPORT-9: a file beyond the limit is refused before it is decoded', async () => {
    expect(await readDocument(new Uint8Array(21 * 1024 * 1024).fill(0x61), 'a.txt')).toMatchObject({ ok: false, error: { code: 'fileTooLarge', detail: { megabytes: 21, limit: 20 } } })
    expect(await readDocument(new Uint8Array(51 * 1024 * 1024), 'a.docx')).toMatchObject({ ok: false, error: { code: 'fileTooLarge', detail: { megabytes: 51, limit: 50 } } })
  })
  it('IMPORT-3: a pasted text beyond the limit is refused in the same words, and nothing is stored', async () => {
    const target = { importReport: () => Promise.reject(new Error('stored')) }
    expect(await importText(target, '总'.repeat(7_000_000), '粘贴的文字', { newId: countingIds() })).toMatchObject({ ok: false, error: { code: 'fileTooLarge', detail: { limit: 20 } } })
  })
})
