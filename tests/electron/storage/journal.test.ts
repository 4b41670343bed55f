import { describe, expect, it } from 'vitest'
import { replayOperations, runOperation, type CutOff, type Operation } from '../../../electron/storage/journal'
import { ensureFolder, publish } from '../../../electron/storage/publish'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { AppFailure } from '../../../shared/base/errors'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { chance, simulatedDisk, type CrashModel, type SimulatedDisk } from '../../support/simulatedDisk'

const bytesOf = (text: string): Uint8Array => Buffer.from(text.repeat(40), 'utf8')
const names = ['甲', '乙', '丙']

/** Three files in three folders and one finished folder that gets its name. */
const operation: Operation = {
  kind: 'file', subject: 'r-1',
  steps: [
    { kind: 'publish', folder: 'a', name: 'claim.json', bytes: bytesOf('甲'), decides: true },
    { kind: 'publish', folder: 'a/deep', name: 'word.bin', bytes: bytesOf('乙') },
    { kind: 'rename', folder: 'b', from: '.building-x', name: 'package' },
    { kind: 'publish', folder: 'c', name: 'g0000000001.json', bytes: bytesOf('丙') },
  ],
}

async function setUp(model: CrashModel): Promise<SimulatedDisk> {
  const disk = simulatedDisk(model, storeRoot, `${storeRoot}/intents`, `${storeRoot}/quarantine`)
  for (const folder of [['a', 'deep'], ['b', '.building-x'], ['c']]) await ensureFolder(disk, storeRoot, ...folder)
  await publish(quietSurroundings(disk, 9), `${storeRoot}/b/.building-x`, 'seal.json', bytesOf('封'))
  return disk
}

/** How many of the four steps are to be seen, and whether anything is there that is neither before nor after. */
async function look(io: StorageIo): Promise<{ readonly steps: number; readonly isWhole: boolean }> {
  const read = async (path: string): Promise<string | null> => io.read(`${storeRoot}/${path}`).then((bytes) => Buffer.from(bytes).toString('utf8'), () => null)
  const files = [await read('a/claim.json'), await read('a/deep/word.bin'), await read('c/g0000000001.json')]
  const folders = await io.readdir(`${storeRoot}/b`)
  const sealed = (await read('b/package/seal.json')) ?? (await read('b/.building-x/seal.json'))
  const isRight = files.every((text, index) => text === null || text === (names[index] ?? '').repeat(40)) && folders.length === 1 && sealed === '封'.repeat(40)
  const steps = files.filter((text) => text !== null).length + (folders[0] === 'package' ? 1 : 0)
  return { steps, isWhole: isRight && (steps === 0 || steps === operation.steps.length) }
}

const replay = (io: StorageIo, program: number): Promise<readonly CutOff[]> => replayOperations(quietSurroundings(io, program), storeRoot)

