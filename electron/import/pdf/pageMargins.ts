/** Page numbers and running headers and footers, which are no part of the text (SPEC IMPORT-18). */
import { pageNumberLine } from '../../../shared/outline/pageNumberLine'
import { hasFinalMark } from '../../../shared/outline/joinLines'
import { heightOf, type PageLayout, type PlacedLine } from './pageLayout'

/** Part of the longer side of a page, from its upper and lower edge, in which they stand. */
const edge = 0.14
/** Lines at each end of a page that are looked at. */
const looked = 3
/** Characters of a header that nothing parts from the text. */
const longestClose = 40
/** Points by which the same line may move from page to page. */
const sway = 6

export interface BodyPages { readonly pages: readonly PageLayout[]; readonly margins: readonly string[] }

/** `isClose`: as near to the text as its own lines are. */
interface Candidate { readonly page: number; readonly line: PlacedLine; readonly isTop: boolean; readonly isClose: boolean }

export function withoutMargins(pages: readonly PageLayout[]): BodyPages {
  const candidates = pages.flatMap(candidatesOf)
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = `${candidate.isTop ? 'top' : 'end'} ${plain(candidate.line.text)}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(candidate)
  }
  const dropped = new Set<PlacedLine>()
  for (const group of groups.values()) if (repeats(group, pages.length)) for (const { line } of group) dropped.add(line)
  const bare = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const kind = candidate.isClose ? null : pageNumberLine(candidate.line.text)
    if (kind === 'sure') dropped.add(candidate.line)
    else if (kind === 'maybe') bare.set(candidate.page, [...(bare.get(candidate.page) ?? []), candidate])
  }
  for (const candidate of [...bare.values()].flat()) if (isPageNumber(candidate, bare, pages.length)) dropped.add(candidate.line)
  const texts = new Map<string, string>()
  for (const { text } of dropped) if (pageNumberLine(text) === null && !texts.has(plain(text))) texts.set(plain(text), text)
  return { margins: [...texts.values()], pages: pages.map((page) => ({ ...page, items: page.items.filter((item) => item.kind !== 'line' || !dropped.has(item)) })) }
}

/** The lines at both ends of a page that stand near its edge and apart from the text. */
function candidatesOf({ page, height, width, items }: PageLayout): readonly Candidate[] {
  const lines = items.filter((item): item is PlacedLine => item.kind === 'line').sort((one, other) => heightOf(one) - heightOf(other))
  const tables = items.filter((item) => item.kind === 'table')
  const steps = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? 0)).sort((one, other) => one - other)
  const pitch = steps[steps.length >> 1] ?? 0
  const reach = Math.max(height, width) * edge
  const isTop = ({ y }: PlacedLine): boolean => y < reach && tables.every((table) => heightOf(table) > y)
  const isEnd = ({ y }: PlacedLine): boolean => y > height - reach && tables.every((table) => heightOf(table) < y)
  const top = apart(lines.slice(0, looked + 1), pitch).filter(isTop)
  const end = apart(lines.slice(-looked - 1).reverse(), pitch).filter((line) => isEnd(line) && !top.includes(line))
  const closeTop = top.length > 0 ? [] : lines.slice(0, 1).filter((line) => isTop(line) && !end.includes(line))
  const closeEnd = end.length > 0 || lines.length < 2 ? [] : lines.slice(-1).filter((line) => isEnd(line) && !top.includes(line))
  return [
    ...top.map((line) => ({ page, line, isTop: true, isClose: false })), ...end.map((line) => ({ page, line, isTop: false, isClose: false })),
    ...closeTop.map((line) => ({ page, line, isTop: true, isClose: true })), ...closeEnd.map((line) => ({ page, line, isTop: false, isClose: true })),
  ]
}

/** Those of `lines`, from the edge inwards, that a wide gap or another size parts from the next; a certain page number and a lone line need none. */
function apart(lines: readonly PlacedLine[], pitch: number): readonly PlacedLine[] {
  const isApart = (line: PlacedLine, next: PlacedLine | undefined): boolean => next === undefined || Math.abs(next.y - line.y) > Math.max(pitch * 1.3, line.size * 1.3) || Math.abs(next.size - line.size) > line.size * 0.08
  const last = lines.slice(0, looked).map((line, index) => isApart(line, lines[index + 1])).lastIndexOf(true)
  const found = lines.slice(0, last + 1)
  const [outer] = lines
  return found.length === 0 && outer !== undefined && pageNumberLine(outer.text) === 'sure' ? [outer] : found
}

function plain(text: string): string {
  return text.replace(/\s+/g, '').replace(/\d+/g, '#')
}

/** The same line at the same height on two pages that follow each other, or on a third of all. */
function repeats(group: readonly Candidate[], pages: number): boolean {
  const [first] = group
  if (first === undefined || new Set(group.map(({ page }) => page)).size < Math.max(2, Math.ceil(pages / 3))) return false
  if (group.some(({ line }) => Math.abs(line.y - first.line.y) > sway)) return false
  if (group.some(({ isClose }) => isClose) && !isRunning(group)) return false
  // Lines that differ in their figures only may be a list that goes over the page; numbers of pages differ from page to page.
  return new Set(group.map(({ line }) => line.text)).size === 1 || group.every(({ line }) => pageNumberLine(line.text) !== null) || /\bpage\b|\u9875/i.test(first.line.text)
}

/** A short line, no sentence, word for word and to the point the same on all its pages: a header though nothing parts it from the text. */
function isRunning(group: readonly Candidate[]): boolean {
  const [first] = group
  return first !== undefined && first.line.text.length <= longestClose && !hasFinalMark(first.line.text) && group.every(({ line }) => line.text === first.line.text && Math.abs(line.y - first.line.y) <= 1 && Math.abs(line.x0 - first.line.x0) <= 1)
}

/** A bare figure at the edge: others near it have one at the same height, or it ends a file of one page. */
function isPageNumber({ line, isTop, page }: Candidate, bare: ReadonlyMap<number, readonly Candidate[]>, pages: number): boolean {
  if (pages === 1) return !isTop
  return [-2, -1, 1, 2].flatMap((step) => bare.get(page + step) ?? []).some((other) => other.isTop === isTop && Math.abs(other.line.y - line.y) <= sway)
}
