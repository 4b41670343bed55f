/** The skeleton of a report at three depths (SPEC SKELETON-1). */
import { runsText } from '../report/blockText'
import type { SchemeId, Block } from '../report/report'
import { isHeading } from '../outline/blockRole'
import { leadLength } from '../outline/leadLength'
import { outlineRows } from '../outline/outlineRows'
import { firstSentenceEnd, withoutClosing } from '../outline/sentences'

/** Headings only · headings with the first sentence of every paragraph · the items 一是… under their headings. */
export type SkeletonDepth = 'headings' | 'leads' | 'items'

export interface SkeletonRow {
  /** The block, with `#n` for an item. */
  readonly id: string
  readonly blockId: string
  /** UTF-16 offset in the text of the block. */
  readonly from: number
  readonly depth: number
  readonly kind: 'heading' | 'lead' | 'item'
  readonly number: string
  readonly text: string
}

/** A first sentence is cut behind so many characters. */
const longestLead = 60

/** The rows in printed order. At the depth of items only headings that hold some are there. */
export function skeletonRows(content: { readonly blocks: readonly Block[]; readonly numbering: SchemeId }, depth: SkeletonDepth): readonly SkeletonRow[] {
  const rows = outlineRows(content)
  const all = rows.flatMap((row): readonly SkeletonRow[] => (row.kind === 'clause' || (row.kind === 'item' && depth !== 'items')
    ? []
    : [{ id: row.id, blockId: row.blockId, from: row.from, depth: row.depth, kind: row.kind, number: row.number, text: row.text }]))
  if (depth === 'headings') return all
  return depth === 'items' ? withItems(all) : withLeads(content.blocks, all)
}

function withItems(rows: readonly SkeletonRow[]): readonly SkeletonRow[] {
  const kept: SkeletonRow[] = []
  let needed = -1
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at]
    if (row === undefined || (row.kind === 'heading' && row.depth >= needed)) continue
    kept.push(row)
    needed = row.depth
  }
  return kept.reverse()
}

function withLeads(blocks: readonly Block[], headings: readonly SkeletonRow[]): readonly SkeletonRow[] {
  const byBlock = new Map(headings.map((row) => [row.blockId, row]))
  let depth = 0
  return blocks.flatMap((block): readonly SkeletonRow[] => {
    if (block.kind !== 'text') return []
    const heading = byBlock.get(block.id)
    if (heading !== undefined) depth = heading.depth + 1
    const text = runsText(block.runs)
    const from = isHeading(block) ? leadLength(block) : 0
    const rest = text.slice(from)
    const end = firstSentenceEnd(rest) || rest.length
    const sentence = withoutClosing(rest.slice(0, end)).trim()
    const lead: readonly SkeletonRow[] = sentence === '' ? [] : [{ id: `${block.id}+`, blockId: block.id, from, depth, kind: 'lead', number: '', text: clipped(sentence) }]
    return heading === undefined ? lead : [heading, ...lead]
  })
}

function clipped(text: string): string {
  const characters = [...text]
  return characters.length <= longestLead ? text : `${characters.slice(0, longestLead).join('')}…`
}

/** The rows as text: one a line, indented by depth. */
export function skeletonText(rows: readonly SkeletonRow[]): string {
  return rows.map((row) => `${'\u3000'.repeat(row.depth)}${row.number}${row.kind === 'item' ? '：' : ''}${row.text}`).join('\n')
}
