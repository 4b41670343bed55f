import { memo, useEffect, useRef } from 'react'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import { deskText, groupDigits } from '../../shared/text/desk'
import { Icon } from '../ui/Icon'
import styles from './OutlinePane.module.css'

export interface OutlineTreeRowProps {
  readonly row: OutlineRow
  /** Null if nothing is nested in it. */
  readonly isOpen: boolean | null
  readonly isCurrent: boolean
  readonly isFocusable: boolean
  readonly isRenamed: boolean
  readonly isDropTarget: boolean
  readonly canDrag: boolean
  readonly onGo: () => void
  readonly onToggle: (isOpen: boolean) => void
  /** Null: given up. */
  readonly onRename: (text: string | null) => void
  /** True: something is dragged over this row; false: this row is dragged. */
  readonly onDrag: (isOver: boolean) => void
}

/** One row; drawn again only when what it shows has changed. */
export const OutlineTreeRow = memo(function OutlineTreeRow(props: OutlineTreeRowProps) {
  const { row, isOpen, isCurrent, isFocusable, isRenamed, isDropTarget, canDrag } = props
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => { if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' }) }, [isCurrent])
  const looks = ['row', row.kind === 'item' ? 'item' : `level${Math.min(row.level, 3)}`, ...(isCurrent ? ['here'] : []), ...(isDropTarget ? ['drop'] : [])]
  return (
    <div
      ref={element} role="treeitem" data-row={row.id} tabIndex={isFocusable ? 0 : -1}
      className={looks.map((look) => styles[look] ?? '').join(' ')} aria-level={row.depth + 1} aria-selected={isCurrent} aria-expanded={isOpen ?? undefined}
      draggable={canDrag}
      onClick={props.onGo} onDragStart={() => props.onDrag(false)} onDragEnter={() => props.onDrag(true)}
    >
      <span className={styles['indent']} data-depth={Math.min(row.depth, 6)} />
      <span className={styles['fold']} aria-hidden="true" onClick={(event) => { if (isOpen !== null) { event.stopPropagation(); props.onToggle(!isOpen) } }}>
        {isOpen !== null && <Icon name={isOpen ? 'down' : 'right'} small />}
      </span>
      <span className={styles['name']} title={row.text}>
        <span className={styles['number']}>{row.number}</span>
        {isRenamed ? <RenameField text={row.text} onDone={props.onRename} /> : <span className={styles['text']}>{row.text}</span>}
      </span>
      <span className={styles['clause']} aria-hidden="true">{row.kind === 'clause' ? deskText.clause : ''}</span>
      <span className={styles['count']} aria-hidden="true" title={deskText.characters(row.characters)}>{row.kind === 'item' ? '' : groupDigits(row.characters)}</span>
    </div>
  )
}, isSameRow)

function RenameField({ text, onDone }: { readonly text: string; readonly onDone: (text: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <input
      ref={input} className={styles['rename']} defaultValue={text} aria-label={deskText.outline}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') onDone(event.currentTarget.value)
        if (event.key === 'Escape') onDone(null)
      }}
      onBlur={(event) => onDone(event.currentTarget.value)}
    />
  )
}

/** What the row shows is all that counts; the callbacks of equal rows do the same. */
function isSameRow(one: OutlineTreeRowProps, other: OutlineTreeRowProps): boolean {
  return one.row.id === other.row.id && one.row.number === other.row.number && one.row.text === other.row.text && one.row.level === other.row.level && one.row.kind === other.row.kind
    && one.row.depth === other.row.depth && one.row.characters === other.row.characters && one.row.from === other.row.from && one.isOpen === other.isOpen && one.isCurrent === other.isCurrent
    && one.isFocusable === other.isFocusable && one.isRenamed === other.isRenamed && one.isDropTarget === other.isDropTarget && one.canDrag === other.canDrag
}
