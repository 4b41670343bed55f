/**
 * What changed between two reports (SPEC COMPARE): pairs of blocks first, then the text of each pair. Ids are a hint only, so that two files can be
 * compared as well as two versions. Numbers are derived and therefore never a change of their own.
 */
import { blockText } from '../report/blockText'
import type { Block, Run, SchemeId, TableBlock, TextBlock } from '../report/report'
import type { ReportContent } from '../outline/reportContent'
import { compareTables, type ComparedTable } from './compareTables'
import { compareText } from './compareText'
import { keptInOrder } from './keptInOrder'
import { pairBlocks } from './pairBlocks'
import { countPieces, isUnchanged, type TextPiece } from './textPieces'

/** What else changed in a block: its level, its form (heading, clause), the manner of text that stayed (bold …), header rows or merged cells. */
export type ShapeChange = 'level' | 'form' | 'manner' | 'cells'

/**
 * One block in reading order. A moved pair stands at its new place with `isMoved`; at its old place stands `movedAway`, so that `before` can be read
 * off: all that is not added, without moved pairs. `shape` is never empty in a `changed` whose pieces are all the same.
 */
export type BlockChange =
  | { readonly kind: 'same'; readonly before: Block; readonly after: Block; readonly isMoved: boolean }
  | { readonly kind: 'changed'; readonly before: TextBlock; readonly after: TextBlock; readonly pieces: readonly TextPiece[]; readonly shape: readonly ShapeChange[]; readonly isMoved: boolean }
  | { readonly kind: 'changedTable'; readonly before: TableBlock; readonly after: TableBlock; readonly table: ComparedTable; readonly shape: readonly ShapeChange[]; readonly isMoved: boolean }
  | { readonly kind: 'added'; readonly after: Block }
  | { readonly kind: 'removed'; readonly before: Block }
  | { readonly kind: 'movedAway'; readonly before: Block; readonly after: Block }

export interface ReportComparison {
  /** Fields of several lines are compared as one text with line ends. */
  readonly title: readonly TextPiece[]
  readonly addressee: readonly TextPiece[]
  readonly body: readonly BlockChange[]
  readonly attachments: readonly TextPiece[]
  readonly signature: readonly TextPiece[]
  readonly date: readonly TextPiece[]
  readonly note: readonly TextPiece[]
  /** Only if the scheme of numbers was changed. */
  readonly numbering: { readonly before: SchemeId; readonly after: SchemeId } | null
  /** 字 that were added and removed (moving is neither), and how many blocks are not `same`. */
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number; readonly moved: number }
  readonly isEqual: boolean
}

/** The fields that are plain text, in the order in which they are printed. */
export const comparedFields = ['title', 'addressee', 'attachments', 'signature', 'date', 'note'] as const

export type ComparedField = (typeof comparedFields)[number]

/** The text of a field, several lines joined by line ends. */
export function fieldText(content: Pick<ReportContent, ComparedField>, field: ComparedField): string {
  const value = content[field]
  return typeof value === 'string' ? value : value.join('\n')
}

/** Compares two reports in about linear time. Set-aside lines, 待更新 marks and targets are no part of it. */
export function compareReports(before: ReportContent, after: ReportContent): ReportComparison {
  const field = (name: ComparedField): readonly TextPiece[] => compareText(fieldText(before, name), fieldText(after, name))
  const fields = { title: field('title'), addressee: field('addressee'), attachments: field('attachments'), signature: field('signature'), date: field('date'), note: field('note') }
  const body = compareBlocks(before.blocks, after.blocks)
  const numbering = before.numbering === after.numbering ? null : { before: before.numbering, after: after.numbering }
  const counted = [...Object.values(fields).map(countPieces), ...body.map(countBlock)]
  const changed = body.filter((each) => each.kind !== 'same' && each.kind !== 'movedAway').length
  const moved = body.filter((each) => each.kind === 'movedAway').length
  return {
    ...fields, body, numbering,
    counts: { added: counted.reduce((sum, each) => sum + each.added, 0), removed: counted.reduce((sum, each) => sum + each.removed, 0), changed, moved },
    isEqual: numbering === null && changed + moved === 0 && Object.values(fields).every(isUnchanged),
  }
}

