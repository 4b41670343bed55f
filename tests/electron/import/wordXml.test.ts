import { describe, expect, it } from 'vitest'
import { pictureFacts } from '../../../electron/import/pictureFacts'
import { readSource } from '../../../electron/import/readers'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import type { SourceDocument } from '../../../electron/import/sourceDocument'
import { sourceText } from '../../../electron/import/sourceText'
import { readWordXml } from '../../../electron/import/wordxml/readWordXml'
import { flatWordXml, oldWordXml, wordXmlSeeds } from '../../fuzz/wordXmlSeeds'
import { utf8 } from '../../support/encodings'
import { allowedGrowth, growth } from '../../support/growth'
import { onlyRefusals } from '../../support/mutations'
import { pngOf } from '../../support/pictures'

const linesOf = (document: SourceDocument): readonly string[] => sourceText({ ...document, notes: [] }).text.split('\n')

describe('Word 2003 XML', () => {
  const document = readWordXml(utf8(oldWordXml))
  it('IMPORT-15: its text, with numbers as the file shows them or counted by its lists, and tables', () => {
    expect(linesOf(document)).toEqual(['清源县水务局2023年工作总结', '一、主要工作', '（一）河道治理', '全年清淤12条[1]全部完成。', '沙袋', '水泵', '框内文字', '单位\t数量\t', '\t1.计划\t完成', '图1', '文本框'])
    expect(sourceText(document).tables[0]).toMatchObject({ headerRows: 1, merges: [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }] })
  })
  it('IMPORT-15: levels, notes, comments, changes, headers, pictures and text boxes', () => {
    expect(document.blocks.slice(0, 2)).toMatchObject([{ isCentered: true, size: 32 }, { outline: 0, label: '一、' }])
    expect(document.notes).toEqual([{ mark: '[1]', text: '含支沟。' }])
    expect(document.comments).toMatchObject([{ author: '乙', text: '请核对。', quote: '完成' }])
    expect(document.margins).toEqual(['内部资料', '第1页'])
    expect(document.pictures.size).toBe(1)
    expect(document.met).toMatchObject({ hidden: 1, changes: 2, textBoxes: 1, drawings: 0, objects: 0, damaged: 0 })
  })
  it('IMPORT-15: pictures whose names differ in capitals or far behind only are two', () => {
    const picture = (name: string, width: number): string => `<w:p><w:r><w:pict><w:binData w:name="wordml://${name}">${Buffer.from(pngOf(width, 60)).toString('base64')}</w:binData><v:shape><v:imagedata src="wordml://${name}"/></v:shape></w:pict></w:r></w:p>`
    const long = 'a'.repeat(300)
    const names = ['Tu.png', 'tu.png', `${long}1.png`, `${long}2.png`]
    const { blocks, pictures } = readWordXml(utf8(oldWordXml.replace('<wx:sub-section>', `<wx:sub-section>${names.map((name, index) => picture(name, 101 + index)).join('')}`)))
    const widths = blocks.flatMap((block) => (block.kind === 'paragraph' && block.picture !== undefined ? [pictureFacts(pictures.get(block.picture) ?? new Uint8Array())?.width] : []))
    expect(widths).toEqual([101, 102, 103, 104, 1])
  })
  it('IMPORT-15: the same in another encoding', () => {
    expect(linesOf(readWordXml(wordXmlSeeds[1]?.[1] ?? new Uint8Array()))).toEqual(linesOf(document))
  })
  it('IMPORT-15: a picture is kept whatever its name: in capitals, like a part of the file, of any length', () => {
    const names = ['wordml://A.png', 'wordml://a.png', '../styles.xml', '/', 'a/../../b.png', '%2e%2e/x', 'y'.repeat(990)]
    const picture = /<w:r><w:pict><w:binData w:name="wordml:..01000001.png">.*?<\/w:pict><\/w:r>/.exec(oldWordXml)?.[0] ?? ''
    const paragraphs = names.map((name) => `<w:p>${picture.replace(/wordml:..01000001\.png/g, name)}</w:p>`).join('')
    const { blocks, pictures, met } = readWordXml(utf8(oldWordXml.replace('<wx:sub-section>', `<wx:sub-section>${paragraphs}`)))
    expect([pictures.size, met.drawings, met.damaged]).toEqual([names.length + 1, 0, 0])
    expect(blocks.filter((block) => block.kind === 'paragraph' && block.picture !== undefined)).toHaveLength(names.length + 1)
  })
  it('IMPORT-15: macros are counted and never opened', () => {
    expect(readWordXml(utf8(oldWordXml.replace('<w:docPr>', '<w:docSuppData><w:binData w:name="editdata.mso">AAAA</w:binData></w:docSuppData><w:docPr>'))).met.objects).toBe(1)
  })
})

describe('a flat package', () => {
  it('IMPORT-15: is read as the .docx file that it would be', () => {
    const document = readWordXml(utf8(flatWordXml))
    expect(linesOf(document)).toEqual(['一、 情况 & “说明”', '图2'])
    expect([...document.pictures.keys()]).toEqual(['word/media/a.png'])
  })
})

describe('any bytes', () => {
  it('IMPORT-15: every seed is known for what it is and read', () => {
    for (const [name, bytes] of wordXmlSeeds) expect([name, sniffFormat(bytes), readWordXml(bytes).blocks.length > 0]).toEqual([name, 'wordXml', true])
  })
  it('IMPORT-3: document types, cut files and other roots are refused', async () => {
    expect(await readSource(utf8(oldWordXml.slice(0, -200)), '总结.doc')).toMatchObject({ ok: false, error: { code: 'fileDamaged' } })
    expect(await readSource(utf8(oldWordXml.replace('<w:wordDocument', '<!DOCTYPE a [<!ENTITY b "c">]><w:wordDocument')), '总结.doc')).toMatchObject({ ok: false, error: { code: 'fileUnsafe' } })
    expect(() => readWordXml(utf8('<a/>'))).toThrow('formatUnknown')
    expect(() => readWordXml(utf8(flatWordXml.replace('/word/media/a.png', '/word/document.xml')))).toThrow('names twice')
  })
  it('IMPORT-3: changed bytes give a document or a refusal, nothing else', () => {
    expect(onlyRefusals(wordXmlSeeds, readWordXml, 1500)).toEqual([])
  })
  it('IMPORT-15: the time grows with the length', () => {
    const body = (size: number): Uint8Array => utf8(oldWordXml.replace('<wx:sub-section>', `<wx:sub-section>${'<w:p><w:pPr><w:listPr><w:ilvl w:val="1"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'.repeat(size * 300)}`))
    expect(growth(body, (bytes) => { readWordXml(bytes) })).toBeLessThan(allowedGrowth)
    const shown = (size: number): Uint8Array => utf8(oldWordXml.replace('<wx:sub-section>', `<wx:sub-section>${Array.from({ length: size * 200 }, (_, index) => `<w:p><w:pPr><w:listPr><wx:t wx:val="${index}."/></w:listPr></w:pPr></w:p>`).join('')}`))
    expect(growth(shown, (bytes) => { readWordXml(bytes) })).toBeLessThan(allowedGrowth)
  })
})
