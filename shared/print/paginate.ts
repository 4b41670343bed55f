/**
 * The page model (SPEC PAGE): every printed line with its page and its place there, as the exported Word file has them. Pure; what was broken into
 * lines once is remembered by paragraph, so after a key only the changed paragraph is broken anew and the pages are counted again.
 */
import { paragraphLines } from './breakLines'
import type { PrintBlock, PrintDocument, PrintParagraph, PrintTable } from './printDocument'
import { asTheFileAsks, type Habits } from './habits'
import { printStyles, type PrintStyle, type StyleId } from './styles'
import { tableRowHeights } from './tableRows'

/** One printed line, or one row of a table. `from` and `to` are UTF-16 offsets in the joined text of the paragraph's runs, number included; 0 for a row. */
export interface PageLine {
  readonly blockId: string | null
  /** Index in the blocks of the document. */
  readonly block: number
  readonly from: number
  readonly to: number
  /** 1-based. */
  readonly page: number
  /** 1-based line of the page; that at the top of a table row. */
  readonly line: number
  /** The last mark of the line stands beyond its right end. */
  readonly isHung?: true
}

export interface PageModel {
  readonly pages: number
  readonly lines: readonly PageLine[]
}

const styles = new Map<StyleId, PrintStyle>(printStyles.map((style) => [style.id, style]))

/** All lines of the document in printed order. */
export function paginate(document: PrintDocument, habits: Habits = asTheFileAsks): PageModel {
  const lines: PageLine[] = []
  const pages = walkLines(document, habits, (block, part, page, line) => {
    lines.push({ blockId: document.blocks[block]?.blockId ?? null, block, from: part.from, to: part.to, page, line })
  })
  return { pages, lines }
}

/** Goes through all lines in printed order without making anything of them: block, line or row, page and line of the page, both 1-based. Gives the number of pages. */
export function walkLines(document: PrintDocument, habits: Habits, visit: (block: number, part: Part, page: number, line: number) => void): number {
  const { page, blocks } = document
  const height = page.height - page.margins.top - page.margins.bottom
  const boxes = blocks.map((block) => boxOf(block, document, habits))
  let pageNumber = 1
  /** Twips from the top of the text area. */
  let y = 0
  const newPage = (): void => {
    pageNumber += 1
    y = 0
  }
  boxes.forEach((box, index) => {
    if (blocks[index]?.pageBreakBefore && (y > 0 || pageNumber > 1)) newPage()
    else if (y > 0 && isChainStart(blocks, index)) {
      const together = chainHeight(boxes, blocks, index)
      if (y + together > height && together <= height) newPage()
    }
    box.parts.forEach((part, at) => {
      if (y > 0 && y + part.height > height) {
        newPage()
        if (at >= box.headerParts) y += box.headerHeight
      }
      visit(index, part, pageNumber, Math.floor(y / page.linePitch + 0.01) + 1)
      y += part.height
    })
  })
  return pageNumber
}

/** A line of text or a row of a table: UTF-16 offsets as in {@link PageLine}, height in twips. */
export interface Part { readonly from: number; readonly to: number; readonly height: number }

/** A block as what cannot be split: lines of text, rows of a table. */
interface Box {
  readonly parts: readonly Part[]
  readonly headerParts: number
  /** Height of the rows repeated on every further page. */
  readonly headerHeight: number
  readonly height: number
}

function boxOf(block: PrintBlock, document: PrintDocument, habits: Habits): Box {
  return block.kind === 'table' ? tableBox(block, document, habits) : textBox(block, document, habits)
}

function textBox(paragraph: PrintParagraph, document: PrintDocument, habits: Habits): Box {
  const key = `${document.digits} ${document.page.grid.mode} ${document.page.characterSpacing} ${document.page.linePitch}`
  const byParagraph = remembered.get(habits) ?? new WeakMap<PrintParagraph, Remembered>()
  const known = byParagraph.get(paragraph)
  if (known?.key === key) return known.box
  const style = styles.get(paragraph.style)
  const pitch = style?.line ?? document.page.linePitch
  const parts = (style === undefined ? [] : paragraphLines(paragraph, style, document, habits)).map(({ from, to }) => ({ from, to, height: pitch }))
  const box = { parts, headerParts: 0, headerHeight: 0, height: parts.length * pitch }
  remembered.set(habits, byParagraph.set(paragraph, { key, box }))
  return box
}

function tableBox(table: PrintTable, document: PrintDocument, habits: Habits): Box {
  const heights = tableRowHeights(table, document, habits)
  const headerHeight = heights.slice(0, table.headerRows).reduce((sum, height) => sum + height, 0)
  return { parts: heights.map((height) => ({ from: 0, to: 0, height })), headerParts: table.headerRows, headerHeight: table.headerRows < heights.length ? headerHeight : 0, height: heights.reduce((sum, height) => sum + height, 0) }
}

/** A block that is kept with the next one, behind one that is not. */
function isChainStart(blocks: readonly PrintBlock[], index: number): boolean {
  return isKept(blocks[index]) && !isKept(blocks[index - 1])
}

function isKept(block: PrintBlock | undefined): boolean {
  return block !== undefined && (block.keepNext === true || (block.kind === 'table' && block.isWhole))
}

/** Height of the blocks kept together from `index` on, with the first line of the block behind them. */
function chainHeight(boxes: readonly Box[], blocks: readonly PrintBlock[], index: number): number {
  let height = 0
  let at = index
  for (; isKept(blocks[at]) && (at === index || blocks[at]?.pageBreakBefore !== true); at += 1) {
    height += boxes[at]?.height ?? 0
    if (blocks[at]?.keepNext !== true) return height
  }
  return blocks[at]?.pageBreakBefore === true ? height : height + (boxes[at]?.parts[0]?.height ?? 0)
}

/** A paragraph in lines; `key` says by which settings of the page. */
interface Remembered { readonly key: string; readonly box: Box }

const remembered = new WeakMap<Habits, WeakMap<PrintParagraph, Remembered>>()
