import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errnoTable, errnoToAppError, expectedFailure } from '../../../electron/storage/errnoToAppError'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { withPatience } from '../../../electron/storage/patience'
import { readIn } from '../../../electron/storage/readIn'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { writeOut } from '../../../electron/storage/writeOut'
import { AppFailure } from '../../../shared/base/errors'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { errno, simulatedDisk } from '../../support/simulatedDisk'
import { tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
const real = nodeStorageIo('linux')
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const bytes = Buffer.from('新的内容'.repeat(1000))
const write = (path: string, io: StorageIo = real) => writeOut(path, bytes, quietSurroundings(io))

describe('writing a file where the clerk wants it', () => {
  it('STORE-13: a new file and one that replaces another are complete, and nothing else is left', async () => {
    const path = join(folder.path, '总结.docx')
    expect(valueOf(await write(path))).toEqual({ path })
    writeFileSync(path, '旧的内容')
    expect(valueOf(await write(path))).toEqual({ path })
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder.path)).toEqual(['总结.docx'])
  })

  it('STORE-13: a wrong path and a folder in its place are told before anything is written', async () => {
    expect(await write(join(folder.path, 'nowhere', 'a.docx'))).toEqual({ ok: false, error: { code: 'folderNotFound', detail: { name: 'a.docx', folder: 'nowhere' } } })
    mkdirSync(join(folder.path, 'b.docx'))
    expect(await write(join(folder.path, 'b.docx'))).toMatchObject({ error: { code: 'pathIsFolder' } })
    writeFileSync(join(folder.path, 'c'), '')
    expect(await write(join(folder.path, 'c', 'a.docx'))).toMatchObject({ error: { code: 'folderNotFound' } })
    expect(readdirSync(folder.path).sort()).toEqual(['b.docx', 'c'])
  })

  it.each([
    ['open', 'EACCES', 'accessDenied'], ['open', 'EROFS', 'diskReadOnly'], ['write', 'ENOSPC', 'diskFull'], ['fsync', 'EIO', 'diskFaulty'], ['write', 'EDQUOT', 'diskFull'],
    ['rename', 'EPERM', 'fileBusy'], ['rename', 'EBUSY', 'fileBusy'], ['open', 'EMFILE', 'tooManyFiles'],
  ] as const)('STORE-13: %s fails with %s: told as %s, the old file intact, nothing left behind', async (call, code, told) => {
    const path = join(folder.path, '总结.docx')
    writeFileSync(path, '旧的内容')
    expect(await write(path, { ...real, [call]: () => Promise.reject(errno(code)) })).toMatchObject({ ok: false, error: { code: told, detail: { name: '总结.docx' } } })
    expect(readFileSync(path, 'utf8')).toBe('旧的内容')
    expect(readdirSync(folder.path)).toEqual(['总结.docx'])
  })

  it('STORE-13: an open target is tried again until it is let go', async () => {
    const path = join(folder.path, '总结.docx')
    let held = 3
    expect((await write(path, { ...real, rename: (from, to) => ((held -= 1) >= 0 ? Promise.reject(errno('EPERM')) : real.rename(from, to)) })).ok).toBe(true)
  })

  it('STORE-13: whichever call fails, and after any crash, the old file or the new one is there whole', async () => {
    const path = `${storeRoot}/a.docx`
    const old = Buffer.from('旧')
    const prepared = async () => {
      const disk = simulatedDisk('ordered', storeRoot)
      await writeOut(path, old, quietSurroundings(disk))
      return disk
    }
    const isWhole = (found: Uint8Array): boolean => old.equals(found) || bytes.equals(found)
    const { calls } = faultyDisk(await prepared(), { at: 0, code: '', isForGood: false })
    expect(calls()).toBe(0)
    let runs = 0
    for (let at = 1; at <= 12; at += 1) {
      for (const code of ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'ENOENT']) {
        for (const isForGood of [false, true]) {
          const disk = await prepared()
          const result = await write(path, faultyDisk(disk, { at, code, isForGood }))
          for (let seed = 1; seed <= 10; seed += 1) expect(isWhole(await disk.crash(seed).read(path))).toBe(true)
          expect(isWhole(await disk.read(path))).toBe(true)
          if (result.ok) expect(bytes.equals(await disk.crash(1).read(path))).toBe(true)
          runs += 1
        }
      }
    }
    expect(runs).toBe(144)
    // The control: writing in place loses the old file in a crash.
    const disk = await prepared()
    await disk.unlink(path)
    await disk.write(await disk.open(path, 'wx'), bytes)
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, seed) => disk.crash(seed).read(path).then(isWhole, () => false)))
    expect(outcomes).toContain(false)
  })
})

