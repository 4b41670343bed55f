/** The code itself by its laws, and repairing of random damage. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeParityIndex, groupData, groupParity, shardCount } from '../../electron/archive/bag/parityIndex'
import { addTimes, factor, inverse, multiply, solve } from '../../electron/archive/bag/reedSolomon'
import { repairBag, repairBagInto } from '../../electron/archive/bag/repairBag'
import { verifyBag } from '../../electron/archive/bag/verifyBag'
import { writeBag } from '../../electron/archive/bag/writeBag'
import { realSurroundings } from '../../electron/storage/surroundings'
import { bagFacts, bagFolder, chanceBytes, digestsOf, diskWithBag, payloadOf } from '../support/bags'
import { faultyDisk } from '../support/faultyDisk'
import { chance, type SimulatedDisk } from '../support/simulatedDisk'

const byte = fc.integer({ min: 0, max: 255 })

describe('GF(256)', () => {
  it('BAG-5: is a field: products commute, associate, distribute over xor, and every number but 0 has an inverse', () => {
    fc.assert(fc.property(byte, byte, byte, (a, b, c) => {
      expect(multiply(a, b)).toBe(multiply(b, a))
      expect(multiply(a, multiply(b, c))).toBe(multiply(multiply(a, b), c))
      expect(multiply(a, b ^ c)).toBe(multiply(a, b) ^ multiply(a, c))
      if (a !== 0) expect(multiply(a, inverse(a))).toBe(1)
    }), { numRuns: 2_000 })
  })

  it('BAG-5: multiplies as polynomials do, modulo 0x11D', () => {
    for (let a = 0; a < 256; a += 1) {
      for (let b = 0; b < 256; b += 7) {
        let product = 0
        for (let bit = 0; bit < 8; bit += 1) if (b & (1 << bit)) product ^= a << bit
        for (let bit = 15; bit >= 8; bit -= 1) if (product & (1 << bit)) product ^= 0x11d << (bit - 8)
        expect(multiply(a, b)).toBe(product)
      }
    }
  })
})

describe('a group', () => {
  it('BAG-5: any k of k + m shards give back all', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1_000_000 }), (k, seed) => {
      const m = groupParity(k)
      const next = chance(seed)
      const data = Array.from({ length: k }, (_, index) => chanceBytes(16, seed + index + 1))
      const parity = Array.from({ length: m }, (_, row) => {
        const sum = new Uint8Array(16)
        data.forEach((shard, index) => addTimes(sum, factor(k, row, index), shard))
        return sum
      })
      const all = Array.from({ length: k + m }, (_, number) => number).map((number) => ({ number, order: next() })).sort((a, b) => a.order - b.order).map(({ number }) => number)
      const gone = new Set(all.slice(0, m))
      const lost = [...gone].filter((number) => number < k)
      const rows = parity.map((_, row) => row).filter((row) => !gone.has(k + row)).slice(0, lost.length)
      const sums = rows.map((row) => Uint8Array.from(parity[row] ?? []))
      sums.forEach((sum, at) => data.forEach((shard, index) => { if (!lost.includes(index)) addTimes(sum, factor(k, rows[at] ?? 0, index), shard) }))
      solve(k, rows, lost, sums).forEach((shard, at) => expect(shard).toEqual(data[lost[at] ?? 0]))
    }), { numRuns: 150 })
  })
})

/** A bag of several groups, made once. */
let fresh: ReturnType<typeof diskWithBag> | null = null

