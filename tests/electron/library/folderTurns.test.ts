/** What may happen side by side to the import of a folder, and what must not be lost of it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { threadReading } from '../../../electron/cli/threadReading'
import { folderReading } from '../../../electron/import/folderReading'
import type { FolderReading } from '../../../electron/library/folderImport/lookAtFile'
import { folderText } from '../../../electron/library/folderImport/folderSheet'
import { mostFiles, mostNamed, walkFolder } from '../../../electron/library/folderImport/walkFolder'
import type { Library } from '../../../electron/library/library'
import { createReader } from '../../../electron/reading/createReader'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { isCutOff, type FolderJob, type FolderRow } from '../../../shared/ipc/folderImportContract'
import { asText, asWord, oldReport } from '../../support/oldFolder'
import { oldFolderPlace, reading, rowAt, rowsOf } from '../../support/oldFolderPlace'
import { pretender } from '../../support/readingProgram'
import { openTempLibrary, valueOf } from '../../support/tempLibrary'

const place = oldFolderPlace((folder) => {
  for (const [index, name] of ['丙.txt', '丁.docx', '戊.txt', '己.docx'].entries()) writeFileSync(join(folder, name), (name.endsWith('x') ? asWord : asText)(oldReport(index + 1, 6).lines))
})
let old = ''
let data = ''
beforeEach(() => { ({ old, data } = place) })

interface Gate { readonly wait: Promise<void>; readonly open: () => void }

function gate(): Gate {
  let open = (): void => undefined
  const wait = new Promise<void>((resolve) => { open = resolve })
  return { wait, open }
}

const rowOf = async (library: Library, job: string, path: string): Promise<FolderRow> => rowAt(await rowsOf(library, job), path)
const soon = (milliseconds = 30): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

async function looked(library: Library, given: FolderReading = reading): Promise<FolderJob> {
  const { job } = valueOf(await library.folderImports.open({ folder: old }))
  return valueOf(await library.folderImports.look({ job }, given))
}

describe('the import of a folder while something else happens to it', () => {
  it('FOLDER-5: a correction that is made while the record is written outlives the program', async () => {
    const io = nodeStorageIo('linux')
    const folding = gate()
    const corrected = gate()
    let isHeld = false
    const library = await openTempLibrary(data, { io: { ...io, link: async (from, to) => {
      if (isHeld && to.includes(join('imports', 'folders'))) {
        isHeld = false
        folding.open()
        await corrected.wait
      }
      return io.link(from, to)
    } } })
    const { job } = await looked(library)
    isHeld = true
    const again = library.folderImports.open({ folder: old })
    await folding.wait
    const change = library.folderImports.change({ job, paths: ['丙.txt'], change: { title: '写盘时改的标题' } })
    await soon()
    corrected.open()
    valueOf(await change)
    valueOf(await again)
    await library.close()
    const later = await openTempLibrary(data)
    expect((await rowOf(later, job, '丙.txt')).title).toBe('写盘时改的标题')
    await later.close()
  })

  it('FOLDER-12: listing waits for the look that runs, and no row is written over another', async () => {
    const library = await openTempLibrary(data)
    const first = gate()
    const slow: FolderReading = { ...reading, read: async (bytes, name, keep, signal) => {
      await first.wait
      return reading.read(bytes, name, keep, signal)
    } }
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    const look = library.folderImports.look({ job }, slow)
    await soon()
    // Names that sort before the others: every index moves.
    for (const [index, name] of ['1.txt', '2.txt', '3.txt'].entries()) writeFileSync(join(old, name), asText(oldReport(index + 50, 6).lines))
    const listing = library.folderImports.open({ folder: old })
    await soon()
    first.open()
    valueOf(await look)
    expect(valueOf(await listing).files).toBe(7)
    valueOf(await library.folderImports.look({ job }, reading))
    const rows = await rowsOf(library, job)
    expect(rows.map(({ path }) => path)).toEqual([...rows].map(({ path }) => path).sort())
    for (const [index, name] of ['丙.txt', '丁.docx', '戊.txt', '己.docx'].entries()) expect([name, (await rowOf(library, job, name)).title]).toEqual([name, oldReport(index + 1, 6).title])
    for (const [index, name] of ['1.txt', '2.txt', '3.txt'].entries()) expect([name, (await rowOf(library, job, name)).title]).toEqual([name, oldReport(index + 50, 6).title])
    await library.close()
  })

  it('FOLDER-5: a correction that is made while its file is being stored stays when storing fails, and is not told as stored when it came too late', async () => {
    const library = await openTempLibrary(data)
    const { job } = await looked(library)
    rmSync(join(data, 'cache', 'imports'), { recursive: true })
    const say = (path: string, title: string) => library.folderImports.change({ job, paths: [path], change: { title } })
    const done = valueOf(await library.folderImports.store({ job }, { ...reading, read: async (bytes, name, keep, signal) => {
      valueOf(await say(name, `存时改的${name}`))
      return name === '丙.txt' ? { ok: false, error: { code: 'diskFaulty' } } : reading.read(bytes, name, keep, signal)
    } }))
    expect([done.stored, done.failed]).toEqual([3, 1])
    expect(await rowOf(library, job, '丙.txt')).toMatchObject({ state: 'failed', title: '存时改的丙.txt' })
    const titles = valueOf(await library.list()).reports.map(({ title }) => title).sort()
    expect((await rowsOf(library, job)).flatMap(({ state, title }) => (state === 'stored' ? [title] : [])).sort()).toEqual(titles)
    // What is stored is corrected on the shelf, not here.
    valueOf(await say('丁.docx', '太晚了'))
    expect((await rowsOf(library, job)).flatMap(({ state, title }) => (state === 'stored' ? [title] : [])).sort()).toEqual(titles)
    await library.close()
  })

  it('FOLDER-12: said while the report is being written, a correction is too late, and the row says what was stored', async () => {
    const io = nodeStorageIo('linux')
    let say = async (): Promise<unknown> => undefined
    const library = await openTempLibrary(data, { io: { ...io, link: async (from, to) => {
      if (to.includes('originals')) await say()
      return io.link(from, to)
    } } })
    const { job } = await looked(library)
    say = () => library.folderImports.change({ job, paths: ['丙.txt', '丁.docx', '戊.txt', '己.docx'], change: { title: '太晚了' } })
    valueOf(await library.folderImports.store({ job }, reading))
    const titles = valueOf(await library.list()).reports.map(({ title }) => title).sort()
    expect(titles.filter((title) => title !== '太晚了').length).toBeGreaterThan(0)
    expect((await rowsOf(library, job)).map(({ title }) => title).sort()).toEqual(titles)
    await library.close()
  })

  it('FOLDER-12: stored twice at once, nothing comes in twice', async () => {
    const library = await openTempLibrary(data)
    const { job } = await looked(library)
    await Promise.all([library.folderImports.store({ job }, reading), library.folderImports.store({ job }, reading)])
    expect(valueOf(await library.list()).reports).toHaveLength(4)
    await library.close()
  })

  it('FOLDER-12: forgotten while its files are read, an import stops, and nothing of it comes back', async () => {
    const library = await openTempLibrary(data)
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    let begun = 0
    const look = library.folderImports.look({ job }, { ...reading, read: (_bytes, _name, _keep, signal) => new Promise((resolve) => {
      begun += 1
      signal?.addEventListener('abort', () => resolve({ ok: false, error: { code: 'cancelled' } }))
    }) })
    await soon()
    expect(begun).toBe(2)
    valueOf(await library.folderImports.forget({ job }))
    expect(valueOf(await look).waiting).toBe(4)
    expect((await library.folderImports.change({ job, paths: ['丙.txt'], change: { title: '晚了' } })).ok).toBe(false)
    await soon(700)
    expect(valueOf(await library.folderImports.list())).toEqual([])
    expect(existsSync(join(data, 'imports', 'folders', job))).toBe(false)
    expect((await looked(library)).ready).toBe(4)
    await library.close()
  })

  it('FOLDER-12: stopped, the file that is being read is left at once and stays to be read; a process that never answers is ended', async () => {
    const library = await openTempLibrary(data)
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    const hanging = createReader(threadReading(pretender(place.path, 'never')), { deadline: 60_000 })
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    const began = Date.now()
    const head = valueOf(await library.folderImports.look({ job }, folderReading(hanging.read), { signal: stop.signal, isCancelled: () => stop.signal.aborted }))
    expect(Date.now() - began).toBeLessThan(5000)
    expect([head.waiting, head.refused]).toEqual([4, 0])
    expect(valueOf(await library.folderImports.look({ job }, reading)).ready).toBe(4)
    hanging.close()
    await library.close()
  })

  it('FOLDER-12: stopped while a lost share does not answer, the import ends all the same', async () => {
    const io = nodeStorageIo('linux')
    let isLost = false
    const library = await openTempLibrary(data, { io: { ...io, read: (path) => (isLost && path.startsWith(old) ? new Promise<never>(() => undefined) : io.read(path)) } })
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    isLost = true
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    expect(valueOf(await library.folderImports.look({ job }, reading, { signal: stop.signal })).waiting).toBe(4)
    isLost = false
    expect(valueOf(await library.folderImports.look({ job }, reading)).ready).toBe(4)
    await library.close()
  })

  it('FOLDER-2: what was read is stored while other files wait, and the import is finished only after them', async () => {
    const library = await openTempLibrary(data)
    const { job } = valueOf(await library.folderImports.open({ folder: old }))
    let asked = 0
    const half = valueOf(await library.folderImports.look({ job }, reading, { isCancelled: () => (asked += 1) > 2 }))
    expect(half.waiting).toBe(2)
    expect(valueOf(await library.folderImports.store({ job }, reading))).toMatchObject({ stored: 2, waiting: 2, finishedAt: null })
    valueOf(await library.folderImports.look({ job }, reading))
    expect(valueOf(await library.folderImports.store({ job }, reading)).finishedAt).not.toBeNull()
    await library.close()
  })

  it('FOLDER-12: stopped at its last file, an import is not told as finished, and what was read of the others is kept', async () => {
    const library = await openTempLibrary(data)
    const { job } = await looked(library)
    const cache = join(data, 'cache', 'imports')
    rmSync(join(cache, `${createHash('sha256').update(readFileSync(join(old, '丙.txt'))).digest('hex')}.json`))
    valueOf(await library.folderImports.change({ job, paths: ['丁.docx', '戊.txt', '己.docx'], change: { isIn: false } }))
    const stop = new AbortController()
    const half = valueOf(await library.folderImports.store({ job }, { ...reading, read: async () => {
      stop.abort()
      return { ok: false, error: { code: 'cancelled' } }
    } }, { signal: stop.signal, isCancelled: () => stop.signal.aborted }))
    expect([half.finishedAt, half.stored, half.chosen, half.failed]).toEqual([null, 0, 1, 0])
    expect(readdirSync(cache)).toHaveLength(3)
    const done = valueOf(await library.folderImports.store({ job }, reading))
    expect([done.finishedAt === null, done.stored, done.chosen]).toEqual([false, 1, 0])
    await library.close()
  })
})

describe('what a record of an import is believed', () => {
  it('FOLDER-13: a file whose report was taken from the shelf is left out, can be ticked again, and comes back', async () => {
    const library = await openTempLibrary(data)
    const { job } = await looked(library)
    valueOf(await library.folderImports.store({ job }, reading))
    const { reportId: id = '' } = await rowOf(library, job, '丙.txt')
    valueOf(await library.trash({ id }))
    expect(valueOf(await library.folderImports.open({ folder: old }))).toMatchObject({ stored: 3, ready: 1, chosen: 0, attention: 0 })
    expect(await rowOf(library, job, '丙.txt')).toMatchObject({ state: 'ready', isIn: false, doubts: [{ code: 'wasStored' }] })
    expect(await rowOf(library, job, '丁.docx')).toMatchObject({ state: 'stored' })
    // Still so in another program, and not stored of itself.
    await library.close()
    const later = await openTempLibrary(data)
    expect(await looked(later)).toMatchObject({ stored: 3, chosen: 0 })
    expect(valueOf(await later.folderImports.store({ job }, reading)).stored).toBe(3)
    valueOf(await later.folderImports.change({ job, paths: ['丙.txt'], change: { isIn: true } }))
    expect(valueOf(await later.folderImports.store({ job }, reading)).stored).toBe(4)
    const back = await rowOf(later, job, '丙.txt')
    expect([back.state, back.reportId === id, back.doubts.map(({ code }) => code)]).toEqual(['stored', false, []])
    expect(valueOf(await later.list()).reports.filter(({ isTrashed }) => !isTrashed)).toHaveLength(4)
    // Back on the shelf, the first one is known again.
    valueOf(await later.trash({ id: back.reportId ?? '' }))
    valueOf(await later.restore({ id }))
    valueOf(await later.folderImports.open({ folder: old }))
    expect(await rowOf(later, job, '丙.txt')).toMatchObject({ isIn: false, doubts: [{ code: 'onShelf', reportId: id }] })
    await later.close()
  })

  it('FOLDER-13: a report that another program stored is in the library; one that is missing is not', async () => {
    const library = await openTempLibrary(data)
    const second = await openTempLibrary(data)
    const { job } = await looked(second)
    const done = valueOf(await second.folderImports.store({ job }, reading))
    expect(done.stored).toBe(4)
    expect(valueOf(await library.folderImports.resume({ job })).stored).toBe(4)
    await library.close()
    const { reportId = '' } = await rowOf(second, job, '丁.docx')
    await second.close()
    rmSync(join(data, 'reports', reportId), { recursive: true })
    const later = await openTempLibrary(data)
    expect(valueOf(await later.folderImports.resume({ job }))).toMatchObject({ stored: 3, ready: 1 })
    await later.close()
  })

  it('FOLDER-13: what another version of the program read is read anew; the corrections stay', async () => {
    const read: string[] = []
    const counting: FolderReading = { ...reading, read: (bytes, name, keep, signal) => {
      read.push(name)
      return reading.read(bytes, name, keep, signal)
    } }
    writeFileSync(join(old, '坏.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))
    const first = await openTempLibrary(data, { program: 'Andu 1' })
    const { job } = await looked(first, counting)
    valueOf(await first.folderImports.change({ job, paths: ['丙.txt'], change: { title: '改过的' } }))
    await first.close()
    for (const [program, count] of [['Andu 1', 5], ['Andu 2', 10], ['Andu 2', 10]] as const) {
      const library = await openTempLibrary(data, { program })
      const head = await looked(library, counting)
      expect([program, read.length, head.ready, head.refused, (await rowOf(library, job, '丙.txt')).title]).toEqual([program, count, 4, 1, '改过的'])
      await library.close()
    }
    // Looked at by one version, stored by another without a new look: what was kept is not used.
    const third = await openTempLibrary(data, { program: 'Andu 3' })
    valueOf(await third.folderImports.store({ job }, counting))
    expect(read).toHaveLength(14)
    await third.close()
  })

  it('FOLDER-10: what was read is taken away with the last import that is forgotten, and can be kept again when its folder is gone', async () => {
    const cache = join(data, 'cache', 'imports')
    const library = await openTempLibrary(data)
    const { job } = await looked(library)
    await library.close()
    expect(readdirSync(cache)).toHaveLength(4)
    const later = await openTempLibrary(data)
    // Left by an import whose record was lost.
    writeFileSync(join(cache, `${'0'.repeat(64)}.json`), 'x')
    valueOf(await later.folderImports.forget({ job }))
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([])
    await looked(later)
    expect(readdirSync(cache)).toHaveLength(4)
    rmSync(cache, { recursive: true })
    for (const [index, name] of ['丙.txt', '戊.txt'].entries()) {
      utimesSync(join(old, name), 1_500_000_000 + index, 1_500_000_000 + index)
    }
    await looked(later)
    expect(readdirSync(cache)).toHaveLength(2)
    await later.close()
  })

  it('FOLDER-10: what was read of a file that changed or is gone before it was stored is taken away when its folder is listed again', async () => {
    const cache = join(data, 'cache', 'imports')
    const kept = (): readonly string[] => readdirSync(cache).sort()
    const named = (names: readonly string[]): readonly string[] => names.map((name) => `${createHash('sha256').update(readFileSync(join(old, name))).digest('hex')}.json`).sort()
    // The same bytes twice: one of them stays.
    writeFileSync(join(old, '庚.txt'), readFileSync(join(old, '戊.txt')))
    const library = await openTempLibrary(data)
    const { job } = await looked(library)
    expect(kept()).toEqual(named(['丙.txt', '丁.docx', '戊.txt', '己.docx']))
    rmSync(join(old, '丁.docx'))
    rmSync(join(old, '庚.txt'))
    writeFileSync(join(old, '丙.txt'), asText(oldReport(30, 7).lines))
    valueOf(await library.folderImports.resume({ job }))
    expect(kept()).toEqual(named(['戊.txt', '己.docx']))
    valueOf(await library.folderImports.look({ job }, reading))
    expect(kept()).toEqual(named(['丙.txt', '戊.txt', '己.docx']))
    valueOf(await library.folderImports.store({ job }, reading))
    expect(kept()).toEqual([])
    await library.close()
  })

  it('FOLDER-1: what is beyond 20,000 names is told', async () => {
    const facts = { isFolder: false, isFile: true, bytes: 5, modified: 1 }
    const names = (at: string): readonly string[] => (at === old ? ['甲', '乙', '丁'] : Array.from({ length: 9000 }, (_, index) => `${String(index).padStart(5, '0')}.txt`))
    const walked = await walkFolder({ readdir: async (at) => names(at), kindOf: async (path) => (path.endsWith('.txt') ? 'file' : 'folder'), stat: async () => facts }, old, data)
    expect(walked).toHaveLength(mostNamed + 1)
    expect(walked.filter(({ skip }) => skip === undefined)).toHaveLength(mostFiles)
    expect(walked.filter(({ skip }) => skip === 'notListed')).toEqual([{ path: '甲', bytes: 0, modified: 0, skip: 'notListed' }])
    const rows = walked.map(({ path, skip }, row): FolderRow => ({ row, path, bytes: 0, state: skip === undefined ? 'ready' : 'skipped', isIn: false, format: '', title: path, year: 2020, kind: 'other', unit: '', doubts: [], ...(skip === undefined ? {} : { skip }) }))
    expect([isCutOff(rows), isCutOff(rows.slice(0, 5))]).toEqual([true, false])
    const head: FolderJob = { job: '', folderName: '旧', openedAt: '', finishedAt: null, files: 0, waiting: 0, ready: 0, chosen: 0, attention: 0, refused: 0, skipped: 0, failed: 0, stored: 0 }
    expect(folderText(head, rows).slice(0, 400)).toContain('其余的没有读')
    expect(folderText(head, rows.slice(0, 5))).not.toContain('其余的没有读')
  })
})
