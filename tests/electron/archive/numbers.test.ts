import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import { encodeGeneration } from '../../../electron/storage/generationFile'
import { publish } from '../../../electron/storage/publish'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { formatArchivalNumber } from '../../../shared/archive/archivalNumber'
import { emptyScheme, type ArchiveScheme } from '../../../shared/archive/archiveScheme'
import { AppFailure } from '../../../shared/base/errors'
import { generationName } from '../../../shared/store/envelope'
import { reportFormat } from '../../../shared/store/storedReportSchema'
import type { FiledReport } from '../../../shared/ipc/contract'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import { codeOf, fakeWord, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

const scheme: ArchiveScheme = { ...emptyScheme, fonds: 'Z109', units: [{ code: 'BGS', name: '办公室' }] }
const fakeFile = async (report: { readonly title: readonly string[] }, format: string) => ({ bytes: Buffer.from(`${format} of ${report.title.join('')}`) })
const files = { exportWord: fakeWord, exportReport: fakeFile, untitled: '未命名' }

async function finalReport(library: Library, title: string): Promise<string> {
  const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '青河县应急管理局' }))
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, title: [title] }, base: generation, cause: 'auto' }))
  valueOf(await library.setState({ id, state: 'final' }))
  return id
}

const numbersOf = (filed: readonly FiledReport[]): string[] => filed.flatMap(({ number }) => (number === undefined ? [] : [formatArchivalNumber(number)])).sort()

let folder: TempFolder
let library: Library
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(folder.path, files)
  valueOf(await library.writeSettings({ archive: scheme }))
})
afterEach(() => folder.remove())

