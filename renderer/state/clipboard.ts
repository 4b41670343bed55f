/** Puts a text on the clipboard by the copy command of the page: the window has no permission for more (SPEC SEC-4). False if it could not be done. */
export function copyText(words: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', words)
  }
  document.addEventListener('copy', put, { once: true, capture: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return isDone
}
