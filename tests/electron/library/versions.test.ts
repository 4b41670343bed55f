import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { emptyContent } from '../../../shared/outline/reportContent'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import { codeOf, fakeWord, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

const content = (text: string) => ({ ...emptyContent, title: [text], blocks: [{ kind: 'text' as const, id: 'b1', level: 0 as const, runs: [{ text: `${text}的正文。` }] }] })

const add = async (library: Library, title: string): Promise<string> => valueOf(await library.importReport({ content: content(title), year: 2025 })).id

async function write(library: Library, id: string, title: string, base?: number): Promise<number> {
  const { report, generation } = valueOf(await library.open({ id }))
  return valueOf(await library.save({ report: { ...report, ...content(title) }, base: base ?? generation, cause: 'auto' })).generation
}

const list = async (library: Library, id: string) => valueOf(await library.versions({ id })).versions
const titleNow = async (library: Library, id: string): Promise<string> => valueOf(await library.open({ id })).report.title.join('')

describe('versions on the disk', () => {
  let folder: TempFolder
  let library: Library
  let now = Date.parse('2026-01-05T08:00:00Z')
  const open = (): Promise<Library> => openTempLibrary(folder.path, { clock: () => (now += 1000) })
  const reopen = async (): Promise<void> => {
    await library.close()
    library = await open()
  }
  beforeEach(async () => {
    folder = tempFolder()
    library = await open()
  })
  afterEach(async () => {
    await library.close()
    folder.remove()
  })

  it('VERSION-1: any saved state can be named, named anew and unnamed; no generation file changes by it', async () => {
    const id = await add(library, '甲')
    await write(library, id, '乙')
    await write(library, id, '丙')
    const path = join(folder.path, 'reports', id)
    const bytes = () => readdirSync(path).filter((name) => name.startsWith('g')).sort().map((name) => readFileSync(join(path, name), 'utf8'))
    const before = bytes()
    valueOf(await library.nameVersion({ id, generation: 2, name: ' 初稿 ' }))
    valueOf(await library.nameVersion({ id, generation: 3, name: '局长改后' }))
    valueOf(await library.nameVersion({ id, generation: 2, name: '科室初稿' }))
    await reopen()
    expect((await list(library, id)).map(({ generation, name }) => [generation, name])).toEqual([[3, '局长改后'], [2, '科室初稿'], [1, '']])
    valueOf(await library.unnameVersion({ id, generation: 2 }))
    expect((await list(library, id)).map(({ name }) => name)).toEqual(['局长改后', '', ''])
    expect(bytes()).toEqual(before)
    expect(codeOf(await library.nameVersion({ id, generation: 9, name: '没有' }))).toBe('versionNotFound')
  })

  it('VERSION-2: a named autosave survives a year of thinning; its unnamed neighbours do not', async () => {
    const id = await add(library, '甲')
    for (let save = 0; save < 12; save += 1) await write(library, id, `第${save}稿`)
    valueOf(await library.nameVersion({ id, generation: 5, name: '初稿' }))
    now += 300 * 86_400_000
    for (let save = 0; save < 25; save += 1) await write(library, id, `下半年第${save}稿`)
    await reopen()
    const kept = (await list(library, id)).map(({ generation }) => generation)
    expect(kept).toContain(5)
    expect(kept).not.toContain(4)
    expect(kept).not.toContain(6)
    expect(valueOf(await library.openVersion({ id, generation: 5 }))).toMatchObject({ name: '初稿', report: { title: ['第3稿'] } })
  })

  it('VERSION-2: where names were damaged nothing is thinned out, and naming begins anew beside them', async () => {
    const id = await add(library, '甲')
    for (let save = 0; save < 12; save += 1) await write(library, id, `第${save}稿`)
    valueOf(await library.nameVersion({ id, generation: 5, name: '初稿' }))
    await library.close()
    const names = join(folder.path, 'reports', id, 'names')
    const [file = ''] = readdirSync(names).filter((name) => name.startsWith('g'))
    writeFileSync(join(names, file), 'rubbish')
    library = await open()
    const before = await list(library, id)
    expect(before.every(({ name }) => name === '')).toBe(true)
    expect(before.map(({ generation }) => generation)).toContain(5)
    valueOf(await library.nameVersion({ id, generation: 13, name: '送审稿' }))
    now += 300 * 86_400_000
    for (let save = 0; save < 25; save += 1) await write(library, id, `下半年第${save}稿`)
    await reopen()
    const versions = await list(library, id)
    expect(versions).toHaveLength(before.length + 25)
    expect(versions.find(({ generation }) => generation === 13)?.name).toBe('送审稿')
    expect(readFileSync(join(names, file), 'utf8')).toBe('rubbish')
  })

  it('VERSION-3: 送审 and 定稿 name the version by themselves; the name can be changed and taken away', async () => {
    const id = await add(library, '甲')
    valueOf(await library.setState({ id, state: 'review' }))
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.setState({ id, state: 'draft' }))
    expect((await list(library, id)).map(({ name, cause }) => [name, cause])).toEqual([['', 'state'], ['定稿', 'final'], ['送审稿', 'review'], ['', 'import']])
    valueOf(await library.nameVersion({ id, generation: 2, name: '二次送审稿' }))
    valueOf(await library.unnameVersion({ id, generation: 3 }))
    await reopen()
    expect((await list(library, id)).map(({ name }) => name)).toEqual(['', '', '二次送审稿', ''])
  })

  it('VERSION-4: the list tells 字数, parents and both heads of a conflict, and each head can be read', async () => {
    const id = await add(library, '甲')
    await write(library, id, '别处改的')
    expect(await write(library, id, '这里改的', 1)).toBe(3)
    const versions = await list(library, id)
    expect(versions.map(({ generation, parent, conflictWith }) => [generation, parent, conflictWith])).toEqual([[3, 1, 2], [2, 1, undefined], [1, 0, undefined]])
    expect(versions.map(({ characters }) => characters)).toEqual([12, 12, 6])
    const heads = await Promise.all([2, 3].map(async (generation) => valueOf(await library.openVersion({ id, generation })).report.title.join('')))
    expect(heads).toEqual(['别处改的', '这里改的'])
  })

  it('VERSION-4: a version that is damaged is named as such and cannot be opened; the others can', async () => {
    const id = await add(library, '甲')
    await write(library, id, '乙')
    await write(library, id, '丙')
    writeFileSync(join(folder.path, 'reports', id, 'g0000000002.json'), 'rubbish')
    expect(valueOf(await library.versions({ id }))).toMatchObject({ unreadable: [2], versions: [{ generation: 3 }, { generation: 1 }] })
    expect(codeOf(await library.openVersion({ id, generation: 2 }))).toBe('versionNotFound')
    expect(codeOf(await library.restoreVersion({ id, generation: 2 }))).toBe('versionNotFound')
    expect(await titleNow(library, id)).toBe('丙')
  })

  it('VERSION-5: restoring writes a new generation; the state that is left is there under 恢复前, and the library’s own facts stay', async () => {
    const id = await add(library, '甲')
    await write(library, id, '乙')
    valueOf(await library.setState({ id, state: 'review' }))
    await write(library, id, '丙')
    expect(valueOf(await library.restoreVersion({ id, generation: 1 })).generation).toBe(5)
    expect(valueOf(await library.open({ id }))).toMatchObject({ generation: 5, report: { id, title: ['甲'], state: 'review', year: 2025 } })
    expect((await list(library, id)).map(({ name, cause }) => [name, cause]).slice(0, 3)).toEqual([['', 'restore'], ['恢复前', 'auto'], ['送审稿', 'review']])
    valueOf(await library.restoreVersion({ id, generation: 4 }))
    expect(await titleNow(library, id)).toBe('丙')
  })

  it('VERSION-5: a state that has a name keeps it, and a filed report is neither restored nor named', async () => {
    const id = await add(library, '甲')
    await write(library, id, '乙')
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.restoreVersion({ id, generation: 1 }))
    expect((await list(library, id))[1]).toMatchObject({ name: '定稿' })
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.file({ id }))
    expect(codeOf(await library.restoreVersion({ id, generation: 1 }))).toBe('reportFiled')
    expect(valueOf(await library.openVersion({ id, generation: 2 })).report.title).toEqual(['乙'])
  })

  it('VERSION-2: a version named while old ones are thinned out is there afterwards', async () => {
    const id = await add(library, '甲')
    for (let save = 0; save < 18; save += 1) await write(library, id, `第${save}稿`)
    now += 300 * 86_400_000
    for (let save = 0; save < 2; save += 1) {
      const named = library.nameVersion({ id, generation: 6 + save, name: '初稿' })
      await write(library, id, `后来第${save}稿`)
      const answer = await named
      const isThere = (await list(library, id)).some(({ generation }) => generation === 6 + save)
      expect(answer.ok).toBe(isThere)
    }
  })
})

