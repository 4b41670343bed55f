import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dispensableSnapshots, type KnownSnapshot } from '../../../shared/store/backupRotation'

const day = 86_400_000
const start = Date.UTC(2024, 0, 1)
/** Snapshots in the order of their numbers, the clock never going back. */
const rows = fc.array(fc.integer({ min: 0, max: 3 * day }), { minLength: 1, maxLength: 120 }).map((gaps) => {
  let time = start
  return gaps.map((gap, index): KnownSnapshot => ({ number: index + 1, time: (time += gap) }))
})
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7)

describe('rotation of backups', () => {
  it('BACKUP-4: the last seven, the last of every day for a month and the last of every month stay, and nothing else', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 0, max: 400 * day }), (snapshots, later) => {
      const now = (snapshots[snapshots.length - 1]?.time ?? 0) + later
      const given = new Set(dispensableSnapshots(snapshots, now))
      const isLast = (of: (time: number) => string, { number, time }: KnownSnapshot): boolean => !snapshots.some((other) => other.number > number && of(other.time) === of(time))
      for (const [index, snapshot] of snapshots.entries()) {
        const isWanted = index >= snapshots.length - 7 || isLast(monthOf, snapshot) || (now - snapshot.time <= 31 * day && isLast(dayOf, snapshot))
        expect(given.has(snapshot.number)).toBe(!isWanted)
      }
    }))
  })

  it('BACKUP-4: given up day by day or at once, the same stay for good, and every month keeps one', () => {
    fc.assert(fc.property(rows, (snapshots) => {
      let kept: readonly KnownSnapshot[] = []
      for (const snapshot of snapshots) {
        kept = [...kept, snapshot]
        const given = new Set(dispensableSnapshots(kept, snapshot.time))
        kept = kept.filter(({ number }) => !given.has(number))
      }
      const far = (snapshots[snapshots.length - 1]?.time ?? 0) + 4000 * day
      const stayers = (all: readonly KnownSnapshot[]): readonly number[] => all.map(({ number }) => number).filter((number) => !dispensableSnapshots(all, far).includes(number))
      expect(new Set(kept.map(({ time }) => monthOf(time)))).toEqual(new Set(snapshots.map(({ time }) => monthOf(time))))
      const longTerm = stayers(snapshots)
      for (const number of longTerm.slice(0, -7)) expect(kept.some((snapshot) => snapshot.number === number)).toBe(true)
      expect(dispensableSnapshots(kept, snapshots[snapshots.length - 1]?.time ?? 0)).toEqual([])
    }))
  })

  it('BACKUP-4: a clock that is wrong gives nothing up: 1970, 2099, unreadable times', () => {
    const many = Array.from({ length: 40 }, (_, index): KnownSnapshot => ({ number: index + 1, time: start + index * 60_000 }))
    expect(dispensableSnapshots(many, start + day).length).toBe(33)
    expect(dispensableSnapshots(many, 0)).toEqual([])
    expect(dispensableSnapshots([...many, { number: 41, time: Date.UTC(2099, 0, 1) }], start + day)).toEqual([])
    expect(dispensableSnapshots([...many, { number: 41, time: Number.NaN }], start + day)).toEqual([])
    expect(dispensableSnapshots([], start)).toEqual([])
  })
})
