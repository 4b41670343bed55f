import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { searchPlaces } from '../../../electron/library/indexEntry'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import { searchReports } from '../../../shared/search/searchReports'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import { fakeWord, openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const presence = { holder: { computer: 'pc', processId: process.pid }, isAlive: () => true, every: () => () => undefined }

async function write(library: Library, title: string, from?: string): Promise<string> {
  const id = from ?? valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2024, unit: '' })).id
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, title: [title] }, base: generation, cause: 'auto' }))
  return id
}

describe('segments of the search', () => {
  it('LIB-17: small and outdated ones are joined and taken away when the program that is alone closes, and nothing is lost', async () => {
    const folder = tempFolder()
    const segments = (): readonly string[] => readdirSync(join(folder.path, 'cache', 'search'))
    let most = 0
    let first = ''
    for (let day = 1; day <= 14; day += 1) {
      const library = await openTempLibrary(folder.path, { presence })
      await library.list()
      const id = await write(library, `白鹭第${day}日`)
      if (day === 1) first = id
      await write(library, `白鹭改于第${day}日`, first)
      await library.close()
      most = Math.max(most, segments().length)
    }
    expect(most).toBeGreaterThan(3)
    expect(segments().length).toBeLessThan(8)
    writeFileSync(join(folder.path, 'cache', 'search', 's99999999.txt'), 'of nobody')
    const library = await openTempLibrary(folder.path, { presence })
    const { total, hits } = valueOf(await library.search({ query: '白鹭', limit: 50 }))
    expect(total).toBe(14)
    expect(hits.map(({ title }) => title)).toContain('白鹭改于第14日')
    await library.close()
    expect(segments()).not.toContain('s99999999.txt')
    folder.remove()
  })

  it('LIB-17: after a power cut at any moment a search gives what a scan of the reports gives', async () => {
    const open = (io: StorageIo, program: number) => openLibrary({ ...quietSurroundings(io, program), folder: storeRoot, exportWord: fakeWord, untitled: '未命名', presence }).then(valueOf)
    const wrong: string[] = []
    let states = 0
    let found = 0
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot)
      const moments: Array<{ readonly disk: SimulatedDisk; readonly count: number }> = []
      disk.onOperation = (count) => void (count > 60 && count % 9 === 0 && moments.push({ disk: disk.freeze(), count }))
      let first = ''
      for (let run = 1; run <= 3; run += 1) {
        const library = await open(disk, run)
        const id = await write(library, `白鹭第${run}次`)
        first ||= id
        await write(library, `白鹭改于第${run}次`, first)
        valueOf(await library.search({ query: '白鹭', limit: 9 }))
        await library.close()
      }
      disk.onOperation = null
      for (const moment of moments) {
        for (let seed = 1; seed <= 3; seed += 1) {
          const library = await open(moment.disk.crash(seed * 131 + moment.count), 9)
          const { reports } = valueOf(await library.list())
          const searchable = []
          for (const { id } of [...reports].sort((a, b) => (a.id < b.id ? 1 : -1))) {
            const { report } = valueOf(await library.open({ id }))
            searchable.push({ reportId: id, year: report.year, title: report.title.join(''), places: searchPlaces(report) })
          }
          const expected = searchReports(searchable, '白鹭', 9)
          const answer = valueOf(await library.search({ query: '白鹭', limit: 9 }))
          if (JSON.stringify(answer) !== JSON.stringify({ ...expected, isComplete: true })) wrong.push(`${model} ${moment.count}/${seed}: ${answer.total} instead of ${expected.total}`)
          states += 1
          found += expected.total
        }
      }
    }
    console.log(`search: ${states} crash states, ${wrong.length} wrong`)
    expect(states).toBeGreaterThan(100)
    expect(found).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })
})
