import { describe, expect, it } from 'vitest'
import { readCompound } from '../../../../electron/import/doc/readCompound'
import { pictureFacts } from '../../../../electron/import/pictureFacts'
import { readSource } from '../../../../electron/import/readers'
import { sourceText } from '../../../../electron/import/sourceText'
import { errorMessage } from '../../../../shared/text/errors'
import { compoundFile } from '../../../support/compoundFiles'
import { change, docFile, docStreams, plain, type DocParts } from '../../../support/docFiles'
import { compoundSeeds, seedParts } from '../../../fuzz/compoundSeeds'

const linesOf = (parts: DocParts): readonly string[] => sourceText(readCompound(docFile(parts))).text.split('\n')
const seed = (name: string): DocParts => seedParts.find(([each]) => each === name)?.[1] ?? { main: [] }
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readSource(bytes, 'x.doc')
  return read.ok ? 'read' : read.error.code
}

describe('what stands in a .doc file', () => {
  const expected: readonly (readonly [string, readonly string[]])[] = [
    ['plain', ['关于报送总结的报告', '“优化”服务——全年办结120件…', '']],
    ['narrow', ['\u201cPlan\u201d \u2014 1,000 items', 'end']],
    ['pieces', ['第一段有许多字。', '第二段也有。', '第三段。']],
    ['lists', ['一、工作', '（一）学习', '1. 一次', '五、另起']],
    ['looks', ['看得见加上的强调']],
    ['fields', ['见附件和，第页-\t', '下一行']],
    ['equations', ['㉑要点，1/3。']],
    ['form', ['☑同意，乙局。']],
    ['symbols', ['已办✓，α角']],
    ['notes', ['全年办结[1]一百件[2]。', '[1] 不含撤回件', '[2] 据台账']],
  ]
  it.each(expected)('IMPORT-11: %s', (name, lines) => {
    expect(linesOf(seed(name))).toEqual(lines)
  })

  it('IMPORT-11: styles, sizes and what was met', () => {
    const { blocks, met } = readCompound(docFile(seed('looks')))
    expect(blocks[0]).toMatchObject({
      style: { name: 'heading 1' }, outline: 0, isCentered: true, size: 32,
      runs: [{ text: '看得见加上的', bold: true }, { text: '强调', bold: true, italic: true, underline: true }],
    })
    expect(met).toMatchObject({ hidden: 3, changes: 2 })
    expect(readCompound(docFile(seed('fields'))).met.objects).toBe(1)
  })

  it('IMPORT-11: a style that is changed later counts', () => {
    const styled = { ...seed('pieces'), main: [plain('甲', { style: 0, changes: change(0x4600, 1, 0) }), plain('乙')] }
    expect(readCompound(docFile(styled)).blocks).toMatchObject([{ style: { name: 'heading 1' }, outline: 0, size: 32 }, { style: { name: 'Normal' }, outline: null }])
  })

  it('IMPORT-11: tables with cells merged across and down', () => {
    const table = readCompound(docFile(seed('table'))).blocks[1]
    expect(table?.kind === 'table' ? table.rows.map(({ cells }) => cells.map(({ paragraphs, columns, isContinued }) => [paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('|'), columns, isContinued])) : null).toEqual([
      [['单位', 1, false], ['上半年', 2, false]], [['甲', 1, false], ['1', 1, false], ['2', 1, false]], [['', 1, true], ['3|4', 2, false]],
    ])
  })

  it('IMPORT-11: text boxes, words and pictures behind the paragraph they hang on', () => {
    const { blocks, met, pictures } = readCompound(docFile(seed('drawn')))
    expect(sourceText({ blocks, notes: [] }).text.split('\n')).toEqual(['甲乙', '框内', '丙丁', '艺术字'])
    expect(blocks[2]).toMatchObject({ picture: 'picture1' })
    expect([pictures.size, met.textBoxes, met.drawings]).toEqual([1, 2, 0])
  })

  it('IMPORT-11: a picture and long properties out of the stream of data', () => {
    const { blocks, pictures } = readCompound(docFile(seed('data')))
    expect(blocks).toMatchObject([{ runs: [{ text: '图' }], picture: 'picture1' }, { runs: [{ text: '居中' }], isCentered: true }])
    expect(pictureFacts(pictures.get('picture1') ?? new Uint8Array(0))).toMatchObject({ width: 3, height: 2 })
  })

  it('IMPORT-11: the formats of numbers by their codes', () => {
    const formats: readonly (readonly [number, string])[] = [[0, '2'], [3, 'B'], [10, '二'], [18, '②'], [26, '⒉'], [27, '⑵'], [28, '②'], [29, '㈡'], [30, '乙'], [31, '丑'], [37, '二'], [38, '贰'], [39, '二'], [57, '- 2 -'], [200, '2']]
    const listed = [...change(0x260a, 0), ...change(0x460b, 1, 0)]
    for (const [format, number] of formats) expect([format, ...linesOf({ main: [plain('：甲', { changes: listed })], lists: [[{ format, text: '\u0000', start: 2 }]] })]).toEqual([format, `${number}：甲`])
  })

  it('IMPORT-11: a note may have a mark of its own', () => {
    const parts = seed('notes')
    const own = { ...parts, main: [plain('全年办结※一百件※。')], footnotes: [plain('※ 不含撤回件'), plain('')], tables: { ...parts.tables, 2: [...(parts.tables?.[2] ?? []).slice(0, -2), 0, 0], 46: [] } }
    expect(linesOf(own)).toEqual(['全年办结※一百件※。', '※ 不含撤回件'])
  })

  it('IMPORT-11: a second picture, a hidden end of a paragraph, a line of a table of contents', () => {
    const parts = seed('data')
    const [first] = parts.main
    const twice = { ...parts, main: [{ runs: [...(first?.runs ?? []), ...(first?.runs ?? [])] }] }
    expect(readCompound(docFile(twice)).blocks).toMatchObject([{ runs: [{ text: '图图' }], picture: 'picture1' }, { runs: [], picture: 'picture1' }])
    expect(linesOf({ main: [plain('前', { markChanges: change(0x083c, 1) }), plain('后')] })).toEqual(['前后'])
    const contents = { main: [plain('一、工作\t1', { style: 1 })], styles: [{ name: '正文', number: 0 }, { name: '目录 1', number: 19, basedOn: 0 }] }
    expect(readCompound(docFile(contents)).blocks).toMatchObject([{ style: { name: 'toc 1' }, isContents: true }])
  })

  it('IMPORT-11: comments with their author, headers, a paragraph whose end is removed', () => {
    expect(readCompound(docFile(seed('comments'))).comments).toEqual([{ author: '张三', at: '', text: '与台账不一致', paragraph: 0, quote: '' }])
    expect(readCompound(docFile(seed('margins'))).margins).toEqual(['页眉：某县档案局'])
    expect(linesOf({ main: [plain('前半', { markChanges: change(0x0800, 1) }), plain('后半'), plain('完')] })).toEqual(['前半后半', '完'])
  })
})

