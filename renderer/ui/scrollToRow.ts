/** A place in a pane whose parts off the screen have estimated heights (`content-visibility`): a place is an element there and not a number of pixels. */

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
