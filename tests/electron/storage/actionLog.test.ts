import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openActionLog, type ActionLog } from '../../../electron/storage/actionLog'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import { openTempLibrary, tempFolder, valueOf } from '../../support/tempLibrary'

const open = (io: StorageIo, program = 1): ActionLog => openActionLog(quietSurroundings(io, program), storeRoot)
const emptyDisk = (model: 'ordered' | 'weak' = 'weak'): SimulatedDisk => simulatedDisk(model, storeRoot, `${storeRoot}/log`)

describe('the log of actions', () => {
  it('LOG-1: every entry holds the hash of the one before, and the order is that of the numbers', async () => {
    const log = open(emptyDisk())
    expect(await log.head()).toBeNull()
    await log.note({ action: 'file', report: 'r-1', detail: 'Z109' })
    await log.note({ action: 'export', report: 'r-1', detail: 'pdf' })
    const last = await log.note({ action: 'trash', report: 'r-2' })
    const { entries, lines, problems, head } = await log.read()
    expect(entries.map(({ number, action }) => [number, action])).toEqual([[1, 'file'], [2, 'export'], [3, 'trash']])
    expect(problems).toEqual([])
    expect(entries[0]?.previous).toBeNull()
    // Anybody can follow the chain with nothing but SHA-256.
    const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    expect(entries.slice(1).map(({ previous }) => previous)).toEqual(lines.slice(0, 2).map(hashOf))
    expect(head).toEqual({ number: 3, sha256: hashOf(lines[2] ?? new Uint8Array()) })
    expect(last).toEqual(head)
  })

  it('LOG-2: every changed byte, every exchanged, missing and cut entry is found', async () => {
    const disk = emptyDisk()
    const log = open(disk)
    for (let count = 0; count < 5; count += 1) await log.note({ action: 'export', detail: String(count) })
    const path = (number: number): string => `${storeRoot}/log/0000/e${String(number).padStart(10, '0')}.json`
    const whole = await disk.read(path(3))
    let flips = 0
    for (let at = 0; at < whole.length; at += 1) {
      for (const mask of [0x01, 0x1c, 0x80]) {
        const copy = disk.freeze()
        copy.damage(path(3), (bytes) => bytes.map((byte, index) => (index === at ? byte ^ mask : byte)))
        if ((await open(copy).read()).problems.length > 0) flips += 1
      }
    }
    expect(flips).toBe(whole.length * 3)
    const without = disk.freeze()
    await without.unlink(path(2))
    expect((await open(without).read()).problems).toEqual([{ number: 2, kind: 'missing' }])
    const swapped = disk.freeze()
    const fourth = await disk.read(path(4))
    swapped.damage(path(3), () => fourth)
    expect((await open(swapped).read()).problems).toEqual([{ number: 3, kind: 'damaged' }, { number: 4, kind: 'chain' }])
    // A whole entry made anew by hand breaks the chain behind it.
    const forged = emptyDisk()
    const other = open(forged, 2)
    for (let count = 0; count < 5; count += 1) await other.note({ action: 'export', detail: count === 2 ? 'forged' : String(count) })
    const third = await forged.read(path(3))
    const replaced = disk.freeze()
    replaced.damage(path(3), () => third)
    expect((await open(replaced).read()).problems.length).toBeGreaterThan(0)
  })

  it('LOG-3: after a crash at any call everything acknowledged is there, the chain is whole, and it goes on', async () => {
    let states = 0
    const wrong: string[] = []
    for (const model of ['ordered', 'weak'] as const) {
      const disk = emptyDisk(model)
      const log = open(disk)
      const moments: Array<{ readonly disk: SimulatedDisk; readonly acknowledged: number }> = []
      let acknowledged = 0
      disk.onOperation = () => void moments.push({ disk: disk.freeze(), acknowledged })
      for (let count = 1; count <= 8; count += 1) {
        await log.note({ action: 'file', detail: String(count) })
        acknowledged = count
      }
      disk.onOperation = null
      for (const [at, moment] of moments.entries()) {
        for (let seed = 1; seed <= 24; seed += 1) {
          const again = open(moment.disk.crash(seed * 131 + at), 2)
          const { entries, problems } = await again.read()
          if (problems.length > 0 || entries.length < moment.acknowledged || entries.length > moment.acknowledged + 1) wrong.push(`${model} ${at}/${seed}: ${entries.length} of ${moment.acknowledged}, ${JSON.stringify(problems)}`)
          await again.note({ action: 'seal' })
          const after = await again.read()
          if (after.problems.length > 0 || after.entries.length !== entries.length + 1) wrong.push(`${model} ${at}/${seed}: does not go on`)
          states += 1
        }
      }
    }
    console.log(`log: ${states} crash states, ${wrong.length} wrong`)
    expect(wrong.slice(0, 5)).toEqual([])
    expect(states).toBeGreaterThan(2500)
  })

  it('LOG-3: across the border of two folders nothing is lost either', async () => {
    const disk = emptyDisk()
    const log = open(disk)
    for (let count = 1; count < 999; count += 1) await log.note({ action: 'export' })
    const moments: SimulatedDisk[] = []
    disk.onOperation = () => void moments.push(disk.freeze())
    await log.note({ action: 'export' })
    await open(disk, 2).note({ action: 'seal' })
    await log.note({ action: 'export' })
    disk.onOperation = null
    for (const [at, moment] of moments.entries()) expect((await open(moment.crash(at)).read()).problems, `at ${at}`).toEqual([])
    expect((await log.read()).entries.length).toBe(1001)
  })

  it('LOG-4: two programs that log at once write one chain', async () => {
    const disk = emptyDisk()
    const logs = [open(disk, 1), open(disk, 2), open(disk, 3)]
    await Promise.all(logs.flatMap((log, program) => Array.from({ length: 20 }, (_, count) => log.note({ action: 'export', detail: `${program}/${count}` }))))
    const { entries, problems } = await open(disk, 4).read()
    expect(problems).toEqual([])
    expect(new Set(entries.map(({ detail }) => detail)).size).toBe(60)
  })

  it('LOG-3: whichever call fails, the same program goes on with a whole chain', async () => {
    let runs = 0
    for (const code of ['EIO', 'ENOSPC', 'EPERM', 'EEXIST', 'ENOENT']) {
      for (let at = 1; at <= 40; at += 1) {
        for (const manner of [undefined, 'after'] as const) {
          const disk = emptyDisk('weak')
          const io = faultyDisk(disk, { at, code, isForGood: at % 2 === 0, ...(manner === undefined ? {} : { manner }) })
          const log = open(io)
          const noted: string[] = []
          for (const detail of ['1', '2', '3']) await log.note({ action: 'file', detail }).then(() => void noted.push(detail), () => undefined)
          io.heal()
          await log.note({ action: 'file', detail: '4' })
          const { entries, problems } = await open(disk.crash(at), 2).read()
          expect(problems, `${code} ${manner} at ${at}`).toEqual([])
          expect(entries.map(({ detail }) => detail), `${code} ${manner} at ${at}`).toEqual(expect.arrayContaining([...noted, '4']))
          runs += 1
        }
      }
    }
    expect(runs).toBe(400)
  })
})

describe('the log of a library', () => {
  it('LOG-5, LOG-6: filing, correcting, import and trash are logged without a word of a report, and the log is read and written out', async () => {
    const folder = tempFolder()
    const library = await openTempLibrary(folder.path)
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
    const { report, generation } = valueOf(await library.open({ id }))
    await library.save({ report: { ...report, title: ['安全生产工作总结'] }, base: generation, cause: 'auto' })
    await library.setState({ id, state: 'final' })
    valueOf(await library.file({ id }))
    const correction = valueOf(await library.correct({ id, reason: '人数有误' }))
    await library.trash(correction)
    await library.restore(correction)
    const { entries, total, problems, head } = valueOf(await library.readLog({ most: 3 }))
    expect({ total, problems }).toEqual({ total: 4, problems: [] })
    expect(entries.map(({ action }) => action)).toEqual(['restore', 'trash', 'correct'])
    expect(head?.code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)
    const { text } = valueOf(await library.writeLog())
    expect(text.split('\n').length).toBe(5)
    for (const words of ['安全', '人数', '青河']) expect(text).not.toContain(words)
    expect(readFileSync(join(folder.path, 'log', '0000', 'e0000000001.json'), 'utf8')).toBe(text.split('\n')[0])
    folder.remove()
  })
})
