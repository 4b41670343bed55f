import { useEffect } from 'react'
import { cleaningText as words } from '../../shared/text/cleaning'
import { cleaning, forgetDirt, lookForDirt, offerForImported, openCleaning, putCleaningAway } from '../state/cleaning'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { session } from '../state/session'
import { settings } from '../state/settings'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import styles from './CleaningBar.module.css'

/** Milliseconds after the last change until the report is looked through again. */
const PAUSE = 500

/** A quiet line after an import or a paste: how many places could be cleaned, and of what kind. Doubtful ones alone are not worth it. */
export function CleaningBar() {
  const report = useStore(session, (state) => state.report)
  const key = useStore(session, (state) => state.key)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const rules = useStore(settings, (state) => state.cleaning)
  const isOpen = useStore(desk, (state) => state.panel === 'cleaning')
  const isOffered = useStore(cleaning, (state) => state.isOffered)
  const proposals = useStore(cleaning, (state) => state.proposals)
  useEffect(() => {
    forgetDirt()
    offerForImported()
  }, [key, rules])
  useEffect(() => {
    if (report === null || isReadOnly || !(isOffered || isOpen)) return undefined
    const wait = cleaning.get().of === null ? 0 : PAUSE
    const timer = setTimeout(lookForDirt, wait)
    return () => clearTimeout(timer)
  }, [report, isReadOnly, isOffered, isOpen, rules])
  const sure = proposals.filter((each) => each.kind !== 'remark' && !each.isDoubtful)
  if (!isOffered || isOpen || isReadOnly || sure.length === 0) return null
  const names = [...new Set(sure.map(({ rule }) => words.rules[rule].name))]
  const close = (): void => { putCleaningAway(); desk.get().handle?.focus() }
  return (
    <div className={styles['bar']}>
      <p role="status">{words.found(sure.length)}<span className={styles['kinds']}>{words.kinds(names)}</span></p>
      <Button kind="quiet" onClick={openCleaning}>{words.look}</Button>
      <IconButton icon="close" label={words.later} onClick={close} />
    </div>
  )
}
