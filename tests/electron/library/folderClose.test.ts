/** What is under way for the import of a folder when the program is closed, or when its reading ends early. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { asText, oldReport } from '../../support/oldFolder'
import { lookAt, oldFolderPlace, reading, rowAt, rowsOf } from '../../support/oldFolderPlace'
import { codeOf, openTempLibrary, valueOf } from '../../support/tempLibrary'

const io = nodeStorageIo('linux')
const never = (): Promise<never> => new Promise<never>(() => undefined)
const soon = (milliseconds = 50): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })
const titleOf = async (library: Library, job: string, path: string): Promise<string> => rowAt(await rowsOf(library, job), path).title
const records = join('imports', 'folders')

const looked = async (library: Library): Promise<string> => (await lookAt(library, old)).job

/** Whether it ends, in a time in which it should. */
const ends = (work: Promise<unknown>): Promise<'ended' | 'waits'> => Promise.race([work.then(() => 'ended' as const), soon(2000).then(() => 'waits' as const)])

const place = oldFolderPlace((folder) => {
  for (const [index, name] of ['丙.txt', '丁.txt', '戊.txt', '己.txt'].entries()) writeFileSync(join(folder, name), asText(oldReport(index + 1, 6).lines))
})
let old = ''
let data = ''
beforeEach(() => { ({ old, data } = place) })

describe('a folder on a share that does not answer', () => {
  it.each(['readdir', 'stat'] as const)('FOLDER-12: closed while it is listed (%s), the library closes at once', async (step) => {
    let isLost = false
    const library = await openTempLibrary(data, { io: { ...io, [step]: (path: string) => (isLost && path.startsWith(old) ? never() : io[step](path)) } })
    isLost = true
    const opening = library.folderImports.open({ folder: old })
    await soon()
    expect(await ends(library.close())).toBe('ended')
    expect(codeOf(await opening)).toBe('cancelled')
  })

  it('FOLDER-12: forgotten while it is listed anew, the import is forgotten at once', async () => {
    let isLost = false
    const library = await openTempLibrary(data, { io: { ...io, readdir: (path) => (isLost && path.startsWith(old) ? never() : io.readdir(path)) } })
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    isLost = true
    const opening = library.folderImports.resume({ job })
    await soon()
    expect(await ends(library.folderImports.forget({ job }))).toBe('ended')
    expect(codeOf(await opening)).toBe('cancelled')
    expect(valueOf(await library.folderImports.list())).toEqual([])
    await library.close()
  })
})

describe('a correction that is made just before the program is closed', () => {
  it('FOLDER-5: closing waits until the disk has it, and nothing is written afterwards', async () => {
    let slow = 0
    let isClosed = false
    let late = 0
    const library = await openTempLibrary(data, { io: { ...io, link: async (from, to) => {
      if (to.includes(records)) {
        await soon(slow)
        if (isClosed) late += 1
      }
      return io.link(from, to)
    } } })
    const job = await looked(library)
    slow = 300
    const change = library.folderImports.change({ job, paths: ['丙.txt'], change: { title: '关闭前改的标题' } })
    await library.close()
    isClosed = true
    valueOf(await change)
    expect(codeOf(await library.folderImports.change({ job, paths: ['丁.txt'], change: { title: '太晚了' } }))).toBe('cancelled')
    await soon(900)
    expect(late).toBe(0)
    const later = await openTempLibrary(data)
    expect(await titleOf(later, job, '丙.txt')).toBe('关闭前改的标题')
    await later.close()
  })

  it('FOLDER-5: so is one to an import that is only being opened', async () => {
    const first = await openTempLibrary(data)
    const job = await looked(first)
    await first.close()
    const library = await openTempLibrary(data, { io: { ...io, read: async (path) => {
      if (path.includes(records)) await soon(100)
      return io.read(path)
    } } })
    const change = library.folderImports.change({ job, paths: ['丙.txt'], change: { title: '打开时改的标题' } })
    await library.close()
    const later = await openTempLibrary(data)
    expect([(await change).ok, await titleOf(later, job, '丙.txt')]).toEqual([true, '打开时改的标题'])
    await later.close()
  })

  it.each(['closing', 'waiting'] as const)('FOLDER-5: one that could not be written is written once it can be (%s)', async (how) => {
    let isFull = false
    const library = await openTempLibrary(data, { io: { ...io, link: (from, to) => (isFull && to.includes(records) ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : io.link(from, to)) } })
    const job = await looked(library)
    isFull = true
    expect(codeOf(await library.folderImports.change({ job, paths: ['丙.txt'], change: { title: '盘满时改的标题' } }))).toBe('diskFull')
    isFull = false
    if (how === 'waiting') await soon(1500)
    else await library.close()
    const later = await openTempLibrary(data)
    expect(await titleOf(later, job, '丙.txt')).toBe('盘满时改的标题')
    await later.close()
    if (how === 'waiting') await library.close()
  })
})

describe('a file that could not be read because the computer was busy', () => {
  it.each(['readTooSlow', 'readTooHungry', 'readBroken'] as const)('FOLDER-12: stays to be read when the clerk stops before it is tried again (%s)', async (code) => {
    const library = await openTempLibrary(data)
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    const stop = new AbortController()
    let tries = 0
    const busy = { ...reading, read: async (...given: Parameters<typeof reading.read>) => {
      if (!given[1].startsWith('丙')) return reading.read(...given)
      tries += 1
      return { ok: false as const, error: { code } }
    } }
    const half = valueOf(await library.folderImports.look({ job }, busy, { signal: stop.signal, progress: () => { if (tries > 0) stop.abort() } }))
    expect([tries, half.refused, half.waiting > 0]).toEqual([1, 0, true])
    expect((await rowsOf(library, job)).find(({ path }) => path === '丙.txt')?.state).toBe('waiting')
    // Tried twice in one run it is refused.
    expect(valueOf(await library.folderImports.look({ job }, busy))).toMatchObject({ refused: 1, waiting: 0 })
    expect(tries).toBe(3)
    await library.close()
  })
})
