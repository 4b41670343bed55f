import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../electron/import/readers'
import { readRtf } from '../../../electron/import/rtf/readRtf'
import { soundDocument } from '../../../electron/import/soundDocument'
import type { SourceDocument, SourceTable } from '../../../electron/import/sourceDocument'
import { pngOf } from '../../support/pictures'
import { latinBytes, rtfFile, rtfLevel, rtfSeeds, rtfText } from '../../fuzz/rtfSeeds'
import { outcomeOf, paragraphsOf, tableOf, textOf } from '../../support/sourceDocuments'

const linesOf = (document: SourceDocument): readonly string[] => paragraphsOf(document).map(textOf)
/** As it is read for everybody: half a character is none. */
const lines = (body: string, head = ''): readonly string[] => linesOf(soundDocument(readRtf(rtfFile(body, head))))
const seed = (name: string): SourceDocument => readRtf(rtfSeeds.find(([each]) => each === name)?.[1] ?? new Uint8Array())
const codeOf = (bytes: Uint8Array): string => outcomeOf(readRtf, bytes)

describe('code pages of RTF files', () => {
  it('IMPORT-12: the font of a text says how its bytes are read, and two bytes are one character', () => {
    expect(linesOf(seed('code pages'))).toEqual(['工作', '一', 'あ', '가', '“x”', '•'])
    expect(lines("\\f13\\'81\\'5c\\'81\\'7b\\'81\\'7d\\par")).toEqual(['乗亄亇'])
    expect(lines("\\f13\\'b9\r\n\\'a4\\'d7{\\b\\'f7}\\par")).toEqual(['工作'])
    expect(lines("\\f14\\'a4\\'b4\\'a5\\'5c\\par")).toEqual(['仍功'])
  })

  it('IMPORT-12: fonts without a code page have that of the file; fonts for two-byte characters are named beside', () => {
    expect(lines("\\f17\\'b9\\'a4\\par")).toEqual(['工'])
    expect(lines("\\loch\\af0\\hich\\af0\\dbch\\af13\\'b9\\'a4\\par")).toEqual(['工'])
    expect(lines("\\rtlch\\af13\\ltrch\\f0\\'e9\\par")).toEqual(['é'])
    expect(linesOf(readRtf(latinBytes("{\\rtf1\\ansi\\ansicpg1251\\'ef\\'f0\\par}")))).toEqual(['пр'])
  })

  it('IMPORT-12: bytes that are written as they are, with and without a backslash before the second one', () => {
    expect(linesOf(seed('raw bytes'))).toEqual(['工昞亄亇'])
    expect(lines('\\f13\u0095\\\\\u0081\\{\u0081\\}\u0081\\\'5c\u0095\\\\par')).toEqual(['昞亄亇乗昞'])
    expect(lines('\\f0\u00b9\u00a4\u0095\\\\par')).toEqual(['工昞'])
  })

  it('IMPORT-12: bytes that a program calls western and that read as everyday Chinese are Chinese', () => {
    const bare = (body: string): readonly string[] => linesOf(readRtf(latinBytes(`{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 ${body}}`)))
    expect(bare("\\'b9\\'a4\\'d7\\'f7\\'b5\\'c4\\par")).toEqual(['工作的'])
    expect(bare("\\'e5\\'b7\\'a5\\'e4\\'bd\\'9c\\'e7\\'9a\\'84\\par")).toEqual(['工作的'])
    expect(bare("caf\\'e9 \\'80 5 \\'96 \\'fcber\\par")).toEqual(['café € 5 – über'])
  })

  it('IMPORT-12: characters by number: negative ones, pairs, and what stands in for them', () => {
    expect(linesOf(seed('surrogates'))).toEqual(['𠮷中文'])
    expect(lines('\\u-24892?\\u22269\\\'3f\\u8220 x\\par')).toEqual(['黄国“'.replace('黄', String.fromCharCode(0x10000 - 24892))])
    // Two bytes stand in though the file announces one.
    expect(lines("\\f13\\uc1\\u24037\\'b9\\'a4\\u20316\\'d7\\'f7\\par")).toEqual(['工作'])
    expect(lines("\\f0\\uc1\\u24037\\'b9\\'a4\\u8220\\'93\\'94\\par")).toEqual(['工“”'])
    expect(lines('\\uc1\\u24037{x}\\u20316\\line y\\u55357?z\\par')).toEqual(['工x作yz'])
  })
})

