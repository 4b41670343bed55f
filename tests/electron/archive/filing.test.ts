import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import { sha256 } from '../../../electron/storage/generationFile'
import { canonicalContent, canonicalJson } from '../../../shared/archive/canonicalContent'
import type { Report } from '../../../shared/report/report'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import { codeOf, fakeWord, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let library: Library
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path)
})
afterEach(() => folder.remove())

async function finalReport(target: Library = library): Promise<string> {
  const { id } = valueOf(await target.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
  const { report, generation } = valueOf(await target.open({ id }))
  valueOf(await target.save({ report: { ...report, title: ['2025年度安全生产工作总结'] }, base: generation, cause: 'auto' }))
  valueOf(await target.setState({ id, state: 'final' }))
  return id
}

const reason = '第三部分的人数有误'

describe('filing', () => {
  it('FILE-1: only a final report outside the trash is filed, and only once', async () => {
    const id = await finalReport()
    await library.setState({ id, state: 'review' })
    expect(codeOf(await library.file({ id }))).toBe('notFinal')
    await library.setState({ id, state: 'final' })
    await library.trash({ id })
    expect(codeOf(await library.file({ id }))).toBe('reportTrashed')
    await library.restore({ id })
    expect(codeOf(await library.file({ id }))).toBe('succeeded')
    expect(codeOf(await library.file({ id }))).toBe('alreadyFiled')
  })

  it('FILE-3, FILE-5: the hashes are recorded, the Word file is kept, and the list shows both', async () => {
    const id = await finalReport()
    const filed = valueOf(await library.file({ id }))
    const { report } = valueOf(await library.open({ id }))
    expect(filed).toMatchObject({ contentSha256: sha256(canonicalContent(report)), wordName: '2025年度安全生产工作总结.docx', isIntact: true, summary: { id, state: 'filed', year: 2025, filedAt: filed.filedAt } })
    expect(valueOf(await library.listFiled())).toEqual([filed])
    const { bytes } = await fakeWord(report, () => Promise.resolve(null), {})
    expect(Buffer.from(valueOf(await library.readFiledWord({ id })).bytes).equals(bytes)).toBe(true)
    expect(report.filing?.word).toEqual({ name: filed.wordName, sha256: sha256(bytes), bytes: bytes.length })
  })

  it('FILE-3: a changed, exchanged or missing Word file shows in the list and is not handed out', async () => {
    const id = await finalReport()
    await library.file({ id })
    const place = join(folder.path, 'archive', '2025', id)
    const [name = ''] = readdirSync(place)
    const whole = readFileSync(join(place, name))
    const isIntact = async (): Promise<boolean | null | undefined> => valueOf(await library.listFiled())[0]?.isIntact
    writeFileSync(join(place, name), Buffer.concat([whole.subarray(1), Buffer.from('x')]))
    expect(await isIntact()).toBe(false)
    expect(codeOf(await library.readFiledWord({ id }))).toBe('fileNotFound')
    unlinkSync(join(place, name))
    expect(await isIntact()).toBe(false)
    writeFileSync(join(place, name), whole)
    expect(await isIntact()).toBe(true)
  })

  it('FILE-2: a filed report is opened read-only and refuses saving, states and trash', async () => {
    const id = await finalReport()
    const before = valueOf(await library.open({ id }))
    await library.file({ id })
    const opened = valueOf(await library.open({ id }))
    expect(opened.isReadOnly).toBe(true)
    for (const base of [before.generation, opened.generation]) expect(codeOf(await library.save({ report: { ...before.report, addressee: '别处' }, base, cause: 'auto' }))).toBe('reportFiled')
    expect(codeOf(await library.setState({ id, state: 'draft' }))).toBe('reportFiled')
    expect(codeOf(await library.trash({ id }))).toBe('reportFiled')
    expect(valueOf(await library.open({ id }))).toEqual(opened)
  })

  it('FILE-2: a window that does not know yet of the filing by another program cannot save over it', async () => {
    const id = await finalReport()
    const stale = valueOf(await library.open({ id }))
    const other = await openTempLibrary(folder.path)
    valueOf(await other.file({ id }))
    expect(codeOf(await library.save({ report: { ...stale.report, addressee: '别处' }, base: stale.generation, cause: 'auto' }))).toBe('reportFiled')
    expect(valueOf(await library.open({ id })).report.state).toBe('filed')
  })

  it('FILE-6: a correction is a new draft beside it, one at a time; filed, it supersedes', async () => {
    const id = await finalReport()
    expect(codeOf(await library.correct({ id, reason }))).toBe('notFinal')
    await library.file({ id })
    const correction = valueOf(await library.correct({ id, reason }))
    expect(valueOf(await library.correct({ id, reason }))).toEqual(correction)
    expect(valueOf(await library.open(correction)).report).toMatchObject({ state: 'draft', origin: { kind: 'correction', from: id, reason }, title: ['2025年度安全生产工作总结'] })
    expect(valueOf(await library.list()).reports.find((report) => report.id === correction.id)?.corrects).toBe(id)
    expect(valueOf(await library.listFiled())[0]?.supersededBy).toBeUndefined()
    await library.setState({ ...correction, state: 'final' })
    valueOf(await library.file(correction))
    expect(valueOf(await library.listFiled()).find((filed) => filed.summary.id === id)?.supersededBy).toBe(correction.id)
    expect(valueOf(await library.correct({ id, reason })).id).not.toBe(correction.id)
  })

  it('STORE-14: no path in the archive is made from a title', async () => {
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '' }))
    const { report, generation } = valueOf(await library.open({ id }))
    await library.save({ report: { ...report, title: ['../../con: 总结'] }, base: generation, cause: 'auto' })
    await library.setState({ id, state: 'final' })
    expect(valueOf(await library.file({ id })).wordName).toBe('／..／con： 总结.docx')
    expect(readdirSync(join(folder.path, 'archive', '2025', id)).every((name) => /^w-[0-9a-f]{32}\.docx$/.test(name))).toBe(true)
  })
})

