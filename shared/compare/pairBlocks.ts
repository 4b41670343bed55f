/**
 * Which block became which (SPEC COMPARE-3): unique equal ones first, then equal neighbours of pairs, then blocks whose id survived with a similar text,
 * then similar ones by the pairs of characters they share. Linear in the text: only rare pairs of characters are looked up.
 */
import { blockText } from '../report/blockText'
import type { Block } from '../report/report'
import { similarity, textProfile, type TextProfile } from './similarity'

/** Index of the later block for each earlier one that has a partner. */
export type BlockPairs = ReadonlyMap<number, number>

interface Side {
  readonly blocks: readonly Block[]
  readonly keys: readonly string[]
  readonly profile: (index: number) => TextProfile
}

/** A kept id counts from this likeness on, two blocks between the same neighbours from a lower one, any two blocks from a higher one. */
const leastById = 0.4
const leastInGap = 0.3
const leastAnywhere = 0.5
/** A pair of characters that stands in more blocks than this tells nothing. */
const commonest = 24
const mostInGap = 900

/** Pairs the blocks of two reports; every block has at most one partner, of its own kind. */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): BlockPairs {
  const one = sideOf(before)
  const other = sideOf(after)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (from: number, to: number): void => {
    pairs.set(from, to)
    taken.add(to)
  }
  const isFree = (from: number, to: number): boolean => from >= 0 && to >= 0 && from < before.length && to < after.length && !pairs.has(from) && !taken.has(to)
  pairUnique(one, other, pair)
  const growEqual = (): void => growPairs(pairs, (from, to) => {
    if (!isFree(from, to) || one.keys[from] !== other.keys[to]) return false
    pair(from, to)
    return true
  })
  growEqual()
  const byId = new Map(after.map((block, index) => [block.id, index]))
  before.forEach((block, from) => {
    const to = byId.get(block.id)
    if (to === undefined || !isFree(from, to) || after[to]?.kind !== block.kind) return
    if (one.keys[from] === other.keys[to] || similarity(one.profile(from), other.profile(to)) >= leastById) pair(from, to)
  })
  growEqual()
  pairInGaps(one, other, pairs, taken, leastAnywhere, pair)
  pairAnywhere(one, other, pairs, taken, pair)
  pairInGaps(one, other, pairs, taken, leastInGap, pair)
  return pairs
}

function sideOf(blocks: readonly Block[]): Side {
  const profiles: TextProfile[] = []
  return {
    blocks,
    keys: blocks.map((block) => `${block.kind} ${block.kind === 'table' ? JSON.stringify(block.rows) : block.kind === 'image' ? `${block.sha256} ${block.caption}` : blockText(block)}`),
    profile: (index) => {
      const block = blocks[index]
      return profiles[index] ??= textProfile(block === undefined ? '' : blockText(block))
    },
  }
}

function pairUnique(one: Side, other: Side, pair: (from: number, to: number) => void): void {
  const places = [one, other].map((side) => {
    const found = new Map<string, number>()
    side.keys.forEach((key, index) => found.set(key, found.has(key) ? -1 : index))
    return found
  })
  for (const [key, from] of places[0] ?? []) {
    const to = places[1]?.get(key) ?? -1
    if (from >= 0 && to >= 0) pair(from, to)
  }
}

/** Offers the neighbours of every pair, below and above, until none is taken; the ends of the report count as neighbours. */
function growPairs(pairs: BlockPairs, offer: (from: number, to: number) => boolean): void {
  const known = [[-1, -1] as const, ...pairs]
  for (const [start, partner] of known) for (let step = 1; offer(start + step, partner + step); step += 1);
  for (const [start, partner] of known) for (let step = 1; offer(start - step, partner - step); step += 1);
}

/** Between two pairs that follow each other: equal blocks, then the likest ones, in order. */
function pairInGaps(one: Side, other: Side, pairs: BlockPairs, taken: ReadonlySet<number>, least: number, pair: (from: number, to: number) => void): void {
  const gaps: (readonly [readonly number[], readonly number[]])[] = []
  let from: number[] = []
  let last = -1
  for (let index = 0; index <= one.blocks.length; index += 1) {
    const partner = index === one.blocks.length ? other.blocks.length : pairs.get(index)
    if (partner === undefined) {
      from.push(index)
      continue
    }
    if (partner > last) {
      const to: number[] = []
      if (from.length > 0) for (let at = last + 1; at < partner && to.length <= mostInGap; at += 1) if (!taken.has(at)) to.push(at)
      if (from.length > 0 && to.length > 0) gaps.push([from, to])
      last = partner
    }
    from = []
  }
  for (const [gapFrom, gapTo] of gaps) {
    if (gapFrom.length * gapTo.length > mostInGap) {
      gapFrom.slice(0, gapTo.length).forEach((index, at) => {
        const to = gapTo[at] ?? 0
        if (one.blocks[index]?.kind === other.blocks[to]?.kind && similarity(one.profile(index), other.profile(to)) >= least) pair(index, to)
      })
      continue
    }
    takeBest(gapFrom.flatMap((index) => gapTo.map((to) => candidate(one, other, index, to))), least, pair)
  }
}

interface Candidate {
  readonly from: number
  readonly to: number
  readonly alike: number
}

/** Blocks of one level are a little more likely the same than others. */
function candidate(one: Side, other: Side, from: number, to: number): Candidate {
  const [left, right] = [one.blocks[from], other.blocks[to]]
  if (left === undefined || right === undefined || left.kind !== right.kind) return { from, to, alike: -1 }
  const isSameLevel = left.kind !== 'text' || (right.kind === 'text' && left.level === right.level)
  return { from, to, alike: similarity(one.profile(from), other.profile(to)) + (isSameLevel ? 0.02 : 0) }
}

function takeBest(candidates: readonly Candidate[], least: number, pair: (from: number, to: number) => void): void {
  const done = [new Set<number>(), new Set<number>()] as const
  const likest = candidates.filter((each) => each.alike >= least).sort((left, right) => right.alike - left.alike || Math.abs(left.from - left.to) - Math.abs(right.from - right.to))
  for (const { from, to } of likest) {
    if (done[0].has(from) || done[1].has(to)) continue
    done[0].add(from)
    done[1].add(to)
    pair(from, to)
  }
}

/** What is left, wherever it stands: blocks that share rare pairs of characters. */
function pairAnywhere(one: Side, other: Side, pairs: BlockPairs, taken: ReadonlySet<number>, pair: (from: number, to: number) => void): void {
  const postings = new Map<number, number[]>()
  other.blocks.forEach((_, to) => {
    if (taken.has(to)) return
    for (const key of other.profile(to).pairs.keys()) {
      const list = postings.get(key)
      if (list === undefined) postings.set(key, [to])
      else if (list.length <= commonest) list.push(to)
    }
  })
  const candidates: Candidate[] = []
  one.blocks.forEach((_, from) => {
    if (pairs.has(from)) return
    const shared = new Map<number, number>()
    for (const key of one.profile(from).pairs.keys()) {
      const list = postings.get(key) ?? []
      if (list.length <= commonest) for (const to of list) shared.set(to, (shared.get(to) ?? 0) + 1)
    }
    const most = [...shared].sort((left, right) => right[1] - left[1]).slice(0, 4)
    candidates.push(...most.map(([to]) => candidate(one, other, from, to)))
  })
  takeBest(candidates, leastAnywhere, pair)
}
