import { describe, expect, it } from 'vitest'
import { openFolderLock, type FolderLock } from '../../../electron/library/folderLock'
import { isLocked } from '../../../electron/storage/lock/lockedFile'
import { homesIn } from '../../../electron/storage/lock/homes'
import { ensureFolder, publish } from '../../../electron/storage/publish'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { codeLetters } from '../../../shared/base/codeLetters'
import { AppFailure } from '../../../shared/base/errors'
import { counted, openCounterIn, quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { filesOf, lockUp, passphrase, settled } from '../../support/lockedFolder'
import { simulatedDisk, type CrashModel, type SimulatedDisk } from '../../support/simulatedDisk'

const homeOf = homesIn(storeRoot)
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => (error instanceof AppFailure ? error.error.code : String(error)))

/** A folder with a bit of everything; what is in it, by path. */
async function filledDisk(model: CrashModel): Promise<{ readonly disk: SimulatedDisk; readonly files: ReadonlyMap<string, Buffer> }> {
  const disk = simulatedDisk(model, storeRoot)
  const surroundings = quietSurroundings(disk)
  for (const [folder, count] of [['originals', 2], ['settings', 2], ['archive/2024', 1]] as const) {
    const path = await ensureFolder(disk, storeRoot, ...folder.split('/'))
    for (let each = 1; each <= count; each += 1) await publish(surroundings, path, `f${each}.bin`, Buffer.from(`${folder} ${each} `.repeat(80 * each)))
  }
  const store = await openCounterIn(surroundings, storeRoot)
  for (const count of [1, 2]) await store.save(counted(count), count - 1, 'manual')
  return { disk, files: await filesOf(disk, storeRoot) }
}

/** What of `files` cannot be read as it was. */
async function unread(io: StorageIo, files: ReadonlyMap<string, Buffer>): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [path, bytes] of files) {
    const found = await io.read(`${storeRoot}/${path}`).then((read) => Buffer.from(read), () => null)
    if (found === null || !found.equals(bytes)) wrong.push(`${path}: ${found === null ? 'gone' : 'changed'}`)
  }
  return wrong
}

/** Files that are locked although they should not be, or the other way round. */
async function unlike(disk: StorageIo, to: 'locked' | 'plain'): Promise<readonly string[]> {
  const files = await filesOf(disk, storeRoot)
  return [...files].filter(([path, bytes]) => isLocked(bytes) !== (to === 'locked' && homeOf(`${storeRoot}/${path}`) !== null)).map(([path]) => path)
}

const byRecoveryKey = (text: string) => ({ kind: 'recoveryKey', text }) as const
const byPassphrase = (text: string) => ({ kind: 'passphrase', text }) as const

