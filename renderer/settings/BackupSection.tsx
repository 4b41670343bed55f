import { useEffect } from 'react'
import { backupRoomText as words, transferRoomText } from '../../shared/text/transferRoom'
import { askBackup, backUpNow, backup, changeAutomatic, chooseBackupPlace, loadBackup, runDrill } from '../state/backup'
import { useStore } from '../state/createStore'
import { stopWork, workProgress } from '../state/longWork'
import { describeTime } from '../state/moment'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import { WorkBar } from '../ui/WorkBar'
import { MoveDialog } from './MoveDialog'
import { RestoreAllDialog } from './RestoreAllDialog'
import { RestoreReportDialog } from './RestoreReportDialog'

const choices = (['on', 'off'] as const).map((id) => ({ id, label: words.choices[id] }))

/** 备份: the second place, when the last backup was, and what can be had back from it. */
export function BackupSection() {
  const { status, busy, drill, dialog, error } = useStore(backup, (state) => state)
  const part = useStore(workProgress, (state) => state.part)
  useEffect(() => { void loadBackup() }, [])
  const place = status?.place ?? null
  const trouble = error ?? status?.trouble ?? null
  const isBusy = busy !== null
  return (
    <>
      <section aria-labelledby="settings-backup">
        <h2 id="settings-backup">{words.title}</h2>
        <p className="hint">{words.lead}</p>
        <div className="setting">
          <div><p className="setting-name">{words.place}</p><p className="hint">{place ?? words.none}</p></div>
          <Button kind={place === null ? 'primary' : 'plain'} disabled={isBusy} onClick={() => void chooseBackupPlace()}>{place === null ? words.choosePlace : words.changePlace}</Button>
        </div>
        {place !== null && status !== null && (
          <>
            <div className="setting">
              <div><p className="setting-name">{words.automatic}</p><p className="hint">{words.automaticHint}</p></div>
              <Segmented label={words.automatic} options={choices} value={status.isAutomatic ? 'on' : 'off'} onChange={(choice) => void changeAutomatic(choice === 'on')} />
            </div>
            <div className="setting">
              <div>{status.last === null ? <p>{words.never}</p> : <p className="proved"><Icon name="tick" small />{words.last(describeTime(status.last.at))}</p>}{status.last !== null && status.last.damaged > 0 && <p className="hint">{words.lastDamaged(status.last.damaged)}</p>}</div>
              <Button disabled={isBusy} onClick={() => void backUpNow()}>{words.run}</Button>
            </div>
            <div className="setting">
              <div><p className="setting-name">{words.drill}</p><p className="hint">{words.drillHint}</p>{drill !== null && <DrillResult drill={drill} />}</div>
              <Button disabled={isBusy || status.last === null} onClick={() => void runDrill()}>{words.drill}</Button>
            </div>
          </>
        )}
        <div className="backup-lines">
          {(busy === 'run' || busy === 'drill') && <WorkBar text={busy === 'run' ? words.running : words.drilling} part={part} stop={{ label: transferRoomText.cancel, run: stopWork }} />}
          {trouble !== null && dialog === null && <ErrorNote error={trouble} />}
          <div className="backup-buttons">
            {place !== null && <Button disabled={isBusy} onClick={() => askBackup('one')}>{words.restoreOne}</Button>}
            <Button disabled={isBusy} onClick={() => askBackup('all')}>{words.restoreAll}</Button>
            <Button disabled={isBusy} onClick={() => askBackup('move')}>{words.move}</Button>
          </div>
        </div>
      </section>
      {dialog === 'one' && <RestoreReportDialog />}
      {dialog === 'all' && <RestoreAllDialog />}
      {dialog === 'move' && <MoveDialog />}
    </>
  )
}

function DrillResult({ drill: { isWhole, files, reports, missing, unopened } }: { readonly drill: { readonly isWhole: boolean; readonly files: number; readonly reports: number; readonly missing: readonly string[]; readonly unopened: readonly string[] } }) {
  return isWhole ? <p className="proved" role="status"><Icon name="tick" small />{words.drilled(files, reports)}</p> : <p className="broken-mark" role="alert"><Icon name="warn" small />{words.drillFailed([...missing, ...unopened])}</p>
}