describe('random damage', () => {
  it('BAG-8: within parity comes back byte for byte, tag files, manifests and parity included', async () => {
    fresh ??= diskWithBag(400_000, bagFacts, 20)
    const { io: source, disk } = await fresh
    const whole = await digestsOf(source)
    const index = decodeParityIndex(await source.read(`${bagFolder}/parity/parity.json`))
    expect(index?.groups).toBeGreaterThan(1)
    for (let seed = 1; seed <= 8; seed += 1) {
      const io = source.freeze()
      const next = chance(seed)
      // So many shards of each group as it has parity: some of the data, the rest of the parity.
      for (let group = 0; index !== null && group < index.groups; group += 1) {
        const k = groupData(index, group)
        const m = groupParity(k)
        const ofData = Math.floor(next() * (m + 1))
        const numbers = Array.from({ length: k }, (_, number) => ({ number, order: next() })).sort((a, b) => a.order - b.order).slice(0, ofData)
        for (const { number } of numbers) {
          const place = (number * index.groups + group) * index.shardBytes
          const file = index.files.find(({ offset, bytes }) => bytes > 0 && place < offset + bytes && place + index.shardBytes > offset)
          if (file === undefined) continue
          const start = Math.max(0, place - file.offset)
          const end = Math.min(file.bytes, place + index.shardBytes - file.offset)
          io.damage(`${bagFolder}/${file.path}`, (bytes) => Uint8Array.from(bytes, (each, at) => (at >= start && at < end ? each ^ (1 + Math.floor(next() * 255)) : each)))
        }
        for (let row = 0; row < m - ofData; row += 1) {
          const path = `${bagFolder}/parity/g${String(group).padStart(3, '0')}-${String(row).padStart(2, '0')}.par`
          if (next() < 0.5) await io.unlink(path)
          else io.damage(path, (bytes) => bytes.slice(0, Math.floor(next() * bytes.length)))
        }
      }
      if (next() < 0.5) await io.unlink(`${bagFolder}/parity/parity${next() < 0.5 ? '' : '-copy'}.json`)
      expect((await verifyBag(io, bagFolder)).problems.every((problem) => problem.isRepairable), `seed ${seed}`).toBe(true)
      expect((await repairBag({ ...disk, io }, bagFolder)).lost, `seed ${seed}`).toEqual([])
      expect(await digestsOf(io), `seed ${seed}`).toEqual(whole)
    }
  })

  it('BAG-8: beyond parity is named, everything else comes back and stays readable, and nothing false is written', async () => {
    fresh ??= diskWithBag(400_000, bagFacts, 20)
    const { io: source, disk } = await fresh
    const whole = await digestsOf(source)
    for (let seed = 1; seed <= 6; seed += 1) {
      const io = source.freeze()
      const next = chance(seed)
      const paths = [...whole.keys()]
      // A file of 40 % of the stream is too much for every group; what is damaged beside it in the same groups is lost with it.
      await io.unlink(`${bagFolder}/data/reports/x001-ws.2025-y-0001/report.docx`)
      const hit = new Set<string>()
      for (let count = 0; count < 4; count += 1) {
        const path = paths[Math.floor(next() * paths.length)] ?? ''
        if (path.endsWith('0001/report.docx') || path.startsWith('parity/parity')) continue
        hit.add(path)
        io.damage(`${bagFolder}/${path}`, (bytes) => Uint8Array.from(bytes, (each, at) => (at === 0 ? each ^ 1 : each)))
      }
      const { problems } = await verifyBag(io, bagFolder)
      const hopeless = problems.filter((problem) => !problem.isRepairable).map(({ path }) => path)
      expect(hopeless).toContain('data/reports/x001-ws.2025-y-0001/report.docx')
      await io.mkdir('/place/new')
      const copy = await repairBagInto({ ...disk, io }, bagFolder, '/place/new')
      const inPlace = await repairBag({ ...disk, io }, bagFolder)
      expect([...inPlace.lost].sort()).toEqual([...new Set(hopeless)].sort())
      expect([...copy.lost].sort()).toEqual([...inPlace.lost].sort())
      for (const [path, digest] of await digestsOf(io, '/place/new')) expect(digest, path).toBe(whole.get(path))
      for (const [path, digest] of await digestsOf(io)) expect(digest === whole.get(path) || inPlace.lost.includes(path), path).toBe(true)
      expect((await digestsOf(io, '/place/new')).size).toBe(whole.size - copy.lost.length)
    }
  })

  it('BAG-8: repairing that was cut off at any call is finished by running it again, and nothing right is lost meanwhile', async () => {
    const { io: source } = await diskWithBag(20_000, bagFacts, 2)
    const whole = await digestsOf(source)
    source.damage(`${bagFolder}/manifest-sha256.txt`, (bytes) => bytes.slice(0, 50))
    source.damage(`${bagFolder}/data/catalogue.csv`, (bytes) => bytes.map((each) => each ^ 3))
    await source.unlink(`${bagFolder}/parity/g000-01.par`)
    const states: SimulatedDisk[] = []
    const io = source.freeze()
    io.onOperation = (count) => {
      if (count % 4 === 0) states.push(io.crash(count), io.crash(count + 100_000))
    }
    await repairBag({ io, randomName: () => '000000000000' }, bagFolder)
    expect(states.length).toBeGreaterThan(60)
    for (const [number, later] of states.entries()) {
      expect((await repairBag({ io: later, randomName: () => 'aaaaaaaaaaaa' }, bagFolder)).lost, `state ${number}`).toEqual([])
      expect(await digestsOf(later), `state ${number}`).toEqual(whole)
    }
  })

  it('BAG-8: a call of the disk that fails while repairing loses nothing; running it again finishes the work', async () => {
    const { io: source } = await diskWithBag(20_000, bagFacts, 2)
    const whole = await digestsOf(source)
    source.damage(`${bagFolder}/check.sh`, (bytes) => bytes.slice(0, 50))
    source.damage(`${bagFolder}/data/catalogue.csv`, (bytes) => bytes.map((each) => each ^ 3))
    const counting = faultyDisk(source.freeze(), { at: 0, code: 'EIO', isForGood: false })
    await repairBag({ io: counting, randomName: () => '000000000000' }, bagFolder)
    let failed = 0
    for (let at = 1; at <= counting.calls(); at += 3) {
      const inner = source.freeze()
      for (const manner of [{}, { manner: 'after' }] as const) {
        await repairBag({ io: faultyDisk(inner, { at, code: 'EIO', isForGood: false, ...manner }), randomName: () => '000000000000' }, bagFolder).catch(() => {
          failed += 1
        })
      }
      expect((await repairBag({ io: inner, randomName: () => 'aaaaaaaaaaaa' }, bagFolder)).lost, `call ${at}`).toEqual([])
      expect(await digestsOf(inner), `call ${at}`).toEqual(whole)
    }
    expect(failed).toBeGreaterThan(10)
  })
})

