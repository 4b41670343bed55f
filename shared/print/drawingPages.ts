/** Pages drawn one by one from the page model (SPEC DRAW): drawing a page costs what stands on it, however long the document is. */
import { firstLineIndent, paragraphLines } from './breakLines'
import { drawBoxes, drawPageNumber, drawRule } from './drawingFixed'
import type { DrawnItem, PageDrawing, TextArea } from './drawing'
import { baselineShare, drawLine } from './drawingLine'
import { drawStamp } from './drawingStamp'
import { drawTable, type PlacedRow } from './drawingTable'
import { asTheFileAsks, type Habits } from './habits'
import type { PageModel } from './paginate'
import type { PrintDocument, PrintParagraph, PrintPicture, PrintTable } from './printDocument'
import { ruleThickness } from './profiles'
import { printStyles, type PrintStyle, type StyleId } from './styles'

const styles = new Map<StyleId, PrintStyle>(printStyles.map((style) => [style.id, style]))

/** Draws pages by their index, 0-based. */
export interface PageDrawer {
  readonly pages: number
  readonly draw: (index: number) => PageDrawing
}

/** Where the lines of each page, and those of each block, begin among the lines of the model. */
interface Places {
  readonly firstOfPage: readonly number[]
  readonly firstOfBlock: readonly number[]
}

/** All pages of a document. `model` and `habits` are those of `paginate`. Use {@link pageDrawer} where not all pages are needed at once. */
export function drawPages(document: PrintDocument, model: PageModel, habits: Habits = asTheFileAsks): readonly PageDrawing[] {
  const drawer = pageDrawer(document, model, habits)
  return Array.from({ length: drawer.pages }, (_, index) => drawer.draw(index))
}

/** A drawer of single pages: one walk over the lines of the model, then each page costs its own lines. */
export function pageDrawer(document: PrintDocument, model: PageModel, habits: Habits = asTheFileAsks): PageDrawer {
  const places = placesOf(document, model)
  return { pages: model.pages, draw: (index) => drawPage(document, model, places, index, habits) }
}

function placesOf(document: PrintDocument, { lines, pages }: PageModel): Places {
  const firstOfPage: number[] = Array.from({ length: pages + 1 }, () => lines.length)
  const firstOfBlock: number[] = document.blocks.map(() => lines.length)
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]
    if (line === undefined) continue
    firstOfPage[line.page - 1] = index
    firstOfBlock[line.block] = index
  }
  // A page without a line begins where the next one does.
  for (let page = pages - 1; page >= 0; page -= 1) firstOfPage[page] = Math.min(firstOfPage[page] ?? lines.length, firstOfPage[page + 1] ?? lines.length)
  return { firstOfPage, firstOfBlock }
}

/** The text area: a landscape page is a portrait one turned by a quarter to the right, so that its head is at the left edge of the sheet (clause 8). */
export function textArea({ page }: PrintDocument, isLandscape: boolean): TextArea {
  const { margins, width, height } = page
  const [across, down] = [width - margins.left - margins.right, height - margins.top - margins.bottom]
  return isLandscape ? { x: margins.bottom, y: margins.left, width: down, height: across } : { x: margins.left, y: margins.top, width: across, height: down }
}

