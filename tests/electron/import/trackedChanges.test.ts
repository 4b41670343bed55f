import { describe, expect, it } from 'vitest'
import { readCompound } from '../../../electron/import/doc/readCompound'
import { readOdt } from '../../../electron/import/odt/readOdt'
import { readRtf } from '../../../electron/import/rtf/readRtf'
import { sourceText } from '../../../electron/import/sourceText'
import { readDocx } from '../../../electron/import/word/readDocx'
import { odtFile, odtItem, odtLevel, odtList, odtParagraph } from '../../fuzz/odtSeeds'
import { rtfFile, rtfLevel } from '../../fuzz/rtfSeeds'
import { change, docFile, plain, row, type DocParagraph, type DocParts } from '../../support/docFiles'
import { level, listed, paragraph, wordFile } from '../../support/wordFiles'

describe('rows and ends of paragraphs that are removed, in a .doc file', () => {
  const linesOf = (parts: DocParts): readonly string[] => sourceText(readCompound(docFile(parts))).text.split('\n')
  const removed = change(0x0800, 1)
  const numbered = change(0x460b, 1, 0)
  const lists = [[{ format: 0, text: '\u0000.' }]]
  /** A row whose end is removed; its cells are numbered. */
  const removedRow = (cells: readonly string[], changes: readonly number[]): readonly DocParagraph[] => row(cells, [0, 2000, 4000]).map((each, index) => (index === cells.length ? { ...each, markChanges: removed } : { ...each, changes: [...(each.changes ?? []), ...numbered], runs: each.runs.map((run) => ({ ...run, changes })), markChanges: changes }))

  it('IMPORT-11: a row is gone where its end and all that stands in it are removed, and takes no number', () => {
    expect(linesOf({ main: [plain('一', { changes: numbered }), ...row(['甲', '乙'], [0, 2000, 4000]), ...removedRow(['丙', '丁'], removed), plain('二', { changes: numbered })], lists })).toEqual(['1.一', '甲\t乙', '2.二'])
  })

  it('IMPORT-11: text that is not removed keeps its row', () => {
    expect(linesOf({ main: [plain('一', { changes: numbered }), ...row(['甲', '乙'], [0, 2000, 4000]), ...removedRow(['丙', '丁'], []), plain('二', { changes: numbered })], lists })).toEqual(['1.一', '甲\t乙', '2.丙\t3.丁', '4.二'])
  })
})

describe('rows and ends of paragraphs that are removed, in a .docx file', () => {
  const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
  const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
  const linesOf = (body: string): readonly string[] => sourceText(readDocx(wordFile(body, { numbering }))).text.split('\n')
  const open = (text: string, more = ''): string => `<w:p><w:pPr>${listed(1)}<w:rPr><w:del ${by}/></w:rPr></w:pPr><w:r><w:t>${text}</w:t></w:r>${more}</w:p>`
  const gone = (text: string): string => `<w:p><w:pPr>${listed(1)}<w:rPr><w:del ${by}/></w:rPr></w:pPr><w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p>`
  const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`
  const table = (...rows: readonly string[]): string => `<w:tbl>${rows.map((each) => `<w:tr>${each}</w:tr>`).join('')}</w:tbl>`

  it('IMPORT-6: however many ends of paragraphs are removed, the line has one number and the next one counts on', () => {
    expect(linesOf(open('甲') + open('乙') + open('丙') + paragraph('丁', listed(1)) + paragraph('戊', listed(1)))).toEqual(['一、甲乙丙丁', '二、戊'])
    expect(linesOf(open('甲') + gone('暗') + open('乙') + paragraph('丙', listed(1)) + gone('无') + paragraph('丁', listed(1)))).toEqual(['一、甲乙丙', '二、丁'])
    const hidden = `<w:p><w:pPr>${listed(1)}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>`
    expect(linesOf(open('甲') + hidden + open('丙') + paragraph('丁', listed(1)) + paragraph('戊', listed(1)))).toEqual(['一、甲乙丙丁', '二、戊'])
  })

  it('IMPORT-6: a text box at a paragraph whose end is removed stands behind the whole line', () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('框')}</w:txbxContent></w:pict></w:r>`
    expect(linesOf(open('甲', box) + paragraph('乙', listed(1)) + paragraph('丙', listed(1)))).toEqual(['一、甲乙', '框', '二、丙'])
  })

  it('IMPORT-6: a removed row is gone with its numbers, and text that is not removed keeps it', () => {
    const before = `${cell(paragraph('甲', listed(1)))}${cell(paragraph('乙'))}`
    const removedRow = (inside: string): string => `<w:trPr><w:del ${by}/></w:trPr>${cell(inside)}${cell(gone('丁'))}`
    expect(linesOf(table(before, removedRow(gone('丙'))) + paragraph('戊', listed(1)))).toEqual(['一、甲\t乙', '二、戊'])
    expect(linesOf(table(before, removedRow(paragraph('丙', listed(1)))) + paragraph('戊', listed(1)))).toEqual(['一、甲\t乙', '二、丙\t', '三、戊'])
  })

  it('IMPORT-6: a hidden row takes no number, leaves no note, and its text is counted', () => {
    const hidden = `<w:trPr><w:hidden/></w:trPr>${cell(paragraph('暗处', listed(1)))}`
    const document = readDocx(wordFile(`${table(cell(paragraph('甲', listed(1))), hidden, cell(paragraph('乙', listed(1))))}${paragraph('丙', listed(1))}`, { numbering }))
    expect([sourceText(document).text, document.met.hidden]).toEqual(['一、甲\n二、乙\n三、丙', 2])
  })
})

