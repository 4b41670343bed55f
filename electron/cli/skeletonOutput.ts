/** `outline --skeleton`: the bones of a text and how alike its sibling headings are built (SPEC SKELETON-6). */
import { countingIds } from '../../shared/base/ids'
import type { ParsableText } from '../../shared/outline/parsableText'
import { parseReport } from '../../shared/outline/parseReport'
import { gaugeGroups } from '../../shared/skeleton/gauge'
import { skeletonRows, skeletonText, type SkeletonRow } from '../../shared/skeleton/skeletonRows'
import { skeletonText as text } from '../../shared/text/skeleton'

export interface DescribedSkeleton {
  readonly rows: readonly { readonly line: number; readonly depth: number; readonly kind: SkeletonRow['kind']; readonly number: string; readonly text: string }[]
  readonly groups: readonly {
    readonly parent: string | null
    readonly score: number
    readonly members: readonly { readonly line: number; readonly text: string; readonly length: number; readonly clauses: readonly number[]; readonly pattern: string; readonly odd: string | null }[]
    readonly repeated: readonly { readonly word: string; readonly count: number }[]
  }[]
}

export function describeSkeleton(source: string | ParsableText): DescribedSkeleton {
  const { content, lines } = parseReport(source, { newId: countingIds() })
  const headings = skeletonRows(content, 'headings')
  const items = skeletonRows(content, 'items')
  const lineOf = ({ blockId }: SkeletonRow): number => lines.get(blockId) ?? 1
  const groups = [...gaugeGroups(headings), ...gaugeGroups(items).filter(({ measures }) => measures[0]?.row.kind === 'item')]
  return {
    rows: headings.map((row) => ({ line: lineOf(row), depth: row.depth, kind: row.kind, number: row.number, text: row.text })),
    groups: groups.map(({ parent, score, measures, odd, repeated }) => ({
      parent: parent === null ? null : `${parent.number}${parent.text}`,
      score,
      members: measures.map(({ row, length, clauses, pattern }) => {
        const own = odd.find(({ rowId }) => rowId === row.id)
        return { line: lineOf(row), text: `${row.number}${row.text}`, length, clauses, pattern, odd: own === undefined ? null : text.odd(own.reason, own.usual, own.own) }
      }),
      repeated,
    })),
  }
}

/** The same for people: the bones, then every group with its lengths. */
export function writtenSkeleton({ rows, groups }: DescribedSkeleton): string {
  const bones = skeletonText(rows.map((row) => ({ ...row, id: '', blockId: '', from: 0 })))
  const gauges = groups.flatMap(({ parent, score, members, repeated }) => [
    `${parent ?? text.top}  ${text.score(score)}`,
    ...members.map((each) => `  ${each.text}  ${text.length(each.length, each.clauses)}  ${each.pattern}  [${each.line}]${each.odd === null ? '' : `  ${text.oddMark}：${each.odd}`}`),
    ...(repeated.length === 0 ? [] : [`  ${text.repeated(repeated)}`]),
  ])
  return [bones === '' ? text.empty : bones, ...(gauges.length === 0 ? [] : ['', text.gauges, ...gauges])].join('\n')
}
