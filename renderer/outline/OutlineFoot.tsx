import { useEffect, useRef } from 'react'
import { outlineText } from '../../shared/text/outline'
import { CountWords, TargetBar } from './TargetBar'
import { readTarget } from './RowField'
import styles from './OutlinePane.module.css'

export interface OutlineFootProps {
  readonly characters: number
  readonly target: number | undefined
  readonly isReadOnly: boolean
  readonly onTarget: (target: number | null) => void
}

/** The whole report: its 字数 and what is wanted. */
export function OutlineFoot({ characters, target, isReadOnly, onTarget }: OutlineFootProps) {
  const input = useRef<HTMLInputElement>(null)
  const shown = target === undefined ? '' : String(target)
  useEffect(() => { if (input.current !== null) input.current.value = shown }, [shown])
  const take = (): void => {
    const typed = readTarget(input.current?.value ?? '')
    if (typed === undefined) {
      if (input.current !== null) input.current.value = shown
    } else if (typed !== (target ?? null)) onTarget(typed)
  }
  return (
    <footer className={styles['foot']}>
      <span>{outlineText.whole}</span>
      <span className={styles['total']}><CountWords count={characters} target={target} /></span>
      <label>
        <span>{outlineText.setTarget}</span>
        <input
          ref={input} defaultValue={shown} placeholder="—" inputMode="numeric" maxLength={8} disabled={isReadOnly} aria-label={outlineText.wholeTarget} autoComplete="off"
          onBlur={take}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') take()
            if (event.key === 'Escape' && input.current !== null) {
              event.stopPropagation()
              input.current.value = shown
            }
          }}
        />
      </label>
      {target !== undefined && <TargetBar count={characters} target={target} />}
    </footer>
  )
}
