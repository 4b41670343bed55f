import { useId, useState, type KeyboardEvent } from 'react'

export interface PassphraseFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly words: { readonly show: string; readonly hide: string; readonly capsLock: string }
  readonly hint?: string | undefined
  /** What is wrong with it; stands in the place of the hint. */
  readonly fault?: string | undefined
}

/** A field that hides what is typed, until the clerk wants to see it: with an input method one has to. */
export function PassphraseField({ label, value, onChange, words, hint, fault }: PassphraseFieldProps) {
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  const [isCapital, setIsCapital] = useState(false)
  const below = fault ?? (isCapital ? words.capsLock : hint)
  const lookAtKeys = (event: KeyboardEvent) => setIsCapital(event.getModifierState('CapsLock'))
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <input id={id} type={isShown ? 'text' : 'password'} value={value} maxLength={200} autoComplete="off" spellCheck={false}
          aria-invalid={fault === undefined ? undefined : true} aria-describedby={below === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.target.value)} onKeyDown={lookAtKeys} onKeyUp={lookAtKeys} />
        <button type="button" className="in-field" aria-pressed={isShown} aria-label={`${isShown ? words.hide : words.show}${label}`} onClick={() => setIsShown(!isShown)}>{isShown ? words.hide : words.show}</button>
      </span>
      {below !== undefined && <p className={fault === undefined ? 'hint' : 'hint fault'} id={`${id}-hint`}>{below}</p>}
    </div>
  )
}