describe('setting a passphrase up', () => {
  it('LOCK-7: nothing is on the disk before the recovery key was typed back', async () => {
    const { disk } = await filledDisk('ordered')
    const before = await filesOf(disk, storeRoot)
    const lock = await openFolderLock(quietSurroundings(disk, 2), storeRoot)
    expect(lock.status()).toEqual({ state: 'off' })
    expect(await codeOf(lock.confirm('0000'))).toBe('lockUnchanged')
    const recoveryKey = await lock.prepare(passphrase)
    const other = codeLetters[(codeLetters.indexOf(recoveryKey[0] ?? '0') + 1) % 32] ?? ''
    expect(await codeOf(lock.confirm(other + recoveryKey.slice(1)))).toBe('recoveryKeyWrong')
    expect(await filesOf(disk, storeRoot)).toEqual(before)
    expect(lock.status()).toEqual({ state: 'off' })
    await lock.confirm(recoveryKey.toLowerCase().replace(/-/g, ' '))
    await settled(lock)
    expect(lock.status()).toMatchObject({ state: 'open', left: 0 })
    expect(await unlike(disk, 'locked')).toEqual([])
    expect(await unread(lock.surroundings.io, before)).toEqual([])
    expect(JSON.stringify([...await filesOf(disk, storeRoot)].map(([, bytes]) => bytes.toString('latin1')))).not.toContain('originals 1')
  })

  it('LOCK-7: if the trial file does not open as it was written, the folder is as it was', async () => {
    const { disk, files } = await filledDisk('ordered')
    // A disk that gives back other bytes than it took, in the cache alone.
    const lying: StorageIo = { ...disk, read: async (path) => (path.includes('/cache/') ? Uint8Array.from(await disk.read(path), (byte, at) => (at === 150 ? byte ^ 1 : byte)) : disk.read(path)) }
    const lock = await openFolderLock(quietSurroundings(lying, 2), storeRoot)
    expect(await codeOf(lock.confirm(await lock.prepare(passphrase)))).toBe('lockDrillFailed')
    expect(lock.status()).toEqual({ state: 'off' })
    expect(await unread(disk, files)).toEqual([])
    expect(await unlike(disk, 'plain')).toEqual([])
    expect((await openFolderLock(quietSurroundings(disk, 3), storeRoot)).status()).toEqual({ state: 'off' })
  })

  it('LOCK-7: after any failed call of the set-up the folder is as it was, or locked with everything in it', async () => {
    const outcomes = new Set<string>()
    for (let at = 1; at <= 60; at += 4) {
      const { disk, files } = await filledDisk('weak')
      const faulty = faultyDisk(disk, { at, code: 'EIO', isForGood: true })
      const lock = await openFolderLock(quietSurroundings(faulty, 2), storeRoot).catch(() => null)
      if (lock === null) continue
      const recoveryKey = await lock.prepare(passphrase).catch(() => '')
      await lock.confirm(recoveryKey).catch(() => undefined)
      await settled(lock)
      faulty.heal()
      const again = await openFolderLock(quietSurroundings(disk, 3), storeRoot)
      if (again.status().state === 'locked') await again.unlock(byRecoveryKey(recoveryKey))
      outcomes.add(again.status().state)
      expect(await unread(again.surroundings.io, files)).toEqual([])
      again.resume()
      await settled(again)
      expect(await unlike(disk, again.status().state === 'off' ? 'plain' : 'locked')).toEqual([])
    }
    expect([...outcomes].sort()).toEqual(['off', 'open'])
  })
})

