import { memo, useEffect, useMemo, useRef, useState, type Ref } from 'react'
import { versionsText } from '../../shared/text/versions'
import { useStore } from '../state/createStore'
import { session } from '../state/session'
import { settings } from '../state/settings'
import { closeShown, setChangeCount, versions, type Shown } from '../state/versions'
import { changedRows, drawComparison, lineEstimate, rowGroups, type Comparison, type ComparisonRow, type DrawnPiece } from './comparisonRows'
import styles from './ComparisonView.module.css'

interface Shape {
  /** Class of the pane in which a page lies, and what holds its zoom. */
  readonly pane: string
  readonly paneRef: Ref<HTMLDivElement>
  readonly shown: Shown
  readonly isFiltered: boolean
}

/** Two versions as one text, read-only, in the place of the editor; or one version alone. */
export function ComparisonView({ pane, paneRef, shown, isFiltered }: Shape) {
  const present = useStore(session, (state) => state.report)
  const at = useStore(versions, (state) => state.at)
  const [comparison, setComparison] = useState<Comparison | null>(null)
  const digits = useStore(settings, (state) => state.layout.digits)
  const page = useRef<HTMLDivElement>(null)
  const before = (shown.kind === 'compare' ? shown.before : shown.side).content ?? present
  const after = (shown.kind === 'compare' ? shown.after : shown.side).content ?? present

  useEffect(() => {
    if (before === null || after === null) return
    // After the frame that says so: a long report takes a moment.
    const timer = setTimeout(() => {
      const drawn = drawComparison(before, after)
      setComparison(drawn)
      setChangeCount(drawn.changes)
    })
    return () => clearTimeout(timer)
  }, [before, after])

  const isReady = comparison !== null
  useEffect(() => {
    const element = page.current
    // A text to be read with the keys of the page: it can be reached and scrolled, and takes no input.
    if (element !== null) element.tabIndex = 0
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      closeShown()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => { if (isReady) page.current?.focus({ preventScroll: true }) }, [isReady])
  useEffect(() => {
    if (!isReady || shown.kind === 'read') return
    page.current?.querySelector('[data-current]')?.removeAttribute('data-current')
    const place = page.current?.querySelector(`[data-change="${at}"]`)
    place?.setAttribute('data-current', '')
    return place === undefined || place === null ? undefined : bringIntoSight(place)
  }, [at, isReady, isFiltered, shown.kind])

  const groups = useMemo(() => (comparison === null ? [] : rowGroups(isFiltered ? changedRows(comparison.rows) : comparison.rows)), [comparison, isFiltered])
  const label = shown.kind === 'compare' ? `${versionsText.comparison}：${versionsText.compared(shown.before.label, shown.after.label)}` : versionsText.reading(shown.side.label)
  return (
    <div className={`scroll ${pane}`} ref={paneRef} aria-busy={comparison === null}>
      <div className="page-host" data-digits={digits} data-item-lead={after?.itemLead}>
        <div
          ref={page} className={`page ${styles['page'] ?? ''}`} role="document" aria-label={label} data-comparison="true"
        >
          {comparison === null && <p className="comparison-note">{versionsText.comparing}</p>}
          {comparison?.isEqual === true && shown.kind === 'compare' && <p className="comparison-note">{versionsText.equal}</p>}
          {groups.map((rows) => <RowGroup key={rows[0]?.key} rows={rows} />)}
        </div>
      </div>
    </div>
  )
}

/** What is skipped by the browser gets its true height only when it comes near: the place is gone to again until it stays. */
function bringIntoSight(place: Element): () => void {
  let frames = 6
  let frame = 0
  const go = (): void => {
    place.scrollIntoView({ block: 'center' })
    frames -= 1
    if (frames > 0) frame = requestAnimationFrame(go)
  }
  go()
  return () => cancelAnimationFrame(frame)
}

const RowGroup = memo(function RowGroup({ rows }: { readonly rows: readonly ComparisonRow[] }) {
  return <div className="chunk" style={{ containIntrinsicSize: `auto calc(var(--hang) * ${lineEstimate(rows)})` }}>{rows.map((row) => <Row key={row.key} row={row} />)}</div>
})

function Row({ row }: { readonly row: ComparisonRow }) {
  const place = row.change === null ? {} : { 'data-change': row.change }
  const notes = row.notes.length > 0 && <span className={styles['notes']}>{row.notes.join('；')}</span>
  if (row.isPageBreak) return <div className={styles['row']} data-mark={row.mark} {...place}>{notes}<div className="page-break" /></div>
  if (row.look === 'comparison-note') return <p className="comparison-note" {...place}>{row.notes.join('；')}</p>
  if (row.table !== null) {
    return (
      <div className={styles['row']} data-mark={row.mark} {...place}>
        {notes}
        <table className="sheet"><tbody>
          {row.table.rows.map((cells, index) => (
            <tr key={index} data-mark={cells.kind}>{cells.cells.map((pieces, column) => <td key={column}>{pieces.map((piece, at) => <Piece key={at} piece={{ ...piece, isLead: false, change: null }} />)}</td>)}</tr>
          ))}
        </tbody></table>
      </div>
    )
  }
  return (
    <div className={styles['row']} data-mark={row.mark} {...place}>
      {notes}
      <p className={row.look} data-n={row.number === '' ? undefined : row.number}>{row.pieces.map((piece, index) => <Piece key={index} piece={piece} />)}</p>
    </div>
  )
}

function Piece({ piece: { kind, text, isLead, change } }: { readonly piece: DrawnPiece }) {
  const place = change === null ? {} : { 'data-change': change }
  const words = isLead ? <span className="lead">{text}</span> : text
  if (kind === 'added') return <ins {...place}>{words}</ins>
  return kind === 'removed' ? <del {...place}>{words}</del> : <>{words}</>
}