describe('paragraphs of RTF files', () => {
  it('IMPORT-12: numbers that the file writes out, without the tab; marks without a letter or digit are none', () => {
    expect(linesOf(seed('listtext'))).toEqual(['一、主要做法', '要点'])
    const labels = (text: string, font = 'f13'): readonly string[] => paragraphsOf(readRtf(rtfFile(`{\\listtext\\${font} ${text}}\\pard x\\par`))).map(({ label }) => label)
    expect(labels(rtfText('（一）\t'))).toEqual(['（一）'])
    expect(labels('1. ')).toEqual(['1. '])
    expect(labels(rtfText('①\t'))).toEqual(['①'])
    expect(labels('l\\tab', 'f1')).toEqual([''])
    expect(labels('\\u-3913?\\tab')).toEqual([''])
  })

  it('IMPORT-12: numbers that the file does not write out are counted by its lists; bullets are none', () => {
    expect(linesOf(seed('counted lists'))).toEqual(['一、a', '（一）b', '（二）c', '二、d', 'e', '五、f'])
    const listOf = (levels: string): string => `{\\*\\listtable{\\list${levels}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}`
    expect(lines('\\pard\\ls1 a\\par\\ilvl1 b\\par\\ilvl2 c\\par', listOf(`${rtfLevel(37, '第\u0000章', '\\levelfollow1')}${rtfLevel(0, '\u0000.\u0001', '\\levellegal1')}${rtfLevel(18, '\u0002', '\\levelfollow2')}`))).toEqual(['第一章 a', '1.1b', '①c'])
    expect(lines('\\pard\\ls1 a\\par\\pard b\\par\\pard\\ls0 c\\par\\pard\\ls9 d\\par', listOf(rtfLevel(0, '\u0000.')))).toEqual(['1.a', 'b', 'c', 'd'])
  })

  it('IMPORT-12: style, outline level, alignment, size and manner', () => {
    const [title, second] = paragraphsOf(seed('styles'))
    expect(title).toEqual({ kind: 'paragraph', style: { id: 's1', name: 'heading 1' }, outline: 0, label: '', pageBreakBefore: false, isCentered: true, size: 32, runs: [{ text: '标题', bold: true }] })
    expect(second).toEqual({ kind: 'paragraph', style: { id: 's2', name: '小标题' }, outline: 0, label: '', pageBreakBefore: false, size: 28, runs: [{ text: 'x', italic: true }, { text: 'y', italic: true, underline: true }] })
    expect(seed('styles').styleNames).toEqual(['Normal', 'heading 1', '小标题', 'Default Paragraph Font'])
  })

  it('IMPORT-12: fields give their result, unknown groups are skipped, signs are characters', () => {
    expect(lines('{\\field{\\*\\fldinst PAGEREF x}{\\fldrslt 3}}\\page{\\*\\unknown x{y}}{\\upr{a}{\\*\\ud b}}\\~\\_\\-\\emdash\\ldblquote\\par')).toEqual(['3\fb\u00a0-—“'])
    expect(lines('a\\\r\nb\\pagebb\\par')).toEqual(['a', 'b'])
    expect(lines('{\\* \\unknown x}a\\par')).toEqual(['a'])
    expect(lines('{\\info{\\title x}}{\\*\\generator y;}a\\par')).toEqual(['a'])
  })

  it('IMPORT-12: tables of contents, new pages of sections, characters of symbol fonts, headings by the name of their style', () => {
    const contents = paragraphsOf(readRtf(rtfFile('{\\field{\\*\\fldinst {\\b  TOC \\\\o}}{\\fldrslt a\\par b\\par}}c\\par')))
    expect(contents.map((paragraph) => [textOf(paragraph), paragraph.isContents ?? false])).toEqual([['a', true], ['b', true], ['c', false]])
    const pages = paragraphsOf(readRtf(rtfFile('\\sectd\\sbkpage a\\par b\\sect\\sectd c\\par\\sect\\sectd\\sbknone d\\par e\\par')))
    expect(pages.map((paragraph) => [textOf(paragraph), paragraph.pageBreakBefore])).toEqual([['a', false], ['b', false], ['c', true], ['d', false], ['e', false]])
    expect(linesOf(readRtf(latinBytes("{\\rtf1{\\fonttbl{\\f1\\fcharset2 Wingdings{\\*\\falt x};}}{\\f1\\'fe\\u-3842?}x\\par}")))).toEqual(['☑☑x'])
    expect(paragraphsOf(readRtf(rtfFile('\\s3 x\\par\\s3\\outlinelevel9 y\\par', '{\\stylesheet{\\s3 heading 2;}}'))).map(({ outline }) => outline)).toEqual([1, null])
  })

  it('IMPORT-12: a paragraph has what its style has from the one above, and Chinese characters a look of their own', () => {
    const styles = '{\\stylesheet{\\s0\\fs21\\dbch\\afs32 Normal;}{\\s4\\sbasedon0\\qc\\b Title;}}'
    expect(paragraphsOf(readRtf(rtfFile(`\\pard\\plain\\s4{\\dbch ${rtfText('题目')}}\\par\\pard\\plain\\s4{\\loch\\b0 abc}\\par\\pard\\plain{\\dbch\\ab ${rtfText('粗')}}{\\loch x}\\par`, styles)))).toMatchObject([
      { isCentered: true, size: 32, runs: [{ text: '题目', bold: true }] }, { isCentered: true, size: 21, runs: [{ text: 'abc' }] }, { runs: [{ text: '粗', bold: true }, { text: 'x' }] },
    ])
  })

  it('IMPORT-12: boxes of forms, and numbers that stand outside of every list', () => {
    const box = (words: string): string => `{\\field{\\*\\fldinst { FORMCHECKBOX {\\*\\formfield{\\fftype1${words}{\\*\\ffname x}}}}}{\\fldrslt }}`
    expect(lines(`a${box('\\ffres25\\ffdefres1')}b${box('\\ffres25\\ffdefres0')}c${box('\\ffres1\\ffdefres0')}\\par`)).toEqual(['a☑b□c☑'])
    const lists = `{\\*\\listtable{\\list${rtfLevel(0, '\u0000.')}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}`
    expect(lines('{\\listtext 5.\\tab}\\pard x\\par{\\listtext 5.\\tab}\\pard\\ls1 y\\par', lists)).toEqual(['x', '5.y'])
  })

  it('IMPORT-12: fields without a result show their code, or the entry of a list', () => {
    const field = (code: string, result = ''): string => `{\\field{\\*\\fldinst { ${code} }}{\\fldrslt {${result}}}}`
    expect(lines(`a${field(`EQ \\\\o\\\\al(\\\\s\\\\up 10(yin),${rtfText('音')})`)}b${field(`eq \\\\o\\\\ac(${rtfText('○')},3)`)}${field('SYMBOL 254 \\\\f "Wingdings" \\\\s 12')}${field('SYMBOL 254 \\\\f "Wingdings"', 'x')}${field('PAGE')}\\par`)).toEqual(['a音b③☑x'])
    expect(lines(`{\\field{\\*\\fldinst { FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1\\ffdefres0{\\*\\ffl ${rtfText('一般')}}{\\*\\ffl ${rtfText('紧急')}}}}}}{\\fldrslt }}a\\par`)).toEqual(['紧急a'])
  })

  it('IMPORT-12: formulas are one line of text', () => {
    const formula = (inside: string): string => lines(`{\\mmath{\\*\\moMath ${inside}}{\\*\\mmathPict{\\pict x}}}\\par`)[0] ?? ''
    const part = (name: string, text: string): string => `{\\${name}{\\mr ${text}}}`
    expect(formula(`{\\mr x=}{\\mf{\\mfPr{\\mctrlPr}}${part('mnum', 'a+b')}${part('mden', '2')}}{\\msSup${part('me', 'c')}${part('msup', '2')}}`)).toBe('x=(a+b)/2c^2')
    expect(formula(`{\\md{\\mdPr{\\mbegChr [}{\\mendChr ]}{\\mctrlPr}}${part('me', 'a')}${part('me', 'b')}}{\\md${part('me', 'c')}}`)).toBe('[a|b](c)')
    expect(formula(`{\\mnary{\\mnaryPr{\\mchr ${rtfText('∑')}}{\\mlimLoc undOvr}}${part('msub', 'i=1')}${part('msup', 'n')}${part('me', 'x')}}{\\mrad{\\mdeg}${part('me', 'y+1')}}{\\mnary{\\msub}{\\msup}${part('me', 'z')}}`)).toBe('∑_(i=1)^nx√(y+1)∫z')
  })

  it('IMPORT-12: what is hidden or deleted inside a formula is dropped and counted', () => {
    const document = readRtf(rtfFile('{\\mmath{\\*\\moMath{\\mf{\\mnum{\\mr x{\\deleted OLD}{\\v NOTE}}}{\\mden{\\mr y}}}{\\mrad{\\mdeg}{\\me{\\mr {\\deleted z}}}}}}\\par'))
    expect(linesOf(document)).toEqual(['x/y'])
    expect([document.met.hidden, document.met.changes > 0]).toEqual([4, true])
  })

  it('IMPORT-12: what is hidden or deleted is dropped and counted', () => {
    const document = seed('hidden and changed')
    expect(linesOf(document)).toEqual(['ad', 'e', 'g'])
    expect(document.met).toMatchObject({ hidden: 2, changes: 3 })
  })

  it('IMPORT-12: notes at their place, comments, headers, text boxes and pictures', () => {
    const notes = seed('notes')
    expect(linesOf(notes)).toEqual(['a[1]b[2]', 'c'])
    expect(notes.notes).toEqual([{ mark: '[1]', text: '脚注' }, { mark: '[2]', text: '尾注' }])
    expect(notes.comments).toEqual([{ author: '王', at: '2024-05-06T09:59:00', text: 'd', paragraph: 1, quote: 'c' }])
    expect(notes.margins).toEqual(['页眉', '1'])
    const boxes = seed('text boxes')
    expect(linesOf(boxes)).toEqual(['ae', 'b', 'c', '', 'f', 'y'])
    expect(boxes.met.textBoxes).toBe(2)
    const pictures = seed('pictures')
    expect(paragraphsOf(pictures).map(({ picture }) => picture)).toEqual(['picture1', undefined, undefined])
    expect([...pictures.pictures.keys()]).toEqual(['picture1'])
    expect(pictures.met).toMatchObject({ drawings: 2, objects: 1 })
    expect(linesOf(pictures)[2]).toBe('b')
    const [, bytes] = rtfSeeds.find(([name]) => name === 'pictures') ?? []
    const [picture = ''] = /\{\\pict\{.*?\}\}\}[^}]*\}/s.exec(new TextDecoder('latin1').decode(bytes)) ?? []
    const twice = readRtf(rtfFile(`{\\header ${picture}}${picture}${picture}a\\par`))
    expect([twice.pictures.size, paragraphsOf(twice).map((each) => each.picture)]).toEqual([1, ['picture1', 'picture1']])
  })
})