describe('opening a folder with a passphrase', () => {
  it('LOCK-2: the passphrase opens it, and the recovery key if the passphrase is lost; each copy of the key file is enough', async () => {
    const { disk, files } = await filledDisk('ordered')
    const { recoveryKey } = await lockUp(quietSurroundings(disk, 2), storeRoot)
    for (const lost of [null, '/data/lock/', '/data/lock/copy/']) {
      const copy = disk.freeze()
      if (lost !== null) for (const name of ['g0000000001.json', 'g0000000002.json']) copy.damage(lost + name, (bytes) => Uint8Array.from(bytes, (byte, at) => (at === 300 ? byte ^ 1 : byte)))
      for (const secret of [byPassphrase(passphrase), byRecoveryKey(recoveryKey)]) {
        const lock = await openFolderLock(quietSurroundings(copy, 3), storeRoot)
        expect(lock.status().state).toBe('locked')
        expect((await unread(lock.surroundings.io, files)).length).toBe(files.size)
        await lock.unlock(secret)
        expect(await unread(lock.surroundings.io, files)).toEqual([])
      }
    }
  })

  it('LOCK-2: where no key file is sound it says so, and changes nothing', async () => {
    const { disk } = await filledDisk('ordered')
    await lockUp(quietSurroundings(disk, 2), storeRoot)
    for (const folder of ['lock', 'lock/copy']) for (const name of ['g0000000001.json', 'g0000000002.json']) disk.damage(`${storeRoot}/${folder}/${name}`, (bytes) => bytes.subarray(0, 50))
    const before = await filesOf(disk, storeRoot)
    expect(await codeOf(openFolderLock(quietSurroundings(disk, 3), storeRoot))).toBe('lockDamaged')
    expect(await filesOf(disk, storeRoot)).toEqual(before)
  })

  it('LOCK-6: a wrong secret opens nothing and changes nothing; the pause between tries grows, and the right one still opens', async () => {
    const { disk, files } = await filledDisk('ordered')
    const { recoveryKey } = await lockUp(quietSurroundings(disk, 2), storeRoot)
    const before = await filesOf(disk, storeRoot)
    const waits: number[] = []
    const surroundings = { ...quietSurroundings(disk, 3), patience: { wait: async (milliseconds: number) => void waits.push(milliseconds), heldFor: 300 } }
    const lock = await openFolderLock(surroundings, storeRoot)
    const wrongKey = recoveryKey.replace(/^..../, recoveryKey.slice(5, 9))
    for (let tries = 1; tries <= 10; tries += 1) expect(await codeOf(lock.unlock(byRecoveryKey(wrongKey)))).toBe('recoveryKeyWrong')
    expect(await codeOf(lock.unlock(byPassphrase(passphrase.toUpperCase().replace('青', '清'))))).toBe('passphraseWrong')
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30].map((seconds) => seconds * 1000))
    expect(await filesOf(disk, storeRoot)).toEqual(before)
    expect((await unread(lock.surroundings.io, files)).length).toBe(files.size)
    await lock.unlock(byPassphrase(passphrase))
    expect(await unread(lock.surroundings.io, files)).toEqual([])
  })

  it('LOCK-9: a new passphrase touches key files only; the old one opens nothing any more, the recovery key still does', async () => {
    const { disk, files } = await filledDisk('ordered')
    const { lock, recoveryKey } = await lockUp(quietSurroundings(disk, 2), storeRoot)
    const before = await filesOf(disk, storeRoot)
    expect(await codeOf(lock.change(byPassphrase('不是这个'), '新口令新口令'))).toBe('passphraseWrong')
    await lock.change(byRecoveryKey(recoveryKey), '新口令新口令')
    const after = await filesOf(disk, storeRoot)
    expect([...after].filter(([path, bytes]) => before.get(path)?.equals(bytes) !== true).map(([path]) => path).sort()).toEqual(['lock/copy/g0000000003.json', 'lock/g0000000003.json'])
    const again = await openFolderLock(quietSurroundings(disk, 3), storeRoot)
    expect(await codeOf(again.unlock(byPassphrase(passphrase)))).toBe('passphraseWrong')
    await again.unlock(byPassphrase('新口令新口令'))
    expect(await unread(again.surroundings.io, files)).toEqual([])
  })

  it('LOCK-2: a new passphrase that was cut off between the two copies does not hold', async () => {
    const { disk } = await filledDisk('ordered')
    const { lock, recoveryKey } = await lockUp(quietSurroundings(disk, 2), storeRoot)
    const half = await (async () => {
      let found: SimulatedDisk | null = null
      disk.onOperation = () => {
        const now = disk.freeze()
        found ??= now
        void now.readdir('/data/lock/copy').then(async (names) => {
          if (names.includes('g0000000003.json') && !(await now.readdir('/data/lock')).includes('g0000000003.json')) found = now
        })
      }
      await lock.change(byRecoveryKey(recoveryKey), '新口令新口令')
      disk.onOperation = null
      return found as SimulatedDisk | null
    })()
    if (half === null) throw new Error('no such moment')
    expect(await half.readdir('/data/lock')).not.toContain('g0000000003.json')
    const again = await openFolderLock(quietSurroundings(half, 3), storeRoot)
    expect(await codeOf(again.unlock(byPassphrase('新口令新口令')))).toBe('passphraseWrong')
    await again.unlock(byPassphrase(passphrase))
    await again.change(byPassphrase(passphrase), '第三个口令啊')
    await (await openFolderLock(quietSurroundings(half, 4), storeRoot)).unlock(byPassphrase('第三个口令啊'))
  })
})

