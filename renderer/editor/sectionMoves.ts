/** Sections moved, raised and lowered with all they contain, each in one undo step (SPEC EDIT-8). The rules are those of `shared/report/edits`. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { Block } from '../../shared/report/report'
import { demoteSection, moveSection, moveSectionDown, moveSectionUp, promoteSection } from '../../shared/report/edits'
import { bodyNodes, findBody, type PlacedNode } from './bodyNodes'
import { chunksOf } from './chunks'
import { toBlock } from './editorDoc'

/** What can be done to a section. */
export type SectionMove = { readonly kind: 'up' | 'down' | 'promote' | 'demote' } | { readonly kind: 'before'; readonly beforeId: string | null }

/** The transaction that does it, or null when it is not allowed or changes nothing. */
export function moveTransaction(state: EditorState, id: string, move: SectionMove): Transaction | null {
  const placed = bodyNodes(state.doc)
  const blocks = placed.map(({ node }) => toBlock(node))
  const next = movedBlocks(blocks, id, move)
  if (next === blocks) return null
  return move.kind === 'promote' || move.kind === 'demote' ? relevelled(state, placed, next) : reordered(state, placed, next, id)
}

function movedBlocks(blocks: readonly Block[], id: string, move: SectionMove): readonly Block[] {
  switch (move.kind) {
    case 'promote': return promoteSection(blocks, id)
    case 'demote': return demoteSection(blocks, id)
    case 'before': return moveSection(blocks, id, move.beforeId)
    case 'up': return moveSectionUp(blocks, id)
    case 'down': return moveSectionDown(blocks, id)
  }
}

function relevelled(state: EditorState, placed: readonly PlacedNode[], next: readonly Block[]): Transaction {
  const { tr } = state
  next.forEach((block, index) => {
    const old = placed[index]
    if (old !== undefined && block.kind === 'text' && old.node.attrs['level'] !== block.level) tr.setNodeAttribute(old.position, 'level', block.level)
  })
  return tr.scrollIntoView()
}

/** Writes the blocks in their new order. Only the chunks between the first and the last block that changed its place are made anew. */
function reordered(state: EditorState, placed: readonly PlacedNode[], next: readonly Block[], id: string): Transaction {
  const nodes = new Map<string, Node>(placed.map(({ node }) => [node.attrs['id'] as string, node]))
  const order = next.map((block) => nodes.get(block.id)).filter((node) => node !== undefined)
  const isMoved = (index: number): boolean => placed[index]?.node !== order[index]
  const indices = placed.map((_, index) => index)
  const first = indices.find(isMoved) ?? 0
  const last = [...indices].reverse().find(isMoved) ?? 0
  const region = chunkRegion(state.doc, placed[first]?.position ?? 0, placed[last]?.position ?? 0)
  const inRegion = indices.filter((index) => isInside(placed[index], region))
  const { tr } = state
  tr.replaceWith(region.from, region.to, chunksOf(inRegion.map((index) => order[index]).filter((node) => node !== undefined)))
  const moved = findBody(tr.doc, id)
  if (moved !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(moved.position + 1)))
  return tr.scrollIntoView()
}

function isInside(placed: PlacedNode | undefined, region: { readonly from: number; readonly to: number }): boolean {
  return placed !== undefined && placed.position > region.from && placed.position < region.to
}

/** From the start of the chunk around `from` to the end of the chunk around `to`. */
function chunkRegion(doc: Node, from: number, to: number): { readonly from: number; readonly to: number } {
  return { from: doc.resolve(from).before(1), to: doc.resolve(to).after(1) }
}
