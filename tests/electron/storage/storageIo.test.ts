import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { errnoOf, type StorageIo } from '../../../electron/storage/storageIo'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk } from '../../support/simulatedDisk'
import { tempFolder } from '../../support/tempLibrary'

const folder = tempFolder()
afterAll(() => folder.remove())

const disks: ReadonlyArray<readonly [string, () => { readonly io: StorageIo; readonly root: string }]> = [
  ['the real disk', () => ({ io: nodeStorageIo(process.platform), root: folder.path })],
  ['the simulated disk', () => ({ io: simulatedDisk('ordered', '/data'), root: '/data' })],
  ['the faulty disk without a fault', () => ({ io: faultyDisk(simulatedDisk('weak', '/data'), { at: 0, code: '', isForGood: false }), root: '/data' })],
]

// What the store relies on holds on every disk that the tests use: the same calls, the same answers.
describe.each(disks)('STORE-3: %s', (_name, make) => {
  let io: StorageIo
  let root: string
  const at = (...names: readonly string[]): string => join(root, ...names)
  const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', errnoOf)
  async function write(name: string, text: string): Promise<void> {
    const handle = await io.open(at(name), 'wx')
    expect(await io.write(handle, Buffer.from(text))).toBe(Buffer.byteLength(text))
    await io.fsync(handle)
    await io.close(handle)
  }
  const read = async (name: string): Promise<string> => Buffer.from(await io.read(at(name))).toString()

  beforeAll(async () => {
    const made = make()
    io = made.io
    root = made.root
    await write('a', '甲')
    await io.mkdir(at('f'))
  })

  it('STORE-3: writes, reads, lists and looks', async () => {
    expect(await read('a')).toBe('甲')
    expect([...(await io.readdir(root))].sort()).toEqual(['a', 'f'])
    expect(await io.stat(at('a'))).toMatchObject({ isFolder: false, bytes: 3 })
    expect((await io.stat(at('f'))).isFolder).toBe(true)
    expect(await io.flushDirectory(root)).toBe(process.platform === 'win32' ? 'unsupported' : 'flushed')
  })

  it('STORE-3: never takes a name twice', async () => {
    expect(await codeOf(io.open(at('a'), 'wx'))).toBe('EEXIST')
    expect(await codeOf(io.mkdir(at('f')))).toBe('EEXIST')
    expect(await codeOf(io.link(at('a'), at('f')))).toBe('EEXIST')
    await write('b', '乙')
    expect(await codeOf(io.link(at('b'), at('a')))).toBe('EEXIST')
    expect(await read('a')).toBe('甲')
    await io.unlink(at('b'))
  })

  it('STORE-3: links, renames over and removes', async () => {
    await io.link(at('a'), at('f', 'c'))
    await io.unlink(at('a'))
    expect(await read('f/c')).toBe('甲')
    await write('d', '丁')
    await io.rename(at('d'), at('f', 'c'))
    expect(await read('f/c')).toBe('丁')
    expect(await io.readdir(at('f'))).toEqual(['c'])
    const handle = await io.open(at('f', 'c'), 'r+')
    await io.fsync(handle)
    await io.close(handle)
  })

  it('STORE-3: names what is missing or of the wrong kind', async () => {
    const none = at('none')
    const calls: ReadonlyArray<() => Promise<unknown>> = [
      () => io.read(none), () => io.stat(none), () => io.readdir(none), () => io.unlink(none), () => io.rename(none, at('x')), () => io.link(none, at('x')), () => io.open(none, 'r+'), () => io.mkdir(at('none', 'x')),
    ]
    for (const call of calls) {
      expect(await codeOf(call())).toBe('ENOENT')
    }
    expect(await codeOf(io.read(at('f')))).toBe('EISDIR')
    expect(await codeOf(io.readdir(at('f', 'c')))).toBe('ENOTDIR')
    expect(await codeOf(io.stat(at('f', 'c', 'x')))).toBe('ENOTDIR')
  })
})
