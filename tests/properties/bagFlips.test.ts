/**
 * Every byte of a sealed bag changed by three masks: all found. The file that was touched is examined and judged by the functions of verifyBag; the
 * whole of verifyBag, and repairing, run for a sample. Two blind checkers miss what they must miss.
 */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { expectedFiles, isRight } from '../../electron/archive/bag/judgeBag'
import { repairBag } from '../../electron/archive/bag/repairBag'
import { examineFile, realDigests, surveyBag, type Digests } from '../../electron/archive/bag/surveyBag'
import { verifyBag } from '../../electron/archive/bag/verifyBag'
import { bagFolder, digestsOf, diskWithBag, filesOf } from '../support/bags'
import { chance } from '../support/simulatedDisk'

const masks = [0x01, 0x20, 0xff]
const withoutSm3: Digests = { ...realDigests, sm3: () => '' }

async function sweep(digests: Digests): Promise<{ readonly flips: number; readonly missed: number }> {
  const { io } = await diskWithBag(12_000)
  const survey = await surveyBag(io, bagFolder)
  const expected = expectedFiles(survey)
  let flips = 0
  let missed = 0
  for (const [path, bytes] of await filesOf(io)) {
    const file = expected.get(path)
    // A checker that is blind compares what it believes to be the digest of the right bytes.
    const right = file === undefined ? undefined : { ...file, sha256: digests === withoutSm3 ? file.sha256 : digests.sha256(bytes) }
    const touched = Uint8Array.from(bytes)
    for (let at = 0; at < touched.length; at += 1) {
      for (const mask of masks) {
        touched[at] = (bytes[at] ?? 0) ^ mask
        flips += 1
        if (right === undefined || isRight(examineFile(path, touched, digests), right)) missed += 1
      }
      touched[at] = bytes[at] ?? 0
    }
  }
  return { flips, missed }
}

describe('a changed byte', () => {
  it('BAG-6: is found wherever it is, at least 60,000 times out of as many', async () => {
    const { flips, missed } = await sweep(withoutSm3)
    expect(missed).toBe(0)
    expect(flips).toBeGreaterThanOrEqual(60_000)
  })

  it('BAG-6: control: a checker that hashes the decoded text, and one that compares lengths only, miss some', async () => {
    const decoded: Digests = { sha256: (bytes) => createHash('sha256').update(new TextDecoder().decode(bytes)).digest('hex'), sm3: () => '' }
    const { flips, missed } = await sweep({ sha256: (bytes) => String(bytes.length), sm3: () => '' })
    expect(missed).toBe(flips)
    expect((await sweep(decoded)).missed).toBeGreaterThan(0)
  })

  it('BAG-6, BAG-8: is named by the whole check and given back by repairing, at 300 random places', async () => {
    const { io, disk } = await diskWithBag(12_000)
    const whole = await filesOf(io)
    const digests = await digestsOf(io)
    const paths = [...whole.keys()].filter((path) => (whole.get(path)?.length ?? 0) > 0)
    const next = chance(2025)
    for (let round = 0; round < 300; round += 1) {
      const path = paths[Math.floor(next() * paths.length)] ?? ''
      const at = Math.floor(next() * (whole.get(path)?.length ?? 0))
      const mask = 1 + Math.floor(next() * 255)
      io.damage(`${bagFolder}/${path}`, (bytes) => Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ mask : byte)))
      const verdict = await verifyBag(io, bagFolder)
      expect(verdict.ok, `${path} at ${at} by ${mask}`).toBe(false)
      expect([...new Set(verdict.problems.map((problem) => problem.path))], `${path} at ${at} by ${mask}`).toEqual([path])
      expect(verdict.problems.every((problem) => problem.isRepairable), `${path} at ${at} by ${mask}`).toBe(true)
      if (round % 10 === 0) {
        expect((await repairBag(disk, bagFolder)).repaired).toEqual([path])
        expect(await digestsOf(io)).toEqual(digests)
      } else io.damage(`${bagFolder}/${path}`, () => whole.get(path) ?? new Uint8Array(0))
    }
  })
})
