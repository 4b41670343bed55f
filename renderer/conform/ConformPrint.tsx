import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { conformSheetText as words } from '../../shared/text/conformSheet'
import { conform, type ConformSheet } from '../state/conform'
import { useStore } from '../state/createStore'
import { preview, sendToPrinter } from '../state/preview'
import styles from './Conform.module.css'
import { ClauseTable } from './ConformDialog'
import { chaptersOf, countsOf } from './sheetChapters'

/** The sheet for the printer; in the window only while it is printed. */
export function ConformPrint() {
  const isPrinting = useStore(preview, (state) => state.printing === 'conform')
  const sheet = useStore(conform, (state) => state.sheet)
  return isPrinting && sheet !== null ? <PrintedSheet sheet={sheet} /> : null
}

function PrintedSheet({ sheet }: { readonly sheet: ConformSheet }) {
  useEffect(() => { void sendToPrinter() }, [])
  const chapters = chaptersOf(sheet.clauses, 'all')
  const first = chapters[0]?.id
  const { pass, fail, byHand } = countsOf(sheet.clauses)
  return createPortal(
    <div className={`${styles['print'] ?? ''} sheets-for-print`} aria-hidden="true">
      <table>
        <thead><tr><td>{'\u00a0'}</td></tr></thead>
        <tfoot><tr><td>{'\u00a0'}</td></tr></tfoot>
        <tbody>
          <tr>
            <td>
              <h1>{words.title}</h1>
              <p>{words.lead(sheet.fileName)}：{words.summary(pass, fail, byHand)}</p>
              {chapters.map(({ id, name, rows }) => <section key={id}><h2>{name}</h2><ClauseTable rows={rows} hasHeads={id === first} /></section>)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
