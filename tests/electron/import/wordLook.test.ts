import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../electron/import/readers'
import { sourceText } from '../../../electron/import/sourceText'
import { readDocx } from '../../../electron/import/word/readDocx'
import type { SourceDocument, SourceParagraph } from '../../../electron/import/sourceDocument'
import { jpegHead, pngOf } from '../../support/pictures'
import { level, listed, paragraph, wordFile } from '../../support/wordFiles'

type Parts = Parameters<typeof wordFile>[1]

const read = (body: string, parts?: Parts): SourceDocument => readDocx(wordFile(body, parts))
const textOf = (document: SourceDocument): string => sourceText(document).text
const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraphs = (document: SourceDocument): readonly SourceParagraph[] => document.blocks.filter((block): block is SourceParagraph => block.kind === 'paragraph')
const style = (id: string, name: string, inside: string, type = 'paragraph'): string => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
const styled = (text: string, id: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`)

describe('numbers at their edges', () => {
  const list = (levels: string, more = ''): string => `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${more}`
  const lines = (body: string, numbering: string, styles?: string): readonly string[] => textOf(read(body, { numbering, ...(styles === undefined ? {} : { styles }) })).split('\n')

  it('IMPORT-6: a tab behind a number parts it from figures and words, and never makes another number', () => {
    const numbering = list(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'chineseCounting', '第%3条') + level(3, 'chineseCounting', '%4、', '<w:suff w:val="space"/>'))
    expect(lines(paragraph('5万元', listed(1)) + paragraph('工作', listed(1)) + paragraph('2024年', listed(1, 1)) + paragraph('总则', listed(1, 2)) + paragraph('：见附件', listed(1, 2)) + paragraph('丁', listed(1, 3)), numbering))
      .toEqual(['1. 5万元', '2.工作', '2.1 2024年', '第一条 总则', '第二条：见附件', '一、 丁'])
  })

  it('IMPORT-6: a list by way of a list style, fixed texts, own formats and levels beyond the ninth', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="公文"/></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:styleLink w:val="公文"/>${level(0, 'chineseCounting', '%1、')}${level(8, 'decimalFullWidth', '%9．')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="编号%1"/></w:lvl>${level(1, 'none', '附件')}${level(2, 'ideographEnclosedCircle', '%3')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>`
    expect(lines(paragraph('甲', listed(1)) + paragraph('乙', listed(1, 12)) + paragraph('丙', listed(3)) + paragraph('：名单', listed(3, 1)) + paragraph('丁', listed(3, 2)), numbering)).toEqual(['一、甲', '１．乙', '编号001 丙', '附件：名单', '㈠丁'])
  })

  it('IMPORT-6: levels that never start anew, that start anew only behind the first, and starts of a list of its own', () => {
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>') + level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>')
    const numbering = list(levels, '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="4"/></w:lvlOverride></w:num>')
    const each = (text: string, at: number, id = 1): string => paragraph(text, listed(id, at))
    expect(lines(each('甲', 0) + each('乙', 1) + each('丙', 2) + each('丁', 1) + each('戊', 2) + each('己', 0) + each('庚', 1) + each('辛', 2) + each('壬', 2, 2) + each('癸', 0) + each('子', 2, 2), numbering))
      .toEqual(['一、甲', '（一）乙', '1.丙', '（二）丁', '2.戊', '二、己', '（三）庚', '1.辛', '4.壬', '三、癸', '4.子'])
  })

  it('IMPORT-6: the level of a style, of one it is based on, and numbering in cells', () => {
    const numbering = list(level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="a"/>') + level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="b"/>'))
    const styles = style('a', '大', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style('b', '小', '<w:basedOn w:val="a"/>') + style('c', '更小', '<w:basedOn w:val="b"/>')
    const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`
    expect(lines(`${styled('甲', 'a')}${styled('乙', 'b')}<w:tbl><w:tr>${cell(styled('丙', 'c'))}${cell(paragraph('丁', listed(1)))}</w:tr></w:tbl>${styled('戊', 'a')}`, numbering, styles)).toEqual(['一、甲', '（一）乙', '（二）丙\t二、丁', '三、戊'])
  })

  it('IMPORT-6: what is deleted or hidden does not count, an empty paragraph does, and joined ones count once', () => {
    const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
    const gone = `<w:p><w:pPr>${listed(1)}<w:rPr><w:del ${by}/></w:rPr></w:pPr><w:del ${by}><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`
    const hidden = `<w:p><w:pPr>${listed(1)}<w:rPr><w:vanish/></w:rPr></w:pPr>${run('暗', '<w:vanish/>')}</w:p>`
    const open = `<w:p><w:pPr>${listed(1)}<w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('前')}</w:p>`
    expect(lines(`${paragraph('甲', listed(1))}${gone}${hidden}<w:p><w:pPr>${listed(1)}</w:pPr></w:p>${open}${paragraph('后', listed(1))}${paragraph('末', listed(1))}`, list(level(0, 'chineseCounting', '%1、')))).toEqual(['一、甲', '二、', '三、前后', '四、末'])
  })
})

describe('the look of paragraphs', () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>${style('1', 'heading 1', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')}${style('2', '标题 2', '<w:basedOn w:val="1"/><w:rPr><w:b w:val="0"/></w:rPr>')}${style('3', '我的', '<w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}${style('c', '着重', '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>', 'character')}${style('t', 'toc 1', '')}`

  it('IMPORT-19: heading levels by level, by style and by the name of a style', () => {
    const document = read(styled('甲', '1') + styled('乙', '2') + styled('丙', '3') + styled('丁', '1', '<w:outlineLvl w:val="4"/>') + paragraph('戊') + styled('己', 'missing'), { styles })
    expect(paragraphs(document).map(({ outline }) => outline)).toEqual([0, 1, null, 4, null, null])
  })

  it('IMPORT-19: centred, the size of most characters, bold as styles turn it over', () => {
    const document = read(`${styled('甲', '1')}<w:p><w:pPr><w:pStyle w:val="1"/><w:jc w:val="left"/></w:pPr>${run('乙', '<w:rStyle w:val="c"/>')}${run('丙丁', '<w:b w:val="0"/><w:sz w:val="44"/>')}</w:p>${paragraph('戊')}${paragraph('', '')}`, { styles })
    expect(paragraphs(document).map(({ isCentered, size, runs }) => [isCentered ?? false, size, runs.map((each) => each.bold ?? false)])).toEqual([[true, 32, [true]], [false, 44, [false]], [false, 21, [false]], [false, undefined, []]])
    expect(paragraphs(read(paragraph('甲')))[0]).not.toHaveProperty('size')
  })

  it('IMPORT-19: paragraphs of a table of contents are marked', () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt>`
    expect(paragraphs(read(`${control}${styled('一、甲\t1', 't')}${paragraph('一、甲')}`, { styles })).map(({ isContents }) => isContents ?? false)).toEqual([true, true, false])
  })

  it('IMPORT-19: PNG and JPEG are kept with the paragraph they stand in, all others counted', () => {
    const drawing = (name: string): string => `<w:r><w:drawing><wp:inline><a:blip r:embed="${name}"/></wp:inline></w:drawing></w:r>`
    const old = (name: string): string => `<w:r><w:pict><v:shape><v:imagedata r:id="${name}"/></v:shape></w:pict></w:r>`
    const png = pngOf(3, 2)
    const related = [['image', 'a.png', png], ['image', 'b.jpeg', jpegHead(9, 9)], ['image', 'c.emf', new Uint8Array([1, 0, 0, 0])], ['image', 'd.jpeg', jpegHead(60_000, 60_000)]] as const
    const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
    const document = read(`<w:p>${drawing('a.png')}${run('图1')}${old('b.jpeg')}${old('c.emf')}${drawing('d.jpeg')}${drawing('none')}<w:del ${by}>${drawing('a.png')}</w:del></w:p><w:tbl><w:tr><w:tc><w:p>${drawing('a.png')}</w:p>${paragraph('图2')}</w:tc></w:tr></w:tbl>`, { related })
    expect(document.blocks.map((block) => (block.kind === 'table' ? block.rows[0]?.cells[0]?.paragraphs.map(({ picture }) => picture) : block.picture))).toEqual(['word/a.png', 'word/b.jpeg', [undefined, undefined], 'word/a.png'])
    expect([...document.pictures.keys(), document.met.drawings]).toEqual(['word/a.png', 'word/b.jpeg', 3])
    expect(document.pictures.get('word/a.png')).toEqual(png)
  })
})

describe('packages of other programs', () => {
  const parts = unzipSync(wordFile(paragraph('甲'), { styles: style('1', 'heading 1', '') }))
  const repacked = (change: (name: string, text: string) => readonly [string, Uint8Array]): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, bytes]) => change(name, strFromU8(bytes)))))
  const said = async (bytes: Uint8Array): Promise<string> => {
    const result = await readSource(bytes, 'x.docx')
    return result.ok ? `${result.value.format} ${textOf(result.value.document)}` : result.error.code
  }

  it('IMPORT-5: folders parted by backslashes, another name of the main part, byte order marks and parts in UTF-16', async () => {
    expect(await said(repacked((name, text) => [name.replace(/\//g, '\\'), strToU8(text)]))).toBe('docx 甲')
    expect(await said(repacked((name, text) => [name.replace('document.xml', 'document2.xml'), strToU8(text.replace('word/document.xml', '/word/document2.xml'))]))).toBe('docx 甲')
    expect(await said(repacked((name, text) => [name, strToU8(`\ufeff${text}`)]))).toBe('docx 甲')
    expect(await said(repacked((name, text) => [name, new Uint8Array(Buffer.from(`\ufeff${text.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le'))]))).toBe('docx 甲')
  })

  it('IMPORT-5: strict files, and files without styles, lists and settings', async () => {
    const strict = (text: string): string => text.replace(/http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/g, 'http://purl.oclc.org/ooxml/wordprocessingml/main').replace(/http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    expect(await said(repacked((name, text) => [name, strToU8(strict(text))]))).toBe('docx 甲')
    expect(await said(zipSync({ '[Content_Types].xml': parts['[Content_Types].xml']!, '_rels/.rels': parts['_rels/.rels']!, 'word/document.xml': parts['word/document.xml']! }))).toBe('docx 甲')
  })

  it('IMPORT-5: a path out of the package is refused with either slash', async () => {
    expect(await said(zipSync({ ...parts, '..\\x': strToU8('x') }))).toBe('fileUnsafe')
  })
})
