import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { OutlineFinding } from '../../shared/outline/outlineFinding'
import { deskText } from '../../shared/text/desk'
import { outlineText } from '../../shared/text/outline'
import type { EditorAction } from '../state/deskHandle'
import { setOpen } from '../state/outlineView'
import { useSeen } from '../ui/useSeen'
import { meantBlocks, nothingChosen, ranged, toggled } from './chosenRows'
import { OutlineTreeRow } from './OutlineTreeRow'
import { readTarget } from './RowField'
import { RowFindings } from './RowFindings'
import { RowMenu } from './RowMenu'
import { leastHeight, rowsToDraw, seenStep, showRow } from './rowWindow'
import { wishOf, type TreeWish } from './treeKeys'
import { useRowDrag } from './useRowDrag'
import type { FindingsByRow, VisibleRow } from './visibleRows'
import styles from './OutlinePane.module.css'

export interface OutlineTreeProps {
  readonly visible: readonly VisibleRow[]
  readonly current: string | null
  readonly targets: ReadonlyMap<string, number>
  readonly findings: FindingsByRow
  readonly isReadOnly: boolean
  readonly onGo: (blockId: string, offset: number) => void
  readonly onAction: (action: EditorAction) => void
  readonly onRemove: (ids: readonly string[]) => void
}

const noFindings: readonly OutlineFinding[] = []

