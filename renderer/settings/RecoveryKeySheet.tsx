import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { lockText as words } from '../../shared/text/lock'
import { useStore } from '../state/createStore'
import { describeToday } from '../state/moment'
import { preview, sendToPrinter } from '../state/preview'
import styles from './RecoveryKeySheet.module.css'

/** The recovery key for the printer; in the window only while it is printed, and never in a file. */
export function RecoveryKeySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const isPrinting = useStore(preview, (state) => state.printing === 'recoveryKey')
  return isPrinting ? <Sheet recoveryKey={recoveryKey} /> : null
}

function Sheet({ recoveryKey }: { readonly recoveryKey: string }) {
  useEffect(() => { void sendToPrinter() }, [])
  return createPortal(
    <div className={`${styles['sheet'] ?? ''} sheets-for-print`} aria-hidden="true">
      <h1>{words.sheetTitle}</h1>
      <ol>{recoveryKey.split('-').map((group, index) => <li key={index}>{group}</li>)}</ol>
      <p>{words.sheetLead}</p>
      <ul>{words.sheetNotes.map((note) => <li key={note}>{note}</li>)}</ul>
      <p>{words.sheetDate(describeToday())}</p>
    </div>,
    document.body,
  )
}
