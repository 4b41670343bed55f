/**
 * An edited copy held against one's own report, as single changes that can be accepted or refused one by one (SPEC READBACK-1). Changes name places of
 * the own report; `reviewEdit` finds them again when other changes have been accepted or the clerk has gone on writing.
 */
import { assignNumbers } from '../outline/assignNumbers'
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import type { Block, SchemeId, TableBlock, TextBlock } from '../report/report'
import { compareBlocks, comparedFields, fieldText, type BlockChange, type ComparedField } from './compareReports'
import { compareText } from './compareText'
import { textRegions } from './textRegions'
import { isUnchanged, type TextPiece } from './textPieces'

interface Common {
  /** `c1`, `c2` … in reading order. */
  readonly id: string
  /** What stands there now and what would; '' where there is nothing. */
  readonly before: string
  readonly after: string
}

/** What stands around a changed place in its sentence. */
export interface ReviewContext {
  readonly left: string
  readonly right: string
}

/**
 * `from`/`to` are UTF-16 offsets in `blockText` of the own block. `place` is an index in `Review.order`. Blocks that were moved together are one change, a
 * moved block that was also edited has its other changes beside it.
 */
export type ReviewChange = Common & (
  | { readonly kind: 'replace' | 'insert' | 'delete'; readonly blockId: string; readonly from: number; readonly to: number; readonly context: ReviewContext }
  | { readonly kind: 'shape'; readonly blockId: string; readonly from: Shape; readonly to: Shape }
  | { readonly kind: 'manner'; readonly blockId: string; readonly runs: TextBlock['runs'] }
  | { readonly kind: 'cell'; readonly blockId: string; readonly row: number; readonly column: number; readonly pieces: readonly TextPiece[] }
  | { readonly kind: 'table'; readonly blockId: string; readonly table: TableBlock }
  | { readonly kind: 'insertBlock'; readonly block: Block; readonly place: number }
  | { readonly kind: 'deleteBlock'; readonly blockId: string }
  | { readonly kind: 'moveBlocks'; readonly blockIds: readonly string[]; readonly place: number }
  | { readonly kind: 'field'; readonly field: ComparedField; readonly value: string | readonly string[]; readonly pieces: readonly TextPiece[] }
  | { readonly kind: 'numbering'; readonly numbering: SchemeId }
)

/** Level and form of a text block. */
export type Shape = Pick<TextBlock, 'level' | 'form'>

/** A block in the order of the edited copy; `change` must have been accepted for it to stand there. */
export interface PlacedBlock {
  readonly id: string
  readonly change?: string
}

export interface Review {
  readonly changes: readonly ReviewChange[]
  readonly order: readonly PlacedBlock[]
  /** Text of every own block by id, as it was when the review began. */
  readonly texts: ReadonlyMap<string, string>
}

