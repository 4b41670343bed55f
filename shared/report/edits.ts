/**
 * Edits of the flat block list (SPEC TREE-6 … TREE-10). Pure; each returns the very same list if there is nothing to change or the edit is not
 * allowed. No edit loses a character, and ids stay unique.
 */
import { invariant } from '../base/invariant'
import { runsText } from './blockText'
import type { Block, Level, Run, TextBlock } from './report'
import { blockIndex, isNumbered, parentHeading, sectionEnd, sectionRange, type BlockRange } from './sections'

/** Moves the section that `id` opens in front of block `beforeId`, or to the end if that is null. Nothing happens if it stands there or would move into itself. */
export function moveSection(blocks: readonly Block[], id: string, beforeId: string | null): readonly Block[] {
  const range = sectionRange(blocks, id)
  const target = beforeId === null ? blocks.length : blockIndex(blocks, beforeId)
  if (range === null || target === -1 || (target >= range.from && target <= range.to)) return blocks
  const moved = blocks.slice(range.from, range.to)
  return target < range.from
    ? [...blocks.slice(0, target), ...moved, ...blocks.slice(target, range.from), ...blocks.slice(range.to)]
    : [...blocks.slice(0, range.from), ...blocks.slice(range.to, target), ...moved, ...blocks.slice(target)]
}

/** In front of the section above it under the same heading; a block without a number in front of the one block above. */
export function moveSectionUp(blocks: readonly Block[], id: string): readonly Block[] {
  const from = blockIndex(blocks, id)
  const own = blocks[from]
  if (own === undefined || from === 0) return blocks
  if (!isNumbered(own)) return moveSection(blocks, id, blocks[from - 1]?.id ?? null)
  for (let index = from - 1; index >= 0; index -= 1) {
    const block = blocks[index]
    if (block === undefined || (isNumbered(block) && block.level < own.level)) return blocks
    if (isNumbered(block) && block.level === own.level && parentHeading(blocks, block.id) === parentHeading(blocks, id)) return moveSection(blocks, id, block.id)
  }
  return blocks
}

/** Behind the section below it under the same heading, never into another part; a block without a number behind the one block below. */
export function moveSectionDown(blocks: readonly Block[], id: string): readonly Block[] {
  const range = sectionRange(blocks, id)
  const own = range === null ? undefined : blocks[range.from]
  const next = range === null ? undefined : blocks[range.to]
  if (range === null || own === undefined || next === undefined) return blocks
  if (!isNumbered(own)) return moveSection(blocks, id, blocks[range.to + 1]?.id ?? null)
  if (!isNumbered(next) || next.level < own.level) return blocks
  return moveSection(blocks, id, blocks[sectionEnd(blocks, range.to)]?.id ?? null)
}

/** Raises the section by one level with all numbered blocks in it (（一） → 一、). Not allowed at level 1. */
export function promoteSection(blocks: readonly Block[], id: string): readonly Block[] {
  const head = blocks[blockIndex(blocks, id)]
  return head === undefined || !isNumbered(head) || head.level === 1 ? blocks : shiftSection(blocks, id, -1)
}

/** Lowers the section by one level with all numbered blocks in it (一、 → （一）). Not allowed if one of them is at level 5. */
export function demoteSection(blocks: readonly Block[], id: string): readonly Block[] {
  const head = blocks[blockIndex(blocks, id)]
  return head === undefined || !isNumbered(head) ? blocks : shiftSection(blocks, id, 1)
}

function shiftSection(blocks: readonly Block[], id: string, by: 1 | -1): readonly Block[] {
  const range = sectionRange(blocks, id)
  if (range === null) return blocks
  const shifted = blocks.slice(range.from, range.to).map((block) => (isNumbered(block) ? { ...block, level: block.level + by } : block))
  if (shifted.some((block) => block.kind === 'text' && (block.level > 5 || block.level < 0))) return blocks
  // A clause above its heading's level stays a numbered clause.
  if (shifted.some((block, index) => block.kind === 'text' && block.level === 0 && isNumbered(blocks[range.from + index] as Block))) return blocks
  return replaceRange(blocks, range, shifted as readonly Block[])
}

/** Gives block `id` this level and form (`null`: decided by its text). Only the block itself changes, not what stands under it. */
export function setLevel(blocks: readonly Block[], id: string, level: 0 | Level, form: TextBlock['form'] | null = null): readonly Block[] {
  return changeText(blocks, id, (block) => {
    const isSame = block.level === level && (block.form ?? null) === form
    if (isSame) return block
    const plain = { kind: 'text', id: block.id, level, runs: block.runs } as const
    return form === null || form === undefined || (level === 0 && form === 'clause') ? plain : { ...plain, form }
  })
}

