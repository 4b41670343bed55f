/**
 * The page model (SPEC PAGE): every printed line with its page and its place there, as the exported Word file has them. Pure; what was broken into
 * lines once is remembered by paragraph, so after a key only the changed paragraph is broken anew and the pages are counted again.
 */
import { paragraphLines } from './breakLines'
import type { PrintBlock, PrintDocument, PrintParagraph, PrintTable } from './printDocument'
import { asTheFileAsks, type Habits } from './habits'
import { textAreaHeight, textAreaWidth } from './profile'
import { ruleThickness } from './profiles'
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
  /** Twips from the top of the text area to the top of the line or row, and its height. */
  readonly top: number
  readonly height: number
  /** The last mark of the line stands beyond its right end. */
  readonly isHung?: true
}

export interface PageModel {
  readonly pages: number
  readonly lines: readonly PageLine[]
}

const styles = new Map<StyleId, PrintStyle>(printStyles.map((style) => [style.id, style]))

/** A hair, because sums of heights are whole and the page is not. */
const tolerance = 1

/** All lines of the document in printed order. */
export function paginate(document: PrintDocument, habits: Habits = asTheFileAsks): PageModel {
  const lines: PageLine[] = []
  const pages = walkLines(document, habits, (block, part, page, line, top) => {
    lines.push({ blockId: document.blocks[block]?.blockId ?? null, block, from: part.from, to: part.to, page, line, top, height: part.height, ...(part.isHung === true ? { isHung: true } : {}) })
  })
  return { pages, lines }
}

/** Goes through all lines in printed order without making anything of them: block, line or row, page and line of the page, both 1-based, and twips from the top of the text area. Gives the number of pages. */
export function walkLines(document: PrintDocument, habits: Habits, visit: (block: number, part: Part, page: number, line: number, top: number) => void): number {
  const { page } = document
  const sheets = { portrait: { height: textAreaHeight(page) + tolerance, habits }, landscape: { height: textAreaWidth(page) + tolerance, habits } }
  const boxes = document.blocks.map((block) => boxOf(block, document, habits))
  let pageNumber = 1
  /** Twips from the top of the text area. */
  let y = 0
  const newPage = (): void => {
    pageNumber += 1
    y = 0
  }
  boxes.forEach((box, index) => {
    const { block } = box
    const sheet = block.isLandscape === true ? sheets.landscape : sheets.portrait
    if ((block.pageBreakBefore && (y > 0 || pageNumber > 1)) || (index > 0 && isTurned(boxes[index - 1], box))) newPage()
    box.parts.forEach((part, at) => {
      const before = at === 0 && block.kind === 'paragraph' ? block.before ?? 0 : 0
      if (y > 0 && y + before + wantedHeight(boxes, index, at, sheet) > sheet.height) {
        newPage()
        if (at >= box.headerParts && box.headerHeight + part.height <= sheet.height) y += box.headerHeight
      }
      y += before
      visit(index, part, pageNumber, Math.floor(y / page.linePitch + 0.01) + 1, y)
      y += part.height
    })
  })
  return pageNumber
}

interface Sheet { readonly height: number; readonly habits: Habits }

/** A line of text or a row of a table: UTF-16 offsets as in {@link PageLine}, height in twips. */
export interface Part { readonly from: number; readonly to: number; readonly height: number; readonly isHung?: true }

/** A block as what cannot be split: lines of text, rows of a table. */
interface Box {
  readonly block: PrintBlock
  readonly parts: readonly Part[]
  readonly headerParts: number
  /** Height of the rows repeated on every further page. */
  readonly headerHeight: number
  readonly height: number
}

/** Whether the page is turned between two blocks. */
function isTurned(box: Box | undefined, next: Box | undefined): boolean {
  return next !== undefined && (box?.block.isLandscape === true) !== (next.block.isLandscape === true)
}

/**
 * Room that part `at` of a block wants on its page. Word gives up on what does not fit on any page. LibreOffice moves the whole of what is kept,
 * wherever it then ends, and moves nothing from the middle of it.
 */
