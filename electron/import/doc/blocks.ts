/** Paragraphs put together to blocks: tables out of the marks that end their cells and rows, text boxes behind the paragraphs they hang on. */
import { limits } from '../limits'
import { sourceParagraph, type SourceBlock, type SourceCell, type SourceParagraph, type SourceTable } from '../sourceDocument'
import { isVisible, joinParagraphs, sourceParagraphOf, type WordParagraph } from './paragraphs'
import type { RowLook } from './rowLook'
import type { WordDocument } from './wordDocument'

interface OpenTable {
  readonly rows: OpenRow[]
  cells: (readonly SourceParagraph[])[]
  cell: SourceParagraph[]
}

interface OpenRow {
  readonly cells: readonly (readonly SourceParagraph[])[]
  readonly look: RowLook
}

export interface Built {
  readonly blocks: readonly SourceBlock[]
  /** The first character of each paragraph, in order. */
  readonly starts: readonly number[]
}

/** What hangs at a character: paragraphs of text boxes, keys of pictures. */
export interface Drawing {
  readonly paragraphs: readonly SourceParagraph[]
  readonly pictures: readonly string[]
}

export const noDrawing: Drawing = { paragraphs: [], pictures: [] }

export function buildBlocks(document: WordDocument, paragraphs: readonly WordParagraph[], drawingAt: (character: number) => Drawing): Built {
  const blocks: SourceBlock[] = []
  const starts: number[] = []
  let table: OpenTable | null = null
  const close = (): void => {
    if (table === null) return
    // A row without its end, in a damaged file.
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, look: { edges: [], cells: [], isHeader: false } })
    if (table.rows.length > 0) blocks.push(sourceTable(document, table.rows))
    blocks.push(...table.cell)
    table = null
  }
  const joined = joinParagraphs(paragraphs)
  const gone = removedRows(joined)
  for (const paragraph of joined) {
    const { look, mark } = paragraph
    if (look.isInnerRowEnd || gone.has(paragraph)) continue
    if (look.depth > 0 && look.isRowEnd && mark === '\u0007') {
      table ??= { rows: [], cells: [], cell: [] }
      if (table.cells.length > 0) table.rows.push({ cells: table.cells, look: look.row })
      table.cells = []
      continue
    }
    const drawings = paragraph.content.drawings.map(drawingAt)
    // A paragraph has one picture; the others get paragraphs of their own.
    const [picture, ...others] = [...paragraph.content.pictures, ...drawings.flatMap((drawing) => drawing.pictures)]
    const plain = sourceParagraphOf(document, paragraph)
    const source = picture === undefined ? plain : { ...plain, picture }
    for (const _ of others) document.tally.paragraph()
    const own = [source, ...others.map((key) => sourceParagraph('', { picture: key })), ...drawings.flatMap((drawing) => drawing.paragraphs)]
    starts.push(...own.map(() => paragraph.from))
    if (look.depth === 0) {
      close()
      if (mark !== '\u0007' || own.length > 1 || picture !== undefined || source.runs.length > 0) blocks.push(...own)
      continue
    }
    table ??= { rows: [], cells: [], cell: [] }
    table.cell.push(...own)
    if (mark === '\u0007' && look.depth === 1) {
      table.cells.push(table.cell)
      table.cell = []
    }
  }
  close()
  return { blocks, starts }
}

/** Rows in rows beyond this depth are kept. */
const deepestRow = 8

/** What stands in rows whose end is removed and that show nothing any more: such a row is gone with its numbers. Text in it that is not removed keeps the row. */
function removedRows(paragraphs: readonly WordParagraph[]): ReadonlySet<WordParagraph> {
  const gone = new Set<WordParagraph>()
  paragraphs.forEach((end, index) => {
    const { depth } = end.look
    if (!end.isMarkRemoved || !isRowEnd(end) || depth > deepestRow) return
    const row = [end]
    for (let at = index - 1; at >= 0; at -= 1) {
      const paragraph = paragraphs[at]
      if (paragraph === undefined || paragraph.look.depth < depth || (paragraph.look.depth === depth && isRowEnd(paragraph))) break
      if (isVisible(paragraph.content)) return
      row.push(paragraph)
    }
    for (const each of row) gone.add(each)
  })
  return gone
}

function isRowEnd({ look, mark }: WordParagraph): boolean {
  return look.isInnerRowEnd || (look.depth > 0 && look.isRowEnd && mark === '\u0007')
}

/** Edges that lie so near to each other, in twips, are one: rows that were drawn by hand never agree. */
const nearEdges = 15

/** Cells have no numbers of columns; these follow from the edges of all rows. */
function sourceTable(document: WordDocument, rows: readonly OpenRow[]): SourceTable {
  const found = new Set<number>()
  for (const { look } of rows) for (const edge of look.edges) found.add(edge)
  const edges = [...found].sort((one, other) => one - other)
  const columnOf = new Map<number, number>()
  let [column, last] = [-1, -Infinity]
  for (const edge of edges) {
    if (edge - last > nearEdges) column += 1
    columnOf.set(edge, column)
    last = edge
  }
  const hasGrid = column <= limits.columns && column * rows.length <= limits.cells
  return {
    kind: 'table',
    rows: rows.map(({ cells, look }) => {
      const place = (index: number): number | null => {
        const edge = look.edges[index]
        return !hasGrid || edge === undefined ? null : columnOf.get(edge) ?? null
      }
      return { cells: cellsOf(document, cells, look, place), isHeader: look.isHeader, before: place(0) ?? 0 }
    }),
  }
}

function cellsOf(document: WordDocument, cells: OpenRow['cells'], look: RowLook, place: (index: number) => number | null): readonly SourceCell[] {
  const found: { paragraphs: readonly SourceParagraph[]; columns: number; isContinued: boolean; first: number }[] = []
  cells.forEach((paragraphs, index) => {
    document.tally.cell()
    const [left, right] = [place(index), place(index + 1)]
    const columns = left === null || right === null ? 1 : Math.max(1, right - left)
    const { across, isContinued } = look.cells[index] ?? { across: 0, isContinued: false }
    const previous = found[found.length - 1]
    // Of the cells that are merged across the first has a number of its own; which one differs between programs.
    if (across !== 0 && previous !== undefined && previous.first !== 0 && previous.first !== across) {
      previous.columns += columns
      previous.paragraphs = [...previous.paragraphs, ...paragraphs.filter((paragraph) => paragraph.label !== '' || paragraph.runs.length > 0)]
    } else found.push({ paragraphs, columns, isContinued, first: across })
  })
  return found.map(({ paragraphs, columns, isContinued }) => ({ paragraphs, columns, isContinued }))
}
