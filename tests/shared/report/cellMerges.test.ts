import { expect, it } from 'vitest'
import { mergeAt, soundMerges } from '../../../shared/report/cellMerges'
import type { CellMerge } from '../../../shared/report/report'

const rows = [['甲', '', '乙'], ['', '', ''], ['丙', '', '']]
const area = (row: number, column: number, height: number, width: number): CellMerge => ({ row, column, rows: height, columns: width })

it('TABLE-1: areas inside the table that hide nothing count, in reading order', () => {
  const merges = [area(2, 0, 1, 3), area(0, 0, 2, 2)]
  expect(soundMerges({ rows, merges })).toEqual([area(0, 0, 2, 2), area(2, 0, 1, 3)])
})

it('TABLE-1: an area that overlaps, leaves the table, is a single cell or hides text does not count', () => {
  expect(soundMerges({ rows, merges: [area(0, 0, 2, 2), area(1, 1, 1, 2)] })).toEqual([area(0, 0, 2, 2)])
  expect(soundMerges({ rows, merges: [area(0, 0, 4, 1), area(2, 2, 1, 2), area(1, 1, 1, 1), area(0, 1, 1, 2), area(0, 0, 3, 1)] })).toEqual([])
})

it('TABLE-1: every cell knows its area', () => {
  const merges = soundMerges({ rows, merges: [area(0, 0, 2, 2)] })
  expect(mergeAt(merges, 1, 1)).toEqual(area(0, 0, 2, 2))
  expect(mergeAt(merges, 2, 0)).toBeNull()
})