/** All changes of the copy in reading order; none if it says the same. Blocks of the copy whose ids the own report uses get other ids. */
export function reviewChanges(own: ReportContent, edited: ReportContent): Review {
  const changes: ReviewChange[] = []
  const order: PlacedBlock[] = []
  const ownIds = new Map(own.blocks.map((block, index) => [block.id, index]))
  const id = (): string => `c${changes.length + 1}`
  const fields = (from: number, to: number): void => {
    for (const field of comparedFields.slice(from, to)) {
      const [before, after] = [fieldText(own, field), fieldText(edited, field)]
      // Where the title was broken says the page, not the clerk.
      if (field === 'title' ? before.replace(/\n/g, '') !== after.replace(/\n/g, '') : before !== after) changes.push({ id: id(), kind: 'field', field, before, after, value: edited[field], pieces: compareText(before, after) })
    }
  }
  fields(0, 2)
  if (!isSameNumbering(own, edited)) changes.push({ id: id(), kind: 'numbering', before: own.numbering, after: edited.numbering, numbering: edited.numbering })
  let lastMoved = -2
  for (const change of compareBlocks(own.blocks, edited.blocks)) {
    switch (change.kind) {
      case 'movedAway': break
      case 'removed':
        changes.push({ id: id(), kind: 'deleteBlock', blockId: change.before.id, before: blockText(change.before), after: '' })
        break
      case 'added': {
        const block = ownIds.has(change.after.id) ? { ...change.after, id: `${change.after.id}-${id()}` } : change.after
        changes.push({ id: id(), kind: 'insertBlock', block, place: order.length, before: '', after: blockText(block) })
        order.push({ id: block.id, change: id1(changes) })
        lastMoved = -2
        break
      }
      default: {
        const at = ownIds.get(change.before.id) ?? -2
        const last = changes[changes.length - 1]
        if (!change.isMoved) order.push({ id: change.before.id })
        else if (last?.kind === 'moveBlocks' && at === lastMoved + 1) {
          changes[changes.length - 1] = { ...last, blockIds: [...last.blockIds, change.before.id], before: `${last.before}\n${blockText(change.before)}`, after: `${last.before}\n${blockText(change.before)}` }
          order.push({ id: change.before.id, change: last.id })
        } else {
          const text = blockText(change.before)
          changes.push({ id: id(), kind: 'moveBlocks', blockIds: [change.before.id], place: order.length, before: text, after: text })
          order.push({ id: change.before.id, change: id1(changes) })
        }
        lastMoved = change.isMoved ? at : -2
        for (const each of insideBlock(change)) changes.push({ ...each, id: id() })
      }
    }
  }
  fields(2, comparedFields.length)
  return { changes, order, texts: new Map(own.blocks.map((block) => [block.id, blockText(block)])) }
}

function id1(changes: readonly ReviewChange[]): string {
  return changes[changes.length - 1]?.id ?? ''
}

/** Schemes that print the same numbers here are no change: a copy cannot show which of them it has. */
function isSameNumbering(own: ReportContent, edited: ReportContent): boolean {
  return own.numbering === edited.numbering || [...assignNumbers(edited.blocks, own.numbering).values()].join() === [...assignNumbers(edited.blocks, edited.numbering).values()].join()
}

type Inside = Extract<ReviewChange, { readonly kind: 'replace' | 'insert' | 'delete' | 'shape' | 'manner' | 'cell' | 'table' }>

/** The changes inside a pair of blocks, without ids yet. */
function insideBlock(change: Extract<BlockChange, { readonly isMoved: boolean }>): readonly Inside[] {
  if (change.kind === 'same') return []
  if (change.kind === 'changedTable') return insideTable(change.before, change.after)
  const { before, after, pieces, shape } = change
  const text = blockText(before)
  const found: Inside[] = []
  if (shape.includes('level') || shape.includes('form')) found.push({ id: '', kind: 'shape', blockId: before.id, before: text, after: text, from: shapeOf(before), to: shapeOf(after) })
  if (isUnchanged(pieces)) {
    if (shape.includes('manner')) found.push({ id: '', kind: 'manner', blockId: before.id, before: text, after: text, runs: after.runs })
    return found
  }
  return [...found, ...textRegions(pieces).map(({ from, to, text: after, left, right }): Inside => ({
    id: '', kind: from === to ? 'insert' : after === '' ? 'delete' : 'replace', blockId: before.id, from, to, before: text.slice(from, to), after, context: { left, right },
  }))]
}

function shapeOf({ level, form }: TextBlock): Shape {
  return form === undefined ? { level } : { level, form }
}

/** Cells one by one where the table kept its form; else the table as a whole. */
function insideTable(before: TableBlock, after: TableBlock): readonly Inside[] {
  const isSameForm = before.headerRows === after.headerRows && JSON.stringify(before.merges ?? []) === JSON.stringify(after.merges ?? [])
    && before.rows.length === after.rows.length && before.rows.every((row, index) => row.length === after.rows[index]?.length)
  if (!isSameForm) return [{ id: '', kind: 'table', blockId: before.id, before: blockText(before), after: blockText(after), table: { ...after, id: before.id } }]
  return before.rows.flatMap((row, rowIndex) => row.flatMap((cell, column): readonly Inside[] => {
    const other = after.rows[rowIndex]?.[column] ?? ''
    return cell === other ? [] : [{ id: '', kind: 'cell', blockId: before.id, row: rowIndex, column, before: cell, after: other, pieces: compareText(cell, other) }]
  }))
}
