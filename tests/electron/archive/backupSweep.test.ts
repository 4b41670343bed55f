import { describe, expect, it } from 'vitest'
import { backUp } from '../../../electron/archive/backup/backUp'
import { prepareBackupPlace } from '../../../electron/archive/backup/backupPlace'
import { restoreFolder } from '../../../electron/archive/backup/restoreFolder'
import { openLibrary } from '../../../electron/library/openLibrary'
import { errnoOf, type StorageIo } from '../../../electron/storage/storageIo'
import { listTree } from '../../../electron/storage/folderTree'
import { sha256 } from '../../../electron/storage/generationFile'
import { AppFailure } from '../../../shared/base/errors'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type CrashModel, type SimulatedDisk } from '../../support/simulatedDisk'
import { fakeWord, valueOf } from '../../support/tempLibrary'

const place = '/usb'
const seeds = 8

async function edit(io: StorageIo, program: number, count: number): Promise<void> {
  const library = valueOf(await openLibrary({ ...quietSurroundings(io, program), folder: storeRoot, exportWord: fakeWord, untitled: '未命名' }))
  for (let index = 0; index < count; index += 1) valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '' }))
  await library.close()
}

const run = (io: StorageIo, program: number) => backUp(quietSurroundings(io, program), { place, data: storeRoot, folderId: 'f' })

/** The content of a folder as one text. */
async function content(io: StorageIo, folder: string): Promise<string> {
  const files = await listTree(io, folder, (path) => path !== 'cache' && path !== 'leases')
  return (await Promise.all(files.map(async ({ path }) => `${path} ${sha256(await io.read(`${folder}/${path}`))}`))).join('\n')
}

/** A disk with one finished backup, and data that are newer. */
async function prepared(model: CrashModel): Promise<{ readonly disk: SimulatedDisk; readonly before: string; readonly after: string }> {
  const disk = simulatedDisk(model, storeRoot, place)
  await edit(disk, 1, 2)
  await prepareBackupPlace(quietSurroundings(disk, 2), place)
  await run(disk, 2)
  const before = await content(disk, storeRoot)
  await edit(disk, 3, 1)
  return { disk, before, after: await content(disk, storeRoot) }
}

async function restored(disk: SimulatedDisk, name: string, program: number): Promise<string> {
  const { missing } = await restoreFolder(quietSurroundings(disk, program), { place, target: `/${name}` })
  return missing.length > 0 ? `missing ${missing.join()}` : content(disk, `/${name}`)
}

/** What is wrong after power cuts at every call of a second backup through `through`. */
async function sweepCrashes(model: CrashModel, through: (disk: SimulatedDisk) => StorageIo): Promise<{ readonly states: number; readonly wrong: readonly string[] }> {
  const { disk, before, after } = await prepared(model)
  const moments: SimulatedDisk[] = []
  disk.onOperation = () => moments.push(disk.freeze())
  await run(through(disk), 4)
  disk.onOperation = null
  const wrong: string[] = []
  let states = 0
  for (const [index, moment] of [...moments, disk.freeze()].entries()) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const found = moment.crash(seed * 97 + index)
      const first = await restored(found, 'one', 5).catch((error: unknown) => String(error))
      if (first !== before && first !== after) wrong.push(`${model} ${index}/${seed}: ${first.slice(0, 80)}`)
      if (index === moments.length && first !== after) wrong.push(`${model} ${index}/${seed}: acknowledged and lost`)
      await run(found, 6).catch(() => undefined)
      if ((await restored(found, 'two', 7).catch((error: unknown) => String(error))) !== after) wrong.push(`${model} ${index}/${seed}: the next run did not make it whole`)
      states += 1
    }
  }
  return { states, wrong }
}

describe('a backup that is cut off', () => {
  it('BACKUP-3: after a power cut at any call a snapshot restores the former or the new state exactly, and the next run completes it', async () => {
    let states = 0
    for (const model of ['ordered', 'weak'] as const) {
      const swept = await sweepCrashes(model, (disk) => disk)
      expect(swept.wrong).toEqual([])
      states += swept.states
    }
    console.log(`backup: ${states} crash states, seeds 1–${seeds}`)
    expect(states).toBeGreaterThan(1000)
  })

  it('BACKUP-3, control: without flushing the same sweep finds loss', async () => {
    const swept = await sweepCrashes('weak', (disk) => ({ ...disk, fsync: () => Promise.resolve(), flushDirectory: () => Promise.resolve('flushed' as const) }))
    expect(swept.wrong.length).toBeGreaterThan(0)
  })

  it('BACKUP-3: whatever call fails, once or for good, the former snapshot restores, and the next run completes it', async () => {
    let faults = 0
    for (const code of ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'ENOENT', 'EMFILE']) {
      for (const isForGood of [false, true]) {
        const { disk: ready, before, after } = await prepared('ordered')
        const counting = faultyDisk(ready.freeze(), { at: 0, code, isForGood })
        await run(counting, 4)
        for (let at = 1; at <= counting.calls(); at += isForGood ? 3 : 1) {
          const disk = ready.freeze()
          const outcome = await run(faultyDisk(disk, { at, code, isForGood }), 4).then(() => null, (error: unknown) => error)
          if (outcome !== null && !(outcome instanceof AppFailure) && errnoOf(outcome) === '') throw outcome
          expect([before, after]).toContain(await restored(disk, 'one', 5))
          await run(disk, 6)
          expect(await restored(disk, 'two', 7)).toBe(after)
          faults += 1
        }
      }
    }
    console.log(`backup: ${faults} faults`)
    expect(faults).toBeGreaterThan(500)
  })
})

