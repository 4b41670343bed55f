import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { archivalFileName, archiveYearOf, classKey, compareArchivalNumbers, formatArchivalNumber, nextItem, numberProblems, parseArchivalNumber, retentions } from '../../../shared/archive/archivalNumber'
import type { ArchivalNumber } from '../../../shared/report/filing'

const base: ArchivalNumber = { fonds: 'Z109', category: 'WS', year: 2011, retention: 'Y', unit: 'BGS', item: 1 }
const { unit: _unit, ...without } = base

const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const code = (length: number) => fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((all) => all.join(''))
const number: fc.Arbitrary<ArchivalNumber> = fc.record({
  fonds: fc.oneof(code(4), fc.constant('')), category: fc.constantFrom('WS', 'KJ', 'ZP'), year: fc.integer({ min: 1900, max: 2999 }), retention: fc.constantFrom(...retentions), item: fc.integer({ min: 1, max: 99_999 }),
  unit: fc.option(code(3), { nil: undefined }),
}).map(({ unit, ...rest }) => (unit === undefined ? rest : { ...rest, unit }))

describe('档号', () => {
  it('ARCHNO-1: is written level by level, 件号 with four digits or more', () => {
    expect(formatArchivalNumber(base)).toBe('Z109-WS·2011-Y-BGS-0001')
    expect(formatArchivalNumber(without)).toBe('Z109-WS·2011-Y-0001')
    expect(formatArchivalNumber({ ...base, retention: 'D30', item: 12_345 })).toBe('Z109-WS·2011-D30-BGS-12345')
    expect(formatArchivalNumber({ ...without, fonds: '' })).toBe('WS·2011-Y-0001')
    expect(archivalFileName({ ...without, fonds: '' })).toBe('ws.2011-y-0001')
    expect(archivalFileName(base)).toBe('z109-ws.2011-y-bgs-0001')
  })

  it('ARCHNO-1: what was written is read as the same number, however many there are', () => {
    fc.assert(fc.property(number, (one) => {
      expect(parseArchivalNumber(formatArchivalNumber(one))).toEqual(one)
      expect(archivalFileName(one)).toMatch(/^[a-z0-9][a-z0-9.-]{0,120}$/)
    }))
  })

  it.each([
    ['ｚ109－ＷＳ・2011–Y—bgs-0001', 'Z109-WS·2011-Y-BGS-0001'],
    [' Z109-WS.2011-D10-0007 ', 'Z109-WS·2011-D10-0007'],
  ])('ARCHNO-1: %s is read as %s', (typed, meant) => {
    const read = parseArchivalNumber(typed)
    expect(read === null ? null : formatArchivalNumber(read)).toBe(meant)
  })

  it.each(['', 'Z109', 'Z109-WS·2011-Y-BGS-0000', 'Z109-WS·2011-Y-BGS-001', 'Z109-WS·2011-Y-BGS-00012', 'Z109-WS·2011-D20-0001', 'Z10-WS·2011-Y-0001', 'Z109-WS·0011-Y-0001', 'Z109-WS·2011-Y-BG-0001'])('ARCHNO-1: %j is no 档号', (typed) => {
    expect(parseArchivalNumber(typed)).toBeNull()
  })

  it('ARCHNO-2: classes come in the order of the catalogue, and numbers within them', () => {
    const ordered: ArchivalNumber[] = [
      { ...base, year: 2010, retention: 'D10' }, { ...without }, { ...base, unit: 'BGS' }, { ...base, item: 2 }, { ...base, item: 10 }, { ...base, unit: 'YWK' }, { ...base, retention: 'D30' }, { ...base, retention: 'D10' },
    ]
    expect([...ordered].reverse().sort(compareArchivalNumbers)).toEqual(ordered)
    fc.assert(fc.property(number, number, (one, other) => {
      expect(Math.sign(compareArchivalNumbers(one, other)) + Math.sign(compareArchivalNumbers(other, one))).toBe(0)
      expect(compareArchivalNumbers(one, other) === 0).toBe(formatArchivalNumber(one) === formatArchivalNumber(other))
    }))
  })

  it('ARCHNO-3: the next 件号 is the lowest that nobody in the class has', () => {
    expect(nextItem([], base)).toBe(1)
    const taken = [1, 2, 4].map((item) => ({ ...base, item }))
    expect(nextItem([...taken, { ...base, retention: 'D10', item: 3 }], base)).toBe(3)
    expect(nextItem(taken, { ...base, year: 2012 })).toBe(1)
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (items) => {
      const numbers = items.map((item) => ({ ...base, item }))
      const next = nextItem(numbers, base)
      expect(items).not.toContain(next)
      expect(numberProblems([...new Map([...numbers, { ...base, item: next }].map((one) => [one.item, one])).values()]).filter((problem) => problem.kind === 'gap' && problem.from <= next)).toEqual([])
    }))
  })

  it('ARCHNO-4: gaps and numbers given twice are found in every class', () => {
    const of = (...items: number[]) => items.map((item) => ({ ...base, item }))
    expect(numberProblems(of(3, 1, 2))).toEqual([])
    const { item: _item, ...own } = base
    expect(numberProblems([...of(2, 5, 5, 5), { ...base, retention: 'D10', item: 1 }])).toEqual([
      { kind: 'gap', class: own, from: 1, to: 1 }, { kind: 'gap', class: own, from: 3, to: 4 }, { kind: 'duplicate', number: { ...base, item: 5 }, count: 3 },
    ])
  })

  it('ARCHNO-4: a number taken out or put in twice anywhere is always found', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.boolean(), (count, place, isDouble) => {
      const whole = Array.from({ length: count }, (_, at) => ({ ...base, item: at + 1 }))
      expect(numberProblems(whole)).toEqual([])
      const at = place % (count - 1)
      const broken = isDouble ? [...whole, { ...base, item: at + 1 }] : whole.filter((one) => one.item !== at + 1)
      expect(numberProblems(broken).map(({ kind }) => kind)).toEqual([isDouble ? 'duplicate' : 'gap'])
    }))
  })

  it('ARCHNO-4: 100,000 numbers are looked through', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({ ...base, year: 2000 + (at % 20), item: Math.floor(at / 20) + 1 }))
    expect(numberProblems(many)).toEqual([])
    expect(new Set(many.map(formatArchivalNumber)).size).toBe(many.length)
  })

  it('ARCHNO-2: a report lies under the year of its 档号, without one under its own', () => {
    const filing = { filedAt: '', contentSha256: '', word: { name: '', sha256: '', bytes: 0 } }
    expect(archiveYearOf({ year: 2025 })).toBe(2025)
    expect(archiveYearOf({ year: 2025, filing: { ...filing, number: { ...base, year: 2026 } } })).toBe(2026)
    expect(classKey(base)).toBe('Z109-WS·2011-Y-BGS')
  })
})
