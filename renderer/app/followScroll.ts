/** The outline follows the page while it is scrolled by hand (SPEC EDIT-16). */
import { desk, setSeen } from '../state/desk'

/** Milliseconds after a change or a move of the caret in which the page may scroll by itself. */
const ownScroll = 300

/** Listens to the pane that the page lies in; returns the function that stops. */
export function followScroll(pane: HTMLElement): () => void {
  let changes = desk.get().changes
  let settling: ReturnType<typeof setTimeout> | undefined
  let isWaiting = false
  const settle = (): void => {
    clearTimeout(settling)
    settling = setTimeout(() => { settling = undefined }, ownScroll)
  }
  const stopWatching = desk.subscribe(() => {
    if (desk.get().changes === changes) return
    changes = desk.get().changes
    settle()
  })
  const look = (): void => {
    isWaiting = false
    const { left, top, width } = pane.getBoundingClientRect()
    const block = document.elementFromPoint(left + width / 2, top + 40)?.closest<HTMLElement>('.para[data-block]')
    if (block !== null && block !== undefined) setSeen(block.dataset['block'] ?? null)
  }
  const onScroll = (): void => {
    if (isWaiting || settling !== undefined) return
    isWaiting = true
    requestAnimationFrame(look)
  }
  pane.addEventListener('scroll', onScroll, { passive: true })
  // Inside a composition the desk is told of no change; the page may scroll to the words all the same.
  const compositions = ['compositionstart', 'compositionupdate', 'compositionend'] as const
  for (const name of compositions) pane.addEventListener(name, settle)
  return () => {
    clearTimeout(settling)
    pane.removeEventListener('scroll', onScroll)
    for (const name of compositions) pane.removeEventListener(name, settle)
    stopWatching()
  }
}
