/** Keys inside a table (SPEC TABLE-4): Tab from cell to cell, arrows across the edges of cells, Enter for a line of its own, Shift and arrows to choose cells. */
import { keymap } from 'prosemirror-keymap'
import { Plugin, Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { CellSelection, cellAround, goToNextCell, nextCell, selectedRect, tableEditing } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { insertRow } from '../../shared/report/tableEdits'
import { bodyAt, bodyNodes } from './bodyNodes'
import { changeTable, chosenCells, replaceTable } from './tableCommands'

/** Keys first, before those of the body; then what the library does for chosen cells. */
export function tableKeys(): Plugin {
  return keymap({
    Tab: (state, dispatch) => inTable(state) && (goToNextCell(1)(state, dispatch) || addRowAtEnd(state, dispatch)),
    'Shift-Tab': (state, dispatch) => inTable(state) && (goToNextCell(-1)(state, dispatch) || true),
    Enter: lineInCell,
    'Shift-Enter': lineInCell,
    ArrowUp: arrow('vert', -1),
    ArrowDown: arrow('vert', 1),
    ArrowLeft: arrow('horiz', -1),
    ArrowRight: arrow('horiz', 1),
    'Shift-ArrowUp': choose('vert', -1),
    'Shift-ArrowDown': choose('vert', 1),
    'Shift-ArrowLeft': choose('horiz', -1),
    'Shift-ArrowRight': choose('horiz', 1),
    Backspace: (state, dispatch, view) => deleteWhole(state, dispatch, view) || dropEmptyBehind(state, dispatch),
    Delete: deleteWhole,
    'Mod-a': chooseAll,
  })
}

/** Cells chosen by the pointer, drawn, cleared and kept even: the library's part. */
export function cellSelections(): Plugin {
  return tableEditing()
}

/** A right click in a cell takes the caret there, unless it is one of the chosen cells: the menu is for what is under the pointer. */
export function rightClickedCell(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        contextmenu: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          const $cell = at === null ? null : cellAround(view.state.doc.resolve(at.pos))
          if (at === null || $cell === null) return false
          const { selection } = view.state
          const isChosen = selection instanceof CellSelection && selection.ranges.some(({ $from, $to }) => $from.pos <= at.pos && at.pos <= $to.pos)
          const isSameCell = cellAround(selection.$head)?.pos === $cell.pos
          if (!isChosen && !(isSameCell && !(selection instanceof CellSelection))) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
          return false
        },
      },
    },
  })
}

function inTable(state: EditorState): boolean {
  return chosenCells(state) !== null
}

const addRowAtEnd: Command = (state, dispatch) => {
  const chosen = chosenCells(state)
  if (chosen === null) return false
  const end = chosen.block.rows.length
  dispatch?.(replaceTable(state, chosen.placed, insertRow(chosen.block, end), { top: end, left: 0, bottom: end + 1, right: 1 }, false).scrollIntoView())
  return true
}

/** A line of its own inside the cell. */
const lineInCell: Command = (state, dispatch) => {
  if (chosenCells(state) === null) return false
  if (state.selection instanceof CellSelection) return true
  dispatch?.(state.tr.insertText('\n').scrollIntoView())
  return true
}

/** At the edge of a cell to the next one in this direction, at the edge of the table out of it. */
function arrow(axis: 'horiz' | 'vert', direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    const { selection } = state
    if (selection instanceof CellSelection) {
      dispatch?.(state.tr.setSelection(Selection.near(selection.$headCell, direction)))
      return true
    }
    if (!selection.empty || !isAtEdge(state, view, axis, direction)) return false
    const $cell = cellAround(selection.$head)
    if ($cell === null) return false
    const target = axis === 'horiz' ? besideInOrder(state, direction) : targetBelow(state, direction)
    if (target === null) return true
    dispatch?.(state.tr.setSelection(target).scrollIntoView())
    return true
  }
}

function isAtEdge(state: EditorState, view: EditorView | undefined, axis: 'horiz' | 'vert', direction: 1 | -1): boolean {
  const { $head } = state.selection
  if (cellAround($head) === null) return false
  if (axis === 'horiz') return direction === -1 ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size
  return view?.endOfTextblock(direction === -1 ? 'up' : 'down') ?? true
}

/** Reading order: the end of the cell before, the start of the cell behind, or out of the table. */
function besideInOrder(state: EditorState, direction: 1 | -1): Selection | null {
  const { $head } = state.selection
  return Selection.findFrom(state.doc.resolve(direction === -1 ? $head.before() : $head.after()), direction, true)
}

function targetBelow(state: EditorState, direction: 1 | -1): Selection | null {
  const $cell = cellAround(state.selection.$head)
  const chosen = chosenCells(state)
  if ($cell === null || chosen === null) return null
  const $next = nextCell($cell, 'vert', direction)
  if ($next !== null) return TextSelection.create(state.doc, $next.pos + 1 + (direction === -1 ? ($next.nodeAfter?.content.size ?? 0) : 0))
  const edge = direction === -1 ? chosen.placed.position : chosen.placed.position + chosen.placed.node.nodeSize
  return Selection.findFrom(state.doc.resolve(edge), direction, true)
}

/** Shift and an arrow at the edge of a cell choose cells, and more of them. */
function choose(axis: 'horiz' | 'vert', direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    const { selection } = state
    const isChosen = selection instanceof CellSelection
    if (!isChosen && !isAtEdge(state, view, axis, direction)) return false
    const $anchor = isChosen ? selection.$anchorCell : cellAround(selection.$anchor)
    const $head = isChosen ? selection.$headCell : cellAround(selection.$head)
    if ($anchor === null || $head === null) return false
    const $next = nextCell($head, axis, direction)
    if ($next !== null) dispatch?.(state.tr.setSelection(new CellSelection($anchor, $next)))
    return true
  }
}

/** Backspace in an empty paragraph below a table takes the paragraph away, unless it is the last place to write in. */
const dropEmptyBehind: Command = (state, dispatch) => {
  const placed = state.selection.empty ? bodyAt(state, state.selection.from) : null
  if (placed === null || placed.node.type.name !== 'paragraph' || placed.node.content.size > 0 || placed.node.attrs['level'] !== 0) return false
  const nodes = bodyNodes(state.doc)
  const index = nodes.findIndex(({ position }) => position === placed.position)
  if (nodes[index - 1]?.node.type.name !== 'table' || nodes[index + 1]?.node.type.name !== 'paragraph' || state.doc.resolve(placed.position).parent.childCount === 1) return false
  if (dispatch) {
    const tr = state.tr.delete(placed.position, placed.position + placed.node.nodeSize)
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(placed.position), -1)).scrollIntoView())
  }
  return true
}

/** With all cells chosen the table goes, as a chosen picture would. */
const deleteWhole: Command = (state, dispatch, view) => {
  if (!(state.selection instanceof CellSelection) || !state.selection.isRowSelection() || !state.selection.isColSelection()) return false
  return changeTable('delete')(state, dispatch, view)
}

/** Ctrl+A in a table chooses its cells first, then everything. */
const chooseAll: Command = (state, dispatch) => {
  const chosen = chosenCells(state)
  if (chosen === null || (state.selection instanceof CellSelection && state.selection.isRowSelection() && state.selection.isColSelection())) return false
  const { map, tableStart } = selectedRect(state)
  const [first = 0, last = 0] = [map.map[0], map.map[map.map.length - 1]]
  dispatch?.(state.tr.setSelection(new CellSelection(state.doc.resolve(tableStart + first), state.doc.resolve(tableStart + last))))
  return true
}