describe('RTF files as Word and other programs write them', () => {
  it('IMPORT-12: Word: fonts by the kind of character, numbers before the properties of their paragraph, Unicode beside the code page', () => {
    const head = "{\\stylesheet{\\qj \\li0\\ri0\\nowidctlpar\\itap0 \\rtlch\\fcs1 \\af0\\afs24\\alang1025 \\ltrch\\fcs0 \\fs21\\lang1033\\langfe2052\\kerning2\\loch\\f0\\hich\\af0\\dbch\\af13\\cgrid \\snext0 Normal;}{\\s1\\qj \\li0\\keep\\keepn\\outlinelevel0\\itap0 \\rtlch\\fcs1 \\ab\\af0\\afs44 \\ltrch\\fcs0 \\b\\fs44\\lang1033\\langfe2052\\loch\\f0\\hich\\af0\\dbch\\af13\\cgrid \\sbasedon0 \\snext0 \\sqformat heading 1;}{\\*\\cs10 \\additive \\ssemihidden Default Paragraph Font;}}"
    const word = (text: string): string => `{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid1 ${text}}`
    const gb = (text: string): string => `\\loch\\af0\\hich\\af0\\dbch\\f13 ${text}`
    const latin = (text: string): string => `\\hich\\af0\\dbch\\af13\\loch\\f0 ${text}`
    const lists = `{\\*\\listtable{\\list\\listtemplateid1\\listhybrid${rtfLevel(37, '\u0000、')}{\\listname ;}\\listid9}}{\\*\\listoverridetable{\\listoverride\\listid9\\listoverridecount0\\ls1}}`
    const file = rtfFile(`\\pard\\plain \\ltrpar\\s1\\qj \\li0\\keepn\\outlinelevel0\\itap0 \\rtlch\\fcs1 \\ab\\af0\\afs44 \\ltrch\\fcs0 \\b\\fs44\\lang1033\\langfe2052\\loch\\f0\\hich\\af0\\dbch\\af13\\cgrid ${word(`${latin('2025')}${gb("\\'c4\\'ea\\uc2\\u24037\\'b9\\'a4\\uc1\\u-24892?\\'d7\\'f7")}`)}{\\rtlch\\fcs1 \\ab0 \\ltrch\\fcs0 \\b0 \\par }\r\n{\\listtext\\pard\\plain\\ltrpar \\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\fs21${gb("\\'d2\\'bb\\'a1\\'a2")}\\tab}\\pard\\plain \\ltrpar\\qj \\fi-720\\li720\\ls1\\itap0 \\rtlch\\fcs1 \\af0\\afs24 \\ltrch\\fcs0 \\fs21\\loch\\f0\\hich\\af0\\dbch\\af13 ${word(gb("\\'d6\\'f7\\'d2\\'aa"))}${word('\\par ')}`, `${head}${lists}`)
    expect(paragraphsOf(readRtf(file))).toEqual([
      { kind: 'paragraph', style: { id: 's1', name: 'heading 1' }, outline: 0, label: '', pageBreakBefore: false, size: 44, runs: [{ text: `2025年工${String.fromCharCode(0x10000 - 24892)}作`, bold: true }] },
      { kind: 'paragraph', style: { id: 's0', name: 'Normal' }, outline: null, label: '一、', pageBreakBefore: false, size: 21, runs: [{ text: '主要' }] },
    ])
  })

  it('IMPORT-12: LibreOffice says of the last text of a paragraph that the end of the paragraph is removed', () => {
    const body = '\\pard{\\loch a}{\\deleted\\loch x}{\\hich\\loch\\deleted b}\r\n\\par \\pard{\\loch c}\\par'
    expect(lines(body, '{\\*\\generator LibreOffice/7.4.7.2$Linux_X86_64;}')).toEqual(['abc'])
    expect(lines(body)).toEqual(['a', 'c'])
  })

  it('IMPORT-12: the editors of Windows and of the Mac', () => {
    expect(linesOf(readRtf(latinBytes("{\\rtf1\\ansi\\ansicpg936\\deff0\\nouicompat{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\fnil\\fcharset2 Symbol;}}{\\*\\generator Riched20 10.0;}\\viewkind4\\uc1\r\n\\pard{\\pntext\\f0 1.\\tab}{\\*\\pn\\pnlvlbody\\pnf0\\pnindent0\\pnstart1\\pndec{\\pntxta.}}\r\n\\fi-360\\li720\\f0\\fs18\\'b9\\'a4\\'d7\\'f7\\par\r\n{\\pntext\\f0 2.\\tab}\\'b9\\'a4\\par\r\n\\pard{\\pntext\\f1\\'B7\\tab}{\\*\\pn\\pnlvlblt\\pnf1{\\pntxtb\\'B7}}\\'d7\\'f7\\par\r\n}\r\n\0")))).toEqual(['1.工作', '2.工', '作'])
    expect(linesOf(readRtf(latinBytes("{\\rtf1\\ansi\\ansicpg936\\cocoartf2513\n{\\fonttbl\\f0\\fnil\\fcharset134 PingFangSC-Regular;\\f1\\froman\\fcharset0 Times-Roman;}\n{\\*\\listtable{\\list\\listtemplateid1\\listhybrid{\\listlevel\\levelnfc0\\levelnfcn0\\leveljc0\\levelfollow0\\levelstartat1{\\*\\levelmarker \\{decimal\\}.}{\\leveltext\\leveltemplateid1\\'02\\'00.;}{\\levelnumbers\\'01;}}{\\listname ;}\\listid1}}\n{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}\n\\pard\\ls1\\ilvl0\n\\f0\\fs24 \\cf0 {\\listtext\t1.\t}\\'b9\\'a4\n\\f1 (a)\n\\f0 \\'d7\\'f7\\\n{\\listtext\t2.\t}\\'b9\\'a4\\\n}")))).toEqual(['1.工(a)作', '2.工'])
  })
})

