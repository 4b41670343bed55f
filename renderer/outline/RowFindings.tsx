import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { OutlineFinding } from '../../shared/outline/outlineFinding'
import { outlineText } from '../../shared/text/outline'
import styles from './OutlinePane.module.css'

export interface RowFindingsProps {
  readonly name: string
  readonly findings: readonly OutlineFinding[]
  readonly anchor: RefObject<HTMLElement | null>
  readonly onGo: (finding: OutlineFinding) => void
  readonly onClose: () => void
}

/** The findings of a row, at its badge: each a button that goes to its place. Outside the pane, which cuts off what reaches beyond it. */
export function RowFindings({ name, findings, anchor, onGo, onClose }: RowFindingsProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = list.current
    const at = anchor.current?.getBoundingClientRect()
    if (element === null || at === undefined) return
    element.style.left = `${Math.max(8, Math.min(at.left, innerWidth - element.offsetWidth - 8))}px`
    element.style.top = `${at.bottom + element.offsetHeight + 12 > innerHeight ? Math.max(8, at.top - element.offsetHeight - 4) : at.bottom + 4}px`
    element.querySelector('button')?.focus()
  }, [anchor])
  useEffect(() => {
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !list.current?.contains(event.target) && !anchor.current?.contains(event.target)) onClose()
    }
    document.addEventListener('pointerdown', onPointer, true)
    return () => document.removeEventListener('pointerdown', onPointer, true)
  }, [anchor, onClose])
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') {
      anchor.current?.focus()
      onClose()
    } else if (to !== undefined) buttons[(to + buttons.length) % buttons.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return createPortal(
    <div ref={list} className={styles['findings']} role="menu" aria-label={outlineText.findingsOf(name)} tabIndex={-1} onKeyDown={onKeyDown}>
      {findings.map((finding, index) => (
        <button key={`${finding.blockId} ${finding.from} ${index}`} type="button" role="menuitem" tabIndex={-1} onClick={() => { onClose(); onGo(finding) }}>
          <span className={styles['severity']} data-severity={finding.severity}>{outlineText.severities[finding.severity]}</span>
          <span>{finding.sentence}</span>
        </button>
      ))}
    </div>,
    anchor.current?.closest('main') ?? document.body,
  )
}
