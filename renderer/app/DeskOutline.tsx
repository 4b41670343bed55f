import { useMemo } from 'react'
import { findingsByRow } from '../../shared/outline/outlineFinding'
import { outlineRows } from '../../shared/outline/outlineRows'
import { reportCharacters } from '../../shared/outline/reportCharacters'
import type { Block, Report } from '../../shared/report/report'
import { outlineText } from '../../shared/text/outline'
import { runAction } from '../commands/commandRuntimes'
import { OutlinePane } from '../outline/OutlinePane'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { changeReport, session } from '../state/session'
import { changeSettings, settings } from '../state/settings'
import { showToast } from '../state/toast'
import { closeShown, versions } from '../state/versions'
import { useFindings } from './useFindings'

/** The outline of the report as it stands now: computed at every change from remembered parts. */
export function DeskOutline({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const report = useStore(session, (state) => state.report)
  const placeId = useStore(desk, (state) => state.seenId ?? state.place.blockId)
  const areItemsShown = useStore(settings, (state) => state.areEnumerationsShown)
  return report === null ? null : <Pane report={report} placeId={placeId} areItemsShown={areItemsShown} isReadOnly={isReadOnly} />
}

function Pane({ report, placeId, areItemsShown, isReadOnly }: { readonly report: Report; readonly placeId: string | null; readonly areItemsShown: boolean; readonly isReadOnly: boolean }) {
  const { blocks, numbering } = report
  const rows = useMemo(() => outlineRows({ blocks, numbering }), [blocks, numbering])
  const order = useMemo(() => orderOf(blocks), [blocks])
  const targets = useMemo(() => targetsOf(blocks), [blocks])
  const found = useFindings(blocks)
  const findings = useMemo(() => findingsByRow(rows, order, found), [rows, order, found])
  return (
    <OutlinePane
      rows={rows} order={order} targets={targets} findings={findings} characters={reportCharacters(report)} target={report.target}
      placeId={placeId} isReadOnly={isReadOnly} areItemsShown={areItemsShown}
      onShowItems={(areEnumerationsShown) => void changeSettings({ areEnumerationsShown })}
      onHide={() => void changeSettings({ isOutlineShown: false })}
      onGo={goToPlace}
      onAction={runAction} onRemove={removeSections}
      onTarget={(target) => changeReport(({ target: _former, ...now }) => (target === null ? now : { ...now, target }))}
    />
  )
}

function goToPlace(blockId: string, offset: number): void {
  const go = (): void => desk.get().handle?.goTo(blockId, offset)
  if (versions.get().shown === null) return go()
  closeShown()
  // The page must be on the screen again before it can be gone to.
  requestAnimationFrame(go)
}

/** Takes sections away and offers them back, until something else was changed. */
function removeSections(ids: readonly string[]): void {
  if (!runAction({ kind: 'section', ids, move: 'remove' })) return
  const { report } = session.get()
  showToast({ text: outlineText.removed(ids.length), action: { label: outlineText.undo, run: () => { if (session.get().report?.blocks === report?.blocks) runAction({ kind: 'undo' }) } } })
}

function orderOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  return new Map(blocks.map((block, index) => [block.id, index]))
}

function targetsOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  return new Map(blocks.flatMap((block) => (block.kind === 'text' && block.target !== undefined ? [[block.id, block.target] as const] : [])))
}
