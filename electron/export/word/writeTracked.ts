/** Tracked changes (w:ins, w:del, the ends of paragraphs, rows, former properties), all with one author and time. */
import type { TextPiece } from '../../../shared/compare/textPieces'
import type { FontRole } from '../../../shared/print/fonts'
import type { TrackedBlock, TrackedParagraph, TrackedRun, TrackedTable } from './trackedBlocks'
import { paragraphProperties, paragraphXml } from './writeParagraph'
import { runProperties, writeRun, type Ink } from './writeRun'
import { cellFont, tableXml, writeRows } from './writeTable'
import { escapeXml } from './xml'

/** Who made the changes and when; `at` is an ISO time. */
export interface ChangeAuthor {
  readonly author: string
  readonly at: string
}

/** The attributes of the next change: every change has a number of its own. */
type Mark = () => string

/**
 * Writes the blocks one after the other; `section`: the section that ends with the block. The times of three neighbouring paragraphs are two minutes apart:
 * LibreOffice takes changes of one minute at the end of a paragraph and at the start of the next one for one change, and would join the paragraphs (measured with 7.4).
 */
export function trackedWriter(ink: Ink, { author, at }: ChangeAuthor): (block: TrackedBlock, index: number, section: string) => string {
  let last = 0
  const dates = [0, 2, 4].map((minutes) => (minutes === 0 ? at : new Date(Date.parse(at) - minutes * 60_000).toISOString().replace(/\.\d+/, '')))
  const by = escapeXml(author)
  return (block, index, section) => {
    const mark: Mark = () => `w:id="${last += 1}" w:author="${by}" w:date="${escapeXml(dates[index % 3] ?? at)}"`
    return block.kind === 'table' ? trackedTable(block, ink, mark) : trackedParagraph(block, ink, mark, section)
  }
}

function trackedParagraph({ set, end, was, runs }: TrackedParagraph, ink: Ink, mark: Mark, section: string): string {
  const tail = { end: endMark(end, mark), section, former: was === undefined ? '' : `<w:pPrChange ${mark()}><w:pPr>${paragraphProperties(was, ink)}</w:pPr></w:pPrChange>` }
  return paragraphXml(set, ink, runs.map((run) => trackedRun(run, ink, mark)).join(''), tail)
}

function endMark(change: TrackedParagraph['end'], mark: Mark): string {
  return change === undefined ? '' : `<w:rPr>${changeMark(change, mark)}</w:rPr>`
}

/** What was added or removed as a whole. */
function changeMark(change: 'added' | 'removed', mark: Mark): string {
  return `<w:${change === 'added' ? 'ins' : 'del'} ${mark()}/>`
}

function trackedRun({ run, change, was }: TrackedRun, ink: Ink, mark: Mark): string {
  if (change === 'added') return writeRun(run, ink, { text: 'w:t', around: (made) => `<w:ins ${mark()}>${made}</w:ins>`, former: () => '' })
  if (change === 'removed') return writeRun(run, ink, { text: 'w:delText', around: (made) => `<w:del ${mark()}>${made}</w:del>`, former: () => '' })
  return was === undefined ? writeRun(run, ink) : writeRun(run, ink, { text: 'w:t', around: (made) => made, former: () => `<w:rPrChange ${mark()}><w:rPr>${runProperties(was, ink)}</w:rPr></w:rPrChange>` })
}

/** The rows of a former table of other columns stand in the same table, so that it can be accepted and rejected as a whole. */
function trackedTable(table: TrackedTable, ink: Ink, mark: Mark): string {
  const { set, former } = table
  if (former === undefined) return tableXml(set, trackedRows(table, ink, mark, set.columnWidths), set.columnWidths)
  const grid = gridOf([former.set.columnWidths, set.columnWidths])
  return tableXml(set, trackedRows(former, ink, mark, grid) + trackedRows(table, ink, mark, grid), grid)
}

function trackedRows({ set, rows }: TrackedTable, ink: Ink, mark: Mark, grid: readonly number[]): string {
  const ends = endsOf(set.columnWidths)
  const gridEnds = endsOf(grid)
  return writeRows(set, ink, {
    row: (row) => {
      const change = rows[row]?.change
      return change === undefined ? '' : changeMark(change, mark)
    },
    cell: (row, column) => ({
      end: endMark(rows[row]?.change, mark),
      content: (rows[row]?.cells[column] ?? []).map((piece) => trackedRun(toRun(piece, cellFont(set, row)), ink, mark)).join(''),
    }),
    span: (column, columns) => gridEnds.filter((end) => end > (ends[column - 1] ?? 0) && end <= (ends[column + columns - 1] ?? 0)).length,
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
