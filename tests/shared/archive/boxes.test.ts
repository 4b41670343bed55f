import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { contentOf } from '../../../shared/archive/boxForms'
import { divideIntoBoxes, usualPages } from '../../../shared/archive/boxes'
import { catalogueParts } from '../../../shared/archive/catalogue'
import { yearForm } from '../../../shared/archive/yearForms'
import { filedFacts, filedScheme } from '../../support/filedFacts'

describe('boxes', () => {
  it('ARCHNO-16: every class begins a new box and every item is in exactly one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 80 }), (permanent, ten, room) => {
      const parts = catalogueParts(filedFacts(permanent, ten))
      const boxes = divideIntoBoxes(parts, room)
      expect(boxes.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(parts.flatMap(({ rows }) => rows.map(({ id }) => id)))
      for (const box of boxes) {
        expect(box.pages <= room || box.rows.length === 1).toBe(true)
        expect([box.from, box.to]).toEqual([box.rows[0]?.item, box.rows[box.rows.length - 1]?.item])
      }
      for (const retention of ['Y', 'D10']) {
        const own = boxes.filter((box) => box.class.retention === retention)
        expect(own.map(({ box }) => box)).toEqual(own.map((_, at) => at + 1))
      }
    }))
  })

  it('ARCHNO-16: a wider spine holds more, and what has no 档号 is in no box', () => {
    const parts = catalogueParts(filedFacts(300, 0))
    const counts = ([20, 30, 40, 50] as const).map((spine) => divideIntoBoxes(parts, usualPages[spine]).length)
    expect([...counts].sort((one, other) => other - one)).toEqual(counts)
    expect(new Set(counts).size).toBe(4)
    const [first] = filedFacts(1, 0)
    if (first === undefined) throw new Error('none')
    const { number: _number, ...without } = first
    expect(divideIntoBoxes(catalogueParts([without]), 100)).toEqual([])
    expect([yearForm('spine', catalogueParts([without]), filedScheme), yearForm('catalogue', [], filedScheme)]).toEqual([null, null])
    expect(yearForm('catalogue', catalogueParts([without]), filedScheme)).not.toBeNull()
  })

  it('ARCHNO-19: the record says what is in the box, what is missing and what was corrected', () => {
    const facts = filedFacts(5, 0).filter((_, at) => at !== 2).map((one, at, all) => (at === 3 && all[0] !== undefined ? { ...one, corrects: all[0].id } : one))
    const [box] = divideIntoBoxes(catalogueParts(facts), 100)
    if (box === undefined) throw new Error('none')
    expect(contentOf(box)).toBe('本盒有归档文件4件，件号0001至0005，共20页。\n缺件号0003。\n件号0001已由件号0005更正。\n件号0005为更正件号0001。')
  })
})
