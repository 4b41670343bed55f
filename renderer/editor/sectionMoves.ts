/** Sections moved, raised and lowered with all they contain, each in one undo step (SPEC EDIT-8). The rules are those of `shared/report/edits`. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { Block } from '../../shared/report/report'
import { demoteSections, moveSections, moveSectionsDown, moveSectionsUp, promoteSections, removeSections, topSections } from '../../shared/report/sectionGroups'
import { bodyNodes, findBody, type PlacedNode } from './bodyNodes'
import { chunksOf } from './chunks'
import { toBlock } from './editorDoc'
import { schema } from './schema'

/** What can be done to chosen sections. */
export type SectionMove = { readonly kind: 'up' | 'down' | 'promote' | 'demote' | 'remove' } | { readonly kind: 'before'; readonly beforeId: string | null }

/** The transaction that does it, or null when it is not allowed or changes nothing. */
export function moveTransaction(state: EditorState, ids: readonly string[], move: SectionMove): Transaction | null {
  const placed = bodyNodes(state.doc)
  const blocks = placed.map(({ node }) => toBlock(node))
  const next = movedBlocks(blocks, ids, move)
  if (next === blocks) return null
  const [first] = topSections(blocks, ids)
  if (move.kind === 'remove') return removed(state, placed, new Set(next))
  return move.kind === 'promote' || move.kind === 'demote' ? relevelled(state, placed, next) : reordered(state, placed, next, first ?? null)
}

function movedBlocks(blocks: readonly Block[], ids: readonly string[], move: SectionMove): readonly Block[] {
  switch (move.kind) {
    case 'promote': return promoteSections(blocks, ids)
    case 'demote': return demoteSections(blocks, ids)
    case 'before': return moveSections(blocks, ids, move.beforeId)
    case 'up': return moveSectionsUp(blocks, ids)
    case 'down': return moveSectionsDown(blocks, ids)
    case 'remove': return removeSections(blocks, ids)
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
function reordered(state: EditorState, placed: readonly PlacedNode[], next: readonly Block[], id: string | null): Transaction {
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
  const moved = id === null ? null : findBody(tr.doc, id)
  if (moved !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(moved.position + 1)))
  return tr.scrollIntoView()
}

/** Takes the blocks that are not `kept` away; a page without a block keeps an empty paragraph. */
function removed(state: EditorState, placed: readonly PlacedNode[], kept: ReadonlySet<Block>): Transaction {
  const gone = placed.filter(({ node }) => !kept.has(toBlock(node)))
  const region = chunkRegion(state.doc, gone[0]?.position ?? 0, gone[gone.length - 1]?.position ?? 0)
  const left = placed.filter((each) => isInside(each, region) && kept.has(toBlock(each.node))).map(({ node }) => node)
  const nodes = kept.size === 0 ? [schema.node('paragraph', { id: '', level: 0 })] : left
  const { tr } = state
  tr.replaceWith(region.from, region.to, chunksOf(nodes))
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(tr.mapping.map(gone[0]?.position ?? 0, -1) + 1, tr.doc.content.size)), -1))
  return tr.scrollIntoView()
}

function isInside(placed: PlacedNode | undefined, region: { readonly from: number; readonly to: number }): boolean {
  return placed !== undefined && placed.position > region.from && placed.position < region.to
}

/** From the start of the chunk around `from` to the end of the chunk around `to`. */
export function chunkRegion(doc: Node, from: number, to: number): { readonly from: number; readonly to: number } {
  return { from: doc.resolve(from).before(1), to: doc.resolve(to).after(1) }
}
