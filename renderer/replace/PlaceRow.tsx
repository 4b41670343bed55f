import { BeforeAfter, type BeforeAfterProps } from './BeforeAfter'

export interface PlaceRowProps extends BeforeAfterProps {
  readonly isTicked: boolean
  readonly onTick: () => void
  /** Goes to the place; absent for places that are not on the desk. */
  readonly onGo?: (() => void) | undefined
  readonly isCurrent?: boolean | undefined
}

/** One place with its tick. */
export function PlaceRow({ isTicked, onTick, onGo, isCurrent = false, ...shown }: PlaceRowProps) {
  return (
    <li data-current={isCurrent || undefined}>
      <input type="checkbox" checked={isTicked} aria-label={shown.excerpt} onChange={onTick} />
      {onGo === undefined ? <p><BeforeAfter {...shown} /></p> : <button type="button" onClick={onGo}><BeforeAfter {...shown} /></button>}
    </li>
  )
}
