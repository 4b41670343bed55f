import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { homesIn } from '../../../electron/storage/lock/homes'
import { isLocked } from '../../../electron/storage/lock/lockedFile'
import { newDataKey } from '../../../electron/storage/lock/keys'
import { lockedIo } from '../../../electron/storage/lockedIo'
import { replayOperations, runOperation } from '../../../electron/storage/journal'
import { publish, writeTemporary } from '../../../electron/storage/publish'
import { errnoOf, type StorageIo } from '../../../electron/storage/storageIo'
import { counted, openCounter, quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { filesOf } from '../../support/lockedFolder'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'

const key = newDataKey()
const homeOf = homesIn(storeRoot)
const locked = (inner: StorageIo): StorageIo => lockedIo(inner, homeOf, { key, isWriting: true })
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => errnoOf(error) || (error as Error).message)

describe('the disk that locks', () => {
  it('LOCK-1: what is written is locked, what is read is open; named parts and places outside stay plain', async () => {
    const bare = simulatedDisk('ordered', ...['reports/one', 'originals', 'andu', 'lock', 'leases', 'log', 'archive/sealed/2025-1', 'archive/2025'].map((each) => join(storeRoot, each)), '/elsewhere')
    const io = locked(bare)
    const text = Buffer.from('清源县2025年工作总结')
    const expected: ReadonlyArray<readonly [string, boolean]> = [
      ['/data/reports/one', true], ['/data/originals', true], ['/data', true], ['/data/archive/2025', true],
      ['/data/andu', false], ['/data/lock', false], ['/data/leases', false], ['/data/log', false], ['/data/archive/sealed/2025-1', false], ['/elsewhere', false],
    ]
    for (const [folder, isLockedThere] of expected) {
      expect(await publish({ io, randomName: () => '0123456789ab' }, folder, 'a.json', text)).toBe('published')
      expect([folder, isLocked(await bare.read(`${folder}/a.json`))]).toEqual([folder, isLockedThere])
      expect(Buffer.from(await io.read(`${folder}/a.json`))).toEqual(text)
    }
    expect(Buffer.from(await bare.read('/data/originals/a.json')).includes(text)).toBe(false)
  })

  it('LOCK-1: plain files in a locked folder are read as they are', async () => {
    const bare = simulatedDisk('ordered', '/data/reports')
    await publish({ io: bare, randomName: () => '0123456789ab' }, '/data/reports', 'old.json', Buffer.from('plain'))
    expect(Buffer.from(await locked(bare).read('/data/reports/old.json')).toString()).toBe('plain')
  })

  it('LOCK-1: a file that was flushed takes no more bytes; one that is set aside goes there byte for byte', async () => {
    const bare = simulatedDisk('ordered', '/data/reports/one', '/data/reports/two', '/data/quarantine/one')
    const io = locked(bare)
    const handle = await io.open('/data/reports/one/a', 'wx')
    await io.write(handle, Buffer.from('a'))
    await io.fsync(handle)
    expect(await codeOf(io.write(handle, Buffer.from('b')))).toBe('EINVAL')
    await io.close(handle)
    const raw = await bare.read('/data/reports/one/a')
    await io.rename('/data/reports/one/a', '/data/quarantine/one/a.1')
    expect(await bare.read('/data/quarantine/one/a.1')).toEqual(raw)
    expect(Buffer.from(await io.read('/data/quarantine/one/a.1')).toString()).toBe('a')
  })

  it('LOCK-11: a file that gets a name in another folder, and a folder that gets another name, open there', async () => {
    const bare = simulatedDisk('ordered', '/data/intents', '/data/reports/one', '/data/reports/.building-1/names', '/data/archive/sealed', '/elsewhere')
    const io = locked(bare)
    const disk = { io, randomName: () => '0123456789ab' }
    const text = Buffer.from('内容')
    const read = async (path: string): Promise<string> => Buffer.from(await io.read(path)).toString()
    await publish(disk, '/data/intents', 'prepared', text)
    await io.link('/data/intents/prepared', '/data/reports/one/g1')
    expect(await codeOf(io.link('/data/intents/prepared', '/data/reports/one/g1'))).toBe('EEXIST')
    await io.rename('/data/intents/prepared', '/data/reports/one/g2')
    expect(await codeOf(io.read('/data/intents/prepared'))).toBe('ENOENT')
    await publish(disk, '/data/reports/.building-1', 'g1', text)
    await publish(disk, '/data/reports/.building-1/names', 'g1', text)
    // Cut off in the middle of a first try: what was made ready is as good as what was not.
    await io.rename('/data/reports/.building-1', '/data/reports/.building-2')
    await io.rename('/data/reports/.building-2', '/data/reports/two')
    await publish(disk, '/elsewhere', 'a', text)
    await io.link('/elsewhere/a', '/data/reports/one/g3')
    for (const path of ['one/g1', 'one/g2', 'one/g3', 'two/g1', 'two/names/g1']) {
      expect([path, await read(`/data/reports/${path}`)]).toEqual([path, '内容'])
      expect([path, isLocked(await bare.read(`/data/reports/${path}`))]).toEqual([path, true])
    }
    await io.rename('/data/reports/two', '/data/archive/sealed/2025-1')
    expect(Buffer.from(await bare.read('/data/archive/sealed/2025-1/names/g1')).toString()).toBe('内容')
    expect([...(await filesOf(bare, '/')).keys()].filter((path) => path.includes('.l-'))).toEqual([])
  })

  it('LOCK-11: operations over many files go through the journal as they do without a passphrase, also after a power cut', async () => {
    let finished = 0
    let undone = 0
    for (let after = 5; after < 80; after += 3) {
      const bare = simulatedDisk('weak', '/data/intents', '/data/reports/one', '/data/archive/2025', '/data/quarantine')
      const surroundings = { ...quietSurroundings(bare), io: locked(bare) }
      let cut: SimulatedDisk | null = null
      bare.onOperation = (count) => { if (count === after) cut = bare.freeze() }
      await runOperation(surroundings, storeRoot, { kind: 'file', subject: 'one', steps: [
        { kind: 'publish', folder: 'archive/2025', name: 'a.docx', bytes: Buffer.from('word') },
        { kind: 'publish', folder: 'reports/one', name: 'g1', bytes: Buffer.from('filed'), decides: true },
      ] })
      if (cut === null) continue
      const crashed = (cut as SimulatedDisk).crash(after)
      const io = locked(crashed)
      await replayOperations({ ...quietSurroundings(crashed, 2), io }, storeRoot)
      const found = await Promise.all(['archive/2025/a.docx', 'reports/one/g1'].map((path) => io.read(join(storeRoot, path)).then((bytes) => Buffer.from(bytes).toString(), () => 'nothing')))
      expect([['word', 'filed'], ['nothing', 'nothing']]).toContainEqual(found)
      if (found[0] === 'word') finished += 1
      else undone += 1
    }
    expect(Math.min(finished, undone)).toBeGreaterThan(2)
  })

  /** Two reports of two saves each, and the newest ciphertexts of both put in each other's place. */
  async function swapped(homes: typeof homeOf): Promise<readonly number[]> {
    const bare = simulatedDisk('ordered', storeRoot)
    const io = lockedIo(bare, homes, { key, isWriting: true })
    for (const name of ['one', 'two']) {
      const store = await openCounter(io, name)
      await store.save(counted(name === 'one' ? 10 : 20), 0, 'manual')
      await store.save(counted(name === 'one' ? 11 : 21), 1, 'manual')
    }
    const [one, two] = [await bare.read('/data/reports/one/g0000000002.json'), await bare.read('/data/reports/two/g0000000002.json')]
    bare.damage('/data/reports/one/g0000000002.json', () => two)
    bare.damage('/data/reports/two/g0000000002.json', () => one)
    const read = async (name: string): Promise<number> => (await (await openCounter(io, name, 2)).read())?.revision.data.count ?? 0
    return [await read('one'), await read('two')]
  }

  it('LOCK-1: two locked files in each other’s place are found and set aside; without the binding they would open', async () => {
    expect(await swapped(homeOf)).toEqual([10, 20])
    expect(await swapped((path) => (homeOf(path) === null ? null : ''))).toEqual([21, 11])
  })

  it('LOCK-6: with another key nothing opens, and not one byte of the folder changes', async () => {
    const bare = simulatedDisk('ordered', storeRoot)
    const store = await openCounter(locked(bare))
    await store.save(counted(1), 0, 'manual')
    await store.save(counted(2), 1, 'manual')
    const before = await filesOf(bare, storeRoot)
    for (const other of [newDataKey(), null]) {
      const strange = await openCounter(lockedIo(bare, homeOf, { key: other, isWriting: other !== null }), 'one', 2)
      expect(await codeOf(strange.read())).toBe('fileLocked')
      expect(await codeOf(strange.update('auto', () => counted(3)))).toBe('fileLocked')
      expect(await strange.thinNow()).toBe(0)
      expect(await strange.recover()).toBe(0)
    }
    expect(await filesOf(bare, storeRoot)).toEqual(before)
    expect((await store.read())?.revision.data.count).toBe(2)
  })

  it('STORE-7: a damaged locked file is set aside unchanged, and the one before it opens', async () => {
    const bare = simulatedDisk('ordered', storeRoot)
    const store = await openCounter(locked(bare))
    await store.save(counted(1), 0, 'manual')
    await store.save(counted(2), 1, 'manual')
    let damaged: Uint8Array = new Uint8Array(0)
    bare.damage('/data/reports/one/g0000000002.json', (bytes) => {
      damaged = Uint8Array.from(bytes)
      damaged[100] = (damaged[100] ?? 0) ^ 1
      return damaged
    })
    expect(await (await openCounter(locked(bare), 'one', 2)).read()).toMatchObject({ revision: { number: 1 }, fellBackFrom: 2 })
    const [aside = ''] = (await bare.readdir('/data/quarantine/one')).filter((name) => !name.endsWith('.txt'))
    expect(await bare.read(`/data/quarantine/one/${aside}`)).toEqual(damaged)
  })
})

