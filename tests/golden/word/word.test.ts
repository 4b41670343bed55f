/** The parts of Word files against stored good copies. `UPDATE_GOLDEN=1 npx vitest run tests/golden` rewrites them; the difference is reviewed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import type { LayoutOptions } from '../../../shared/print/layoutReport'
import type { Report } from '../../../shared/report/report'
import { wordParts } from '../../electron/export/readWord'
import { report, sampleReport, text } from '../../electron/export/sampleReport'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Parts that are ours, and parts of the library that must not change unseen. */
const parts = ['word/document.xml', 'word/styles.xml', 'word/settings.xml', 'word/fontTable.xml', 'word/numbering.xml', 'word/footer1.xml', 'word/footer2.xml', 'word/_rels/document.xml.rels', 'docProps/core.xml', 'docProps/app.xml', '[Content_Types].xml']

const attached = report({
  title: ['临江县档案局', '2025年度工作总结'], numbering: 'chapter', date: '二〇二五年十二月五日', signature: ['临江县档案局', '临江县档案馆'], issuing: { profile: 'ordinary', seal: 'sealed' },
  blocks: [
    text(1, '工作情况'), text(2, '收集。应收尽收。'), text(3, '接收', 'clause'),
    { kind: 'pageBreak', id: 'p1' }, text(0, '附件', 'heading'), text(0, '档案利用统计', 'heading'), { kind: 'table', id: 't', headerRows: 1, rows: [['月份', '人次'], ['1月', '36']] },
  ],
})

const cases: readonly (readonly [string, Report, Partial<LayoutOptions>])[] = [
  ['sample', sampleReport, {}],
  ['attached', attached, { gridMode: 'linesAndChars', digits: 'fangsong', tableBorders: 'threeLine' }],
]

/** One element a line, without the namespaces that the library declares. */
function normalise(xml: string): string {
  return `${xml.replace(/ (?:xmlns:\w+|mc:Ignorable)="[^"]*"/g, '').replace(/>\s*</g, '>\n<').trim()}\n`
}

describe.each(cases)('PRINT-17: %s', (name, given, options) => {
  it(`PRINT-17: the parts of ${name} are those of the stored copy`, async () => {
    const written = wordParts((await exportWord(given, options)).bytes)
    const folder = path.join(here, name)
    const files = new Map(parts.map((part) => [part.replaceAll('/', '~'), normalise(written.get(part) ?? '')]))
    if (process.env['UPDATE_GOLDEN'] === '1') {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const [file, content] of files) writeFileSync(path.join(folder, file), content)
    }
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort())
    for (const [file, content] of files) expect([file, content]).toEqual([file, readFileSync(path.join(folder, file), 'utf8')])
  })
})
