import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readOdt } from '../../../electron/import/odt/readOdt'
import { readSource } from '../../../electron/import/readers'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import type { SourceDocument, SourceTable } from '../../../electron/import/sourceDocument'
import { flatOdt, odtFile, odtHeading, odtItem, odtLevel, odtList, odtParagraph, odtSeeds } from '../../fuzz/odtSeeds'
import { outcomeOf, paragraphsOf, tableOf, textOf } from '../../support/sourceDocuments'

const linesOf = (document: SourceDocument): readonly string[] => paragraphsOf(document).map(textOf)
const seed = (name: string): SourceDocument => readOdt(odtSeeds.find(([each]) => each === name)?.[1] ?? new Uint8Array())
const codeOf = (bytes: Uint8Array): string => outcomeOf(readOdt, bytes)
const listStyle = (levels: string, name = 'L1'): string => `<text:list-style style:name="${name}">${levels}</text:list-style>`

describe('numbers of OpenDocument texts', () => {
  it('IMPORT-13: items are counted through nested lists; only the first paragraph of an item has a number', () => {
    expect(linesOf(seed('lists'))).toEqual(['一、甲', '甲续', '（一）乙', '（二）丙', '二、丁', '间', '头', '三、戊', '九、己', '点'])
  })

  it('IMPORT-13: formats by their first numbers, with what stands around them', () => {
    const first = (format: string, more = 'style:num-suffix="."'): string => linesOf(readOdt(odtFile(odtList('L1', `${odtItem(odtParagraph(''))}${odtItem(odtParagraph(''))}`), { automatic: listStyle(odtLevel(1, format, more)) }))).join(' ')
    expect(['1', 'a', 'A', 'i', 'I', '一', '一, 二, 三, ...', '壹, 贰, 叁, ...', '甲, 乙, 丙, ...', '子, 丑, 寅, ...', '①, ②, ③, ...', '１', '1, 2, 3, ...', '01, 02, 03, ...'].map((format) => first(format))).toEqual([
      '1. 2.', 'a. b.', 'A. B.', 'i. ii.', 'I. II.', '一. 二.', '一. 二.', '壹. 贰.', '甲. 乙.', '子. 丑.', '①. ②.', '１. ２.', '１. ２.', '01. 02.',
    ])
    expect(first('', 'style:num-prefix="*"')).toBe(' ')
    expect(first('1', 'style:num-list-format="第%1%条"')).toBe('第1条 第2条')
    expect(first('1', 'text:start-value="5"')).toBe('5 6')
  })

  it('IMPORT-13: levels that are shown, the blank behind a number, another style for one item', () => {
    const space = '<style:list-level-properties><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties>'
    const levels = `${odtLevel(1, '1', 'style:num-suffix="."', undefined, space)}${odtLevel(2, '1', 'text:display-levels="2"')}${odtLevel(3, 'a', 'text:display-levels="3" style:num-suffix=")"')}`
    const body = odtList('L1', `${odtItem(`${odtParagraph('x')}<text:list>${odtItem(`${odtParagraph('y')}<text:list>${odtItem(odtParagraph('z'))}</text:list>`)}</text:list>`)}${odtItem(odtParagraph('w'), ' text:style-override="L2"')}`)
    expect(linesOf(readOdt(odtFile(body, { automatic: `${listStyle(levels)}${listStyle(odtLevel(1, '一', 'style:num-suffix="、"'), 'L2')}` })))).toEqual(['1. x', '1.1y', '1.1.a)z', '二、w'])
  })

  it('IMPORT-13: a list goes on where it says so, by its name or that of its style; it has the style of its paragraphs if it has none', () => {
    const levels = listStyle(odtLevel(1, '1', 'style:num-suffix="."'))
    const one = (more: string): string => odtList('L1', odtItem(odtParagraph('x')), more)
    expect(linesOf(readOdt(odtFile(`${one(' xml:id="a"')}${one(' xml:id="b"')}${one(' text:continue-list="a"')}${one(' text:continue-numbering="true"')}${one('')}`, { automatic: levels })))).toEqual(['1.x', '1.x', '2.x', '3.x', '1.x'])
    expect(linesOf(readOdt(odtFile(`<text:list>${odtItem(odtParagraph('x', 'P1'))}</text:list>`, { automatic: `${levels}<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>` })))).toEqual(['1.x'])
    expect(linesOf(readOdt(odtFile(`<text:numbered-paragraph text:list-id="n" text:level="1" text:style-name="L1">${odtParagraph('x')}</text:numbered-paragraph><text:numbered-paragraph text:list-id="n" text:style-name="L1">${odtParagraph('y')}</text:numbered-paragraph>`, { automatic: levels })))).toEqual(['1.x', '2.y'])
  })

  it('IMPORT-13: headings are numbered by the outline, unless their style has no list; a number that is written out counts', () => {
    expect(linesOf(seed('outline'))).toEqual(['1一章', '1.1一节', '1.2二节', '二章', '1.3三节'])
    expect(paragraphsOf(seed('outline')).map(({ outline }) => outline)).toEqual([0, 1, 1, 0, 1])
    expect(linesOf(readOdt(odtFile('<text:h text:outline-level="1"><text:number>第三章</text:number>x</text:h>')))).toEqual(['第三章x'])
  })
})

