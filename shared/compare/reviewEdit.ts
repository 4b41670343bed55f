/** An accepted change as one edit of the report as it stands now, and what such an edit does (SPEC READBACK-2). */
import diff from 'fast-diff'
import { assertNever } from '../base/invariant'
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import type { Block, Run, SchemeId, TextBlock } from '../report/report'
import type { ComparedField } from './compareReports'
import type { Review, ReviewChange, Shape } from './review'

/** One step for the editor. Offsets are UTF-16 in the text of the block; `after` is the block to stand behind, null for the first place. */
export type ReviewEdit =
  | { readonly kind: 'text'; readonly blockId: string; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'shape'; readonly blockId: string; readonly shape: Shape }
  | { readonly kind: 'runs'; readonly blockId: string; readonly runs: readonly Run[] }
  | { readonly kind: 'cell'; readonly blockId: string; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'replaceBlock'; readonly blockId: string; readonly block: Block }
  | { readonly kind: 'insertBlock'; readonly after: string | null; readonly block: Block }
  | { readonly kind: 'deleteBlock'; readonly blockId: string }
  | { readonly kind: 'moveBlocks'; readonly blockIds: readonly string[]; readonly after: string | null }
  | { readonly kind: 'field'; readonly field: ComparedField; readonly value: string | readonly string[] }
  | { readonly kind: 'numbering'; readonly numbering: SchemeId }

/**
 * The edit that carries out `change` on `current`, the own report after the changes `accepted` (ids) and perhaps more edits by hand. null if its place is
 * gone: the block was deleted, or the very words were rewritten.
 */
export function reviewEdit(review: Review, change: ReviewChange, accepted: ReadonlySet<string>, current: Pick<ReportContent, 'blocks'>): ReviewEdit | null {
  const block = 'blockId' in change ? current.blocks.find((each) => each.id === change.blockId) : undefined
  if ('blockId' in change && block === undefined) return null
  switch (change.kind) {
    case 'replace': case 'insert': case 'delete': {
      const place = currentPlace(review, change, accepted, block === undefined ? '' : blockText(block))
      return place === null ? null : { kind: 'text', blockId: change.blockId, ...place, text: change.after }
    }
    case 'shape': return { kind: 'shape', blockId: change.blockId, shape: change.to }
    case 'manner': return block !== undefined && blockText(block) === change.before ? { kind: 'runs', blockId: change.blockId, runs: change.runs } : null
    case 'cell': {
      const cell = block?.kind === 'table' ? block.rows[change.row]?.[change.column] : undefined
      return cell === change.before ? { kind: 'cell', blockId: change.blockId, row: change.row, column: change.column, text: change.after } : null
    }
    case 'table': return { kind: 'replaceBlock', blockId: change.blockId, block: change.table }
    case 'deleteBlock': return { kind: 'deleteBlock', blockId: change.blockId }
    case 'insertBlock': return { kind: 'insertBlock', after: standsBehind(review, change.place, accepted, current.blocks), block: change.block }
    case 'moveBlocks': {
      const here = new Set(current.blocks.map((each) => each.id))
      const blockIds = change.blockIds.filter((id) => here.has(id))
      return blockIds.length === 0 ? null : { kind: 'moveBlocks', blockIds, after: standsBehind(review, change.place, accepted, current.blocks) }
    }
    case 'field': return { kind: 'field', field: change.field, value: change.value }
    case 'numbering': return { kind: 'numbering', numbering: change.numbering }
    default: return assertNever(change)
  }
}

/** The nearest block above the place that stands where the copy has it. */
function standsBehind({ order }: Review, place: number, accepted: ReadonlySet<string>, blocks: readonly Block[]): string | null {
  const here = new Set(blocks.map((block) => block.id))
  for (let at = place - 1; at >= 0; at -= 1) {
    const placed = order[at]
    if (placed !== undefined && here.has(placed.id) && (placed.change === undefined || accepted.has(placed.change))) return placed.id
  }
  return null
}

type TextChange = Extract<ReviewChange, { readonly kind: 'replace' | 'insert' | 'delete' }>

