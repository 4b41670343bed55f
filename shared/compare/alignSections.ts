/** Which section of an older report answers to a section of the present one (SPEC REFERENCE-2): by the words of the heading, then by its place. */
import { outlineRows } from '../outline/outlineRows'
import type { ReportContent } from '../outline/reportContent'

/** A heading as it is compared. */
export interface SectionHead {
  readonly id: string
  readonly level: number
  /** Where it stands among all headings, 0 to 1. */
  readonly position: number
  /** Index of the heading it stands under, -1 at the top. */
  readonly parent: number
  /** Two-character pieces of its words; figures and marks left out. */
  readonly pieces: ReadonlySet<string>
}

/** Headings with fewer pieces in common are not taken for the same. */
const leastLikeness = 0.34

/** The headings of a report in printed order. */
export function sectionHeads(content: Pick<ReportContent, 'blocks' | 'numbering'>): readonly SectionHead[] {
  const rows = outlineRows(content).filter(({ kind }) => kind === 'heading')
  const open: { readonly depth: number; readonly index: number }[] = []
  return rows.map(({ blockId, level, depth, text }, index): SectionHead => {
    while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= depth) open.pop()
    const parent = open[open.length - 1]?.index ?? -1
    open.push({ depth, index })
    return { id: blockId, level, position: rows.length < 2 ? 0 : index / (rows.length - 1), parent, pieces: piecesOf(text) }
  })
}

/**
 * The heading among `others` that answers to `own[index]`: the one with the most alike words, between equals the one at the likeliest place.
 * If none is alike, what answers to the heading above it; null at the top.
 */
export function matchingHead(own: readonly SectionHead[], index: number, others: readonly SectionHead[]): SectionHead | null {
  const head = own[index]
  if (head === undefined) return null
  const above = head.parent === -1 ? null : matchingHead(own, head.parent, others)
  let best: SectionHead | null = null
  let bestScore = 0
  for (const other of others) {
    const alike = likeness(head.pieces, other.pieces)
    if (alike < leastLikeness) continue
    const isUnder = above !== null && others[other.parent] === above
    const score = alike + (other.level === head.level ? 0.08 : 0) + (isUnder ? 0.12 : 0) + 0.15 * (1 - Math.abs(head.position - other.position))
    if (score > bestScore) [best, bestScore] = [other, score]
  }
  return best ?? above
}

/** 0 (nothing in common) to 1 (the same): pieces in common, out of all (Dice). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let common = 0
  for (const piece of one) if (other.has(piece)) common += 1
  return (2 * common) / (one.size + other.size)
}

function piecesOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[\d〇\p{P}\p{S}\s]/gu, '')]
  if (letters.length < 2) return new Set(letters)
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}
