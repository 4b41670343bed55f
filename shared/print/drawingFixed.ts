/** What stands at fixed places of a page (SPEC DRAW-6, DRAW-7): rules, boxes beside the flow of text, the page number. */
import { breakLines, firstLineIndent, setRun, type BrokenLine } from './breakLines'
import type { DrawnItem, DrawnRule, DrawnText } from './drawing'
import { baselineShare, drawLine } from './drawingLine'
import type { Habits } from './habits'
import type { PrintBox, PrintDocument, PrintRule } from './printDocument'
import { ruleThickness, thinLine, twipsPerEighth } from './profiles'
import { printStyles, type PrintStyle, type StyleId } from './styles'

const styles = new Map<StyleId, PrintStyle>(printStyles.map((style) => [style.id, style]))

/** A rule between `left` and `right` whose upper edge is at `top`. */
export function drawRule({ shape, weight, overhang, isRed }: PrintRule, left: number, right: number, top: number, { red }: PrintDocument): readonly DrawnRule[] {
  const color = isRed === true ? red : '000000'
  const line = (upper: number, breadth: number): DrawnRule => ({ kind: 'rule', x1: left - overhang, y1: upper + breadth / 2, x2: right + overhang, y2: upper + breadth / 2, weight: breadth, color })
  const thick = weight * twipsPerEighth
  if (shape === 'single') return [line(top, thick)]
  return shape === 'thickThin' ? [line(top, thick), line(top + thick + thinLine, thinLine)] : [line(top, thinLine), line(top + 2 * thinLine, thick)]
}

/** The boxes of the first or of the last page, if that is the one drawn. */
export function drawBoxes(document: PrintDocument, page: PrintBox['page'], index: number, pages: number, habits: Habits): readonly DrawnItem[] {
  if (index !== (page === 'first' ? 0 : pages - 1)) return []
  return document.boxes.filter((box) => box.page === page).flatMap((box) => drawBox(box, document, habits))
}

function drawBox(box: PrintBox, document: PrintDocument, habits: Habits): readonly DrawnItem[] {
  const { page } = document
  const [left, right] = [page.margins.left, page.width - page.margins.right]
  const lines = box.lines.flatMap((line) => {
    const style = styles.get(line.style)
    if (style === undefined) return []
    const { left: from = 0, right: to = 0 } = line.indent ?? {}
    const firstLine = firstLineIndent(line.indent, style, page)
    const length = line.runs.reduce((sum, run) => sum + run.text.length, 0)
    // What follows a tab ends at the right indent of the same line.
    const broken: readonly BrokenLine[] = line.runs.some((run) => run.text.includes('\t')) ? [{ from: 0, to: length }]
      : breakLines(line.runs.map((run) => setRun(run, style, document)), { width: right - left, left: from, right: to, firstLine, tabs: [] }, habits)
    return broken.map((part, index) => ({ line, style, part, height: line.line ?? style.line ?? page.linePitch, indent: from + (index === 0 ? firstLine : 0), to, isFirst: index === 0, isLast: index === broken.length - 1 }))
  })
  const height = lines.reduce((sum, line) => sum + line.height, 0)
  const below = box.ruleBelow === undefined ? 0 : box.ruleBelow.distance + ruleThickness(box.ruleBelow)
  let y = box.edge === 'top' ? box.distance : page.height - box.distance - below - height
  const items: DrawnItem[] = []
  for (const { line, style, part, height: pitch, indent, to, isFirst, isLast } of lines) {
    if (isFirst && line.ruleAbove !== undefined) items.push(...drawRule(line.ruleAbove, left, right, y - ruleThickness(line.ruleAbove) / 2, document))
    items.push(...drawLine(line.runs, part.from, part.to, style, {
      left: left + indent, right: right - to, y: y + baselineShare * pitch, align: style.align, isLast, isHung: part.isHung === true, tabs: { endsAt: right - to }, blockId: null,
    }, document, habits))
    y += pitch
  }
  if (box.ruleBelow !== undefined) items.push(...drawRule(box.ruleBelow, left, right, y + box.ruleBelow.distance, document))
  return items
}

/** The page number; on a landscape page at the place that it has on a portrait one, turned with the sheet (7.5, clause 8). */
export function drawPageNumber(document: PrintDocument, index: number, isLandscape: boolean, isNumbered: boolean, habits: Habits): readonly DrawnText[] {
  const { page, pageNumbers } = document
  const style = styles.get('GwFooter')
  if (style === undefined || !isNumbered || pageNumbers.place === 'none' || (index === 0 && !pageNumbers.onFirst)) return []
  const { before, after, indent, line } = page.pageNumber
  const text = `${before}${index + 1}${after}`
  const align = pageNumbers.place === 'centre' ? 'center' : index % 2 === 0 ? 'right' : 'left'
  const side = pageNumbers.place === 'centre' ? 0 : indent
  const items = drawLine([{ text, font: 'song' }], 0, text.length, style, {
    left: page.margins.left + side, right: page.width - page.margins.right - side, y: numberBaseline(page.height, page.footerDistance, line, style), align, isLast: true, isHung: false, tabs: { endsAt: page.width }, blockId: null,
  }, document, habits)
  return items.flatMap((item) => (item.kind !== 'text' ? [] : isLandscape ? [{ ...item, x: page.height - item.y, y: item.x, isTurned: true as const }] : [item]))
}

function numberBaseline(height: number, footerDistance: number, line: number, style: PrintStyle): number {
  return height - footerDistance - (style.line ?? line) * (1 - baselineShare)
}
