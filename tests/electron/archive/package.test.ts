import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library'
import { verifyBag } from '../../../electron/archive/bag/verifyBag'
import { writeBag } from '../../../electron/archive/bag/writeBag'
import { listTree } from '../../../electron/storage/folderTree'
import { encodeGeneration } from '../../../electron/storage/generationFile'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { generationName } from '../../../shared/store/envelope'
import { runIn } from '../../support/commandLine'
import { codeOf, openTempLibrary, tempFolder, valueOf, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let here: Library
let there: Library
beforeEach(async () => {
  folder = tempFolder()
  here = await openTempLibrary(join(folder.path, 'here'))
  there = await openTempLibrary(join(folder.path, 'there'))
})
afterEach(async () => {
  await here.close()
  await there.close()
  folder.remove()
})

const real = realSurroundings('linux')
const program = 'andu test'
let packages = 0
const target = (ending = ''): string => join(folder.path, `package-${(packages += 1)}${ending}`)

async function write(library: Library, title: string, id?: string): Promise<string> {
  const report = id ?? valueOf(await library.create({ source: { kind: 'blank' }, kind: 'other', year: 2025, unit: '青河县应急管理局' })).id
  const opened = valueOf(await library.open({ id: report }))
  valueOf(await library.save({ report: { ...opened.report, title: [title] }, base: opened.generation, cause: 'manual' }))
  return report
}

async function pack(library: Library, path: string): Promise<string> {
  valueOf(await library.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: path, program }))
  return path
}

const titleOf = async (library: Library, id: string): Promise<string> => valueOf(await library.open({ id })).report.title.join('')
const kinds = async (library: Library, path: string): Promise<readonly string[]> => valueOf(await library.transfer.unpack({ path })).reports.map(({ kind }) => kind)
const titles = async (library: Library): Promise<readonly string[]> => valueOf(await library.list()).reports.map(({ title }) => title).sort()

