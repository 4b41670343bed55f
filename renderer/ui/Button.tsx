import type { ReactNode } from 'react'

export interface ButtonProps {
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'official' | undefined
  /** Something is under way: the button stays in place and takes no second click. */
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly title?: string | undefined
  readonly isSubmit?: boolean | undefined
  readonly onClick?: (() => void) | undefined
  readonly children: ReactNode
}

export function Button({ kind = 'plain', busy = false, disabled = false, title, isSubmit = false, onClick, children }: ButtonProps) {
  return (
    <button type={isSubmit ? 'submit' : 'button'} className={kind === 'plain' ? 'btn' : `btn ${kind}`} disabled={disabled} aria-busy={busy || undefined} title={title} onClick={() => { if (!busy) onClick?.() }}>
      {busy && <span className="spin" aria-hidden="true" />}
      {children}
    </button>
  )
}
