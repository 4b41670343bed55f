import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import { defaultSettings } from '../../../electron/library/settings'
import { encodeGeneration, verifyGeneration } from '../../../electron/storage/generationFile'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { generationName } from '../../../shared/store/envelope'
import { reportFormat } from '../../../shared/store/storedReportSchema'
import { codeOf, fakeWord, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let library: Library
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path)
})
afterEach(async () => {
  await library.close()
  folder.remove()
})

async function reopen(): Promise<void> {
  await library.close()
  library = await openTempLibrary(folder.path)
}

/** Reports named 甲1, 甲2, …, each saved twice. */
async function fill(count: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 1; index <= count; index += 1) {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2020 + (index % 6), unit: '青河县应急管理局' }))
    const { report, generation } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, title: [`甲${index}`] }, base: generation, cause: 'auto' }))
    ids.push(id)
  }
  return ids
}

const fileOf = (id: string, number: number): string => join(folder.path, 'reports', id, generationName(number))
const list = async () => valueOf(await library.list())

describe('damage', () => {
  const kinds: Record<string, (path: string) => void> = {
    'zero length': (path) => writeFileSync(path, ''),
    'all NUL': (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
    'torn': (path) => writeFileSync(path, readFileSync(path).subarray(0, 200)),
    'one byte': (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('safety', 'safetx')),
    'a folder instead': (path) => {
      rmSync(path)
      mkdirSync(path)
    },
    'rubbish': (path) => writeFileSync(path, Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 97) % 256))),
  }

  it.each(Object.keys(kinds))('STORE-7: %s in one of 50 reports: it opens at its older generation, is shown, and the others work', async (kind) => {
    const ids = await fill(50)
    await reopen()
    const [victim = ''] = ids
    kinds[kind]?.(fileOf(victim, 2))
    const damagedBytes = kind === 'a folder instead' ? null : readFileSync(fileOf(victim, 2))
    expect(await list()).toMatchObject({ reports: { length: 50 } })
    await library.open({ id: victim })
    expect((await list()).damaged).toEqual([{ id: victim, code: 'reportDamaged', title: '', openedGeneration: 1, badGeneration: 2 }])
    expect(valueOf(await library.open({ id: victim }))).toMatchObject({ generation: 1, report: { title: [] } })
    for (const id of ids.slice(1, 10)) {
      const { report, generation } = valueOf(await library.open({ id }))
      expect(valueOf(await library.save({ report, base: generation, cause: 'manual' })).generation).toBe(3)
    }
    const set = readdirSync(join(folder.path, 'quarantine', victim)).sort()
    expect(set).toHaveLength(2)
    if (damagedBytes !== null) expect(readFileSync(join(folder.path, 'quarantine', victim, set[0] ?? '')).equals(damagedBytes)).toBe(true)
    // Still shown after a new start, until the clerk has saved it again; its number is never used again.
    await reopen()
    expect((await list()).damaged).toHaveLength(1)
    const { report, generation } = valueOf(await library.open({ id: victim }))
    expect(valueOf(await library.save({ report, base: generation, cause: 'auto' }))).toMatchObject({ generation: 3 })
    expect((await list()).damaged).toEqual([])
  })

  it('STORE-5: a report of which nothing is left whole is shown, refuses to open, and keeps its files', async () => {
    const [victim = '', other = ''] = await fill(2)
    await reopen()
    for (const number of [1, 2]) writeFileSync(fileOf(victim, number), 'x')
    expect(await list()).toMatchObject({ reports: [{ id: other }], damaged: [{ id: victim, code: 'reportUnreadable', title: '甲1' }] })
    expect(codeOf(await library.open({ id: victim }))).toBe('reportUnreadable')
    expect(readdirSync(join(folder.path, 'reports', victim))).toHaveLength(2)
  })

  it('STORE-10: a report of a newer program is shown, refused, not rewritten, and takes no save', async () => {
    const [id = ''] = await fill(1)
    const verdict = verifyGeneration(readFileSync(fileOf(id, 2)), 2)
    if (verdict.kind !== 'good') throw new Error('the fixture is damaged')
    const { bytes } = encodeGeneration({ ...verdict.envelope, number: 3, parent: 2, version: reportFormat.version + 1 })
    const before = valueOf(await library.open({ id }))
    writeFileSync(fileOf(id, 3), bytes)
    expect(codeOf(await library.open({ id }))).toBe('reportNewer')
    expect(codeOf(await library.save({ report: before.report, base: 3, cause: 'auto' }))).toBe('reportNewer')
    expect(codeOf(await library.setState({ id, state: 'final' }))).toBe('reportNewer')
    expect(await list()).toMatchObject({ reports: [], damaged: [{ id, code: 'reportNewer' }] })
    expect(readdirSync(join(folder.path, 'reports', id)).sort()).toEqual([1, 2, 3].map(generationName))
    expect(readFileSync(fileOf(id, 3)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('STORE-9: unknown keys of the report and beside it survive opening, an edit without them, and every change of state', async () => {
    const [id = ''] = await fill(1)
    const { report } = valueOf(await library.open({ id }))
    const { bytes } = encodeGeneration({ number: 3, parent: 2, version: reportFormat.version, time: '2026-01-05T08:00:00.000Z', cause: 'manual', data: { report: { ...report, laterField: [1] }, laterMark: 'kept' } })
    writeFileSync(fileOf(id, 3), bytes)
    expect(valueOf(await library.open({ id })).generation).toBe(3)
    valueOf(await library.save({ report: { ...report, addressee: '县政府' }, base: 3, cause: 'auto' }))
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.trash({ id }))
    valueOf(await library.restore({ id }))
    expect(readFileSync(fileOf(id, 7), 'utf8')).toContain('"laterField":[1]')
    expect(readFileSync(fileOf(id, 7), 'utf8')).toContain('"laterMark":"kept"')
  })
})

describe('thinning', () => {
  it('STORE-8: a session leaves the last three autosaves, what was saved by hand and one of each hour', async () => {
    const [id = ''] = await fill(1)
    const { report } = valueOf(await library.open({ id }))
    let base = 2
    for (let count = 1; count <= 45; count += 1) base = valueOf(await library.save({ report: { ...report, addressee: `第${count}次` }, base, cause: count === 10 ? 'manual' : 'auto' })).generation
    await library.close()
    const left = readdirSync(join(folder.path, 'reports', id)).sort()
    expect(left).toEqual(expect.arrayContaining([1, 12, 45, 46, 47].map(generationName)))
    expect(left.length).toBeLessThanOrEqual(7)
    library = await openTempLibrary(folder.path)
    expect(valueOf(await library.open({ id })).report.addressee).toBe('第45次')
  })
})

describe('the catalogue', () => {
  it('LIB-4: deleted or damaged at any moment it is rebuilt equal', async () => {
    await fill(12)
    const expected = await list()
    await reopen()
    const cache = join(folder.path, 'cache')
    const files = (): readonly string[] => readdirSync(join(cache, 'catalogue')).map((name) => join(cache, 'catalogue', name))
    expect(files().length).toBeGreaterThan(0)
    expect(await list()).toEqual(expected)
    const whole = readFileSync(files()[0] ?? '')
    const harms: Array<() => void> = [
      () => rmSync(cache, { recursive: true }), () => rmSync(join(cache, 'catalogue'), { recursive: true }),
      () => files().forEach((file) => writeFileSync(file, '')), () => files().forEach((file) => writeFileSync(file, whole.subarray(0, 500))), () => files().forEach((file) => writeFileSync(file, Buffer.alloc(900))),
      ...Array.from({ length: 15 }, (_, index) => () => files().forEach((file) => {
        const bytes = readFileSync(file)
        bytes[Math.floor((bytes.length * index) / 15)] = 0x21
        writeFileSync(file, bytes)
      })),
    ]
    for (const [index, harm] of harms.entries()) {
      await library.close()
      harm()
      library = await openTempLibrary(folder.path)
      expect(await list(), `harm ${index}`).toEqual(expected)
      if (index === 0) rmSync(cache, { recursive: true })
      valueOf(await library.search({ query: '甲', limit: 5 }))
      await reopen()
      expect(await list(), `harm ${index}, next start`).toEqual(expected)
    }
    expect(harms).toHaveLength(20)
  })

  it('LIB-4: an old catalogue never hides what another program saved, took away or added', async () => {
    const [first = '', second = ''] = await fill(3)
    await library.close()
    const old = join(folder.path, 'old-cache')
    cpSync(join(folder.path, 'cache'), old, { recursive: true })
    library = await openTempLibrary(folder.path)
    const { report, generation } = valueOf(await library.open({ id: first }))
    await library.save({ report: { ...report, title: ['新的标题'] }, base: generation, cause: 'auto' })
    await library.close()
    rmSync(join(folder.path, 'cache'), { recursive: true })
    cpSync(old, join(folder.path, 'cache'), { recursive: true })
    rmSync(join(folder.path, 'reports', second), { recursive: true })
    library = await openTempLibrary(folder.path)
    const { reports } = await list()
    expect(reports.map(({ title }) => title).sort()).toEqual(['新的标题', '甲3'].sort())
    expect(valueOf(await library.search({ query: '新的标题', limit: 5 })).total).toBe(1)
  })
})

describe('settings', () => {
  it('LIB-15: what is written is read again, one change at a time', async () => {
    expect(valueOf(await library.readSettings())).toEqual(defaultSettings)
    valueOf(await library.writeSettings({ unit: '青河县应急管理局' }))
    expect(valueOf(await library.writeSettings({ theme: 'dark' }))).toEqual({ ...defaultSettings, unit: '青河县应急管理局', theme: 'dark' })
    await reopen()
    expect(valueOf(await library.readSettings())).toMatchObject({ unit: '青河县应急管理局', theme: 'dark' })
  })

  it('LIB-15: damaged settings fall back, an unsound one by itself, and can be written again', async () => {
    await library.writeSettings({ zoom: 150 })
    const path = join(folder.path, 'settings')
    writeFileSync(join(path, generationName(2)), encodeGeneration({ number: 2, parent: 1, version: 1, time: '', cause: 'auto', data: { zoom: 9999, theme: 'dark', laterSetting: 1 } }).bytes)
    await reopen()
    expect(valueOf(await library.readSettings())).toEqual({ ...defaultSettings, theme: 'dark' })
    for (const name of readdirSync(path)) writeFileSync(join(path, name), 'x')
    await reopen()
    expect(valueOf(await library.readSettings())).toEqual(defaultSettings)
    expect(valueOf(await library.writeSettings({ zoom: 120 }))).toEqual({ ...defaultSettings, zoom: 120 })
    await reopen()
    expect(valueOf(await library.readSettings()).zoom).toBe(120)
  })
})

describe('the layout of the unit', () => {
  const stored = (data: unknown) => {
    const path = join(folder.path, 'settings')
    const number = readdirSync(path).length + 1
    writeFileSync(join(path, generationName(number)), encodeGeneration({ number, parent: number - 1, version: 1, time: '', cause: 'auto', data }).bytes)
  }

  it('PRINT-24: the font of digits that was chosen before counts, until the layout itself is changed', async () => {
    await library.writeSettings({ zoom: 120 })
    stored({ digits: 'fangsong' })
    await reopen()
    expect(valueOf(await library.readSettings()).layout).toEqual({ digits: 'fangsong' })
    expect(valueOf(await library.writeSettings({ zoom: 150 })).layout).toEqual({ digits: 'fangsong' })
    expect(valueOf(await library.writeSettings({ layout: {} })).layout).toEqual({})
    await reopen()
    expect(valueOf(await library.readSettings()).layout).toEqual({})
  })

  it('LIB-15: an unsound option falls back by itself', async () => {
    await library.writeSettings({ zoom: 120 })
    stored({ layout: { red: 'url(x)', pageNumberPlace: 'centre', laterOption: 1 } })
    await reopen()
    expect(valueOf(await library.readSettings()).layout).toEqual({ pageNumberPlace: 'centre' })
  })

  it('PRINT-24: the filed Word file follows it', async () => {
    const given: unknown[] = []
    await library.close()
    library = await openTempLibrary(folder.path, { exportWord: (report, readPicture, layout) => { given.push(layout); return fakeWord(report, readPicture, layout) } })
    valueOf(await library.writeSettings({ layout: { tableBorders: 'threeLine' } }))
    const { id } = valueOf(await library.create({ source: { kind: 'template', templateId: 'safety' }, kind: 'safety', year: 2025, unit: '甲' }))
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.file({ id }))
    expect(given).toEqual([{ tableBorders: 'threeLine' }])
  })
})