describe('a power cut while a passphrase is turned on or off', () => {
  interface Moment {
    readonly disk: SimulatedDisk
    readonly acknowledged: number
  }

  /** Turns it on and, if asked, off again, with saves in between; the disk after every so many calls. */
  async function moments(model: CrashModel, way: 'on' | 'off', every: number): Promise<{ readonly found: readonly Moment[]; readonly files: ReadonlyMap<string, Buffer>; readonly recoveryKey: string }> {
    const { disk, files } = await filledDisk(model)
    const found: Moment[] = []
    let acknowledged = 2
    const record = (): void => { disk.onOperation = (count) => { if (count % every === 0) found.push({ disk: disk.freeze(), acknowledged }) } }
    const saveSome = async (lock: FolderLock): Promise<void> => {
      const store = await openCounterIn(lock.surroundings, storeRoot)
      for (const count of [acknowledged + 1, acknowledged + 2]) {
        await store.update('manual', () => counted(count))
        acknowledged = count
      }
    }
    const lock = await openFolderLock(quietSurroundings(disk, 2), storeRoot)
    const recoveryKey = await lock.prepare(passphrase)
    if (way === 'on') record()
    await lock.confirm(recoveryKey)
    await saveSome(lock)
    await settled(lock)
    if (way === 'off') {
      record()
      await lock.turnOff(byRecoveryKey(recoveryKey))
      await saveSome(lock)
      await settled(lock)
    }
    disk.onOperation = null
    expect(lock.status().state).toBe(way === 'on' ? 'open' : 'off')
    return { found, files, recoveryKey }
  }

  async function look({ disk, acknowledged }: Moment, seed: number, files: ReadonlyMap<string, Buffer>, recoveryKey: string): Promise<readonly string[]> {
    const crashed = disk.crash(seed)
    const lock = await openFolderLock(quietSurroundings(crashed, 3), storeRoot)
    if (lock.status().state === 'locked') await lock.unlock(byRecoveryKey(recoveryKey))
    const wrong = [...await unread(lock.surroundings.io, files)]
    lock.resume()
    wrong.push(...await unread(lock.surroundings.io, files))
    await settled(lock)
    wrong.push(...await unread(lock.surroundings.io, files))
    const count = (await (await openCounterIn(lock.surroundings, storeRoot)).read())?.revision.data.count ?? 0
    if (count < acknowledged) wrong.push(`counter at ${count}, acknowledged ${acknowledged}`)
    // What the crash tore was being written and belongs to nobody; everything else has come to its end.
    wrong.push(...(await unlike(crashed, lock.status().state === 'off' ? 'plain' : 'locked')).map((path) => `${path}: not converted`))
    return wrong
  }

  for (const way of ['on', 'off'] as const) {
    it(`LOCK-5: turning it ${way}: at every moment everything opens with the key, nothing is lost, and it goes on`, async () => {
      let states = 0
      const wrong: string[] = []
      for (const model of ['ordered', 'weak'] as const) {
        const { found, files, recoveryKey } = await moments(model, way, 2)
        for (const [index, moment] of found.entries()) {
          for (let seed = 1; seed <= 4; seed += 1) {
            wrong.push(...(await look(moment, seed * 7919 + index, files, recoveryKey)).map((each) => `${model} ${index}/${seed} ${each}`))
            states += 1
          }
        }
      }
      console.log(`turning ${way}: ${states} crash states, ${wrong.length} wrong`)
      expect(states).toBeGreaterThan(500)
      expect(wrong.slice(0, 10)).toEqual([])
    })
  }

  it('LOCK-5: without flushing the same sweep loses files', async () => {
    const { disk, files } = await filledDisk('weak')
    const lying: StorageIo = { ...disk, fsync: () => Promise.resolve() }
    const lock = await openFolderLock(quietSurroundings(lying, 2), storeRoot)
    const recoveryKey = await lock.prepare(passphrase)
    const found: SimulatedDisk[] = []
    disk.onOperation = (count) => { if (count % 10 === 0) found.push(disk.freeze()) }
    await lock.confirm(recoveryKey)
    await settled(lock)
    disk.onOperation = null
    let lost = 0
    for (const [index, each] of found.entries()) lost += (await look({ disk: each, acknowledged: 0 }, index + 1, files, recoveryKey).catch(() => ['not opened'])).length
    expect(lost).toBeGreaterThan(0)
  })
})
