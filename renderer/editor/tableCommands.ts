/** What can be done with the table of the caret (SPEC TABLE-3 … TABLE-5). The edits themselves are those of `shared/report/tableEdits`; each is one step to undo. */
import { closeHistory } from 'prosemirror-history'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { CellSelection, isInTable, selectedRect, TableMap } from 'prosemirror-tables'
import type { TableBlock } from '../../shared/report/report'
import { deleteColumns, deleteRows, insertColumn, insertRow, mergeCells, moveColumns, moveRows, setHeaderRows, splitCells, wholeRange, type CellRange } from '../../shared/report/tableEdits'
import type { TableChange } from '../state/deskHandle'
import { bodyAt, selectedBody, type PlacedNode } from './bodyNodes'
import { toBlock, toNode } from './editorDoc'
import { schema } from './schema'

/** The table of the selection, and the cells of it that are chosen. */
export interface ChosenCells {
  readonly placed: PlacedNode
  readonly block: TableBlock
  readonly range: CellRange
}

/** Null outside a table, and where the selection leaves it. */
export function chosenCells(state: EditorState): ChosenCells | null {
  if (!isInTable(state)) return null
  const placed = bodyAt(state, state.selection.from)
  if (placed === null || placed.node.type.name !== 'table') return null
  const block = toBlock(placed.node)
  if (block.kind !== 'table') return null
  const { top, left, bottom, right } = selectedRect(state)
  return { placed, block, range: { top, left, bottom, right } }
}

/** Does it to the chosen cells. */
export function changeTable(change: TableChange): Command {
  return (state, dispatch) => {
    const chosen = chosenCells(state)
    if (chosen === null) return false
    const { block, range, placed } = chosen
    if (change === 'delete' || isWholeTable(block, range, change)) return withoutTable(state, dispatch, placed)
    const next = changed(block, range, change)
    if (next === block) return false
    if (dispatch) dispatch(replaceTable(state, placed, next, caretAfter(range, change, next), change === 'merge' || isMove(change)).scrollIntoView())
    return true
  }
}

function changed(block: TableBlock, range: CellRange, change: Exclude<TableChange, 'delete'>): TableBlock {
  const whole = wholeRange(block, range)
  switch (change) {
    case 'rowAbove': return insertRow(block, range.top)
    case 'rowBelow': return insertRow(block, range.bottom)
    case 'columnLeft': return insertColumn(block, range.left)
    case 'columnRight': return insertColumn(block, range.right)
    case 'deleteRows': return deleteRows(block, range.top, range.bottom)
    case 'deleteColumns': return deleteColumns(block, range.left, range.right)
    case 'rowUp': return moveRows(block, whole.top, whole.bottom, -1)
    case 'rowDown': return moveRows(block, whole.top, whole.bottom, 1)
    case 'columnToLeft': return moveColumns(block, whole.left, whole.right, -1)
    case 'columnToRight': return moveColumns(block, whole.left, whole.right, 1)
    case 'merge': return mergeCells(block, range)
    case 'split': return splitCells(block, range)
    case 'header': return setHeaderRows(block, block.headerRows >= range.bottom ? range.top : range.bottom)
  }
}

/** Deleting every row or column is deleting the table. */
function isWholeTable(block: TableBlock, range: CellRange, change: TableChange): boolean {
  return (change === 'deleteRows' && range.bottom - range.top >= block.rows.length) || (change === 'deleteColumns' && range.right - range.left >= (block.rows[0]?.length ?? 0))
}

function isMove(change: TableChange): boolean {
  return change === 'rowUp' || change === 'rowDown' || change === 'columnToLeft' || change === 'columnToRight'
}

