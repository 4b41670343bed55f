import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openGenerations } from '../../../electron/storage/generations'
import { encodeGeneration, verifyGeneration } from '../../../electron/storage/generationFile'
import { openDocument } from '../../../electron/storage/openDocument'
import { openQuarantine } from '../../../electron/storage/quarantine'
import { AppFailure } from '../../../shared/base/errors'
import { generationName, readBody } from '../../../shared/store/envelope'
import { counted, countFormat, openCounter, openCounterIn, quietSurroundings, storeRoot, type CounterStore } from '../../support/counterStore'
import { errno, simulatedDisk } from '../../support/simulatedDisk'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { tempFolder, type TempFolder } from '../../support/tempLibrary'

let folder: TempFolder
let reports: string
beforeEach(() => {
  folder = tempFolder()
  reports = join(folder.path, 'reports', 'one')
})
afterEach(() => folder.remove())

const open = (): Promise<CounterStore> => openCounterIn({ ...quietSurroundings(realSurroundings('linux').io) }, folder.path)
const files = (): string[] => readdirSync(reports).sort()

async function saveThree(): Promise<CounterStore> {
  const store = await open()
  for (let count = 1; count <= 3; count += 1) await store.save(counted(count), count - 1, 'auto')
  return store
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'succeeded', (error: unknown) => (error instanceof AppFailure ? error.error.code : String(error)))
}

describe('a generation file', () => {
  it('STORE-1, STORE-2: has the documented form, byte for byte', async () => {
    const store = await open()
    await store.save({ count: 7, filling: '案' }, 0, 'manual')
    expect(files()).toEqual(['g0000000001.json'])
    const text = readFileSync(join(reports, 'g0000000001.json'), 'utf8')
    expect(text).toMatch(/^\{"h":"[0-9a-f]{64}","g":1,"p":0,"v":0,"t":"2023-11-14T22:\d\d:20\.000Z","c":"manual","d":\{"count":7,"filling":"案"\}\}$/)
    expect(JSON.parse(text)).toMatchObject({ g: 1, d: { count: 7 } })
  })

  it('STORE-1: every changed byte is found, also where the text holds the replacement character', () => {
    const { bytes } = encodeGeneration({ number: 3, parent: 2, version: 1, time: '2026-01-05T08:00:00.000Z', cause: 'auto', data: { text: '青河县\ufffd安全生产，全年120家。'.repeat(20) } })
    expect(verifyGeneration(bytes, 3).kind).toBe('good')
    let flips = 0
    let missed = 0
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [0x01, 0x1c, 0x80]) {
        const damaged = Uint8Array.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ mask
        flips += 1
        if (verifyGeneration(damaged, 3).kind === 'good') missed += 1
      }
    }
    expect({ missed, isMany: flips > 2000 }).toEqual({ missed: 0, isMany: true })
    // The control: a hash over decoded text cannot tell EF BF BD from F0 BF BD.
    const replacement = Buffer.from([0xef, 0xbf, 0xbd]).toString('utf8')
    expect(Buffer.from([0xf0, 0xbf, 0xbd]).toString('utf8')).toBe(replacement)
  })

  it('STORE-1: a body that is no envelope is damage, not data', () => {
    for (const body of ['null}', '}', '"g":1}', '"g":-1,"p":0,"v":1,"t":"","c":"auto","d":{}}', '"g":1,"p":0,"v":1,"t":"","c":"auto","d":null}']) expect(readBody(body)).toBeNull()
    expect(readBody('"g":1,"p":0,"v":1,"t":"","c":"some day","d":{}}')?.cause).toBe('manual')
  })
})

