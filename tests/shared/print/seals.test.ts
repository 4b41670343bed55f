import { describe, expect, it } from 'vitest'
import { layoutReport } from '../../../shared/print/layoutReport'
import { placeSeals, placeStamp } from '../../../shared/print/signatureBlock'
import { issued } from '../../electron/export/issuedReports'

describe('HEAD-11: 落款 with seals and stamps', () => {
  it.each([
    // Widths of the units and of the date; where each unit begins, by row; what is free to the right of the date. All in 字.
    [[6, 6], 7.5, [[4, 18]], 3.25],
    [[6, 6, 6], 7.5, [[1.75, 11, 20.25]], 1],
    [[6, 6, 9, 7], 7.5, [[4, 18], [2.5, 17.5]], 3.25],
    [[6, 6, 6, 6, 6], 7.5, [[11, 20.25], [1.75, 11, 20.25]], 1],
  ] as const)('HEAD-11: units %j and a date of %d', (widths, date, rows, dateRight) => {
    const place = placeSeals(widths, date)
    expect(place.rows.map((row) => row.map(({ from }) => from))).toEqual(rows)
    expect(place.dateRight).toBe(dateRight)
    expect(place.rows.flat().map(({ index }) => index)).toEqual(widths.map((_, index) => index))
  })
  it('HEAD-11: seals of 7.6 字 never touch, and the last one stands on unit and date', () => {
    for (let count = 2; count <= 9; count += 1) {
      for (let widest = 4; widest <= 24; widest += 1) {
        const widths = Array.from({ length: count }, (_, index) => (index === 0 ? widest : 4 + (index % 3)))
        const { rows, dateRight, linesBetween } = placeSeals(widths, 7)
        const centres = rows.map((row) => row.map(({ index, from }) => from + (widths[index] ?? 0) / 2))
        for (const row of centres) row.slice(1).forEach((centre, index) => expect(centre - (row[index] ?? 0)).toBeGreaterThan(7.6))
        // Rows stand (linesBetween + 1) × 10.2 mm apart.
        expect((linesBetween + 1) * 10.2).toBeGreaterThan(42)
        expect(Math.abs((centres[centres.length - 1]?.slice(-1)[0] ?? 0) - (28 - dateRight - 3.5))).toBeLessThan(0.5)
        for (const { index, from } of rows.flat()) expect(from + (widths[index] ?? 0)).toBeLessThanOrEqual(28)
      }
    }
  })
  it('HEAD-11: under a stamp the post stands before it and the date a line below', () => {
    const { postRight, dateRight } = placeStamp()
    const lines = layoutReport(issued({ profile: 'redHead', seal: 'stamp', post: '局长' }, { signature: [] })).blocks
    const at = lines.findIndex((block) => block.kind === 'paragraph' && block.runs[0]?.text === '局长')
    expect(lines.slice(at - 2, at + 3)).toMatchObject([{ runs: [] }, { runs: [] }, { indent: { right: postRight * 315 } }, { runs: [] }, { indent: { right: dateRight * 315 }, runs: [{ text: '2025年12月30日' }] }])
    expect(postRight - dateRight).toBeGreaterThan(2 + 4)
  })
  it('HEAD-11: below the title, unit and date in brackets, and none at the end', () => {
    const all = layoutReport(issued({ profile: 'ordinary', signaturePlace: 'underTitle' })).blocks.map((block) => (block.kind === 'table' ? '' : block.runs.map((run) => run.text).join('')))
    expect(all.slice(1, 4)).toEqual(['清源县水务局', '（2025年12月30日）', ''])
    expect(all.filter((line) => line.includes('2025年12月30日'))).toHaveLength(1)
  })
})
