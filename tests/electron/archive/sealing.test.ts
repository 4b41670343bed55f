import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { openLibrary } from '../../../electron/library/openLibrary'
import { verifyBag } from '../../../electron/archive/bag/verifyBag'
import { realSurroundings } from '../../../electron/storage/surroundings'
import type { StorageIo } from '../../../electron/storage/storageIo'
import { emptyScheme, type ArchiveScheme } from '../../../shared/archive/archiveScheme'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { faultyDisk } from '../../support/faultyDisk'
import { simulatedDisk, type SimulatedDisk } from '../../support/simulatedDisk'
import { codeOf, fakeWord, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

const scheme: ArchiveScheme = { ...emptyScheme, fonds: 'Z109', fondsName: '青河县应急管理局', units: [{ code: 'BGS', name: '办公室' }] }
const fakeFile = async (report: { readonly title: readonly string[] }, format: string) => ({ bytes: Buffer.from(`${format} of ${report.title.join('')}`) })
const files = { exportWord: fakeWord, exportReport: fakeFile, untitled: '未命名', program: 'Andu 1' }

async function fileOne(library: Library, title: string, year = 2025): Promise<string> {
  const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year, unit: '青河县应急管理局' }))
  const { report, generation } = valueOf(await library.open({ id }))
  valueOf(await library.save({ report: { ...report, title: [title] }, base: generation, cause: 'auto' }))
  valueOf(await library.setState({ id, state: 'final' }))
  valueOf(await library.file({ id }))
  return id
}

let folder: TempFolder
let library: Library
const { io } = realSurroundings('linux')
beforeEach(async () => {
  folder = tempFolder()
  library = await openTempLibrary(join(folder.path, 'data'), files)
  valueOf(await library.writeSettings({ archive: scheme }))
})
afterEach(() => folder.remove())

const sealedPath = (name: string): string => join(folder.path, 'data', 'archive', 'sealed', name)

/** Every file below a folder with its bytes. */
function bytesBelow(path: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(path, { withFileTypes: true, recursive: true } as never).filter((entry: unknown) => (entry as { isFile(): boolean }).isFile()).map((entry: unknown) => {
    const { parentPath, path: older, name } = entry as { parentPath?: string; path: string; name: string }
    const file = join(parentPath ?? older, name)
    return [file, readFileSync(file, 'latin1')] as const
  }))
}