describe('opening', () => {
  it('STORE-5: an empty folder holds nothing; a folder of damaged files is unreadable, never empty', async () => {
    expect(await (await open()).read()).toBeNull()
    await saveThree()
    for (const file of files()) writeFileSync(join(reports, file), '')
    expect(await failureOf((await open()).read())).toBe('reportUnreadable')
    expect(files()).toHaveLength(3)
  })

  it('STORE-5, STORE-7: a damaged newest file gives way to the next older one and lies in quarantine unchanged', async () => {
    const whole = await saveThree().then(() => readFileSync(join(reports, generationName(3))))
    const damages: Record<string, Buffer> = {
      empty: Buffer.alloc(0), allNul: Buffer.alloc(whole.length), header: Buffer.concat([Buffer.from('x'), whole]), hash: Buffer.concat([whole.subarray(0, -3), Buffer.from('}}}')]), torn: whole.subarray(0, 100),
      json: encodeJunk('"g":3'), number: readFileSync(join(reports, generationName(2))),
    }
    for (const [damage, bytes] of Object.entries(damages)) {
      folder.remove()
      mkdirSync(folder.path, { recursive: true })
      await saveThree()
      writeFileSync(join(reports, generationName(3)), bytes)
      const store = await open()
      expect(await store.read(), damage).toMatchObject({ revision: { number: 2, data: { count: 2 } }, fellBackFrom: 3 })
      const [moved = '', note = ''] = readdirSync(join(folder.path, 'quarantine', 'one')).sort()
      expect(readFileSync(join(folder.path, 'quarantine', 'one', moved)).equals(bytes), damage).toBe(true)
      expect(JSON.parse(readFileSync(join(folder.path, 'quarantine', 'one', note), 'utf8'))).toMatchObject({ damage: damage === 'torn' ? 'hash' : damage, opened: 2 })
      // The number stays used, in this run and in the next.
      expect((await (await open()).save(counted(9), 2, 'auto')).revision.number, damage).toBe(4)
    }
  })

  it('STORE-7: a folder in the place of a file is set aside like any damage', async () => {
    await saveThree()
    mkdirSync(join(reports, generationName(9)))
    expect(await (await open()).read()).toMatchObject({ revision: { number: 3 }, fellBackFrom: 9 })
  })

  it('STORE-5: a read error is not damage: tried again, told, and nothing is moved', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const writing = await openCounter(disk)
    for (let count = 1; count <= 2; count += 1) await writing.save(counted(count), count - 1, 'auto')
    let failures = 4
    const moody = { ...disk, read: (path: string) => (path.endsWith(generationName(2)) && (failures -= 1) >= 0 ? Promise.reject(errno('EIO')) : disk.read(path)) }
    expect((await (await openCounter(moody)).read())?.revision.number).toBe(2)
    failures = 100
    expect(await failureOf((await openCounter(moody)).read())).toBe('reportUnreadable')
    expect((await disk.readdir(`${storeRoot}/reports/one`)).filter((name) => name.startsWith('g'))).toHaveLength(2)
  })

  it('STORE-10: a generation of a newer program is refused and not touched', async () => {
    await saveThree()
    const { bytes } = encodeGeneration({ number: 4, parent: 3, version: 5, time: '', cause: 'manual', data: { count: 'in words' } })
    writeFileSync(join(reports, generationName(4)), bytes)
    const before = files()
    const store = await open()
    expect(await failureOf(store.read())).toBe('reportNewer')
    expect(files()).toEqual(before)
    expect(readFileSync(join(reports, generationName(4))).equals(Buffer.from(bytes))).toBe(true)
  })

  it('STORE-5: right hash but wrong shape is a bug of ours: told, kept, never skipped', async () => {
    await saveThree()
    writeFileSync(join(reports, generationName(4)), encodeGeneration({ number: 4, parent: 3, version: 0, time: '', cause: 'auto', data: { no: 'count' } }).bytes)
    expect(await failureOf((await open()).read())).toBe('reportInvalid')
    expect(await failureOf((await open()).save({ no: 'count' } as never, 4, 'auto'))).toBe('reportInvalid')
    expect(files()).toHaveLength(4)
  })

  it('STORE-17: a whole temporary file that grew from the newest generation is taken over, any other is removed', async () => {
    const store = await saveThree()
    const draft = (parent: number, count: number): Uint8Array => encodeGeneration({ number: parent + 1, parent, version: 0, time: '', cause: 'auto', data: counted(count) }).bytes
    writeFileSync(join(reports, '.t-aaaaaaaaaaaa.tmp'), draft(3, 44))
    writeFileSync(join(reports, '.t-bbbbbbbbbbbb.tmp'), draft(2, 33))
    writeFileSync(join(reports, '.t-cccccccccccc.tmp'), draft(3, 55).subarray(0, 90))
    writeFileSync(join(reports, 'notes.txt'), 'not ours')
    expect(await store.recover()).toBe(1)
    expect((await store.read())?.revision).toMatchObject({ number: 4, parent: 3, cause: 'recovery', data: { count: 44 } })
    expect(files()).toEqual([1, 2, 3, 4].map(generationName).concat('notes.txt'))
  })
})

