import { useId, useState } from 'react'

export interface LinesFieldProps {
  readonly label: string
  readonly value: readonly string[]
  /** Without empty lines. */
  readonly onChange: (lines: readonly string[]) => void
  readonly placeholder?: string | undefined
  readonly hint?: string | undefined
}

/** Several values, one a line; as tall as they are many. */
export function LinesField({ label, value, onChange, placeholder, hint }: LinesFieldProps) {
  const id = useId()
  // An empty line under way is the clerk's and no value yet.
  const [typed, setTyped] = useState(value.join('\n'))
  const text = linesOf(typed).join('\n') === value.join('\n') ? typed : value.join('\n')
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id} className="lines" rows={Math.min(6, Math.max(1, text.split('\n').length))} value={text} placeholder={placeholder} spellCheck={false} aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => { setTyped(event.target.value); onChange(linesOf(event.target.value)) }}
      />
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
