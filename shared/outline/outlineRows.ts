/** The outline as flat rows in printed order (SPEC TREE-3, TREE-4). Called at every keystroke: everything that depends on one block is remembered with it. */
import { characterCount } from '../base/characterCount'
import { blockText, runsText } from '../report/blockText'
import type { Block, Level, Run, SchemeId, TextBlock } from '../report/report'
import { assignNumbers } from './assignNumbers'
import { findEnumerations, type Enumeration } from './findEnumerations'
import { isRunIn, leadLength } from './leadLength'
import type { ReportContent } from './reportContent'
import { withoutClosing } from './sentences'

export interface OutlineRow {
  /** The block's id; for item n (from 1) of an enumeration `blockId#n`. */
  readonly id: string
  readonly blockId: string
  /** The block's level; 0 for part titles and items in body text. */
  readonly level: 0 | Level
  /** How many rows it is nested in; 0 at the top. */
  readonly depth: number
  readonly kind: 'heading' | 'clause' | 'item'
  /** The number without blanks around it; of an item its marker (一是); '' for part titles. */
  readonly number: string
  /** Heading text without its closing mark; for clauses and items without a lead their clipped beginning. */
  readonly text: string
  readonly isRunIn: boolean
  /** 字数 of the section, of the clause or of the item. */
  readonly characters: number
  /** UTF-16 offsets in the block's text of what `text` shows; `to` exclusive. */
  readonly from: number
  readonly to: number
}

/** Clauses and items show at most so many characters. */
const clipLength = 24

const enumerationCache = new WeakMap<readonly Run[], readonly Enumeration[]>()
const countCache = new WeakMap<Block, number>()

const rowsCache = new WeakMap<readonly Block[], { readonly numbering: SchemeId; readonly rows: readonly OutlineRow[] }>()

/** Rows of all headings, clauses and enumeration items. The same list for the same blocks and scheme. */
export function outlineRows(content: Pick<ReportContent, 'blocks' | 'numbering'>): readonly OutlineRow[] {
  const known = rowsCache.get(content.blocks)
  if (known?.numbering === content.numbering) return known.rows
  const rows = makeRows(content)
  rowsCache.set(content.blocks, { numbering: content.numbering, rows })
  return rows
}

function makeRows(content: Pick<ReportContent, 'blocks' | 'numbering'>): readonly OutlineRow[] {
  const numbers = assignNumbers(content.blocks, content.numbering)
  const drafts: { readonly made: Made; characters: number }[] = []
  const open: { readonly level: number; readonly draft: number }[] = []
  for (const block of content.blocks) {
    const count = blockCharacters(block)
    const isHead = block.kind === 'text' && (block.level > 0 || block.form === 'heading') && block.form !== 'clause'
    if (isHead) while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= block.level) open.pop()
    for (const { draft } of open) {
      const above = drafts[draft]
      if (above !== undefined) above.characters += count
    }
    if (block.kind !== 'text') continue
    const made = madeOf(block, numbers.get(block.id) ?? '', open.length, isHead)
    if (isHead) open.push({ level: block.level, draft: drafts.length })
    if (isHead || made.items.length > 0 || block.form === 'clause') drafts.push({ made, characters: count })
  }
  return drafts.flatMap(({ made, characters }) => {
    if (made.head === null) return made.items
    if (made.head.characters !== characters) made.head = { ...made.head, characters }
    return made.items.length === 0 ? made.head : [made.head, ...made.items]
  })
}

/** The rows of one block as they were made last: the very same objects as long as nothing in them changes. */
interface Made {
  readonly label: string
  readonly depth: number
  head: OutlineRow | null
  readonly items: readonly OutlineRow[]
}

const madeCache = new WeakMap<TextBlock, Made>()

function madeOf(block: TextBlock, label: string, depth: number, isHead: boolean): Made {
  const known = madeCache.get(block)
  if (known !== undefined && known.label === label && known.depth === depth) return known
  const isClause = block.level > 0 && block.form === 'clause'
  const head = isHead ? headingRow(block, label, depth) : isClause ? clauseRow(block, label, depth) : null
  const made = { label, depth, head, items: itemRows(block, depth + (head === null ? 0 : 1)) }
  madeCache.set(block, made)
  return made
}

/** The enumerations of a block, remembered with its runs. */
export function blockEnumerations(block: TextBlock): readonly Enumeration[] {
  const known = enumerationCache.get(block.runs)
  if (known !== undefined) return known
  const found = findEnumerations(runsText(block.runs))
  enumerationCache.set(block.runs, found)
  return found
}

/** 字数 of one block, remembered with it. */
export function blockCharacters(block: Block): number {
  const known = countCache.get(block)
  if (known !== undefined) return known
  const count = characterCount(blockText(block))
  countCache.set(block, count)
  return count
}

/** A heading's text as the outline shows it: without the closing 。 or ： and blanks. */
export function headingText(block: TextBlock): string {
  return withoutClosing(runsText(block.runs).slice(0, leadLength(block)))
}

function headingRow(block: TextBlock, label: string, depth: number): OutlineRow {
  const text = headingText(block)
  return { id: block.id, blockId: block.id, level: block.level, depth, kind: 'heading', number: label.trim(), text, isRunIn: isRunIn(block), characters: 0, from: 0, to: leadLength(block) }
}

function clauseRow(block: TextBlock, label: string, depth: number): OutlineRow {
  const text = runsText(block.runs)
  const shown = clip(text, 0, text.length)
  return { id: block.id, blockId: block.id, level: block.level, depth, kind: 'clause', number: label.trim(), text: shown.text, isRunIn: false, characters: 0, from: 0, to: shown.to }
}

function itemRows(block: TextBlock, depth: number): readonly OutlineRow[] {
  const all = blockEnumerations(block)
  if (all.length === 0) return []
  const text = runsText(block.runs)
  return all.flatMap((series) => series.items).map((item, index): OutlineRow => {
    const start = item.from + item.marker.length
    const shown = item.leadTo > item.from ? { text: withoutClosing(text.slice(start, item.leadTo), '；;'), to: item.leadTo } : clip(text, start, item.to)
    return {
      id: `${block.id}#${index + 1}`, blockId: block.id, level: block.level, depth, kind: 'item', number: item.marker, text: shown.text.replace(/^[，,、：:\s]+/, ''),
      isRunIn: false, characters: characterCount(text.slice(item.from, item.to)), from: item.from, to: shown.to,
    }
  })
}

function clip(text: string, from: number, to: number): { readonly text: string; readonly to: number } {
  if (to - from <= clipLength) return { text: withoutClosing(text.slice(from, to), '；;'), to }
  const end = from + clipLength
  const isPair = text.charCodeAt(end - 1) >= 0xd800 && text.charCodeAt(end - 1) <= 0xdbff
  return { text: `${text.slice(from, isPair ? end - 1 : end)}…`, to: isPair ? end - 1 : end }
}
