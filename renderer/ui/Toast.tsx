import { useEffect } from 'react'
import { IconButton } from './IconButton'
import { useUiWords } from './words'

export interface ToastProps {
  readonly text: string
  readonly tone?: 'plain' | 'error' | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** More to do, in front of `action`. */
  readonly others?: readonly { readonly label: string; readonly run: () => void }[] | undefined
  readonly onClose: () => void
}

const plainTime = 6_000
const actionTime = 12_000

/** Goes away by itself, unless it tells of an error. */
export function Toast({ text, tone = 'plain', action, others = [], onClose }: ToastProps) {
  const { close } = useUiWords()
  const stays = tone === 'error'
  useEffect(() => {
    if (stays) return undefined
    const timer = setTimeout(onClose, action ? actionTime : plainTime)
    return () => clearTimeout(timer)
  }, [stays, action, onClose])
  return (
    <div className={tone === 'error' ? 'toast bad' : 'toast'} role={tone === 'error' ? 'alert' : 'status'}>
      <span className="toast-text">{text}</span>
      {others.map((other) => <button key={other.label} type="button" onClick={() => { other.run(); onClose() }}>{other.label}</button>)}
      {action && <button type="button" onClick={() => { action.run(); onClose() }}>{action.label}</button>}
      <IconButton icon="close" label={close} onClick={onClose} />
    </div>
  )
}
