import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readMessage } from '../../../electron/import/mht/readMessage'
import { readSource } from '../../../electron/import/readers'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import type { SourceDocument } from '../../../electron/import/sourceDocument'
import { sourceText } from '../../../electron/import/sourceText'
import { message, mhtSeeds, wordMessage } from '../../fuzz/mhtSeeds'
import { allowedGrowth, growth } from '../../support/growth'
import { onlyRefusals } from '../../support/mutations'

const linesOf = (document: SourceDocument): readonly string[] => sourceText({ ...document, notes: [] }).text.split('\n')
const mixed = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="----=_Part_01"'
const seed = (name: string): SourceDocument => readMessage(mhtSeeds.find(([each]) => each === name)?.[1] ?? new Uint8Array())

describe('a page in one file', () => {
  it('IMPORT-14: of Word, with its picture at its line and the footer of its other page', () => {
    const document = readMessage(wordMessage)
    expect(linesOf(document).slice(0, 4)).toEqual(['清源县水务局2023年', '工作总结', '目录', '一、主要工作 1'])
    expect(document.pictures.size).toBe(1)
    expect(document.blocks.find((block) => block.kind === 'paragraph' && block.picture !== undefined)).toMatchObject({ runs: [{ text: '补充一条' }] })
    expect(document.margins).toEqual(['内部资料', '第 页'])
    expect(document.met).toMatchObject({ drawings: 0, objects: 0, damaged: 0 })
  })
  it('IMPORT-14: of a browser, pictures by their ids; those elsewhere are counted', () => {
    const document = seed('a page of a browser')
    expect(linesOf(document)).toEqual(['工作动态', '正文'])
    expect([document.pictures.size, document.met.drawings]).toEqual([1, 1])
  })
  it('IMPORT-14: a mail message in its rich form, or as text', () => {
    expect(linesOf(seed('a mail message of two kinds'))).toEqual(['网页文字'])
    expect(linesOf(seed('a message of text alone'))).toEqual(['一、工作情况', '全年完成任务。'])
  })
  it('IMPORT-14: what stands in frames of a page is set aside, files sent along are counted', () => {
    const document = readMessage(message([['Content-Type: text/html', '<meta charset=utf-8><p>Page</p><iframe src="cid:f"></iframe>'], ['Content-Type: text/html\r\nContent-ID: <f>', '<p>Frame</p><table border=1><tr><td>1</td><td>2</td></tr></table>'], ['Content-Type: text/html; name=a.html\r\nContent-Disposition: attachment', '<p>Attached</p>'], ['Content-Type: application/msword\r\nContent-Disposition: attachment', 'x']]))
    expect([linesOf(document), document.margins, document.met.objects]).toEqual([['Page'], ['Frame', '1\t2'], 2])
  })
  it('IMPORT-14: a page without text gives way to the text beside it, in the encoding that is told', () => {
    const parts = [['Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable', '=B8=BD=BC=FE'], ['Content-Type: text/html', '<p></p>']] as const
    expect(linesOf(readMessage(message(parts)))).toEqual(['附件'])
  })
  it('IMPORT-14: a page that is sent along is read where nothing else is', () => {
    const document = readMessage(message([['Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html', '<p>Sent</p>'], ['Content-Type: application/msword\r\nContent-Disposition: attachment', 'x']], mixed))
    expect([linesOf(document), document.met.objects]).toEqual([['Sent'], 1])
  })
  it('IMPORT-14: texts one below the other are joined, of forms of one text the page is taken', () => {
    const plain = ['Content-Type: text/plain; charset=utf-8', 'Body'] as const
    const page = ['Content-Type: text/html', '<p>Page</p>'] as const
    expect(linesOf(readMessage(message([plain, ['Content-Type: text/html', '<p>Foot</p>']], mixed)))).toEqual(['Body', 'Foot'])
    expect(linesOf(readMessage(message([page, plain, page], mixed)))).toEqual(['Page', 'Body', 'Page'])
    expect(linesOf(readMessage(message([plain, page], mixed.replace('mixed', 'alternative'))))).toEqual(['Page'])
    const inner = (kind: string, ...parts: readonly (readonly [string, string])[]): readonly [string, string] => [`Content-Type: multipart/${kind}; boundary=in`, `${parts.map(([headers, body]) => `--in\r\n${headers}\r\n\r\n${body}\r\n`).join('')}--in--`]
    expect(linesOf(readMessage(message([inner('alternative', plain, page), ['Content-Type: text/plain', 'List']], mixed)))).toEqual(['Page', 'List'])
    expect(linesOf(readMessage(message([plain, inner('mixed', page, ['Content-Type: text/html', '<p>More</p>'])], mixed.replace('mixed', 'alternative'))))).toEqual(['Page', 'More'])
  })
  it('IMPORT-14: a file cut in its page is refused, one cut behind it is told', async () => {
    const text = Buffer.from(wordMessage)
    const picture = text.indexOf('iVBOR')
    expect(readMessage(wordMessage.subarray(0, picture + 40)).met.damaged).toBe(1)
    expect(await readSource(wordMessage.subarray(0, 1500), '总结.doc')).toMatchObject({ ok: false, error: { code: 'fileDamaged' } })
  })
  it('IMPORT-3: a message without a page is told as such', async () => {
    expect(await readSource(message([['Content-Type: image/png\r\nContent-Transfer-Encoding: base64', 'AAAA']]), 'a.mht')).toMatchObject({ ok: false, error: { code: 'formatUnknown' } })
  })
})

describe('any bytes', () => {
  it('IMPORT-14: every seed is known for a message and read', () => {
    for (const [name, bytes] of mhtSeeds) expect([name, sniffFormat(bytes), readMessage(bytes).blocks.length > 0]).toEqual([name, 'mht', true])
  })
  it('IMPORT-3: changed bytes give a document or a refusal, nothing else', () => {
    expect(onlyRefusals(mhtSeeds, readMessage, 1500)).toEqual([])
  })
  it('IMPORT-14: the time grows with the length, and nested messages are refused', () => {
    const many = (size: number): Uint8Array => message(Array.from({ length: size * 20 }, () => ['Content-Type: text/html', '<p>a</p>'.repeat(20)] as const))
    expect(growth(many, (bytes) => { readMessage(bytes) })).toBeLessThan(allowedGrowth)
    const deep = Uint8Array.from(Buffer.from(Array.from({ length: 20 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`).join('')))
    expect(() => readMessage(deep)).toThrow('message depth')
  })
})