describe('restoring everything, cut off', () => {
  it('BACKUP-6: after a power cut or a failure at any call the new folder is not there, or it is whole', async () => {
    let states = 0
    for (const model of ['ordered', 'weak'] as const) {
      const { disk, before } = await prepared(model)
      const moments: SimulatedDisk[] = []
      disk.onOperation = () => moments.push(disk.freeze())
      await restoreFolder(quietSurroundings(disk, 4), { place, target: '/new' })
      disk.onOperation = null
      for (const [index, moment] of [...moments, disk.freeze()].entries()) {
        for (let seed = 1; seed <= 2 * seeds; seed += 1) {
          const found = moment.crash(seed * 61 + index)
          const names = await found.readdir('/')
          if (names.includes('new')) expect(await content(found, '/new')).toBe(before)
          else expect(index).toBeLessThan(moments.length)
          states += 1
        }
      }
      const counting = faultyDisk(disk, { at: 0, code: 'EIO', isForGood: false })
      await restoreFolder(quietSurroundings(counting, 5), { place, target: '/counted' })
      for (let at = 1; at <= counting.calls(); at += 1) {
        const victim = disk.freeze()
        const outcome = await restoreFolder(quietSurroundings(faultyDisk(victim, { at, code: at % 2 === 0 ? 'EIO' : 'ENOSPC', isForGood: false }), 6), { place, target: '/other' }).catch(() => null)
        if (outcome?.missing.length === 0) expect(await content(victim, '/other')).toBe(before)
        states += 1
      }
    }
    console.log(`restore: ${states} states, seeds 1–${2 * seeds}`)
    expect(states).toBeGreaterThan(1000)
  })
})

describe('restoring one report, cut off', () => {
  it('BACKUP-7: after a power cut or a failure at any call the library has the report whole or not at all, and everything else as before', async () => {
    const open = async (io: StorageIo, program: number) => valueOf(await openLibrary({ ...quietSurroundings(io, program), folder: storeRoot, exportWord: fakeWord, untitled: '未命名' }))
    const found = async (io: StorageIo, program: number): Promise<string> => {
      const library = await open(io, program)
      const { reports, damaged } = valueOf(await library.list())
      const rows = await Promise.all(reports.map(async ({ id, title }) => `${id} ${title} ${valueOf(await library.versions({ id })).versions.length}`))
      return [...rows.sort(), ...damaged.map(({ code }) => code)].join('\n')
    }
    let states = 0
    const outcomes = { before: 0, after: 0 }
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot, place)
      const library = await open(disk, 1)
      const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '' }))
      for (const title of ['一', '二']) {
        const { report, generation } = valueOf(await library.open({ id }))
        valueOf(await library.save({ report: { ...report, title: [title] }, base: generation, cause: 'manual' }))
      }
      await prepareBackupPlace(quietSurroundings(disk, 2), place)
      valueOf(await library.backups.backUp({ place }))
      const before = await found(disk.freeze(), 3)
      const ready = disk.freeze()
      const moments: SimulatedDisk[] = []
      disk.onOperation = () => moments.push(disk.freeze())
      const restored = valueOf(await library.backups.restoreReport({ place, id }))
      disk.onOperation = null
      expect(restored).toMatchObject({ isCopy: true, generations: 3, missing: [] })
      const after = await found(disk.freeze(), 4)
      for (const [index, moment] of [...moments, disk.freeze()].entries()) {
        for (let seed = 1; seed <= seeds; seed += 1) {
          const state = await found(moment.crash(seed * 71 + index), 5)
          expect(index === moments.length ? [after] : [before, after]).toContain(state)
          outcomes[state === after ? 'after' : 'before'] += 1
          states += 1
        }
      }
      for (let at = 1; at <= moments.length; at += 1) {
        const victim = ready.freeze()
        const opened = await open(victim, 6)
        const faulty = await openLibrary({ ...quietSurroundings(faultyDisk(victim, { at, code: at % 2 === 0 ? 'EIO' : 'ENOSPC', isForGood: at % 3 === 0 }), 6), folder: storeRoot, exportWord: fakeWord, untitled: '未命名' })
        if (faulty.ok) await faulty.value.backups.restoreReport({ place, id })
        await opened.close()
        expect((await found(victim, 7)).split('\n').filter((row) => row.startsWith(id))).toEqual(before.split('\n'))
        states += 1
      }
    }
    console.log(`restore one report: ${states} states, seeds 1–${seeds}, ${outcomes.before} before, ${outcomes.after} after`)
    expect(Math.min(outcomes.before, outcomes.after)).toBeGreaterThan(0)
  })
})