/** What the story of {@link story} has been told so far. */
interface Told { restored?: boolean; named?: string }

const openOn = async (io: StorageIo, program: number): Promise<Library> => valueOf(await openLibrary({ ...quietSurroundings(io, program), folder: storeRoot, exportWord: fakeWord, untitled: '未命名' }))

/** Names a version and restores it; `said` is told what was acknowledged. */
async function story(library: Library, said: (told: Told) => void): Promise<string> {
  const id = await add(library, '甲')
  await write(library, id, '乙')
  await write(library, id, '丙')
  valueOf(await library.nameVersion({ id, generation: 2, name: '初稿' }))
  said({ named: '初稿' })
  valueOf(await library.restoreVersion({ id, generation: 2 }))
  said({ named: '初稿', restored: true })
  valueOf(await library.nameVersion({ id, generation: 2, name: '局长改后' }))
  said({ named: '局长改后', restored: true })
  return id
}

/** What is wrong with the library of `disk` after a crash, given what was acknowledged before. */
async function wrongAfter(disk: StorageIo, id: string, told: Told): Promise<readonly string[]> {
  const library = await openOn(disk, 2)
  const listed = await library.versions({ id })
  if (!listed.ok) return told.named === undefined ? [] : [`nothing is there: ${listed.error.code}`]
  const { versions, unreadable } = listed.value
  const wrong: string[] = unreadable.map((number) => `${number} unreadable`)
  const title = await titleNow(library, id)
  const name = versions.find(({ generation }) => generation === 2)?.name ?? ''
  const order = ['', '初稿', '局长改后']
  if (order.indexOf(name) < order.indexOf(told.named ?? '')) wrong.push(`named ${name}, acknowledged ${told.named ?? ''}`)
  if (told.restored === true && title !== '乙') wrong.push(`restored was acknowledged, open is ${title}`)
  const newest = versions[0]
  // Brought back or not: what was left can be found by its name.
  if (newest?.cause === 'restore' && versions.find(({ generation }) => generation === 3)?.name !== '恢复前') wrong.push('restored, and the state before has no name')
  if (newest?.cause === 'restore' && title !== '乙') wrong.push(`restored to ${title}`)
  if (told.named !== undefined && newest?.cause !== 'restore' && title !== '丙') wrong.push(`not restored, and open is ${title}`)
  return wrong
}

