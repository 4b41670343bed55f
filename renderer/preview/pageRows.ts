/** Where the pages lie in the pane: rows of one page or two, in CSS pixels from the top of the pane's content. */
import type { PageSize } from './printedPages'
import type { PreviewZoom } from '../state/preview'

export interface PageRow {
  readonly top: number
  readonly height: number
  /** Indexes of its pages, 0-based. */
  readonly pages: readonly number[]
}

export interface PageRows {
  readonly rows: readonly PageRow[]
  readonly height: number
  readonly width: number
  /** CSS pixels for one twip. */
  readonly scale: number
}

/** Free room around and between pages. */
export const pageGap = 20

/** CSS pixels for a twip at the size on paper: 96 to an inch of 1440. */
const actual = 96 / 1440

export function pageRows(sizes: readonly PageSize[], pane: { readonly width: number; readonly height: number }, zoom: PreviewZoom, isDouble: boolean): PageRows {
  const perRow = isDouble && sizes.length > 1 ? 2 : 1
  const groups = Array.from({ length: Math.ceil(sizes.length / perRow) }, (_, row) => sizes.slice(row * perRow, row * perRow + perRow).map((_size, index) => row * perRow + index))
  const sizeOf = (index: number): PageSize => sizes[index] ?? { width: 0, height: 0 }
  const widths = groups.map((pages) => pages.reduce((sum, index) => sum + sizeOf(index).width, 0))
  // A single last page is as large as the others.
  const widest = Math.max(1, ...(perRow === 2 && sizes.length > 1 ? widths.slice(0, -1).concat(widths.length === 1 ? widths : []) : widths))
  const tallest = Math.max(1, ...sizes.map(({ height }) => height))
  const scale = scaleOf(zoom, widest, tallest, pane, perRow)
  let top = pageGap
  const rows = groups.map((pages): PageRow => {
    const height = Math.max(...pages.map((index) => sizeOf(index).height)) * scale
    const row = { top, height, pages }
    top += height + pageGap
    return row
  })
  return { rows, height: top, width: widest * scale + pageGap * (perRow + 1), scale }
}

function scaleOf(zoom: PreviewZoom, widest: number, tallest: number, pane: { readonly width: number; readonly height: number }, perRow: number): number {
  if (typeof zoom === 'number') return actual * zoom / 100
  const across = Math.max(0.01, (pane.width - pageGap * (perRow + 1)) / widest)
  return zoom === 'width' ? across : Math.min(across, Math.max(0.01, (pane.height - 2 * pageGap) / tallest))
}

/** Index of the row at this height of the content: that of the page which begins last above it. */
export function rowAt({ rows }: PageRows, y: number): number {
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((rows[middle]?.top ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** The rows that are on the screen, and one more at either end. */
export function rowsInSight(all: PageRows, top: number, height: number): readonly PageRow[] {
  return all.rows.slice(Math.max(0, rowAt(all, top) - 1), rowAt(all, top + height) + 2)
}