describe('saving with a passphrase', () => {
  it('LOCK-10: no acknowledged save is lost by a power cut after any call', async () => {
    let states = 0
    const wrong: string[] = []
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot)
      const moments: Array<{ readonly disk: SimulatedDisk; readonly acknowledged: number; readonly begun: number }> = []
      let acknowledged = 0
      let begun = 0
      disk.onOperation = () => void moments.push({ disk: disk.freeze(), acknowledged, begun })
      const store = await openCounter(locked(disk))
      for (let count = 1; count <= 8; count += 1) {
        begun = count
        await store.save(counted(count), acknowledged, count % 3 === 0 ? 'manual' : 'auto')
        acknowledged = count
        if (count % 4 === 0) await store.thinNow()
      }
      disk.onOperation = null
      for (const [index, moment] of moments.entries()) {
        for (let seed = 1; seed <= 16; seed += 1) {
          const crashed = moment.disk.crash(seed * 7919 + index)
          const again = await openCounter(locked(crashed), 'one', 2)
          const found = (await again.read())?.revision.data.count ?? 0
          if (found < moment.acknowledged || found > moment.begun) wrong.push(`${model} ${index}/${seed}: ${found}, acknowledged ${moment.acknowledged}`)
          await again.update('auto', () => counted(99))
          if ((await (await openCounter(locked(crashed.crash(seed)), 'one', 3)).read())?.revision.data.count !== 99) wrong.push(`${model} ${index}/${seed}: the save after it is lost`)
          states += 1
        }
      }
    }
    console.log(`saving locked: ${states} crash states, ${wrong.length} wrong`)
    expect(states).toBeGreaterThan(2500)
    expect(wrong).toEqual([])
  })

  it('LOCK-10: after any failed call the last save is whole, and the same program can save again', async () => {
    let runs = 0
    for (const code of ['EIO', 'ENOSPC', 'EPERM', 'EEXIST']) {
      for (const manner of [undefined, 'short', 'after'] as const) {
        for (let at = 1; at <= 40; at += 1) {
          const bare = simulatedDisk('weak', join(storeRoot, 'reports'))
          const first = await openCounter(locked(bare))
          await first.save(counted(1), 0, 'manual')
          const faulty = faultyDisk(bare, { at, code, isForGood: manner === undefined, ...(manner === undefined ? {} : { manner }) })
          const store = await openCounter(locked(faulty), 'one', 2).catch(() => null)
          if (store === null) continue
          const saved = await store.save(counted(2), 1, 'manual').then(() => true, () => false)
          faulty.heal()
          const found = (await store.read())?.revision.data.count ?? 0
          if (saved) expect(found).toBe(2)
          else expect([1, 2]).toContain(found)
          await store.update('auto', () => counted(3))
          expect((await (await openCounter(locked(bare.crash(at)), 'one', 3)).read())?.revision.data.count).toBe(3)
          runs += 1
        }
      }
    }
    console.log(`saving locked: ${runs} failed calls`)
    expect(runs).toBeGreaterThan(300)
  })

  it('LOCK-10: without the flush the same sweep loses saves', async () => {
    const lying = (inner: StorageIo): StorageIo => ({ ...inner, fsync: () => Promise.resolve(), flushDirectory: () => Promise.resolve('flushed') })
    let lost = 0
    for (let seed = 1; seed <= 40; seed += 1) {
      const disk = simulatedDisk('weak', join(storeRoot, 'reports', 'one'))
      await (await openCounter(locked(lying(disk)))).save(counted(1), 0, 'manual')
      const found = await (await openCounter(locked(disk.crash(seed)), 'one', 2)).read().catch(() => null)
      if (found?.revision.data.count !== 1) lost += 1
    }
    expect(lost).toBeGreaterThan(0)
  })

  it('LOCK-1: a temporary file that was cut off while it was written is no locked file', async () => {
    const bare = simulatedDisk('ordered', '/data/reports')
    const { randomName } = quietSurroundings(bare)
    const faulty = faultyDisk(bare, { at: 2, code: 'ENOSPC', isForGood: false })
    expect(await codeOf(writeTemporary({ io: locked(faulty), randomName }, '/data/reports', Buffer.from('a')))).toBe('ENOSPC')
    expect(await bare.readdir('/data/reports')).toEqual([])
  })
})
