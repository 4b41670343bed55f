import { describe, expect, it } from 'vitest'
import { importText } from '../../../electron/import/importReport'
import { countingIds } from '../../../shared/base/ids'
import { readDocument } from '../../../electron/import/readDocument'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import { utf16 } from '../../support/encodings'

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
