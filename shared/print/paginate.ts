/**
 * The page model (SPEC PAGE): every printed line with its page and its place there, as the exported Word file has them. Pure; what was broken into
 * lines once is remembered by paragraph, so after a key only the changed paragraph is broken anew and the pages are counted again.
 */
import { paragraphLines, type BrokenLine } from './breakLines'
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
  const { page } = document
  const height = page.height - page.margins.top - page.margins.bottom
  const boxes = document.blocks.map((block) => boxOf(block, document, habits))
  const lines: PageLine[] = []
  let pageNumber = 1
  /** Twips from the top of the text area. */
  let y = 0
  const newPage = (): void => {
    pageNumber += 1
    y = 0
  }
  const put = (block: number, from: number, to: number, tall: number): void => {
    lines.push({ blockId: document.blocks[block]?.blockId ?? null, block, from, to, page: pageNumber, line: Math.floor(y / page.linePitch + 0.01) + 1 })
    y += tall
  }
  boxes.forEach((box, index) => {
    const block = document.blocks[index]
    if (block?.pageBreakBefore && (y > 0 || pageNumber > 1)) newPage()
    else if (y > 0 && isChainStart(document.blocks, index) && y + chainHeight(boxes, document.blocks, index) > height && chainHeight(boxes, document.blocks, index) <= height) newPage()
    box.parts.forEach((part, at) => {
      if (y > 0 && y + part.height > height) {
        newPage()
        if (at >= box.headerParts) y += box.headerHeight
      }
      put(index, part.from, part.to, part.height)
    })
  })
  return { pages: pageNumber, lines }
}

interface Part { readonly from: number; readonly to: number; readonly height: number }

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
  const style = styles.get(paragraph.style)
  const pitch = style?.line ?? document.page.linePitch
  const parts = rememberedLines(paragraph, document, habits).map(({ from, to }) => ({ from, to, height: pitch }))
  return { parts, headerParts: 0, headerHeight: 0, height: parts.length * pitch }
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

const remembered = new WeakMap<PrintParagraph, { readonly key: string; readonly habits: Habits; readonly lines: readonly BrokenLine[] }>()

function rememberedLines(paragraph: PrintParagraph, document: PrintDocument, habits: Habits): readonly BrokenLine[] {
  const key = `${document.digits} ${document.page.grid.mode} ${document.page.characterSpacing}`
  const known = remembered.get(paragraph)
  if (known?.key === key && known.habits === habits) return known.lines
  const style = styles.get(paragraph.style)
  const lines = style === undefined ? [] : paragraphLines(paragraph, style, document, habits)
  remembered.set(paragraph, { key, habits, lines })
  return lines
}
