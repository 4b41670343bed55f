import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyScheme } from '../../../shared/archive/archiveScheme'
import { runIn } from '../../support/commandLine'
import { openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
const andu = (...argv: readonly string[]): ReturnType<typeof runIn> => runIn(folder.path, ['archive', ...argv])

beforeEach(async () => {
  folder = tempFolder()
  const library = await openTempLibrary(join(folder.path, 'data'))
  valueOf(await library.writeSettings({ archive: { ...emptyScheme, fonds: 'Z109', fondsName: '青河县应急管理局' } }))
  for (const title of ['安全生产工作总结', '法治建设工作总结']) {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
    const { report, generation } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, title: [title] }, base: generation, cause: 'auto' }))
    valueOf(await library.setState({ id, state: 'final' }))
  }
  await library.close()
})
afterEach(() => folder.remove())

describe('a year on the command line', () => {
  it('SEAL-8, FILE-12, FILE-13, LOG-6: is filed, sealed, copied, verified and logged; a changed byte and a changed log are found', async () => {
    expect((await andu('file', '--year', '2025', '--fonds', 'z1', '--data', 'data')).code).toBe(2)
    const library = await openTempLibrary(join(folder.path, 'data'))
    const draft = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
    await library.close()
    const filed = JSON.parse((await andu('file', '--year', '2025', '--data', 'data', '--json')).out) as { filed: Array<{ number: string; pages: number }>; refused: unknown[] }
    expect(filed.filed.map(({ number }) => number)).toEqual(['Z109-WS·2025-D30-0001', 'Z109-WS·2025-D30-0002'])
    expect(filed.refused).toEqual([])
    const nothing = await andu('file', '--year', '2025', '--data', 'data')
    expect([nothing.out, nothing.err]).toEqual([expect.stringContaining('没有待归档'), expect.stringContaining('--all')])
    expect((await andu('file', '--year', '2025', '--all', '--fonds', 'Z110', '--data', 'data')).out).toContain(`Z110-WS·2025-D30-0003\t（没有标题）\t${draft.id}`)
    expect((await andu('seal', '--year', '2024', '--data', 'data')).code).toBe(6)
    const sealed = await andu('seal', '--year', '2025', '--data', 'data', '-o', 'disc', '--json')
    expect(sealed.code).toBe(0)
    expect(JSON.parse(sealed.out)).toMatchObject({ name: '2025-1', reports: 3, isNew: true, unfiled: [] })
    expect((await andu('verify', 'disc')).code).toBe(0)
    const again = await andu('seal', '--year', '2025', '--data', 'data', '-o', 'second')
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('可以拔出')])
    expect((await andu('seal', '--year', '2025', '--data', 'data', '-o', 'second')).code).not.toBe(0)
    const catalogue = join(folder.path, 'second', 'data', 'catalogue.csv')
    writeFileSync(catalogue, readFileSync(catalogue, 'utf8').replace('安全', '平安'))
    expect((await andu('verify', 'second')).code).toBe(1)

    const log = await andu('log', '--data', 'data', '-o', 'log.jsonl')
    expect([log.code, log.out.split('\n').filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t')[2])]).toEqual([0, ['归档', '归档', '归档', '封存年度', '复制封存档案', '复制封存档案']])
    expect(readFileSync(join(folder.path, 'log.jsonl'), 'utf8').trimEnd().split('\n').length).toBe(6)
    const entries = join(folder.path, 'data', 'log', '0000')
    unlinkSync(join(entries, readdirSync(entries).sort()[1] ?? ''))
    const broken = await andu('log', '--data', 'data')
    expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('缺第 2 笔')])
  })
})
