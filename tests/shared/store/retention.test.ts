import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causes, type Cause } from '../../../shared/store/envelope'
import { thinnable, type KnownGeneration } from '../../../shared/store/retention'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.parse('2026-01-05T08:00:00Z')

/** A history of saves: gaps in milliseconds, `auto` unless named. */
function history(gaps: readonly number[], causesOf: (index: number) => Cause = () => 'auto', from = start): readonly KnownGeneration[] {
  let time = from
  return gaps.map((gap, index) => ({ number: index + 1, parent: index, time: (time += gap), cause: causesOf(index) }))
}

const kept = (all: readonly KnownGeneration[], now: number): readonly number[] => {
  const gone = new Set(thinnable(all, now))
  return all.filter(({ number }) => !gone.has(number)).map(({ number }) => number)
}

describe('thinning', () => {
  it('STORE-8: of a day of autosaves every minute, one an hour and the last three stay', () => {
    const all = history(Array.from({ length: 480 }, () => minute))
    const now = all[479]?.time ?? 0
    const left = kept(all, now)
    expect(left.slice(-3)).toEqual([478, 479, 480])
    expect(left.length).toBeGreaterThanOrEqual(8)
    expect(left.length).toBeLessThanOrEqual(8 + 1 + 3)
  })

  it('STORE-8: of older days one a day stays, for a month; then the last three and what was no autosave', () => {
    const all = history(Array.from({ length: 60 * 24 }, () => hour), (index) => (index % 500 === 7 ? 'manual' : 'auto'))
    const now = (all[all.length - 1]?.time ?? 0) + hour
    const left = kept(all, now)
    expect(left).toContain(8)
    expect(left).toContain(508)
    expect(left.length).toBeGreaterThan(24 + 28)
    expect(left.length).toBeLessThan(24 + 35 + 5)
  })

  it('STORE-8: repeated thinning of a growing history keeps as much as thinning it once at the end', () => {
    const gaps = Array.from({ length: 2000 }, (_, index) => (index % 50 === 0 ? 9 * hour : 5 * minute))
    let living: readonly KnownGeneration[] = []
    for (const generation of history(gaps)) {
      living = [...living, generation]
      const gone = new Set(thinnable(living, generation.time))
      living = living.filter(({ number }) => !gone.has(number))
    }
    const all = history(gaps)
    const once = kept(all, all[all.length - 1]?.time ?? 0)
    expect(once.every((number) => living.some((generation) => generation.number === number))).toBe(true)
  })

  it('STORE-8: the other head of a conflict stays', () => {
    const all = history(Array.from({ length: 40 }, () => minute))
    expect(kept(all, start + 41 * minute)).not.toContain(20)
    const withConflict = all.map((generation) => (generation.number === 21 ? { ...generation, cause: 'conflict' as const, other: 20 } : generation))
    expect(kept(withConflict, start + 41 * minute)).toEqual(expect.arrayContaining([20, 21]))
  })

  it('STORE-8: a wrong clock keeps too much, never too little', () => {
    const all = history(Array.from({ length: 40 }, () => minute))
    for (const now of [0, Date.parse('1970-01-02'), start - day, start + 20 * minute, Date.parse('2099-01-01')]) expect(thinnable(all, now)).toEqual([])
    const ranBackwards = all.map((generation) => (generation.number === 40 ? { ...generation, time: start - hour } : generation))
    expect(thinnable(ranBackwards, start + 50 * minute)).toEqual([])
    const unreadable = all.map((generation) => (generation.number === 10 ? { ...generation, time: NaN } : generation))
    expect(kept(unreadable, start + 50 * minute)).toContain(10)
  })

  it('STORE-8: for any history the last three, every pinned one and the newest of each hour and day stay', () => {
    const gap = fc.oneof(fc.integer({ min: 1000, max: 5 * minute }), fc.integer({ min: hour, max: 10 * day }))
    const histories = fc.array(fc.record({ gap, cause: fc.oneof({ weight: 8, arbitrary: fc.constant<Cause>('auto') }, { weight: 1, arbitrary: fc.constantFrom(...causes) }) }), { minLength: 1, maxLength: 150 })
    fc.assert(fc.property(histories, fc.integer({ min: 0, max: 400 * day }), (turns, later) => {
      const all = history(turns.map((turn) => turn.gap), (index) => turns[index]?.cause ?? 'auto')
      const now = (all[all.length - 1]?.time ?? 0) + later
      const gone = thinnable(all, now)
      const left = new Set(kept(all, now))
      expect(gone).toEqual([...gone].sort((a, b) => a - b))
      expect(all.slice(-3).every(({ number }) => left.has(number))).toBe(true)
      expect(all.filter(({ cause }) => cause !== 'auto').every(({ number }) => left.has(number))).toBe(true)
      for (const { time, number } of all) {
        const age = now - time
        const step = age <= day ? hour : day
        if (age > 31 * day || left.has(number)) continue
        // What went had a newer sibling of its hour or day that stayed.
        expect(all.some((other) => other.number > number && left.has(other.number) && Math.floor(other.time / step) === Math.floor(time / step))).toBe(true)
      }
    }), { numRuns: 500, seed: 20260105 })
  })
})
