/** Two lists of texts (sentences, clauses, rows) side by side without changing their order: equal ones first, then similar ones between them. */
import diff from 'fast-diff'
import { keptInOrder } from './keptInOrder'
import { similarity, textProfile } from './similarity'

/** What became of the units, in reading order. Indexes are 0-based. */
export type Alignment =
  | { readonly kind: 'equal' | 'similar'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number }

/** More pairs of units than this are not looked at one by one. */
const mostPairs = 400

/** Lists longer than this, both together, are not compared unit by unit but by the units that are unique in both. */
const mostUnits = 400

/** Aligns the units; two different ones are a pair if they are alike by at least `least` (0 to 1). */
export function alignUnits(before: readonly string[], after: readonly string[], least: number): readonly Alignment[] {
  const equal = before.length + after.length <= mostUnits ? equalByDifference(before, after) : equalByUniqueness(before, after)
  const result: Alignment[] = []
  let atBefore = 0
  let atAfter = 0
  for (const [one, other] of [...equal, [before.length, after.length] as const]) {
    result.push(...alignGap(before, numbersTo(atBefore, one), after, numbersTo(atAfter, other), least))
    if (one < before.length && other < after.length) result.push({ kind: 'equal', before: one, after: other })
    atBefore = one + 1
    atAfter = other + 1
  }
  return result
}

function numbersTo(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

/** The longest common sequence of equal units. */
function equalByDifference(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let atBefore = 0
  let atAfter = 0
  for (const [kind, { length }] of codedDifference(before, after)) {
    if (kind === diff.EQUAL) pairs.push(...numbersTo(0, length).map((step): Pair => [atBefore + step, atAfter + step]))
    if (kind !== diff.INSERT) atBefore += length
    if (kind !== diff.DELETE) atAfter += length
  }
  return pairs
}

/** Units that are unique in both lists and in common order, and the equal ones beside them: in time that grows with the lists. */
function equalByUniqueness(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const [placesBefore, placesAfter] = [before, after].map((units) => {
    const places = new Map<string, number>()
    units.forEach((unit, index) => places.set(unit, places.has(unit) ? -1 : index))
    return places
  })
  const unique = [...placesBefore ?? []].flatMap(([unit, one]) => {
    const other = placesAfter?.get(unit) ?? -1
    return one >= 0 && other >= 0 ? [{ before: one, after: other, weight: 1 }] : []
  })
  const kept = keptInOrder(unique)
  const pairs: Pair[] = []
  let end: Pair = [0, 0]
  const grow = (from: number, to: number, least: Pair, most: Pair): void => {
    let back = 0
    while (from - back - 1 >= least[0] && to - back - 1 >= least[1] && before[from - back - 1] === after[to - back - 1]) back += 1
    for (; back > 0; back -= 1) pairs.push([from - back, to - back])
    let ahead = 0
    while (from + ahead < most[0] && to + ahead < most[1] && before[from + ahead] === after[to + ahead]) pairs.push([from + ahead, to + ahead++])
    end = [from + ahead, to + ahead]
  }
  grow(0, 0, [0, 0], [before.length, after.length])
  for (const { before: one, after: other } of unique.filter((pair) => kept.has(pair.before))) if (one >= end[0] && other >= end[1]) grow(one, other, end, [before.length, after.length])
  grow(before.length, after.length, end, [before.length, after.length])
  return pairs
}

/** The difference of two lists, every unit one UTF-16 unit: `text.length` of each part is a number of units. */
export function codedDifference(before: readonly string[], after: readonly string[]): readonly diff.Diff[] {
  const codes = new Map<string, string>()
  const code = (unit: string): string => {
    const known = codes.get(unit)
    if (known !== undefined) return known
    // Halves of surrogate pairs are kept together by the library: they are no codes. What is beyond counts as one and the same unit no more.
    const number = codes.size < 0xd800 ? codes.size : codes.size + 0x800
    const made = String.fromCharCode(Math.min(number, 0xfffe))
    if (number < 0xfffe) codes.set(unit, made)
    return made
  }
  const coded = [before, after].map((units) => units.map(code).join(''))
  if (codes.size >= 0xfffe - 0x800) return [[diff.DELETE, coded[0] ?? ''], [diff.INSERT, coded[1] ?? '']]
  return diff(coded[0] ?? '', coded[1] ?? '')
}

function alignGap(before: readonly string[], gapBefore: readonly number[], after: readonly string[], gapAfter: readonly number[], least: number): readonly Alignment[] {
  const pairs = gapBefore.length * gapAfter.length
  const matched = pairs === 0 ? [] : pairs <= mostPairs ? bestPairs(before, gapBefore, after, gapAfter, least) : pairsInStep(before, gapBefore, after, gapAfter, least)
  const result: Alignment[] = []
  let atBefore = 0
  let atAfter = 0
  for (const [one, other] of [...matched, [gapBefore.length, gapAfter.length] as const]) {
    for (; atBefore < one; atBefore += 1) result.push({ kind: 'removed', before: gapBefore[atBefore] ?? 0 })
    for (; atAfter < other; atAfter += 1) result.push({ kind: 'added', after: gapAfter[atAfter] ?? 0 })
    if (one === gapBefore.length) break
    result.push({ kind: 'similar', before: gapBefore[one] ?? 0, after: gapAfter[other] ?? 0 })
    atBefore = one + 1
    atAfter = other + 1
  }
  return result
}

type Pair = readonly [before: number, after: number]

/** The pairs in order that are most alike together (weighed by length, so that a long sentence is not given up for two short ones). */
function bestPairs(before: readonly string[], gapBefore: readonly number[], after: readonly string[], gapAfter: readonly number[], least: number): readonly Pair[] {
  const profiles = [gapBefore.map((at) => textProfile(before[at] ?? '')), gapAfter.map((at) => textProfile(after[at] ?? ''))] as const
  const worth = profiles[0].map((one) => profiles[1].map((other) => {
    const alike = similarity(one, other)
    return alike < least ? 0 : alike * (one.size + other.size + 1)
  }))
  const width = gapAfter.length + 1
  const best = new Float64Array((gapBefore.length + 1) * width)
  for (let one = gapBefore.length - 1; one >= 0; one -= 1) {
    for (let other = gapAfter.length - 1; other >= 0; other -= 1) {
      const paired = worth[one]?.[other] ?? 0
      best[one * width + other] = Math.max(best[(one + 1) * width + other] ?? 0, best[one * width + other + 1] ?? 0, paired === 0 ? 0 : paired + (best[(one + 1) * width + other + 1] ?? 0))
    }
  }
  const pairs: Pair[] = []
  for (let one = 0, other = 0; one < gapBefore.length && other < gapAfter.length;) {
    const here = best[one * width + other] ?? 0
    if (here === best[(one + 1) * width + other]) one += 1
    else if (here === best[one * width + other + 1]) other += 1
    else pairs.push([one++, other++])
  }
  return pairs
}

/** Long gaps: the first with the first, the second with the second, as far as they are alike. */
function pairsInStep(before: readonly string[], gapBefore: readonly number[], after: readonly string[], gapAfter: readonly number[], least: number): readonly Pair[] {
  return gapBefore.slice(0, gapAfter.length).flatMap((at, index): readonly Pair[] =>
    (similarity(textProfile(before[at] ?? ''), textProfile(after[gapAfter[index] ?? 0] ?? '')) >= least ? [[index, index]] : []))
}
