import { useId } from 'react'

export interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}

/** One of many, as the system's own list. */
export function Choice<Id extends string>({ label, options, value, onChange }: ChoiceProps<Id>) {
  const id = useId()
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <select id={id} value={value} onChange={(event) => { const chosen = options.find((option) => option.id === event.target.value); if (chosen) onChange(chosen.id) }}>
          {options.map((option) => <option key={option.id} value={option.id}>{option.label}</option>)}
        </select>
      </span>
    </div>
  )
}
