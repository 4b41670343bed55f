import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import { suggestRetention } from '../../shared/archive/archiveScheme'
import { archiveText as words } from '../../shared/text/archive'
import { archiveSchemeText } from '../../shared/text/archiveScheme'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { closeFilingYear, fileAskedYear, filingYear, type FilingYear } from '../state/filingYear'
import { settings } from '../state/settings'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import styles from './Archive.module.css'

/** Every final report of a year is filed: it says which ones with which 保管期限, and then which number each has. */
export function FilingYearDialog() {
  const { year, reports, isFiling, done } = useStore(filingYear, (state) => state)
  const scheme = useStore(settings, (state) => state.archive)
  if (year === null) return null
  return (
    <Dialog title={words.yearTitle(year)} isWide onClose={closeFilingYear}
      actions={done === null ? <><Button onClick={closeFilingYear} disabled={isFiling}>{roomsText.cancel}</Button><Button kind="official" busy={isFiling} onClick={() => { void fileAskedYear() }}>{words.confirm}</Button></> : <Button kind="primary" onClick={closeFilingYear}>{words.yearDone}</Button>}>
      {done === null ? (
        <>
          <p>{words.yearLead(reports.length)}</p>
          {scheme.fonds === '' && <div className="note amber"><Icon name="warn" /><p>{words.noFonds}</p></div>}
          <ul className={styles['all']}>
            {reports.map((report) => <li key={report.id}><span>{report.title || roomsText.untitled}</span><span className="muted">{archiveSchemeText.retentions[suggestRetention(report.kind, scheme, report.title)]}</span></li>)}
          </ul>
          <p className="hint">{words.yearHint}</p>
        </>
      ) : <Done done={done} />}
    </Dialog>
  )
}

function Done({ done }: { readonly done: NonNullable<FilingYear['done']> }) {
  return (
    <>
      <p role="status" className="strong">{words.yearFiled(done.filed.length)}</p>
      <ul className={styles['all']}>
        {done.filed.map(({ summary, number }) => <li key={summary.id}><span>{summary.title || roomsText.untitled}</span><span className={styles['number']}>{number === undefined ? words.columns.noNumber : formatArchivalNumber(number)}</span></li>)}
      </ul>
      {done.refused.map(({ id, title, error }) => <div key={id}><p className="strong">{words.yearRefused(title || roomsText.untitled)}</p><ErrorNote error={error} /></div>)}
    </>
  )
}
