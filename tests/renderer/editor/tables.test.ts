import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { fromEditorDoc, toBlock, toEditorDoc } from '../../../renderer/editor/editorDoc'
import { schema } from '../../../renderer/editor/schema'
import { soundMerges } from '../../../shared/report/cellMerges'
import type { TableBlock } from '../../../shared/report/report'
import { noContent } from '../../support/editorState'

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
