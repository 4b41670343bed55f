/** What the page model draws on the page: page ends, and line ends where the browser would not break by itself (SPEC PAGE-7, PAGE-8). */
import { Decoration } from 'prosemirror-view'
import type { Places, PrintedNode } from './printedPlaces'

/** A line and the label of the page that ends, at the node that goes on on the next one. The style sheet draws them between its lines. */
export function drawnPages({ nodes }: Places): readonly Decoration[] {
  return nodes.flatMap((place) => (place.paragraph === null ? tablePages(place) : paragraphPages(place)))
}

function paragraphPages({ node, position, lines, pageBefore }: PrintedNode): readonly Decoration[] {
  const starts = lines.flatMap((line, index) => (line.page > (lines[index - 1]?.page ?? pageBefore) ? [{ line: index, label: label(line.page - 1) }] : []))
  const [first] = starts
  if (first === undefined) return []
  // Further pages of one paragraph are full: their ends are as many lines apart as a page has.
  return [Decoration.node(position, position + node.nodeSize, { 'data-page-end': starts.map((start) => start.label).join('\n'), style: `--page-line: ${first.line}; --page-ends: ${starts.length};` })]
}

function tablePages({ node, position, lines, pageBefore }: PrintedNode): readonly Decoration[] {
  const drawn: Decoration[] = []
  node.forEach((row, offset, index) => {
    const line = lines[index]
    const cell = row.firstChild
    if (line === undefined || cell === null || line.page === (lines[index - 1]?.page ?? pageBefore)) return
    const from = position + 1 + offset + 1
    drawn.push(Decoration.node(from, from + cell.nodeSize, { 'data-page-end': label(line.page - 1), style: '--page-line: 0; --page-ends: 1;' }))
  })
  return drawn
}

function label(page: number): string {
  return `— ${page} —`
}

/** Characters that go on behind a line end at the beginning of the next line and must not be parted from it. */
const keptTogether = 5

/** Line ends that are set, in body paragraphs: the last character of the line allows a break behind it, the next ones none among them. */
export function lineBreaksOf({ nodes }: Places): readonly Decoration[] {
  return nodes.flatMap((place) => (place.node.type.name === 'paragraph' ? breaksOf(place) : []))
}

interface Break { readonly from: number; readonly at: number; readonly to: number; readonly isHung: boolean }

/** Breaks by paragraph, since most paragraphs are the same from one count to the next. */
const known = new WeakMap<object, readonly Break[]>()

function breaksOf({ node, position, lines, paragraph }: PrintedNode): readonly Decoration[] {
  const text = node.textContent
  const labelLength = paragraph?.labelLength ?? 0
  // What was cleaned away on paper would shift every offset behind it.
  if (paragraph === null || lines[lines.length - 1]?.to !== text.length + labelLength) return []
  const breaks = known.get(paragraph) ?? findBreaks(text, lines, labelLength)
  known.set(paragraph, breaks)
  return breaks.flatMap(({ from, at, to, isHung }) => [
    Decoration.inline(position + 1 + from, position + 1 + at, { class: isHung ? 'line-end hung' : 'line-end' }, { isBreak: true }),
    ...(to > at ? [Decoration.inline(position + 1 + at, position + 1 + to, { class: 'line-start' }, { isBreak: true })] : []),
  ])
}

function findBreaks(text: string, lines: PrintedNode['lines'], labelLength: number): readonly Break[] {
  return lines.flatMap((line, index): readonly Break[] => {
    const at = line.to - labelLength
    if (index + 1 === lines.length) return line.isHung === true ? [{ from: at - 1, at, to: at, isHung: true }] : []
    const next = (lines[index + 1]?.to ?? line.to) - labelLength
    const from = at - (/[\udc00-\udfff]/.test(text.charAt(at - 1)) ? 2 : 1)
    if (from < 0 || isPlain(text.slice(Math.max(0, line.from - labelLength), at), text.slice(at, at + 2))) return []
    const to = Math.min(at + keptTogether, index + 2 === lines.length ? next : next - 2)
    return to > at ? [{ from, at, to, isHung: line.isHung === true }] : []
  })
}

/** Where nothing but Chinese characters meets, and none but full-width ones fill the line, every browser breaks alike. */
function isPlain(line: string, next: string): boolean {
  return /[\u4e00-\u9fff]$/.test(line) && /^[\u4e00-\u9fff]+$/.test(next) && !/[^\u3000-\u303f\u3400-\u9fff\uff00-\uff60]/.test(line)
}
