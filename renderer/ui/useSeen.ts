/** What of a scrolled box is on the screen, for lists that draw no more than that. */
import { useLayoutEffect, useState, type RefObject } from 'react'

/** CSS pixels from the top of what is scrolled, and the height of the box. */
export interface Seen {
  readonly top: number
  readonly height: number
}

/** `step`: the top is told in steps of so many pixels, so that scrolling seldom draws anew. `least`: the height is told as at least so much. */
export function useSeen(box: RefObject<HTMLElement | null>, step: number, least = 0): Seen {
  const [seen, setSeen] = useState<Seen>({ top: 0, height: 900 })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const look = (): void => {
      const top = Math.floor(element.scrollTop / step) * step
      const height = Math.max(least, element.clientHeight)
      setSeen((now) => (now.top === top && now.height === height ? now : { top, height }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [box, step, least])
  return seen
}