describe('numbers of filed reports', () => {
  it('FILE-7, FILE-8: filing records number, retention, pages and both files; items count on in their class', async () => {
    const first = valueOf(await library.file({ id: await finalReport(library, '一') }))
    expect(first).toMatchObject({ number: { fonds: 'Z109', category: 'WS', year: 2025, retention: 'D30', unit: 'BGS', item: 1 }, retention: 'D30', isIntact: true })
    const id = await finalReport(library, '二')
    valueOf(await library.file({ id, retention: 'Y' }))
    valueOf(await library.file({ id: await finalReport(library, '三') }))
    expect(numbersOf(valueOf(await library.listFiled()))).toEqual(['Z109-WS·2025-D30-BGS-0001', 'Z109-WS·2025-D30-BGS-0002', 'Z109-WS·2025-Y-BGS-0001'])
    expect(readdirSync(join(folder.path, 'archive', 'numbers')).sort()).toEqual(['ws.2025-d30-bgs', 'ws.2025-y-bgs'])
    const { report } = valueOf(await library.open({ id }))
    expect(report.filing).toMatchObject({ pages: 1, pdf: { bytes: Buffer.from('pdf of 二').length } })
    expect(readdirSync(join(folder.path, 'archive', '2025', id)).map((name) => name.replace(/[0-9a-f]{32}/, '#')).sort()).toEqual(['p-#.pdf', 'w-#.docx'])
  })

  it('FILE-7: without fonts for a PDF file, and without 全宗号, a report is filed all the same, with a 件号', async () => {
    const bare = await openTempLibrary(folder.path, { ...files, exportReport: () => Promise.reject(new AppFailure({ code: 'fontsMissing' })) })
    valueOf(await bare.writeSettings({ archive: emptyScheme }))
    const id = await finalReport(bare, '一')
    expect(valueOf(await bare.file({ id }))).toMatchObject({ isIntact: true, retention: 'D30' })
    expect(valueOf(await bare.open({ id })).report.filing).not.toHaveProperty('pdf')
    expect(valueOf(await bare.open({ id })).report.filing?.number).toEqual({ fonds: '', category: 'WS', year: 2025, retention: 'D30', item: 1 })
  })

  it('FILE-11: the 全宗号 is given later, once, the 件号 stays, and the content stays what was filed', async () => {
    valueOf(await library.writeSettings({ archive: emptyScheme }))
    const id = await finalReport(library, '一')
    const before = valueOf(await library.file({ id, retention: 'Y' }))
    expect(codeOf(await library.number({ id }))).toBe('fondsMissing')
    valueOf(await library.writeSettings({ archive: scheme }))
    const after = valueOf(await library.number({ id }))
    expect(after).toMatchObject({ contentSha256: before.contentSha256, filedAt: before.filedAt, isIntact: true, number: { retention: 'Y', item: 1 } })
    expect(codeOf(await library.number({ id }))).toBe('alreadyNumbered')
    expect(codeOf(await library.number({ id: await finalReport(library, '二') }))).toBe('notFinal')
    valueOf(await library.writeSettings({ archive: { ...scheme, units: [] } }))
    valueOf(await library.file({ id: await finalReport(library, '三'), retention: 'Y' }))
    expect(numbersOf(valueOf(await library.listFiled()))).toEqual(['Z109-WS·2025-Y-0001', 'Z109-WS·2025-Y-0002'])
    expect(valueOf(await library.catalogueOf({ year: 2025 })).problems).toEqual([])
  })

  it('FILE-12: all final reports of a year are filed, each whole, those of other years and states left alone', async () => {
    for (const title of ['一', '二', '三']) await finalReport(library, title)
    const draft = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))
    const { filed, refused } = valueOf(await library.fileYear({ year: 2025 }))
    expect(filed.map(({ summary, number }) => [summary.title, number?.item])).toEqual([['一', 1], ['二', 2], ['三', 3]])
    expect(refused).toEqual([])
    expect(valueOf(await library.open(draft)).report.state).toBe('draft')
    expect(valueOf(await library.fileYear({ year: 2024 }))).toEqual({ filed: [], refused: [] })
  })

  it('FILE-13: drafts are filed, too, if everything is asked for; what lies in the trash is not', async () => {
    const draft = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))
    const trashed = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))
    await library.trash({ id: trashed.id })
    const { filed } = valueOf(await library.fileYear({ year: 2025, isEverything: true }))
    expect(filed.map(({ summary }) => summary.id)).toEqual([draft.id])
    expect(valueOf(await library.versions({ id: draft.id })).versions.map(({ cause }) => cause)).toEqual(['seal', 'final', 'create'])
  })

  it('FILE-8: two programs that file at once never give the same number and leave no gap', async () => {
    const other = await openTempLibrary(folder.path, files)
    const ids: string[] = []
    for (let count = 0; count < 12; count += 1) ids.push(await finalReport(library, `第${count}份`))
    const results = await Promise.all(ids.map((id, index) => (index % 2 === 0 ? library : other).file({ id })))
    results.forEach(valueOf)
    expect(numbersOf(valueOf(await library.listFiled()))).toEqual(ids.map((_, index) => `Z109-WS·2025-D30-BGS-${String(index + 1).padStart(4, '0')}`))
    expect(valueOf(await other.catalogueOf({ year: 2025 })).problems).toEqual([])
  })

  it('FILE-8: the same report filed by two programs at once gets one number', async () => {
    const other = await openTempLibrary(folder.path, files)
    const id = await finalReport(library, '一')
    const codes = (await Promise.all([library.file({ id }), other.file({ id })])).map(codeOf)
    // In the same millisecond both make the same bytes, and then both are right.
    expect([['alreadyFiled', 'succeeded'], ['succeeded', 'succeeded']]).toContainEqual(codes.sort())
    expect(numbersOf(valueOf(await library.listFiled()))).toEqual(['Z109-WS·2025-D30-BGS-0001'])
    valueOf(await library.file({ id: await finalReport(library, '二') }))
    expect(valueOf(await library.catalogueOf({ year: 2025 })).problems).toEqual([])
  })
})

