export interface SegmentedProps<Id extends string | number> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly label: string; readonly title?: string | undefined }[]
  /** null: none of them holds now. */
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly disabled?: boolean | undefined
}

export function Segmented<Id extends string | number>({ label, options, value, onChange, disabled = false }: SegmentedProps<Id>) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.id} type="button" aria-pressed={option.id === value} title={option.title} disabled={disabled} onClick={() => onChange(option.id)}>{option.label}</button>
      ))}
    </div>
  )
}
