import fc from 'fast-check'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '../../../electron/library/catalogueCache'
import { searchPlaces } from '../../../electron/library/indexEntry'
import type { Library } from '../../../electron/library/library'
import { countHits, needleOf, searchedText } from '../../../electron/library/searchedText'
import { nodeStorageIo } from '../../../electron/storage/nodeStorageIo'
import { realSurroundings } from '../../../electron/storage/surroundings'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { emptyContent } from '../../../shared/outline/reportContent'
import type { Report } from '../../../shared/report/report'
import { foldText } from '../../../shared/search/foldText'
import { searchReports, type Hit } from '../../../shared/search/searchReports'
import { manyReportId, manyReportWords, writeManyReports } from '../../support/manyReports'
import { openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let library: Library
const reopen = async (io: StorageIo = nodeStorageIo('linux')): Promise<void> => {
  await library.close()
  library = await openTempLibrary(folder.path, { io })
}
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path)
})
afterEach(async () => {
  await library.close()
  folder.remove()
})
const cache = (part: 'catalogue' | 'search'): string => join(folder.path, 'cache', part)
const files = (part: 'catalogue' | 'search'): readonly string[] => (existsSync(cache(part)) ? readdirSync(cache(part)).map((name) => join(cache(part), name)) : [])

/** What a plain scan of all reports gives, the youngest of a year first. */
async function scanner(): Promise<(query: string, limit: number) => { readonly hits: readonly Hit[]; readonly total: number }> {
  const ids = valueOf(await library.list()).reports.filter(({ isTrashed }) => !isTrashed).map(({ id }) => id).sort().reverse()
  const reports: Report[] = []
  for (const id of ids) reports.push(valueOf(await library.open({ id })).report)
  const searchable = reports.map((report) => ({ reportId: report.id, year: report.year, title: report.title.join(''), places: searchPlaces(report) }))
  return (query, limit) => searchReports(searchable, query, limit)
}

/** Signs that a search folds, that end sentences or lie outside the first 65,536, and words of the texts. */
const awkward = ['走访', '农户', 'Ａ', 'ａ', 'A', 'a', '！', '!', '？', '?', '；', ';', '。', '，', ',', '\n', '　', ' ', '𠮷', 'É', 'é', '１', '1', '（', '(', 'Ω', 'ω', 'ß', 'İ', '工作']
const awkwardText = fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))
const reportOf = (texts: readonly string[]): Report => ({
  id: manyReportId(1), kind: 'other', year: 2025, unit: '', state: 'draft', origin: { kind: 'blank' }, ...emptyContent,
  title: [texts[0] ?? ''], blocks: texts.map((text, index) => ({ kind: 'text', id: `b${index}`, level: index % 3 === 0 ? 1 : 0, runs: [{ text }] })), note: texts[1] ?? '',
})

describe('the text as it is searched', () => {
  it('LIB-17: counts in it are those of a search over the report itself, and its needle misses none', () => {
    let found = 0
    fc.assert(fc.property(fc.array(awkwardText, { minLength: 1, maxLength: 6 }), fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 5 }), (texts, parts) => {
      const report = reportOf(texts)
      const query = parts.join('')
      const words = foldText(query).split(' ').filter((word) => word !== '')
      if (words.length === 0) return
      const { total } = searchReports([{ reportId: report.id, year: 0, title: '', places: searchPlaces(report) }], query, 0)
      const text = searchedText(report)
      const needle = needleOf(words)
      expect(countHits(text, words, query)).toBe(total)
      if (total > 0 && needle !== null) expect(text.includes(needle)).toBe(true)
      found += total > 0 ? 1 : 0
    }), { numRuns: 3000 })
    expect(found).toBeGreaterThan(200)
  })
})