describe('numbers on a disk that fails', () => {
  const openOn = async (io: StorageIo, program: number): Promise<Library> => valueOf(await openLibrary({ ...quietSurroundings(io, program), folder: storeRoot, ...files }))

  it('FILE-9: after a crash at any call of filing three reports and correcting one, all that was acknowledged is there, every filed report is whole, and no number is missing or double', async () => {
    const counts = { states: 0, later: 0 }
    const wrong: string[] = []
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot)
      const working = await openOn(disk, 1)
      valueOf(await working.writeSettings({ archive: scheme }))
      const ids: string[] = []
      for (const title of ['一', '二', '三']) ids.push(await finalReport(working, title))
      const acknowledged = new Set<string>()
      const moments: Array<{ readonly disk: SimulatedDisk; readonly acknowledged: readonly string[] }> = []
      disk.onOperation = () => { if (moments.length < 2000) moments.push({ disk: disk.freeze(), acknowledged: [...acknowledged] }) }
      for (const id of ids) {
        valueOf(await working.file({ id }))
        acknowledged.add(id)
      }
      const { id: correction } = valueOf(await working.correct({ id: ids[0] ?? '', reason: '人数有误' }))
      valueOf(await working.setState({ id: correction, state: 'final' }))
      valueOf(await working.file({ id: correction }))
      disk.onOperation = null
      for (const [at, moment] of moments.entries()) {
        for (let seed = 1; seed <= 2; seed += 1) {
          const found = await openOn(moment.disk.crash(seed * 31 + at), 2)
          const place = `${model} ${at}/${seed}`
          const filed = valueOf(await found.listFiled())
          counts.states += 1
          if (filed.some(({ isIntact, number }) => !isIntact || number === undefined)) wrong.push(`${place}: not whole`)
          for (const id of moment.acknowledged) if (!filed.some(({ summary }) => summary.id === id)) wrong.push(`${place}: ${id} is lost`)
          const before = valueOf(await found.catalogueOf({ year: 2025 })).problems
          if (before.length > 0) wrong.push(`${place}: ${JSON.stringify(before)}`)
          if (seed > 1 || at % 2 === 1) continue
          // What was cut off can be done again, and the numbers go on without a gap.
          valueOf(await found.fileYear({ year: 2025 }))
          const after = valueOf(await found.catalogueOf({ year: 2025 }))
          const items = after.parts.flatMap(({ rows }) => rows.map(({ item }) => item))
          if (items.join() !== items.map((_, index) => index + 1).join() || items.length < 3 || after.problems.length > 0) wrong.push(`${place}: items ${items.join()} ${JSON.stringify(after.problems)}`)
          counts.later += 1
        }
      }
    }
    console.log(`numbers: ${counts.states} crash states, ${counts.later} gone on from, ${wrong.length} wrong`)
    expect(wrong.slice(0, 10)).toEqual([])
    expect(counts.states).toBeGreaterThan(1200)
  })

  it('FILE-9: a claim that led to nothing is used again', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const working = await openOn(disk, 1)
    valueOf(await working.writeSettings({ archive: scheme }))
    const [one, two] = [await finalReport(working, '一'), await finalReport(working, '二')]
    // An older program, which knows no journal, saves the report between the claim and the filed state: the claim stands, the filing begins anew.
    let isDone = false
    const meddling: StorageIo = { ...disk, link: async (from, to) => {
      if (!isDone && /\/reports\/.*\/g\d+\.json$/.test(to)) {
        isDone = true
        const { report, generation } = valueOf(await working.open({ id: one }))
        const older = encodeGeneration({ number: generation + 1, parent: generation, version: reportFormat.version, time: '2026-01-05T08:00:00.000Z', cause: 'manual', data: { report: { ...report, addressee: '县委' } } })
        await publish(quietSurroundings(disk, 5), `${storeRoot}/reports/${one}`, generationName(generation + 1), older.bytes)
      }
      return disk.link(from, to)
    } }
    const busy = await openOn(meddling, 3)
    valueOf(await busy.file({ id: one }))
    expect(isDone).toBe(true)
    valueOf(await busy.file({ id: two }))
    expect(numbersOf(valueOf(await busy.listFiled()))).toEqual(['Z109-WS·2025-D30-BGS-0001', 'Z109-WS·2025-D30-BGS-0002'])
    expect(valueOf(await busy.open({ id: one })).report.addressee).toBe('县委')
  })

  it('FILE-9: whichever call fails, the same program goes on without a gap', async () => {
    let runs = 0
    for (const code of ['EIO', 'ENOSPC', 'EEXIST', 'ENOENT']) {
      for (let at = 1; at <= 90; at += 2) {
        const disk = simulatedDisk('ordered', storeRoot)
        const first = await openOn(disk, 1)
        valueOf(await first.writeSettings({ archive: scheme }))
        const ids = [await finalReport(first, '一'), await finalReport(first, '二')]
        const io = faultyDisk(disk, { at: 120 + at, code, isForGood: at % 4 === 1 })
        const opened = await openLibrary({ ...quietSurroundings(io, 2), folder: storeRoot, ...files })
        if (!opened.ok) continue
        const outcomes = [codeOf(await opened.value.file({ id: ids[0] ?? '' })), codeOf(await opened.value.file({ id: ids[1] ?? '' }))]
        io.heal()
        for (const id of ids) expect(['succeeded', 'alreadyFiled'], `${code} at ${at}: ${outcomes.join()}`).toContain(codeOf(await opened.value.file({ id })))
        const later = await openOn(disk.crash(at), 3)
        expect(numbersOf(valueOf(await later.listFiled())), `${code} at ${at}: ${outcomes.join()}`).toEqual(['Z109-WS·2025-D30-BGS-0001', 'Z109-WS·2025-D30-BGS-0002'])
        runs += 1
      }
    }
    console.log(`numbers: ${runs} faults`)
    expect(runs).toBeGreaterThan(120)
  })
})
