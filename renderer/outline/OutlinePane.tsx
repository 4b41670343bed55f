import { useMemo } from 'react'
import { deskText } from '../../shared/text/desk'
import { outlineText } from '../../shared/text/outline'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import { useStore } from '../state/createStore'
import type { EditorAction } from '../state/deskHandle'
import { outlineView, setFiltered, showToDepth } from '../state/outlineView'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { Segmented } from '../ui/Segmented'
import { OutlineFoot } from './OutlineFoot'
import { OutlineTree } from './OutlineTree'
import { currentRow, visibleRows, type FindingsByRow } from './visibleRows'
import styles from './OutlinePane.module.css'

export interface OutlinePaneProps {
  readonly rows: readonly OutlineRow[]
  /** Block ids in printed order. */
  readonly order: ReadonlyMap<string, number>
  /** Wanted 字数 by block id. */
  readonly targets: ReadonlyMap<string, number>
  readonly findings: FindingsByRow
  readonly characters: number
  /** Wanted 字数 of the whole report. */
  readonly target: number | undefined
  readonly placeId: string | null
  readonly isReadOnly: boolean
  readonly areItemsShown: boolean
  readonly onShowItems: (areShown: boolean) => void
  readonly onHide: () => void
  readonly onGo: (blockId: string, offset: number) => void
  readonly onAction: (action: EditorAction) => void
  readonly onRemove: (ids: readonly string[]) => void
  readonly onTarget: (target: number | null) => void
}

/** The numbered tree of the report: click goes there, keys and the pointer move whole sections. */
export function OutlinePane(props: OutlinePaneProps) {
  const { rows, order, findings, placeId, areItemsShown, isReadOnly } = props
  const view = useStore(outlineView, (state) => state)
  const filter = view.isFiltered ? findings : null
  const visible = useMemo(() => visibleRows(rows, view, areItemsShown, filter), [rows, view, areItemsShown, filter])
  const current = currentRow(visible, order, placeId)
  return (
    <section className={`pane ${styles['outline'] ?? ''}`} aria-label={deskText.outline}>
      <div className="bar">
        <h2>{deskText.outline}</h2>
        <span className="sp" />
        <Segmented label={deskText.showToLevel} value={view.depth} options={([1, 2, 3] as const).map((id) => ({ id, label: String(id), title: deskText.level(id) }))} onChange={showToDepth} />
        <IconButton icon="warn" label={outlineText.filter} pressed={view.isFiltered} onClick={() => setFiltered(!view.isFiltered)} />
        <IconButton icon="leaf" label={deskText.showItems} pressed={areItemsShown} onClick={() => props.onShowItems(!areItemsShown)} />
        <IconButton icon="left" label={deskText.hideOutline} onClick={props.onHide} />
      </div>
      {visible.length === 0 && <EmptyState text={view.isFiltered && rows.length > 0 ? outlineText.nothingFound : deskText.emptyOutline} />}
      <OutlineTree
        visible={visible} current={current} targets={props.targets} findings={findings} isReadOnly={isReadOnly}
        onGo={props.onGo} onAction={props.onAction} onRemove={props.onRemove}
      />
      <OutlineFoot characters={props.characters} target={props.target} isReadOnly={isReadOnly} onTarget={props.onTarget} />
    </section>
  )
}
