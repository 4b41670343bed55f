import { describe, expect, it } from 'vitest'
import type { StorageIo } from '../../electron/storage/storageIo'
import { openGenerations } from '../../electron/storage/generations'
import { openDocument } from '../../electron/storage/openDocument'
import { openQuarantine } from '../../electron/storage/quarantine'
import { counted, countFormat, openCounter, quietSurroundings, storeRoot, type Count } from '../support/counterStore'
import { faultyDisk, type Fault } from '../support/faultyDisk'
import { simulatedDisk } from '../support/simulatedDisk'

const codes = ['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS', 'ENOENT', 'EEXIST', 'EDQUOT', 'ENOTSUP', 'EINVAL']
const crashes = 20
const saves = 3

interface Store {
  save(data: Count, base: number): Promise<{ readonly number: number; readonly conflictWith?: number }>
  read(): Promise<number>
}

type OpenStore = (io: StorageIo) => Promise<Store>

const openOurs: OpenStore = async (io) => {
  const document = await openCounter(io)
  return {
    save: async (data, base) => {
      const { revision, conflictWith } = await document.save(data, base, 'auto')
      return { number: revision.number, ...(conflictWith === undefined ? {} : { conflictWith }) }
    },
    read: async () => (await document.read())?.revision.data.count ?? 0,
  }
}

/** A store that forgets, after a failed flush of the folder, that the number may be taken by itself: each later save of the run meets a false conflict. */
const openForgetful: OpenStore = async (io) => {
  const surroundings = quietSurroundings(io)
  const folder = `${storeRoot}/reports/one`
  await io.mkdir(`${storeRoot}/reports`).catch(() => undefined)
  await io.mkdir(folder).catch(() => undefined)
  const anew = () => openDocument(openGenerations(surroundings, folder, countFormat, openQuarantine(surroundings, storeRoot, 'one')))
  return {
    save: async (data, base) => {
      const { revision, conflictWith } = await anew().save(data, base, 'auto')
      return { number: revision.number, ...(conflictWith === undefined ? {} : { conflictWith }) }
    },
    read: async () => (await anew().read())?.revision.data.count ?? 0,
  }
}

interface Outcome {
  readonly wrong: readonly string[]
  readonly hasFailed: boolean
  readonly calls: number
}

/** Three saves with one fault; then the same program goes on, and the disk is reopened after crashes. */
async function runWith(openStore: OpenStore, fault: Fault): Promise<Outcome> {
  const disk = simulatedDisk('weak', storeRoot)
  const io = faultyDisk(disk, fault)
  const wrong: string[] = []
  const say = (what: string): void => void wrong.push(`${fault.code} at ${fault.at}${fault.isForGood ? ' for good' : ''} ${fault.manner ?? ''}: ${what}`)
  let acknowledged = 0
  let base = 0
  let hasFailed = false
  const store = await openStore(io).catch(() => null)
  if (store === null) io.heal()
  const running = store ?? (await openStore(io))
  for (let count = 1; count <= saves; count += 1) {
    try {
      const saved = await running.save(counted(count), base)
      if (saved.conflictWith !== undefined) say(`false conflict with ${saved.conflictWith} at save ${count}`)
      base = saved.number
      acknowledged = count
    } catch {
      hasFailed = true
    }
  }
  for (let seed = 1; seed <= crashes; seed += 1) {
    const found = await openStore(disk.crash(seed)).then((reopened) => reopened.read()).catch(() => -1)
    if (found < acknowledged) say(`seed ${seed}: reopened with ${found}, acknowledged ${acknowledged}`)
  }
  io.heal()
  try {
    const saved = await running.save(counted(99), base)
    if (saved.conflictWith !== undefined) say('false conflict afterwards')
    if ((await running.read()) !== 99) say('the running program reads something else than it saved')
  } catch (error) {
    say(`the running program cannot save any more: ${String(error)}`)
  }
  const found = await openStore(disk.crash(1)).then((reopened) => reopened.read())
  if (found !== 99) say(`reopened with ${found} after the last save`)
  return { wrong, hasFailed: hasFailed || store === null, calls: io.calls() }
}

async function sweep(openStore: OpenStore): Promise<{ readonly runs: number; readonly failed: number; readonly wrong: readonly string[] }> {
  const { calls } = await runWith(openStore, { at: 0, code: '', isForGood: false })
  const faults: Fault[] = []
  for (let at = 1; at <= calls; at += 1) {
    for (const code of codes) for (const isForGood of [false, true]) faults.push({ at, code, isForGood }, ...(isForGood ? [] : [{ at, code, isForGood, manner: 'after' as const }]))
    faults.push({ at, code: '', isForGood: false, manner: 'short' })
  }
  const outcomes: Outcome[] = []
  for (const fault of faults) outcomes.push(await runWith(openStore, fault))
  return { runs: outcomes.length, failed: outcomes.filter((outcome) => outcome.hasFailed).length, wrong: outcomes.flatMap((outcome) => outcome.wrong) }
}

describe('a call to the disk that fails', () => {
  it('STORE-11: at whatever call, once or for good, no acknowledged save is lost and the same program can save again', async () => {
    const { runs, failed, wrong } = await sweep(openOurs)
    console.log(`fault sweep: ${runs} runs, each with ${crashes} crashes; ${failed} with an unacknowledged save; ${wrong.length} wrong`)
    expect(runs).toBeGreaterThan(1000)
    expect(failed).toBeGreaterThan(300)
    expect(wrong).toEqual([])
  })

  it('STORE-11: control: a store that forgets the numbers it used meets false conflicts', async () => {
    const { wrong } = await sweep(openForgetful)
    expect(wrong.filter((line) => line.includes('false conflict')).length).toBeGreaterThan(0)
  })
})