describe('ends of paragraphs that are removed, in an RTF file', () => {
  const lists = `{\\*\\listtable{\\list${rtfLevel(0, '\u0000.')}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}`
  const linesOf = (body: string): readonly string[] => sourceText(readRtf(rtfFile(body, lists))).text.split('\n')
  const item = (number: number, text: string, isOpen = false): string => `{\\listtext ${number}.\\tab}\\pard\\ls1 ${text}{${isOpen ? '\\deleted' : ''}\\par}`

  it('IMPORT-12: the numbers that the program wrote count the removed paragraphs: behind these they are counted anew', () => {
    expect(linesOf(item(1, 'a', true) + item(2, 'b', true) + item(3, 'c') + item(4, 'd'))).toEqual(['1.abc', '2.d'])
    expect(linesOf(item(1, 'a') + item(2, '{\\deleted b}', true) + item(3, 'c'))).toEqual(['1.a', '2.c'])
    expect(linesOf(item(5, 'a') + item(7, 'b'))).toEqual(['5.a', '7.b'])
  })

  it('IMPORT-12: numbers of programs that know no lists count beside those of lists', () => {
    expect(linesOf(`${item(1, 'a')}{\\pntext 2.\\tab}\\pard b\\par{\\listtext 3.\\tab}\\pard c\\par`)).toEqual(['1.a', '2.b', 'c'])
  })
})

describe('removed text that stands in its place, in an OpenDocument text', () => {
  const removal = (...ids: readonly string[]): string => `<text:tracked-changes>${ids.map((id) => `<text:changed-region xml:id="${id}"><text:deletion/></text:changed-region>`).join('')}</text:tracked-changes>`
  const start = (id: string): string => `<text:change-start text:change-id="${id}"/>`
  const end = (id: string): string => `<text:change-end text:change-id="${id}"/>`
  const styles = { automatic: `<text:list-style style:name="L1">${odtLevel(1, '1', 'style:num-suffix="."')}</text:list-style>` }
  const linesOf = (body: string): readonly string[] => sourceText(readOdt(odtFile(body, styles))).text.split('\n')
  const table = (...cells: readonly string[]): string => `<table:table><table:table-row>${cells.map((each) => `<table:table-cell>${odtParagraph(each)}</table:table-cell>`).join('')}</table:table-row></table:table>`

  it('IMPORT-13: a removal that never ends, or ends before it begins, removes nothing', () => {
    expect(linesOf(`${removal('a')}${odtParagraph(`甲${start('a')}乙`)}${table('丙', '丁')}${odtParagraph('戊')}`)).toEqual(['甲乙', '丙\t丁', '戊'])
    expect(linesOf(`${removal('a')}${odtParagraph(`甲${end('a')}乙${start('a')}丙`)}${odtParagraph('丁')}`)).toEqual(['甲乙丙', '丁'])
    expect(linesOf(`${removal('a', 'b')}${odtParagraph(`甲${start('a')}乙${start('b')}丙${end('a')}丁`)}`)).toEqual(['甲丁'])
  })

  it('IMPORT-13: a line of paragraphs whose ends are removed has one number', () => {
    expect(linesOf(`${removal('a')}${odtList('L1', [`甲${start('a')}暗`, `暗${end('a')}乙`, '丙'].map((each) => odtItem(odtParagraph(each))).join(''))}`)).toEqual(['1.甲乙', '2.丙'])
  })

  it('IMPORT-13: a removal that ends inside a table removes what stands before its end, and a table that it covers', () => {
    expect(linesOf(`${removal('a')}${odtParagraph(`甲${start('a')}乙`)}${table('丙', `暗${end('a')}丁`)}${odtParagraph('戊')}`)).toEqual(['甲', '\t丁', '戊'])
    expect(linesOf(`${removal('a')}${odtParagraph(`甲${start('a')}乙`)}${table('丙', '丁')}${odtParagraph(`暗${end('a')}戊`)}${odtList('L1', odtItem(odtParagraph('己')))}`)).toEqual(['甲戊', '1.己'])
  })
})