interface Sweep { readonly states: number; readonly wrong: readonly string[] }

async function crashSweep(dress: (disk: SimulatedDisk) => StorageIo): Promise<Sweep> {
  let states = 0
  const wrong: string[] = []
  for (const model of ['ordered', 'weak'] as const) {
    const disk = simulatedDisk(model, storeRoot)
    const moments: Array<{ readonly disk: SimulatedDisk; readonly told: Told; readonly count: number }> = []
    let told: Told = {}
    disk.onOperation = (count) => void moments.push({ disk: disk.freeze(), told, count })
    const id = await story(await openOn(dress(disk), 1), (next) => { told = next })
    disk.onOperation = null
    for (const moment of moments.slice(Math.floor(moments.length / 3))) {
      for (let seed = 1; seed <= 6; seed += 1) {
        states += 1
        for (const each of await wrongAfter(moment.disk.crash(seed * 131 + moment.count), id, moment.told)) wrong.push(`${model} ${moment.count}/${seed}: ${each}`)
      }
    }
  }
  return { states, wrong }
}

describe('a power cut or a failing disk while a version is named or restored', () => {
  it('VERSION-6: a power cut anywhere leaves the old state or the new one, with its names', async () => {
    const { states, wrong } = await crashSweep((disk) => disk)
    console.log(`versions: ${states} crash states, ${wrong.length} wrong`)
    expect(states).toBeGreaterThan(500)
    expect(wrong).toEqual([])
  })

  it('VERSION-6: control: on a disk that does not flush the folder of names, acknowledged names are lost', async () => {
    const { wrong } = await crashSweep((disk) => ({ ...disk, flushDirectory: (path) => (path.endsWith('/names') ? Promise.resolve('flushed') : disk.flushDirectory(path)) }))
    expect(wrong.some((line) => line.includes('acknowledged'))).toBe(true)
  })

  it('VERSION-6: after any failed call the report is in the old state or the new one, and the same program can restore again', async () => {
    let failed = 0
    const wrong: string[] = []
    for (const code of ['EIO', 'ENOSPC', 'EACCES', 'EEXIST']) {
      for (let at = 1; at < 60; at += 1) {
        const disk = simulatedDisk('weak', storeRoot)
        const before = await openOn(disk, 1)
        const id = await add(before, '甲')
        await write(before, id, '乙')
        await write(before, id, '丙')
        const io = faultyDisk(disk, { at: 0, code, isForGood: false })
        const calls = await openOn(io, 3).then(async (library) => { await library.open({ id }); return io.calls() })
        const faulty = faultyDisk(disk, { at: calls + at, code, isForGood: true })
        const library = await openOn(faulty, 2)
        await library.open({ id })
        const answer = await library.restoreVersion({ id, generation: 2 })
        if (!answer.ok) failed += 1
        faulty.heal()
        const title = await titleNow(library, id)
        const versions = await list(library, id)
        const say = (what: string): void => void wrong.push(`${code} at ${at}: ${what}`)
        if (title !== '丙' && title !== '乙') say(`open is ${title}`)
        if (answer.ok && title !== '乙') say('acknowledged, but not restored')
        if (title === '乙' && versions.find(({ generation }) => generation === 3)?.name !== '恢复前') say('restored, and the state before has no name')
        if (codeOf(await library.restoreVersion({ id, generation: 1 })) !== 'succeeded' || (await titleNow(library, id)) !== '甲') say('cannot be restored afterwards')
      }
    }
    expect(failed).toBeGreaterThan(60)
    expect(wrong).toEqual([])
  })
})
