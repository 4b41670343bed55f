/** What is doubtful in the structure of a report (SPEC HINT): hints for the clerk, computed and never stored. Words stand in `shared/text/hints`. */
import { runsText } from '../report/blockText'
import type { Block, Run, TextBlock } from '../report/report'
import { isHeading } from './blockRole'
import { findItemMarkers, type ItemMarker } from './findEnumerations'
import { headingTree, isWholeHeading, siblingGroups, type HeadingNode } from './headingTree'
import { leadLength } from './leadLength'
import { blockCharacters, headingText } from './outlineRows'

export type ProblemKind =
  | 'levelSkip' | 'emptySection' | 'onlyChild' | 'itemGap' | 'itemDouble' | 'mixedMarkers' | 'mixedEnding' | 'mixedRunIn' | 'longHeading' | 'stale' | 'underTarget' | 'overTarget'

/** One doubtful place. Offsets are UTF-16 in the text of the block, `to` exclusive; `facts` fill the places of its sentence. */
export interface OutlineProblem {
  readonly kind: ProblemKind
  readonly blockId: string
  readonly from: number
  readonly to: number
  /** 有误 or 提示. */
  readonly severity: 'error' | 'hint'
  readonly facts: Readonly<Record<string, string | number>>
}

/** Headings beyond this many characters are told of. */
const longestHeading = 40
/** A target counts as met within this part of it. */
const targetSlack = 0.1

/** All doubtful places in printed order. Linear in the length of the report; what depends on one paragraph alone is remembered. */
export function findProblems(blocks: readonly Block[]): readonly OutlineProblem[] {
  const top = headingTree(blocks)
  const found = [...siblingGroups(top).flatMap(groupProblems), ...mixedEndings(blocks), ...targetProblems(top), ...itemProblems(blocks), ...blocks.flatMap(staleProblems)]
  const order = new Map(blocks.map((block, index) => [block.id, index]))
  return found.sort((one, other) => (order.get(one.blockId) ?? 0) - (order.get(other.blockId) ?? 0) || one.from - other.from)
}

function onHeading(kind: ProblemKind, block: TextBlock, facts: OutlineProblem['facts'] = {}): OutlineProblem {
  return { kind, blockId: block.id, from: 0, to: leadLength(block), severity: 'hint', facts }
}

function groupProblems({ parent, siblings }: { readonly parent: HeadingNode | null; readonly siblings: readonly HeadingNode[] }): readonly OutlineProblem[] {
  const [first] = siblings
  if (first === undefined) return []
  const found: OutlineProblem[] = []
  if (parent !== null && parent.block.level > 0 && first.block.level > parent.block.level + 1) found.push(onHeading('levelSkip', first.block, { above: parent.block.level, level: first.block.level }))
  if (parent !== null && parent.block.level > 0 && siblings.length === 1) found.push(onHeading('onlyChild', first.block))
  // A list of short lines (1. 2. 3.) is no row of empty sections.
  const isList = siblings.length > 1 && first.block.level > 1 && siblings.every(isEmpty)
  for (const node of siblings) {
    if (isEmpty(node) && node.block.level > 0 && !isList && headingText(node.block) !== '') found.push(onHeading('emptySection', node.block))
    const { length } = [...headingText(node.block)]
    if (length > longestHeading) found.push(onHeading('longHeading', node.block, { count: length, most: longestHeading }))
  }
  return [...found, ...mixedRunIns(siblings)]
}

function isEmpty({ block, children, own }: HeadingNode): boolean {
  return children.length === 0 && isWholeHeading(block) && own.every((each) => each.kind === 'pageBreak' || (each.kind === 'text' && blockCharacters(each) === 0))
}

/** One sibling is a line of its own among headings that run on in their paragraph, or the other way round. One that holds deeper headings has no choice. */
function mixedRunIns(all: readonly HeadingNode[]): readonly OutlineProblem[] {
  const siblings = all.filter(({ children }) => children.length === 0)
  const whole = siblings.filter(({ block }) => isWholeHeading(block))
  const runIn = siblings.filter(({ block }) => !isWholeHeading(block))
  const odd = whole.length < runIn.length ? whole : runIn
  return odd.length === 1 && siblings.length >= 3 ? odd.map(({ block }) => onHeading('mixedRunIn', block, { isWhole: odd === whole ? 1 : 0 })) : []
}