describe('the data folder', () => {
  const open = (path: string) => openLibrary({ ...realSurroundings('linux'), folder: path, exportWord: fakeWord, untitled: '未命名' })

  it('STORE-16: it is made at the first start, parents included', async () => {
    const path = join(folder.path, 'deep', 'er', 'data')
    const made = valueOf(await open(path))
    expect(readdirSync(path).sort()).toEqual(['andu', 'archive', 'backup', 'cache', 'imports', 'incoming', 'intents', 'leases', 'log', 'originals', 'phrases', 'pictures', 'quarantine', 'reports', 'settings', 'templates'])
    await made.close()
  })

  it('STORE-16: one of a newer program is refused and left as it is', async () => {
    writeFileSync(join(folder.path, 'andu', generationName(2)), encodeGeneration({ number: 2, parent: 1, version: 99, time: '', cause: 'manual', data: { id: 'x' } }).bytes)
    rmSync(join(folder.path, 'leases'), { recursive: true })
    expect(codeOf(await open(folder.path))).toBe('folderNewer')
    expect(existsSync(join(folder.path, 'leases'))).toBe(false)
  })

  it('STORE-16: a file in its place is told', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    expect(codeOf(await open(join(folder.path, 'file')))).toBe('folderNotFound')
  })

  it('STORE-16: who only reads is refused a folder that is none, and nothing is made', async () => {
    const path = join(folder.path, 'typo')
    expect(codeOf(await openLibrary({ ...realSurroundings('linux'), folder: path, mustExist: true, exportWord: fakeWord, untitled: '未命名' }))).toBe('folderNotFound')
    expect(existsSync(path)).toBe(false)
    await (await openTempLibrary(folder.path, { mustExist: true })).close()
  })

  it('STORE-16: when it vanishes while the program runs, saving fails and nothing is made anew', async () => {
    const [id = ''] = await fill(1)
    const { report, generation } = valueOf(await library.open({ id }))
    folder.remove()
    expect(codeOf(await library.save({ report, base: generation, cause: 'auto' }))).toBe('diskGone')
    expect(codeOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))).not.toBe('succeeded')
    expect(existsSync(folder.path)).toBe(false)
  })

  it('STORE-12: a second window on the folder is told and both work; what one saves the other sees', async () => {
    const presence = (processId: number) => ({ holder: { computer: 'PC', processId }, isAlive: () => true, every: () => () => undefined })
    const first = await openTempLibrary(folder.path, { presence: presence(1) })
    expect(first.warnings()).toEqual([])
    const second = await openTempLibrary(folder.path, { presence: presence(2) })
    expect(second.warnings()).toEqual([{ code: 'folderInUse' }])
    const { id } = valueOf(await first.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))
    const [one, two] = [valueOf(await first.open({ id })), valueOf(await second.open({ id }))]
    valueOf(await first.save({ report: { ...one.report, title: ['第一窗口'] }, base: one.generation, cause: 'auto' }))
    const late = valueOf(await second.save({ report: { ...two.report, title: ['第二窗口'] }, base: two.generation, cause: 'auto' }))
    expect(late.conflictWith).toBe(2)
    expect(readdirSync(join(folder.path, 'reports', id)).filter((name) => name.startsWith('g'))).toHaveLength(3)
    expect(valueOf(await first.list()).reports[0]?.title).toBe('第二窗口')
    await first.close()
    await second.close()
  })
})
