import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './IconButton'
import { useUiWords } from './words'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons below; the last one is the one that goes on. */
  readonly actions?: ReactNode
  readonly isWide?: boolean | undefined
}

/** Where the work in a dialog begins, if it has such a place. */
const firstField = '.dialog-body input:checked, .dialog-body input:not([type="radio"]), .dialog-body select, .dialog-body textarea'

/** A modal window of the page: Escape closes it, the keyboard stays in it, and the focus goes back to where it came from. */
export function Dialog({ title, onClose, children, actions, isWide = false }: DialogProps) {
  const { close } = useUiWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) element.showModal()
    element?.querySelector<HTMLElement>(firstField)?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={isWide ? 'dialog wide-dialog' : 'dialog'} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); onClose() }}>
      <header className="bar"><h2 id={id}>{title}</h2><span className="sp" /><IconButton icon="close" label={close} onClick={onClose} /></header>
      <div className="dialog-body scroll">{children}</div>
      {actions && <footer className="dialog-actions">{actions}</footer>}
    </dialog>
  )
}
