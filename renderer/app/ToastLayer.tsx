import { useStore } from '../state/createStore'
import { hideToast, toast } from '../state/toast'
import { Toast } from '../ui/Toast'
import { useCallback } from 'react'

export function ToastLayer() {
  const shown = useStore(toast, (state) => state)
  const key = shown?.key ?? 0
  const onClose = useCallback(() => hideToast(key), [key])
  return shown === null ? null : <Toast key={key} text={shown.text} tone={shown.tone} action={shown.action} onClose={onClose} />
}
