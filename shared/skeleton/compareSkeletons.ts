/** The skeleton of a report beside that of an earlier one (SPEC SKELETON-5): which headings stayed, were renamed, moved, came or went. */
import type { SkeletonRow } from './skeletonRows'

export interface SkeletonChange {
  readonly kind: 'kept' | 'renamed' | 'moved' | 'new' | 'missing'
  /** Null if it is missing. */
  readonly now: SkeletonRow | null
  /** Null if it is new. */
  readonly before: SkeletonRow | null
}

/** Headings this alike are the same one. */
const alike = 0.5

/** Every heading of both skeletons exactly once: those of now in printed order, each missing one behind what stood before it. Rows that are no heading are left out. */
export function compareSkeletons(before: readonly SkeletonRow[], now: readonly SkeletonRow[]): readonly SkeletonChange[] {
  const [old, own] = [nodesOf(before), nodesOf(now)]
  const pairs = pairUp(old, own)
  const stays = inOrder(own.flatMap((node) => (pairs.has(node) ? [old.indexOf(pairs.get(node) as Node)] : [])))
  const partners = new Map([...pairs].map(([one, other]) => [other, one]))
  const changes = own.map((node): SkeletonChange => {
    const partner = pairs.get(node)
    if (partner === undefined) return { kind: 'new', now: node.row, before: null }
    const isSamePlace = sameParent(node, partner, pairs) && stays.has(old.indexOf(partner))
    const kind = !isSamePlace ? 'moved' : node.key === partner.key ? 'kept' : 'renamed'
    return { kind, now: node.row, before: partner.row }
  })
  for (const [at, node] of old.entries()) {
    if (partners.has(node)) continue
    const above = old.slice(0, at).reverse().find((each) => changes.some(({ before: row, kind }) => row === each.row && kind !== 'moved'))
    let index = above === undefined ? 0 : changes.findIndex(({ before: row }) => row === above.row) + 1
    // Behind all that is nested deeper: a chapter is missed after the whole chapter before it.
    while ((changes[index]?.now?.depth ?? -1) > node.row.depth) index += 1
    changes.splice(index, 0, { kind: 'missing', now: null, before: node.row })
  }
  return changes
}

interface Node {
  readonly row: SkeletonRow
  readonly parent: Node | null
  /** What is compared: no years, no marks. */
  readonly key: string
}

function nodesOf(rows: readonly SkeletonRow[]): readonly Node[] {
  const open: Node[] = []
  return rows.filter(({ kind }) => kind === 'heading').map((row) => {
    while (open.length > 0 && (open[open.length - 1]?.row.depth ?? 0) >= row.depth) open.pop()
    const node: Node = { row, parent: open[open.length - 1] ?? null, key: row.text.replace(/[12]\d{3}年?/g, '').replace(/[^\p{L}\p{N}]/gu, '') }
    open.push(node)
    return node
  })
}

/** The most alike first; among equals the same parent, the same depth and the nearest place. */
function pairUp(old: readonly Node[], own: readonly Node[]): ReadonlyMap<Node, Node> {
  const pairs = new Map<Node, Node>()
  const taken = new Set<Node>()
  const grams = new Map([...old, ...own].map((node) => [node, bigrams(node.key)]))
  const scored = own.flatMap((node, at) => old.flatMap((other, otherAt) => {
    const likeness = node.key === other.key ? 1 : dice(grams.get(node) ?? noGrams, grams.get(other) ?? noGrams)
    const isSameParent = (node.parent === null) === (other.parent === null) && node.parent?.key === other.parent?.key
    const bonus = (isSameParent ? 0.06 : 0) + (node.row.depth === other.row.depth ? 0.04 : -0.1) - Math.abs(at / own.length - otherAt / old.length) * 0.02
    return likeness >= alike ? [{ node, other, score: likeness + bonus }] : []
  }))
  for (const { node, other } of scored.sort((one, two) => two.score - one.score)) {
    if (pairs.has(node) || taken.has(other)) continue
    pairs.set(node, other)
    taken.add(other)
  }
  return pairs
}

function sameParent(node: Node, partner: Node, pairs: ReadonlyMap<Node, Node>): boolean {
  if (node.parent === null || partner.parent === null) return node.parent === partner.parent
  return pairs.get(node.parent) === partner.parent
}

const noGrams: ReadonlySet<string> = new Set()

function bigrams(key: string): ReadonlySet<string> {
  const characters = [...key]
  return new Set(characters.length === 1 ? characters : characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`))
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const gram of one) if (other.has(gram)) shared += 1
  return (2 * shared) / (one.size + other.size)
}

/** The members of a longest rising sequence: what did not change its order. */
function inOrder(indices: readonly number[]): ReadonlySet<number> {
  const best: { readonly at: number; readonly length: number; readonly from: number }[] = []
  indices.forEach((value, at) => {
    let from = -1
    for (let before = 0; before < at; before += 1) if ((indices[before] ?? 0) < value && (from === -1 || (best[before]?.length ?? 0) > (best[from]?.length ?? 0))) from = before
    best.push({ at, length: from === -1 ? 1 : (best[from]?.length ?? 0) + 1, from })
  })
  let at = best.reduce((most, each) => (each.length > (best[most]?.length ?? 0) ? each.at : most), 0)
  const kept = new Set<number>()
  while (at !== -1 && best[at] !== undefined) {
    kept.add(indices[at] ?? -1)
    at = best[at]?.from ?? -1
  }
  return kept
}