/** Of the headings of one level that stand alone in their line, fewer than a third end otherwise than the rest. */
function mixedEndings(blocks: readonly Block[]): readonly OutlineProblem[] {
  const whole = blocks.filter(isHeading).filter((block) => block.level > 0 && isWholeHeading(block) && headingText(block) !== '')
  return [1, 2, 3, 4, 5].flatMap((level) => {
    const own = whole.filter((block) => block.level === level)
    const withStop = own.filter((block) => runsText(block.runs).trimEnd().endsWith('。'))
    const odd = withStop.length * 2 <= own.length ? withStop : own.filter((block) => !withStop.includes(block))
    return odd.length > 0 && odd.length * 3 <= own.length ? odd.map((block) => onHeading('mixedEnding', block, { hasStop: odd === withStop ? 1 : 0 })) : []
  })
}

function targetProblems(top: readonly HeadingNode[]): readonly OutlineProblem[] {
  const found: OutlineProblem[] = []
  const count = (node: HeadingNode): number => {
    const characters = [node.block, ...node.own].reduce((sum, block) => sum + blockCharacters(block), 0) + node.children.reduce((sum, child) => sum + count(child), 0)
    const { target } = node.block
    if (target !== undefined && Math.abs(characters - target) > target * targetSlack) {
      found.push(onHeading(characters < target ? 'underTarget' : 'overTarget', node.block, { target, count: characters, by: Math.abs(characters - target) }))
    }
    return characters
  }
  top.forEach(count)
  return found
}

const markerCache = new WeakMap<readonly Run[], readonly ItemMarker[]>()

function markersOf(block: TextBlock): readonly ItemMarker[] {
  const known = markerCache.get(block.runs)
  if (known !== undefined) return known
  const markers = findItemMarkers(runsText(block.runs))
  markerCache.set(block.runs, markers)
  return markers
}

/** 一是、三是; 二是、二是; 一是、二要. A series may run over the paragraphs of its section; each word counts for itself, so that 一要 may stand inside 一是. */
function itemProblems(blocks: readonly Block[]): readonly OutlineProblem[] {
  const found: OutlineProblem[] = []
  let last = new Map<ItemMarker['family'], number>()
  for (const block of blocks) {
    if (block.kind !== 'text') continue
    if (isHeading(block)) last = new Map()
    for (const marker of markersOf(block)) {
      const { family, value } = marker
      const before = last.get(family) ?? 0
      const other = family === '是' ? '要' : family === '要' ? '是' : null
      const isOther = value > 1 && value !== before + 1 && other !== null && last.get(other) === value - 1
      if (value === 1 || value === before + 1 || isOther) {
        last.set(isOther ? other : family, value)
        if (isOther) found.push(itemProblem('mixedMarkers', block, marker, 'hint', { usual: other }))
      } else if (!marker.isAfterComma && before > 0) {
        found.push(itemProblem(value === before ? 'itemDouble' : 'itemGap', block, marker, 'error', { expected: before + 1, before }))
        last.set(family, value)
      }
    }
  }
  return found
}

function itemProblem(kind: ProblemKind, block: TextBlock, marker: ItemMarker, severity: 'error' | 'hint', facts: OutlineProblem['facts']): OutlineProblem {
  return { kind, blockId: block.id, from: marker.at, to: marker.at + marker.text.length, severity, facts: { marker: marker.text, ...facts } }
}

const staleCache = new WeakMap<Block, readonly OutlineProblem[]>()

function staleProblems(block: Block): readonly OutlineProblem[] {
  if (block.kind !== 'text') return []
  const known = staleCache.get(block)
  if (known !== undefined) return known
  let at = 0
  const places = block.runs.flatMap((run) => {
    const from = at
    at += run.text.length
    return run.stale === true ? [{ from, to: at }] : []
  })
  const [first] = places
  const found: readonly OutlineProblem[] = first === undefined ? [] : [{ kind: 'stale', blockId: block.id, ...first, severity: 'hint', facts: { count: places.length } }]
  staleCache.set(block, found)
  return found
}
