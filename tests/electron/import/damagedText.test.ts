import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWebPage } from '../../../electron/import/html/readWebPage'
import { readMarkdown } from '../../../electron/import/markdown/readMarkdown'
import { readSource } from '../../../electron/import/readers'
import { sourceReport } from '../../../electron/import/sourceReport'
import { sourceText } from '../../../electron/import/sourceText'
import { readableText } from '../../../electron/import/text/damagedText'
import { decodeText } from '../../../electron/import/text/decodeText'
import { readPlainText } from '../../../electron/import/text/readPlainText'
import { countingIds } from '../../../shared/base/ids'
import { encodeWith, utf16, utf8 } from '../../support/encodings'
import { allowedGrowth, growth } from '../../support/growth'

const sentences = [
  '今年以来，我局认真落实上级部署，扎实推进各项重点工作，取得了明显成效。', '一是加强组织领导，成立工作专班，明确责任分工。', '全年共整理文书档案1320件，同比增长3.5%。', '（二）河道治理持续用力，清淤12条，完成投资2600万元。',
  '下一步，我们将继续坚持问题导向，补齐短板弱项。', '镇村两级干部走访农户4860户，收集意见215条。', '存在的主要问题：基础设施仍较薄弱，专业人才不足。',
]
const report = sentences.join('\r\n').repeat(6)
const texts = fc.array(fc.constantFrom(...sentences, '\r\n', '附件：', '王芳、李强'), { minLength: 30, maxLength: 80 }).map((parts) => parts.join(''))
const writers = [['UTF-8', utf8], ['GB18030', (text: string) => encodeWith('gb18030', text)]] as const

/** How many characters of `text` are not at their place, seen from both ends of what was read. */
function lost(text: string, read: string): number {
  let start = 0
  while (start < text.length && text[start] === read[start]) start += 1
  let end = 0
  while (end < text.length - start && end < read.length - start && text[text.length - 1 - end] === read[read.length - 1 - end]) end += 1
  return text.length - start - end
}

