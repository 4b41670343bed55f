/** Tables on the page (SPEC PRINT-14): columns by the width of what stands in them, short cells centred, long ones set in lines. */
import { textWidth } from '../base/textWidth'
import { mergeAt, soundMerges } from '../report/cellMerges'
import type { CellMerge, TableBlock } from '../report/report'
import type { PrintCell, PrintTable, TableBorders } from './printDocument'

/** Width of one 字 of table text; what a cell keeps free on both sides together, with a little more so that a line never just fails to fit. */
const characterWidth = 240
const cellPadding = 280

/** A cell of up to so many 字 is centred on two lines too: stretched, its first line would fall apart. */
const shortCell = 8

/** Tables up to this many rows stay on one page. */
const wholeRows = 12

/** The narrowest column: two characters. */
const narrowest = 2 * characterWidth + cellPadding

/** Width of the text area on either kind of page in twips. */
export interface TableRoom { readonly portrait: number; readonly landscape: number }

/** The printed table, or null if it has no cell. Rows that are too short get empty cells. One that is wide stands on landscape pages, unless both widths are the same. */
export function layoutTable(block: TableBlock, clean: (text: string) => string, room: TableRoom, borders: TableBorders): PrintTable | null {
  const columns = block.rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (columns === 0) return null
  const texts = block.rows.map((row) => Array.from({ length: columns }, (_, column) => clean(row[column] ?? '')))
  const merges = soundMerges({ rows: texts, ...(block.merges === undefined ? {} : { merges: block.merges }) })
  const wide = merges.filter((merge) => merge.columns > 1)
  const single = Array.from({ length: columns }, (_, column) => texts.reduce((most, row, index) => (mergeAt(wide, index, column) === null ? Math.max(most, naturalWidth(row[column] ?? '')) : most), narrowest))
  const natural = wide.reduce<readonly number[]>((widths, merge) => widened(widths, merge, naturalWidth(texts[merge.row]?.[merge.column] ?? '')), single)
  const headerRows = Math.min(block.headerRows, block.rows.length)
  const isLandscape = room.landscape > room.portrait && isWide(texts, headerRows, wide, room.portrait)
  const columnWidths = shareWidth(natural, isLandscape ? room.landscape : room.portrait, usualWidths(texts, wide, natural))
  const widthOf = (widths: readonly number[], column: number, span: number): number => widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
  const rows = texts.map((row, index) => row.map((text, column): PrintCell => {
    const merge = mergeAt(merges, index, column)
    const span = merge?.columns ?? 1
    const isSetInLines = widthOf(columnWidths, column, span) < (merge === null || span === 1 ? widthOf(natural, column, 1) : naturalWidth(text))
    const cell = { text, align: index >= headerRows && isSetInLines && textWidth(text) > shortCell && !isFigure(text) ? 'both' : 'center' } as const
    return merge === null ? cell : { ...cell, ...placeIn(merge, index, column) }
  }))
  return { kind: 'table', blockId: block.id, borders, columnWidths, rows, headerRows, isWhole: rows.length <= wholeRows, ...(isLandscape ? { isLandscape } : {}) }
}

/** Fewer columns than these stay on the portrait page whatever stands in them: there a long cell is set in lines. */
const fewColumns = 6

/** What is readable of a cell in one line, in 字: two of a heading, four of other text, and no number or Latin word is taken apart. */
const readable = { heading: 2, body: 4 } as const
const unbreakable = /[\u0021-\u007e]+[%％‰]?/g

/**
 * Whether the portrait page cannot hold the table legibly (our rule; the standard only says how landscape pages are numbered): it has six columns or more,
 * and these need more than the page to show their numbers and Latin words whole, two characters of each heading and four of each other cell in a line.
 */
function isWide(texts: readonly (readonly string[])[], headerRows: number, wide: readonly CellMerge[], width: number): boolean {
  const columns = texts[0]?.length ?? 0
  if (columns < fewColumns) return false
  const needed = Array.from({ length: columns }, (_, column) => texts.reduce((most, row, index) => {
    if (mergeAt(wide, index, column) !== null) return most
    const text = row[column] ?? ''
    const shown = Math.min(textWidth(text), index < headerRows ? readable.heading : readable.body)
    return Math.max(most, shown, ...(text.match(unbreakable) ?? []).map(textWidth))
  }, 0))
  return needed.reduce((sum, characters) => sum + characters * characterWidth + cellPadding, 0) > width
}

