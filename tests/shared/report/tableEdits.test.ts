import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedCells, soundMerges } from '../../../shared/report/cellMerges'
import { deleteColumns, deleteRows, fillCells, insertColumn, insertRow, mergeCells, moveColumns, moveRows, setHeaderRows, splitCells, type Grid } from '../../../shared/report/tableEdits'

const grid = (...rows: readonly string[]): Grid => ({ rows: rows.map((row) => row.split(' ').map((text) => (text === '.' ? '' : text))), headerRows: 1 })
const shown = (table: Grid): readonly string[] => table.rows.map((row) => row.map((text) => (text === '' ? '.' : text)).join(' '))

describe('edits of tables', () => {
  it('TABLE-3: rows and columns come and go, and areas grow and shrink with them', () => {
    const merged = mergeCells(grid('甲 乙', '丙 丁', '戊 己'), { top: 0, left: 0, bottom: 2, right: 1 })
    expect(shown(merged)).toEqual(['甲\n丙 乙', '. 丁', '戊 己'])
    expect(insertRow(merged, 1).merges).toEqual([{ row: 0, column: 0, rows: 3, columns: 1 }])
    expect(insertColumn(merged, 0).merges).toEqual([{ row: 0, column: 1, rows: 2, columns: 1 }])
    expect(shown(deleteRows(merged, 0, 1))).toEqual(['甲\n丙 丁', '戊 己'])
    expect(deleteRows(merged, 0, 1)).toMatchObject({ headerRows: 0 })
    expect(deleteRows(merged, 0, 1).merges).toBeUndefined()
    expect(deleteRows(merged, 0, 3)).toBe(merged)
  })
  it('TABLE-3: rows and columns move past each other, and never tear an area', () => {
    expect(shown(moveRows(grid('甲 乙', '丙 丁', '戊 己'), 2, 3, -1))).toEqual(['甲 乙', '戊 己', '丙 丁'])
    expect(shown(moveColumns(grid('甲 乙 丙'), 0, 2, 1))).toEqual(['丙 甲 乙'])
    const merged = mergeCells(grid('甲 乙', '丙 丁', '戊 己'), { top: 0, left: 0, bottom: 2, right: 1 })
    expect(moveRows(merged, 2, 3, -1)).toBe(merged)
    expect(shown(moveRows(merged, 0, 2, 1))).toEqual(['戊 己', '甲\n丙 乙', '. 丁'])
  })
  it('TABLE-3: merging and splitting', () => {
    const merged = mergeCells(grid('甲 乙 丙', '丁 戊 己'), { top: 0, left: 0, bottom: 1, right: 2 })
    expect(mergeCells(merged, { top: 0, left: 1, bottom: 2, right: 2 })).toMatchObject({ merges: [{ row: 0, column: 0, rows: 2, columns: 2 }] })
    expect(shown(splitCells(merged, { top: 0, left: 1, bottom: 1, right: 2 }))).toEqual(['甲\n乙 . 丙', '丁 戊 己'])
    expect(mergeCells(merged, { top: 0, left: 0, bottom: 1, right: 1 })).toBe(merged)
    expect(setHeaderRows(merged, 9).headerRows).toBe(2)
  })
  it('TABLE-6: cells are written from a place on, and the table grows', () => {
    expect(shown(fillCells(grid('甲 乙', '丙 丁'), 1, 1, [['1', '2'], ['3', '4']]))).toEqual(['甲 乙 .', '丙 1 2', '. 3 4'])
  })
})

type Edit = (table: Grid) => Grid
const small = fc.nat({ max: 6 })
const range = fc.tuple(small, small, small, small).map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }))
const inside = (table: Grid, area: { top: number; left: number; bottom: number; right: number }) => {
  const [height, width] = [table.rows.length, table.rows[0]?.length ?? 0]
  const [top, left] = [Math.min(area.top, height - 1), Math.min(area.left, width - 1)]
  return { top, left, bottom: Math.max(top + 1, Math.min(area.bottom, height)), right: Math.max(left + 1, Math.min(area.right, width)) }
}
/** Edits that take no text away. */
const keeping: fc.Arbitrary<Edit> = fc.oneof(
  small.map((at): Edit => (table) => insertRow(table, at)), small.map((at): Edit => (table) => insertColumn(table, at)),
  fc.tuple(range, fc.constantFrom(1 as const, -1 as const)).map(([area, by]): Edit => (table) => moveRows(table, area.top, area.bottom, by)),
  fc.tuple(range, fc.constantFrom(1 as const, -1 as const)).map(([area, by]): Edit => (table) => moveColumns(table, area.left, area.right, by)),
  range.map((area): Edit => (table) => mergeCells(table, inside(table, area))), range.map((area): Edit => (table) => splitCells(table, inside(table, area))),
  small.map((count): Edit => (table) => setHeaderRows(table, count)),
)
const removing: fc.Arbitrary<Edit> = fc.oneof(
  range.map((area): Edit => (table) => deleteRows(table, area.top, area.bottom)), range.map((area): Edit => (table) => deleteColumns(table, area.left, area.right)),
  fc.tuple(small, small).map(([row, column]): Edit => (table) => fillCells(table, row, column, [['新', '新'], ['新']])),
)
const start = grid('甲 乙 丙', '丁 戊 己', '庚 辛 壬')
const characters = (table: Grid): string => table.rows.flat().join('').replaceAll('\n', '').split('').sort().join('')

it('TABLE-3: no sequence of edits leaves uneven rows, areas outside or over each other, or text in a covered cell', () => {
  fc.assert(fc.property(fc.array(fc.oneof(keeping, removing), { maxLength: 30 }), (edits) => {
    const table = edits.reduce((now, edit) => edit(now), start)
    expect(new Set(table.rows.map((row) => row.length)).size).toBe(1)
    expect(soundMerges(table)).toHaveLength(table.merges?.length ?? 0)
    for (const merge of table.merges ?? []) for (const [row, column] of mergedCells(merge).slice(1)) expect(table.rows[row]?.[column]).toBe('')
    expect(table.headerRows).toBeLessThanOrEqual(table.rows.length)
  }), { numRuns: 400 })
})

it('TABLE-3: only deleting takes text away', () => {
  fc.assert(fc.property(fc.array(keeping, { maxLength: 30 }), (edits) => {
    expect(characters(edits.reduce((now, edit) => edit(now), start))).toBe(characters(start))
  }), { numRuns: 400 })
})
