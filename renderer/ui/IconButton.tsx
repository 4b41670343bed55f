import type { Ref } from 'react'
import { Icon, type IconName } from './Icon'

export interface IconButtonProps {
  readonly icon: IconName
  /** What it does: read aloud, and shown when the pointer rests on it. */
  readonly label: string
  /** Given for a button that stays pressed. */
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly onClick?: (() => void) | undefined
  readonly hasMenu?: boolean | undefined
  readonly isExpanded?: boolean | undefined
  /** Tab passes it over: what it does has a key where the focus is. */
  readonly isPassedOver?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

export function IconButton({ icon, label, pressed, disabled = false, onClick, hasMenu, isExpanded, isPassedOver = false, ref }: IconButtonProps) {
  return (
    <button ref={ref} type="button" className="ib" tabIndex={isPassedOver ? -1 : undefined} aria-label={label} title={label} aria-pressed={pressed} disabled={disabled} aria-haspopup={hasMenu ? 'menu' : undefined} aria-expanded={isExpanded} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
