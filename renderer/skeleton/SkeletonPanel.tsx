import { useDeferredValue, useEffect, useMemo } from 'react'
import { compareSkeletons } from '../../shared/skeleton/compareSkeletons'
import { gaugeGroups } from '../../shared/skeleton/gauge'
import { skeletonRows, skeletonText, type SkeletonRow } from '../../shared/skeleton/skeletonRows'
import { skeletonText as text } from '../../shared/text/skeleton'
import { copyText } from '../state/clipboard'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { library, useReports } from '../state/library'
import { session } from '../state/session'
import { beginSkeleton, chooseEarlier, showSkeleton, skeleton } from '../state/skeleton'
import { showToast } from '../state/toast'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { EmptyState } from '../ui/EmptyState'
import { Segmented } from '../ui/Segmented'
import { GaugeGroup } from './GaugeGroup'
import { SkeletonChanges } from './SkeletonChanges'
import styles from './SkeletonPanel.module.css'

const views = (['headings', 'leads', 'items', 'years'] as const).map((id) => ({ id, label: text.views[id] }))

/** So many reports are offered for comparison, the newest. */
const mostYears = 300

/** 骨架: the bones of the report at three depths, how alike the headings of a group are built, and what an earlier year had. */
export function SkeletonPanel() {
  const blocks = useStore(session, (state) => state.report?.blocks)
  const numbering = useStore(session, (state) => state.report?.numbering)
  const reportId = useStore(session, (state) => state.report?.id)
  const reports = useStore(library, (state) => state.reports)
  const { view, earlier } = useStore(skeleton, (state) => state)
  const depth = view === 'years' ? 'headings' : view
  // Keys come first: the bones follow when nothing is typed.
  const settled = useDeferredValue(blocks)
  const rows = useMemo(() => (settled === undefined || numbering === undefined ? [] : skeletonRows({ blocks: settled, numbering }, depth)), [settled, numbering, depth])
  const groups = useMemo(() => (depth === 'leads' ? [] : gaugeGroups(rows).filter(({ measures }) => depth === 'headings' || measures[0]?.row.kind === 'item')), [rows, depth])
  const changes = useMemo(() => (earlier === null || settled === undefined || numbering === undefined
    ? null
    : compareSkeletons(skeletonRows(earlier, 'headings'), skeletonRows({ blocks: settled, numbering }, 'headings'))), [earlier, settled, numbering])
  useEffect(() => { void beginSkeleton() }, [reportId, reports])
  const found = useReports(view === 'years' ? {} : null, mostYears)
  const years = (found?.reports ?? []).filter(({ id }) => id !== reportId).sort((one, other) => other.year - one.year || one.title.localeCompare(other.title, 'zh'))
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <Segmented label={text.view} value={view} options={views} onChange={showSkeleton} />
        <Button kind="quiet" disabled={rows.length === 0} onClick={() => void copy(rows)}>{text.copy}</Button>
      </div>
      <div className="scroll">
        {view !== 'years' && rows.length === 0 && <EmptyState text={depth === 'items' ? text.noItems : text.empty} />}
        {view === 'leads' && <Leads rows={rows} />}
        {(view === 'headings' || view === 'items') && rows.length > 0 && (
          <section className={styles['gauges']} aria-label={text.gauges}>
            <p className="hint">{groups.length === 0 ? text.noGroups : text.gaugesHint}</p>
            {groups.map((group) => <GaugeGroup key={group.measures[0]?.row.id} group={group} onGo={go} />)}
          </section>
        )}
        {view === 'years' && (
          <section className={styles['earlier']} aria-label={text.years}>
            <Choice
              label={text.years} value={earlier?.id ?? ''} onChange={(id) => void chooseEarlier(id === '' ? null : id)}
              options={[{ id: '', label: text.noYear }, ...years.map((each) => ({ id: each.id, label: text.choose(each.year, each.title) }))]}
            />
            {changes === null || earlier === null ? <p className="hint">{text.yearsHint}</p> : <SkeletonChanges changes={changes} year={earlier.year} onGo={go} />}
          </section>
        )}
      </div>
    </div>
  )
}

/** Headings with the first sentence of every paragraph. */
function Leads({ rows }: { readonly rows: readonly SkeletonRow[] }) {
  return (
    <ul className={styles['leads']}>
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" data-kind={row.kind} data-depth={Math.min(row.depth, 4)} onClick={() => go(row)}><span>{row.number}</span>{row.text}</button>
        </li>
      ))}
    </ul>
  )
}

function go({ blockId, from }: SkeletonRow): void {
  desk.get().handle?.goTo(blockId, from)
}

async function copy(rows: readonly SkeletonRow[]): Promise<void> {
  showToast(copyText(skeletonText(rows)) ? { text: text.copied } : { text: text.notCopied, tone: 'error' })
}
