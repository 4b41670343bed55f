import { useEffect, useRef } from 'react'
import { errorMessage } from '../../shared/text/errors'
import { findText as text } from '../../shared/text/find'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { find } from '../state/find'
import { findEverywhere, forgetEverywhere, lookEverywhere, replaceEverywhere, type ReportPlaces } from '../state/findEverywhere'
import { openReport } from '../state/navigation'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import { IconButton } from '../ui/IconButton'
import { hitKey, useHits } from './HitList'
import { useLeftOut } from './leftOut'
import { PlaceRow } from './PlaceRow'
import { ReplaceResult } from './ReplaceResult'
import styles from './find.module.css'

/** Typing is waited for so long before all reports are read. */
const pause = 300

/** The places of many reports, by report, each with its tick (SPEC FIND-11). */
export function EverywhereList({ reach }: { readonly reach: 'year' | 'all' }) {
  const query = useStore(find, (state) => state.query)
  const { isLooking, error, shown, progress, result } = useStore(findEverywhere, (state) => state)
  useEffect(() => {
    const timer = setTimeout(() => void lookEverywhere(query, reach), pause)
    return () => clearTimeout(timer)
  }, [query, reach])
  useEffect(() => forgetEverywhere, [])
  if (result !== null) return <ReplaceResult result={result} progress={progress} onDone={() => void lookEverywhere(query, reach)} />
  if (error !== null) return <div className={styles['list']}><ErrorNote error={error} /></div>
  if (progress !== null) return <p className={styles['note']} role="status">{text.replacing(progress.done, progress.of)}</p>
  if (query.words === '') return null
  if (shown === null) return <p className={styles['note']} role="status">{isLooking ? text.looking : ''}</p>
  return <Places key={JSON.stringify([query, reach])} {...shown} />
}

const keyIn = (report: ReportPlaces, index: number): string => `${report.id} ${index}`

function Places({ reports, total, unread }: { readonly reports: readonly ReportPlaces[]; readonly total: number; readonly unread: number }) {
  const { replacement, total: totalHere, isReplacing } = useStore(find, (state) => state)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const title = useStore(session, (state) => state.report?.title)
  const hits = useHits()
  const leftOut = useLeftOut()
  const open = reports.filter(({ blocked }) => blocked === undefined)
  const outHere = hits.flatMap((hit, index) => (leftOut.has(hitKey(hit, index)) ? [index] : []))
  const countHere = isReadOnly ? 0 : totalHere - outHere.length
  const chosen = open.map((report) => ({ id: report.id, generation: report.generation, chosen: report.places.flatMap((_place, index) => (leftOut.has(keyIn(report, index)) ? [] : [index])) })).filter((each) => each.chosen.length > 0)
  const count = countHere + chosen.reduce((sum, each) => sum + each.chosen.length, 0)
  const listed = open.reduce((sum, { places }) => sum + places.length, 0)
  if (reports.length === 0 && totalHere === 0) return <p className={styles['note']} role="status">{text.noOthers}{unread > 0 && text.unread(unread)}</p>
  return (
    <div className={styles['list']}>
      <div className={styles['listHead']}>
        <span role="status">{text.others(reports.length + (totalHere > 0 ? 1 : 0), total + totalHere)}</span>
        <span className="sp" />
        {isReplacing && <Button kind="primary" disabled={count === 0} onClick={() => void replaceEverywhere(chosen, countHere === 0 ? null : outHere)}>{text.replaceAll(count)}</Button>}
      </div>
      {unread > 0 && <p className={styles['note']}>{text.unread(unread)}</p>}
      {listed < total && <p className={styles['note']}>{text.listed(listed, total)}</p>}
      <div className={styles['rows']} role="group" aria-label={text.list}>
        {totalHere > 0 && (
          <section>
            <Head title={title?.join('') ?? ''} note={`${text.here}　${text.placesIn(totalHere)}`} isTicked={outHere.length === 0} isMixed={outHere.length > 0 && outHere.length < hits.length} isDisabled={isReadOnly} onTick={(isOut) => leftOut.setAll(hits.map(hitKey), isOut)} />
            {isReadOnly ? <p className={styles['note']}>{text.readOnly}</p> : (
              <ul>
                {hits.map((hit, index) => (
                  <PlaceRow
                    key={hitKey(hit, index)} {...hit} place={hit.place === 'body' ? '' : text.places[hit.place]} replacement={replacement} isTicked={!leftOut.has(hitKey(hit, index))}
                    onTick={() => leftOut.toggle(hitKey(hit, index))} onGo={() => void desk.get().handle?.goToHit(index)}
                  />
                ))}
              </ul>
            )}
          </section>
        )}
        {reports.map((report) => {
          const keys = report.places.map((_place, index) => keyIn(report, index))
          const out = keys.filter(leftOut.has).length
          return (
            <section key={report.id}>
              <Head title={report.title} note={`${report.year}　${text.placesIn(report.total)}`} isTicked={out === 0 && report.blocked === undefined} isMixed={out > 0 && out < keys.length} isDisabled={report.blocked !== undefined} onTick={(isOut) => leftOut.setAll(keys, isOut)} onOpen={() => void openReport(report.id)} />
              {report.blocked !== undefined && <p className={styles['note']}>{errorMessage(report.blocked).found}</p>}
              <ul>
                {report.places.map((place, index) => (
                  <PlaceRow key={keyIn(report, index)} {...place} place={place.place === 'body' ? '' : text.places[place.place]} replacement={replacement} isTicked={!leftOut.has(keyIn(report, index))} onTick={() => leftOut.toggle(keyIn(report, index))} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </div>
  )
}

interface HeadProps {
  readonly title: string
  readonly note: string
  readonly isTicked: boolean
  readonly isMixed: boolean
  readonly isDisabled: boolean
  /** True: all of it is left out from now on. */
  readonly onTick: (isOut: boolean) => void
  readonly onOpen?: () => void
}

function Head({ title, note, isTicked, isMixed, isDisabled, onTick, onOpen }: HeadProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => { if (box.current !== null) box.current.indeterminate = isMixed }, [isMixed])
  return (
    <div className={styles['group']}>
      <label>
        <input ref={box} type="checkbox" checked={isTicked} disabled={isDisabled} onChange={() => onTick(isTicked)} />
        <b>{title}</b><span>{note}</span>
      </label>
      {onOpen !== undefined && <IconButton icon="right" label={`${text.open}：${title}`} onClick={onOpen} />}
    </div>
  )
}