describe('a package', () => {
  for (const ending of ['', '.zip']) {
    it(`PACK-1, PACK-2, PACK-6: ${ending === '' ? 'a folder' : 'a ZIP file'} brings reports with history, names, pictures and what was filed`, async () => {
      const id = await write(here, '第一稿')
      const { sha256: picture } = valueOf(await here.keepPicture({ bytes: Buffer.from('a picture') }))
      const opened = valueOf(await here.open({ id }))
      valueOf(await here.save({ report: { ...opened.report, title: ['第二稿'], blocks: [{ kind: 'image', id: 'b1', sha256: picture, mediaType: 'image/png', width: 1, height: 1, caption: '' }] }, base: opened.generation, cause: 'manual' }))
      valueOf(await here.nameVersion({ id, generation: 2, name: '给局长看的' }))
      valueOf(await here.setState({ id, state: 'final' }))
      valueOf(await here.file({ id }))
      const path = await pack(here, target(ending))
      if (ending === '') expect((await verifyBag(real.io, path)).ok).toBe(true)
      expect(await kinds(there, path)).toEqual(['added'])
      expect(valueOf(await there.versions({ id })).versions.map(({ generation, name }) => [generation, name])).toEqual(valueOf(await here.versions({ id })).versions.map(({ generation, name }) => [generation, name]))
      expect(Buffer.from(valueOf(await there.readPicture({ sha256: picture })).bytes).toString()).toBe('a picture')
      expect(valueOf(await there.listFiled())).toMatchObject([{ summary: { id, title: '第二稿' }, isIntact: true }])
      for (const name of readdirSync(join(folder.path, 'here', 'reports', id)).filter((each) => each.endsWith('.json'))) {
        expect(readFileSync(join(folder.path, 'there', 'reports', id, name)).equals(readFileSync(join(folder.path, 'here', 'reports', id, name)))).toBe(true)
      }
      expect(readdirSync(join(folder.path, 'there', 'incoming'))).toEqual([])
    })
  }

  it('PACK-8: coming in again it adds nothing and says so, also after the report went on', async () => {
    const id = await write(here, '甲')
    const path = await pack(here, target())
    expect(await kinds(there, path)).toEqual(['added'])
    const before = readdirSync(join(folder.path, 'there', 'reports', id))
    expect(await kinds(there, path)).toEqual(['known'])
    expect(readdirSync(join(folder.path, 'there', 'reports', id))).toEqual(before)
    await write(there, '乙', id)
    expect(await kinds(there, path)).toEqual(['known'])
    expect(await kinds(here, path)).toEqual(['known'])
    expect(await titleOf(there, id)).toBe('乙')
  })

  it('PACK-6: what grew from the text here is taken over as the newer one', async () => {
    const id = await write(here, '甲')
    valueOf(await there.transfer.unpack({ path: await pack(here, target()) }))
    await write(there, '乙', id)
    await write(there, '丙', id)
    expect(await kinds(here, await pack(there, target()))).toEqual(['forward'])
    expect(await titleOf(here, id)).toBe('丙')
    expect(valueOf(await here.versions({ id })).versions.length).toBe(4)
    expect(valueOf(await here.list()).reports[0]?.hasTwoHeads).toBeUndefined()
  })

  for (const [keep, expected, all] of [['mine', '这边', ['这边']], ['theirs', '那边', ['那边']], ['both', '这边', ['这边', '那边']]] as const) {
    it(`PACK-7, PACK-9: edited on both sides two texts stand, nothing is merged, and 「${keep}」 settles it`, async () => {
      const id = await write(here, '甲')
      valueOf(await there.transfer.unpack({ path: await pack(here, target()) }))
      await write(here, '这边', id)
      await write(there, '那边', id)
      const path = await pack(there, target())
      expect(await kinds(here, path)).toEqual(['twoHeads'])
      const opened = valueOf(await here.open({ id }))
      expect(opened.report.title).toEqual(['这边'])
      expect(valueOf(await here.openVersion({ id, generation: opened.conflictWith ?? 0 })).report.title).toEqual(['那边'])
      expect(valueOf(await here.list()).reports[0]?.hasTwoHeads).toBe(true)
      expect(await kinds(here, path)).toEqual(['known'])
      // A save, a change of state and a new start do not make the choice.
      valueOf(await here.save({ report: { ...opened.report, addressee: '县政府' }, base: opened.generation, cause: 'auto' }))
      valueOf(await here.setState({ id, state: 'review' }))
      await here.close()
      here = await openTempLibrary(join(folder.path, 'here'))
      expect(valueOf(await here.list()).reports[0]?.hasTwoHeads).toBe(true)
      valueOf(await here.settleHeads({ id, keep }))
      expect(await titleOf(here, id)).toBe(expected)
      expect(await titles(here)).toEqual([...all].sort())
      expect(valueOf(await here.list()).reports.some(({ hasTwoHeads }) => hasTwoHeads === true)).toBe(false)
      const held = await Promise.all(valueOf(await here.versions({ id })).versions.map(async ({ generation }) => valueOf(await here.openVersion({ id, generation })).report.title.join('')))
      expect(held).toEqual(expect.arrayContaining(['甲', '这边', '那边']))
    })
  }

  it('PACK-7: saved by two programs at once the same mark and the same choice come up', async () => {
    const id = await write(here, '甲')
    const second = await openTempLibrary(join(folder.path, 'here'))
    const stale = valueOf(await here.open({ id }))
    await write(second, '另一个窗口', id)
    await second.close()
    valueOf(await here.save({ report: { ...stale.report, title: ['这个窗口'] }, base: stale.generation, cause: 'manual' }))
    expect(valueOf(await here.list()).reports[0]?.hasTwoHeads).toBe(true)
    await write(here, '这个窗口又改', id)
    const { conflictWith = 0 } = valueOf(await here.open({ id }))
    expect(valueOf(await here.openVersion({ id, generation: conflictWith })).report.title).toEqual(['另一个窗口'])
    valueOf(await here.settleHeads({ id, keep: 'mine' }))
    expect(valueOf(await here.open({ id })).conflictWith).toBeUndefined()
  })

  it('PACK-7: filed there and edited here: the filed one stands above, the edit is kept beside it and can go on as a new report', async () => {
    const id = await write(here, '甲')
    valueOf(await there.transfer.unpack({ path: await pack(here, target()) }))
    await write(here, '这边', id)
    valueOf(await there.setState({ id, state: 'final' }))
    valueOf(await there.file({ id }))
    expect(await kinds(here, await pack(there, target()))).toEqual(['twoHeads'])
    expect(valueOf(await here.open({ id })).report).toMatchObject({ state: 'filed', title: ['甲'] })
    expect(valueOf(await here.listFiled())[0]?.isIntact).toBe(true)
    expect(codeOf(await here.settleHeads({ id, keep: 'theirs' }))).toBe('reportFiled')
    const { copyId = '' } = valueOf(await here.settleHeads({ id, keep: 'both' }))
    expect(await titleOf(here, copyId)).toBe('这边')
    expect(valueOf(await here.open({ id })).conflictWith).toBeUndefined()
  })

  it('PACK-7: filed here with other content: named, and nothing of it changes', async () => {
    const id = await write(here, '甲')
    valueOf(await there.transfer.unpack({ path: await pack(here, target()) }))
    valueOf(await here.setState({ id, state: 'final' }))
    valueOf(await here.file({ id }))
    await write(there, '那边', id)
    const before = readdirSync(join(folder.path, 'here', 'reports', id))
    expect(await kinds(here, await pack(there, target()))).toEqual(['filed'])
    expect(readdirSync(join(folder.path, 'here', 'reports', id))).toEqual(before)
  })

  it('PACK-3: nothing stands in the place after a cancelled pack, what exists is never overwritten, and what lies there is told', async () => {
    await write(here, '甲')
    const usb = mkdtempSync(join(folder.path, 'usb-'))
    writeFileSync(join(usb, 'autorun.inf'), 'x')
    let calls = 0
    expect(codeOf(await here.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: join(usb, 'p'), program }, { isCancelled: () => (calls += 1) > 1 }))).toBe('cancelled')
    expect(readdirSync(usb)).toEqual(['autorun.inf'])
    expect(codeOf(await here.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: usb, program }))).toBe('folderNotEmpty')
    expect(codeOf(await here.transfer.pack({ scope: { kind: 'year', year: 1999 }, target: join(usb, 'p'), program }))).toBe('packageEmpty')
    expect(codeOf(await here.transfer.pack({ scope: { kind: 'reports', ids: [`r-${'0'.repeat(26)}`] }, target: join(usb, 'p'), program }))).toBe('reportNotFound')
    const steps: number[] = []
    const packed = valueOf(await here.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: join(usb, 'p'), program }, { progress: ({ done, total }) => steps.push(done / total) }))
    expect(packed.others).toEqual(['autorun.inf'])
    expect(steps[steps.length - 1]).toBeGreaterThan(0.9)
    expect([...steps].sort((a, b) => a - b)).toEqual(steps)
  })

  it('PACK-3: a medium that kept other bytes is found while packing', async () => {
    await write(here, '甲')
    await here.close()
    const lying = { ...real.io, read: async (path: string) => (path.includes('.building-') && path.endsWith('package.json') ? Buffer.from('{}') : real.io.read(path)) }
    here = await openTempLibrary(join(folder.path, 'here'), { io: lying })
    const path = target()
    expect(codeOf(await here.transfer.pack({ scope: { kind: 'year', year: 2025 }, target: path, program }))).toBe('diskFaulty')
    expect(readdirSync(folder.path).filter((name) => name.includes('building') || path.endsWith(name))).toEqual([])
  })
})

