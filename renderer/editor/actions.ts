/** Every {@link EditorAction} as a command of the editor library: called without `dispatch` it only answers whether it would do something. */
import { toggleMark } from 'prosemirror-commands'
import { closeHistory, redo, undo } from 'prosemirror-history'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { assertNever, invariant } from '../../shared/base/invariant'
import { applyCleaning } from '../../shared/cleaning/applyCleaning'
import { raiseHeadings } from '../../shared/cleaning/raiseHeadings'
import type { EditorAction } from '../state/deskHandle'
import { leadLength } from '../../shared/outline/leadLength'
import { bodyAt, bodyNodes, findBody, selectedBody, type PlacedNode } from './bodyNodes'
import { toTextBlock } from './editorDoc'
import { contentChange } from './contentChange'
import { insertNextItem, itemsToParagraphs, itemsToText, renumberChosenItems } from './items'
import { insertText } from './insertText'
import { setParagraphForm, setParagraphLevel } from './levels'
import { pasteTextAlone } from './paste'
import { replaceHit, replaceHits } from './replaced'
import { reviewEdits } from './reviewEdits'
import { schema } from './schema'
import { moveTransaction, type SectionMove } from './sectionMoves'
import { changeTable, insertTable } from './tableCommands'
import { clearTaken, takeBlocks, takeText } from './takeOver'
import { setTitleLines } from './titleLines'

export function actionCommand(action: EditorAction): Command {
  switch (action.kind) {
    case 'undo': return undo
    case 'redo': return redo
    case 'level': return setParagraphLevel(action.level)
    case 'form': return setParagraphForm(action.form)
    case 'manner': return toggleMark(markType(action.manner))
    case 'section': return section(action.ids ?? null, { kind: action.move })
    case 'sectionBefore': return section(action.ids, { kind: 'before', beforeId: action.beforeId })
    case 'insertPageBreak': return insertPageBreak
    case 'insertTable': return insertTable(action.rows, action.columns)
    case 'table': return changeTable(action.change)
    case 'pasteTextAlone': return pasteTextAlone
    case 'insertPicture': return insertPicture(action.picture)
    case 'items': return items[action.change]
    case 'confirmStale': return confirmStale
    case 'rename': return rename(action.id, action.text)
    case 'target': return setTarget(action.id, action.target)
    case 'putBack': return putBack(action.text, action.behind)
    case 'insertText': return insertText(action.text)
    case 'replaceHit': return replaceHit(action.text)
    case 'replaceHits': return replaceHits(action.text, action.leftOut)
    case 'takeBlocks': return takeBlocks(action.blocks)
    case 'takeText': return takeText(action.runs)
    case 'clearTaken': return clearTaken
    case 'titleLines': return setTitleLines(action.lines)
    case 'review': return reviewEdits(action.edits)
    case 'clean': return contentChange('clean', (given) => {
      const content = { ...given, numbering: action.numbering }
      return raiseHeadings(content, applyCleaning(content, action.accepted))
    })
    default: return assertNever(action)
  }
}

const items = { next: insertNextItem, toParagraphs: itemsToParagraphs, toText: itemsToText, renumber: renumberChosenItems } as const satisfies Record<string, Command>

function markType(name: 'bold' | 'italic' | 'underline' | 'stale') {
  const type = schema.marks[name]
  invariant(type !== undefined, `the schema has the mark ${name}`)
  return type
}

/** Moves the chosen sections, or the one at the caret. */
function section(ids: readonly string[] | null, move: SectionMove): Command {
  return (state, dispatch) => {
    const own = ids ?? [bodyAt(state, state.selection.from)?.node.attrs['id'] as string | undefined].filter((id) => id !== undefined)
    const transaction = moveTransaction(state, own, move)
    if (transaction === null) return false
    dispatch?.(transaction)
    return true
  }
}

/** A picture behind the block of the caret, and the caret into its caption. */
function insertPicture(picture: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const selected = selectedBody(state)
    if (selected === null) return false
    if (dispatch) {
      const { tr } = state
      const after = selected.last.position + selected.last.node.nodeSize
      tr.insert(after, schema.node('image', { ...picture, id: '' }))
      tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)))
      dispatch(closeHistory(tr.scrollIntoView()))
    }
    return true
  }
}

