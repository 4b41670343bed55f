import { useEffect, useRef, useState } from 'react'
import { reviewText } from '../../shared/text/review'
import { versionsText } from '../../shared/text/versions'
import { useStore } from '../state/createStore'
import { describeDate, describeDay } from '../state/moment'
import { session } from '../state/session'
import { loadVersions, namePresent, versions } from '../state/versions'
import { readBackWord, underReview } from '../state/review'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { ConflictChoice } from './ConflictChoice'
import { groupVersions } from './versionGroups'
import { ReviewList } from './ReviewList'
import { VersionRow } from './VersionRow'
import styles from './VersionsPanel.module.css'

/** 版本: name the present state; every version with what can be done with it. */
export function VersionsPanel() {
  const id = useStore(session, (state) => state.report?.id)
  const generation = useStore(session, (state) => state.generation)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const conflictWith = useStore(session, (state) => state.conflictWith)
  const { reportId, list, unreadable, error } = useStore(versions, (state) => state)
  const [waiting, setWaiting] = useState<number | null>(null)
  const review = useStore(underReview, (state) => state)
  useEffect(() => { void loadVersions() }, [id, generation])
  if (review !== null && review.reportId === id) return <ReviewList current={review} />

  if (error !== null) return <div className={styles['panel']}><div className={styles['note']}><ErrorNote error={error} /></div></div>
  if (list === null || reportId !== id) return <div className={styles['panel']}><EmptyState text={versionsText.loading} /></div>
  const { named, days } = groupVersions(list, describeDate)
  const newest = list[0]?.generation
  const row = (version: (typeof named)[number]) => <VersionRow key={version.generation} version={version} isNewest={version.generation === newest} isReadOnly={isReadOnly} waiting={waiting} onWait={setWaiting} />
  const waitingFor = list.find((version) => version.generation === waiting)
  return (
    <div className={styles['panel']} data-takes-file={isReadOnly ? undefined : 'readBack'}>
      {conflictWith !== null && <ConflictChoice theirs={conflictWith} mine={generation} />}
      {!isReadOnly && <NameField />}
      {waitingFor !== undefined && (
        <p className={styles['waiting']} role="status">{versionsText.chooseOther(waitingFor.name === '' ? describeDay(waitingFor.savedAt) : waitingFor.name)}<Button kind="quiet" onClick={() => setWaiting(null)}>{versionsText.cancel}</Button></p>
      )}
      <div className="scroll">
        <section className={styles['group']}>
          <h2>{versionsText.namedVersions}</h2>
          {named.length === 0 ? <p className={styles['none']}>{versionsText.none}</p> : <ul>{named.map(row)}</ul>}
        </section>
        <section className={styles['group']}>
          <h2>{versionsText.autosaves}</h2>
          {days.map(({ day, versions: those }, index) => <details key={day} open={index === 0}><summary>{day}<span>{those.length}</span></summary><ul>{those.map(row)}</ul></details>)}
        </section>
        {unreadable.length > 0 && <p className={styles['none']}>{versionsText.unreadable(unreadable)}</p>}
      </div>
      {!isReadOnly && (
        <div className={styles['read-back']}>
          <Button onClick={() => void readBackWord()}>{reviewText.start}</Button>
          <p>{reviewText.startHint}</p>
        </div>
      )}
    </div>
  )
}

/** One field with the usual names to choose from. */
function NameField() {
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const namings = useStore(versions, (state) => state.namings)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => { if (namings > 0) field.current?.focus() }, [namings])
  const give = async (given: string): Promise<void> => {
    if (given.trim() === '' || isBusy) return
    setBusy(true)
    if (await namePresent(given)) setName('')
    setBusy(false)
  }
  return (
    <form className={styles['name-now']} onSubmit={(event) => { event.preventDefault(); void give(name) }}>
      <label htmlFor="version-name">{versionsText.nameNow}</label>
      <div>
        <span className="field"><input id="version-name" ref={field} value={name} placeholder={versionsText.namePlaceholder} maxLength={40} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} /></span>
        <Button isSubmit busy={isBusy} disabled={name.trim() === ''}>{versionsText.name}</Button>
      </div>
      <div className={styles['suggestions']}>{versionsText.suggestions.map((each) => <button key={each} type="button" onClick={() => void give(each)}>{each}</button>)}</div>
    </form>
  )
}
