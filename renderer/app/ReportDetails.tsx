import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { SchemeId } from '../../shared/report/report'
import { deskText } from '../../shared/text/desk'
import { useStore } from '../state/createStore'
import { desk, openDetails } from '../state/desk'
import { changeReport, session } from '../state/session'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import styles from './DeskRoom.module.css'

const schemeIds: readonly SchemeId[] = ['restart', 'continuous', 'decimal', 'chapter']

/** 材料信息: what the report is, under which year it stands, and how its headings are numbered. Changes hold at once. */
export function ReportDetails() {
  const isOpen = useStore(desk, (state) => state.isDetailsOpen)
  const report = useStore(session, (state) => state.report)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  if (!isOpen || report === null) return null
  const close = (): void => openDetails(false)
  const setYear = (text: string): void => {
    const year = Number(text)
    if (/^\d{4}$/.test(text) && year >= 1900 && year <= 2999) changeReport((now) => ({ ...now, year }))
  }
  return (
    <Dialog title={deskText.details} onClose={close} actions={<Button kind="primary" onClick={close}>{deskText.close}</Button>}>
      <fieldset className={styles['details']} disabled={isReadOnly}>
        <label>{deskText.kind}
          <select value={report.kind} onChange={(event) => changeReport((now) => ({ ...now, kind: event.target.value as ReportKindId }))}>
            {reportKinds.map((kind) => <option key={kind.id} value={kind.id}>{kind.name}</option>)}
          </select>
        </label>
        <label>{deskText.year}
          <input key={report.id} defaultValue={String(report.year)} inputMode="numeric" maxLength={4} onChange={(event) => setYear(event.target.value)} />
        </label>
        <Field label={deskText.unit} value={report.unit} onChange={(unit) => changeReport((now) => ({ ...now, unit }))} maxLength={100} />
        <label>{deskText.numbering}
          <select value={report.numbering} onChange={(event) => changeReport((now) => ({ ...now, numbering: event.target.value as SchemeId }))}>
            {schemeIds.map((id) => <option key={id} value={id}>{deskText.schemes[id]}</option>)}
          </select>
        </label>
      </fieldset>
    </Dialog>
  )
}