/** The blocks of two bodies in reading order, what was removed at its old place. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): readonly BlockChange[] {
  const pairs = [...pairBlocks(before, after)].map(([from, to]) => ({ before: from, after: to, weight: 1 + blockText(before[from] as Block).length })).sort((left, right) => left.before - right.before)
  const kept = keptInOrder(pairs)
  // An empty line or a page break is not worth following across the page.
  const followed = pairs.filter((pair) => kept.has(pair.before) || pair.weight > 1)
  const partnerOf = new Map(followed.map((pair) => [pair.before, pair.after]))
  const originOf = new Map(followed.map((pair) => [pair.after, pair.before]))
  const changes: BlockChange[] = []
  let atBefore = 0
  const passBefore = (end: number): void => {
    for (; atBefore < end; atBefore += 1) {
      const block = before[atBefore] as Block
      const partner = after[partnerOf.get(atBefore) ?? -1]
      changes.push(partner === undefined ? { kind: 'removed', before: block } : { kind: 'movedAway', before: block, after: partner })
    }
  }
  let waiting: BlockChange[] = []
  after.forEach((block, index) => {
    const origin = originOf.get(index)
    if (origin === undefined) waiting.push({ kind: 'added', after: block })
    else if (!kept.has(origin)) waiting.push(comparePair(before[origin] as Block, block, true))
    else {
      passBefore(origin)
      changes.push(...waiting, comparePair(before[origin] as Block, block, false))
      waiting = []
      atBefore = origin + 1
    }
  })
  passBefore(before.length)
  return [...changes, ...waiting]
}

function comparePair(before: Block, after: Block, isMoved: boolean): BlockChange {
  if (before.kind === 'text' && after.kind === 'text') {
    const pieces = compareText(blockText(before), blockText(after))
    const shape: ShapeChange[] = [
      ...(before.level === after.level ? [] : ['level' as const]), ...(before.form === after.form ? [] : ['form' as const]), ...(isMannerKept(before, after, pieces) ? [] : ['manner' as const]),
    ]
    return shape.length === 0 && isUnchanged(pieces) ? { kind: 'same', before, after, isMoved } : { kind: 'changed', before, after, pieces, shape, isMoved }
  }
  if (before.kind === 'table' && after.kind === 'table') {
    const shape: ShapeChange[] = before.headerRows === after.headerRows && JSON.stringify(before.merges ?? []) === JSON.stringify(after.merges ?? []) ? [] : ['cells']
    if (shape.length === 0 && JSON.stringify(before.rows) === JSON.stringify(after.rows)) return { kind: 'same', before, after, isMoved }
    return { kind: 'changedTable', before, after, table: compareTables(before, after), shape, isMoved }
  }
  return { kind: 'same', before, after, isMoved }
}

/** Whether the text that stayed is still set in the same manner. */
function isMannerKept(before: TextBlock, after: TextBlock, pieces: readonly TextPiece[]): boolean {
  if (before.runs.concat(after.runs).every((run) => mannerOf(run) === '')) return true
  const manners = [before, after].map((block) => block.runs.flatMap((run) => Array.from({ length: run.text.length }, () => mannerOf(run))))
  let atBefore = 0
  let atAfter = 0
  for (const { kind, text } of pieces) {
    if (kind === 'same') for (let at = 0; at < text.length; at += 1) if (manners[0]?.[atBefore + at] !== manners[1]?.[atAfter + at]) return false
    if (kind !== 'added') atBefore += text.length
    if (kind !== 'removed') atAfter += text.length
  }
  return true
}

function mannerOf(run: Run): string {
  return `${run.bold ? 'b' : ''}${run.italic ? 'i' : ''}${run.underline ? 'u' : ''}`
}

function countBlock(change: BlockChange): { readonly added: number; readonly removed: number } {
  switch (change.kind) {
    case 'added': return { added: countPieces([{ kind: 'added', text: blockText(change.after) }]).added, removed: 0 }
    case 'removed': return { added: 0, removed: countPieces([{ kind: 'removed', text: blockText(change.before) }]).removed }
    case 'changed': return countPieces(change.pieces)
    case 'changedTable': return change.table.rows.flatMap((row) => row.cells.map(countPieces)).reduce((sum, each) => ({ added: sum.added + each.added, removed: sum.removed + each.removed }), { added: 0, removed: 0 })
    case 'same': case 'movedAway': return { added: 0, removed: 0 }
  }
}
