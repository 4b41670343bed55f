import { errorMessage } from '../../shared/text/errors'
import { findText as text } from '../../shared/text/find'
import { takeBackEverywhere, type FindEverywhere, type Refused, type Replaced } from '../state/findEverywhere'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import styles from './find.module.css'

export interface ReplaceResultProps {
  readonly result: Replaced
  readonly progress: FindEverywhere['progress']
  readonly onDone: () => void
}

/** What was replaced where, what was left alone and why, and the way back (SPEC FIND-12, FIND-13). */
export function ReplaceResult({ result, progress, onDone }: ReplaceResultProps) {
  const { here, done, refused, error, back } = result
  const rows = [...(here === null || here.replaced === 0 ? [] : [{ id: 'here', title: here.title, replaced: here.replaced }]), ...done]
  const places = rows.reduce((sum, { replaced }) => sum + replaced, 0)
  return (
    <div className={styles['list']}>
      <div className={styles['listHead']}>
        <b role="status">{progress !== null ? text.takingBack(progress.done, progress.of) : back === null ? text.done(places, rows.length) : text.tookBack(back.count)}</b>
        <span className="sp" />
        {back === null && rows.length > 0 && <Button disabled={progress !== null} onClick={() => void takeBackEverywhere()}>{text.takeBackAll}</Button>}
        <Button kind="primary" disabled={progress !== null} onClick={onDone}>{text.finish}</Button>
      </div>
      <div className={styles['rows']}>
        {error !== null && <div className={styles['note']}>{text.stopped}<ErrorNote error={error} /></div>}
        {back !== null && back.refused.length > 0 && <RefusedRows title={text.notTakenBack(back.refused.length)} refused={back.refused} />}
        {refused.length > 0 && <RefusedRows title={text.left(refused.length)} refused={refused} />}
        {back === null && rows.length > 0 && <ul>{rows.map((row) => <li key={row.id}><p>{row.title}<small>{text.doneOne(row.replaced)}</small></p></li>)}</ul>}
        {back === null && done.length > 0 && <p className={styles['note']}>{text.kept}</p>}
      </div>
    </div>
  )
}

function RefusedRows({ title, refused }: { readonly title: string; readonly refused: readonly Refused[] }) {
  return (
    <section>
      <p className={styles['left']}>{title}</p>
      <ul>{refused.map((each) => <li key={each.id}><p>{each.title}<small>{errorMessage(each.error).found}</small></p></li>)}</ul>
    </section>
  )
}