describe('IMPORT-2: a long text with a few bad bytes', () => {
  it.each(writers)('IMPORT-2: %s with one byte that no character has is read, the place shown and told', async (encoding, write) => {
    const bytes = write(report)
    const at = write(report.slice(0, 200)).length
    const broken = Uint8Array.from([...bytes.subarray(0, at), 0xff, ...bytes.subarray(at)])
    expect(readableText(broken)).toEqual({ ok: true, value: { text: `${report.slice(0, 200)}\ufffd${report.slice(200)}`, encoding, isCut: false, unreadable: 1 } })
    const read = await readSource(broken, '总结.txt')
    expect(read).toMatchObject({ ok: true, value: { format: 'text', document: { encoding, met: { unreadable: 1 } } } })
    if (!read.ok) return
    expect((await sourceReport(read.value.document, countingIds(), null)).met).toEqual(['有 1 个字无法识读，正文中以“\ufffd”占位，请对照原文件补上'])
  })

  it('IMPORT-2: UTF-8 with any byte changed keeps every other character', () => {
    fc.assert(fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, byte) => {
      const bytes = utf8(text)
      bytes[place % bytes.length] = byte
      const read = readableText(bytes)
      expect(read).toMatchObject({ ok: true, value: { encoding: 'UTF-8' } })
      // A byte that becomes the first of a longer character takes those behind it along.
      if (read.ok) expect(lost(text, read.value.text)).toBeLessThanOrEqual(2)
      if (read.ok) expect(read.value.unreadable).toBe(read.value.text.split('\ufffd').length - 1)
    }), { numRuns: 200 })
  })

  it('IMPORT-2: GB18030 with a byte that is lost or too many is read with every wrong character told, or refused', () => {
    let [refused, all] = [0, 0]
    fc.assert(fc.property(texts, fc.nat(), fc.constantFrom<'lost' | 'stray'>('lost', 'stray'), (text, place, kind) => {
      const bytes = encodeWith('gb18030', text)
      const at = place % bytes.length
      const broken = Uint8Array.from([...bytes.subarray(0, at), ...(kind === 'stray' ? [0xff] : []), ...bytes.subarray(kind === 'lost' ? at + 1 : at)])
      const read = readableText(broken)
      all += 1
      if (!read.ok) refused += 1
      else if (read.value.unreadable > 0) expect([read.value.encoding, lost(text, read.value.text) <= read.value.unreadable + 1, read.value.unreadable <= 12]).toEqual(['GB18030', true, true])
    }), { numRuns: 250 })
    expect(refused).toBeLessThan(all / 10)
  })

  it('IMPORT-2: several bad places are counted; more than one in a hundred characters, or more than twenty, refuse the text', () => {
    const damaged = (text: string, times: number): Uint8Array => {
      const bytes = utf8(text)
      for (let index = 0; index < times; index += 1) bytes[Math.floor((bytes.length * (index + 0.5)) / times)] = 0xff
      return bytes
    }
    expect(readableText(damaged(report, 5))).toMatchObject({ ok: true, value: { unreadable: 5 } })
    expect(readableText(damaged(report, 12))).toEqual({ ok: false, error: { code: 'encodingUnknown' } })
    expect(readableText(damaged(report.repeat(4), 20))).toMatchObject({ ok: true, value: { unreadable: 20 } })
    expect(readableText(damaged(report.repeat(20), 21))).toEqual({ ok: false, error: { code: 'encodingUnknown' } })
    expect(readableText(damaged(sentences[0] ?? '', 1))).toEqual({ ok: false, error: { code: 'encodingUnknown' } })
  })

  it('IMPORT-2: a character that was U+FFFD in the file is none that was lost here; a cut end is told beside', () => {
    expect(readableText(utf8(`${report}\ufffd`))).toMatchObject({ ok: true, value: { unreadable: 0 } })
    for (const [, write] of writers) {
      const broken = Uint8Array.from([...write(report.slice(0, 100)), 0xff, ...write(report.slice(100)), ...write('完').subarray(0, 1)])
      expect(readableText(broken)).toMatchObject({ ok: true, value: { unreadable: 1, isCut: true } })
    }
  })

  it('IMPORT-2: what is not text, other encodings and other languages do not become a damaged text', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 400, maxLength: 3000 }), (bytes) => { expect(readableText(bytes)).toEqual(decodeText(bytes)) }), { numRuns: 200 })
    for (const bytes of [encodeWith('big5', '為改善本區排水設施，本府已編列預算，預計於今年汛期前完成疏濬。'.repeat(20)), utf16(report, false, false), utf16(report, true, true)]) expect(readableText(bytes)).toMatchObject({ ok: true, value: { unreadable: 0 } })
  })

  it('IMPORT-2: a long file is looked at in time that grows with its length', () => {
    for (const piece of ['今年工作\r\n', '1今', '今'.repeat(50)]) {
      const bytesOf = (size: number): Uint8Array => Uint8Array.from([...encodeWith('gb18030', piece.repeat(Math.ceil((size * 20_000) / piece.length))), 0xff, 0x0a, ...encodeWith('gb18030', piece)])
      expect([piece.length, growth(bytesOf, (bytes) => { readableText(bytes) }) < allowedGrowth]).toEqual([piece.length, true])
    }
  })

  it('IMPORT-2: Markdown and pages are read alike', () => {
    const broken = (head: string, tail: string, write: (text: string) => Uint8Array): Uint8Array => Uint8Array.from([...write(head), 0xff, ...write(tail)])
    const markdown = readMarkdown(broken(`# 总结\n\n## 一、情况\n\n${report}`, '结尾。\n', utf8))
    expect([markdown.met.unreadable, sourceText(markdown).text.includes('\ufffd结尾。')]).toEqual([1, true])
    for (const [name, write] of [['utf-8', utf8], ['gb2312', (text: string) => encodeWith('gb18030', text)]] as const) {
      const page = readWebPage(broken(`<html><head><meta charset="${name}"></head><body><h1>总结</h1><p>${report}</p><p>`, '结尾。</p></body></html>', write))
      expect([name, page.met.unreadable, sourceText(page).text.includes('\ufffd结尾。')]).toEqual([name, 1, true])
      const hidden = readWebPage(broken(`<html><head><meta charset="${name}"></head><body><h1>总结</h1><p>${report}</p><script>`, '</script></body></html>', write))
      expect([name, hidden.met.unreadable]).toEqual([name, 0])
    }
    expect(readPlainText(utf8(report)).met.unreadable).toBe(0)
  })
})
