import { describe, expect, it } from 'vitest'
import { readWebPage } from '../../../electron/import/html/readWebPage'
import { readSource } from '../../../electron/import/readers'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import type { SourceBlock, SourceDocument } from '../../../electron/import/sourceDocument'
import { sourceText } from '../../../electron/import/sourceText'
import { htmlSeeds, webPage, wordPage } from '../../fuzz/htmlSeeds'
import { encodeWith, utf8 } from '../../support/encodings'
import { allowedGrowth, growth } from '../../support/growth'
import { onlyRefusals } from '../../support/mutations'
import { pngOf } from '../../support/pictures'

const textOf = (block: SourceBlock): string => (block.kind === 'paragraph' ? `${block.label}${block.runs.map(({ text }) => text).join('')}` : block.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map(textOf).join('/')).join('|')).join('; '))
const lines = (document: SourceDocument): readonly string[] => document.blocks.map(textOf)
const read = (html: string): SourceDocument => readWebPage(utf8(html))

describe('a page of Word', () => {
  const document = readWebPage(encodeWith('gb18030', wordPage))
  it('IMPORT-14: its text with the numbers that Word made, tables, notes; without hidden text, deletions and marks of comments', () => {
    expect(lines(document)).toEqual([
      '清源县水务局2023年', '工作总结', '目录', '一、主要工作 1', '一、主要工作', '（一）河道治理', '全年清淤河道12条[1]，全部完成。', '单位|完成情况; |计划|完成; 城关所|5|6/（超额）', '补充一条',
    ])
    expect(document.notes).toEqual([{ mark: '[1]', text: '含支沟。' }])
    expect(document.comments.map(({ text }) => text)).toEqual(['请核对。'])
    expect(document.margins).toEqual(['内部资料'])
    expect(document.met).toMatchObject({ hidden: 4, changes: 2, notes: 1, drawings: 0, objects: 0 })
  })
  it('IMPORT-14: levels of headings, centred lines, sizes, bold text and page breaks', () => {
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? [block.outline, block.isCentered ?? false, block.size ?? null, block.runs[0]?.bold ?? false] : ['table', block.rows[0]?.cells[0]?.paragraphs[0]?.pageBreakBefore]))).toEqual([
      [null, true, 44, true], [null, true, 44, true], [null, false, null, false], [null, false, null, false], [0, false, null, false], [1, false, 32, false], [null, false, 32, false], ['table', true], [null, false, null, false],
    ])
  })
  it('IMPORT-14: the title and the table of contents are known by the styles of Word', () => {
    expect(document.blocks.map((block) => block.kind === 'paragraph' && block.isContents === true).lastIndexOf(true)).toBe(3)
    expect(read('<p class=MsoTitle>总结</p><p class=MsoNormal>正文</p>').blocks).toMatchObject([{ style: { name: 'Title' } }, { style: { name: '' } }])
  })
  it('IMPORT-14: merged cells are those of the page', () => {
    const table = document.blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.rows.map((row) => row.cells.map(({ columns, isContinued }) => [columns, isContinued]))).toEqual([[[1, false], [2, false]], [[1, true], [1, false], [1, false]], [[1, false], [1, false], [1, false]]])
    expect(sourceText(document).tables[0]?.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }])
  })
})

describe('a page of LibreOffice', () => {
  it('IMPORT-14: notes and headers are taken out of the text', () => {
    const document = readWebPage(htmlSeeds.find(([name]) => name.includes('LibreOffice'))?.[1] ?? new Uint8Array())
    expect(lines(document)).toEqual(['一、基本情况', '共有职工30人[1]。'])
    expect(document.notes).toEqual([{ mark: '[1]', text: '含借调。' }])
    expect(document.margins).toEqual(['内部资料'])
  })
})

