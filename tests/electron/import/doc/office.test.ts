import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../electron/import/readers'
import type { SourceDocument } from '../../../../electron/import/sourceDocument'
import { sourceText } from '../../../../electron/import/sourceText'
import { convertByOffice } from '../../../support/convertByOffice'
import { numberedWord } from '../../../support/numberedWord'
import { officeReason } from '../../../support/office'
import { richDocument } from '../../../support/richDocument'
import { paragraph, wordFile } from '../../../support/wordFiles'

const reason = officeReason()
if (reason !== null) process.stdout.write(`No LibreOffice here (${reason}): .doc files are not compared with what it reads.\n`)
const torture = path.resolve('../shared/corpus/word/torture')
const chinese = path.resolve('../shared/corpus/word/cn')
if (!existsSync(torture)) process.stdout.write('No corpus of Word files here: those of others are not compared with LibreOffice.\n')

async function read(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const result = await readSource(bytes, name)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.document
}

const lines = (document: Pick<SourceDocument, 'blocks' | 'notes'>): readonly string[] => sourceText(document).text.split('\n').filter((line) => line.trim() !== '')

/** Characters alone: how programs set off numbers, cells and bullets with blanks differs. Marks of notes are counted in different ways. */
const characters = (text: string): string => text.replace(/\[\d+\]/g, '').replace(/[\s\ufeff•◦▪]/g, '')

const fixture = (name: string): Uint8Array => readFileSync(path.join('tests/fixtures', name))

/** Fields of a form, and a table in a cell. */
const nestedWord = ((): Uint8Array => {
  const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`
  const field = (code: string, data: string): string => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:enabled/>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const cell = (inside: string): string => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${inside}</w:tc>`
  const table = (...cells: readonly string[]): string => `<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr>${cells.map(cell).join('')}</w:tr></w:tbl>`
  const form = `<w:p>${field('FORMCHECKBOX', '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>')}${text('不同意，')}${field('FORMDROPDOWN', '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲局"/><w:listEntry w:val="乙局"/></w:ddList>')}${text('。')}</w:p>`
  return wordFile(form + table(`${paragraph('外')}${table(paragraph('内一'), paragraph('内二'))}${paragraph('尾')}`, paragraph('右')))
})()

describe('files that LibreOffice saved', () => {
  it('IMPORT-11: notes, comments, boxes, pictures, changes, hidden text, margins', async () => {
    const document = await read(fixture('rich.doc'), 'rich.doc')
    expect(lines(document)).toEqual([
      '关于全年工作的报告', '一、总体情况', '全年接待查阅[1]三百人次，满意率“很高”——名列前茅…[2]', '看得见，要紧的话。', '修订：新的说法。', '批注：数字无误。', '文本框在此。', '框里第一段', '框里第二段', '图片',
      '单位\t两年\t', '办公室\t12 又\t𠮷', '\t3\t', '左\t右', '下一行，见附件第1页', '另起一页', '[1] 含电话咨询。', '[2] 据年度台账。',
    ])
    expect(document.met).toMatchObject({ hidden: 3, changes: 2, notes: 2, textBoxes: 1, drawings: 0 })
    expect(document.margins).toEqual(['某县档案局文件', '内部资料'])
    expect(document.comments).toMatchObject([{ author: '乙', at: '2026-01-06T09:30:00', text: '请核对', paragraph: 5, quote: '数字' }])
    expect(document.blocks[0]).toMatchObject({ isCentered: true, size: 44 })
    expect(document.blocks[1]).toMatchObject({ outline: 0, style: { name: 'heading 1' }, size: 32, runs: [{ bold: true }] })
    expect(document.blocks[3]).toMatchObject({ runs: [{ text: '看得见，' }, { text: '要紧', bold: true, italic: true, underline: true }, { text: '的话。' }] })
    expect(document.blocks.find((block) => block.kind === 'paragraph' && block.pageBreakBefore)).toMatchObject({ runs: [{ text: '另起一页' }] })
    const picture = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.picture ?? [] : []))[0] ?? ''
    expect([...document.pictures.get(picture)?.subarray(1, 4) ?? []].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
    const table = document.blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' ? table.rows.map(({ cells, isHeader }) => [isHeader, ...cells.map(({ columns, isContinued }) => (isContinued ? 0 : columns))]) : null).toEqual([[true, 1, 2], [false, 1, 1, 1], [false, 0, 1, 1]])
  })

  it('IMPORT-11: numbers of all kinds', async () => {
    const text = lines(await read(fixture('numbered.doc'), 'numbered.doc'))
    for (const line of ['一、总体情况', '（一）队伍建设', '1. 学习培训', '①青年骨干', '第一章 第一部分', 'II．格式1的第2项', '乙．格式3的第2项', '丑．格式4的第2项', '贰．格式5的第2项', '02．格式6的第2项', '２．格式7的第2项', '要点']) expect(text).toContain(line)
  })
})

