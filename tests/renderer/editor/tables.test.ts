import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { CellSelection, TableMap } from 'prosemirror-tables'
import { describe, expect, it } from 'vitest'
import { fromEditorDoc, toBlock, toEditorDoc } from '../../../renderer/editor/editorDoc'
import { schema } from '../../../renderer/editor/schema'
import { soundMerges } from '../../../shared/report/cellMerges'
import type { TableBlock } from '../../../shared/report/report'
import { actionCommand } from '../../../renderer/editor/actions'
import { findBody } from '../../../renderer/editor/bodyNodes'
import { cellSelections, tableKeys } from '../../../renderer/editor/tableKeys'
import type { TableChange } from '../../../renderer/state/deskHandle'
import { after, blocksIn, blocksOf, caret, noContent, stateWith, written } from '../../support/editorState'

const table = (...rows: readonly (readonly string[])[]): TableBlock => ({ kind: 'table', id: 't1', rows, headerRows: 0 })
const cell = (text: string) => schema.node('cell', null, [schema.text(text)])

describe('tables in the editor', () => {
  it.each([
    ['a table without rows', table()],
    ['a row without cells', table([], ['甲'])],
    ['rows of different lengths', table(['甲', '乙'], ['丙'])],
  ])('EDIT-2: %s opens, and comes back as it was while it is not touched', (_name, block) => {
    const doc = toEditorDoc({ ...noContent, blocks: [block] })
    doc.check()
    expect(fromEditorDoc(doc).blocks).toEqual([block])
  })

  it('TABLE-1: merged cells open as cells that span, and come back as they were after an edit', () => {
    const merges = [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }]
    const block = { ...table(['单位', '上半年', ''], ['', '计划', '完成'], ['水务局', '1', '2']), headerRows: 2, merges }
    const doc = toEditorDoc({ ...noContent, blocks: [block] })
    doc.check()
    const state = EditorState.create({ doc })
    let cell = 0
    doc.descendants((node, position) => { if (node.textContent === '水务局' && node.isText) cell = position })
    const edited = state.apply(state.tr.insertText('县', cell)).doc
    expect(fromEditorDoc(edited).blocks).toEqual([{ ...block, rows: [['单位', '上半年', ''], ['', '计划', '完成'], ['县水务局', '1', '2']] }])
  })

  it('TABLE-1: spans that run into each other or out of the table lose no text', () => {
    const wide = (text: string, colspan: number, rowspan: number) => schema.node('cell', { colspan, rowspan }, [schema.text(text)])
    const torn = schema.node('table', { id: 't1', headerRows: 9 }, [schema.node('row', null, [wide('甲', 1, 3), wide('乙', 2, 1)]), schema.node('row', null, [wide('丙', 5, 9), wide('丁', 1, 1)])])
    const block = toBlock(torn)
    expect(block.kind === 'table' && block.rows.flat().filter((text) => text !== '')).toEqual(['甲', '乙', '丙', '丁'])
    expect(block.kind === 'table' && soundMerges(block)).toEqual(block.kind === 'table' && block.merges)
  })

  it('EDIT-2: what a deletion across cells leaves is a table with even rows, and every text in it is kept', () => {
    const torn = schema.node('table', { id: 't1', headerRows: 0 }, [schema.node('row', null, [cell('甲')]), schema.node('row', null, [cell('乙'), cell('丙')])])
    expect(toBlock(torn)).toEqual(table(['甲', ''], ['乙', '丙']))
  })
})

/** The caret in a cell, or the cells from one to another chosen. */
function inCell(state: EditorState, row: number, column: number, to: readonly [row: number, column: number] | null = null): EditorState {
  const placed = findBody(state.doc, 't1')
  if (placed === null) throw new Error('no table')
  const map = TableMap.get(placed.node)
  const at = (line: number, place: number): number => placed.position + 1 + (map.map[line * map.width + place] ?? 0)
  const selection = to === null
    ? TextSelection.create(state.doc, at(row, column) + 1)
    : new CellSelection(state.doc.resolve(at(row, column)), state.doc.resolve(at(...to)))
  return state.apply(state.tr.setSelection(selection))
}
const rowsIn = (state: EditorState): TableBlock['rows'] => blocksIn(state).flatMap((block) => (block.kind === 'table' ? block.rows : []))
const change = (kind: TableChange) => actionCommand({ kind: 'table', change: kind })

/** Presses a key of the table. */
function pressed(state: EditorState, key: string): EditorState {
  let next = state
  const view = { get state() { return next }, dispatch: (transaction: Parameters<EditorState['apply']>[0]) => { next = next.apply(transaction) }, endOfTextblock: () => true }
  const event = { key: key.replace('Shift-', ''), shiftKey: key.startsWith('Shift-'), ctrlKey: false, altKey: false, metaKey: false, keyCode: 0 }
  const handler = tableKeys().props.handleKeyDown as unknown as (this: unknown, ...all: readonly unknown[]) => boolean
  handler.call(null, view, event)
  return next
}

