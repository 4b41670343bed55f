import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { inspectFile } from '../../../electron/import/inspectFile'
import type { Library } from '../../../electron/library/library'
import type { CheckStage } from '../../../shared/archive/checks/checkFacts'
import { runIn } from '../../support/commandLine'
import { openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let library: Library
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path, { exportWord: (report, readPicture, layout) => exportWord(report, layout, readPicture) })
})
afterEach(() => folder.remove())

/** A final report of 2025, dated in the days when these tests run. */
async function finalReport(title: string): Promise<string> {
  const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '清源县档案局' }))
  const { report, generation } = valueOf(await library.open({ id }))
  const content = { title: [title], signature: ['清源县档案局'], date: '2025年12月30日', blocks: [{ kind: 'text' as const, id: 'b1', level: 0 as const, runs: [{ text: '全年完成馆藏档案数字化12万页。' }] }] }
  valueOf(await library.save({ report: { ...report, ...content }, base: generation, cause: 'auto' }))
  valueOf(await library.setState({ id, state: 'final' }))
  return id
}

async function results(stage: CheckStage = 'filing'): Promise<Record<string, string>> {
  const { rows } = valueOf(await library.check({ year: 2025, stage }, inspectFile))
  return Object.fromEntries(rows.filter(({ result }) => result !== 'pass').map(({ id, result }) => [id, result]))
}

describe('四性检测 of a year', () => {
  it('CHECK-5: opens what was filed, and finds what was done to it since', async () => {
    const id = await finalReport('2025年工作总结')
    valueOf(await library.file({ id }))
    await finalReport('2025年普法总结')
    const before = await results()
    expect(before['contentFixity']).toBeUndefined()
    expect(before['fileFixity']).toBeUndefined()
    expect(before['filesOpen']).toBeUndefined()
    expect(before['metadataInContent']).toBeUndefined()
    expect(before['allFiled']).toBe('byHand')

    const place = join(folder.path, 'archive', '2025', id)
    const name = readdirSync(place).find((each) => each.endsWith('.docx')) ?? ''
    const whole = readFileSync(join(place, name))
    writeFileSync(join(place, name), whole.subarray(0, whole.length - 40))
    expect(await results()).toMatchObject({ fileFixity: 'fail', filesOpen: 'fail' })
    rmSync(join(place, name))
    expect(await results()).toMatchObject({ filesThere: 'fail' })
    writeFileSync(join(place, name), whole)
    expect(await results()).toEqual(before)
  })

  it('CHECK-5: a year without a filed report has nothing to check', async () => {
    expect(valueOf(await library.check({ year: 1999, stage: 'keeping' }, inspectFile)).records).toBe(0)
  })

  it('CHECK-5: the command line gives the same rows, writes the sheet, and ends with 1 while a check fails', async () => {
    valueOf(await library.file({ id: await finalReport('2025年工作总结') }))
    const { rows } = valueOf(await library.check({ year: 2025, stage: 'keeping' }, inspectFile))
    await library.close()
    const json = await runIn(folder.path, ['archive', 'check', '--year', '2025', '--data', '.', '--json'])
    expect(JSON.parse(json.out).rows).toEqual(JSON.parse(JSON.stringify(rows)))
    expect(json.code).toBe(rows.some(({ result }) => result === 'fail') ? 1 : 0)
    const told = await runIn(folder.path, ['archive', 'check', '--year', '2025', '--data', '.', '-o', 'sheet.docx'])
    expect(told.out).toContain('2025年度归档材料四性检测报告')
    expect(inspectFile(readFileSync(join(folder.path, 'sheet.docx'))).text).toContain('固化信息有效性')
    expect((await runIn(folder.path, ['archive', 'check', '--year', '2025', '--stage', 'other', '--data', '.'])).code).toBe(2)
    expect((await runIn(folder.path, ['archive', 'check', '--data', '.'])).code).toBe(2)
  })
})
