import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../electron/import/pdf/readPdf'
import { readSource } from '../../../electron/import/readers'
import type { SourceDocument } from '../../../electron/import/sourceDocument'
import { sourceReport } from '../../../electron/import/sourceReport'
import { sourceText } from '../../../electron/import/sourceText'
import { countingIds } from '../../../shared/base/ids'
import { pdfSeeds } from '../../fuzz/pdfSeeds'
import { onlyRefusals } from '../../support/mutations'
import { bodyLines, chineseFont, hexadecimal, latinText, packedPdfFile, packedStream, pageContent, pdfFile, stream, type PlacedText } from '../../support/pdfFiles'
import { outcomeOf } from '../../support/sourceDocuments'

const linesOf = (document: SourceDocument): readonly string[] => sourceText(document).text.split('\n')
const seed = (name: string): Uint8Array => pdfSeeds.find(([each]) => each === name)?.[1] ?? new Uint8Array()
const paragraph = '今年以来，全县各级各部门坚持稳中求进，统筹推进各项工作，取得了明显成效。现将有关情况报告如下。'

const fixture = (name: string): Uint8Array => readFileSync(path.join('tests/fixtures', `${name}.pdf`))

const refusal = (bytes: Uint8Array): string => outcomeOf(readPdf, bytes)

