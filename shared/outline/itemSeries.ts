/**
 * Items that stand as paragraphs of their own, 一是… / 二是… / 三是…, and their numbers after paragraphs were moved, added or taken away
 * (SPEC ENUM-7). Only a series that counted right before is counted anew: a clerk's own numbers are never guessed at.
 */
import { runsText } from '../report/blockText'
import type { Block } from '../report/report'
import { leadingMarker, type LeadingMarker } from './itemMarkers'
import { toChineseNumeral } from './numerals'

/** Replaces the UTF-16 range of a block's text. */
export interface MarkerEdit {
  readonly blockId: string
  readonly from: number
  readonly to: number
  readonly text: string
}

interface Item { readonly id: string; readonly marker: LeadingMarker; readonly section: number }
interface Series { readonly ids: readonly string[]; readonly isRight: boolean }

/** The edits that make every touched series of `after` count 1, 2, 3 … again; none for series that stand as they stood in `before`. */
export function renumberItems(before: readonly Block[], after: readonly Block[]): readonly MarkerEdit[] {
  const items = itemsOf(after)
  if (items.length === 0) return []
  const known = new Map<string, Series>()
  const cuts = new Set<string>()
  let previous: string | undefined
  for (const series of seriesOf(itemsOf(before))) {
    if (previous !== undefined) cuts.add(`${previous} ${series.ids[0] ?? ''}`)
    previous = series.ids[series.ids.length - 1]
    for (const id of series.ids) known.set(id, series)
  }
  return sequences(items, known, cuts).flatMap((sequence) => {
    const former = [...new Set(sequence.map(({ id }) => known.get(id)).filter((series) => series !== undefined))]
    const isAsBefore = former.length === 1 && former[0]?.ids.join('\n') === sequence.map(({ id }) => id).join('\n')
    const isAlone = sequence.length === 1 && (former[0]?.ids.length ?? 0) !== 1
    if (isAsBefore || isAlone || former.length === 0 || former.some((series) => !series.isRight)) return []
    return sequence.flatMap(({ id, marker }, index): readonly MarkerEdit[] => (marker.value === index + 1 ? [] : [{ blockId: id, ...marker.numeral, text: toChineseNumeral(index + 1) }]))
  })
}

/** Body paragraphs that open with a marker. `section` grows at every heading, part title, table and page break. */
function itemsOf(blocks: readonly Block[]): readonly Item[] {
  let section = 0
  return blocks.flatMap((block): readonly Item[] => {
    if (block.kind !== 'text' || block.level !== 0 || block.form !== undefined) {
      section += 1
      return []
    }
    const marker = leadingMarker(runsText(block.runs))
    return marker === null ? [] : [{ id: block.id, marker, section }]
  })
}

/** The items in series: each begins with 一, or anew in another section or with another kind of marker. */
function seriesOf(items: readonly Item[]): readonly Series[] {
  const all: Item[][] = []
  for (const item of items) {
    const series = all[all.length - 1]
    const last = series?.[series.length - 1]
    if (series === undefined || last === undefined || last.section !== item.section || item.marker.value === 1 || !isOneKind(last.marker, item.marker)) all.push([item])
    else series.push(item)
  }
  return all.map((series) => ({ ids: series.map(({ id }) => id), isRight: series.every(({ marker }, index) => marker.value === index + 1) }))
}

/** Items of a section cut where two series met before (`cuts`), and where two meet of each of which more than one item stands there. */
function sequences(items: readonly Item[], known: ReadonlyMap<string, Series>, cuts: ReadonlySet<string>): readonly (readonly Item[])[] {
  const counts = new Map<string, number>()
  const keyOf = (item: Item): string => `${item.section}:${known.get(item.id)?.ids[0] ?? ''}`
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  const isMany = (item: Item): boolean => known.has(item.id) && (counts.get(keyOf(item)) ?? 0) > 1
  const found: Item[][] = []
  /** The series of many that the open sequence follows. */
  let leading: string | null = null
  for (const item of items) {
    const open = found[found.length - 1]
    const last = open?.[open.length - 1]
    const isCut = last === undefined || last.section !== item.section || !isOneKind(last.marker, item.marker) || cuts.has(`${last.id} ${item.id}`) || (isMany(item) && leading !== null && leading !== keyOf(item))
    if (isCut) {
      found.push([item])
      leading = isMany(item) ? keyOf(item) : null
    } else {
      open?.push(item)
      if (isMany(item)) leading = keyOf(item)
    }
  }
  return found
}

/** 是 and 要 go on with each other. */
function isOneKind(one: LeadingMarker, other: LeadingMarker): boolean {
  const isSpoken = (marker: LeadingMarker): boolean => marker.family === '是' || marker.family === '要'
  return one.family === other.family || (isSpoken(one) && isSpoken(other))
}
