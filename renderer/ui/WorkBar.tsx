import { Button } from './Button'

export interface WorkBarProps {
  /** What is under way. */
  readonly text: string
  /** From 0 to 1; null while it is not known. */
  readonly part: number | null
  readonly stop?: { readonly label: string; readonly run: () => void } | undefined
}

/** Work under way: what it is, how far it is, and a way to stop it. */
export function WorkBar({ text, part, stop }: WorkBarProps) {
  return (
    <div className="work-bar" role="status">
      <p>{text}</p>
      <progress aria-label={text} {...(part === null ? {} : { value: part })} max={1} />
      {stop && <Button kind="quiet" onClick={stop.run}>{stop.label}</Button>}
    </div>
  )
}