describe('saving', () => {
  it('STORE-6: of the data that wait only the newest are written, and each promise answers for them', async () => {
    const store = await open()
    const saved = await Promise.all([1, 2, 3, 4, 5].map((count) => store.save(counted(count), 0, count === 3 ? 'manual' : 'auto')))
    expect(files().length).toBeLessThan(5)
    expect(saved.every(({ conflictWith }) => conflictWith === undefined)).toBe(true)
    const last = saved[4]?.revision
    expect(last).toMatchObject({ data: { count: 5 }, cause: 'manual' })
    expect((await store.read())?.revision.number).toBe(last?.number)
    // Nobody's answer is older than what he handed in.
    for (const [index, { revision }] of saved.entries()) expect(revision.data.count).toBeGreaterThanOrEqual(index + 1)
  })

  it('STORE-6: a failed save does not turn the one after it into a failure', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    let isFull = true
    const moody = { ...disk, write: (handle: number, bytes: Uint8Array) => (isFull ? Promise.reject(errno('ENOSPC')) : disk.write(handle, bytes)) }
    const store = await openCounter(moody)
    const first = failureOf(store.save(counted(1), 0, 'auto'))
    expect(await first).toBe('diskFull')
    isFull = false
    expect((await store.save(counted(2), 0, 'auto')).revision.number).toBe(1)
  })

  it('STORE-6: two writers on one folder: every acknowledged save is a file, every overlap is told', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const writers = await Promise.all([1, 2, 3].map((program) => openCounter(disk, 'one', program)))
    const acknowledged: number[] = []
    let conflicts = 0
    await Promise.all(writers.map(async (writer, index) => {
      let base = 0
      for (let turn = 0; turn < 40; turn += 1) {
        const { revision, conflictWith } = await writer.save(counted(index * 1000 + turn), base, 'auto')
        if (conflictWith !== undefined) conflicts += 1
        base = revision.number
        acknowledged.push(revision.number)
      }
    }))
    expect(new Set(acknowledged).size).toBe(120)
    expect((await writers[0]?.numbers())?.length).toBe(120)
    expect(conflicts).toBeGreaterThan(0)
    // Counted updates begin anew when another program was faster: none is lost.
    const sums = await Promise.all(writers.map(async (writer) => {
      for (let turn = 0; turn < 10; turn += 1) await writer.update('auto', (newest) => ({ count: (newest?.data.count ?? 0) + 1, filling: '' }))
    }))
    expect(sums).toHaveLength(3)
    const start = Math.max(...acknowledged)
    const all = await writers[0]?.read()
    expect(all?.revision.number).toBe(start + 30)
  })

  it('STORE-6: a number that another program took and thinned out again is a conflict all the same', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const slow = await openCounter(disk, 'one', 1)
    await slow.save(counted(1), 0, 'auto')
    // The other program saves five times and removes number 2 just after the slow one has looked at the folder.
    let isRaced = false
    const racing = { ...disk, link: async (from: string, to: string) => {
      if (!isRaced) {
        isRaced = true
        const other = await openCounter(disk, 'one', 2)
        let base = 1
        for (let count = 100; count < 105; count += 1) base = (await other.save(counted(count), base, 'auto')).revision.number
        await disk.unlink(`${storeRoot}/reports/one/${generationName(2)}`)
      }
      return disk.link(from, to)
    } }
    const raced = await openCounter(racing, 'one', 1)
    const { revision, conflictWith } = await raced.save(counted(2), 1, 'auto')
    expect({ conflictWith, number: revision.number }).toEqual({ conflictWith: 6, number: 7 })
    expect((await slow.read())?.revision.data.count).toBe(2)
  })

  it('STORE-4: where links are unknown (exFAT), a save renames to a name that is free', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const store = await openCounter({ ...disk, link: () => Promise.reject(errno('EPERM')) })
    for (let count = 1; count <= 3; count += 1) await store.save(counted(count), count - 1, 'auto')
    expect((await store.read())?.revision.data.count).toBe(3)
    expect([...(await disk.readdir(`${storeRoot}/reports/one`))].sort()).toEqual([1, 2, 3].map(generationName))
  })

  it('STORE-4: where folders cannot be flushed (Windows), the published file itself is flushed', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const opened: string[] = []
    const store = await openCounter({ ...disk, flushDirectory: () => Promise.resolve('unsupported'), open: (path, flags) => (opened.push(`${flags} ${path.slice(-16)}`), disk.open(path, flags)) })
    await store.save(counted(1), 0, 'auto')
    expect(opened).toContain(`r+ ${generationName(1)}`)
  })

  it('STORE-16: a folder that vanished is a lost disk and is not made anew', async () => {
    const store = await saveThree()
    folder.remove()
    expect(await failureOf(store.save(counted(4), 3, 'auto'))).toBe('diskGone')
    expect(() => readdirSync(folder.path)).toThrow()
  })

  it('STORE-2: whatever the clock says, the newest number wins and saving goes on', async () => {
    const years = ['1970-01-01', '2099-12-31', '2001-01-01', '2038-01-19', '2026-01-05']
    const disk = simulatedDisk('ordered', storeRoot)
    const surroundings = quietSurroundings(disk)
    await disk.mkdir(`${storeRoot}/reports`)
    await disk.mkdir(`${storeRoot}/reports/one`)
    for (const [index, day] of years.entries()) {
      const clock = (): number => Date.parse(`${day}T12:00:00Z`)
      const generations = openGenerations({ ...surroundings, clock }, `${storeRoot}/reports/one`, countFormat, openQuarantine(surroundings, storeRoot, 'one'))
      const document = openDocument(generations)
      const newest = await document.read()
      expect(newest?.revision.data.count ?? 0).toBe(index)
      await document.save(counted(index + 1), newest?.revision.number ?? 0, 'auto')
      await document.thin()
    }
    expect([...(await disk.readdir(`${storeRoot}/reports/one`))]).toHaveLength(5)
  })

  it('STORE-6: any order of saves and updates in one program ends with the newest number and keeps what was acknowledged', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ behind: fc.integer({ min: 0, max: 3 }), isUpdate: fc.boolean(), isAwaited: fc.boolean() }), { maxLength: 12 }), async (turns) => {
      const disk = simulatedDisk('weak', storeRoot)
      const store = await openCounter(disk)
      const acknowledged: number[] = []
      const pending: Array<Promise<unknown>> = []
      let head = 0
      for (const [index, { behind, isUpdate, isAwaited }] of turns.entries()) {
        const saving = (isUpdate ? store.update('state', () => counted(index)) : store.save(counted(index), Math.max(0, head - behind), 'auto')).then(({ revision }) => {
          acknowledged.push(revision.number)
          head = Math.max(head, revision.number)
        })
        pending.push(saving)
        if (isAwaited) await saving
      }
      await Promise.all(pending)
      const found = await (await openCounter(disk.crash(turns.length))).numbers()
      expect(acknowledged.every((number) => found.includes(number))).toBe(true)
      expect(found[0] ?? 0).toBe(Math.max(0, ...acknowledged))
    }), { numRuns: 200, seed: 20260105 })
  })
})

function encodeJunk(body: string): Buffer {
  const { bytes } = encodeGeneration({ number: 3, parent: 2, version: 0, time: '', cause: 'auto', data: {} })
  const hash = createHash('sha256').update(body).digest('hex')
  return Buffer.concat([Buffer.from(`{"h":"${hash}",`), Buffer.from(body)]).subarray(0, bytes.length)
}