describe('a web page', () => {
  const document = read(webPage)
  it('IMPORT-14: all that a reader sees, lists with their numbers, tables that only place things as lines; nothing that the page hides', () => {
    expect(lines(document)).toEqual([
      '关于防汛工作的通报', '发布时间：2023-07-01\u2003来源：水务局', '各乡镇：', '今年入汛以来，全县降雨偏多。', '一、巡查情况', '共巡查堤防30公里。',
      '3. 加强值守', '4. 备足物资', '含编织袋', 'II. 甲', 'I. 乙', '一、汛前', '附注：', '一行', '图1 堤防',
    ])
    expect(document.margins).toEqual(['首页 > 政务公开', '领导之窗', '机构设置', '通知公告', '搜索', '全部', '相关链接', '主办：清源县人民政府办公室　备案号：00000000'])
    expect(document.met).toMatchObject({ hidden: 4, drawings: 1 })
  })
  it('IMPORT-14: what stands around the article is set aside; an article, its attachments and a page of links alone are not', () => {
    const links = (ending: string): string => `<ul>${['甲', '乙', '丙'].map((name) => `<li><a href="${name}${ending}">${name}</a></li>`).join('')}</ul>`
    expect(lines(read(`<p>正文</p>${links('.html')}`))).toEqual(['正文'])
    expect(read(`<p>正文</p>${links('.html')}`).margins).toEqual(['甲', '乙', '丙'])
    expect(lines(read(`<p>正文</p>${links('.docx')}`))).toEqual(['正文', '甲', '乙', '丙'])
    expect(lines(read(links('.html')))).toEqual(['甲', '乙', '丙'])
    expect(lines(read('<div class="header"><h1>标题</h1></div><form><p>正文</p></form><div class="content search-result">文字</div><div id="footer-copyright">版权</div>'))).toEqual(['标题', '正文'])
    expect(lines(read('<p>正文</p><div class=footer>一。二。三。</div>'))).toEqual(['正文', '一。二。三。'])
  })
  it('IMPORT-14: a picture inside the page is kept at its line; one elsewhere is counted and never fetched', () => {
    const [key] = [...document.pictures.keys()]
    expect(document.pictures.size).toBe(1)
    expect(document.blocks.find((block) => block.kind === 'paragraph' && block.picture === key)).toMatchObject({ runs: [{ text: '图1 堤防' }] })
  })
  it('IMPORT-14: text that only a printer or a small window would hide is read', () => {
    expect(lines(document)).toContain('各乡镇：')
    expect(lines(read('<style>@media screen{.a{display:none}} .b{color:red}</style><p class=a>密</p><p class=b>甲</p>'))).toEqual(['甲'])
  })
  it('IMPORT-14: a table that is drawn stays one, whatever its cells hold', () => {
    const long = '<p>巡查记录。</p>'.repeat(12)
    expect(read(`<table border=1><tr><td>甲<td>${long}</table>`).blocks[0]?.kind).toBe('table')
    expect(read(`<table><tr><td>甲<td>${long}</table>`).blocks[0]?.kind).toBe('paragraph')
    expect(read('<table><tr><td>甲<td>乙<tr><td>1<td>2</table>').blocks[0]?.kind).toBe('table')
  })
})

describe('what a page shows', () => {
  const shown = (html: string): readonly unknown[] => read(html).blocks.map((block) => (block.kind === 'paragraph' ? `${block.isCentered ? 'c' : ''}${block.size ?? ''}:${textOf(block)}` : textOf(block)))
  it('IMPORT-14: a table of one column that nothing draws is lines, with the look of its cells', () => {
    expect(shown('<table width=980><tr><td align=center style="font-size:22px"><b>关于工作的报告</b></td></tr><tr><td>　　各位代表：<br><br>　　现在报告工作。</td></tr></table>')).toEqual(['c33:关于工作的报告', ':各位代表：', ':现在报告工作。'])
    expect(shown('<table><tr><td width=9>&nbsp;</td><td>甲</td><td></td></tr><tr><td></td><td>乙</td><td></td></tr></table>')).toEqual([':甲', ':乙'])
    expect(shown('<table border=1><tr><td>甲</td></tr><tr><td>乙</td></tr></table>')).toEqual(['甲; 乙'])
  })
  it.each([
    ['decimal-leading-zero', '01. 甲'], ['circled-decimal', '① 甲'], ['lower-greek', 'α. 甲'], ['cjk-heavenly-stem', '甲、甲'], ['cjk-earthly-branch', '子、甲'], ['simp-chinese-formal', '壹、甲'],
    ['trad-chinese-informal', '一、甲'], ['cjk-ideographic', '一、甲'], ['none', '甲'],
  ])('IMPORT-14: numbers of a list in the style %s', (style, line) => { expect(lines(read(`<ol style="list-style-type:${style}"><li>甲</li></ol>`))).toEqual([line]) })
  it('IMPORT-14: an item may have a style of its own', () => {
    expect(lines(read('<ol><li style="list-style-type:upper-roman">甲</li><li style="list-style:none">乙</li><li type=a>丙</li><li>丁</li></ol>'))).toEqual(['I. 甲', '乙', 'c. 丙', '4. 丁'])
  })
  it('IMPORT-14: rows in a form are rows; pictures in cells are kept behind the table', () => {
    const picture = Buffer.from(pngOf(60, 60)).toString('base64')
    const document = read(`<table border=1><form><tr><td>甲<img src="data:image/png;base64,${picture}"></td><td>乙</td></tr></form></table><p>后</p>`)
    expect(document.blocks.map((block) => (block.kind === 'table' ? textOf(block) : block.picture ?? textOf(block)))).toEqual(['甲|乙', 'picture 1', '后'])
    expect([document.pictures.size, document.met.drawings]).toEqual([1, 0])
  })
  it('IMPORT-14: ticked boxes are read, what stands in a field is set aside', () => {
    const document = read('<p><input type=checkbox checked>已办<input type=radio>未办<input value="请输入关键字"><input type=submit value="提交"><input type=hidden value="密"></p>')
    expect([lines(document), document.margins]).toEqual([['☑已办□未办'], ['请输入关键字']])
  })
  it('IMPORT-14: text that a page hides with emphasis, or keeps for reading aloud, is not seen', () => {
    const document = read('<style>.d-none{display:none !important}.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}</style><p class=d-none>甲</p><p class=sr-only>乙</p><p style="display:block!important">丙</p>')
    expect([lines(document), document.met.hidden]).toEqual([['丙'], 2])
  })
  it('IMPORT-14: white text on a picture is seen', () => {
    expect(lines(read('<div style="background-image:url(a.jpg)"><font color="#ffffff">甲</font></div><table><tr><td background="a.gif"><font color=white>乙</font></td></tr></table><p style="color:#fff">丙</p>'))).toEqual(['甲', '乙'])
  })
  it('IMPORT-14: names of characters without their semicolon in front of figures, and names of HTML 5', () => {
    expect(lines(read('<p>&copy2024&nbsp2023年 &numero;1 AT&T a&b2 &times3</p>'))).toEqual(['©2024\u00a02023年 №1 AT&T a&b2 ×3'])
  })
})