/** Inserts blocks in front of block `beforeId`, or at the end if that is null. Their ids must be new. */
export function insertBlocks(blocks: readonly Block[], inserted: readonly Block[], beforeId: string | null): readonly Block[] {
  const at = beforeId === null ? blocks.length : blockIndex(blocks, beforeId)
  if (at === -1 || inserted.length === 0) return blocks
  const ids = new Set(blocks.map((block) => block.id))
  invariant(inserted.every((block) => !ids.has(block.id) && ids.add(block.id)), 'inserted blocks have ids of their own')
  return [...blocks.slice(0, at), ...inserted, ...blocks.slice(at)]
}

/** Takes the section that `id` opens out of the list. */
export function removeSection(blocks: readonly Block[], id: string): readonly Block[] {
  const range = sectionRange(blocks, id)
  return range === null ? blocks : replaceRange(blocks, range, [])
}

/** Takes the single block `id` out of the list; what stood under it comes under the section above. */
export function removeBlock(blocks: readonly Block[], id: string): readonly Block[] {
  const at = blockIndex(blocks, id)
  return at === -1 ? blocks : replaceRange(blocks, { from: at, to: at + 1 }, [])
}

/** Takes the number off a block; text and everything below stay where they are. */
export function removeNumber(blocks: readonly Block[], id: string): readonly Block[] {
  return setLevel(blocks, id, 0)
}

/**
 * Splits text block `id` at the UTF-16 offset. The first part keeps id, level and form; the second gets `secondId` and is body text, or the next
 * clause of a clause. An offset inside a character moves before it; one outside the text, or at its start, changes nothing.
 */
export function splitBlock(blocks: readonly Block[], id: string, offset: number, secondId: string): readonly Block[] {
  const at = blockIndex(blocks, id)
  const block = blocks[at]
  if (block === undefined || block.kind !== 'text') return blocks
  const text = runsText(block.runs)
  const cut = isInsidePair(text, offset) ? offset - 1 : offset
  if (!Number.isInteger(cut) || cut <= 0 || cut > text.length) return blocks
  invariant(blockIndex(blocks, secondId) === -1, 'the second part has an id of its own')
  const [before, after] = splitRuns(block.runs, cut)
  const second: TextBlock = block.form === 'clause' ? { ...block, id: secondId, runs: after } : { kind: 'text', id: secondId, level: 0, runs: after }
  return replaceRange(blocks, { from: at, to: at + 1 }, [{ ...block, runs: before }, second])
}

/** Joins text block `id` to the text block directly before it, which keeps its id, level and form. Nothing happens without such a block. */
export function mergeWithPrevious(blocks: readonly Block[], id: string): readonly Block[] {
  const at = blockIndex(blocks, id)
  const block = blocks[at]
  const previous = blocks[at - 1]
  if (block?.kind !== 'text' || previous?.kind !== 'text') return blocks
  return replaceRange(blocks, { from: at - 1, to: at + 1 }, [{ ...previous, runs: joinRuns(previous.runs, block.runs) }])
}

function changeText(blocks: readonly Block[], id: string, change: (block: TextBlock) => TextBlock): readonly Block[] {
  const at = blockIndex(blocks, id)
  const block = blocks[at]
  if (block?.kind !== 'text') return blocks
  const changed = change(block)
  return changed === block ? blocks : replaceRange(blocks, { from: at, to: at + 1 }, [changed])
}

function replaceRange(blocks: readonly Block[], range: BlockRange, by: readonly Block[]): readonly Block[] {
  return [...blocks.slice(0, range.from), ...by, ...blocks.slice(range.to)]
}

function isInsidePair(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

function splitRuns(runs: readonly Run[], offset: number): readonly [readonly Run[], readonly Run[]] {
  const before: Run[] = []
  const after: Run[] = []
  let at = 0
  for (const run of runs) {
    const cut = Math.max(0, Math.min(run.text.length, offset - at))
    if (cut > 0) before.push(cut === run.text.length ? run : { ...run, text: run.text.slice(0, cut) })
    if (cut < run.text.length) after.push(cut === 0 ? run : { ...run, text: run.text.slice(cut) })
    at += run.text.length
  }
  return [before, after]
}

/** Runs one after the other; two of the same manner at the seam become one. */
function joinRuns(first: readonly Run[], second: readonly Run[]): readonly Run[] {
  const last = first[first.length - 1]
  const next = second[0]
  if (last === undefined || next === undefined) return [...first, ...second]
  const isSame = last.bold === next.bold && last.italic === next.italic && last.underline === next.underline && last.stale === next.stale
  return isSame ? [...first.slice(0, -1), { ...last, text: last.text + next.text }, ...second.slice(1)] : [...first, ...second]
}
