import { describe, expect, it } from 'vitest'
import { sourceText } from '../../../electron/import/sourceText'
import { readDocx } from '../../../electron/import/word/readDocx'
import type { SourceDocument } from '../../../electron/import/sourceDocument'
import { paragraph, wordFile, wordPart } from '../../support/wordFiles'

type Parts = Parameters<typeof wordFile>[1]

const read = (body: string, parts?: Parts): SourceDocument => readDocx(wordFile(body, parts))
const textOf = (document: SourceDocument): string => sourceText(document).text
const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const mark = (type: string, inside = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`
const style = (id: string, name: string, inside: string, type = 'paragraph'): string => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`

describe('notes, headers and footers of a Word file', () => {
  const note = (id: number, text: string): string => `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`
  const footnotes = wordPart('footnotes', `<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>${note(1, '数据来自台账。')}${note(2, '含下属单位。')}`)
  const endnotes = wordPart('endnotes', `<w:endnote w:id="1">${paragraph('上年口径。')}${paragraph('另行说明。')}</w:endnote>`)
  const related = [['footnotes', 'footnotes.xml', footnotes], ['endnotes', 'endnotes.xml', endnotes]] as const
  const refer = (kind: string, id: number, more = ''): string => `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`

  it('IMPORT-6: footnotes and endnotes leave a mark, counted in the order of the text', () => {
    const document = read(`<w:p>${run('完成')}${refer('footnote', 2)}${run('件')}${refer('endnote', 1)}${run('。')}${refer('footnote', 1)}${refer('footnote', 9)}</w:p>`, { related })
    expect(document.notes).toEqual([{ mark: '[1]', text: '含下属单位。' }, { mark: '[2]', text: '上年口径。\n另行说明。' }, { mark: '[3]', text: '数据来自台账。' }])
    expect(textOf({ ...document, notes: [] })).toBe('完成[1]件[2]。[3]')
    expect(document.met.notes).toBe(3)
  })

  it('IMPORT-6: a mark of its own stays as it is, and a removed note is none', () => {
    const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
    const document = read(`<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>※</w:t></w:r><w:del ${by}>${refer('footnote', 2)}</w:del>${run('乙')}</w:p>`, { related })
    expect([textOf({ ...document, notes: [] }), document.notes]).toEqual(['甲※乙', [{ mark: '※', text: '数据来自台账。' }]])
  })

  it('IMPORT-6: headers and footers that are printed stand apart, each once', () => {
    const header = (text: string): Uint8Array => wordPart('hdr', paragraph(text))
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/><w:headerReference w:type="first" r:id="header2.xml"/><w:headerReference w:type="even" r:id="header3.xml"/></w:sectPr>'
    const document = read(`<w:p><w:pPr>${section}</w:pPr>${run('甲')}</w:p>${section}`, { related: [['header', 'header1.xml', wordPart('hdr', paragraph('清政发〔2025〕1号').repeat(2))], ['header', 'header2.xml', header('首页')], ['header', 'header3.xml', header('双页')]] })
    expect(document.margins).toEqual(['清政发〔2025〕1号'])
  })
})

describe('what Word prints and what it does not', () => {
  const math = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
  const inMath = (name: string, ...inside: readonly string[]): string => `<m:${name}>${inside.join('')}</m:${name}>`
  const terms = (...texts: readonly string[]): readonly string[] => texts.map((text) => inMath('e', math(text)))
  const formula = [
    inMath('m', inMath('mr', ...terms('1', '2')), inMath('mr', ...terms('3', '4'))), inMath('func', inMath('fName', inMath('limLow', ...terms('lim'), inMath('lim', math('n→0')))), ...terms('x')),
    inMath('eqArr', ...terms('a=1', 'b=2')), inMath('sPre', inMath('sub', math('1')), inMath('sup', math('2')), ...terms('X')),
  ].join('')
  const cases: readonly (readonly [string, string, string])[] = [
    ['a field in the code of a field', `<w:p>${mark('begin')}${code('IF ')}${mark('begin')}${code('MERGEFIELD a')}${mark('separate')}${run('暗')}${mark('end')}${mark('separate')}${run('明')}${mark('end')}</w:p>`, '明'],
    ['a code that goes over paragraphs', `<w:p>${run('前')}${mark('begin')}${run('暗一')}</w:p><w:p>${run('暗二')}${mark('separate')}${run('明')}${mark('end')}</w:p>`, '前\n明'],
    ['a field that never ends', `<w:p>${mark('begin')}${run('甲')}</w:p><w:p>${run('乙')}</w:p>`, '甲\n乙'],
    ['boxes to tick and lists of a form', `<w:p>${mark('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>')}${mark('end')}${run('是')}${mark('begin', '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>')}${mark('end')}${run('否')}${mark('begin', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="一般"/><w:listEntry w:val="紧急"/></w:ddList></w:ffData>')}${mark('end')}</w:p>`, '☑是□否紧急'],
    ['a font for signs alone', '<w:p><w:r><w:rPr><w:rFonts w:hAnsi="Symbol"/></w:rPr><w:t>def 45&#xF061;</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Wingdings"/></w:rPr><w:t>x&#xF0FE;</w:t></w:r></w:p>', 'def 45αβx☑'],
    ['symbols', '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="2116"/><w:sym w:font="Webdings" w:char="F021"/></w:r></w:p>', '☑□≥№'],
    ['characters in a font of symbols', `<w:p>${run('\uf0fc', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}${run('合格')}</w:p>`, '✓合格'],
    ['an emoji', `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:symEx/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, '😀'],
    ['a choice without a way for older programs', '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpsCustomData"><w:t>甲</w:t></mc:Choice></mc:AlternateContent></w:r></w:p>', '甲'],
    ['a choice between a picture and text', `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing><w:txbxContent>${paragraph('框')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:imagedata r:id="x"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, '\n框'],
    ['reading aids above characters', `<w:p><w:r><w:ruby><w:rt>${run('xiàn')}</w:rt><w:rubyBase>${run('县')}</w:rubyBase></w:ruby></w:r></w:p>`, '县'],
    ['formulas', '<w:p><m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>', 'x=(a+b)/2c^2'],
    ['line ends of the file', '<w:p><w:r><w:t>甲\n乙</w:t><w:cr/><w:t>丙</w:t><w:ptab/><w:t>丁</w:t><w:softHyphen/></w:r></w:p>', '甲 乙\n丙\t丁'],
    ['text for the screen and placeholders', `<w:p>${run('12', '<w:webHidden/>')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt></w:p>`, '12单击此处输入'],
    ['a heading and its text on one line', `<w:p><w:pPr><w:outlineLvl w:val="0"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run('一、总体情况。')}</w:p>${paragraph('全年完成。')}`, '一、总体情况。全年完成。'],
    ['reading aids with a change', `<w:p><w:r><w:ruby><w:rt>${run('xiàn')}</w:rt><w:rubyBase><w:ins w:id="1">${run('县')}</w:ins><w:del w:id="2">${run('市')}</w:del></w:rubyBase></w:ruby></w:r></w:p>`, '县'],
    ['formulas that stand alone, matrices, limits and equations', `<m:oMathPara><m:oMath><m:r><m:t>E</m:t></m:r></m:oMath></m:oMathPara><w:p><m:oMath>${formula}</m:oMath></w:p>`, 'E\n1 2; 3 4lim_(n→0) xa=1 b=2_1^2X'],
    ['elements that nobody knows', `<w:foo>${paragraph('甲')}</w:foo><w:p><w:bar>${run('乙')}</w:bar></w:p><w:tbl><w:baz><w:tr><w:foo><w:tc>${paragraph('丙')}</w:tc></w:foo></w:tr></w:baz></w:tbl>`, '甲\n乙\n丙'],
    ['a button of a template', `<w:p>${run('前')}${mark('begin')}${code('MACROBUTTON NoMacro [单击此处]')}${mark('end')}${run('后')}</w:p>`, '前[单击此处]后'],
    ['a hidden paragraph', `${paragraph('甲')}<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('暗', '<w:vanish/>')}</w:p>${paragraph('乙')}`, '甲\n乙'],
    ['hidden rows', `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph('暗')}</w:tc><w:tc/></w:tr></w:tbl>`, '甲\t乙'],
    ['smart tags, directions and links', `<w:smartTag>${`<w:p><w:smartTag>${run('甲')}</w:smartTag><w:dir>${run('乙')}</w:dir><w:fldSimple w:instr="PAGE"><w:hyperlink>${run('丙')}</w:hyperlink></w:fldSimple></w:p>`}</w:smartTag>`, '甲乙丙'],
  ]
  it.each(cases)('IMPORT-6: %s', (_, body, expected) => {
    expect(textOf(read(body))).toBe(expected)
  })

  it('IMPORT-6: hidden by a style of paragraphs or characters, and shown again by both', () => {
    const styles = style('p', '暗段', '<w:rPr><w:vanish/></w:rPr>') + style('c', '暗字', '<w:rPr><w:vanish/></w:rPr>', 'character')
    const document = read(`<w:p>${run('甲')}${run('暗', '<w:rStyle w:val="c"/>')}</w:p><w:p><w:pPr><w:pStyle w:val="p"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:pPr>${run('暗段')}${run('乙', '<w:rStyle w:val="c"/>')}${run('丙', '<w:vanish w:val="0"/>')}</w:p>`, { styles })
    expect([textOf(document), document.met.hidden]).toEqual(['甲\n乙丙', 3])
  })

  it('IMPORT-6: a text box is read once, in whichever way it is written, also as art', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>${box('框')}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('框')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const onlyNew = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>${box('新')}</wp:anchor></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`
    const art = '<w:r><w:pict><v:shape><v:textpath string="清源县人民政府文件"/></v:shape></w:pict></w:r>'
    const document = read(`<w:p>${run('正文')}${both}</w:p><w:p>${onlyNew}${run('次段')}</w:p><w:p>${art}</w:p>`)
    expect(textOf(document).split('\n')).toEqual(['正文', '框', '次段', '新', '', '清源县人民政府文件'])
    expect(document.met.textBoxes).toBe(3)
  })

  it('IMPORT-6: a section begins on a new page unless it goes on, and drawings, objects and other documents are counted', () => {
    const section = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`
    const document = read(`<w:p><w:pPr>${section('nextPage')}</w:pPr>${run('甲')}</w:p><w:p><w:pPr>${section('continuous')}</w:pPr>${run('乙')}</w:p><w:p>${run('丙')}<w:r><w:object><o:OLEObject/></w:object></w:r><w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r><w:r><w:pict><v:line/></w:pict></w:r></w:p><w:altChunk r:id="x"/>${section('nextPage')}`)
    expect(document.blocks.map((block) => block.kind === 'paragraph' && block.pageBreakBefore)).toEqual([false, false, true])
    expect(document.met).toMatchObject({ objects: 2, drawings: 1 })
  })

  it('IMPORT-6: characters in a font of symbols that a style says', () => {
    const styles = style('s', 'signs', '<w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr>', 'character')
    expect(textOf(read(`<w:p>${run('\uf0fe', '<w:rStyle w:val="s"/>')}${run('\uf0fe', '<w:rStyle w:val="s"/><w:rFonts w:ascii="宋体"/>')}</w:p>`, { styles }))).toBe('☑\uf0fe')
  })

  it('IMPORT-6: a web page, a text or a Word file that stands whole inside the file is read, once; one inside that is counted', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
    const related = [['aFChunk', 'a.html', bytes('<html><body><p>甲段</p><table><tr><td>一</td><td>二</td></tr></table></body></html>')], ['aFChunk', 'b.txt', bytes('乙段\n丙段')], ['aFChunk', 'c.docx', wordFile(`${paragraph('丁')}<w:altChunk r:id="d.docx"/>`, { related: [['aFChunk', 'd.docx', wordFile(paragraph('戊'))]] })]] as const
    const document = read(`${paragraph('前')}<w:altChunk r:id="a.html"/><w:altChunk r:id="b.txt"/><w:altChunk r:id="c.docx"/><w:altChunk r:id="b.txt"/>${paragraph('后')}`, { related })
    expect([textOf(document).split('\n'), document.met.objects]).toEqual([['前', '甲段', '一\t二', '乙段', '丙段', '丁', '后'], 2])
  })

  it('IMPORT-6: a damaged part beside the text is told, and the text is whole', () => {
    const related = [['footnotes', 'footnotes.xml', new TextEncoder().encode('<w:footnotes')]] as const
    const document = read(`<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, { related, styles: '<w:style>', numbering: '</w:numbering>' })
    expect([textOf(document), document.met.damaged]).toEqual(['甲', 3])
  })

  it('IMPORT-6: names of the language itself are names like any other', () => {
    const styles = style('__proto__', 'constructor', '<w:rPr><w:b/></w:rPr>') + '<w:style w:type="paragraph" w:styleId="toString"><w:basedOn w:val="__proto__"/></w:style>'
    const numbering = '<w:abstractNum w:abstractNumId="__proto__"><w:lvl w:ilvl="0"><w:numFmt w:val="constructor"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="__proto__"><w:abstractNumId w:val="__proto__"/></w:num>'
    const document = read(`<w:p><w:pPr><w:pStyle w:val="toString"/><w:numPr><w:numId w:val="__proto__"/></w:numPr></w:pPr>${run('甲')}</w:p><constructor xmlns="">${paragraph('乙')}</constructor><w:p><toString xmlns=""/>${run('丙')}</w:p>`, { styles, numbering })
    expect([textOf(document), document.met.changes, ({} as Record<string, unknown>)['numId']]).toEqual(['1、甲\n乙\n丙', 0, undefined])
  })
})
