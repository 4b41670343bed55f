import { useId, useRef, useState, type ClipboardEvent, type FormEvent } from 'react'
import { roomsText } from '../../shared/text/rooms'
import { transferText as words } from '../../shared/text/transfer'
import { useStore } from '../state/createStore'
import { importPasted, stopPasting, transfer } from '../state/transfer'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'

/** From so many characters on the browser's own paste into a text area takes seconds, for a long report a minute. */
const longText = 2000

/** The whole text of a report from anywhere, pasted; read like a file. */
export function PasteDialog() {
  const isPasting = useStore(transfer, (state) => state.isPasting)
  return isPasting ? <OpenPasteDialog /> : null
}

function OpenPasteDialog() {
  const isBusy = useStore(transfer, (state) => state.running !== null)
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [hasText, setHasText] = useState(false)
  const [year, setYear] = useState('')
  const isYear = year === '' || /^(19|2\d)\d\d$/.test(year)
  const canImport = hasText && isYear
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canImport) void importPasted(area.current?.value ?? '', year === '' ? null : Number(year))
  }
  const look = () => setHasText((area.current?.value ?? '').trim() !== '')
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (text.length < longText) return
    event.preventDefault()
    event.currentTarget.setRangeText(text, event.currentTarget.selectionStart, event.currentTarget.selectionEnd, 'end')
    look()
  }
  return (
    <Dialog title={words.pasteTitle} onClose={stopPasting} isWide
      actions={<><Button onClick={stopPasting}>{roomsText.cancel}</Button><button type="submit" form={id} className="btn primary" disabled={!canImport} aria-busy={isBusy || undefined}>{words.pasteConfirm}</button></>}>
      <form id={id} className="form" onSubmit={submit}>
        <div className="labelled">
          <label htmlFor={`${id}-text`}>{words.pasteLabel}</label>
          <textarea id={`${id}-text`} ref={area} className="area" placeholder={words.pastePlaceholder} spellCheck={false} onChange={look} onPaste={paste} />
        </div>
        <Field label={words.year} value={year} onChange={setYear} inputMode="numeric" maxLength={4} isInvalid={!isYear} hint={isYear ? words.yearHint : words.badYear} />
      </form>
    </Dialog>
  )
}