describe('search over segments', () => {
  const queries = [...Object.values(manyReportWords), '走访', '２０２４年', '整修 白鹭', '没有完成；', '；仍', 'ABC版', '！', '号工作总结', ' ', '蓄滞洪区。']
  const addAwkward = async (): Promise<void> => {
    for (const texts of [['ＡＢＣ版资料！很好', '没有完成;仍要努力'], ['蓄滞洪区！蓄滞洪区；abc版', '走访 农户'], ['走\n访农户', '，']]) {
      const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2021, unit: '' }))
      const { report, generation } = valueOf(await library.open({ id }))
      valueOf(await library.save({ report: { ...report, ...reportOf(texts), id, year: 2021 }, base: generation, cause: 'auto' }))
    }
  }

  it('LIB-17: over 600 reports it gives what a scan of all of them gives, fresh from the reports, from memory and from the segments', async () => {
    await library.close()
    writeManyReports(folder.path, { count: 600, paragraphs: 12 })
    library = await openTempLibrary(folder.path)
    await addAwkward()
    valueOf(await library.trash({ id: manyReportId(100) }))
    const found: Array<() => Promise<void>> = []
    for (const state of ['fresh', 'memory', 'segments'] as const) {
      for (const query of queries) {
        const answer = valueOf(await library.search({ query, limit: 40 }))
        found.push(async () => expect(answer, `${state} ${query}`).toEqual({ ...(await scan)(query, 40), isComplete: true }))
      }
      if (state === 'memory') await reopen()
    }
    expect(files('search').length).toBeGreaterThan(0)
    const scan = scanner()
    for (const compare of found) await compare()
  })

  it('LIB-18: an answer within a time gives what was found until then; the same question asked again ends with all', async () => {
    await library.close()
    writeManyReports(folder.path, { count: 400, paragraphs: 12 })
    library = await openTempLibrary(folder.path)
    const query = manyReportWords.common
    const first = valueOf(await library.search({ query, limit: 30, within: 0 }))
    expect(first.isComplete).toBe(false)
    let answer = first
    for (let asked = 0; !answer.isComplete && asked < 500; asked += 1) {
      const next = valueOf(await library.search({ query, limit: 30, within: 20 }))
      expect(next.total).toBeGreaterThanOrEqual(answer.total)
      answer = next
    }
    expect(answer).toEqual({ ...(await scanner())(query, 30), isComplete: true })
  })

  it('LIB-17: what was found may be changed, thrown away or gone the next moment', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2024, unit: '' })).id))
    for (const [index, id] of ids.entries()) {
      const { report, generation } = valueOf(await library.open({ id }))
      valueOf(await library.save({ report: { ...report, title: [`白鹭${index}`] }, base: generation, cause: 'auto' }))
    }
    await reopen()
    expect(valueOf(await library.search({ query: '白鹭', limit: 9 })).total).toBe(3)
    const { report, generation } = valueOf(await library.open({ id: ids[0] ?? '' }))
    valueOf(await library.save({ report: { ...report, title: ['苍鹭'] }, base: generation, cause: 'auto' }))
    valueOf(await library.trash({ id: ids[1] ?? '' }))
    expect(valueOf(await library.search({ query: '白鹭', limit: 9 })).hits.map(({ reportId }) => reportId)).toEqual([ids[2]])
    rmSync(join(folder.path, 'reports', ids[2] ?? ''), { recursive: true })
    await library.list()
    expect(valueOf(await library.search({ query: '鹭', limit: 9 })).hits.map(({ title }) => title)).toEqual(['苍鹭'])
  })
})

describe('the caches', () => {
  const words = [manyReportWords.rare, manyReportWords.only, '号工作总结']
  const answers = async () => ({ list: valueOf(await library.list()), found: await Promise.all(words.map(async (query) => valueOf(await library.search({ query, limit: 100 })))) })

  it('LIB-4, LIB-17: catalogue and search texts, deleted or damaged at any moment, are rebuilt equal', async () => {
    await library.close()
    writeManyReports(folder.path, { count: 120, paragraphs: 5, years: 3 })
    library = await openTempLibrary(folder.path)
    const expected = await answers()
    const every = (part: 'catalogue' | 'search', change: (bytes: Buffer) => Uint8Array) => () => files(part).forEach((file) => writeFileSync(file, change(readFileSync(file))))
    const flip = (share: number) => (bytes: Buffer): Uint8Array => {
      const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share))
      bytes[at] = (bytes[at] ?? 0) ^ 0x15
      return bytes
    }
    let old = ''
    const harms: Array<() => void> = [
      () => rmSync(join(folder.path, 'cache'), { recursive: true }), () => rmSync(cache('catalogue'), { recursive: true }), () => rmSync(cache('search'), { recursive: true }),
      ...(['catalogue', 'search'] as const).flatMap((part) => [
        every(part, () => Buffer.alloc(0)), every(part, (bytes) => bytes.subarray(0, bytes.length / 2)), every(part, (bytes) => Buffer.alloc(bytes.length)),
        every(part, flip(0)), every(part, flip(0.3)), every(part, flip(0.6)), every(part, flip(1)),
      ]),
      // Texts of an older state beside a newer catalogue, and the other way round.
      () => { old = `${folder.path}-old`; cpSync(join(folder.path, 'cache'), old, { recursive: true }) },
      () => { rmSync(cache('search'), { recursive: true }); cpSync(join(old, 'search'), cache('search'), { recursive: true }) },
      () => { rmSync(cache('catalogue'), { recursive: true }); cpSync(join(old, 'catalogue'), cache('catalogue'), { recursive: true }) },
    ]
    expect(harms).toHaveLength(20)
    for (const [index, harm] of harms.entries()) {
      await reopen()
      await answers()
      harm()
      expect(await answers(), `harm ${index}, in use`).toEqual(expected)
      await reopen()
      expect(await answers(), `harm ${index}, next start`).toEqual(expected)
      await library.close()
      harm()
      library = await openTempLibrary(folder.path)
      expect(await answers(), `harm ${index}, closed`).toEqual(expected)
    }
    rmSync(old, { recursive: true, force: true })
  })

  it('LIB-4: control: a catalogue that is taken as the truth shows what is not so', async () => {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2024, unit: '' }))
    await library.close()
    const other = await openTempLibrary(folder.path)
    cpSync(join(folder.path, 'cache'), join(folder.path, 'kept'), { recursive: true })
    const { report, generation } = valueOf(await other.open({ id }))
    valueOf(await other.save({ report: { ...report, title: ['新的标题'] }, base: generation, cause: 'auto' }))
    await other.close()
    rmSync(join(folder.path, 'cache'), { recursive: true })
    cpSync(join(folder.path, 'kept'), join(folder.path, 'cache'), { recursive: true })
    const believed = await openCache(realSurroundings('linux'), folder.path).read()
    library = await openTempLibrary(folder.path)
    expect(valueOf(await library.list()).reports[0]?.title).toBe('新的标题')
    expect(believed.get(id)?.entry.summary.title).toBe('')
  })

  it('LIB-17: a start reads no report, and a change costs its own record', async () => {
    await library.close()
    writeManyReports(folder.path, { count: 600, paragraphs: 10 })
    library = await openTempLibrary(folder.path)
    await library.list()
    let read = 0
    let written = 0
    const io = nodeStorageIo('linux')
    await reopen({ ...io, read: async (path) => { if (path.includes('reports')) read += 1; return io.read(path) }, write: async (handle, bytes) => { written += bytes.length; return io.write(handle, bytes) } })
    await library.list()
    expect(valueOf(await library.search({ query: manyReportWords.only, limit: 5 })).total).toBe(1)
    expect(read).toBe(1)
    const { report, generation } = valueOf(await library.open({ id: manyReportId(7) }))
    written = 0
    valueOf(await library.save({ report: { ...report, title: ['改过'] }, base: generation, cause: 'auto' }))
    await reopen()
    expect(written).toBeGreaterThan(1000)
    expect(written).toBeLessThan(30_000)
    expect(valueOf(await library.search({ query: '改过', limit: 5 })).total).toBe(1)
  })
})

