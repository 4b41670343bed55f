import { useMemo, useState } from 'react'
import { findText as text } from '../../shared/text/find'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import type { FoundHit } from '../state/deskHandle'
import { changeFind, find } from '../state/find'
import { session } from '../state/session'
import { Button } from '../ui/Button'
import { BeforeAfter } from './BeforeAfter'
import { replaceAll } from './replaceHere'
import styles from './find.module.css'

/** More rows than this are not read by anybody. */
const mostRows = 500

/** Every place before and after, each with its tick (SPEC FIND-10). */
export function HitList() {
  const handle = useStore(desk, (state) => state.handle)
  const { looks, total, current, replacement } = useStore(find, (state) => state)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const hits = useMemo(() => (looks < 0 ? [] : handle?.hits(mostRows) ?? []), [handle, looks])
  /** By place and text: a place that changed meanwhile has its tick again. */
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const out = hits.flatMap((hit, index) => (leftOut.has(keyOf(hit, index)) ? [index] : []))
  const toggle = (key: string): void => setLeftOut((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]))
  const count = total - out.length
  return (
    <div className={styles['list']}>
      <div className={styles['listHead']}>
        <Button kind="quiet" onClick={() => setLeftOut(new Set(out.length === 0 ? hits.map(keyOf) : []))}>{out.length === 0 ? text.tickNone : text.tickAll}</Button>
        <span className="sp" />
        <Button kind="primary" disabled={isReadOnly || count === 0} onClick={() => { replaceAll(out); changeFind({ isListShown: false }) }}>{text.replaceAll(count)}</Button>
      </div>
      <ul className={styles['rows']} aria-label={text.list}>
        {hits.map((hit, index) => {
          const key = keyOf(hit, index)
          return (
            <li key={key} data-current={index === current || undefined}>
              <input type="checkbox" checked={!leftOut.has(key)} aria-label={hit.excerpt} onChange={() => toggle(key)} />
              <button type="button" onClick={() => void handle?.goToHit(index)}><BeforeAfter {...hit} place={text.places[hit.place]} replacement={replacement} /></button>
            </li>
          )
        })}
        {total > hits.length && <li className={styles['note']}>{text.more(total - hits.length)}</li>}
      </ul>
    </div>
  )
}

function keyOf(hit: FoundHit, index: number): string {
  return `${index} ${hit.excerpt}`
}