describe('IMPORT-17: what is in a PDF file', () => {
  it('IMPORT-17: the table of places in both forms, objects that are packed together, and no table at all give the same', () => {
    for (const name of ['lines', 'packed objects', 'damaged table of places']) expect(linesOf(readPdf(seed(name)))).toEqual([paragraph])
  })

  it('IMPORT-17: a table whose places are wrong is made anew; of two objects with one number the later counts', () => {
    const good = latinText(seed('lines'))
    const moved = good.replace('%PDF-1.7\n', '%PDF-1.7\n% moved by a mail program\n')
    expect(linesOf(readPdf(Uint8Array.from(moved, (character) => character.charCodeAt(0))))).toEqual([paragraph])
    const twice = `%PDF-1.4\n21 0 obj\n${stream(pageContent([[90, 700, '旧']]))}\nendobj\n${good.slice(9).replace(/xref[\s\S]*$/, '')}`
    expect(linesOf(readPdf(Uint8Array.from(twice, (character) => character.charCodeAt(0))))).toEqual([paragraph])
  })

  it('IMPORT-17: fonts by the codes of everyday encodings, by the map of the file, by the names of glyphs', () => {
    const text = linesOf(readPdf(seed('fonts'))).join('\n')
    expect(text).toContain('发展')
    expect(text).toContain('工作总结𠮷')
    expect(text).toContain('Hello Wörld')
    expect(text).toContain('工•')
  })

  it.each([['UniGB-UTF16-H', hexadecimal('镕𠮷')], ['GBK-EUC-H', '<e946>'], ['ETen-B5-H', '<a4a4b0ea>'], ['GB-EUC-V', '<d6d0>'], ['UniCNS-UCS2-H', hexadecimal('國')]])('IMPORT-17: codes of %s', (map, codes) => {
    const expected: Record<string, string> = { 'UniGB-UTF16-H': '镕𠮷', 'GBK-EUC-H': '镕', 'ETen-B5-H': '中國', 'GB-EUC-V': '中', 'UniCNS-UCS2-H': '國' }
    expect(linesOf(readPdf(pdfFile({ pages: [`BT /F2 12 Tf 90 700 Td ${codes} Tj ET`], fonts: { F2: chineseFont(map) } })))).toEqual([expected[map]])
  })

  it('IMPORT-17: glyph numbers of Adobe’s Chinese collection are characters of GB 2312', () => {
    const codes = [939, 4511 + 93, 4605, 4693, 4694, 7701, 262].map((glyph) => glyph.toString(16).padStart(4, '0')).join('')
    const gb2312 = new TextDecoder('gb18030').decode(Uint8Array.from([0xb0, 0xa1, 0xd6, 0xfe, 0xd7, 0xa1, 0xd7, 0xf9, 0xd8, 0xa1, 0xf7, 0xfe, 0xa3, 0xa1]))
    expect(linesOf(readPdf(pdfFile({ pages: [`BT /F2 12 Tf 90 700 Td <${codes}> Tj ET`], fonts: { F2: chineseFont('Identity-H') } })))).toEqual([gb2312])
  })

  it('IMPORT-17: radicals and ligatures become the characters that a clerk types', () => {
    expect(linesOf(readPdf(pdfFile({ pages: [pageContent([[90, 700, '⼯作⻓效机制']])] })))).toEqual(['工作长效机制'])
  })

  it('IMPORT-17: forms inside forms, filters, turned pages, replaced text', () => {
    expect(linesOf(readPdf(seed('form and picture')))).toContain('正文之上')
    for (const name of ['filters', 'turned page']) expect(linesOf(readPdf(seed(name))).join('')).toContain(paragraph)
    const content = 'BT /F1 16 Tf 90 700 Td <5de54f5c603b7ed3> Tj ET'
    const runs = stream(`${String.fromCharCode(content.length - 1)}${content}${String.fromCharCode(128)}`, '/Filter /RunLengthDecode')
    expect(linesOf(readPdf(pdfFile({ pages: [runs] })))).toEqual(['工作总结'])
  })

  it('IMPORT-17: what the file marks as header is no text of the body; layers that are switched off are dropped and counted', () => {
    const document = readPdf(seed('marks and bookmarks'))
    expect(document.margins).toEqual(['内部资料'])
    expect(document.met.hidden).toBe(3)
    expect(linesOf(document)).toEqual(['工', paragraph])
    expect(document.blocks[0]).toMatchObject({ outline: 0 })
  })

  it.each(['owner-rc4-40', 'owner-rc4-128', 'owner-aes-128', 'owner-aes-256'])('IMPORT-17: %s: a file that only its owner locked is read', (name) => {
    expect(linesOf(readPdf(fixture(name)))).toEqual([paragraph])
  })

  it.each(['locked-aes-128', 'locked-aes-256'])('IMPORT-17: %s: a password to open is told as such', (name) => {
    expect(refusal(fixture(name))).toBe('fileEncrypted')
  })

  it('IMPORT-17: a JPEG picture is kept, one on every page and other kinds are not', () => {
    const document = readPdf(seed('form and picture'))
    expect(document.pictures.size).toBe(1)
    expect(document.met.drawings).toBe(0)
  })

  it('IMPORT-17: pictures of pages have no text; a page of text beside them is read and the pictures are told', async () => {
    const scan = 'q 595 0 0 842 0 0 cm /Im Do Q'
    const resources = '/XObject << /Im 100 0 R >>'
    const objects = [stream('x', '/Subtype /Image /Width 600 /Height 800 /Filter /CCITTFaxDecode')]
    expect(refusal(pdfFile({ pages: [scan], resources, objects }))).toBe('pdfWithoutText')
    expect(readPdf(pdfFile({ pages: [scan, pageContent([[90, 700, '说明']])], resources, objects })).met.drawings).toBe(1)
    expect(await readSource(pdfFile({ pages: [scan], resources, objects }), '旧报告.pdf')).toMatchObject({ ok: false, error: { code: 'pdfWithoutText', detail: { name: '旧报告.pdf' } } })
  })

  it('IMPORT-17: characters that nobody can name refuse the file: broken text is not stored', () => {
    const unknown = pdfFile({ pages: ['BT /F2 12 Tf 90 700 Td <0102030405060708> Tj ET'], fonts: { F2: chineseFont('Identity-H', 'Identity') } })
    expect(refusal(unknown)).toBe('pdfWithoutText')
  })

  it('IMPORT-17: a few glyphs that nobody can name stand in the text as such, and are told; those whose text the file says do not', async () => {
    const map = packedStream(`begincodespacerange <0000> <ffff> endcodespacerange ${paragraph.length} beginbfrange ${[...paragraph].map((character, index) => `<${(index + 1).toString(16).padStart(4, '0')}> <${(index + 1).toString(16).padStart(4, '0')}> ${hexadecimal(character)}`).join('\n')} endbfrange`)
    const codes = (from: number, to: number): string => Array.from({ length: to - from }, (_, index) => (from + index + 1).toString(16).padStart(4, '0')).join('')
    const page = `BT /F2 9 Tf 90 700 Td <${codes(0, 20)}0fff${codes(20, paragraph.length)}> Tj 0 -100 Td /Span << /ActualText <feff6807> >> BDC <0ffe0ffd> Tj EMC ET`
    const bytes = pdfFile({ pages: [page], fonts: { F2: chineseFont('Identity-H', 'Identity').replace('/Type0', '/Type0 /ToUnicode 100 0 R') }, objects: [map] })
    const document = readPdf(bytes)
    expect(linesOf(document)).toEqual([`${paragraph.slice(0, 20)}\ufffd${paragraph.slice(20)}`, '标'])
    expect(document.met.unreadable).toBe(1)
    expect((await sourceReport(document, countingIds(), null)).met).toEqual(['有 1 个字无法识读，正文中以“\ufffd”占位，请对照原文件补上'])
  })

  it('IMPORT-17: codes and glyphs that show nothing leave no sign in the text and are not counted', () => {
    const lines = (font: string, shown: string, objects: readonly string[] = []): readonly [readonly string[], number] => {
      const document = readPdf(pdfFile({ pages: [`BT /F1 9 Tf 90 500 Td ${hexadecimal(paragraph)} Tj ET BT /F2 12 Tf 90 700 Td ${shown} Tj ET`], fonts: { F2: font }, objects }))
      return [linesOf(document).slice(0, 1), document.met.unreadable]
    }
    const simple = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
    expect(lines(simple, '(Water\\015 and\\000 roads\\037.)')).toEqual([['Water and roads.'], 0])
    // A glyph that the font itself has at such a code does count.
    const own = '<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 2 /Widths [500 500] /CharProcs << >> /Encoding << /Differences [2 /g1 /g2] >> /ToUnicode 100 0 R >>'
    expect(lines(own, '<0203>', [packedStream('1 beginbfchar <02> <0041> endbfchar')])).toEqual([['A\ufffd'], 1])
    const glyphs = chineseFont('Identity-H', 'Identity').replace('/Type0', '/Type0 /ToUnicode 100 0 R').replace('/CIDSystemInfo', '/DW 500 /CIDSystemInfo')
    const map = [packedStream('begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0041> <0041> <0042> <0042> endbfchar')]
    expect(lines(glyphs, '<00410041000300420042>', map)).toEqual([['AA BB'], 0])
    expect(lines(glyphs, '<0041000000410043>', map)[1]).toBe(1)
  })

  it('IMPORT-17: cut content, circles, bombs and depth end in a refusal or a document, at once', () => {
    expect(refusal(pdfFile({ pages: [packedStream(pageContent([[90, 700, '工作']]).repeat(50)).replace(/[\s\S]{60}\nendstream/, '\nendstream').replace(/\/Length \d+/, '')] }))).toBe('fileDamaged')
    const bomb = latinText(zlibSync(new Uint8Array(40 * 1024 * 1024), { level: 9 }))
    expect(refusal(pdfFile({ pages: [stream(bomb, '/Filter /FlateDecode')] }))).toBe('fileUnsafe')
    expect(refusal(pdfFile({ pages: [`/Fm Do ${pageContent([[90, 700, '工作']])}`], resources: '/XObject << /Fm 100 0 R >>', objects: [stream('/Fm Do /Fm Do /Fm Do /Fm Do', '/Subtype /Form')] }))).toBe('fileUnsafe')
    expect(refusal(pdfFile({ pages: ['['.repeat(200)] }))).toBe('fileUnsafe')
    expect(refusal(pdfFile({ pages: [], catalog: '/Pages 1 0 R' }))).toBe('pdfWithoutText')
    const map = packedStream(`begincodespacerange <0000> <ffff> endcodespacerange beginbfchar <0001> ${hexadecimal('字'.repeat(60))} endbfchar`)
    const many = packedStream(`BT /F2 1 Tf 90 700 Td <${'0001'.repeat(34_000)}> Tj ET`)
    expect(refusal(pdfFile({ pages: [many], fonts: { F2: chineseFont('Identity-H', 'Identity').replace('/Type0', '/Type0 /ToUnicode 100 0 R') }, objects: [map] }))).toBe('fileTooLong')
  })

  it('IMPORT-17: whatever bytes are damaged, a file is read or refused', () => {
    expect(onlyRefusals(pdfSeeds, readPdf, 2000)).toEqual([])
    expect(onlyRefusals([['broken', new Uint8Array(40)]], () => { throw new TypeError('control') }, 1)).toHaveLength(1)
  })
})

