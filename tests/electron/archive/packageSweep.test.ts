import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { quietSurroundings } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type CrashModel, type SimulatedDisk } from '../../support/simulatedDisk'
import { fakeWord, valueOf } from '../../support/tempLibrary'

const path = '/usb/p'

async function open(io: StorageIo, folder: string, program: number): Promise<Library> {
  return valueOf(await openLibrary({ ...quietSurroundings(io, program), folder, exportWord: fakeWord, untitled: '未命名' }))
}

async function write(library: Library, title: string, id?: string): Promise<string> {
  const report = id ?? valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '' })).id
  const opened = valueOf(await library.open({ id: report }))
  valueOf(await library.save({ report: { ...opened.report, title: [title] }, base: opened.generation, cause: 'manual' }))
  return report
}

/** What a clerk finds: every report with its text, its mark and the number of its versions. */
async function found(io: StorageIo, program: number): Promise<string> {
  const library = await open(io, '/here', program)
  const { reports, damaged } = valueOf(await library.list())
  const rows = await Promise.all(reports.map(async ({ id, title, hasTwoHeads }) => `${id} ${title} ${hasTwoHeads ?? false} ${valueOf(await library.versions({ id })).versions.length}`))
  return [...rows.sort(), ...damaged.map(({ code }) => code)].join('\n')
}

/** A package with a report that is new here, one that was edited on both sides and one that went on there. */
async function prepared(model: CrashModel): Promise<{ readonly disk: SimulatedDisk; readonly before: string }> {
  const disk = simulatedDisk(model, '/here', '/there', '/usb')
  const here = await open(disk, '/here', 1)
  const both = await write(here, '甲')
  const onward = await write(here, '乙')
  valueOf(await here.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: '/usb/first', program: '' }))
  const there = await open(disk, '/there', 2)
  valueOf(await there.transfer.unpack({ path: '/usb/first' }))
  await write(there, '那边', both)
  await write(there, '乙二', onward)
  await write(there, '丙')
  valueOf(await there.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: path, program: '' }))
  await write(here, '这边', both)
  await there.close()
  await here.close()
  return { disk, before: await found(disk.freeze(), 3) }
}

async function unpackOn(io: StorageIo, program: number): Promise<string> {
  const library = await open(io, '/here', program)
  const outcome = await library.transfer.unpack({ path })
  return outcome.ok ? 'done' : outcome.error.code
}

async function sweep(model: CrashModel, seeds: number, through: (disk: SimulatedDisk) => StorageIo): Promise<{ readonly states: number; readonly wrong: readonly string[]; readonly afters: number }> {
  const { disk, before } = await prepared(model)
  const moments: SimulatedDisk[] = []
  const library = await open(through(disk), '/here', 4)
  disk.onOperation = () => moments.push(disk.freeze())
  valueOf(await library.transfer.unpack({ path }))
  disk.onOperation = null
  const after = await found(disk.freeze(), 5)
  const wrong: string[] = []
  let states = 0
  let afters = 0
  for (const [index, moment] of [...moments, disk.freeze()].entries()) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const crashed = moment.crash(seed * 89 + index)
      const state = await found(crashed, 6).catch((error: unknown) => String(error))
      if (state === after) afters += 1
      else if (state !== before || index === moments.length) wrong.push(`${model} ${index}/${seed}: ${state}`)
      if (seed === 1 && ((await unpackOn(crashed, 7)) !== 'done' || (await found(crashed, 8)) !== after)) wrong.push(`${model} ${index}/${seed}: importing again did not complete it`)
      states += 1
    }
  }
  return { states, wrong, afters }
}

describe('importing a package, cut off', () => {
  it('PACK-8: after a power cut at any call the library has all of the package or nothing, and importing again completes it', async () => {
    let states = 0
    for (const model of ['ordered', 'weak'] as const) {
      const swept = await sweep(model, 3, (disk) => disk)
      expect(swept.wrong).toEqual([])
      expect(swept.afters).toBeGreaterThan(0)
      expect(swept.afters).toBeLessThan(swept.states)
      states += swept.states
    }
    console.log(`unpack: ${states} crash states, seeds 1–3`)
    expect(states).toBeGreaterThan(1500)
  })

  it('PACK-8, control: without flushing the same sweep finds half packages', async () => {
    const swept = await sweep('weak', 1, (disk) => ({ ...disk, fsync: () => Promise.resolve(), flushDirectory: () => Promise.resolve('flushed' as const) }))
    expect(swept.wrong.length).toBeGreaterThan(0)
  })

  it('PACK-8: whatever call fails, all of it or nothing is there at the next start', async () => {
    const { disk: ready, before } = await prepared('ordered')
    const counting = faultyDisk(ready.freeze(), { at: 0, code: 'EIO', isForGood: false })
    const whole = ready.freeze()
    expect(await unpackOn(whole, 4)).toBe('done')
    const after = await found(whole, 5)
    await unpackOn(counting, 4)
    const outcomes: Record<string, number> = {}
    let faults = 0
    for (let at = 1; at <= counting.calls(); at += 1) {
      const code = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'ENOENT'][at % 5] ?? 'EIO'
      const disk = ready.freeze()
      const faulty = faultyDisk(disk, { at, code, isForGood: at % 3 === 0 })
      const opened = await openLibrary({ ...quietSurroundings(faulty, 4), folder: '/here', exportWord: fakeWord, untitled: '未命名' })
      const outcome = opened.ok ? await opened.value.transfer.unpack({ path }) : opened
      const told = outcome.ok ? 'done' : outcome.error.code
      outcomes[told] = (outcomes[told] ?? 0) + 1
      const state = await found(disk, 6)
      expect([before, after]).toContain(state)
      if (told === 'done') expect(state).toBe(after)
      faults += 1
    }
    console.log(`unpack: ${faults} faults, ${JSON.stringify(outcomes)}`)
    expect(faults).toBeGreaterThan(300)
  })
})
