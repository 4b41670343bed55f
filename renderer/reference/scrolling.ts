/** The list of the older report and its place: groups off the screen have estimated heights, so a place is a block and not a number of pixels. */

/** So many frames at most until the heights above the row are no estimates any more. */
const mostFrames = 8
/** Scrolling under way by pane: a newer one ends it. */
const under = new WeakMap<HTMLElement, number>()

/** Scrolls so that the row stands `below` pixels under the upper edge, and again in the next frames while estimates above it become heights. */
export function scrollToRow(pane: HTMLElement, row: HTMLElement, below = 0): void {
  cancelAnimationFrame(under.get(pane) ?? 0)
  const step = (frames: number): void => {
    const distance = row.getBoundingClientRect().top - pane.getBoundingClientRect().top - below
    const before = pane.scrollTop
    if (Math.abs(distance) >= 1) pane.scrollTop += distance
    const isStill = Math.abs(pane.scrollTop - before) < 1
    if (frames > 0 && !(isStill && frames < mostFrames - 2)) under.set(pane, requestAnimationFrame(() => step(frames - 1)))
  }
  step(mostFrames)
}

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