/** A page break behind the paragraph of the caret. */
const insertPageBreak: Command = (state, dispatch) => {
  const selected = selectedBody(state)
  if (selected === null) return false
  if (dispatch) {
    const { tr } = state
    const after = selected.last.position + selected.last.node.nodeSize
    tr.insert(after, [schema.node('pageBreak', { id: '' }), schema.node('paragraph', { id: '', level: 0 })])
    tr.setSelection(TextSelection.near(tr.doc.resolve(after + 2)))
    dispatch(tr.scrollIntoView())
  }
  return true
}

/**
 * Takes the mark 待更新 off the selection, or off the marked text around the caret. A paragraph that was taken over is the clerk's own once
 * nothing in it waits to be confirmed: its sign goes with the last mark.
 */
const confirmStale: Command = (state, dispatch) => {
  const range = state.selection.empty ? staleAround(state) : { from: state.selection.from, to: state.selection.to }
  const isMarked = range !== null && state.doc.rangeHasMark(range.from, range.to, markType('stale'))
  const placed = bodyAt(state, state.selection.from)
  const isTaken = placed !== null && typeof placed.node.attrs['taken'] === 'string'
  if (!isMarked && !(isTaken && !hasStale(state.doc, placed))) return false
  if (dispatch) {
    const { tr } = state
    if (isMarked) tr.removeMark(range.from, range.to, markType('stale'))
    if (isTaken && !hasStale(tr.doc, placed)) tr.setNodeAttribute(placed.position, 'taken', null)
    dispatch(tr)
  }
  return true
}

function hasStale(doc: EditorState['doc'], { node, position }: PlacedNode): boolean {
  return doc.rangeHasMark(position, position + node.nodeSize, markType('stale'))
}

/** The marked piece of text that the caret stands in or at the edge of. */
function staleAround(state: EditorState): { readonly from: number; readonly to: number } | null {
  const { $from } = state.selection
  const found: { from: number; to: number }[] = []
  $from.parent.forEach((child, offset) => {
    const from = $from.start() + offset
    if (markType('stale').isInSet(child.marks) && from <= $from.pos && from + child.nodeSize >= $from.pos) found.push({ from, to: from + child.nodeSize })
  })
  return found[0] ?? null
}

/** Writes another text into the heading part of a block; its closing mark stays. */
function rename(id: string, text: string): Command {
  return (state, dispatch) => {
    const placed = findBody(state.doc, id)
    if (placed === null || placed.node.type.name !== 'paragraph' || text.trim() === '') return false
    const head = placed.node.textContent.slice(0, leadLength(toTextBlock(placed.node)))
    const kept = /[\s。：:]*$/.exec(head)?.[0].length ?? 0
    const end = head.length - kept
    if (head.slice(0, end) === text.trim()) return false
    dispatch?.(state.tr.insertText(text.trim(), placed.position + 1, placed.position + 1 + end))
    return true
  }
}

/** Sets or takes away the wanted 字数 of a section (SPEC TREE-12). */
function setTarget(id: string, target: number | null): Command {
  return (state, dispatch) => {
    const placed = findBody(state.doc, id)
    if (placed?.node.type.name !== 'paragraph' || placed.node.attrs['target'] === target) return false
    if (target !== null && (!Number.isInteger(target) || target < 1 || target > 10_000_000)) return false
    dispatch?.(state.tr.setNodeAttribute(placed.position, 'target', target))
    return true
  }
}

/** A new body paragraph behind the block `behind`, in front of the body if that is empty, at its end if nobody knows. */
function putBack(text: string, behind: string | null): Command {
  return (state, dispatch) => {
    const placed = bodyNodes(state.doc)
    const [first, last] = [placed[0], placed.at(-1)]
    if (first === undefined || last === undefined || text === '') return false
    if (dispatch) {
      const { tr } = state
      const before = (behind === null ? null : findBody(state.doc, behind)) ?? last
      const at = behind === '' ? first.position : before.position + before.node.nodeSize
      tr.insert(at, schema.node('paragraph', { id: '', level: 0 }, [schema.text(text)]))
      tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}