describe('edits of a table on the page', () => {
  const start = () => stateWith([...blocksOf('上文'), table(['甲', '乙'], ['丙', '丁']), { kind: 'text', id: 'end', level: 0, runs: [] }], history(), cellSelections())

  it('TABLE-3: rows and columns are added, moved and taken away at the chosen cells, each in one step', () => {
    const state = inCell(start(), 1, 0)
    expect(rowsIn(after(state, change('rowAbove')))).toEqual([['甲', '乙'], ['', ''], ['丙', '丁']])
    expect(rowsIn(after(state, change('columnRight')))).toEqual([['甲', '', '乙'], ['丙', '', '丁']])
    expect(rowsIn(after(state, change('rowUp')))).toEqual([['丙', '丁'], ['甲', '乙']])
    expect(rowsIn(after(state, change('deleteColumns')))).toEqual([['乙'], ['丁']])
    expect(rowsIn(after(after(state, change('deleteRows')), undo))).toEqual([['甲', '乙'], ['丙', '丁']])
  })
  it('TABLE-3: chosen cells become one and come apart again, a header row is set and taken off', () => {
    const merged = after(inCell(start(), 0, 0, [1, 0]), change('merge'))
    expect(blocksIn(merged)[1]).toMatchObject({ rows: [['甲\n丙', '乙'], ['', '丁']], merges: [{ row: 0, column: 0, rows: 2, columns: 1 }] })
    expect(blocksIn(after(merged, change('split')))[1]).toMatchObject({ rows: [['甲\n丙', '乙'], ['', '丁']] })
    const headed = after(inCell(start(), 0, 0), change('header'))
    expect(blocksIn(headed)[1]).toMatchObject({ headerRows: 1 })
    expect(blocksIn(after(headed, change('header')))[1]).toMatchObject({ headerRows: 0 })
  })
  it('TABLE-3: a table is set in place of an empty paragraph, and deleted with all its rows', () => {
    const put = after(caret(start(), 'end'), actionCommand({ kind: 'insertTable', rows: 2, columns: 3 }))
    expect(written(blocksIn(put))).toEqual(['上文', 'table', 'table', ''])
    expect(blocksIn(put)[2]).toMatchObject({ headerRows: 1, rows: [['', '', ''], ['', '', '']] })
    expect(written(blocksIn(after(inCell(start(), 0, 0, [1, 0]), change('deleteRows'))))).toEqual(['上文', ''])
    expect(written(blocksIn(after(stateAlone(), change('delete'))))).toEqual([])
  })
  const stateAlone = () => inCell(stateWith([table(['甲'])]), 0, 0)

  it('TABLE-4: Tab goes from cell to cell, and adds a row behind the last one', () => {
    const second = pressed(inCell(start(), 0, 0), 'Tab')
    expect(second.selection.$head.parent.textContent).toBe('乙')
    expect(pressed(second, 'Shift-Tab').selection.$head.parent.textContent).toBe('甲')
    const added = pressed(inCell(start(), 1, 1), 'Tab')
    expect(rowsIn(added)).toEqual([['甲', '乙'], ['丙', '丁'], ['', '']])
    expect(rowsIn(added.apply(added.tr.insertText('新')))[2]).toEqual(['新', ''])
  })
  it('TABLE-4: arrows cross the edges of cells and leave the table; with Shift they choose cells', () => {
    expect(pressed(inCell(start(), 0, 0), 'ArrowDown').selection.$head.parent.textContent).toBe('丙')
    expect(pressed(inCell(start(), 1, 0), 'ArrowUp').selection.$head.parent.textContent).toBe('甲')
    expect(pressed(inCell(start(), 1, 1), 'ArrowDown').selection.$head.parent.attrs['id']).toBe('end')
    expect(pressed(inCell(start(), 0, 1), 'ArrowUp').selection.$head.parent.textContent).toBe('上文')
    const chosen = pressed(pressed(inCell(start(), 0, 0), 'Shift-ArrowDown'), 'Shift-ArrowRight')
    expect(chosen.selection instanceof CellSelection && chosen.selection.ranges).toHaveLength(4)
  })
  it('TABLE-4: Backspace takes an empty paragraph below a table away, but not the last place to write in', () => {
    const state = caret(stateWith([table(['甲']), ...blocksOf('', '下文')]), 'b1')
    expect(written(blocksIn(pressed(state, 'Backspace')))).toEqual(['table', '下文'])
    const last = caret(start(), 'end')
    expect(blocksIn(pressed(last, 'Backspace'))).toEqual(blocksIn(last))
  })
  it('TABLE-4: Enter opens a line inside the cell, and the line survives an edit', () => {
    const state = pressed(inCell(start(), 0, 0), 'Enter')
    expect(rowsIn(state)[0]).toEqual(['\n甲', '乙'])
  })

  it('TABLE-3: whatever is done to a table, rows stay even and areas sound, and undoing all of it gives it back exactly', () => {
    const kinds = ['rowAbove', 'rowBelow', 'columnLeft', 'columnRight', 'deleteRows', 'deleteColumns', 'rowUp', 'rowDown', 'columnToLeft', 'columnToRight', 'merge', 'split', 'header'] as const satisfies readonly TableChange[]
    const place = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }))
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), place, place), { maxLength: 12 }), (edits) => {
      let state = start()
      for (const [kind, from, to] of edits) {
        const rows = rowsIn(state)
        if (rows.length === 0) break
        const [height, width] = [rows.length, rows[0]?.length ?? 1]
        state = after(inCell(state, from[0] % height, from[1] % width, [to[0] % height, to[1] % width]), change(kind))
        state.doc.check()
        for (const block of blocksIn(state)) {
          if (block.kind !== 'table') continue
          expect(new Set(block.rows.map((row) => row.length)).size).toBe(1)
          expect(soundMerges(block)).toEqual(block.merges ?? [])
        }
      }
      for (let steps = 0; steps <= edits.length; steps += 1) state = after(state, undo)
      expect(blocksIn(state)).toEqual(blocksIn(start()))
    }), { numRuns: 150 })
  })
})
