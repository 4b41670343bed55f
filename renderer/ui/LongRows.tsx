import { useRef, type ReactNode } from 'react'
import { useRowWindow } from './useRowWindow'

export interface LongRowsProps<Item> {
  readonly items: readonly Item[]
  /** A row; it gives `place` to its `tr`. */
  readonly row: (item: Item, place: RowPlace) => ReactNode
}

/** What a row of a long table says of its place: to a screen reader, and to the window that draws it. */
export interface RowPlace {
  readonly 'aria-rowindex': number
  readonly 'data-row': number
}

/** The body of a table of any length: only what is near the screen is drawn; the table itself says with `aria-rowcount` how long it is. */
export function LongRows<Item>({ items, row }: LongRowsProps<Item>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { pieces, gapBelow } = useRowWindow(body, items.length)
  return (
    <tbody ref={body}>
      {/* In one list: a row that moves from one piece to another must stay the same, or it would lose the focus. */}
      {pieces.flatMap(({ from, to, gap }) => [
        gap > 0 && <Gap key={`gap-${from}`} height={gap} />,
        // The head is row 1.
        ...items.slice(from, to).map((item, at) => row(item, { 'aria-rowindex': from + at + 2, 'data-row': from + at })),
      ])}
      {gapBelow > 0 && <Gap height={gapBelow} />}
    </tbody>
  )
}

function Gap({ height }: { readonly height: number }) {
  return <tr aria-hidden="true" style={{ height }} />
}
