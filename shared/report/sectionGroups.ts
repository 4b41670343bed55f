/** Edits of several chosen sections at once (SPEC TREE-11). Pure; each returns the very same list if there is nothing to change or it is not allowed. */
import { demoteSection, moveSectionDown, moveSectionUp, promoteSection } from './edits'
import type { Block } from './report'
import { sectionEnd } from './sections'

/** The chosen ids in printed order, without those inside a section that is chosen itself and without those that are no block. */
export function topSections(blocks: readonly Block[], ids: readonly string[]): readonly string[] {
  const wanted = new Set(ids)
  const top: string[] = []
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]
    if (block === undefined || !wanted.has(block.id)) {
      at += 1
      continue
    }
    top.push(block.id)
    at = Math.max(at + 1, sectionEnd(blocks, at))
  }
  return top
}

/** All blocks of the chosen sections. */
export function chosenBlocks(blocks: readonly Block[], ids: readonly string[]): ReadonlySet<Block> {
  const wanted = new Set(ids)
  const chosen = new Set<Block>()
  blocks.forEach((block, at) => {
    if (!wanted.has(block.id) || chosen.has(block)) return
    for (const own of blocks.slice(at, Math.max(at + 1, sectionEnd(blocks, at)))) chosen.add(own)
  })
  return chosen
}

/** Gathers the chosen sections, in printed order, in front of block `beforeId`, or at the end if that is null; in front of a chosen one: where that stands. */
export function moveSections(blocks: readonly Block[], ids: readonly string[], beforeId: string | null): readonly Block[] {
  const chosen = chosenBlocks(blocks, ids)
  let target = beforeId === null ? blocks.length : blocks.findIndex((block) => block.id === beforeId)
  if (chosen.size === 0 || target === -1) return blocks
  while (target < blocks.length && chosen.has(blocks[target] as Block)) target += 1
  const isLeft = (block: Block): boolean => !chosen.has(block)
  const moved = [...blocks.slice(0, target).filter(isLeft), ...chosen, ...blocks.slice(target).filter(isLeft)]
  return moved.every((block, at) => block === blocks[at]) ? blocks : moved
}

/** Each chosen section in front of the one above it under the same heading; they never pass each other. */
export function moveSectionsUp(blocks: readonly Block[], ids: readonly string[]): readonly Block[] {
  return inTurn(blocks, topSections(blocks, ids), moveSectionUp)
}

/** Each chosen section behind the one below it under the same heading; they never pass each other. */
export function moveSectionsDown(blocks: readonly Block[], ids: readonly string[]): readonly Block[] {
  return inTurn(blocks, [...topSections(blocks, ids)].reverse(), moveSectionDown)
}

/** Raises all chosen sections by one level, or none of them. */
export function promoteSections(blocks: readonly Block[], ids: readonly string[]): readonly Block[] {
  return allOrNone(blocks, topSections(blocks, ids), promoteSection)
}

/** Lowers all chosen sections by one level, or none of them. */
export function demoteSections(blocks: readonly Block[], ids: readonly string[]): readonly Block[] {
  return allOrNone(blocks, topSections(blocks, ids), demoteSection)
}

/** Takes the chosen sections with all they contain out of the list. */
export function removeSections(blocks: readonly Block[], ids: readonly string[]): readonly Block[] {
  const chosen = chosenBlocks(blocks, ids)
  return chosen.size === 0 ? blocks : blocks.filter((block) => !chosen.has(block))
}

type Edit = (blocks: readonly Block[], id: string) => readonly Block[]

function inTurn(blocks: readonly Block[], ids: readonly string[], edit: Edit): readonly Block[] {
  let now = blocks
  const order = headOrder(blocks, ids)
  for (const id of ids) {
    const next = edit(now, id)
    if (headOrder(next, ids) === order) now = next
  }
  return now
}

function headOrder(blocks: readonly Block[], ids: readonly string[]): string {
  const heads = new Set(ids)
  return blocks.filter(({ id }) => heads.has(id)).map(({ id }) => id).join()
}

function allOrNone(blocks: readonly Block[], ids: readonly string[], edit: Edit): readonly Block[] {
  let now = blocks
  for (const id of ids) {
    const next = edit(now, id)
    if (next === now) return blocks
    now = next
  }
  return now
}