describe('what is not a document of Word', () => {
  const stream = Uint8Array.of(1, 2, 3)
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['a password on the document', docFile({ ...seed('plain'), flags: 0x100 }), 'fileEncrypted'],
    ['a package with a password', compoundFile({ EncryptedPackage: stream, EncryptionInfo: stream }), 'fileEncrypted'],
    ['restricted rights', compoundFile({ ...docStreams(seed('plain')), '\u0009DRMContent': stream }), 'fileEncrypted'],
    ['Works', compoundFile({ CONTENTS: stream }), 'worksFile'],
    ['Works with its own mark', compoundFile({ MatOST: stream }), 'worksFile'],
    ['an older Word than any that wrote such files', docFile({ ...seed('plain'), version: 60 }), 'oldWordFile'],
    ['Excel', compoundFile({ Workbook: stream }), 'formatOther'],
    ['no text', docFile({ main: [plain('')] }), 'fileEmpty'],
    ['a document', docFile(seed('plain')), 'read'],
  ]
  it.each(cases)('IMPORT-10: %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('IMPORT-10: the message says which program a file belongs to', async () => {
    const read = await readSource(compoundFile({ 'PowerPoint Document': stream }), '汇报.ppt')
    expect(read.ok ? '' : errorMessage(read.error).found).toContain('PowerPoint 演示文稿')
  })

  it('IMPORT-10: every seed is read', async () => {
    for (const [name, bytes] of compoundSeeds) expect([name, await codeOf(bytes), bytes.length < 10_240]).toEqual([name, 'read', true])
  })
})
