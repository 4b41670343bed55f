/**
 * Enumerations inside a paragraph (SPEC ENUM-1 … ENUM-5): 一是…二是…, 一要…, 第一，…, 首先…其次…, （1）…（2）…. They are leaves of the outline, never headings.
 */
import { readChineseNumeral } from './numerals'

export type EnumerationKind = 'yishi' | 'yiyao' | 'diyi' | 'seq' | 'paren' | 'mixed'

/** One item; offsets are UTF-16 in the text of the paragraph, `to` exclusive. `leadTo` ends its short first sentence, or equals `from` if it has none. */
export interface EnumerationItem {
  readonly marker: string
  readonly value: number
  readonly from: number
  readonly to: number
  readonly leadTo: number
}

export interface Enumeration {
  readonly kind: EnumerationKind
  readonly items: readonly EnumerationItem[]
  /** The first item opens the paragraph. */
  readonly isParagraphInitial: boolean
}

type Family = 'shi' | 'yao' | 'di' | 'seq' | 'qi' | 'paren'
interface Marker { readonly family: Family; readonly value: number; readonly text: string; readonly at: number; readonly isAfterComma: boolean }

/** A lead has at most this many characters, without its mark (SPEC ENUM-4). */
const longestLead = 30
/** An item has at least this many characters behind its marker (SPEC ENUM-3). */
const shortestItem = 4

const marker = /([一二三四五六七八九十]{1,3})([是要])(?![一二三四五六七八九十非])|第([一二三四五六七八九十]{1,2})[，,、：:](?!第)|其([一二三四五六七八九十])[，,、：:是]|(首先|其次|再次|再者|然后|最后)|[（(](\d{1,2})[）)]/g
const sequence: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 然后: 3, 最后: 9 }
const opening = new Set(['。', '；', ';', '：', ':', '！', '？', '\n', '”', '…', '、'])

/** All enumerations of a paragraph in order; an empty list (always the same) if it has none. Linear in the length of the text. */
export function findEnumerations(text: string): readonly Enumeration[] {
  const markers = findMarkers(text)
  if (markers.length === 0) return none
  const found: Enumeration[] = []
  let series: Marker[] = []
  const close = (end: number): void => {
    const first = series[0]
    if (first !== undefined && isEnumeration(series, text)) found.push(toEnumeration(series, text, end, first))
    series = []
  }
  for (const [index, next] of markers.entries()) {
    if (continues(series, next)) {
      series.push(next)
      continue
    }
    if (opens(next, markers, index)) {
      close(next.at)
      series = [next]
    }
  }
  close(text.length)
  return found.length === 0 ? none : found
}

const none: readonly Enumeration[] = []

/** A spoken marker (一是, 二要, 第三，, 其四，) where it stands, whether or not it counts right. */
export interface ItemMarker {
  readonly family: '是' | '要' | '第' | '其'
  readonly value: number
  /** As written, without the mark behind it. */
  readonly text: string
  readonly at: number
  readonly isAfterComma: boolean
}

const spokenFamilies = { shi: '是', yao: '要', di: '第', qi: '其' } as const satisfies Partial<Record<Family, ItemMarker['family']>>

/** The spoken markers of a text in order. */
export function findItemMarkers(text: string): readonly ItemMarker[] {
  return findMarkers(text).flatMap((found) => {
    const { family, value, at, isAfterComma } = found
    return family === 'seq' || family === 'paren' ? [] : [{ family: spokenFamilies[family], value, text: found.text, at, isAfterComma }]
  })
}

function findMarkers(text: string): readonly Marker[] {
  const markers: Marker[] = []
  for (const match of text.matchAll(marker)) {
    const at = match.index
    const before = text.slice(Math.max(0, at - 3), at).trimEnd()
    const previous = before === '' ? '' : before.charAt(before.length - 1)
    const isParen = match[6] !== undefined
    const isAfterComma = previous === '，' || previous === ','
    if (at > 0 && previous !== '' && !opening.has(previous) && !isAfterComma && !isParen) continue
    if (previous === '、' && !isParen) continue
    if (text.length - at - match[0].length < shortestItem && !isParen) continue
    markers.push({ ...readMarker(match), text: match[0].replace(/[，,、：:]$/, ''), at, isAfterComma })
  }
  return markers
}

function readMarker(match: RegExpMatchArray): { readonly family: Family; readonly value: number } {
  if (match[1] !== undefined) return { family: match[2] === '是' ? 'shi' : 'yao', value: readChineseNumeral(match[1]) ?? 0 }
  if (match[3] !== undefined) return { family: 'di', value: readChineseNumeral(match[3]) ?? 0 }
  if (match[4] !== undefined) return { family: 'qi', value: readChineseNumeral(match[4]) ?? 0 }
  if (match[5] !== undefined) return { family: 'seq', value: sequence[match[5]] ?? 0 }
  return { family: 'paren', value: Number(match[6]) }
}

/** 一是…二要… goes on as one series, too: the clerk changed the word, not the series. */
function continues(series: readonly Marker[], next: Marker): boolean {
  const last = series[series.length - 1]
  if (last === undefined) return false
  const isSameFamily = last.family === next.family || (isSpoken(last.family) && isSpoken(next.family))
  if (!isSameFamily) return false
  return next.family === 'seq' ? next.value > last.value || (next.value === 3 && last.value === 3) : next.value === last.value + 1
}

function isSpoken(family: Family): boolean {
  return family === 'shi' || family === 'yao'
}

/** A series begins with 一; at the start of a paragraph with any value, because the series may run over paragraphs. */
function opens(next: Marker, markers: readonly Marker[], index: number): boolean {
  if (next.family === 'paren' && next.at === 0) return false
  if (next.at === 0 && next.family !== 'paren') return true
  if (next.value !== 1) return false
  const needsSecond = next.isAfterComma || next.family === 'seq' || next.family === 'paren' || next.family === 'di'
  return !needsSecond || markers.slice(index + 1, index + 6).some((other) => continues([next], other))
}

function isEnumeration(series: readonly Marker[], text: string): boolean {
  const first = series[0]
  if (first === undefined) return false
  const second = series[1]
  if (second !== undefined && second.at - first.at - first.text.length < 2) return false
  if (series.length > 1) return true
  if (first.family === 'paren') return false
  // 一方面…, 首先要感谢…: a lone word of order opens no series unless the number says so.
  return first.family !== 'seq' || first.at === 0 ? first.family !== 'seq' && text.length > first.text.length + shortestItem : false
}

function toEnumeration(series: readonly Marker[], text: string, end: number, first: Marker): Enumeration {
  const items = series.map((entry, index): EnumerationItem => {
    const to = series[index + 1]?.at ?? end
    return { marker: entry.text, value: entry.family === 'seq' ? index + 1 : entry.value, from: entry.at, to, leadTo: itemLeadEnd(text, entry.at, to, entry.text.length) }
  })
  return { kind: kindOf(series), items, isParagraphInitial: first.at === 0 }
}

function itemLeadEnd(text: string, from: number, to: number, markerLength: number): number {
  const head = text.slice(from, Math.min(to, from + markerLength + longestLead + 2))
  const match = /[。；;]/.exec(head)
  if (match === null || match.index - markerLength > longestLead) return from
  return from + match.index + 1
}

function kindOf(series: readonly Marker[]): EnumerationKind {
  const families = new Set(series.map((entry) => entry.family))
  if (families.size > 1) return 'mixed'
  const family = series[0]?.family ?? 'shi'
  return ({ shi: 'yishi', yao: 'yiyao', di: 'diyi', seq: 'seq', qi: 'seq', paren: 'paren' } as const)[family]
}
