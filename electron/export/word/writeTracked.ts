/** Tracked changes as the library writes them (w:ins, w:del, the ends of paragraphs, rows, former properties), all with one author and time. */
import { DeletedTextRun, InsertedTextRun, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild, type Table, type TableRow } from 'docx'
import type { TextPiece } from '../../../shared/compare/textPieces'
import type { FontRole } from '../../../shared/print/fonts'
import type { PrintDocument } from '../../../shared/print/printDocument'
import type { TrackedBlock, TrackedParagraph, TrackedRun, TrackedTable } from './trackedBlocks'
import { paragraphOptions, runManner, runOptions } from './writeParagraph'
import { cellFont, tableOf, writeRows } from './writeTable'

/** Who made the changes and when; `at` is an ISO time. */
export interface ChangeAuthor {
  readonly author: string
  readonly at: string
}

interface Mark {
  readonly id: number
  readonly author: string
  readonly date: string
}

/**
 * The body of the file; every change has a number of its own. The times of three neighbouring paragraphs are two minutes apart: LibreOffice takes changes of one
 * minute at the end of a paragraph and at the start of the next one for one change, and would join the paragraphs (measured with 7.4).
 */
export function writeTracked(blocks: readonly TrackedBlock[], digits: PrintDocument['digits'], { author, at }: ChangeAuthor): readonly (Paragraph | Table)[] {
  let last = 0
  const dates = [0, 2, 4].map((minutes) => (minutes === 0 ? at : new Date(Date.parse(at) - minutes * 60_000).toISOString().replace(/\.\d+/, '')))
  return blocks.map((block, index) => {
    const mark = (): Mark => ({ id: (last += 1), author, date: dates[index % 3] ?? at })
    return block.kind === 'table' ? trackedTable(block, digits, mark) : trackedParagraph(block, digits, mark)
  })
}

function trackedParagraph(block: TrackedParagraph, digits: PrintDocument['digits'], mark: () => Mark): Paragraph {
  return new Paragraph({
    ...paragraphOptions(block.set),
    ...endMark(block.end, mark),
    ...(block.was === undefined ? {} : { revision: { ...mark(), ...paragraphOptions(block.was) } }),
    children: block.runs.flatMap((run) => trackedRun(run, digits, mark)),
  })
}

function endMark(change: TrackedParagraph['end'], mark: () => Mark): Pick<IParagraphOptions, 'run'> {
  if (change === undefined) return {}
  return { run: change === 'added' ? { insertion: mark() } : { deletion: mark() } }
}

function trackedRun({ run, change, was }: TrackedRun, digits: PrintDocument['digits'], mark: () => Mark): readonly ParagraphChild[] {
  return runOptions(run, digits).map((options) => {
    if (change === 'added') return new InsertedTextRun({ ...options, ...mark() })
    if (change === 'removed') return new DeletedTextRun({ ...options, ...mark() })
    return new TextRun(was === undefined ? options : { ...options, revision: { ...runManner(was, digits), ...mark() } })
  })
}

/** The rows of a former table of other columns stand in the same table, so that it can be accepted and rejected as a whole. */
function trackedTable(table: TrackedTable, digits: PrintDocument['digits'], mark: () => Mark): Table {
  const { set, former } = table
  if (former === undefined) return tableOf(set, trackedRows(table, digits, mark, set.columnWidths), set.columnWidths)
  const grid = gridOf([former.set.columnWidths, set.columnWidths])
  return tableOf(set, [...trackedRows(former, digits, mark, grid), ...trackedRows(table, digits, mark, grid)], grid)
}

function trackedRows({ set, rows }: TrackedTable, digits: PrintDocument['digits'], mark: () => Mark, grid: readonly number[]): readonly TableRow[] {
  const ends = endsOf(set.columnWidths)
  const gridEnds = endsOf(grid)
  return writeRows(set, digits, {
    row: (row) => {
      const change = rows[row]?.change
      if (change === undefined) return {}
      return change === 'added' ? { insertion: mark() } : { deletion: mark() }
    },
    cell: (row, column) => ({
      ...endMark(rows[row]?.change, mark),
      children: (rows[row]?.cells[column] ?? []).flatMap((piece) => trackedRun(toRun(piece, cellFont(set, row)), digits, mark)),
    }),
    span: (column, columns) => {
      const columnSpan = gridEnds.filter((end) => end > (ends[column - 1] ?? 0) && end <= (ends[column + columns - 1] ?? 0)).length
      return columnSpan > 1 ? { columnSpan } : {}
    },
  })
}

/** The columns of a grid that has every border of these tables. */
function gridOf(tables: readonly (readonly number[])[]): readonly number[] {
  const ends = [...new Set(tables.flatMap(endsOf))].sort((left, right) => left - right)
  return ends.map((end, index) => end - (ends[index - 1] ?? 0))
}

function endsOf(widths: readonly number[]): readonly number[] {
  let end = 0
  return widths.map((width) => (end += width))
}

function toRun({ kind, text }: TextPiece, font: FontRole): TrackedRun {
  return kind === 'same' ? { run: { text, font } } : { run: { text, font }, change: kind }
}
