import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../../support/commandLine'
import { asText, oldFiles, oldReport, writeOldFiles } from '../../support/oldFolder'
import { tempFolder, type TempFolder } from '../../support/tempLibrary'
import { effort } from '../../support/effort'

let place: TempFolder
const andu = (...argv: readonly string[]): ReturnType<typeof runIn> => runIn(place.path, argv, { ANDU_DATA: join(place.path, 'data') })
const listed = async (): Promise<readonly { readonly title: string; readonly year: number }[]> => (JSON.parse((await andu('library', 'list', '--json')).out) as { reports: { title: string; year: number }[] }).reports

beforeEach(() => { place = tempFolder() })
afterEach(() => place.remove())

describe('andu import FOLDER', () => {
  it('FOLDER-11: imports what it can, names each refused file on one line, and ends with the code of the first', async () => {
    const files = oldFiles(30)
    mkdirSync(join(place.path, '旧'))
    writeOldFiles(join(place.path, '旧'), files)
    const { code, out, err } = await andu('import', '旧', '--report', '报告.csv')
    const refused = files.filter(({ fate }) => fate === 'refused')
    expect(err.trimEnd().split('\n')).toHaveLength(refused.length)
    for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/^andu: .+[。]$/)
    expect(err).not.toContain('    at ')
    expect([3, 4]).toContain(code)
    const reports = files.filter(({ fate }) => fate === 'report')
    expect(out).toContain(`已导入 ${reports.length} 份`)
    expect((await listed()).map(({ title }) => title).sort()).toEqual(reports.map(({ title }) => title).sort())
    const csv = readFileSync(join(place.path, '报告.csv'), 'utf8')
    expect(csv.startsWith('\ufeff"文件","结果"')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(files.length + 1)
    // Once more: nothing comes in twice, and what is known is said to be.
    const again = await andu('import', '旧', '--json')
    expect(again.code).toBe(code)
    expect(await listed()).toHaveLength(reports.length)
    const { rows } = JSON.parse(again.out) as { rows: { fate: string }[] }
    expect(rows.filter(({ fate }) => fate === 'stored')).toEqual([])
    expect(rows.filter(({ fate }) => fate === 'known')).toHaveLength(reports.length)
  })

  it('FOLDER-11: --dry-run lists the guesses and stores nothing; --year counts for every file; files and folders go together', async () => {
    mkdirSync(join(place.path, '旧'))
    const one = oldReport(5)
    writeFileSync(join(place.path, '旧', '甲.txt'), asText(one.lines))
    writeFileSync(join(place.path, '乙.txt'), asText(oldReport(6).lines))
    const dry = await andu('import', '旧', '乙.txt', '--dry-run')
    expect([dry.code, dry.err]).toEqual([0, ''])
    expect(dry.out).toContain(`${one.year}年`)
    expect(dry.out).toContain(`${one.title}  ← 甲.txt`)
    expect(dry.out).toContain('← 乙.txt')
    expect(dry.out).toContain('可以导入 2 份')
    // Another year is shown, and nothing of it kept.
    const dated = await andu('import', '旧', '乙.txt', '--dry-run', '--year', '1998', '--json')
    expect((JSON.parse(dated.out) as { rows: { year: number }[] }).rows.map(({ year }) => year)).toEqual([1998, 1998])
    expect((await andu('import', '旧', '乙.txt', '--dry-run')).out).toBe(dry.out)
    expect(await listed()).toEqual([])
    expect((await andu('import', '旧', '乙.txt', '--year', '2003')).code).toBe(0)
    expect((await listed()).map(({ year }) => year)).toEqual([2003, 2003])
  })

  it('FOLDER-11: a folder that cannot be read, and a name that no report can have, are refused', async () => {
    mkdirSync(join(place.path, '空'))
    expect(await andu('import', '空')).toMatchObject({ code: 0, out: expect.stringContaining('已导入 0 份'), err: '' })
    expect((await andu('import', '没有')).code).toBe(3)
    expect((await andu('import', '空', '--report', '报告.doc')).code).toBe(2)
  })

  it('CLI-3: a name with line ends and control characters is one line, on both outputs and in the report', async () => {
    mkdirSync(join(place.path, '旧\n料'))
    writeFileSync(join(place.path, '旧\n料', '甲\n\u001b[31m.txt'), asText(oldReport(5).lines))
    writeFileSync(join(place.path, '旧\n料', '坏\n.docx'), Buffer.from([0, 1, 2, 3]))
    const { code, out, err } = await andu('import', '旧\n料', '没\r\n有.txt', '--dry-run', '--report', 'r.txt')
    expect(code).toBe(3)
    expect(err.trimEnd().split('\n')).toHaveLength(2)
    expect(out).toContain('← 甲 [31m.txt\n')
    expect(readFileSync(join(place.path, 'r.txt'), 'utf8')).toContain('  甲 [31m.txt\r\n')
    expect(`${out}${err}${readFileSync(join(place.path, 'r.txt'), 'utf8')}`.replace(/\r?\n/g, '')).not.toMatch(/\p{Cc}/u)
  })

  it('CLI-3: paths that are no files, and a data folder that cannot be one, are named and refused', async () => {
    writeFileSync(join(place.path, '甲.txt'), asText(oldReport(5).lines))
    expect((await andu('text', '甲.txt/乙.txt'))).toMatchObject({ code: 3, err: expect.stringContaining('“乙.txt”') })
    expect((await andu('text', ''))).toMatchObject({ code: 2, err: expect.stringContaining('缺少参数') })
    expect(await andu('import', '甲.txt', '--data', '甲.txt')).toMatchObject({ code: 5, err: expect.stringContaining('“甲.txt”') })
  })

  it('FOLDER-9: a cell that a spreadsheet would take for a formula is disarmed', async () => {
    mkdirSync(join(place.path, '旧'))
    writeFileSync(join(place.path, '旧', '=HYPERLINK("x").txt'), asText(oldReport(9).lines))
    expect((await andu('import', '旧', '--report', 'a.csv')).code).toBe(0)
    expect(readFileSync(join(place.path, 'a.csv'), 'utf8')).toContain('"\'=HYPERLINK(""x"").txt"')
    expect((await andu('import', '旧', '--report', 'a.txt')).code).toBe(0)
    expect(readFileSync(join(place.path, 'a.txt'), 'utf8')).toContain('已导入 1 份')
    expect(existsSync(join(place.path, 'data', 'originals'))).toBe(true)
  })

  it('FOLDER-10: sixty small files take their share of the work that 500 may be in two minutes', async () => {
    mkdirSync(join(place.path, '旧'))
    writeOldFiles(join(place.path, '旧'), oldFiles(60, 3))
    expect(await effort(() => andu('import', '旧'))).toBeLessThan(100)
  })
})