describe('paragraphs of OpenDocument texts', () => {
  it('IMPORT-13: blanks of the file are one, those that are said are kept', () => {
    expect(linesOf(seed('plain'))).toEqual(['工作总结', '今年  以来\t1\n2'])
    expect(linesOf(seed('flat'))).toEqual(['一、主要做法', 'a b'])
    expect(linesOf(readOdt(odtFile('<text:p> <text:span> a </text:span> b<text:s/> </text:p>')))).toEqual(['a b '])
  })

  it('IMPORT-13: style, level, alignment, size and manner, each of Chinese and of other characters', () => {
    const [title, chapter, body] = paragraphsOf(seed('styles'))
    expect(title).toEqual({ kind: 'paragraph', style: { id: 'Big_20_Title', name: 'Big Title' }, outline: null, label: '', pageBreakBefore: false, isCentered: true, size: 44, runs: [{ text: '标题', bold: true }] })
    expect(chapter).toMatchObject({ style: { id: 'Heading_20_1', name: '标题 1' }, outline: 0, pageBreakBefore: true, isCentered: true, size: 44 })
    expect(body).toEqual({ kind: 'paragraph', style: { id: '', name: '' }, outline: null, label: '', pageBreakBefore: false, size: 32, runs: [{ text: '甲' }, { text: '乙', underline: true }] })
    expect(seed('styles').met.hidden).toBe(1)
    expect(seed('styles').styleNames).toEqual(['Big Title', '标题 1'])
    expect(paragraphsOf(readOdt(odtFile(odtParagraph('abc', 'Big_20_Title'), { styles: '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:default-style><style:style style:name="Big_20_Title" style:family="paragraph"><style:text-properties fo:font-size="200%"/></style:style>' })))[0]?.size).toBe(48)
  })

  it('IMPORT-13: characters of symbol fonts are what stands on paper', () => {
    const faces = '<office:font-face-decls><style:font-face style:name="W1" svg:font-family="\'Wingdings 2\'"/></office:font-face-decls>'
    const automatic = '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="W1"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties fo:font-family="Wingdings"/></style:style>'
    const flat = new TextDecoder().decode(flatOdt('<text:p><text:span text:style-name="T1">R\uf0a3</text:span><text:span text:style-name="T2">\uf0fe是</text:span>R</text:p>', { automatic }))
    expect(linesOf(readOdt(strToU8(flat.replace('<office:automatic-styles>', `${faces}<office:automatic-styles>`))))).toEqual(['☑□☑是R'])
  })

  it('IMPORT-13: a table in a drawn shape is its paragraphs', () => {
    const cell = (text: string): string => `<loext:table-cell>${odtParagraph(text)}</loext:table-cell>`
    const shape = `<draw:custom-shape><loext:table xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"><loext:table-row>${cell('格一')}${cell('格二')}</loext:table-row></loext:table>${odtParagraph('尾')}</draw:custom-shape>`
    expect(linesOf(readOdt(odtFile(`<text:p>正文${shape}</text:p>`)))).toEqual(['正文', '格一', '格二', '尾'])
  })

  it('IMPORT-13: formulas stand in their line; fields that show nothing are hidden', () => {
    const mathml = '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac><msup><mi>c</mi><mn>2</mn></msup><msqrt><mi>d</mi></msqrt></mrow><annotation encoding="StarMath 5.0">x = 1</annotation></semantics></math>'
    const frame = (object: string): string => odtParagraph(`甲<draw:frame>${object}</draw:frame>乙`)
    const document = readOdt(odtFile(`${frame(`<draw:object>${mathml}</draw:object>`)}${frame('<draw:object xlink:href="./Object 1"/>')}${frame('<draw:object xlink:href="./Object 2"/>')}${odtParagraph('<text:variable-set text:display="none">5</text:variable-set>丙')}`, { others: { 'Object 1/content.xml': strToU8(mathml), 'Object 2/content.xml': strToU8(`<!DOCTYPE math>${mathml}`) } }))
    expect([linesOf(document), document.met.objects, document.met.hidden]).toEqual([['甲x=(a+b)/2c^2√d乙', '甲x=(a+b)/2c^2√d乙', '甲乙', '丙'], 1, 1])
  })

  it('IMPORT-13: a formula that many frames name is worked out once', () => {
    const frames = (count: number): Uint8Array => odtFile(odtParagraph(`甲${'<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'.repeat(count)}乙`), { others: { 'Object 1/content.xml': strToU8(`<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi>${'<mi/>'.repeat(20_000)}</math>`) } })
    const time = (bytes: Uint8Array): number => {
      const from = performance.now()
      readOdt(bytes)
      return performance.now() - from
    }
    time(frames(1))
    expect(linesOf(readOdt(frames(3)))).toEqual(['甲xxx乙'])
    expect(time(frames(1_000))).toBeLessThan(2_000)
  })

  it('IMPORT-13: changes count as accepted, wherever the removed text stands', () => {
    expect(linesOf(seed('changes'))).toEqual(['甲乙戊', '己'])
    expect(seed('changes').met.changes).toBe(2)
  })

  it('IMPORT-13: hidden text is dropped and counted, of ruby the base is kept, a table of contents is known', () => {
    expect(linesOf(seed('hidden'))).toEqual(['a汉', '目录', '一、甲'])
    expect(seed('hidden').met.hidden).toBe(4)
    expect(paragraphsOf(seed('hidden')).map(({ isContents }) => isContents ?? false)).toEqual([false, true, true])
  })

  it('IMPORT-13: notes at their place, comments, headers, text boxes and pictures', () => {
    const notes = seed('notes')
    expect(linesOf(notes)).toEqual(['a[1]bc'])
    expect(notes.notes).toEqual([{ mark: '[1]', text: '脚注' }])
    expect(notes.comments).toEqual([{ author: '王', at: '2026-01-05T08:00:00', text: '批', paragraph: 0, quote: 'c' }])
    expect(notes.margins).toEqual(['页眉'])
    const drawings = seed('drawings')
    expect(linesOf(drawings)).toEqual(['a', '框', '形'])
    expect(paragraphsOf(drawings)[0]?.picture).toBe('Pictures/a.png')
    expect([...drawings.pictures.keys()]).toEqual(['Pictures/a.png'])
    expect(drawings.met).toMatchObject({ textBoxes: 2, drawings: 1, objects: 2 })
  })

  it('IMPORT-13: fields of forms show what is chosen', () => {
    const field = (type: string, params: string): string => `<f:fieldmark xmlns:f="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" f:type="x.${type}">${params}</f:fieldmark>`
    const param = (name: string, value: string): string => `<f:param f:name="${name}" f:value="${value}"/>`
    expect(linesOf(readOdt(odtFile(`<text:p>a${field('FORMCHECKBOX', param('Checkbox_Checked', 'true'))}${field('FORMCHECKBOX', '')}${field('FORMDROPDOWN', `${param('Dropdown_ListEntry', '甲')}${param('Dropdown_ListEntry', '乙')}${param('Dropdown_Selected', '1')}`)}</text:p>`)))).toEqual(['a☑□乙'])
    const mark = (name: string): string => `<f:fieldmark-${name} xmlns:f="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"/>`
    expect(linesOf(readOdt(odtFile(`<text:p>a${mark('start')}CODE${mark('separator')}1${mark('end')}b</text:p><text:p>${mark('start')}2${mark('end')}</text:p>`)))).toEqual(['a1b', '2'])
  })

  it('IMPORT-13: cells that span columns and rows, repeated cells, header rows', () => {
    const shape = (table: SourceTable): unknown => table.rows.map((row) => [...(row.isHeader ? ['header'] : []), ...row.cells.map((cell) => `${cell.paragraphs.map(textOf).join('/')}:${cell.columns}${cell.isContinued ? '^' : ''}`)])
    expect(shape(tableOf(seed('table')))).toEqual([['header', '单位:1', '数据:2'], ['甲:1', '1:1', '2:1'], [':1^', '3:1', '3:1']])
    const corner = '<table:table><table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>'
    expect(shape(tableOf(readOdt(odtFile(corner))))).toEqual([['a:2', 'b:1'], [':2^', 'c:1']])
  })
})