describe('lists for the window', () => {
  it('LIB-19: what is known is listed at once; what another program did is told when the folders were looked at', async () => {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2024, unit: '' }))
    await reopen()
    let told = 0
    const slow = { ...nodeStorageIo('linux'), stat: async (path: string) => { if (path.includes('reports')) await new Promise((resolve) => { setTimeout(resolve, 600) }); return nodeStorageIo('linux').stat(path) } }
    await library.close()
    cpSync(join(folder.path, 'cache'), join(folder.path, 'kept'), { recursive: true })
    const other = await openTempLibrary(folder.path)
    const { report, generation } = valueOf(await other.open({ id }))
    valueOf(await other.save({ report: { ...report, title: ['别处所改'] }, base: generation, cause: 'auto' }))
    await other.close()
    // A catalogue that knows nothing of it.
    rmSync(join(folder.path, 'cache'), { recursive: true })
    cpSync(join(folder.path, 'kept'), join(folder.path, 'cache'), { recursive: true })
    library = await openTempLibrary(folder.path, { io: slow })
    library.onChanged(() => { told += 1 })
    const first = valueOf(await library.overview())
    expect(first).toMatchObject({ total: 1, isLooking: true, reports: [{ id, title: '' }] })
    for (let waited = 0; told === 0 && waited < 100; waited += 1) await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(told).toBe(1)
    expect(valueOf(await library.overview())).toMatchObject({ isLooking: false, reports: [{ id, title: '别处所改' }] })
    const { generation: newest } = valueOf(await library.open({ id }))
    valueOf(await library.save({ report: { ...report, title: ['自己所改'] }, base: newest, cause: 'auto' }))
    expect(valueOf(await library.overview()).reports[0]?.title).toBe('自己所改')
  })

  it('LIB-20: the newest 2,000 come first, the rows of a year or with some words when they are asked for', async () => {
    await library.close()
    writeManyReports(folder.path, { count: 2300, paragraphs: 1, years: 2 })
    library = await openTempLibrary(folder.path)
    await library.list()
    valueOf(await library.trash({ id: manyReportId(5) }))
    const { reports, total, trashed, years } = valueOf(await library.overview())
    expect({ shown: reports.length, total, trashed, years }).toEqual({ shown: 2000, total: 2300, trashed: 1, years: [{ year: 2025, count: 1149, hasDrafts: true }, { year: 2024, count: 1150, hasDrafts: true }] })
    const rows = async (query: Parameters<Library['rows']>[0]) => valueOf(await library.rows(query))
    expect(await rows({ year: 2024, limit: 5000 })).toMatchObject({ total: 1150 })
    expect((await rows({ year: 2024, limit: 5000 })).reports).toHaveLength(1150)
    expect((await rows({ isTrashed: true, limit: 10 })).reports.map(({ id }) => id)).toEqual([manyReportId(5)])
    expect((await rows({ words: '2024年 第2300号', limit: 10 })).reports.map(({ id }) => id)).toEqual([manyReportId(2299)])
    expect(await rows({ before: 2025, state: 'draft', limit: 1 })).toMatchObject({ total: 383, reports: [{ year: 2024 }] })
    expect((await rows({ id: manyReportId(2299), limit: 1 })).total).toBe(1)
  })
})
