/** A page as what a reader meets from top to bottom: lines, tables, pictures (SPEC IMPORT-18). */
import { pageColumns, type PagePart } from './pageColumns'
import type { PageMarks, PlacedGlyph, PlacedPicture } from './pageMarks'
import { ruledTables, type RuledCell, type RuledTable } from './ruledTables'
import { textLines, type TextLine } from './textLines'

export interface PlacedLine extends TextLine { readonly kind: 'line'; readonly page: number; readonly part: PagePart }

export interface PlacedTable {
  readonly kind: 'table'
  readonly page: number
  readonly top: number
  readonly bottom: number
  readonly xs: readonly number[]
  readonly rows: number
  readonly cells: readonly (RuledCell & { readonly lines: readonly TextLine[]; readonly width: number })[]
}

export interface PlacedImage extends PlacedPicture { readonly kind: 'picture'; readonly page: number }

export type PageItem = PlacedLine | PlacedTable | PlacedImage

export interface PageLayout {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly items: readonly PageItem[]
}

export function pageLayout(marks: PageMarks, page: number): PageLayout {
  const tables: PlacedTable[] = []
  let free = marks.glyphs
  for (const table of ruledTables(marks.lines)) {
    const inside = free.filter((glyph) => isInside(table, glyph))
    if (inside.every(({ text }) => text.trim() === '')) continue
    free = free.filter((glyph) => !isInside(table, glyph))
    tables.push(placedTable(table, inside, page))
  }
  const lines = pageColumns(free).flatMap(({ part, glyphs }) => textLines(glyphs).map((line): PlacedLine => ({ kind: 'line', page, part, ...line })))
  const pictures = marks.pictures.map((picture): PlacedImage => ({ kind: 'picture', page, ...picture }))
  const items: PageItem[] = [...lines]
  for (const item of [...tables, ...pictures].sort((one, other) => heightOf(one) - heightOf(other))) {
    const at = items.findIndex((other) => heightOf(other) > heightOf(item) && (other.kind !== 'line' || other.part === 'whole' || other.x0 >= leftOf(item) - 20))
    items.splice(at < 0 ? items.length : at, 0, item)
  }
  return { page, width: marks.width, height: marks.height, items }
}

export function heightOf(item: PageItem): number {
  return item.kind === 'line' ? item.y : item.kind === 'table' ? item.top : item.y
}

function leftOf(item: PlacedTable | PlacedImage): number {
  return item.kind === 'table' ? (item.xs[0] ?? 0) : item.x
}

function isInside({ xs, ys }: RuledTable, { x, y, width, size }: PlacedGlyph): boolean {
  const [across, down] = [x + width / 2, y - size * 0.35]
  return across >= (xs[0] ?? 0) && across <= (xs[xs.length - 1] ?? 0) && down >= (ys[0] ?? 0) && down <= (ys[ys.length - 1] ?? 0)
}

function placedTable({ xs, ys, cells }: RuledTable, glyphs: readonly PlacedGlyph[], page: number): PlacedTable {
  const owners = new Map<number, number>()
  for (const [index, cell] of cells.entries()) for (let row = 0; row < cell.rows; row += 1) for (let column = 0; column < cell.columns; column += 1) owners.set((cell.row + row) * xs.length + cell.column + column, index)
  const inCells: PlacedGlyph[][] = cells.map(() => [])
  let before: { readonly glyph: PlacedGlyph; readonly owner: number | undefined } | undefined
  for (const glyph of glyphs) {
    const own = owners.get(fieldAt(ys, glyph.y - glyph.size * 0.35) * xs.length + fieldAt(xs, glyph.x + glyph.width / 2))
    const owner = before !== undefined && hangsOn(before.glyph, glyph) ? before.owner : own
    if (owner !== undefined) inCells[owner]?.push(glyph)
    before = { glyph, owner }
  }
  return {
    kind: 'table', page, top: ys[0] ?? 0, bottom: ys[ys.length - 1] ?? 0, xs, rows: ys.length - 1,
    cells: cells.map((cell, index) => ({ ...cell, lines: textLines(inCells[index] ?? []), width: (xs[cell.column + cell.columns] ?? 0) - (xs[cell.column] ?? 0) })),
  }
}

/** A mark that closes may hang over the line beside its cell. */
function hangsOn(before: PlacedGlyph, glyph: PlacedGlyph): boolean {
  return /^[\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u201d]$/.test(glyph.text) && Math.abs(glyph.y - before.y) < 0.1 * glyph.size && Math.abs(glyph.x - before.x - before.width) < 0.1 * glyph.size
}

function fieldAt(places: readonly number[], at: number): number {
  let field = 0
  while (field + 2 < places.length && at > (places[field + 1] ?? 0)) field += 1
  return field
}
