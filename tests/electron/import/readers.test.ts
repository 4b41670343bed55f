import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importText } from '../../../electron/import/importReport'
import { countingIds } from '../../../shared/base/ids'
import { errorMessage } from '../../../shared/text/errors'
import { readDocument } from '../../../electron/import/readDocument'
import { readSource } from '../../../electron/import/readers'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import { utf16 } from '../../support/encodings'

const zip = (parts: Record<string, string | Uint8Array>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, [typeof part === 'string' ? new TextEncoder().encode(part) : part, { level: 0 as const }]])))

describe('sniffFormat', () => {
  const ascii = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => character.charCodeAt(0)))
  const cases: readonly [string, Uint8Array, string][] = [
    ['a Word file with its directory gone', Uint8Array.from([0x50, 0x4b, 3, 4, ...ascii('....word/document.xml')]), 'docx'],
    ['a Word file', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'docx'],
    ['a Word file cut off', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }).subarray(0, 150), 'docx'],
    ['a Word file with its main part elsewhere', zip({ '[Content_Types].xml': '<Types><Override PartName="/main/text.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>', 'main/text.xml': '<w/>' }), 'docx'],
    ['a Word template', zip({ '[Content_Types].xml': '<Types/>', 'word/document2.xml': '<w/>', 'word/vbaProject.bin': 'x' }), 'docx'],
    ['a sheet', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>', 'xl/embeddings/word/document.xml': 'x' }), 'sheet'],
    ['slides', zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<w/>' }), 'slides'],
    ['an OpenDocument text', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }), 'odt'],
    ['an OpenDocument sheet', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }), 'sheet'],
    ['an OFD file', zip({ 'OFD.xml': '<o/>', 'Doc_0/Document.xml': '<o/>' }), 'ofd'],
    ['a UOF file', zip({ 'uof.xml': '<o/>', 'content.xml': '<o/>' }), 'uof'],
    ['a zip of Word files, not packed', zip({ '2023.docx': zip({ 'word/document.xml': '<w/>' }), 'a.txt': 'x' }), 'zip'],
    ['an old Word or WPS file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'compound'],
    ['rich text', ascii('{\\rtf1\\ansi'), 'rtf'],
    ['a PDF', ascii('%PDF-1.4\n'), 'pdf'],
    ['rich text behind a blank', ascii('\r\n{\\rtf1\\ansi'), 'rtf'],
    ['a PDF behind a line of a mail program', Uint8Array.from([...ascii('Content: x\r\n\r\n%PDF-1.4\n'), 0, 1, 2]), 'pdf'],
    ['a web page', ascii('\n<!DOCTYPE html><p>'), 'html'],
    ['a web page in two bytes a character', utf16('\ufeff<html><p>', false, false), 'html'],
    ['a web page behind a comment', ascii('<!-- saved from url=(0014)about:internet --><HTML xmlns:v="urn:schemas-microsoft-com:vml"><head>'), 'html'],
    ['a piece of a web page', ascii('<div class=a><p>x</p></div>'), 'html'],
    ['XHTML', ascii('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "x"><html xmlns="x">'), 'html'],
    ['a single-file page of Word', ascii('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="a"\r\n\r\n--a'), 'mht'],
    ['a single-file page of a browser', ascii('From: <Saved by Blink>\nSnapshot-Content-Location: x\nSubject: y\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\nx'), 'mht'],
    ['Word 2003 XML', ascii('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">'), 'wordXml'],
    ['a flat package of Word', ascii('<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'), 'wordXml'],
    ['UOF', ascii('<?xml version="1.0"?><uof:UOF xmlns:uof="x">'), 'uof'],
    ['Excel 2003 XML', ascii('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'sheet'],
    ['other XML', ascii('<?xml version="1.0"?><a>'), 'xml'],
    ['a text that begins with a bracket', ascii('<report> of 2023\nMIME-Version: 1.0'), 'text'],
    ['a text that speaks of PDF', ascii('see the file %PDF-1.4 for more'), 'text'],
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
    const bytes = zip({ 'OFD.xml': '<o/>' })
    expect(await readDocument(bytes, '总结.txt', readSource)).toEqual({ ok: false, error: { code: 'formatNotYet', detail: { name: '总结.txt', kind: 'OFD 版式文件' } } })
  })
  it('IMPORT-3: a sheet named .docx is no report, and the clerk hears what to do', async () => {
    const read = await readDocument(zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }), '总结.docx', readSource)
    expect(read).toEqual({ ok: false, error: { code: 'formatOther', detail: { name: '总结.docx', kind: '表格文件' } } })
  })
  it('IMPORT-3: a photo of a page named .docx is told as a picture, with a way to its words', async () => {
    const read = await readDocument(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), '扫描.docx', readSource)
    expect(read).toMatchObject({ ok: false, error: { code: 'imageFile', detail: { name: '扫描.docx' } } })
    if (!read.ok) expect(errorMessage(read.error).advice).toContain('识别成文字')
  })
  it('IMPORT-3: an empty file and one of blanks only are refused', async () => {
    expect(await readDocument(new Uint8Array(), 'a.txt', readSource)).toEqual({ ok: false, error: { code: 'fileEmpty', detail: { name: 'a.txt' } } })
    expect(await readDocument(new TextEncoder().encode(' \r\n　'), 'a.txt', readSource)).toEqual({ ok: false, error: { code: 'fileEmpty', detail: { name: 'a.txt' } } })
  })
  it('IMPORT-9: a file beyond the limit is refused before it is decoded', async () => {
    expect(await readDocument(new Uint8Array(21 * 1024 * 1024).fill(0x61), 'a.txt', readSource)).toMatchObject({ ok: false, error: { code: 'fileTooLarge', detail: { megabytes: 21, limit: 20 } } })
    expect(await readDocument(new Uint8Array(51 * 1024 * 1024), 'a.docx', readSource)).toMatchObject({ ok: false, error: { code: 'fileTooLarge', detail: { megabytes: 51, limit: 50 } } })
  })
  it('IMPORT-3: a pasted text beyond the limit is refused in the same words, and nothing is stored', async () => {
    const target = { importReport: () => Promise.reject(new Error('stored')) }
    expect(await importText(target, '总'.repeat(7_000_000), '粘贴的文字', { newId: countingIds() })).toMatchObject({ ok: false, error: { code: 'fileTooLarge', detail: { limit: 20 } } })
  })
})
