import { useEffect, useMemo, useRef, useState } from 'react'
import { isCutOff, needsAttention } from '../../shared/ipc/folderImportContract'
import { folderImportText as words } from '../../shared/text/folderImport'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { closeFolderImport, folderImport, leaveFolder, lookOn, saveFolderReport, storeRows } from '../state/folderImport'
import { stopWork } from '../state/longWork'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import { IconButton } from '../ui/IconButton'
import { Segmented } from '../ui/Segmented'
import { WorkBar } from '../ui/WorkBar'
import { FolderStart } from './FolderStart'
import { FolderTable } from './FolderTable'
import { FolderTogether } from './FolderTogether'
import styles from './FolderImport.module.css'
import { countOf, folderTabs, rowsOf, type FolderTab } from './folderViews'

/** 导入文件夹, over the whole window: choose, read, correct, store, and what became of every file. */
export function FolderDialog() {
  const isOpen = useStore(folderImport, (state) => state.isOpen)
  return isOpen ? <OpenFolderDialog /> : null
}

function OpenFolderDialog() {
  const { job } = useStore(folderImport, (state) => state)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element !== null && !element.open) element.showModal()
    element?.querySelector<HTMLElement>('.btn.primary')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={job === null ? `${styles['room'] ?? ''} ${styles['small'] ?? ''}` : styles['room']} aria-label={words.title} onCancel={(event) => { event.preventDefault(); closeFolderImport() }}>
      <header className="bar"><h2>{words.title}</h2>{job !== null && <span className={styles['folder']} title={job.folderName}>{job.folderName}</span>}<span className="sp" /><IconButton icon="close" label={roomsText.close} onClick={closeFolderImport} /></header>
      {job === null ? <FolderStart /> : <Files />}
    </dialog>
  )
}

/** The bar says the same as the words above it. */
function partOf(done: number, total: number): number | null {
  return total === 0 ? null : done / total
}

function Files() {
  const { job, rows, work, error } = useStore(folderImport, (state) => state)
  const [tab, setTab] = useState<FolderTab>('all')
  const [query, setQuery] = useState('')
  const listed = useMemo(() => rowsOf(rows, tab, query), [rows, tab, query])
  const tabs = folderTabs.map((id) => ({ id, label: words.tab(words.tabs[id], countOf(rows, id)) }))
  if (job === null) return null
  const { files, skipped, waiting, stored, attention, refused, failed, chosen } = job
  const total = files - skipped
  const isDone = work === null && job.finishedAt !== null
  return (
    <>
      <div className={styles['head']}>
        {error && <ErrorNote error={error} />}
        {work === 'look' && <WorkBar text={words.looking(total - waiting, total)} part={partOf(total - waiting, total)} stop={{ label: words.stop, run: stopWork }} />}
        {work === 'store' && <WorkBar text={words.storing(stored, stored + chosen)} part={partOf(stored, stored + chosen)} stop={{ label: words.stop, run: stopWork }} />}
        {work === null && <p role="status" className={styles['summary']}>{isDone || stored > 0 ? words.counts(stored, rows.filter((row) => row.state === 'stored' && needsAttention(row)).length, refused + failed, files - stored - refused - failed) : words.summary(chosen, attention, refused)}{waiting > 0 && words.unread(waiting)}</p>}
        {isCutOff(rows) && <p className="amber-text">{words.cutOff}</p>}
        <div className={styles['tools']}>
          <Segmented label={words.view} options={tabs} value={tab} onChange={setTab} />
          <span className="sp" />
          <span className={`field ${styles['search'] ?? ''}`}><input type="search" aria-label={words.search} placeholder={words.search} value={query} onChange={(event) => setQuery(event.target.value)} /></span>
        </div>
        {work === null && (tab !== 'all' || !isDone) && <FolderTogether rows={listed} />}
      </div>
      <FolderTable key={tab} rows={listed} all={rows} isBusy={work === 'store'} />
      <footer className="dialog-actions">
        <Button kind="quiet" disabled={work !== null} onClick={leaveFolder}>{words.another}</Button>
        <span className="sp" />
        <Button kind="quiet" disabled={work !== null} onClick={() => void saveFolderReport('txt')}>{words.saveText}</Button>
        <Button disabled={work !== null} onClick={() => void saveFolderReport('csv')}>{words.saveReport}</Button>
        {waiting > 0 && work === null && <Button kind="primary" onClick={() => void lookOn()}>{words.lookOn}</Button>}
        {isDone && chosen === 0 ? <Button kind="primary" onClick={closeFolderImport}>{words.done}</Button> : <Button kind={waiting > 0 && work === null ? 'plain' : 'primary'} busy={work === 'store'} disabled={work === 'look' || chosen === 0} onClick={() => void storeRows()}>{words.store(chosen)}</Button>}
      </footer>
    </>
  )
}
