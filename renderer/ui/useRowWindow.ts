/** Which rows of a long table are drawn: those near the screen, and the one that has the focus (SPEC LIB-20). All rows are equally high. */
import { useLayoutEffect, useState, type RefObject } from 'react'

/** Height of a row of `.tbl` in CSS pixels, until one was drawn. */
const usualHeight = 44
/** Rows above and below the screen that are drawn, too: more than one turn of the wheel. */
const around = 12
/** Shorter tables are drawn whole. */
const shortTable = 60

export interface RowPiece {
  /** Indices of rows to draw one after the other, half open. */
  readonly from: number
  readonly to: number
  /** Height of the rows left out above them. */
  readonly gap: number
}

/** What is on the screen: rows from and to, the row with the focus or -1, the height of each. */
interface Seen {
  readonly from: number
  readonly to: number
  readonly focus: number
  readonly height: number
}

export interface RowWindow {
  readonly pieces: readonly RowPiece[]
  /** Height of the rows left out at the end. */
  readonly gapBelow: number
}

/** The rows of a table's body to draw; its scrolling box is the nearest `.scroll` around it. */
export function useRowWindow(body: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [seen, setSeen] = useState<Seen>({ from: 0, to: shortTable, focus: -1, height: usualHeight })
  useLayoutEffect(() => {
    const element = body.current
    const box = element?.closest('.scroll') ?? null
    if (element === null || box === null || count <= shortTable) return undefined
    const look = (): void => {
      const height = element.querySelector('tr[data-row]')?.getBoundingClientRect().height || usualHeight
      const top = box.getBoundingClientRect().top - element.getBoundingClientRect().top
      const from = Math.max(0, Math.floor(top / height / (around / 2)) * (around / 2) - around)
      const to = from + Math.ceil(box.clientHeight / height) + around * 3
      const focus = Number(document.activeElement?.closest('tr')?.dataset['row'] ?? -1)
      const next = { from, to, focus: focus >= 0 && element.contains(document.activeElement) ? focus : -1, height }
      setSeen((now) => (now.from === from && now.to === to && now.focus === next.focus && now.height === height ? now : next))
    }
    look()
    box.addEventListener('scroll', look, { passive: true })
    element.addEventListener('focusin', look)
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    return () => {
      box.removeEventListener('scroll', look)
      element.removeEventListener('focusin', look)
      sizes.disconnect()
    }
  }, [body, count])
  return rowWindow(count, seen)
}

/** The rows to draw of `count`: those seen and the one with the focus. */
export function rowWindow(count: number, { from, to, focus, height }: Seen): RowWindow {
  if (count <= shortTable) return { pieces: [{ from: 0, to: count, gap: 0 }], gapBelow: 0 }
  const end = Math.min(count, to)
  const seen = { from: Math.min(from, end), to: end }
  // Its neighbours, too: the Tab key may be faster than the scrolling.
  const kept = focus >= 0 && focus < count ? { from: Math.max(0, focus - around), to: Math.min(count, focus + around + 1) } : seen
  const isApart = kept.to < seen.from || kept.from > seen.to
  const ranges = isApart ? (kept.from < seen.from ? [kept, seen] : [seen, kept]) : [{ from: Math.min(kept.from, seen.from), to: Math.max(kept.to, seen.to) }]
  let drawn = 0
  const pieces = ranges.map((range) => {
    const gap = (range.from - drawn) * height
    drawn = range.to
    return { ...range, gap }
  })
  return { pieces, gapBelow: (count - drawn) * height }
}
