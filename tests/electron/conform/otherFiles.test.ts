import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { conformWord } from '../../../electron/import/word/conformWord'
import { clauses } from '../../../shared/conform/conform'
import { corpusReports, hasCorpus } from '../export/corpus'
import { report, text } from '../export/sampleReport'
import { line, otherFile, paragraphs } from './otherFile'

function failing(bytes: Uint8Array): readonly string[] {
  const sheet = conformWord(bytes)
  if (!sheet.ok) throw new Error(sheet.error.code)
  return sheet.value.clauses.filter(({ result }) => result === 'fail').map(({ clause, item, found }) => `${clause} ${item} | ${found}`)
}

describe('CONFORM-2: what holds on the page', () => {
  it('theme fonts, chains of styles, list numbers, a character grid and typed blanks are all right', () => {
    expect(failing(otherFile(paragraphs))).toEqual([])
  })

  it('the Chinese font of the theme counts, not the Latin one beside it', () => {
    const found = failing(otherFile(paragraphs, (_, text) => text.replace('script="Hans" typeface="仿宋"', 'script="Hans" typeface="宋体"')))
    expect(found).toContainEqual(expect.stringMatching(/^7\.3\.3 正文字体 \| .*：宋体（共 \d 处）$/))
    expect(failing(otherFile(paragraphs, (_, text) => text.replace('typeface="Calibri"', 'typeface="Impact"')))).toEqual([])
  })

  it('numbers that Word makes are numbers of levels', () => {
    expect(failing(otherFile(paragraphs, (part, text) => (part.endsWith('numbering.xml') ? text.replace('w:val="（%2）"', 'w:val="%2)"') : text)))).toEqual([expect.stringContaining('7.3.3 层次序数的写法')])
    expect(failing(otherFile(paragraphs, (part, text) => (part.endsWith('numbering.xml') ? text.replace('<w:start w:val="1"/>', '<w:start w:val="2"/>') : text)))).toEqual([expect.stringContaining('7.3.3 层次序数的顺序')])
  })

  it('a grid of other pitches gives other lines and characters', () => {
    expect(failing(otherFile(paragraphs, (_, text) => text.replace('w:linePitch="579"', 'w:linePitch="560"').replace('w:charSpace="-849"', 'w:charSpace="0"')))).toEqual([expect.stringContaining('5.2.3 每行字数')])
    expect(failing(otherFile(paragraphs, (_, text) => text.replace('w:linePitch="579"', 'w:linePitch="620"')))).toEqual([expect.stringContaining('5.2.3 每面行数')])
  })
})

describe('CONFORM-3: what a paragraph is', () => {
  it('an attachment is not judged as body text, and a table is not either', () => {
    const table = `<w:tbl><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid><w:tr><w:tc>${line('项目', '', '<w:sz w:val="21"/>')}</w:tc></w:tr></w:tbl>`
    const attached = `${line('附件', '<w:pageBreakBefore/>', '<w:rFonts w:eastAsia="黑体"/>')}${line('')}${line('统计表', '<w:jc w:val="center"/>')}${line('编制说明。', '', '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>')}`
    expect(failing(otherFile(`${paragraphs}${attached}${table}${line('')}`))).toEqual([])
    expect(failing(otherFile(`${paragraphs.replace('现将2025', '据统计2025')}${line('编制说明。', '', '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>')}`)).length).toBeGreaterThan(0)
  })
})

describe('CONFORM-7: parts that may be absent, and parts that no file shows', () => {
  it('a document without head passes there as without that part', () => {
    const sheet = conformWord(otherFile(paragraphs))
    const rows = sheet.ok ? sheet.value.clauses : []
    expect(rows.filter(({ clause }) => clause.startsWith('7.2')).every(({ result, found }) => result === 'pass' && found === '没有这一要素')).toBe(true)
    expect(rows.filter(({ result }) => result === 'byHand').map(({ clause }) => clause)).toEqual(expect.arrayContaining(['4', '6.2', '6.3', '7.3.5.1']))
  })
})

