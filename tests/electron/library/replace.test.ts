import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { generationName } from '../../../shared/store/envelope'
import { openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let library: Library
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path)
})
afterEach(async () => {
  await library.close()
  folder.remove()
})

const query = { words: '旧名', matchWidth: false, matchCase: false, wholeWord: false }

async function write(year: number, ...texts: readonly string[]): Promise<string> {
  const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'general', year, unit: '某局' }))
  const { report, generation } = valueOf(await library.open({ id }))
  const blocks = texts.map((text, index) => ({ kind: 'text' as const, id: `b${index}`, level: 0 as const, runs: [{ text }] }))
  valueOf(await library.save({ report: { ...report, title: [`某局${year}年总结`], blocks, unknownKey: '留着' } as typeof report, base: generation, cause: 'auto' }))
  return id
}

const textOf = async (id: string): Promise<string> => valueOf(await library.open({ id })).report.blocks.map((block) => (block.kind === 'text' ? block.runs.map((run) => run.text).join('') : '')).join('|')
const files = (id: string): readonly string[] => readdirSync(join(folder.path, 'reports', id)).sort()
const preview = async () => valueOf(await library.previewReplace({ query, scope: { kind: 'all' } }))
const everything = (shown: Awaited<ReturnType<typeof preview>>) => shown.reports.filter(({ blocked }) => blocked === undefined).map(({ id, generation, places }) => ({ id, generation, chosen: places.map((_place, index) => index) }))

describe('replacing in many reports', () => {
  it('FIND-11: each report gets one new generation, and its former one stays', async () => {
    const ids = [await write(2024, '旧名一，旧名二', '无'), await write(2025, '旧名')]
    await write(2025, '没有')
    const before = ids.map(files)
    const shown = await preview()
    expect(shown.reports.map(({ year, total }) => [year, total])).toEqual([[2025, 1], [2024, 2]])
    const { done, refused } = valueOf(await library.replace({ query, replacement: '新名', reports: everything(shown) }))
    expect(refused).toEqual([])
    expect(done.map(({ replaced }) => replaced)).toEqual([1, 2])
    expect(await Promise.all(ids.map(textOf))).toEqual(['新名一，新名二|无', '新名'])
    ids.forEach((id, index) => { expect(files(id)).toEqual([...before[index] ?? [], generationName((before[index]?.length ?? 0) + 1)]) })
    expect(valueOf(await library.open({ id: ids[0] ?? '' })).report).toMatchObject({ unknownKey: '留着' })
    expect(valueOf(await library.search({ query: '新名', limit: 10 })).total).toBe(2)
  })

  it('FIND-11: what is not chosen stays', async () => {
    const id = await write(2025, '旧名，旧名', '旧名')
    const [report] = (await preview()).reports
    valueOf(await library.replace({ query, replacement: '', reports: [{ id, generation: report?.generation ?? 0, chosen: [0, 2] }] }))
    expect(await textOf(id)).toBe('，旧名|')
  })

  it('FIND-12: a report that changed since, was filed or went to the trash is left alone and named', async () => {
    const [changed, trashed, filed, good] = [await write(2021, '旧名'), await write(2022, '旧名'), await write(2023, '旧名'), await write(2024, '旧名')]
    const shown = await preview()
    const { report, generation } = valueOf(await library.open({ id: changed }))
    valueOf(await library.save({ report: { ...report, note: '改过' }, base: generation, cause: 'auto' }))
    valueOf(await library.trash({ id: trashed }))
    valueOf(await library.setState({ id: filed, state: 'final' }))
    valueOf(await library.file({ id: filed }))
    const kept = [changed, trashed, filed].map(files)
    const { done, refused } = valueOf(await library.replace({ query, replacement: '新名', reports: everything(shown) }))
    expect(done.map(({ id }) => id)).toEqual([good])
    expect(refused.map(({ title, error }) => `${title} ${error.code}`).sort()).toEqual(['某局2021年总结 changedMeanwhile', '某局2022年总结 reportTrashed', '某局2023年总结 reportFiled'])
    expect([changed, trashed, filed].map(files)).toEqual(kept)
    expect((await preview()).reports.map(({ id, blocked }) => [id, blocked?.code])).toEqual([[filed, 'reportFiled'], [changed, undefined]])
  })

  it('FIND-12: a disk that fails in between is told beside what was done', async () => {
    const [first, second] = [await write(2025, '旧名'), await write(2024, '旧名')]
    const shown = await preview()
    await library.close()
    const real = realSurroundings('linux')
    let isFull = false
    const io: typeof real.io = { ...real.io, link: async (from, to) => {
      if (isFull && to.includes(second)) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return real.io.link(from, to)
    } }
    library = await openTempLibrary(folder.path, { io })
    isFull = true
    const { done, refused } = valueOf(await library.replace({ query, replacement: '新名', reports: everything(shown) }))
    expect(done.map(({ id }) => id)).toEqual([first])
    expect(refused).toMatchObject([{ id: second, error: { code: 'diskFull' } }])
    isFull = false
    expect([await textOf(first), await textOf(second)]).toEqual(['新名', '旧名'])
  })

  it('FIND-13: 全部撤回 gives the former content back, but not over later work', async () => {
    const [untouched, later] = [await write(2025, '旧名'), await write(2024, '旧名')]
    const { done } = valueOf(await library.replace({ query, replacement: '新名', reports: everything(await preview()) }))
    const { report, generation } = valueOf(await library.open({ id: later }))
    valueOf(await library.save({ report: { ...report, note: '后来' }, base: generation, cause: 'auto' }))
    const back = valueOf(await library.takeBack({ reports: done.map(({ id, generation: number, former }) => ({ id, generation: number, former })) }))
    expect(back.done.map(({ id }) => id)).toEqual([untouched])
    expect(back.refused).toMatchObject([{ id: later, title: '某局2024年总结', error: { code: 'changedMeanwhile' } }])
    expect([await textOf(untouched), await textOf(later)]).toEqual(['旧名', '新名'])
  })

  it('FIND-13: a former generation that is damaged is not brought back', async () => {
    const id = await write(2025, '旧名')
    const { done } = valueOf(await library.replace({ query, replacement: '新名', reports: everything(await preview()) }))
    const former = done[0]?.former ?? 0
    const path = join(folder.path, 'reports', id, generationName(former))
    writeFileSync(path, readFileSync(path, 'utf8').replace('旧名', '坏名'))
    expect(valueOf(await library.takeBack({ reports: [{ id, generation: done[0]?.generation ?? 0, former }] }))).toMatchObject({ done: [], refused: [{ error: { code: 'reportDamaged' } }] })
    expect(await textOf(id)).toBe('新名')
  })
})
