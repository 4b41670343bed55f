import { useId, type HTMLAttributes, type KeyboardEvent } from 'react'

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
}

export function Field({ label, value, onChange, onDone, placeholder, hint, inputMode, maxLength, isInvalid = false }: FieldProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
  }
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <input id={id} value={value} placeholder={placeholder} inputMode={inputMode} maxLength={maxLength} aria-invalid={isInvalid || undefined} aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.value)} onBlur={onDone} onKeyDown={onKeyDown} autoComplete="off" spellCheck={false} />
      </span>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}
