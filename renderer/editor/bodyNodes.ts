import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'

/** One block of the body where it stands in the document. `position` is the one before the node. */
export interface PlacedNode {
  readonly node: Node
  readonly position: number
}

/** All blocks of the body in order. */
export function bodyNodes(doc: Node): readonly PlacedNode[] {
  const placed: PlacedNode[] = []
  doc.forEach((child, offset) => {
    if (child.type.name === 'chunk') child.forEach((node, inner) => { placed.push({ node, position: offset + 1 + inner }) })
  })
  return placed
}

/** The block with this id, or null. */
export function findBody(doc: Node, id: string): PlacedNode | null {
  return bodyNodes(doc).find(({ node }) => node.attrs['id'] === id) ?? null
}

/** The body block in which the selection begins and the one in which it ends; null when it begins or ends outside the body. */
export function selectedBody(state: EditorState): { readonly first: PlacedNode; readonly last: PlacedNode } | null {
  const first = bodyAt(state, state.selection.from)
  const last = bodyAt(state, state.selection.to)
  return first === null || last === null ? null : { first, last }
}

/** The body block at a document position, or null outside the body. */
export function bodyAt(state: EditorState, position: number): PlacedNode | null {
  const resolved = state.doc.resolve(position)
  if (resolved.depth < 1 || resolved.node(1).type.name !== 'chunk') return null
  if (resolved.depth >= 2) return { node: resolved.node(2), position: resolved.before(2) }
  const after = resolved.nodeAfter
  return after === null ? null : { node: after, position }
}

/**
 * Whether the bodies of two documents hold as many blocks, each the same as its counterpart in the sense of `isSame`. Chunks that were not touched are
 * the same nodes, so after a typed key one chunk is looked at.
 */
export function hasSameBody(before: Node, after: Node, isSame: (one: Node, other: Node) => boolean): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index += 1) {
    const [one, other] = [before.child(index), after.child(index)]
    if (one === other) continue
    if (one.type !== other.type || (one.type.name === 'chunk' && !hasSameBlocks(one, other, isSame))) return false
  }
  return true
}

function hasSameBlocks(one: Node, other: Node, isSame: (one: Node, other: Node) => boolean): boolean {
  if (one.childCount !== other.childCount) return false
  for (let index = 0; index < one.childCount; index += 1) {
    if (one.child(index) !== other.child(index) && !isSame(one.child(index), other.child(index))) return false
  }
  return true
}
