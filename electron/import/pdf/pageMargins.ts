/** Page numbers and running headers and footers, which are no part of the text (SPEC IMPORT-18). */
import { pageNumberLine } from '../../../shared/outline/pageNumberLine'
import { heightOf, type PageLayout, type PlacedLine } from './pageLayout'

/** Parts of the height of a page in which they stand. */
const edge = 0.14
/** Lines at each end of a page that are looked at. */
const looked = 3
/** Points by which the same line may move from page to page. */
const sway = 6

export interface BodyPages { readonly pages: readonly PageLayout[]; readonly margins: readonly string[] }

interface Candidate { readonly page: number; readonly line: PlacedLine; readonly isTop: boolean; readonly height: number }

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
    const kind = pageNumberLine(candidate.line.text)
    if (kind === 'sure') dropped.add(candidate.line)
    else if (kind === 'maybe') bare.set(candidate.page, [...(bare.get(candidate.page) ?? []), candidate])
  }
  for (const candidate of [...bare.values()].flat()) if (isPageNumber(candidate, bare, pages.length)) dropped.add(candidate.line)
  const texts = new Map<string, string>()
  for (const { text } of dropped) if (pageNumberLine(text) === null && !texts.has(plain(text))) texts.set(plain(text), text)
  return { margins: [...texts.values()], pages: pages.map((page) => ({ ...page, items: page.items.filter((item) => item.kind !== 'line' || !dropped.has(item)) })) }
}

/** The lines at both ends of a page that stand near its edge and apart from the text. */
function candidatesOf({ page, height, items }: PageLayout): readonly Candidate[] {
  const lines = items.filter((item): item is PlacedLine => item.kind === 'line').sort((one, other) => heightOf(one) - heightOf(other))
  const tables = items.filter((item) => item.kind === 'table')
  const steps = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? 0)).sort((one, other) => one - other)
  const pitch = steps[steps.length >> 1] ?? 0
  const top = apart(lines.slice(0, looked + 1), pitch).filter(({ y }) => y < height * edge && tables.every((table) => heightOf(table) > y))
  const end = apart(lines.slice(-looked - 1).reverse(), pitch).filter(({ y }) => y > height * (1 - edge) && tables.every((table) => heightOf(table) < y))
  return [...top.map((line) => ({ page, line, isTop: true, height })), ...end.filter((line) => !top.includes(line)).map((line) => ({ page, line, isTop: false, height }))]
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
  // Lines that differ in their figures only may be a list that goes over the page; numbers of pages differ from page to page.
  return new Set(group.map(({ line }) => line.text)).size === 1 || group.every(({ line }) => pageNumberLine(line.text) !== null) || /\bpage\b|\u9875/i.test(first.line.text)
}

/** A bare figure at the edge: others near it have one at the same height, or it ends a file of one page. */
function isPageNumber({ line, isTop, page }: Candidate, bare: ReadonlyMap<number, readonly Candidate[]>, pages: number): boolean {
  if (pages === 1) return !isTop
  return [-2, -1, 1, 2].flatMap((step) => bare.get(page + step) ?? []).some((other) => other.isTop === isTop && Math.abs(other.line.y - line.y) <= sway)
}