describe('sealing a year', () => {
  it('SEAL-1, SEAL-2: the filed reports of the year become a folder that verifies, with everything that was filed; what is not filed is named', async () => {
    await fileOne(library, '安全生产总结')
    await fileOne(library, '法治建设总结')
    await fileOne(library, '上年总结', 2024)
    const { id } = valueOf(await library.create({ source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' }))
    valueOf(await library.setState({ id, state: 'final' }))
    expect(valueOf(await library.planSeal({ year: 2025 }))).toEqual({ year: 2025, sequence: 1, reports: 2, sealedBefore: 0, unnumbered: 0, unfiled: [''] })
    const stages = new Set<string>()
    const sealed = valueOf(await library.sealYear({ year: 2025 }, { progress: ({ stage }) => void stages.add(stage) }))
    expect(sealed).toMatchObject({ name: '2025-1', year: 2025, sequence: 1, number: 1, reports: 2, unfiled: [''], missingFormats: [] })
    expect([...stages]).toEqual(['writing', 'verifying'])
    const verdict = await verifyBag(io, sealedPath('2025-1'), { code: sealed.shortCode, previousSeal: null })
    expect(verdict).toMatchObject({ ok: true, label: { organisation: '青河县应急管理局', seal: { year: 2025, sequence: 1, reports: 2, previous: null, fonds: 'Z109', sha256: sealed.sha256 } } })
    const place = join(sealedPath('2025-1'), 'data', 'reports', 'z109-ws.2025-d30-bgs-0001')
    expect(readdirSync(place).sort()).toEqual(['report.docx', 'report.json', 'report.ofd', 'report.pdf', 'report.txt'])
    expect(readFileSync(join(place, 'report.docx'), 'utf8')).toBe('word of 安全生产总结')
    expect(JSON.parse(readFileSync(join(place, 'report.json'), 'utf8'))).toMatchObject({ title: ['安全生产总结'], state: 'filed' })
    expect(readFileSync(join(sealedPath('2025-1'), 'data', 'catalogue.csv'), 'utf8')).toContain('Z109-WS·2025-D30-BGS-0002')
    expect(readFileSync(join(sealedPath('2025-1'), 'data', 'log', 'actions.jsonl'), 'utf8').split('\n').length).toBe(4)
    expect(readdirSync(sealedPath('.'))).toEqual(['2025-1'])
  })

  it('SEAL-3, SEAL-4: what is filed or corrected later goes into the next folder, chained to the one before; nothing sealed changes', async () => {
    const first = await fileOne(library, '安全生产总结')
    expect(codeOf(await library.sealYear({ year: 2023 }))).toBe('nothingToSeal')
    const one = valueOf(await library.sealYear({ year: 2025 }))
    const before = bytesBelow(sealedPath('2025-1'))
    expect(codeOf(await library.sealYear({ year: 2025 }))).toBe('alreadySealed')
    await fileOne(library, '上年总结', 2024)
    const older = valueOf(await library.sealYear({ year: 2024 }))
    const { id } = valueOf(await library.correct({ id: first, reason: '人数有误' }))
    valueOf(await library.setState({ id, state: 'final' }))
    valueOf(await library.file({ id }))
    const two = valueOf(await library.sealYear({ year: 2025 }))
    expect(two).toMatchObject({ name: '2025-2', sequence: 2, number: 3, reports: 1 })
    expect((await verifyBag(io, sealedPath('2024-1'))).label.seal?.previous).toBe(one.sha256)
    expect((await verifyBag(io, sealedPath('2025-2'), { previousSeal: older.sha256 })).ok).toBe(true)
    expect(bytesBelow(sealedPath('2025-1'))).toEqual(before)
    expect(readFileSync(join(sealedPath('2025-2'), 'data', 'catalogue.csv'), 'utf8')).toContain('更正件号0001')
    expect(valueOf(await library.listSealed()).map(({ name }) => name)).toEqual(['2025-1', '2024-1', '2025-2'])
    for (const { name } of valueOf(await library.listSealed())) expect(valueOf(await library.verifySealed({ name })).ok).toBe(true)
    expect(codeOf(await library.trash({ id: first }))).toBe('reportFiled')
    expect(valueOf(await library.readLog({ most: 100 })).entries.filter(({ action }) => action === 'seal').map(({ detail }) => detail)).toEqual([two, older, one].map(({ name, sha256 }) => `${name} ${sha256}`))
  })

  it('SEAL-3: a report that was sealed without 全宗号 gets none afterwards', async () => {
    valueOf(await library.writeSettings({ archive: emptyScheme }))
    const id = await fileOne(library, '安全生产总结')
    expect(valueOf(await library.planSeal({ year: 2025 })).unnumbered).toBe(1)
    valueOf(await library.sealYear({ year: 2025 }))
    expect(readdirSync(join(sealedPath('2025-1'), 'data', 'reports'))).toEqual(['ws.2025-d30-0001'])
    valueOf(await library.writeSettings({ archive: scheme }))
    expect(codeOf(await library.number({ id }))).toBe('reportSealed')
  })

  it('SEAL-5: a filed file that was changed keeps the year from being sealed, and nothing is left of the try', async () => {
    const id = await fileOne(library, '安全生产总结')
    const place = join(folder.path, 'data', 'archive', '2025', id)
    const [word = ''] = readdirSync(place).filter((name) => name.endsWith('.docx'))
    const whole = readFileSync(join(place, word))
    writeFileSync(join(place, word), Buffer.concat([whole, Buffer.from('x')]))
    expect(codeOf(await library.sealYear({ year: 2025 }))).toBe('filedDamaged')
    expect(readdirSync(sealedPath('.'))).toEqual([])
    writeFileSync(join(place, word), whole)
    expect(codeOf(await library.sealYear({ year: 2025 }, { isCancelled: () => true }))).toBe('cancelled')
    expect(readdirSync(sealedPath('.'))).toEqual([])
    expect(valueOf(await library.sealYear({ year: 2025 })).name).toBe('2025-1')
  })

  it('SEAL-6: a copy is verified where it lies; a cancelled or failed one leaves nothing, a folder with files is refused', async () => {
    await fileOne(library, '安全生产总结')
    const sealed = valueOf(await library.sealYear({ year: 2025 }))
    const target = join(folder.path, 'disc')
    expect(valueOf(await library.copySealed({ name: '2025-1', target })).files).toBeGreaterThan(15)
    expect(await verifyBag(io, target, { code: sealed.shortCode })).toMatchObject({ ok: true })
    expect(codeOf(await library.copySealed({ name: '2025-1', target }))).toBe('folderNotEmpty')
    const empty = join(folder.path, 'empty')
    mkdirSync(empty)
    let asked = 0
    expect(codeOf(await library.copySealed({ name: '2025-1', target: empty }, { isCancelled: () => (asked += 1) > 5 }))).toBe('cancelled')
    expect(readdirSync(empty)).toEqual([])
    valueOf(await library.copySealed({ name: '2025-1', target: empty }))
    expect(await verifyBag(io, empty)).toMatchObject({ ok: true })
    expect(codeOf(await library.copySealed({ name: '2025-1', target: join(folder.path, 'other') }, { isCancelled: () => true }))).toBe('cancelled')
    expect(readdirSync(folder.path).sort()).toEqual(['data', 'disc', 'empty'])
    expect(codeOf(await library.copySealed({ name: '2099-1', target: join(folder.path, 'other') }))).toBe('folderNotFound')
  })

  it('SEAL-4: the order of the chain does not depend on the clock', async () => {
    let now = Date.parse('2026-01-05T08:00:00Z')
    const clocked = await openTempLibrary(join(folder.path, 'clocked'), { ...files, clock: () => (now += 1000) })
    valueOf(await clocked.writeSettings({ archive: scheme }))
    const seals: string[] = []
    for (const day of ['2099-12-31', '1970-01-01', '2038-01-19', '2026-01-05', '1999-01-01']) {
      now = Date.parse(`${day}T00:00:00Z`)
      await fileOne(clocked, `${day}总结`)
      seals.push(valueOf(await clocked.sealYear({ year: 2025 })).sha256)
    }
    const listed = valueOf(await clocked.listSealed())
    expect(listed.map(({ sha256 }) => sha256)).toEqual(seals)
    expect(listed.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
    for (const { name } of listed) expect(valueOf(await clocked.verifySealed({ name })).problems).toEqual([])
    expect(valueOf(await clocked.catalogueOf({ year: 2025 })).problems).toEqual([])
    expect(valueOf(await clocked.readLog({ most: 100 })).problems).toEqual([])
  })

  it('SEAL-4: two programs that seal at once make two links of one chain', async () => {
    await fileOne(library, '安全生产总结')
    await fileOne(library, '上年总结', 2024)
    const other = await openTempLibrary(join(folder.path, 'data'), files)
    const results = await Promise.all([library.sealYear({ year: 2025 }), other.sealYear({ year: 2024 })])
    results.forEach(valueOf)
    const listed = valueOf(await library.listSealed())
    expect(listed.map(({ name }) => name).sort()).toEqual(['2024-1', '2025-1'])
    for (const { name } of listed) expect(valueOf(await library.verifySealed({ name })).problems).toEqual([])
  })
})

describe('sealing on a disk that fails', () => {
  const openOn = async (disk: StorageIo, program: number): Promise<Library> => valueOf(await openLibrary({ ...quietSurroundings(disk, program), folder: storeRoot, ...files }))

  it('SEAL-7: after a crash at any call the year is sealed whole or not at all, and can be sealed', async () => {
    const counts = { states: 0, sealed: 0, again: 0 }
    const wrong: string[] = []
    for (const model of ['ordered', 'weak'] as const) {
      const disk = simulatedDisk(model, storeRoot)
      const working = await openOn(disk, 1)
      await fileOne(working, '安全生产总结')
      const moments: SimulatedDisk[] = []
      disk.onOperation = () => void moments.push(disk.freeze())
      valueOf(await working.sealYear({ year: 2025 }))
      disk.onOperation = null
      const acknowledged = disk.freeze()
      for (const [at, moment] of [...moments.filter((_, index) => index % 3 === 0 || index > moments.length - 60), acknowledged].entries()) {
        for (let seed = 1; seed <= 3; seed += 1) {
          const found = await openOn(moment.crash(seed * 31 + at), 2)
          const listed = valueOf(await found.listSealed())
          counts.states += 1
          const place = `${model} ${at}/${seed}`
          if (moment === acknowledged && listed.length === 0) wrong.push(`${place}: lost`)
          if (listed.length > 0) {
            counts.sealed += 1
            if (!valueOf(await found.verifySealed({ name: '2025-1' })).ok) wrong.push(`${place}: not whole`)
          }
          if (seed === 1 && at % 4 === 0) {
            const again = await found.sealYear({ year: 2025 })
            if (codeOf(again) !== (listed.length > 0 ? 'alreadySealed' : 'succeeded')) wrong.push(`${place}: ${codeOf(again)}`)
            counts.again += 1
          }
        }
      }
    }
    console.log(`sealing: ${counts.states} crash states, ${counts.sealed} sealed, ${counts.again} sealed again, ${wrong.length} wrong`)
    expect(wrong.slice(0, 10)).toEqual([])
    expect(counts.states).toBeGreaterThan(500)
    expect(counts.sealed).toBeGreaterThan(20)
  })

  it('SEAL-7: whichever call fails, the same program can seal the year as soon as the disk allows', async () => {
    let runs = 0
    for (const code of ['EIO', 'ENOSPC', 'ENOENT']) {
      for (let at = 1; at <= 400; at += 11) {
        const disk = simulatedDisk('ordered', storeRoot)
        await fileOne(await openOn(disk, 1), '安全生产总结')
        const io2 = faultyDisk(disk, { at: 110 + at, code, isForGood: at % 2 === 0 })
        const opened = await openLibrary({ ...quietSurroundings(io2, 2), folder: storeRoot, ...files })
        if (!opened.ok) continue
        const first = codeOf(await opened.value.sealYear({ year: 2025 }))
        io2.heal()
        const second = codeOf(await opened.value.sealYear({ year: 2025 }))
        expect(first === 'succeeded' ? ['alreadySealed'] : ['succeeded', 'alreadySealed'], `${code} at ${at}: ${first}`).toContain(second)
        const later = await openOn(disk.crash(at), 3)
        expect(valueOf(await later.verifySealed({ name: valueOf(await later.listSealed())[0]?.name ?? '' })).ok, `${code} at ${at}: ${first}`).toBe(true)
        runs += 1
      }
    }
    console.log(`sealing: ${runs} faults`)
    expect(runs).toBeGreaterThan(60)
  })
})