/** The rows, and everything that pointer and keys do with them. One row has the tab stop; several can be chosen. */
export function OutlineTree({ visible, current, targets, findings, isReadOnly, onGo, onAction, onRemove }: OutlineTreeProps) {
  const tree = useRef<HTMLDivElement>(null)
  const seen = useSeen(tree, seenStep, leastHeight)
  const [focused, setFocused] = useState<string | null>(null)
  const [chosen, setChosen] = useState(nothingChosen)
  const [field, setField] = useState<{ readonly id: string; readonly kind: 'name' | 'target' } | null>(null)
  const [popup, setPopup] = useState<{ readonly id: string; readonly kind: 'menu' | 'findings' } | null>(null)
  const anchor = useRef<HTMLElement | null>(null)
  const wantsFocus = useRef(false)
  const indexOf = (id: string | null): number => visible.findIndex(({ row }) => row.id === id)
  const focusId = indexOf(focused) !== -1 ? focused : (current ?? visible[0]?.row.id ?? null)
  const isSeveral = chosen.ids.size > 1
  const drag = useRowDrag({ tree, visible, meant: (row) => meantBlocks(visible, chosen, row), isReadOnly, onDrop: (ids, beforeId) => onAction({ kind: 'sectionBefore', ids, beforeId }) })

  const latest = useRef(visible)
  useLayoutEffect(() => { latest.current = visible })
  // The place of the caret comes into sight when it moves to another row, not at every letter.
  useEffect(() => { showRow(tree.current, latest.current.find(({ row }) => row.id === current)) }, [current])
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focused ?? '')}"]`)?.focus({ preventScroll: true })
  })

  const focusRow = (index: number): void => {
    const row = visible[index]
    if (row === undefined) return
    showRow(tree.current, row)
    wantsFocus.current = true
    setFocused(row.row.id)
  }
  const go = ({ row }: VisibleRow): void => onGo(row.blockId, row.from)
  const openField = (shown: VisibleRow, kind: 'name' | 'target'): void => {
    if (shown.row.kind === 'heading' && !isReadOnly) setField({ id: shown.row.id, kind })
  }
  const removeAt = (shown: VisibleRow): void => {
    const ids = meantBlocks(visible, chosen, shown.row)
    if (isReadOnly || ids.length === 0) return
    const index = indexOf(shown.row.id)
    focusRow(Math.max(0, index - 1))
    setChosen(nothingChosen)
    onRemove(ids)
  }
  const openMenu = (element: HTMLElement | null, shown: VisibleRow | undefined, kind: 'menu' | 'findings'): void => {
    if (element === null || shown === undefined || (kind === 'menu' && (shown.row.kind === 'item' || isReadOnly))) return
    anchor.current = element
    setFocused(shown.row.id)
    setPopup({ id: shown.row.id, kind })
  }
  const fulfil = (wish: TreeWish, shown: VisibleRow, index: number): boolean => {
    const { row } = shown
    switch (wish.kind) {
      case 'focus': {
        const to = visible[wish.index]?.row.id
        if (to !== undefined) setChosen((now) => (wish.isRange ? ranged(visible, now, to, row.id) : nothingChosen))
        focusRow(wish.index)
        return true
      }
      case 'open': setOpen(row.id, wish.isOpen); return true
      case 'toggle':
        if (shown.isOpen !== null) setOpen(row.id, !shown.isOpen)
        return true
      case 'move': {
        const ids = meantBlocks(visible, chosen, row)
        if (ids.length > 0) {
          wantsFocus.current = true
          setFocused(row.id)
          onAction({ kind: 'section', ids, move: wish.move })
        }
        return true
      }
      case 'go': go(shown); return true
      case 'rename': openField(shown, 'name'); return true
      case 'remove': removeAt(shown); return true
      case 'choose': setChosen((now) => toggled(now, row.id, null)); return true
      case 'clear':
        if (!isSeveral) return false
        setChosen(nothingChosen)
        return true
      case 'menu': openMenu(tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`) ?? null, visible[index], 'menu'); return true
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || field !== null) return
    const index = indexOf(event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null : null)
    const shown = visible[index]
    const wish = wishOf(event, visible, index)
    if (shown === undefined || wish === null || !fulfil(wish, shown, index)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const element = event.target.closest<HTMLElement>('[data-row]')
    const shown = visible[indexOf(element?.dataset['row'] ?? null)]
    if (shown === undefined) return
    if (event.target.closest('[data-fold]') !== null && shown.isOpen !== null) return setOpen(shown.row.id, !shown.isOpen)
    const badge = event.target.closest<HTMLElement>('[data-badge]')
    if (badge !== null) return openMenu(badge, shown, 'findings')
    setFocused(shown.row.id)
    if (event.ctrlKey || event.metaKey) return setChosen((now) => toggled(now, shown.row.id, focusId))
    if (event.shiftKey) {
      wantsFocus.current = true
      return setChosen((now) => ranged(visible, now, shown.row.id, focusId))
    }
    setChosen({ ids: new Set(), anchor: shown.row.id })
    go(shown)
  }
  const onField = (id: string, kind: 'name' | 'target', value: string | null): void => {
    setField(null)
    wantsFocus.current = true
    const row = visible[indexOf(id)]?.row
    if (value === null || row === undefined) return
    if (kind === 'name') return onAction({ kind: 'rename', id: row.blockId, text: value })
    const target = readTarget(value)
    if (target !== undefined) onAction({ kind: 'target', id: row.blockId, target })
  }

  const last = visible[visible.length - 1]
  const popped = visible[indexOf(popup?.id ?? null)]
  return (
    <>
      <div
        ref={tree} className={`scroll ${styles['tree'] ?? ''}`} role="tree" aria-label={deskText.outline} aria-multiselectable="true" hidden={visible.length === 0}
        onKeyDown={onKeyDown} onClick={onClick} {...drag.listeners}
        // Choosing a range must not stretch the selection of the text over the window.
        onMouseDown={(event) => { if (event.shiftKey) event.preventDefault() }}
        onContextMenu={(event) => {
          const element = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
          if (element !== null) event.preventDefault()
          openMenu(element, visible[indexOf(element?.dataset['row'] ?? null)], 'menu')
        }}
      >
        <div role="presentation" className={styles['rows']} style={{ height: last === undefined ? 0 : last.top + last.height }}>
          {rowsToDraw(visible, seen, [focusId, current, drag.draggedId, field?.id ?? null]).map((shown) => (
            <OutlineTreeRow
              key={shown.row.id} shown={shown} isCurrent={shown.row.id === current} isChosen={isSeveral ? chosen.ids.has(shown.row.id) : shown.row.id === current}
              isFocusable={shown.row.id === focusId} field={field?.id === shown.row.id ? field.kind : null} canDrag={!isReadOnly && shown.row.kind !== 'item'}
              target={shown.row.kind === 'heading' ? targets.get(shown.row.blockId) : undefined} findings={findings.get(shown.row.id) ?? noFindings} onField={onField}
            />
          ))}
          {drag.place !== null && <div className={styles['drop']} style={{ top: drag.place.top }} aria-hidden="true"><span>{drag.words}</span></div>}
        </div>
      </div>
      {isSeveral && <p className={styles['several']} role="status">{outlineText.chosen(chosen.ids.size)}</p>}
      {popped !== undefined && popup?.kind === 'menu' && (
        <RowMenu
          row={popped.row} ids={meantBlocks(visible, chosen, popped.row)} findings={findings.get(popped.row.id)?.length ?? 0} anchor={anchor} onClose={() => setPopup(null)}
          onAction={onAction} onGo={() => go(popped)} onField={(kind) => openField(popped, kind)} onRemove={() => removeAt(popped)} onFindings={() => setPopup({ id: popped.row.id, kind: 'findings' })}
        />
      )}
      {popped !== undefined && popup?.kind === 'findings' && (
        <RowFindings name={popped.row.text} findings={findings.get(popped.row.id) ?? noFindings} anchor={anchor} onGo={({ blockId, from }) => onGo(blockId, from)} onClose={() => setPopup(null)} />
      )}
    </>
  )
}
