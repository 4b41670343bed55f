import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { sampleReport } from '../export/sampleReport'
import { runIn } from '../../support/commandLine'

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'andu 体检 '))
  writeFileSync(join(folder, '好.docx'), (await exportWord(sampleReport)).bytes)
  writeFileSync(join(folder, '居中.docx'), (await exportWord(sampleReport, { pageNumberPlace: 'centre' })).bytes)
  writeFileSync(join(folder, '坏.docx'), 'PK\u0003\u0004 word/document.xml')
  mkdirSync(join(folder, '空'))
  mkdirSync(join(folder, '输出'))
  writeFileSync(join(folder, '文.txt'), '不是 Word 文件')
})
afterAll(() => rmSync(folder, { recursive: true }))

const andu = (...argv: readonly string[]): ReturnType<typeof runIn> => runIn(folder, argv)

describe('conform', () => {
  it('CONFORM-5: prints the sheet as JSON and nothing else, and ends with 0 if all is well', async () => {
    const { code, out, err } = await andu('conform', '好.docx', '--json')
    expect([code, err]).toEqual([0, ''])
    const { clauses, ...rest } = JSON.parse(out)
    expect(rest).toEqual({})
    expect(clauses.length).toBeGreaterThanOrEqual(60)
    expect(Object.keys(clauses[0])).toEqual(['clause', 'item', 'required', 'found', 'result'])
    expect(new Set(clauses.map(({ result }: { readonly result: string }) => result))).toEqual(new Set(['pass', 'byHand']))
  })

  it('CONFORM-5: is readable without --json, what fails first, and ends with 1', async () => {
    const { code, out } = await andu('conform', '居中.docx')
    expect(code).toBe(1)
    expect(out.split('\n').slice(0, 4)).toEqual([
      '条款体检单：居中.docx', expect.stringMatching(/^共 \d+ 项：符合 \d+，不符 2，需人工核对 \d+$/), '不符\t7.5\t单页码的位置\t居中', '\t\t\t要求：居右空一字',
    ])
  })

  it('CONFORM-1: refuses what is no Word file, or a broken one, with one line and no stack', async () => {
    for (const name of ['坏.docx', '文.txt', '没有.docx']) {
      const { code, out, err } = await andu('conform', name)
      expect(code).toBeGreaterThanOrEqual(2)
      expect(out).toBe('')
      expect(err).not.toMatch(/\bat \b.*:\d+/)
      expect(err.trim()).not.toBe('')
    }
  })

  it('CONFORM-9: a folder gives a sheet for each file, and a broken one among them is told', async () => {
    const { code, out, err } = await andu('conform', '.', '--json')
    expect(code).toBe(3)
    expect(err.trim().split('\n').length).toBe(1)
    expect(JSON.parse(out).map(({ file }: { readonly file: string }) => file)).toEqual(['好.docx', '居中.docx'])
    expect((await andu('conform', '好.docx', '居中.docx')).code).toBe(1)
    expect((await andu('conform', '空')).code).toBe(2)
  })

  it('CONFORM-9: writes the sheet as a file, which passes itself', async () => {
    expect(await andu('conform', '居中.docx', '-o', '单.txt')).toEqual({ code: 1, out: '已导出：单.txt\n', err: '' })
    expect(readFileSync(join(folder, '单.txt'), 'utf8')).toContain('不符\t7.5\t单页码的位置\t居中')
    expect((await andu('conform', '居中.docx', '-o', '输出/单.docx')).code).toBe(1)
    expect((await andu('conform', '输出/单.docx')).code).toBe(0)
    expect((await andu('conform', '居中.docx', '-o', '居中.docx')).code).toBe(2)
    expect((await andu('conform', '居中.docx', '-o', '单.doc')).code).toBe(2)
  })
})
