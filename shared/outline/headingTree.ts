/** Headings with what belongs to them, as a tree computed from the flat list. Clauses and items are no nodes. */
import { runsText } from '../report/blockText'
import type { Block, TextBlock } from '../report/report'
import { isHeading } from './blockRole'
import { leadLength } from './leadLength'

export interface HeadingNode {
  readonly block: TextBlock
  readonly children: readonly HeadingNode[]
  /** Blocks of the section that stand before its first deeper heading. */
  readonly own: readonly Block[]
}

interface Growing extends HeadingNode {
  readonly children: Growing[]
  readonly own: Block[]
}

/** The top of the tree: headings without a heading above them. Part titles hold what follows up to the next part. */
export function headingTree(blocks: readonly Block[]): readonly HeadingNode[] {
  const top: Growing[] = []
  const open: Growing[] = []
  for (const block of blocks) {
    if (!isHeading(block)) {
      open[open.length - 1]?.own.push(block)
      continue
    }
    while (open.length > 0 && (open[open.length - 1]?.block.level ?? 0) >= block.level) open.pop()
    const node: Growing = { block, children: [], own: [] }
    const parent = open[open.length - 1]
    if (parent === undefined) top.push(node)
    else parent.children.push(node)
    open.push(node)
  }
  return top
}

/** All groups of siblings, from the top down in printed order, each with its parent or null. */
export function siblingGroups(top: readonly HeadingNode[]): readonly { readonly parent: HeadingNode | null; readonly siblings: readonly HeadingNode[] }[] {
  const groups: { readonly parent: HeadingNode | null; readonly siblings: readonly HeadingNode[] }[] = []
  const walk = (parent: HeadingNode | null, siblings: readonly HeadingNode[]): void => {
    if (siblings.length > 0) groups.push({ parent, siblings })
    for (const node of siblings) walk(node, node.children)
  }
  walk(null, top)
  return groups
}

/** Whether all of the paragraph is heading: nothing goes on behind its lead. */
export function isWholeHeading(block: TextBlock): boolean {
  return leadLength(block) >= runsText(block.runs).trimEnd().length
}