describe('encodings of pages', () => {
  const page = (declared: string): string => `<html><head>${declared}</head><body><p>全县水利工作总结，完成投资三百万元。</p></body></html>`
  it.each([
    ['GBK with its name', encodeWith('gb18030', page('<meta charset=gbk>'))],
    ['GBK with an old name', encodeWith('gb18030', page('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb_2312-80">'))],
    ['GBK without a name', encodeWith('gb18030', page(''))],
    ['GBK that is called UTF-8', encodeWith('gb18030', page('<meta charset="utf-8">'))],
    ['UTF-8 that is called GB2312', utf8(page('<meta charset="gb2312">'))],
    ['GBK that is called western', encodeWith('gb18030', page('<meta charset="iso-8859-1">'))],
    ['UTF-8 that is called UTF-16', utf8(page('<meta charset="utf-16">'))],
    ['UTF-8 with nothing but a blank of two bytes beside it', utf8(page('<meta charset=utf-8>').replace('<p>', '<p>\u00a0'))],
    ['UTF-8 with a broken byte in a script', Uint8Array.from([...utf8('<script>'), 0xff, ...utf8(`</script>${page('<meta charset=utf-8>')}`)])],
  ])('IMPORT-14: %s', (_name, bytes) => {
    expect(lines(readWebPage(bytes))).toEqual(['全县水利工作总结，完成投资三百万元。'])
  })
  it('IMPORT-14: a page with a broken character in its text is refused', async () => {
    const bytes = Uint8Array.from([...utf8('<meta charset=utf-8><p>全县水利工作'), 0xff, ...utf8('总结，完成投资三百万元。</p>')])
    expect(await readSource(bytes, 'a.html')).toMatchObject({ ok: false, error: { code: 'encodingUnknown' } })
  })
  it('IMPORT-14: quotation marks of Windows are read', () => {
    const western = htmlSeeds.find(([name]) => name.includes('western'))
    expect(western !== undefined && lines(readWebPage(western[1]))).toEqual(['年度 “ok”', 'café'])
  })
})

describe('any bytes', () => {
  it('IMPORT-14: every seed is known for a page and read', () => {
    for (const [name, bytes] of htmlSeeds) expect([name, sniffFormat(bytes), lines(readWebPage(bytes)).length > 0]).toEqual([name, 'html', true])
  })
  it('IMPORT-3: changed bytes give a document or a refusal, nothing else', () => {
    expect(onlyRefusals(htmlSeeds, readWebPage, 2000)).toEqual([])
  })
  it('IMPORT-14: the time grows with the length', () => {
    const make = (piece: string) => (size: number): Uint8Array => utf8(piece.repeat(size * 1000))
    for (const piece of ['<p>全县<b>水利</b>工作<br>总结</p>', '<table><tr><td colspan=100 rowspan=999>甲', '<div><ol><li>甲', '<a href="https://example.invalid">甲']) {
      expect(growth(make(piece), (bytes) => { readWebPage(bytes) })).toBeLessThan(allowedGrowth)
    }
  })
  it('IMPORT-9: a page of too many elements is refused', async () => {
    expect(await readSource(utf8(`<html>${'<b>'.repeat(600_001)}`), 'a.html')).toMatchObject({ ok: false, error: { code: 'fileTooLong' } })
    expect(await readSource(utf8(`<html>${'<p>甲'.repeat(50_001)}`), 'a.html')).toMatchObject({ ok: false, error: { code: 'fileTooLong' } })
  })
})