describe('tables of RTF files', () => {
  const shape = (table: SourceTable): unknown => table.rows.map((row) => [...(row.isHeader ? ['header'] : []), ...(row.before > 0 ? [row.before] : []), ...row.cells.map((cell) => `${cell.paragraphs.map(textOf).join('/')}:${cell.columns}${cell.isContinued ? '^' : ''}`)])

  it('IMPORT-12: cells that span columns and rows, header rows, tables in cells', () => {
    expect(shape(tableOf(seed('table')))).toEqual([['header', 'a:1', 'b:2'], ['c:2', 'd:1'], ['e/f:2', ':1^']])
    expect(linesOf(seed('table'))).toEqual(['g'])
    expect(shape(tableOf(seed('nested table')))).toEqual([['a/b/c/d:1']])
    const stepped = readRtf(rtfFile('\\trowd\\trleft0\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row\\trowd\\trleft100\\cellx200\\intbl c\\cell\\row\\pard d\\par'))
    expect(shape(tableOf(stepped))).toEqual([['a:1', 'b:1'], [1, 'c:1']])
    expect(shape(tableOf(readRtf(rtfFile('\\trowd\\cellx100\\cellx200 a\\cell b\\cell\\row\\pard c\\par'))))).toEqual([['a:1', 'b:1']])
  })
})

