import { useState, type KeyboardEvent, type PointerEvent } from 'react'

export interface SplitterProps {
  readonly label: string
  readonly className: string
  /** Width in CSS pixels of what stands before it. */
  readonly value: number
  readonly smallest: number
  readonly largest: number
  /** A double click gives this one back. */
  readonly usual: number
  /** While it is dragged. */
  readonly onChange: (width: number) => void
  /** When it is let go, or moved by a key. */
  readonly onDone: (width: number) => void
}

/** A line to drag between two panes; with the arrow keys it moves by 16 pixels. */
export function Splitter({ label, className, value, smallest, largest, usual, onChange, onDone }: SplitterProps) {
  const [start, setStart] = useState<{ readonly x: number; readonly width: number } | null>(null)
  const within = (width: number): number => Math.round(Math.max(smallest, Math.min(largest, width)))
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: value - 16, ArrowRight: value + 16, Home: smallest, End: largest }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onDone(within(to))
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (start !== null) onChange(within(start.width + event.clientX - start.x))
  }
  const letGo = (): void => {
    if (start !== null) onDone(value)
    setStart(null)
  }
  return (
    <div
      className={`splitter ${className}`} role="separator" aria-orientation="vertical" aria-label={label} tabIndex={0}
      aria-valuenow={value} aria-valuemin={smallest} aria-valuemax={largest} data-dragged={start !== null || undefined}
      onKeyDown={onKeyDown} onDoubleClick={() => onDone(usual)}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setStart({ x: event.clientX, width: value }) }}
      onPointerMove={onPointerMove} onPointerUp={letGo} onPointerCancel={letGo}
    />
  )
}