describe('an operation over many files', () => {
  it('JOURNAL-1, JOURNAL-2: publishes every step and leaves nothing behind; a cut-off one is told', async () => {
    const disk = await setUp('ordered')
    expect(await runOperation(quietSurroundings(disk), storeRoot, operation)).toBe('done')
    expect(await look(disk)).toEqual({ steps: 4, isWhole: true })
    expect(await disk.readdir(`${storeRoot}/intents`)).toEqual([])
    expect(await replay(disk, 2)).toEqual([])
  })

  it('JOURNAL-2, JOURNAL-3: is wholly done or wholly undone after a crash at any call, a second crash while it is finished included', async () => {
    const counts = { states: 0, done: 0, undone: 0, twice: 0 }
    const wrong: string[] = []
    for (const model of ['ordered', 'weak'] as const) {
      const disk = await setUp(model)
      const moments: SimulatedDisk[] = []
      disk.onOperation = () => moments.push(disk.freeze())
      expect(await runOperation(quietSurroundings(disk, 1), storeRoot, operation)).toBe('done')
      disk.onOperation = null
      const acknowledged = disk.freeze()
      for (const [at, moment] of [...moments, acknowledged].entries()) {
        for (let seed = 1; seed <= 24; seed += 1) {
          const crashed = moment.crash(seed * 131 + at)
          const seconds: SimulatedDisk[] = []
          const place = `${model} ${at}/${seed}`
          if (seed % 3 === 0) crashed.onOperation = () => void seconds.push(crashed.freeze())
          const told = await replay(crashed, 2)
          crashed.onOperation = null
          counts[await check(crashed, told, moment === acknowledged, place)] += 1
          for (const [again, second] of seconds.entries()) {
            const twice = second.crash(seed + again)
            await check(twice, await replay(twice, 3), moment === acknowledged, `${place} again ${again}`)
            counts.twice += 1
          }
        }
      }
    }
    console.log(`journal: ${counts.states} crash states and ${counts.twice} second crashes, ${counts.done} done, ${counts.undone} undone, ${wrong.length} wrong`)
    expect(wrong).toEqual([])
    expect(counts.states + counts.twice).toBeGreaterThan(6000)
    expect(Math.min(counts.done, counts.undone)).toBeGreaterThan(200)

    async function check(found: SimulatedDisk, told: readonly CutOff[], mustBeDone: boolean, place: string): Promise<'done' | 'undone'> {
      counts.states += 1
      const { steps, isWhole } = await look(found)
      if (!isWhole || (mustBeDone && steps === 0)) wrong.push(`${place}: ${steps} of 4 steps`)
      if (told.some(({ outcome }) => (outcome === 'finished') !== steps > 0)) wrong.push(`${place}: told ${JSON.stringify(told)}, found ${steps}`)
      const left = await found.readdir(`${storeRoot}/intents`)
      if (left.some((name) => /^i-/.test(name))) wrong.push(`${place}: left ${left.join()}`)
      return steps > 0 ? 'done' : 'undone'
    }
  })

  it('JOURNAL-2: control: the same files published one after another are found half done', async () => {
    let halves = 0
    let states = 0
    const disk = await setUp('ordered')
    const moments: SimulatedDisk[] = []
    disk.onOperation = () => moments.push(disk.freeze())
    for (const step of operation.steps) {
      if (step.kind === 'publish') await publish(quietSurroundings(disk), `${storeRoot}/${step.folder}`, step.name, step.bytes)
      else await disk.rename(`${storeRoot}/${step.folder}/${step.from}`, `${storeRoot}/${step.folder}/${step.name}`)
    }
    disk.onOperation = null
    for (const [at, moment] of moments.entries()) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const crashed = moment.crash(seed * 131 + at)
        await replay(crashed, 2)
        if (!(await look(crashed)).isWhole) halves += 1
        states += 1
      }
    }
    console.log(`journal, control without it: ${halves} of ${states} states half done`)
    expect(halves).toBeGreaterThan(50)
  })

  it('JOURNAL-5: whichever call fails, it is wholly done or undone as soon as the disk allows, and never said to be done when it is not', async () => {
    let runs = 0
    const outcomes = new Map<string, number>()
    for (const code of ['EIO', 'ENOSPC', 'EPERM', 'EROFS', 'EEXIST', 'ENOENT']) {
      for (const manner of [undefined, 'short', 'after'] as const) {
        for (const isForGood of [false, true]) {
          for (let at = 1; at <= 62; at += 1) {
            const disk = await setUp(at % 2 === 0 ? 'weak' : 'ordered')
            const io = faultyDisk(disk, { at, code, isForGood, ...(manner === undefined ? {} : { manner }) })
            const outcome = await runOperation(quietSurroundings(io), storeRoot, operation).catch((error: unknown) => (error instanceof AppFailure ? error.error.code : `bug: ${String(error)}`))
            io.heal()
            const place = `${code} ${manner ?? ''} ${isForGood ? 'for good' : 'once'} at ${at}: ${outcome}`
            outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
            if (outcome === 'done') expect(await look(disk), place).toEqual({ steps: 4, isWhole: true })
            // What was acknowledged must also be there after a power cut.
            const survivor = outcome === 'done' ? disk.crash(at) : disk
            const before = (await look(survivor)).steps
            if (outcome !== 'done' && outcome !== 'operationPending') expect(before, place).toBe(0)
            const told = await replay(survivor, 2)
            const { steps, isWhole } = await look(survivor)
            expect(isWhole, place).toBe(true)
            if (outcome === 'done') expect(steps, place).toBe(4)
            expect(told.every(({ outcome: each }) => each !== 'unreadable'), place).toBe(true)
            if (steps === 0) expect(await runOperation(quietSurroundings(survivor, 3), storeRoot, operation), place).toBe('done')
            expect(place).not.toContain('bug')
            runs += 1
          }
        }
      }
    }
    console.log(`journal: ${runs} faults, ${JSON.stringify(Object.fromEntries(outcomes))}`)
    expect(runs).toBeGreaterThan(2000)
    expect(outcomes.get('operationPending')).toBeGreaterThan(100)
  })

  it('JOURNAL-4: a name that decides and is taken undoes all of it', async () => {
    const disk = await setUp('ordered')
    await publish(quietSurroundings(disk, 5), `${storeRoot}/a`, 'claim.json', bytesOf('别'))
    expect(await runOperation(quietSurroundings(disk), storeRoot, operation)).toBe('undone')
    expect(await disk.readdir(`${storeRoot}/intents`)).toEqual([])
    expect(await disk.readdir(`${storeRoot}/a/deep`)).toEqual([])
    expect(await disk.readdir(`${storeRoot}/b`)).toEqual(['.building-x'])
  })

  it('JOURNAL-4: another program that starts at any moment finishes it or takes nothing away', async () => {
    let runs = 0
    for (let at = 1; at <= 60; at += 1) {
      const disk = await setUp('weak')
      let calls = 0
      const before = async (): Promise<void> => {
        calls += 1
        if (calls === at) await replay(disk, 2)
      }
      expect(await runOperation(quietSurroundings(interposed(disk, before)), storeRoot, operation), `at ${at}`).toBe('done')
      expect(await look(disk), `at ${at}`).toEqual({ steps: 4, isWhole: true })
      expect((await replay(disk, 3)).length, `at ${at}`).toBe(0)
      if (calls >= at) runs += 1
    }
    expect(runs).toBeGreaterThan(25)
  })

  it('JOURNAL-4: two programs with the same deciding name at once: one is done, the other undone, in any order of their calls', async () => {
    const rival: Operation = { kind: 'file', subject: 'r-2', steps: [{ kind: 'publish', folder: 'a', name: 'claim.json', bytes: bytesOf('别'), decides: true }, { kind: 'publish', folder: 'c', name: 'rival.json', bytes: bytesOf('别') }] }
    const winners = new Map<string, number>()
    for (let seed = 1; seed <= 400; seed += 1) {
      const disk = await setUp('weak')
      const slow = (own: number): StorageIo => {
        const next = chance(seed * 7 + own)
        return interposed(disk, async () => {
          for (let turns = Math.floor(next() * 6); turns > 0; turns -= 1) await Promise.resolve()
        })
      }
      const [mine, theirs] = await Promise.all([
        runOperation(quietSurroundings(slow(1), 1), storeRoot, operation), runOperation(quietSurroundings(slow(2), 2), storeRoot, rival), replay(slow(3), 3),
      ])
      expect([mine, theirs].sort(), `seed ${seed}`).toEqual(['done', 'undone'])
      const isRivalThere = (await disk.readdir(`${storeRoot}/c`)).includes('rival.json')
      expect(isRivalThere, `seed ${seed}`).toBe(theirs === 'done')
      expect((await disk.readdir(`${storeRoot}/c`)).includes('g0000000001.json'), `seed ${seed}`).toBe(mine === 'done')
      winners.set(mine, (winners.get(mine) ?? 0) + 1)
    }
    expect(winners.size).toBe(2)
  })

  it('JOURNAL-6: an intent that does not verify, or can no longer be carried out, is set aside and told', async () => {
    const disk = await setUp('ordered')
    const moments: SimulatedDisk[] = []
    disk.onOperation = (_, name) => void (name === 'link' && moments.push(disk.freeze()))
    await runOperation(quietSurroundings(disk), storeRoot, operation)
    const [committed, , half] = moments
    const intent = (await committed?.readdir(`${storeRoot}/intents`))?.find((name) => name.endsWith('.json')) ?? ''
    committed?.damage(`${storeRoot}/intents/${intent}`, (bytes) => bytes.map((byte, at) => (at === 200 ? byte ^ 4 : byte)))
    if (committed === undefined || half === undefined) throw new Error('no moments')
    expect(await replay(committed, 2)).toEqual([{ kind: 'unknown', subject: '', outcome: 'unreadable' }])
    expect((await committed.readdir(`${storeRoot}/quarantine/intents`)).filter((name) => !name.endsWith('.txt')).length).toBe(1 + 4)
    expect(await replay(committed, 2)).toEqual([])
    const prepared = (await half.readdir(`${storeRoot}/intents`)).find((name) => name.endsWith('000003.tmp')) ?? ''
    await half.unlink(`${storeRoot}/intents/${prepared}`)
    expect(await replay(half, 2)).toEqual([{ kind: 'file', subject: 'r-1', outcome: 'unreadable' }])
  })
})

/** A disk on which `before` is waited for before every call. */
function interposed(inner: StorageIo, before: () => Promise<void>): StorageIo {
  const wrap = <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
    await before()
    return call(...given)
  }
  return {
    open: wrap(inner.open), write: wrap(inner.write), fsync: wrap(inner.fsync), close: wrap(inner.close), link: wrap(inner.link), rename: wrap(inner.rename), unlink: wrap(inner.unlink),
    readdir: wrap(inner.readdir), stat: wrap(inner.stat), read: wrap(inner.read), kindOf: wrap(inner.kindOf), mkdir: wrap(inner.mkdir), removeFolder: wrap(inner.removeFolder), flushDirectory: wrap(inner.flushDirectory),
  }
}