describe('damaged and hostile RTF files', () => {
  it('IMPORT-12: half a file, too many groups and bytes beyond its end are refused', () => {
    expect(codeOf(latinBytes('{\\rtf1 a'))).toBe('fileDamaged')
    expect(codeOf(rtfFile('{\\pict\\pngblip\\bin999 x}'))).toBe('fileDamaged')
    expect(codeOf(rtfFile(`${'{'.repeat(1000)}x${'}'.repeat(1000)}`))).toBe('fileUnsafe')
    expect(codeOf(rtfFile('\\par'.repeat(50_001)))).toBe('fileTooLong')
    expect(codeOf(rtfFile('\\trowd\\cellx1\\intbl\\cell\\row'.repeat(200_001)))).toBe('fileTooLong')
    for (const many of ['{\\*\\annotation}', '{\\footnote}', '{\\*\\atrfstart 1}', '{\\listtext 1}\\par']) expect(codeOf(rtfFile(many.repeat(50_001)))).toBe('fileTooLong')
    expect(codeOf(rtfFile('x'.repeat(2_000_001)))).toBe('fileTooLong')
    const many = readRtf(rtfFile('a\\par', `{\\stylesheet${'{\\s1 x;}'.repeat(20_000)}}`))
    expect(many.styleNames.length).toBe(10_000)
    const png = [...pngOf(1, 1)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(codeOf(rtfFile(`{\\pict\\pngblip ${png}}`.repeat(50_002)))).toBe('fileTooLong')
  })

  it('IMPORT-12: whatever bytes are damaged, a file is read or refused', () => {
    let state = 11
    const draw = (most: number): number => (state = (state * 48271) % 2147483647) % most
    const outcomes = new Set<string>()
    const signs = latinBytes('\\{}\'*;0 -\u0081')
    for (let round = 0; round < 3000; round += 1) {
      const [, good] = rtfSeeds[round % rtfSeeds.length] ?? ['', new Uint8Array()]
      const bytes = [...good]
      for (let change = draw(6); change >= 0; change -= 1) {
        const at = draw(bytes.length)
        const kind = draw(4)
        if (kind === 0) bytes[at] = draw(256)
        else if (kind === 1) bytes.splice(at, 1 + draw(8))
        else if (kind === 2) bytes.splice(at, 0, signs[draw(signs.length)] ?? 0)
        else bytes.splice(at, 0, ...bytes.slice(draw(bytes.length)).slice(0, draw(60)))
      }
      outcomes.add(codeOf(Uint8Array.from(bytes)))
    }
    expect([...outcomes].sort()).toEqual(['fileDamaged', 'read'])
  })
})

const corpus = path.resolve('../shared/corpus')
describe.skipIf(!existsSync(corpus))('RTF files of the development documents', () => {
  const files = existsSync(corpus) ? readdirSync(path.join(corpus, 'word/from-txt')).filter((name) => name.endsWith('.rtf')) : []
  it.each(files)('IMPORT-12: %s gives its text line by line', async (name) => {
    const read = await readSource(readFileSync(path.join(corpus, 'word/from-txt', name)), name)
    const wanted = readFileSync(path.join(corpus, 'docs', name.replace('.rtf', '.txt')), 'utf8').replace(/\r?\n$/, '').split(/\r?\n/)
    expect(read.ok && linesOf(read.value.document)).toEqual(wanted)
  })
})
