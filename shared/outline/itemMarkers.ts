/** Markers of items that open a paragraph (SPEC ENUM-6 … ENUM-8): 一是, 三要, 第二，, 其三，. What follows from their order is in `itemSeries`. */
import { readChineseNumeral, toChineseNumeral } from './numerals'

/** A marker at the start of a paragraph. Offsets are UTF-16 in its text; `to` is behind the mark that belongs to it. */
export interface LeadingMarker {
  readonly family: '是' | '要' | '第' | '其'
  readonly value: number
  /** Where the numeral stands. */
  readonly numeral: { readonly from: number; readonly to: number }
  readonly to: number
}

const pattern = /^(\s*)(?:([一二三四五六七八九十]{1,3})([是要])(?![一二三四五六七八九十非])|(第)([一二三四五六七八九十]{1,3})[，,、：:](?!第)|(其)([一二三四五六七八九十])[，,、：:是])/

/** The marker that opens the text, or null. Linear in the length of the marker. */
export function leadingMarker(text: string): LeadingMarker | null {
  const match = pattern.exec(text.slice(0, 40))
  if (match === null) return null
  const blank = match[1]?.length ?? 0
  const written = match[2] ?? match[5] ?? match[7] ?? ''
  const value = readChineseNumeral(written)
  if (value === null) return null
  const from = blank + (match[2] === undefined ? 1 : 0)
  const family = (match[3] ?? match[4] ?? match[6]) as LeadingMarker['family']
  return { family, value, numeral: { from, to: from + written.length }, to: match[0].length }
}

/** What a series begins with, unless the clerk writes something else. */
export const firstItemMarker = '一是'

/** The marker that follows: 一是 → 二是, 第一， → 第二，. */
export function nextMarkerText(text: string, marker: LeadingMarker): string {
  const head = text.slice(0, marker.to).trimStart()
  const from = marker.numeral.from - (marker.to - head.length)
  return head.slice(0, from) + toChineseNumeral(marker.value + 1) + head.slice(from + marker.numeral.to - marker.numeral.from)
}