/** Where the change lies now: moved on by the accepted changes before it, then by what else became of the text. */
function currentPlace(review: Review, change: TextChange, accepted: ReadonlySet<string>, text: string): { readonly from: number; readonly to: number } | null {
  const others = review.changes.filter((each): each is TextChange => (each.kind === 'replace' || each.kind === 'insert' || each.kind === 'delete') && each.blockId === change.blockId && each.id !== change.id && accepted.has(each.id))
  const shift = others.reduce((sum, each) => sum + (each.from < change.from ? each.after.length - each.before.length : 0), 0)
  const expected = [...others].sort((left, right) => right.from - left.from).reduce((all, each) => all.slice(0, each.from) + each.after + all.slice(each.to), review.texts.get(change.blockId) ?? '')
  const place = { from: change.from + shift, to: change.to + shift }
  return expected === text ? place : followed(expected, text, place)
}

/** The same range in a text that was changed otherwise; null if anything in it was. */
function followed(before: string, after: string, { from, to }: { readonly from: number; readonly to: number }): { readonly from: number; readonly to: number } | null {
  let atBefore = 0
  let atAfter = 0
  for (const [kind, { length }] of diff(before, after)) {
    if (kind === diff.EQUAL) {
      if (from >= atBefore && to <= atBefore + length) return { from: from - atBefore + atAfter, to: to - atBefore + atAfter }
      atBefore += length
      atAfter += length
    } else if (kind === diff.DELETE) atBefore += length
    else atAfter += length
  }
  return null
}

/** The report with one edit carried out; ids of an edit that name no block change nothing. */
export function applyReviewEdit<C extends ReportContent>(content: C, edit: ReviewEdit): C {
  const { blocks } = content
  const replace = (id: string, make: (block: Block) => Block): C => ({ ...content, blocks: blocks.map((block) => (block.id === id ? make(block) : block)) })
  const text = (id: string, make: (block: TextBlock) => TextBlock): C => replace(id, (block) => (block.kind === 'text' ? make(block) : block))
  switch (edit.kind) {
    case 'text': return text(edit.blockId, (block) => ({ ...block, runs: replaceInRuns(block.runs, edit.from, edit.to, edit.text) }))
    case 'shape': return text(edit.blockId, (block) => withShape(block, edit.shape))
    case 'runs': return text(edit.blockId, (block) => ({ ...block, runs: edit.runs }))
    case 'cell': return replace(edit.blockId, (block) => (block.kind !== 'table' ? block : {
      ...block, rows: block.rows.map((row, index) => (index === edit.row ? row.map((cell, column) => (column === edit.column ? edit.text : cell)) : row)),
    }))
    case 'replaceBlock': return replace(edit.blockId, () => edit.block)
    case 'deleteBlock': return { ...content, blocks: blocks.filter((block) => block.id !== edit.blockId) }
    case 'insertBlock': return { ...content, blocks: putBehind(blocks, edit.after, [edit.block]) }
    case 'moveBlocks': {
      const moved = edit.blockIds.flatMap((id) => blocks.filter((block) => block.id === id))
      return { ...content, blocks: putBehind(blocks.filter((block) => !edit.blockIds.includes(block.id)), edit.after, moved) }
    }
    case 'field': return { ...content, [edit.field]: edit.value }
    case 'numbering': return { ...content, numbering: edit.numbering }
    default: return assertNever(edit)
  }
}

function putBehind(blocks: readonly Block[], after: string | null, added: readonly Block[]): readonly Block[] {
  const at = after === null ? 0 : blocks.findIndex((block) => block.id === after) + 1
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)]
}

function withShape(block: TextBlock, { level, form }: Shape): TextBlock {
  const next = { ...block, level }
  if (form === undefined) delete next.form
  else next.form = form
  return next
}

/** New text takes the manner of what it replaces, or of what stands before it. */
function replaceInRuns(runs: readonly Run[], from: number, to: number, text: string): readonly Run[] {
  let at = 0
  const placed = runs.map((run) => ({ run, start: at, end: (at += run.text.length) }))
  const inside = placed.findIndex(({ start, end }) => (from === to && from > 0 ? start < from && from <= end : start <= from && from < end))
  const owner = inside === -1 ? placed.length - 1 : inside
  const result = placed.flatMap(({ run, start }, index): readonly Run[] => {
    const cut = (offset: number): number => Math.max(0, Math.min(run.text.length, offset - start))
    const next = run.text.slice(0, cut(from)) + (index === owner ? text : '') + run.text.slice(cut(to))
    return next === '' ? [] : [{ ...run, text: next }]
  })
  return runs.length === 0 && text !== '' ? [{ text }] : result
}
