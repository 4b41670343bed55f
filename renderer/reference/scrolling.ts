/** Places in the list of the older report. */
import { scrollToRow } from '../ui/scrollToRow'

/** Scrolls as little as is needed to show the row. */
export function revealRow(pane: HTMLElement, row: HTMLElement): void {
  const [inner, outer] = [row.getBoundingClientRect(), pane.getBoundingClientRect()]
  if (inner.top < outer.top) scrollToRow(pane, row, 8)
  else if (inner.bottom > outer.bottom) scrollToRow(pane, row, Math.max(8, outer.height - inner.height - 8))
}

/** The first row on the screen and how far below the edge it begins (negative: above it). Not asked by a point: a group that was just scrolled to has no rows there yet. */
export function firstRow(pane: HTMLElement): { readonly index: number; readonly offset: number } | null {
  const edge = pane.getBoundingClientRect().top + 4
  const isBelow = (element: Element): boolean => element.getBoundingClientRect().bottom > edge
  const group = [...pane.querySelectorAll('[data-group]')].find(isBelow)
  const row = [...group?.querySelectorAll<HTMLElement>('[data-index]') ?? []].find(isBelow)
  return row === undefined ? null : { index: Number(row.dataset['index']), offset: row.getBoundingClientRect().top - edge + 4 }
}
