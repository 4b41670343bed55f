import { useId, type ChangeEvent, type HTMLAttributes, type KeyboardEvent } from 'react'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Called when the field is left or Enter is pressed. */
  readonly onDone?: (() => void) | undefined
  readonly placeholder?: string | undefined
  readonly hint?: string | undefined
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'] | undefined
  readonly maxLength?: number | undefined
  readonly isInvalid?: boolean | undefined
  /** Puts marks in the place of others while they are typed; gives a text of the same length, so that the caret stays. */
  readonly tidy?: ((value: string) => string) | undefined
}

export function Field({ label, value, onChange, onDone, placeholder, hint, inputMode, maxLength, isInvalid = false, tidy }: FieldProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
  }
  const onTyped = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const tidied = tidy === undefined ? target.value : tidy(target.value)
    if (tidied !== target.value) {
      const caret = target.selectionStart
      target.value = tidied
      target.setSelectionRange(caret, caret)
    }
    onChange(tidied)
  }
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <input id={id} value={value} placeholder={placeholder} inputMode={inputMode} maxLength={maxLength} aria-invalid={isInvalid || undefined} aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={onTyped} onBlur={onDone} onKeyDown={onKeyDown} autoComplete="off" spellCheck={false} />
      </span>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}