/** A figure, a date or nothing: centred like its neighbours, however narrow the column. */
function isFigure(text: string): boolean {
  return /^[\d\s.,:%％‰+\-—－～/]*$/.test(text)
}

/** The share of its cells for which a column is made wide enough; the few longest are set in lines. */
const usualShare = 0.9

/** What most cells of a column want, and every number and Latin word of it; no more than the column would like. */
function usualWidths(texts: readonly (readonly string[])[], wide: readonly CellMerge[], natural: readonly number[]): readonly number[] {
  return natural.map((most, column) => {
    const own = texts.flatMap((row, index) => (mergeAt(wide, index, column) === null ? [row[column] ?? ''] : []))
    const widths = own.map(naturalWidth).sort((one, other) => one - other)
    const words = own.reduce((longest, text) => (text.match(unbreakable) ?? []).reduce((longer, word) => Math.max(longer, naturalWidth(word)), longest), narrowest)
    return Math.min(most, Math.max(words, widths[Math.ceil(widths.length * usualShare) - 1] ?? narrowest))
  })
}

/** The columns made wider in equal parts until the text of a merged cell fits. */
function widened(widths: readonly number[], { column, columns }: CellMerge, needed: number): readonly number[] {
  const missing = needed - widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0)
  return missing <= 0 ? widths : widths.map((width, index) => (index >= column && index < column + columns ? width + missing / columns : width))
}

function placeIn({ row, column, rows, columns }: CellMerge, atRow: number, atColumn: number): Pick<PrintCell, 'rows' | 'columns' | 'covered'> {
  if (atColumn !== column) return { covered: 'beside' }
  return { rows, columns, ...(atRow === row ? {} : { covered: 'above' }) }
}

function naturalWidth(text: string): number {
  return Math.max(...text.split('\n').map(textWidth)) * characterWidth + cellPadding
}

/**
 * Shares `total` among columns that would like to be `natural` wide; the result is whole and sums up to `total`. Columns that fit into an even
 * share of what is left keep their width, the others share the rest by their needs; spare width is shared by needs too. Where there is not room for all,
 * the columns first get what is `usual` in them.
 */
export function shareWidth(natural: readonly number[], total: number, usual: readonly number[] = natural): readonly number[] {
  const wanted = natural.reduce((sum, width) => sum + width, 0)
  const least = usual.reduce((sum, width) => sum + width, 0)
  const shared = wanted <= total ? natural.map((width) => (width * total) / wanted)
    : least < total ? usual.map((width, column) => width + ((total - least) * ((natural[column] ?? width) - width)) / (wanted - least)) : squeeze(usual, total)
  const ends = shared.map((_, index) => Math.round(shared.slice(0, index + 1).reduce((sum, width) => sum + width, 0)))
  return ends.map((end, index) => (index === ends.length - 1 ? total : end) - (ends[index - 1] ?? 0))
}

function squeeze(natural: readonly number[], total: number): readonly number[] {
  let fitting = new Set<number>()
  for (;;) {
    const used = natural.reduce((sum, width, column) => sum + (fitting.has(column) ? width : 0), 0)
    const share = (total - used) / (natural.length - fitting.size)
    const next = new Set(natural.flatMap((width, column) => (width <= share || fitting.has(column) ? [column] : [])))
    if (next.size === fitting.size) return natural.map((width, column) => (fitting.has(column) ? width : wideShare(natural, fitting, width, total - used, share)))
    fitting = next
  }
}

/** Half of the room evenly, half by need, so that one endless cell does not squeeze the others to nothing. */
function wideShare(natural: readonly number[], fitting: ReadonlySet<number>, width: number, room: number, share: number): number {
  const needed = natural.reduce((sum, other, column) => sum + (fitting.has(column) ? 0 : other), 0)
  return share / 2 + (room * width) / needed / 2
}
