/** PDF files that another program made of texts with one paragraph a line: LibreOffice wraps them, and they are whole again (SPEC IMPORT-18). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { exporters } from '../../../electron/export/exporters'
import { readPdf } from '../../../electron/import/pdf/readPdf'
import { sourceText } from '../../../electron/import/sourceText'
import { convertByOffice } from '../../support/convertByOffice'
import { officeReason } from '../../support/office'
import { report, sampleReport, text } from '../export/sampleReport'

const reason = officeReason()
if (reason !== null) console.log(`skipped: PDF files of LibreOffice. ${reason}`)
const corpus = path.resolve('../shared/corpus')
const folder = path.join(corpus, 'docs')
const names = existsSync(folder) ? readdirSync(folder).map((name) => path.basename(name, '.txt')) : []
if (names.length === 0) console.log('skipped: the development documents are not here')

const bare = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')).filter((line) => line !== '')

const style = 'body{font:16px serif;text-align:justify} h1{text-align:center} p{text-indent:2em;margin:0}'
const own = `<!doctype html><meta charset="utf-8"><style>${style}</style><h1>清源县水务局工作总结</h1>
<p>今年以来，全县水务系统坚持以人民为中心，统筹推进农村供水保障、水库除险加固和河道治理等各项工作，新增供水人口8.3万人，受益群众满意度达到96.5%，较上年提高2.1个百分点。</p>
<p>（一）农村供水。建成集中供水工程12处，铺设管网128.6公里，the project was finished by Hydro Power Company in 2025 and handed over，运行情况良好。</p>
<p>下一步打算。</p>`

describe.skipIf(reason !== null)('IMPORT-18: PDF files of LibreOffice', { timeout: 300_000 }, () => {
  it('IMPORT-18: a page of the web with an indent and Latin words', () => {
    const made = convertByOffice({ 'own.html': new TextEncoder().encode(own) }, 'pdf')['own.html'] ?? new Uint8Array()
    const lines = sourceText(readPdf(made)).text.split('\n')
    for (const [text] of own.matchAll(/(?<=<p>).*(?=<\/p>)/g)) expect(lines).toContain(text)
  })

  it('IMPORT-18: our own Word files: the text of the report, tables with merged cells as tables', async () => {
    const reports = { 'sample.docx': sampleReport, 'table.docx': report({ title: ['工作总结'], blocks: [text(0, '完成情况如下。'), { kind: 'table', id: 't', headerRows: 1, rows: [['指标', '计划', '完成'], ['供水', '按期完成', ''], ['', '5', '6']], merges: [{ row: 1, column: 0, rows: 2, columns: 1 }, { row: 1, column: 1, rows: 1, columns: 2 }] }] }) }
    const files = Object.fromEntries(await Promise.all(Object.entries(reports).map(async ([name, given]) => [name, (await exportWord(given)).bytes] as const)))
    const made = convertByOffice(files, 'pdf')
    const table = readPdf(made['table.docx'] ?? new Uint8Array())
    expect(sourceText(table).tables[0]).toMatchObject({ rows: [['指标', '计划', '完成'], ['供水', '按期完成', ''], ['', '5', '6']], merges: [{ row: 1, column: 0, rows: 2, columns: 1 }, { row: 1, column: 1, rows: 1, columns: 2 }] })
    const printed = bare(new TextDecoder().decode((await exporters.text.run(sampleReport)).bytes))
    const read = bare(sourceText(readPdf(made['sample.docx'] ?? new Uint8Array())).text)
    expect(printed.filter((line) => !read.includes(line))).toEqual([])
  })

  it.skipIf(names.length === 0)('IMPORT-18: the development documents: every character, and at least 98 of 100 lines of the text', () => {
    const texts = Object.fromEntries(names.map((name) => [`${name}.docx`, readFileSync(path.join(corpus, 'word', 'from-txt', `${name}.docx`))]))
    const made = convertByOffice(texts, 'pdf')
    let [all, same, unjoined] = [0, 0, 0]
    for (const name of names) {
      const lines = bare(readFileSync(path.join(folder, `${name}.txt`), 'utf8'))
      const read = bare(sourceText(readPdf(made[`${name}.docx`] ?? new Uint8Array())).text)
      expect([name, read.join('') === lines.join('')]).toEqual([name, true])
      all += lines.length
      same += lines.filter((line) => read.includes(line)).length
      // A title in the middle is one paragraph, whatever lines it has.
      unjoined += lines.filter((line) => line.length <= 48).length
    }
    console.log(`PDF files of LibreOffice: ${same} of ${all} lines the same; without joining not more than ${unjoined}`)
    expect([same / all >= 0.98, unjoined / all < 0.98]).toEqual([true, true])
  })
})