describe('damaged and hostile OpenDocument texts', () => {
  it('IMPORT-13: files in one piece are known by their first element', () => {
    expect(sniffFormat(flatOdt(odtParagraph('x')))).toBe('odt')
    expect(codeOf(strToU8(new TextDecoder().decode(flatOdt('')).replace(/office:text>/g, 'office:spreadsheet>')))).toBe('formatOther')
  })

  it('IMPORT-13: a password is told as such, damage and excess are refused, broken styles lose no text', () => {
    expect(codeOf(odtFile('', { manifest: '<file-entry><encryption-data/></file-entry>' }))).toBe('fileEncrypted')
    expect(codeOf(zipSync({ mimetype: strToU8('x') }))).toBe('fileDamaged')
    expect(codeOf(flatOdt(`<text:p>${'<text:s text:c="999999"/>'.repeat(3)}</text:p>`))).toBe('fileTooLong')
    expect(codeOf(flatOdt('<table:table><table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row></table:table>'))).toBe('fileTooLong')
    expect(codeOf(flatOdt(odtParagraph('x').repeat(50_001)))).toBe('fileTooLong')
    expect(codeOf(flatOdt(`${'<text:list><text:list-item>'.repeat(200)}${'</text:list-item></text:list>'.repeat(200)}`))).toBe('fileUnsafe')
    expect(codeOf(strToU8('<!DOCTYPE a [<!ENTITY b "c">]><office:document/>'))).toBe('fileUnsafe')
    const broken = readOdt(odtFile(odtParagraph('x'), { others: { 'styles.xml': strToU8('<a>') } }))
    expect(linesOf(broken)).toEqual(['x'])
    expect(broken.met.damaged).toBe(1)
  })

  it('IMPORT-13: styles in a ring and numbers out of range end', () => {
    const ring = '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    expect(linesOf(readOdt(odtFile(`${odtParagraph('x', 'A')}${odtHeading(99, 'y')}`, { styles: ring })))).toEqual(['x', 'y'])
  })

  it('IMPORT-13: whatever bytes are damaged, a file is read or refused', () => {
    let state = 13
    const draw = (most: number): number => (state = (state * 48271) % 2147483647) % most
    const outcomes = new Set<string>()
    const flat = odtSeeds.map(([, bytes]) => bytes)
    const texts = [flatOdt('<text:list text:style-name="L1"><text:list-item text:start-value="2"><text:p>a</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>b</text:p></table:table-cell></table:table-row></table:table>', { automatic: listStyle(odtLevel(1, '一', 'text:start-value="3"')) })]
    for (let round = 0; round < 3000; round += 1) {
      const isText = round % 2 === 0
      const from = isText ? texts : flat
      const bytes = [...(from[round % from.length] ?? [])]
      for (let change = draw(isText ? 2 : 5); change >= 0; change -= 1) {
        const at = draw(bytes.length)
        if (!isText || draw(2) === 0) bytes[at] = isText ? 0x30 + draw(0x4a) : draw(256)
        else bytes.splice(at, 1 + draw(3))
      }
      outcomes.add(codeOf(Uint8Array.from(bytes)))
    }
    expect(outcomes.has('read')).toBe(true)
    expect(outcomes.has('fileDamaged')).toBe(true)
  })
})

const corpus = path.resolve('../shared/corpus')
describe.skipIf(!existsSync(corpus))('OpenDocument files of the development documents', () => {
  const files = existsSync(corpus) ? readdirSync(path.join(corpus, 'word/from-txt')).filter((name) => name.endsWith('.odt')) : []
  it.each(files)('IMPORT-13: %s gives its text line by line', async (name) => {
    const read = await readSource(readFileSync(path.join(corpus, 'word/from-txt', name)), name)
    const wanted = readFileSync(path.join(corpus, 'docs', name.replace('.odt', '.txt')), 'utf8').replace(/\r?\n$/, '').split(/\r?\n/)
    expect(read.ok && linesOf(read.value.document)).toEqual(wanted)
  })
})
