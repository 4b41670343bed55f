import { useMemo } from 'react'
import { findText as text } from '../../shared/text/find'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import type { FoundHit } from '../state/deskHandle'
import { changeFind, find } from '../state/find'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import { useLeftOut } from './leftOut'
import { PlaceRow } from './PlaceRow'
import { replaceAll } from './replaceHere'
import styles from './find.module.css'

/** More rows than this are not read by anybody. */
const mostRows = 500

/** The places on the desk as they stand now. */
export function useHits(): readonly FoundHit[] {
  const handle = useStore(desk, (state) => state.handle)
  const looks = useStore(find, (state) => state.looks)
  return useMemo(() => (looks < 0 ? [] : handle?.hits(mostRows) ?? []), [handle, looks])
}

/** By place and text: a place that changed meanwhile has its tick again. */
export function hitKey(hit: FoundHit, index: number): string {
  return `${index} ${hit.excerpt}`
}

/** Every place before and after, each with its tick (SPEC FIND-10). */
export function HitList() {
  const { total, current, replacement } = useStore(find, (state) => state)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const hits = useHits()
  const leftOut = useLeftOut()
  const out = hits.flatMap((hit, index) => (leftOut.has(hitKey(hit, index)) ? [index] : []))
  const count = total - out.length
  return (
    <div className={styles['list']}>
      <div className={styles['listHead']}>
        <Button kind="quiet" onClick={() => leftOut.setAll(hits.map(hitKey), out.length === 0)}>{out.length === 0 ? text.tickNone : text.tickAll}</Button>
        <span className="sp" />
        <Button kind="primary" disabled={isReadOnly || count === 0} onClick={() => { replaceAll(out); changeFind({ isListShown: false }) }}>{text.replaceAll(count)}</Button>
      </div>
      <ul className={styles['rows']} aria-label={text.list}>
        {hits.map((hit, index) => (
          <PlaceRow
            key={hitKey(hit, index)} {...hit} place={hit.place === 'body' ? '' : text.places[hit.place]} replacement={replacement} isCurrent={index === current}
            isTicked={!leftOut.has(hitKey(hit, index))} onTick={() => leftOut.toggle(hitKey(hit, index))} onGo={() => void desk.get().handle?.goToHit(index)}
          />
        ))}
        {total > hits.length && <li className={styles['note']}>{text.more(total - hits.length)}</li>}
      </ul>
    </div>
  )
}