describe.skipIf(reason !== null)('beside LibreOffice', () => {
  it('IMPORT-11: the same document as .doc and as .docx gives the same lines', async () => {
    const docs = convertByOffice({ 'rich.fodt': richDocument(), 'nested.docx': nestedWord }, 'doc')
    const docx = convertByOffice({ 'rich.fodt': richDocument() }, 'docx')['rich.fodt']
    const doc = docs['rich.fodt']
    const nested = docs['nested.docx']
    if (doc === undefined || docx === undefined || nested === undefined) throw new Error('not converted')
    expect(lines(await read(doc, 'x.doc'))).toEqual(lines(await read(docx, 'x.docx')))
    expect(lines(await read(nested, 'x.doc'))).toEqual(['□不同意，乙局。', '外 内一 内二 尾\t右'])
    // A changed word is seen (control).
    expect(lines(await read(doc, 'x.doc'))).not.toEqual(lines(await read(docx, 'x.docx')).map((line) => line.replace('名列前茅', '名列前矛')))
  })

  it('IMPORT-11: the characters are those that LibreOffice reads, numbers included', async () => {
    const doc = convertByOffice({ 'x.docx': numberedWord }, 'doc')['x.docx']
    if (doc === undefined) throw new Error('not converted')
    const text = Buffer.from(convertByOffice({ 'x.doc': doc }, 'txt')['x.doc'] ?? '').toString('utf8')
    // It writes out what is hidden and what was removed.
    const shown = characters(text).replace('暗记', '').replace('旧文', '')
    expect(characters(lines(await read(doc, 'x.doc')).join('\n'))).toBe(shown)
    expect(shown).not.toBe(characters(text))
  })
})

describe.skipIf(reason !== null || !existsSync(chinese))('Chinese .docx files beside what LibreOffice makes of them as .doc', () => {
  it('IMPORT-11: both give the same lines', async () => {
    const files = Object.fromEntries(readdirSync(chinese).flatMap((folder) => readdirSync(path.join(chinese, folder)).filter((name) => name.endsWith('.docx')).map((name) => [`${folder}/${name}`, readFileSync(path.join(chinese, folder, name))] as const)))
    const docs = convertByOffice(files, 'doc')
    let compared = 0
    for (const [name, bytes] of Object.entries(docs)) {
      const own = files[name]
      if (own === undefined) throw new Error(name)
      expect([name, lines(await read(bytes, 'x.doc'))]).toEqual([name, lines(await read(own, 'x.docx'))])
      compared += 1
    }
    expect(compared).toBeGreaterThan(10)
  })
})

describe.skipIf(reason !== null || !existsSync(torture))('.doc files of others beside LibreOffice', () => {
  /** What differs, and why. */
  const differences: Readonly<Record<string, string>> = {
    'test07.doc': 'LibreOffice writes a zero for each box of a form', 'Bug60942.doc': 'LibreOffice writes the date of today for the field of a date', 'test-fields.doc': 'it numbers the endnote i', 'testWORD_numbered_list.doc': 'it writes the mark of the note as 1',
  }

  it('IMPORT-11: the characters are those that LibreOffice reads, numbers included', async () => {
    const names = readdirSync(torture).flatMap((folder) => readdirSync(path.join(torture, folder)).filter((name) => name.endsWith('.doc') && !name.startsWith('clusterfuzz')).map((name) => path.join(folder, name)))
    const texts = convertByOffice(Object.fromEntries(names.map((name) => [name, readFileSync(path.join(torture, name))])), 'txt')
    const outcomes: [string, string][] = []
    for (const name of names) {
      const result = await readSource(readFileSync(path.join(torture, name)), name)
      const theirs = texts[name]
      if (!result.ok || theirs === undefined) continue
      const { blocks, met } = result.value.document
      const own = characters(lines({ blocks, notes: [] }).join('\n'))
      const shown = characters(Buffer.from(theirs).toString('utf8'))
      // Texts of boxes are no part of its plain text.
      outcomes.push([path.basename(name), own === shown ? 'same' : met.textBoxes > 0 && isWithin(shown, own) ? 'boxes' : 'other'])
    }
    expect(outcomes.filter(([name, outcome]) => outcome === 'other' && differences[name] === undefined)).toEqual([])
    expect(outcomes.filter(([, outcome]) => outcome === 'same').length).toBeGreaterThan(10)
  })
})

/** Whether `part` is left when characters of `whole` are taken away. */
function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (part.startsWith(character, at)) at += character.length
  return at === part.length
}