describe('CONFORM-8: lines, characters and 落款', () => {
  const margins = (top: number, bottom: number, pitch: number) => (_: string, text: string): string => text.replace('w:top="2098"', `w:top="${top}"`).replace('w:bottom="1985"', `w:bottom="${bottom}"`).replace('w:linePitch="579"', `w:linePitch="${pitch}"`)

  it('wider margins with looser lines pass, wider margins alone do not', () => {
    const looser = failing(otherFile(paragraphs, margins(1962, 1848, 592)))
    expect(looser.filter((row) => row.startsWith('5.2'))).toEqual([])
    expect(failing(otherFile(paragraphs, margins(1962, 1848, 579))).filter((row) => row.startsWith('5.2')).length).toBeGreaterThan(0)
  })

  it('落款 may stand in each way of 7.3.5', async () => {
    const report_ = (issuing: object): Parameters<typeof exportWord>[0] => report({ title: ['关于工作情况的报告'], blocks: [text(0, '工作情况良好，任务按期完成。')], signature: ['清河县自然资源和规划局'], date: '2025年1月5日', issuing: { profile: 'ordinary', ...issuing } })
    for (const issuing of [{}, { seal: 'sealed' }, { seal: 'stamp', post: '局长' }]) expect(failing((await exportWord(report_(issuing))).bytes), JSON.stringify(issuing)).toEqual([])
  })
})

describe('CONFORM-1: hostile files', () => {
  it('are refused under the limits of the import, and a right file of the same size is read (control)', () => {
    const filler = (size: number): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(size).fill(32) }, { level: 9 })
    expect(conformWord(filler(40 * 1024 * 1024))).toMatchObject({ ok: false, error: { code: 'fileUnsafe' } })
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(400)}${'</w:sdtContent></w:sdt>'.repeat(400)}`
    expect(conformWord(otherFile(deep))).toMatchObject({ ok: false, error: { code: 'fileUnsafe' } })
    expect(conformWord(otherFile(paragraphs, (part, text) => (part === 'word/document.xml' ? text.replace('standalone="yes"?>', 'standalone="yes"?><!DOCTYPE w [<!ENTITY a "b">]>') : text)))).toMatchObject({ ok: false, error: { code: 'fileUnsafe' } })
    expect(conformWord(otherFile(line('').repeat(51_000)))).toMatchObject({ ok: false, error: { code: 'fileTooLong' } })
    expect(conformWord(otherFile(paragraphs + line('').repeat(5_000))).ok).toBe(true)
  })

  it('styles that are based on each other in a ring, and fields that never end, give a sheet', () => {
    const ring = otherFile(paragraphs, (part, text) => (part === 'word/styles.xml' ? text.replace('<w:basedOn w:val="a"/>', '<w:basedOn w:val="text"/>') : text))
    expect(conformWord(ring).ok).toBe(true)
    expect(conformWord(otherFile(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${paragraphs}`)).ok).toBe(true)
  })
})

const shared = fileURLToPath(new URL('../../../../shared/corpus/word', import.meta.url))
const wordFiles = (folder: string): readonly string[] => readdirSync(folder).flatMap((name) => {
  const full = path.join(folder, name)
  return statSync(full).isDirectory() ? wordFiles(full) : full.endsWith('.docx') ? [full] : []
})
if (!existsSync(shared)) console.log('skipped: the Word files of others are not beside the project')

describe.skipIf(!existsSync(shared))('CONFORM-1: files of others', () => {
  it('give the whole sheet or a refusal with its reason', () => {
    const files = wordFiles(shared)
    expect(files.length).toBeGreaterThan(20)
    const sheets = files.map((file) => conformWord(readFileSync(file)))
    for (const sheet of sheets) {
      if (sheet.ok) expect(sheet.value.clauses.length).toBe(clauses.length)
      else expect(['fileDamaged', 'fileUnsafe', 'fileEncrypted', 'fileTooLarge']).toContain(sheet.error.code)
    }
    expect(sheets.filter((sheet) => sheet.ok).length).toBeGreaterThan(20)
  })
})

describe.skipIf(!hasCorpus)('CONFORM-4: real reports, exported', () => {
  it('have no row that fails', async () => {
    for (const [name, each] of corpusReports()) {
      expect(failing((await exportWord(each)).bytes), name).toEqual([])
      expect(failing((await exportWord({ ...each, issuing: { profile: 'redHead', mark: ['清河县档案局'], hasFileWord: true, documentNumber: '清档〔2025〕1号', seal: 'sealed', copies: ['县委办公室'], printer: '清河县档案局办公室', printDate: '2025年1月5日' } }, { gridMode: 'linesAndChars' })).bytes), name).toEqual([])
    }
  })
})
