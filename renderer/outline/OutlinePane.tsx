import { useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { keyOf } from '../../shared/commands/keyText'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import { deskText } from '../../shared/text/desk'
import { EmptyState } from '../ui/EmptyState'
import type { IconName } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuItem } from '../ui/Menu'
import { Segmented } from '../ui/Segmented'
import { useStore } from '../state/createStore'
import { outlineView, setOpen, showToDepth } from '../state/outlineView'
import type { EditorAction } from '../state/deskHandle'
import { OutlineTreeRow } from './OutlineTreeRow'
import { currentRow, visibleRows, type VisibleRow } from './visibleRows'
import styles from './OutlinePane.module.css'

const rowsInGroup = 40

export interface OutlinePaneProps {
  readonly rows: readonly OutlineRow[]
  /** Block ids in printed order. */
  readonly order: ReadonlyMap<string, number>
  readonly placeId: string | null
  readonly isReadOnly: boolean
  readonly areItemsShown: boolean
  readonly onShowItems: (areShown: boolean) => void
  readonly onHide: () => void
  readonly onGo: (row: OutlineRow) => void
  readonly onAction: (action: EditorAction) => void
}

/** The numbered tree of the report: click goes there, keys and the pointer move whole sections. */
export function OutlinePane({ rows, order, placeId, isReadOnly, areItemsShown, onShowItems, onHide, onGo, onAction }: OutlinePaneProps) {
  const view = useStore(outlineView, (state) => state)
  const visible = useMemo(() => visibleRows(rows, view, areItemsShown), [rows, view, areItemsShown])
  const current = currentRow(visible, order, placeId)
  const [focused, setFocused] = useState<string | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const [dropTarget, setDropTarget] = useState<string | null>(null)
  const [menuRow, setMenuRow] = useState<OutlineRow | null>(null)
  const menuAnchor = useRef<HTMLElement | null>(null)
  const dragged = useRef<string | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const focusId = visible.some(({ row }) => row.id === focused) ? focused : (current ?? visible[0]?.row.id ?? null)

  const focusRow = (id: string | undefined): void => {
    if (id === undefined) return
    setFocused(id)
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || renamed !== null) return
    const id = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined
    const index = visible.findIndex(({ row }) => row.id === id)
    const here = visible[index]
    if (here === undefined || !act(event, here.row, here.isOpen, index)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const act = (event: KeyboardEvent, row: OutlineRow, isOpen: boolean | null, index: number): boolean => {
    if (event.altKey && event.shiftKey) {
      const move = ({ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'promote', ArrowRight: 'demote' } as const)[event.key]
      if (move !== undefined && row.kind !== 'item') onAction({ kind: 'section', ids: [row.blockId], move })
      return move !== undefined
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    switch (event.key) {
      case 'ArrowDown': focusRow(visible[index + 1]?.row.id); return true
      case 'ArrowUp': focusRow(visible[index - 1]?.row.id); return true
      case 'Home': focusRow(visible[0]?.row.id); return true
      case 'End': focusRow(visible[visible.length - 1]?.row.id); return true
      case 'ArrowRight':
        if (isOpen === false) setOpen(row.id, true)
        else if (isOpen === true) focusRow(visible[index + 1]?.row.id)
        return true
      case 'ArrowLeft':
        if (isOpen === true) setOpen(row.id, false)
        else focusRow(visible.slice(0, index).reverse().find((other) => other.row.depth < row.depth)?.row.id)
        return true
      case 'Enter': onGo(row); return true
      case 'F2':
        if (row.kind === 'heading' && !isReadOnly) setRenamed(row.id)
        return true
      default: return false
    }
  }
  const openMenu = (event: MouseEvent): void => {
    const element = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
    const row = visible.find((each) => each.row.id === element?.dataset['row'])?.row
    if (element === null || row === undefined || row.kind === 'item' || isReadOnly) return
    event.preventDefault()
    menuAnchor.current = element
    setFocused(row.id)
    setMenuRow(row)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (dragged.current !== null && dropTarget !== null && dragged.current !== dropTarget) onAction({ kind: 'sectionBefore', ids: [dragged.current], beforeId: dropTarget })
    dragged.current = null
    setDropTarget(null)
  }
  return (
    <>
      <section className={`pane ${styles['outline'] ?? ''}`} aria-label={deskText.outline}>
        <div className="bar">
          <h2>{deskText.outline}</h2>
          <span className="sp" />
          <Segmented label={deskText.showToLevel} value={view.depth} options={([1, 2, 3] as const).map((id) => ({ id, label: String(id), title: deskText.level(id) }))} onChange={showToDepth} />
          <IconButton icon="leaf" label={deskText.showItems} pressed={areItemsShown} onClick={() => onShowItems(!areItemsShown)} />
          <IconButton icon="left" label={deskText.hideOutline} onClick={onHide} />
        </div>
        {visible.length === 0 && <EmptyState text={deskText.emptyOutline} />}
        <div ref={tree} className={`scroll ${styles['tree'] ?? ''}`} role="tree" aria-label={deskText.outline} hidden={visible.length === 0} onKeyDown={onKeyDown} onContextMenu={openMenu} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          {groupsOf(visible).map((group) => (
            <div key={group[0]?.row.id} role="group" className={styles['group']}>
              {group.map(({ row, isOpen }) => (
                <OutlineTreeRow
                  key={row.id} row={row} isOpen={isOpen} isCurrent={row.id === current} isFocusable={row.id === focusId} isRenamed={row.id === renamed} isDropTarget={row.blockId === dropTarget} canDrag={!isReadOnly && row.kind !== 'item'}
                  onGo={() => { setFocused(row.id); onGo(row) }}
                  onToggle={(open) => setOpen(row.id, open)}
                  onRename={(text) => { setRenamed(null); if (text !== null) onAction({ kind: 'rename', id: row.blockId, text }) }}
                  onDrag={(isOver) => { if (isOver) setDropTarget(row.kind === 'item' ? null : row.blockId); else dragged.current = row.blockId }}
                />
              ))}
            </div>
          ))}
        </div>
      </section>
      {/* Outside the pane, which cuts off what reaches beyond it. */}
      {menuRow !== null && <Menu label={menuRow.text} items={menuItems(menuRow, { onAction, onGo, onRename: () => setRenamed(menuRow.id) })} anchor={menuAnchor} onClose={() => setMenuRow(null)} />}
    </>
  )
}

/** What can be done with a section, by the right button or the menu key. */
function menuItems(row: OutlineRow, { onAction, onGo, onRename }: Pick<OutlinePaneProps, 'onAction' | 'onGo'> & { readonly onRename: () => void }): readonly MenuItem[] {
  const move = (id: 'up' | 'down' | 'promote' | 'demote', label: string, icon: IconName): MenuItem => ({ id, label, icon, hint: keyOf(`section.${id}`), run: () => onAction({ kind: 'section', ids: [row.blockId], move: id }) })
  return [
    move('up', deskText.sectionUp, 'up'),
    move('down', deskText.sectionDown, 'down'),
    move('promote', deskText.promote, 'left'),
    move('demote', deskText.demote, 'right'),
    ...(row.kind === 'heading' ? [{ id: 'rename', label: deskText.rename, icon: 'pen' as const, hint: 'F2', isApart: true, run: onRename }] : []),
    ...(row.level === 0 ? [] : [{ id: 'form', label: row.kind === 'clause' ? deskText.asHeading : deskText.asClause, hint: keyOf('section.clause'), run: () => { onGo(row); onAction({ kind: 'form', form: row.kind === 'clause' ? null : 'clause' }) } }]),
  ]
}

/** Rows in pieces that the browser may skip while they are off the screen. */
function groupsOf(rows: readonly VisibleRow[]): readonly (readonly VisibleRow[])[] {
  const groups: (readonly VisibleRow[])[] = []
  for (let from = 0; from < rows.length; from += rowsInGroup) groups.push(rows.slice(from, from + rowsInGroup))
  return groups
}
