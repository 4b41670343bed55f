import { useMemo, useRef, type KeyboardEvent } from 'react'
import { reviewText } from '../../shared/text/review'
import type { ReviewComment } from '../../shared/ipc/contract'
import { acceptChanges, endReview, goToChange, openChanges, refuseChanges, reopenChange, type Decision, type UnderReview } from '../state/review'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { rowReached } from '../ui/rowKeys'
import { reviewRows, type ReviewRow } from './reviewRows'
import styles from './ReviewList.module.css'

/** The changes of an edited copy beside the page: each is accepted or refused, by button and by key. */
export function ReviewList({ current }: { readonly current: UnderReview }) {
  const { review, comments, decisions, fileName } = current
  const { rows, others } = useMemo(() => reviewRows(review, comments), [review, comments])
  const list = useRef<HTMLUListElement>(null)
  const open = openChanges(current)
  const focusRow = (id: string | undefined): void => { if (id !== undefined) list.current?.querySelector<HTMLElement>(`[data-change-row="${id}"]`)?.focus() }

  /** The next change about which nothing is decided, below first. */
  const nextOpen = (id: string): string | undefined => {
    const at = rows.findIndex(({ change }) => change.id === id)
    const ring = [...rows.slice(at + 1), ...rows.slice(0, at)]
    return ring.find(({ change }) => !decisions.has(change.id))?.change.id
  }
  const accept = async (id: string): Promise<void> => {
    const next = nextOpen(id)
    await acceptChanges([id])
    focusRow(next ?? id)
  }
  const refuse = (id: string): void => {
    const next = nextOpen(id)
    refuseChanges([id])
    focusRow(next ?? id)
  }
  const onKeyDown = (event: KeyboardEvent, { change }: ReviewRow): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const at = rows.findIndex((row) => row.change.id === change.id)
    const to = rowReached(event.key, at, rows.length)
    const isOpen = !decisions.has(change.id)
    if (event.key === 'Enter') { if (isOpen) void accept(change.id) }
    else if (event.key === 'Delete') { if (isOpen) refuse(change.id) }
    else if (event.key === 'Backspace') reopenChange(change.id)
    else if (to !== null) {
      const row = rows[to]
      if (row !== undefined) {
        goToChange(row.change)
        focusRow(row.change.id)
      }
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <h2 title={fileName}>{reviewText.title(fileName)}</h2>
        <p role="status">{reviewText.left(open.length, rows.length)}</p>
        <div>
          <Button disabled={open.length === 0} onClick={() => void acceptChanges(open.map(({ id }) => id))}>{reviewText.acceptAll}</Button>
          <Button disabled={open.length === 0} onClick={() => refuseChanges(open.map(({ id }) => id))}>{reviewText.refuseAll}</Button>
          <Button kind="quiet" onClick={endReview}>{reviewText.end}</Button>
        </div>
      </header>
      <div className="scroll">
        {rows.length === 0 && <EmptyState text={reviewText.nothing} />}
        <ul ref={list} aria-label={reviewText.list}>
          {rows.map((row) => {
            const decision = decisions.get(row.change.id)
            return (
              <li key={row.change.id} className={styles['row']} data-decision={decision}>
                <button type="button" data-change-row={row.change.id} className={styles['change']} onClick={() => { goToChange(row.change); focusRow(row.change.id) }} onKeyDown={(event) => onKeyDown(event, row)}>
                  <span className={styles['kind']}>{row.kind}{decision !== undefined && <b>{reviewText.decisions[decision]}</b>}</span>
                  <span className={styles['words']}>{row.pieces.map(({ kind, text }, index) => (kind === 'added' ? <ins key={index}>{text}</ins> : kind === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>))}</span>
                  {row.comments.map((comment, index) => <Comment key={index} comment={comment} isAlone={false} />)}
                </button>
                <RowButtons decision={decision} onAccept={() => void accept(row.change.id)} onRefuse={() => refuse(row.change.id)} onReopen={() => { reopenChange(row.change.id); focusRow(row.change.id) }} />
              </li>
            )
          })}
        </ul>
        {others.length > 0 && (
          <section className={styles['others']}>
            <h2>{reviewText.otherComments}</h2>
            {others.map((comment, index) => <p key={index}><Comment comment={comment} isAlone /></p>)}
          </section>
        )}
      </div>
      <p className={styles['foot']}>{reviewText.keys}</p>
    </div>
  )
}

interface Buttons {
  readonly decision: Decision | undefined
  readonly onAccept: () => void
  readonly onRefuse: () => void
  readonly onReopen: () => void
}

function RowButtons({ decision, onAccept, onRefuse, onReopen }: Buttons) {
  if (decision === 'accepted') return null
  if (decision !== undefined) return <span className={styles['actions']}><IconButton icon="undo" label={reviewText.reopen} onClick={onReopen} /></span>
  return (
    <span className={styles['actions']}>
      <IconButton icon="tick" label={reviewText.accept} onClick={onAccept} />
      <IconButton icon="close" label={reviewText.refuse} onClick={onRefuse} />
    </span>
  )
}

function Comment({ comment, isAlone }: { readonly comment: ReviewComment; readonly isAlone: boolean }) {
  return (
    <span className={styles['comment']}>
      <b>{reviewText.comment(comment.author)}</b>{comment.text}{isAlone && comment.quote !== '' && <i>{reviewText.aboutQuote(comment.quote)}</i>}
    </span>
  )
}
