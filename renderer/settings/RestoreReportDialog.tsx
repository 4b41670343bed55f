import { useState } from 'react'
import { sizeText } from '../../shared/text/backup'
import { roomsText } from '../../shared/text/rooms'
import { backupRoomText as words } from '../../shared/text/transferRoom'
import { askBackup, backup, listBackup, restoreReportFrom } from '../state/backup'
import { useStore } from '../state/createStore'
import { describeTime } from '../state/moment'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Field } from '../ui/Field'
import { WorkBar } from '../ui/WorkBar'

/** 恢复一份材料: which backup, which report; what is there is never overwritten. */
export function RestoreReportDialog() {
  const { busy, list, error } = useStore(backup, (state) => state)
  const [query, setQuery] = useState('')
  const close = (): void => askBackup(null)
  const found = list?.reports.filter(({ title }) => title.includes(query.trim())) ?? []
  return (
    <Dialog title={words.restoreOneTitle} isWide onClose={close} actions={<Button kind="primary" onClick={close}>{words.close}</Button>}>
      {error && <ErrorNote error={error} />}
      {list !== null && (
        <Choice label={words.snapshot} value={String(list.snapshot)} onChange={(number) => void listBackup(Number(number))}
          options={list.snapshots.map(({ number, savedAt, files, bytes }) => ({ id: String(number), label: words.snapshotRow(describeTime(savedAt), files, sizeText(bytes)) }))} />
      )}
      {list !== null && <Field label={words.find} value={query} onChange={setQuery} maxLength={100} />}
      {busy !== null && list === null && <WorkBar text={words.restoring} part={null} />}
      {list !== null && found.length === 0 && <p className="muted">{words.noReports}</p>}
      {list !== null && found.length > 0 && (
        <ul className="plain-list" aria-label={words.restoreOneTitle}>
          {found.map(({ id, title, year, savedAt, isHere }) => (
            <li key={id}>
              <span className="t" title={title}>{title || roomsText.untitled}</span><span className="muted">{year}</span><span className="muted">{describeTime(savedAt)}</span><span className="muted">{isHere ? words.isHere : words.isGone}</span>
              <Button disabled={busy !== null} onClick={() => void restoreReportFrom(list.snapshot, id, title || roomsText.untitled)}>{words.restore}</Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
