/**
 * 标题对仗尺 (SPEC SKELETON-2 … SKELETON-4): how far the headings of one group are built alike. It measures and hints; a report may well have reasons to
 * differ, so only the one that differs from siblings that all agree is told of.
 */
import { isChapterName, manners, openingVerb, patternOf, type Pattern } from './frames'
import type { SkeletonRow } from './skeletonRows'

export interface Measure {
  readonly row: SkeletonRow
  /** Characters without marks. */
  readonly length: number
  /** The same for each part between ，、； and blanks. */
  readonly clauses: readonly number[]
  readonly pattern: Pattern
  readonly verb: string | null
}

/** Why one of a group stands out: `usual` and `own` say what the others and it have. */
export interface OddOne {
  readonly rowId: string
  readonly reason: 'pattern' | 'length' | 'missingPartner' | 'extraClause'
  readonly usual: string | number
  readonly own: string | number
}

export interface GroupGauge {
  /** The heading above; null at the top. */
  readonly parent: SkeletonRow | null
  readonly measures: readonly Measure[]
  readonly odd: readonly OddOne[]
  /** Words that open or carry at least two of the headings, the most frequent first. */
  readonly repeated: readonly { readonly word: string; readonly count: number }[]
  /** 0 … 100: how far they are alike in pattern, number of clauses and length. */
  readonly score: number
}

/** Gauges of all groups of at least two siblings, headings among headings and items among items, in printed order. */
export function gaugeGroups(rows: readonly SkeletonRow[]): readonly GroupGauge[] {
  const groups = new Map<string, { readonly parent: SkeletonRow | null; readonly rows: SkeletonRow[] }>()
  const open: SkeletonRow[] = []
  for (const row of rows) {
    if (row.kind === 'lead') continue
    while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= row.depth) open.pop()
    const parent = open[open.length - 1] ?? null
    // Items of one paragraph are a group of their own.
    const key = `${row.kind} ${parent?.id ?? ''} ${row.kind === 'item' ? row.blockId : ''}`
    const group = groups.get(key) ?? { parent, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
    if (row.kind === 'heading') open.push(row)
  }
  return [...groups.values()].filter((group) => group.rows.length >= 2).map(({ parent, rows: siblings }) => gauge(parent, siblings))
}

function gauge(parent: SkeletonRow | null, rows: readonly SkeletonRow[]): GroupGauge {
  const measures = rows.map(measure)
  return { parent, measures, odd: oddOnes(measures, parent), repeated: repeatedWords(measures), score: scoreOf(measures) }
}

function measure(row: SkeletonRow): Measure {
  const clauses = row.text.split(/[，、；,;\s]+/).map(bare).filter((clause) => clause !== '')
  const lengths = clauses.map((clause) => [...clause].length)
  const [first = ''] = clauses
  return { row, clauses: lengths, length: lengths.reduce((sum, length) => sum + length, 0), pattern: patternOf(first), verb: openingVerb(first) }
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** With three siblings the other two must agree, at the top of a report the other three: 主要工作、存在问题、下步打算 are no parallel. */
function oddOnes(all: readonly Measure[], parent: SkeletonRow | null): readonly OddOne[] {
  const measures = all.filter(({ row }) => row.kind === 'item' || !isChapterName(row.text))
  if (measures.length < (parent === null ? 4 : 3)) return []
  for (const one of measures) {
    const others = measures.filter((other) => other !== one)
    const found = oddPattern(one, others) ?? oddClauses(one, others) ?? oddLength(one, others)
    if (found !== null) return [{ rowId: one.row.id, ...found }]
  }
  return []
}

type Reason = Omit<OddOne, 'rowId'>

function oddPattern(one: Measure, others: readonly Measure[]): Reason | null {
  const usual = same(others.map(({ pattern }) => pattern))
  // 其他 and 四字 say too little: neither is held against the rest, nor the rest against it.
  const weak: readonly Pattern[] = ['其他', '四字']
  return usual === null || usual === one.pattern || weak.includes(usual) || weak.includes(one.pattern) ? null : { reason: 'pattern', usual, own: one.pattern }
}

function oddClauses(one: Measure, others: readonly Measure[]): Reason | null {
  const usual = same(others.map(({ clauses }) => clauses.length))
  const own = one.clauses.length
  if (usual === null || usual === own || same(others.map(({ pattern }) => pattern)) === '其他') return null
  return own < usual ? { reason: 'missingPartner', usual, own } : usual > 1 || isClose(others.map(({ length }) => length)) ? { reason: 'extraClause', usual, own } : null
}

/** The others differ by at most one character, it by four or more. */
function oddLength(one: Measure, others: readonly Measure[]): Reason | null {
  const lengths = others.map(({ length }) => length)
  const usual = median(lengths)
  const pattern = same([one, ...others].map((each) => each.pattern))
  return pattern !== null && pattern !== '其他' && isClose(lengths) && Math.abs(one.length - usual) >= 4 ? { reason: 'length', usual, own: one.length } : null
}

function isClose(lengths: readonly number[]): boolean {
  return Math.max(...lengths) - Math.min(...lengths) <= 1
}

function same<Value>(values: readonly Value[]): Value | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

function repeatedWords(measures: readonly Measure[]): readonly { readonly word: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { row, verb } of measures) {
    const words = new Set([...manners.filter((word) => row.text.includes(word)), ...(verb !== null && verb.length > 1 ? [verb] : [])])
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count >= 2).sort((one, other) => other[1] - one[1]).map(([word, count]) => ({ word, count }))
}

function scoreOf(measures: readonly Measure[]): number {
  const share = (values: readonly unknown[]): number => Math.max(...values.map((value) => values.filter((other) => other === value).length)) / values.length
  const lengths = measures.map(({ length }) => length)
  const middle = Math.max(1, median(lengths))
  const spread = lengths.reduce((sum, length) => sum + Math.abs(length - middle), 0) / lengths.length / middle
  return Math.round(40 * share(measures.map(({ pattern }) => pattern)) + 30 * share(measures.map(({ clauses }) => clauses.length)) + 30 * Math.max(0, 1 - spread))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