describe('IMPORT-18: lines become paragraphs', () => {
  const body = (lines: readonly string[]): readonly string[] => linesOf(readPdf(pdfFile({ pages: [pageContent(bodyLines(lines))] })))

  it('IMPORT-18: a line that is full goes on in the next; an indent, room at the end and a number begin a paragraph', () => {
    expect(body(['一、主要工作', '　　今年以来，全县各级各部门坚持稳中求进，统筹推进', '各项工作，取得明显成效。', '　　（一）抓好项目建设。', '　　全年完成投资128.6亿元。'])).toEqual(['一、主要工作', '今年以来，全县各级各部门坚持稳中求进，统筹推进各项工作，取得明显成效。', '（一）抓好项目建设。', '全年完成投资128.6亿元。'])
  })

  it('IMPORT-18: a running head as near to the text as its lines is one, a first line that happens to come again is none', () => {
    const pageOf = (head: string, lines: readonly string[]): string => pageContent([[90, 750, head], ...lines.map((text, index): PlacedText => [90, 722 - index * 28, text])])
    const full = '今年以来全县各级各部门坚持稳中求进统筹推进各项'
    const read = (heads: readonly [string, string]): SourceDocument => readPdf(pdfFile({ pages: [pageOf(heads[0], Array.from({ length: 6 }, () => full)), pageOf(heads[1], [...Array.from({ length: 5 }, () => full), '工作完成。'])] }))
    const withHead = read(['内部资料', '内部资料'])
    expect([linesOf(withHead), withHead.margins]).toEqual([[`${full.repeat(11)}工作完成。`], ['内部资料']])
    for (const heads of [['全部完成。', '全部完成。'], ['完成3项', '完成4项'], ['甲', '乙']] as const) expect([heads, read(heads).margins]).toEqual([heads, []])
  })

  it('IMPORT-18: a paragraph goes on over the end of its page, page numbers and running heads are margins', () => {
    const page = (number: number, lines: readonly string[]): string => pageContent([[90, 810, '内部资料　注意保存', 10], ...bodyLines(lines), [280, 60, `— ${String(number)} —`, 14]])
    const first = ['　　今年以来，全县各级各部门坚持稳中求进，统筹推进', '各项工作，取得了明显成效。现将有关情况报告如下，', '　　全年新增供水人口八万三千人，十二座水库完成除险']
    const document = readPdf(pdfFile({ pages: [page(1, first), page(2, ['加固，群众满意度达到百分之九十六以上。', '　　下一步打算。'])] }))
    expect(linesOf(document).slice(-2)).toEqual(['全年新增供水人口八万三千人，十二座水库完成除险加固，群众满意度达到百分之九十六以上。', '下一步打算。'])
    expect(document.margins).toEqual(['内部资料　注意保存'])
  })

  it('IMPORT-18: a note at the foot of a page stands behind the paragraph that goes on over it', () => {
    const first = pageContent([...bodyLines(['　　今年以来，全县各级各部门坚持稳中求进，统筹推进', '各项工作，取得了明显成效。现将有关情况报告如下，', '　　全年新增供水人口八万三千人，十二座水库完成除险']), [90, 90, '①数据来自统计局。', 10]])
    const document = readPdf(pdfFile({ pages: [first, pageContent(bodyLines(['加固，群众满意度达到百分之九十六以上。', '　　下一步打算。']))] }))
    expect(linesOf(document).slice(-3)).toEqual(['全年新增供水人口八万三千人，十二座水库完成除险加固，群众满意度达到百分之九十六以上。', '①数据来自统计局。', '下一步打算。'])
  })

  it('IMPORT-18: two columns are read one after the other', () => {
    const column = (x: number, name: string): readonly (readonly [number, number, string, number])[] => [...Array(10).keys()].map((index) => [x, 700 - index * 20, `${name}栏第${'一二三四五六七八九十'.charAt(index)}行都写满这一栏`, 12])
    const text = linesOf(readPdf(pdfFile({ pages: [pageContent([...column(60, '左'), ...column(320, '右')])] }))).join('')
    expect(text.indexOf('左栏第十行')).toBeLessThan(text.indexOf('右栏第一行'))
  })

  it('IMPORT-18: cells of ruled tables, merged ones too; Latin words keep their blanks', () => {
    const document = readPdf(seed('table'))
    expect(document.blocks).toMatchObject([{ kind: 'table', rows: [{ cells: [{}, {}] }, { cells: [{}, {}] }] }])
    expect(sourceText(document).tables[0]?.rows).toEqual([['指标', '完成'], ['供水', '46']])
    const merged = `100 500 m 100 600 l S 400 500 m 400 600 l S 250 500 m 250 550 l S ${[500, 550, 600].map((y) => `100 ${y} m 400 ${y} l S`).join(' ')}`
    const blocks = readPdf(pdfFile({ pages: [`${merged} ${pageContent([[110, 570, '合计'], [110, 520, '供水'], [260, 520, '46']])}`] })).blocks
    expect(blocks).toMatchObject([{ rows: [{ cells: [{ columns: 2 }] }, { cells: [{ columns: 1 }, { columns: 1 }] }] }])
  })

  it('IMPORT-18: size and place in the middle are told', () => {
    const document = readPdf(pdfFile({ pages: [pageContent([[210, 780, '工作总结报告', 22], ...bodyLines(['　　今年以来，全县各级各部门坚持稳中求进，统筹推进', '各项工作，取得明显成效，群众满意度有了较大幅度提', '高。'])])] }))
    expect(document.blocks[0]).toMatchObject({ size: 44, isCentered: true })
    expect(document.blocks[1]).toMatchObject({ size: 32 })
  })

  it('IMPORT-18: text that is wrapped at any width is put together again', () => {
    fc.assert(fc.property(fc.integer({ min: 12, max: 30 }), fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 3, maxLength: 12 }), (width, lengths) => {
      const alphabet = '今年以来全县各级各部门坚持稳中求进统筹推进项工作取得明显成效现将有关情况报告如下建设管理服务质量水平提升'
      const paragraphs = lengths.map((length, at) => `${[...Array(length).keys()].map((index) => alphabet.charAt((index * 7 + at * 5) % alphabet.length)).join('')}。`)
      const lines = paragraphs.flatMap((text) => {
        const rows = [`　　${text.slice(0, width - 2)}`]
        for (let at = width - 2; at < text.length; at += width) rows.push(text.slice(at, at + width))
        return rows
      })
      const pages = [...Array(Math.ceil(lines.length / 22)).keys()].map((page) => pageContent(bodyLines(lines.slice(page * 22, page * 22 + 22), { size: 12 })))
      fc.pre(lines.filter((line) => !line.startsWith('　') || line.length === width).length > 4)
      expect(linesOf(readPdf(packedPdfFile({ pages: pages.map((content) => packedStream(content)) })))).toEqual(paragraphs)
    }), { seed: 20261121, numRuns: 60 })
  })
})