function drawPage(document: PrintDocument, model: PageModel, places: Places, index: number, habits: Habits): PageDrawing {
  const [from, to] = [places.firstOfPage[index] ?? 0, places.firstOfPage[index + 1] ?? model.lines.length]
  const first = model.lines[from]
  const isLandscape = from < to && first !== undefined && document.blocks[first.block]?.isLandscape === true
  const area = textArea(document, isLandscape)
  const items: DrawnItem[] = [...(index === 0 && document.stamp !== undefined ? drawStamp(document.stamp, document, habits) : []), ...drawBoxes(document, 'first', index, model.pages, habits)]
  let at = from
  while (at < to) {
    const line = model.lines[at]
    const block = line === undefined ? undefined : document.blocks[line.block]
    if (line === undefined || block === undefined) break
    let end = at + 1
    while (end < to && model.lines[end]?.block === line.block) end += 1
    const drawn = block.kind === 'table' ? drawRows(block, line.block, [at, end], area) : drawParagraph(block, line.block, [at, end], area)
    for (const item of drawn) items.push(item)
    at = end
  }
  items.push(...drawBoxes(document, 'last', index, model.pages, habits), ...drawPageNumber(document, index, isLandscape, isNumbered(), habits))
  return { number: index + 1, width: isLandscape ? document.page.height : document.page.width, height: isLandscape ? document.page.width : document.page.height, isLandscape, items }

  function isNumbered(): boolean {
    const block = first === undefined || from >= to ? undefined : document.blocks[first.block]
    return !(block?.kind === 'paragraph' && block.isUnnumbered === true)
  }

  function drawRows(table: PrintTable, block: number, [start, end]: readonly [number, number], { x, y }: TextArea): readonly DrawnItem[] {
    const begin = places.firstOfBlock[block] ?? start
    const rows = model.lines.slice(start, end).map((line, offset): PlacedRow => ({ row: start + offset - begin, top: y + line.top, height: line.height }))
    return drawTable(table, [...repeatedHeader(rows, table, begin), ...rows], x, document, habits)
  }

  /** The header rows above rows that go on from the page before: the model has left room for them. */
  function repeatedHeader(rows: readonly PlacedRow[], table: PrintTable, begin: number): readonly PlacedRow[] {
    const below = rows[0]
    if (below === undefined || below.row < table.headerRows || below.top <= area.y + 1 || model.lines[from]?.top !== below.top - area.y) return []
    const heights = model.lines.slice(begin, begin + table.headerRows).map(({ height }) => height)
    let top = below.top - heights.reduce((sum, height) => sum + height, 0)
    return heights.map((height, row) => {
      top += height
      return { row, top: top - height, height }
    })
  }

  function drawParagraph(paragraph: PrintParagraph, block: number, [start, end]: readonly [number, number], { x, y, width }: TextArea): readonly DrawnItem[] {
    const style = styles.get(paragraph.style)
    if (style === undefined) return []
    if (paragraph.picture !== undefined) return drawPicture(paragraph, paragraph.picture, style, model.lines[start]?.top ?? 0, { x, y, width })
    const { left = 0, right = 0 } = paragraph.indent ?? {}
    const blockId = paragraph.blockId ?? null
    const begin = places.firstOfBlock[block] ?? start
    const indent = firstLineIndent(paragraph.indent, style, document.page)
    const drawn: DrawnItem[] = []
    for (let lineAt = start; lineAt < end; lineAt += 1) {
      const line = model.lines[lineAt]
      if (line === undefined) break
      const isLast = model.lines[lineAt + 1]?.block !== block
      const below = isLast && paragraph.rule !== undefined ? paragraph.rule.distance + ruleThickness(paragraph.rule) : 0
      const place = {
        left: x + left + (lineAt === begin ? indent : 0), right: x + width - right, y: y + line.top + baselineShare * (line.height - below), align: paragraph.align ?? style.align,
        isLast, isHung: line.isHung === true, tabs: paragraph.tabAlign === 'right' ? { endsAt: x + (paragraph.tabs?.[0] ?? width - right) } : { origin: x, indent: left, stops: paragraph.tabs ?? [] }, blockId,
      }
      drawn.push(...drawLine(paragraph.runs, line.from, line.to, style, place, document, habits))
      if (isLast && paragraph.rule !== undefined) drawn.push(...drawRule(paragraph.rule, x, x + width, y + line.top + line.height - ruleThickness(paragraph.rule), document))
    }
    return drawn
  }

  /** A picture and its caption. Lines that grow with what stands in them are as high as so many lines of the page (the grid of the Word file): so the caption stands on one. */
  function drawPicture(paragraph: PrintParagraph, picture: PrintPicture, style: PrintStyle, top: number, { x, y, width }: Pick<TextArea, 'x' | 'y' | 'width'>): readonly DrawnItem[] {
    const blockId = paragraph.blockId ?? null
    const pitch = document.page.linePitch
    const captionTop = y + top + Math.ceil(picture.height / pitch) * pitch
    const lines = paragraph.runs.length === 0 ? [] : paragraphLines(paragraph, style, document, habits)
    return [
      { kind: 'picture', x: x + (width - picture.width) / 2, y: y + top, width: picture.width, height: picture.height, sha256: picture.sha256, mediaType: picture.mediaType, blockId },
      ...lines.flatMap((line, index) => drawLine(paragraph.runs, line.from, line.to, style, {
        left: x, right: x + width, y: captionTop + (index + baselineShare) * pitch, align: paragraph.align ?? style.align, isLast: index === lines.length - 1, isHung: line.isHung === true,
        tabs: { origin: x, indent: 0, stops: [] }, blockId,
      }, document, habits)),
    ]
  }
}
