import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import { countingIds } from '../../../shared/base/ids'
import { emptyContent } from '../../../shared/outline/reportContent'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { fakeWord, valueOf } from '../../support/tempLibrary'

const newId = countingIds()
const content = (text: string) => ({ ...emptyContent, title: [`${text}2025年总结`], blocks: [{ kind: 'text' as const, id: newId(), level: 0 as const, runs: [{ text }] }] })

function openOn(io: StorageIo, program: number, clock?: () => number) {
  const surroundings = quietSurroundings(io, program)
  return openLibrary({ ...surroundings, clock: clock ?? surroundings.clock, folder: storeRoot, exportWord: fakeWord, untitled: '未命名' })
}

/** A day's work; `done` is told the facts that hold from then on. */
async function work(library: Library, done: (key: string, value: string) => void): Promise<void> {
  for (let day = 1; day <= 3; day += 1) {
    const imported = valueOf(await library.importReport({ content: content(`第${day}日`), original: { name: `${day}.txt`, bytes: Buffer.from(`file ${day}`) } }))
    done(imported.id, `第${day}日2025年总结 draft`)
    const { report, generation } = valueOf(await library.open({ id: imported.id }))
    valueOf(await library.save({ report: { ...report, title: [`改${day}`] }, base: generation, cause: 'auto' }))
    done(imported.id, `改${day} draft`)
    valueOf(await library.setState({ id: imported.id, state: 'final' }))
    done(imported.id, `改${day} final`)
    const copy = valueOf(await library.duplicate({ id: imported.id }))
    done(copy.id, `改${day} draft`)
  }
}

describe('a power cut anywhere in the library’s work', () => {
  it('STORE-4: every new report, edit and state that was acknowledged is there, new folders and imported files included', async () => {
    let states = 0
    const wrong: string[] = []
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot)
      const facts = new Map<string, string>()
      const moments: Array<{ readonly disk: SimulatedDisk; readonly facts: ReadonlyMap<string, string>; readonly count: number }> = []
      const library = valueOf(await openOn(disk, 1))
      disk.onOperation = (count) => void (count % 2 === 0 && moments.push({ disk: disk.freeze(), facts: new Map(facts), count }))
      await work(library, (key, value) => facts.set(key, value))
      disk.onOperation = null
      for (const moment of moments) {
        for (let seed = 1; seed <= 12; seed += 1) {
          const crashed = moment.disk.crash(seed * 131 + moment.count)
          const { reports, damaged } = valueOf(await valueOf(await openOn(crashed, 2)).list())
          const found = new Map(reports.map((report) => [report.id, `${report.title} ${report.state}`]))
          for (const [id, value] of moment.facts) if (rank(found.get(id)) < rank(value)) wrong.push(`${model} ${moment.count}/${seed}: ${found.get(id) ?? 'nothing'}, acknowledged ${value}`)
          if (damaged.length > 0) wrong.push(`${model} ${moment.count}/${seed}: ${JSON.stringify(damaged)}`)
          const originals = await crashed.readdir(`${storeRoot}/originals`)
          if (originals.filter((name) => name.endsWith('.bin')).length < moment.facts.size / 2) wrong.push(`${model} ${moment.count}/${seed}: imported file lost`)
          states += 1
        }
      }
    }
    console.log(`library: ${states} crash states, ${wrong.length} wrong`)
    expect(states).toBeGreaterThan(1000)
    expect(wrong).toEqual([])
  })

  /** How far a report has come: first title, changed title, final. */
  function rank(value: string | undefined): number {
    return value === undefined ? 0 : value.endsWith('final') ? 3 : value.startsWith('改') ? 2 : 1
  }

  it('STORE-11: after any failed call of an import the same program can import again, and nothing is there twice', async () => {
    let runs = 0
    for (const code of ['EIO', 'ENOSPC', 'EPERM', 'EEXIST']) {
      for (let at = 60; at < 110; at += 1) {
        const io = faultyDisk(simulatedDisk('weak', storeRoot), { at, code, isForGood: true })
        const opened = await openOn(io, 1)
        if (!opened.ok) continue
        const given = { content: content('导入'), original: { name: 'a.txt', bytes: Buffer.from('a') } }
        const first = await opened.value.importReport(given)
        io.heal()
        const second = valueOf(await opened.value.importReport(given))
        // An import that was told to have failed may be there all the same: then it is found, not made twice.
        if (first.ok) expect(second.isKnown, `${code} at ${at}`).toBe(true)
        expect(valueOf(await opened.value.list()).reports.filter((report) => !report.isTrashed).length).toBe(1)
        runs += 1
      }
    }
    expect(runs).toBeGreaterThan(50)
  })
})

describe('the clock', () => {
  it('STORE-2: set to 1970, 2099 or back in mid-work, the newest save is opened and nothing is thinned away', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    let now = Date.parse('2026-01-05T08:00:00Z')
    const clock = (): number => (now += 1000)
    const library = valueOf(await openOn(disk, 1, clock))
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))
    let generation = 1
    for (const day of ['1970-01-01', '2099-12-31', '2001-09-09', '2038-01-19', '2026-01-05', '9999-12-31', '2025-01-01']) {
      now = Date.parse(`${day}T00:00:00Z`)
      for (let save = 0; save < 25; save += 1) {
        const { report } = valueOf(await library.open({ id }))
        generation = valueOf(await library.save({ report: { ...report, title: [`${day} ${save}`] }, base: generation, cause: 'auto' })).generation
      }
      const other = valueOf(await openOn(disk.crash(1), 2, clock))
      expect(valueOf(await other.open({ id })).report.title).toEqual([`${day} 24`])
      expect(valueOf(await other.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' })).id).toMatch(/^r-[0-9a-z]{26}$/)
    }
    expect(generation).toBe(176)
  })
})
