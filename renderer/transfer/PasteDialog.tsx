import { useId, useState, type FormEvent } from 'react'
import { roomsText } from '../../shared/text/rooms'
import { transferText as words } from '../../shared/text/transfer'
import { useStore } from '../state/createStore'
import { importPasted, stopPasting, transfer } from '../state/transfer'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'

/** The whole text of a report from anywhere, pasted; read like a file. */
export function PasteDialog() {
  const isPasting = useStore(transfer, (state) => state.isPasting)
  return isPasting ? <OpenPasteDialog /> : null
}

function OpenPasteDialog() {
  const isBusy = useStore(transfer, (state) => state.running !== null)
  const id = useId()
  const [text, setText] = useState('')
  const [year, setYear] = useState('')
  const isYear = year === '' || /^(19|2\d)\d\d$/.test(year)
  const canImport = text.trim() !== '' && isYear
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canImport) void importPasted(text, year === '' ? null : Number(year))
  }
  return (
    <Dialog title={words.pasteTitle} onClose={stopPasting} isWide
      actions={<><Button onClick={stopPasting}>{roomsText.cancel}</Button><button type="submit" form={id} className="btn primary" disabled={!canImport} aria-busy={isBusy || undefined}>{words.pasteConfirm}</button></>}>
      <form id={id} className="form" onSubmit={submit}>
        <div className="labelled">
          <label htmlFor={`${id}-text`}>{words.pasteLabel}</label>
          <textarea id={`${id}-text`} className="area" value={text} placeholder={words.pastePlaceholder} spellCheck={false} onChange={(event) => setText(event.target.value)} />
        </div>
        <Field label={words.year} value={year} onChange={setYear} inputMode="numeric" maxLength={4} isInvalid={!isYear} hint={isYear ? words.yearHint : words.badYear} />
      </form>
    </Dialog>
  )
}
