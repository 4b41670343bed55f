import { folderImportText as words } from '../../shared/text/folderImport'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { chooseFolder, closeFolderImport, folderImport, forgetFolder, resumeFolder, seeFolder } from '../state/folderImport'
import { describeTime } from '../state/moment'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import { IconButton } from '../ui/IconButton'
import styles from './FolderImport.module.css'

/** Which folder, or which earlier import. */
export function FolderStart() {
  const { work, earlier, error, wasDropped } = useStore(folderImport, (state) => state)
  const isBusy = work !== null
  return (
    <>
      <div className={`scroll ${styles['start'] ?? ''}`}>
        {error && <ErrorNote error={error} />}
        <p>{words.chooseLead}</p>
        {wasDropped && <p className="amber-text" role="status">{words.dropped}</p>}
        <div><Button kind="primary" busy={isBusy} onClick={() => void chooseFolder()}>{words.choose}</Button></div>
        {earlier.length > 0 && (
          <section aria-label={words.earlier}>
            <h3 className="list-title">{words.earlier}</h3>
            <ul className={styles['earlier']}>
              {earlier.map((job) => (
                <li key={job.job}>
                  <div><p className="strong">{job.folderName}</p><p className="hint">{words.earlierLine(job.files, job.stored, job.chosen + job.waiting)} · {describeTime(job.openedAt)}</p></div>
                  {job.chosen + job.waiting > 0 && <Button disabled={isBusy} onClick={() => void resumeFolder(job)}>{words.goOn}</Button>}
                  <Button kind="quiet" disabled={isBusy} onClick={() => void seeFolder(job)}>{words.see}</Button>
                  <IconButton icon="close" label={words.forget(job.folderName)} onClick={() => void forgetFolder(job)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer className="dialog-actions"><Button onClick={closeFolderImport}>{roomsText.cancel}</Button></footer>
    </>
  )
}
