export interface TickProps {
  readonly label: string
  readonly isTicked: boolean
  readonly onChange: (isTicked: boolean) => void
}

/** Yes or no, with its words beside it. */
export function Tick({ label, isTicked, onChange }: TickProps) {
  return <label className="tick"><input type="checkbox" checked={isTicked} onChange={(event) => onChange(event.target.checked)} /><span>{label}</span></label>
}