/** What is chosen after the change: the new row or column, the moved cells, or the place as it was. */
function caretAfter(range: CellRange, change: TableChange, next: TableBlock): CellRange {
  const shifts: Partial<Record<TableChange, readonly [down: number, across: number]>> = { rowUp: [-1, 0], rowDown: [1, 0], columnToLeft: [0, -1], columnToRight: [0, 1] }
  const [down, across] = shifts[change] ?? [0, 0]
  if (isMove(change)) return { top: range.top + down, bottom: range.bottom + down, left: range.left + across, right: range.right + across }
  const row = change === 'rowBelow' ? range.bottom : range.top
  const column = change === 'columnRight' ? range.right : range.left
  const [top, left] = [Math.min(row, next.rows.length - 1), Math.min(column, (next.rows[0]?.length ?? 1) - 1)]
  return change === 'split' || change === 'header' ? range : { top, left, bottom: top + 1, right: left + 1 }
}

/** The table written anew, with the caret in the first cell of the range, or the range chosen as cells. */
export function replaceTable(state: EditorState, placed: PlacedNode, next: TableBlock, range: CellRange, choosesCells: boolean): Transaction {
  const tr = closeHistory(state.tr)
  tr.replaceWith(placed.position, placed.position + placed.node.nodeSize, toNode(next))
  return chooseCells(tr, placed.position, range, choosesCells)
}

/** Sets the selection into a table of the new document. */
export function chooseCells(tr: Transaction, position: number, range: CellRange, choosesCells: boolean): Transaction {
  const table = tr.doc.nodeAt(position)
  if (table === null) return tr
  const map = TableMap.get(table)
  const cellAt = (row: number, column: number): number => position + 1 + (map.map[Math.min(row, map.height - 1) * map.width + Math.min(column, map.width - 1)] ?? 0)
  const [first, last] = [cellAt(range.top, range.left), cellAt(range.bottom - 1, range.right - 1)]
  if (choosesCells && first !== last) return tr.setSelection(new CellSelection(tr.doc.resolve(first), tr.doc.resolve(last)))
  const cell = tr.doc.nodeAt(first)
  return tr.setSelection(TextSelection.create(tr.doc, first + 1 + (cell?.content.size ?? 0)))
}

/** Takes the table away; where it stands alone in its chunk an empty paragraph stays. */
function withoutTable(state: EditorState, dispatch: Parameters<Command>[1], { node, position }: PlacedNode): boolean {
  if (dispatch) {
    const tr = closeHistory(state.tr)
    const end = position + node.nodeSize
    if (state.doc.resolve(position).parent.childCount > 1) tr.delete(position, end)
    else tr.replaceWith(position, end, schema.node('paragraph', { id: '' }))
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(position + 1, tr.doc.content.size))))
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** An empty table in place of the empty paragraph of the caret, else behind the paragraph or table of the caret; a paragraph follows it, so that there is a place to go on. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const selected = selectedBody(state)
    if (selected === null || rows < 1 || columns < 1) return false
    const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''))
    if (dispatch) dispatch(putTable(state, selected.last, { kind: 'table', id: '', rows: cells, headerRows: rows > 1 ? 1 : 0 }).scrollIntoView())
    return true
  }
}

/** Sets the table at a block of the body and the caret into its first cell. */
export function putTable(state: EditorState, at: PlacedNode, block: TableBlock): Transaction {
  const tr = closeHistory(state.tr)
  const isReplaced = at.node.type.name === 'paragraph' && at.node.content.size === 0 && at.node.attrs['level'] === 0
  const end = at.position + at.node.nodeSize
  const position = isReplaced ? at.position : end
  const $end = state.doc.resolve(end)
  const next = $end.nodeAfter ?? (state.doc.maybeChild($end.index(0) + 1)?.type.name === 'chunk' ? state.doc.child($end.index(0) + 1).firstChild : null)
  const nodes = [toNode(block), ...(next?.type.name === 'paragraph' ? [] : [schema.node('paragraph', { id: '' })])]
  tr.replaceWith(position, end, nodes)
  return chooseCells(tr, position, { top: 0, left: 0, bottom: 1, right: 1 }, false)
}