describe.skipIf(spawnSync('python3', ['--version']).status !== 0)('the algorithm in words', () => {
  it('BAG-5, BAG-7: a program in another language, written from the README, makes the same parity', async () => {
    const place = mkdtempSync(join(tmpdir(), 'andu-parity-'))
    try {
      mkdirSync(join(place, 'bag'))
      await writeBag(realSurroundings(process.platform), join(place, 'bag'), payloadOf(60_000, 2), bagFacts)
      const { stdout, status } = spawnSync('python3', [join(import.meta.dirname, '../support/checkParity.py'), join(place, 'bag')], { encoding: 'utf8' })
      expect(stdout).toMatch(/^same: \d+ groups\n/)
      expect(status).toBe(0)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
})

it('BAG-5: the cut keeps shards, groups and parity in proportion from a kilobyte to a gigabyte', async () => {
  const { cutStream } = await import('../../electron/archive/bag/parityIndex')
  for (const bytes of [1, 511, 512, 20_000, 102_400, 1_000_000, 25_000_000, 500_000_000, 4_000_000_000]) {
    const cut = cutStream(bytes)
    expect(shardCount(cut)).toBeLessThanOrEqual(4_000)
    expect(groupData(cut, 0)).toBeLessThanOrEqual(100)
    expect(groupData(cut, cut.groups - 1)).toBeGreaterThanOrEqual(1)
    expect(groupData(cut, 0) - groupData(cut, cut.groups - 1)).toBeLessThanOrEqual(1)
  }
})
