import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { tableText } from '../../shared/text/table'
import { runAction } from '../commands/commandRuntimes'
import { desk } from '../state/desk'
import { openTableChooser } from '../state/tableChooser'
import styles from './TableTools.module.css'

const rows = 8
const columns = 8

/** A field of squares: the one under the pointer or the arrows says how large the table will be. */
export function TableChooser({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const [size, setSize] = useState({ row: 3, column: 4 })
  const box = useRef<HTMLDivElement>(null)
  const close = () => { openTableChooser(false); desk.get().handle?.focus() }
  const choose = (row: number, column: number) => { openTableChooser(false); runAction({ kind: 'insertTable', rows: row, columns: column }); desk.get().handle?.focus() }

  useLayoutEffect(() => {
    const button = anchor.current
    // A narrow bar leaves the button out; then the field hangs below the bar.
    const at = button !== null && button.getClientRects().length > 0 ? button.getBoundingClientRect() : button?.closest('.bar')?.getBoundingClientRect()
    if (!box.current || !at) return
    box.current.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.current.offsetWidth - 8))}px`
    box.current.style.top = `${at.bottom + 4}px`
  }, [anchor])
  useEffect(() => {
    box.current?.querySelector<HTMLButtonElement>(`[data-cell="${size.row} ${size.column}"]`)?.focus()
  }, [size])
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target) && !anchor.current?.contains(event.target)) openTableChooser(false)
    }
    document.addEventListener('pointerdown', onPointer, true)
    return () => document.removeEventListener('pointerdown', onPointer, true)
  }, [anchor])

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
    const move = moves[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (move) setSize({ row: Math.min(rows, Math.max(1, size.row + move[0])), column: Math.min(columns, Math.max(1, size.column + move[1])) })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const cells = Array.from({ length: rows * columns }, (_, index) => ({ row: Math.floor(index / columns) + 1, column: (index % columns) + 1 }))
  return createPortal(
    <div ref={box} className={styles['chooser']} role="dialog" aria-label={tableText.choose}>
      <div className={styles['squares']}>
        {cells.map(({ row, column }) => (
          <button
            key={`${row} ${column}`} type="button" data-cell={`${row} ${column}`} tabIndex={row === size.row && column === size.column ? 0 : -1} aria-label={tableText.size(row, column)}
            className={row <= size.row && column <= size.column ? styles['chosen'] : undefined} onKeyDown={onKeyDown} onPointerEnter={() => setSize({ row, column })} onClick={() => choose(row, column)}
          />
        ))}
      </div>
      <p aria-hidden="true">{tableText.size(size.row, size.column)}</p>
    </div>,
    document.body,
  )
}