describe('reading a file from outside', () => {
  it('STORE-15: a file within the limit is read, a larger one is not', async () => {
    const path = join(folder.path, 'a.txt')
    writeFileSync(path, 'x'.repeat(100))
    expect(valueOf(await readIn(path, 100, real))).toHaveLength(100)
    let hasRead = false
    const io = { stat: () => Promise.resolve({ isFolder: false, isFile: true, bytes: 3 * 1024 * 1024, modified: 0 }), read: () => ((hasRead = true), Promise.resolve(bytes)) }
    expect(await readIn(path, 2 * 1024 * 1024, io)).toEqual({ ok: false, error: { code: 'fileTooLarge', detail: { name: 'a.txt', megabytes: 3, limit: 2 } } })
    expect(hasRead).toBe(false)
  })

  it('STORE-15: a folder and a missing file are told', async () => {
    expect(await readIn(folder.path, 10, real)).toMatchObject({ error: { code: 'pathIsFolder' } })
    expect(await readIn(join(folder.path, 'none.txt'), 10, real)).toEqual({ ok: false, error: { code: 'fileNotFound', detail: { name: 'none.txt' } } })
    writeFileSync(join(folder.path, 'a.txt'), 'x')
    expect(await readIn(join(folder.path, 'a.txt', 'b.txt'), 10, real)).toEqual({ ok: false, error: { code: 'fileNotFound', detail: { name: 'b.txt' } } })
  })

  it.skipIf(process.platform === 'win32')('STORE-15: a device or a pipe, which may never end, is told and not read', async () => {
    execFileSync('mkfifo', [join(folder.path, 'pipe.txt')])
    for (const path of [join(folder.path, 'pipe.txt'), '/dev/zero', '/dev/null']) expect(await readIn(path, 10, real)).toMatchObject({ error: { code: 'notAFile' } })
  })
})

describe('failures of the disk', () => {
  it('STORE-11: every code of the system has its row; an unknown one is a faulty disk; a bug is thrown on', () => {
    for (const [code, told] of Object.entries(errnoTable)) expect(errnoToAppError(errno(code)).code).toBe(told)
    expect(errnoToAppError(errno('EWHATEVER'), { name: 'a' })).toEqual({ code: 'diskFaulty', detail: { name: 'a' } })
    expect(expectedFailure(new AppFailure({ code: 'notFinal' }))).toEqual({ code: 'notFinal' })
    expect(() => expectedFailure(new TypeError('a bug'))).toThrow('a bug')
  })

  it.each([
    ['EPERM', 7], ['EBUSY', 7], ['EACCES', 7], ['EIO', 2], ['EMFILE', 2], ['ENOSPC', 1], ['EROFS', 1], ['ENOENT', 1],
  ])('STORE-11: %s is tried %i times within three seconds of patience', async (code, tries) => {
    let count = 0
    const pauses: number[] = []
    const work = withPatience({ wait: async (milliseconds) => void pauses.push(milliseconds), heldFor: 3000 }, () => {
      count += 1
      return Promise.reject(errno(code))
    })
    await expect(work).rejects.toMatchObject({ code })
    expect(count).toBe(tries)
    if (tries === 7) expect(pauses).toEqual([50, 100, 200, 400, 800, 1600])
  })
})

describe('rights of a file that the clerk wanted', () => {
  it.skipIf(process.platform === 'win32')('STORE-13: it may be read by others as any new file may, stored reports only by their owner', async () => {
    const path = join(folder.path, '总结.docx')
    valueOf(await write(path))
    writeFileSync(join(folder.path, 'any'), '')
    const rightsOf = (name: string): number => statSync(join(folder.path, name)).mode & 0o777
    expect(rightsOf('总结.docx')).toBe(rightsOf('any'))
    const handle = await real.open(join(folder.path, 'stored'), 'wx')
    await real.close(handle)
    expect(rightsOf('stored')).toBe(0o600)
  })
})