function wantedHeight(boxes: readonly Box[], index: number, at: number, sheet: Sheet): number {
  const box = boxes[index]
  const own = box?.parts[at]?.height ?? 0
  if (box === undefined) return own
  const { block } = box
  if (sheet.habits.splitsKept) {
    const wanted = own + keptBelow(boxes, index, at, sheet)
    return wanted <= sheet.height ? wanted : own
  }
  if (at > 0) return own + (block.kind === 'table' && !block.isWhole ? keptBelow(boxes, index, at, sheet) : 0)
  if (boxes[index - 1]?.block.keepNext !== true) return own + keptBelow(boxes, index, at, sheet)
  return block.kind === 'table' && block.isWhole && box.height <= sheet.height ? box.height : own
}

/** Height of what must stand on one page with part `at` of a block and below it; no more than is needed to know that it is too much. */
function keptBelow(boxes: readonly Box[], index: number, at: number, sheet: Sheet): number {
  let height = 0
  let current = index
  let part = at
  while (height <= sheet.height) {
    const box = boxes[current]
    if (box === undefined) return height
    if (part < box.parts.length - 1) {
      if (!isHeld(box.block, part, sheet.habits)) return height
      part += 1
    } else {
      if (box.block.keepNext !== true || boxes[current + 1]?.block.pageBreakBefore === true || isTurned(box, boxes[current + 1])) return height
      current += 1
      part = 0
    }
    height += boxes[current]?.parts[part]?.height ?? 0
  }
  return height
}

/** Whether a part that is not the last one stays with the next one of its block. */
function isHeld(block: PrintBlock, part: number, { splitsKept }: Habits): boolean {
  if (block.kind === 'table') return block.isWhole || part < block.headerRows
  return block.keepNext === true && !splitsKept
}

const remembered = new WeakMap<PrintBlock, Map<Habits, { readonly key: string; readonly box: Box }>>()

/** The block as a box; remembered by block and by everything else that its lines depend on. */
function boxOf(block: PrintBlock, document: PrintDocument, habits: Habits): Box {
  const key = `${document.digits} ${document.page.grid.mode} ${document.page.characterSpacing} ${document.page.linePitch}`
  const known = remembered.get(block) ?? new Map<Habits, { readonly key: string; readonly box: Box }>()
  const entry = known.get(habits)
  if (entry?.key === key) return entry.box
  const box = block.kind === 'table' ? tableBox(block, document, habits) : textBox(block, document, habits)
  remembered.set(block, known.set(habits, { key, box }))
  return box
}

function textBox(block: PrintParagraph, document: PrintDocument, habits: Habits): Box {
  const style = styles.get(block.style)
  const pitch = block.line ?? style?.line ?? document.page.linePitch
  const lines = style === undefined ? [] : paragraphLines(block, style, document, habits)
  const below = block.rule === undefined ? 0 : block.rule.distance + ruleThickness(block.rule)
  if (block.picture !== undefined) {
    const tall = block.picture.height + lines.length * pitch
    return { block, parts: [{ from: 0, to: lines[lines.length - 1]?.to ?? 0, height: tall }], headerParts: 0, headerHeight: 0, height: tall }
  }
  return { block, parts: lines.map((line, index) => ({ ...line, height: pitch + (index === lines.length - 1 ? below : 0) })), headerParts: 0, headerHeight: 0, height: lines.length * pitch + below }
}

function tableBox(block: PrintTable, document: PrintDocument, habits: Habits): Box {
  const heights = tableRowHeights(block, document, habits)
  const headerHeight = heights.slice(0, block.headerRows).reduce((sum, height) => sum + height, 0)
  return { block, parts: heights.map((height) => ({ from: 0, to: 0, height })), headerParts: block.headerRows, headerHeight: block.headerRows < heights.length ? headerHeight : 0, height: heights.reduce((sum, height) => sum + height, 0) }
}
