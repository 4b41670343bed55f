import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../../support/commandLine'
import { openTempLibrary, valueOf } from '../../support/tempLibrary'

let folder = ''
const andu = (...argv: readonly string[]): ReturnType<typeof runIn> => runIn(folder, ['archive', 'catalogue', '--data', 'data', ...argv])

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'andu-catalogue-'))
  const library = await openTempLibrary(join(folder, 'data'))
  const { archive } = valueOf(await library.readSettings())
  valueOf(await library.writeSettings({ archive: { ...archive, fonds: 'Z109', fondsName: '青河县应急管理局' } }))
  for (const title of ['2025年度安全生产工作总结', '=1+1']) {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
    const { report, generation } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, title: [title], date: '2026年1月5日' }, base: generation, cause: 'auto' }))
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.file({ id }))
  }
  await library.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('archive catalogue', () => {
  it('ARCHNO-21: lists the year, as text and as JSON', async () => {
    const { code, out } = await andu('--year', '2025')
    expect(code).toBe(0)
    expect(out.trimEnd().split('\n').map((line) => line.split('\t').slice(3, 6))).toEqual([['青河县应急管理局', '2025年度安全生产工作总结', '20260105'], ['青河县应急管理局', '=1+1', '20260105']])
    const json = await andu('--year', '2025', '--json')
    expect(JSON.parse(json.out).parts.flatMap(({ rows }: { rows: { title: string }[] }) => rows.map(({ title }) => title))).toEqual(['2025年度安全生产工作总结', '=1+1'])
    expect(await andu('--year', '1999')).toMatchObject({ code: 0, out: '这一年还没有归档文件。\n' })
  })

  it('ARCHNO-21: writes CSV, Word and PDF by the extension of the file', async () => {
    expect(await andu('--year', '2025', '-o', '目录.csv')).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(folder, '目录.csv'), 'utf8')).toMatch(/^\ufeff"序号","档号"[^]*"'=1\+1"/)
    expect((await andu('--year', '2025', '-o', '目录.docx')).code).toBe(0)
    expect(strFromU8(unzipSync(readFileSync(join(folder, '目录.docx')))['word/document.xml'] ?? new Uint8Array())).toMatch(/归档文件目录.*Z109-WS.*日志校验码/)
    expect((await andu('--year', '2025', '-o', '目录.pdf', '--json')).code).toBe(0)
    expect(readFileSync(join(folder, '目录.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('ARCHNO-21: refuses what it cannot write and says what can be', async () => {
    for (const argv of [[], ['--year', '25'], ['--year', '2025', '-o', '目录.xls'], ['--year', '2025', '--form', 'lid', '-o', 'a.docx'], ['--year', '2025', '--form', 'cover', '-o', 'a.csv'], ['--year', '2025', '--form', 'cover']]) {
      const { code, out, err } = await andu(...argv)
      expect([code, out, err === ''], argv.join(' ')).toEqual([2, '', false])
    }
    expect((await andu('--year', '1999', '-o', 'a.pdf')).code).toBe(6)
  })
})
