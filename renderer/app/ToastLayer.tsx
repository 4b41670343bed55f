import { useCallback } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from '../state/createStore'
import { hideToast, toast } from '../state/toast'
import { Toast } from '../ui/Toast'

/** The message of the moment; inside the dialog that is open, since nothing else can be reached then. */
export function ToastLayer() {
  const shown = useStore(toast, (state) => state)
  const key = shown?.key ?? 0
  const onClose = useCallback(() => hideToast(key), [key])
  if (shown === null) return null
  const place = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  return createPortal(<Toast key={key} text={shown.text} tone={shown.tone} action={shown.action} others={shown.others} onClose={onClose} />, place)
}