describe('a package that is not to be believed', () => {
  async function packed(): Promise<string> {
    await write(here, '甲')
    await write(here, '乙')
    return pack(here, target())
  }
  const state = async (): Promise<string> => JSON.stringify([await titles(there), readdirSync(join(folder.path, 'there', 'reports')), readdirSync(join(folder.path, 'there', 'incoming'))])

  it('PACK-4: every damaged, missing or added byte is found before anything is in the library', async () => {
    await write(here, '甲')
    const path = await pack(here, target())
    const before = await state()
    const files = readdirSync(path, { recursive: true, withFileTypes: true } as never) as unknown as readonly { readonly name: string; readonly parentPath: string; isFile(): boolean }[]
    let tried = 0
    for (const file of files.filter((each) => each.isFile())) {
      const at = join(file.parentPath, file.name)
      const whole = readFileSync(at)
      for (const change of [(bytes: Buffer) => Buffer.concat([bytes.subarray(0, 10), Buffer.from([(bytes[10] ?? 0) ^ 1]), bytes.subarray(11)]), (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), () => null]) {
        const changed = change(whole)
        if (changed === null) rmSync(at)
        else writeFileSync(at, changed)
        expect(['packageDamaged', 'packageUnknown']).toContain(codeOf(await there.transfer.unpack({ path })))
        tried += 1
      }
      writeFileSync(at, whole)
    }
    expect(tried).toBeGreaterThan(30)
    expect(await state()).toBe(before)
    expect(await kinds(there, path)).toEqual(['added'])
  })

  it('PACK-4: foreign files on the medium are left alone and named', async () => {
    const path = await packed()
    writeFileSync(join(path, 'autorun.inf'), 'x')
    mkdirSync(join(path, 'data', 'System Volume Information'))
    writeFileSync(join(path, 'data', 'System Volume Information', 'a.exe'), 'x')
    const outcome = valueOf(await there.transfer.unpack({ path }))
    expect(outcome.foreign).toEqual(['autorun.inf', 'data/System Volume Information/a.exe'])
    expect(outcome.reports.map(({ kind }) => kind)).toEqual(['added', 'added'])
  })

  it('PACK-5: links are refused', async () => {
    const path = await packed()
    const victim = join(path, 'data', 'package.json')
    writeFileSync(join(folder.path, 'secret'), readFileSync(victim))
    rmSync(victim)
    symlinkSync(join(folder.path, 'secret'), victim)
    expect(codeOf(await there.transfer.unpack({ path }))).toBe('packageUnsafe')
  })

  it('PACK-5: a bag made right around wrong content is refused: another id, a template, depth, keys of the language, newer formats', async () => {
    const path = await packed()
    const facts = JSON.parse(readFileSync(join(path, 'data', 'package.json'), 'utf8')) as { reports: { id: string }[] }
    const [first] = facts.reports
    const id = first?.id ?? ''
    const victim = `data/reports/${id}/${generationName(1)}`
    const data = (JSON.parse(readFileSync(join(path, victim), 'utf8')) as { d: { report: Record<string, unknown> } }).d
    const generation = (made: unknown, version = 1, number = 1): Uint8Array => encodeGeneration({ number, parent: 0, version, time: '2026-01-01T00:00:00.000Z', cause: 'create', data: made }).bytes
    const deep = JSON.parse('['.repeat(80) + ']'.repeat(80)) as unknown
    const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
    for (const [what, changes, code] of [
      ['another id', { [victim]: generation({ ...data, report: { ...data.report, id: `r-${'1'.repeat(26)}` } }) }, 'packageDamaged'],
      ['a template', { [victim]: generation({ ...data, template: { name: 'x' } }) }, 'packageDamaged'],
      ['too deep', { [victim]: generation({ ...data, later: deep }) }, 'packageDamaged'],
      ['a key of the language', { [victim]: generation(JSON.parse(JSON.stringify(data).replace('{', '{"__proto__":{"polluted":1},'))) }, 'packageDamaged'],
      ['another number', { [victim]: generation(data, 1, 7) }, 'packageDamaged'],
      ['no generation', { [victim]: Buffer.from('hello') }, 'packageDamaged'],
      ['a file that no report has', { [`data/reports/${id}/evil.exe`]: Buffer.from('MZ') }, 'packageDamaged'],
      ['a report that is not listed', { [`data/reports/r-${'1'.repeat(26)}/${generationName(1)}`]: generation(data) }, 'packageDamaged'],
      ['a report that is not there', { 'data/package.json': json({ ...facts, reports: [...facts.reports, { ...first, id: `r-${'2'.repeat(26)}` }] }) }, 'packageDamaged'],
      ['a report twice', { 'data/package.json': json({ ...facts, reports: [...facts.reports, first] }) }, 'packageDamaged'],
      ['a newer format', { [victim]: generation(data, 999) }, 'packageNewer'],
      ['a newer package', { 'data/package.json': json({ ...facts, version: 99 }) }, 'packageNewer'],
      ['another description', { 'data/package.json': json({ ...facts, reports: [{ ...first, id: '../../../x' }] }) }, 'packageUnknown'],
      ['no description', { 'data/package.json': null }, 'packageUnknown'],
      ['a picture of another hash', { [`data/pictures/${'a'.repeat(64)}.bin`]: Buffer.from('x'), [victim]: generation({ ...data, later: 'a'.repeat(64) }) }, 'packageDamaged'],
    ] as ReadonlyArray<readonly [string, Readonly<Record<string, Uint8Array | null>>, string]>) {
      expect([what, codeOf(await there.transfer.unpack({ path: await forged(path, changes) }))]).toEqual([what, code])
      expect(await titles(there)).toEqual([])
    }
    expect(codeOf(await there.transfer.unpack({ path: await forged(path, {}) }))).toBe('succeeded')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('PACK-5: what is no package is refused by name: an empty folder, a text, a sealed year without reports, nothing', async () => {
    mkdirSync(join(folder.path, 'empty'))
    writeFileSync(join(folder.path, 'text.zip'), 'hello')
    expect(codeOf(await there.transfer.unpack({ path: join(folder.path, 'empty') }))).toBe('packageUnknown')
    expect(codeOf(await there.transfer.unpack({ path: join(folder.path, 'text.zip') }))).toBe('packageUnknown')
    expect(codeOf(await there.transfer.unpack({ path: join(folder.path, 'nothing') }))).toBe('fileNotFound')
  })

  /** A package whose lists are all right, around a payload of ours. */
  async function forged(path: string, changes: Readonly<Record<string, Uint8Array | null>>): Promise<string> {
    const payload = new Map<string, Uint8Array>((await listTree(real.io, join(path, 'data'))).map((file) => [`data/${file.path}`, readFileSync(join(path, 'data', file.path))] as const))
    for (const [name, bytes] of Object.entries(changes)) {
      if (bytes === null) payload.delete(name)
      else payload.set(name, bytes)
    }
    const made = target()
    mkdirSync(made)
    await writeBag(real, made, Array.from(payload, ([name, bytes]) => ({ path: name, bytes })), { seal: null, organisation: '', description: '', madeAt: '2026-01-01T00:00:00.000Z', program })
    expect((await verifyBag(real.io, made)).ok).toBe(true)
    return made
  }
})

describe('packages on the command line', () => {
  it('PACK-10: pack and unpack say what they did, in words and as JSON', async () => {
    const id = await write(here, '甲')
    const run = (...argv: string[]) => runIn(folder.path, argv)
    expect((await run('archive', 'pack', '--data', 'here', '--year', '2025', '-o', 'out')).out).toMatch(/^已打包 1 份材料，共 \d+ 个文件（.*），写后已重读核对，可以拔出。\n/)
    expect((await run('archive', 'pack', '--data', 'here', '--report', id, '-o', 'out.zip')).code).toBe(0)
    expect((await run('archive', 'pack', '--data', 'here', '-o', 'out2')).code).toBe(2)
    expect((await run('archive', 'pack', '--data', 'here', '--year', '2025')).code).toBe(2)
    expect((await run('archive', 'pack', '--data', 'here', '--year', '2025', '-o', 'out')).code).toBe(5)
    const unpacked = await run('archive', 'unpack', 'out.zip', '--data', 'there', '--json')
    expect(JSON.parse(unpacked.out)).toMatchObject({ reports: [{ id, kind: 'added', title: '甲', year: 2025 }], foreign: [] })
    expect((await run('archive', 'unpack', 'out', '--data', 'there')).out).toContain('没有增加内容')
    expect((await run('archive', 'unpack', 'nothing', '--data', 'there')).code).toBe(3)
    expect(JSON.parse((await run('archive', 'unpack', 'out', '--data', 'new', '--json')).out)).toMatchObject({ reports: [{ id, kind: 'added' }] })
  })
})