describe('the canonical content', () => {
  it('FILE-3: does not depend on the order of keys, on state or on filing, but on everything else', () => {
    const report = { id: 'r-1', year: 2025, title: ['总结'], state: 'final', blocks: [{ kind: 'text', id: 'b1', runs: [{ text: '甲', bold: true }] }], later: { b: 1, a: undefined } } as unknown as Report
    const turned = { later: { b: 1 }, blocks: [{ runs: [{ bold: true, text: '甲' }], id: 'b1', kind: 'text' }], state: 'filed', filing: {}, title: ['总结'], year: 2025, id: 'r-1' } as unknown as Report
    expect(canonicalContent(turned)).toBe(canonicalContent(report))
    expect(canonicalContent(report)).toBe('{"blocks":[{"id":"b1","kind":"text","runs":[{"bold":true,"text":"甲"}]}],"id":"r-1","later":{"b":1},"title":["总结"],"year":2025}')
    for (const change of [{ year: 2024 }, { title: ['总', '结'] }, { unit: '' }]) expect(canonicalContent({ ...report, ...change })).not.toBe(canonicalContent(report))
  })

  it('FILE-3: JSON of every kind of value is canonical', () => {
    expect(canonicalJson([1, null, undefined, 'a"\n', true, {}])).toBe('[1,null,null,"a\\"\\n",true,{}]')
  })
})

describe('filing on a disk that fails', () => {
  const openOn = async (disk: SimulatedDisk | ReturnType<typeof faultyDisk>, program: number): Promise<Library> =>
    valueOf(await openLibrary({ ...quietSurroundings(disk, program), folder: storeRoot, exportWord: fakeWord, untitled: '未命名' }))

  it('FILE-4: after a crash at any call the report is filed with its Word file, or not filed and can be filed', async () => {
    let states = 0
    const outcomes = { filed: 0, open: 0 }
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot)
      const working = await openOn(disk, 1)
      const id = await finalReport(working)
      const moments: SimulatedDisk[] = []
      disk.onOperation = () => moments.push(disk.freeze())
      valueOf(await working.file({ id }))
      disk.onOperation = null
      for (const [index, moment] of [...moments, disk.freeze()].entries()) {
        for (let seed = 1; seed <= 12; seed += 1) {
          const found = await openOn(moment.crash(seed * 31 + index), 2)
          const { report } = valueOf(await found.open({ id }))
          expect(['final', 'filed']).toContain(report.state)
          outcomes[report.state === 'filed' ? 'filed' : 'open'] += 1
          if (report.state === 'final') valueOf(await found.file({ id }))
          expect(valueOf(await found.listFiled())).toMatchObject([{ isIntact: true, summary: { id, state: 'filed' } }])
          states += 1
        }
      }
      // Once acknowledged it is filed, whatever follows.
      for (let seed = 1; seed <= 12; seed += 1) expect(valueOf(await (await openOn(disk.crash(seed), 2)).open({ id })).report.state).toBe('filed')
    }
    console.log(`filing: ${states} crash states, ${outcomes.filed} filed, ${outcomes.open} not filed`)
    expect(states).toBeGreaterThan(400)
    expect(Math.min(outcomes.filed, outcomes.open)).toBeGreaterThan(20)
  })

  it('JOURNAL-3, JOURNAL-7: a filing that was cut off after it began is finished at the next start, and said', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const working = await openOn(disk, 1)
    const id = await finalReport(working)
    const begun: SimulatedDisk[] = []
    disk.onOperation = (_, name) => void (name === 'link' && begun.push(disk.freeze()))
    valueOf(await working.file({ id }))
    disk.onOperation = null
    const [moment] = begun
    if (moment === undefined) throw new Error('nothing was begun')
    const found = await openOn(moment, 2)
    expect(found.warnings()).toEqual([{ code: 'operationFinished', detail: { what: '归档' } }])
    expect(valueOf(await found.listFiled())).toMatchObject([{ isIntact: true, summary: { id } }])
    expect((await openOn(moment, 3)).warnings()).toEqual([])
  })

  it('FILE-4: whichever call fails, the report is filed whole or can be filed by the same program', async () => {
    let runs = 0
    const counting = faultyDisk(simulatedDisk('ordered', storeRoot), { at: 0, code: '', isForGood: false })
    await openOn(counting, 1)
    await openOn(counting, 2)
    const openingCalls = counting.calls()
    for (const code of ['EIO', 'ENOSPC', 'EPERM', 'EROFS', 'EEXIST', 'ENOENT']) {
      for (let at = openingCalls / 2 - 10; at <= openingCalls / 2 + 40; at += 1) {
        for (const isForGood of [false, true]) {
          const disk = simulatedDisk('ordered', storeRoot)
          const id = await finalReport(await openOn(disk, 1))
          const io = faultyDisk(disk, { at, code, isForGood })
          const opened = await openLibrary({ ...quietSurroundings(io, 2), folder: storeRoot, exportWord: fakeWord, untitled: '未命名' })
          if (!opened.ok) continue
          const first = await opened.value.file({ id })
          io.heal()
          if (!first.ok) expect(['succeeded', 'alreadyFiled'], `${code} at ${at}`).toContain(codeOf(await opened.value.file({ id })))
          expect(valueOf(await (await openOn(disk.crash(at), 3)).listFiled()), `${code} at ${at} ${isForGood}`).toMatchObject([{ isIntact: true }])
          runs += 1
        }
      }
    }
    expect(runs).toBeGreaterThan(200)
  })
})
