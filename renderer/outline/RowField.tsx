import { useEffect, useRef } from 'react'
import { outlineText } from '../../shared/text/outline'
import styles from './OutlinePane.module.css'

export interface RowFieldProps {
  readonly kind: 'name' | 'target'
  readonly value: string
  /** Null: given up. */
  readonly onDone: (value: string | null) => void
}

/** A small field in a row: the heading's text, or its wanted 字数. Enter and leaving take it, Escape gives up. */
export function RowField({ kind, value, onDone }: RowFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const finish = (given: string | null): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(given)
  }
  return (
    <input
      ref={input} className={styles[kind === 'name' ? 'rename' : 'target']} defaultValue={value} inputMode={kind === 'target' ? 'numeric' : undefined} maxLength={kind === 'target' ? 8 : undefined}
      aria-label={kind === 'name' ? outlineText.renameField : outlineText.setTarget} placeholder={kind === 'target' ? outlineText.setTarget : undefined} autoComplete="off" spellCheck={false}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  )
}

/** The number that was typed as a target: null for none, undefined if it is no number. */
export function readTarget(typed: string): number | null | undefined {
  const digits = typed.replace(/[\s,，]/g, '').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  if (digits === '' || digits === '0') return null
  const target = Number(digits)
  return Number.isInteger(target) && target > 0 && target <= 10_000_000 ? target : undefined
}
