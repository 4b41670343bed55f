import { memo, useId } from 'react'
import type { OutlineFinding } from '../../shared/outline/outlineFinding'
import { deskText } from '../../shared/text/desk'
import { outlineText } from '../../shared/text/outline'
import { Icon } from '../ui/Icon'
import { RowField } from './RowField'
import { CountWords, TargetBar, targetWords } from './TargetBar'
import type { VisibleRow } from './visibleRows'
import styles from './OutlinePane.module.css'

export interface OutlineTreeRowProps {
  readonly shown: VisibleRow
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly isFocusable: boolean
  /** The field that is open in the row. */
  readonly field: 'name' | 'target' | null
  readonly canDrag: boolean
  readonly target: number | undefined
  readonly findings: readonly OutlineFinding[]
  /** Null: given up. The same function for every row. */
  readonly onField: (id: string, field: 'name' | 'target', value: string | null) => void
}

/** One row; drawn again only when what it shows has changed. Pointer and keys are heard by the tree. */
export const OutlineTreeRow = memo(function OutlineTreeRow({ shown, isCurrent, isChosen, isFocusable, field, canDrag, target, findings, onField }: OutlineTreeRowProps) {
  const aboutId = useId()
  const { row, isOpen, place, siblings, top, height } = shown
  const looks = ['row', row.kind === 'item' ? 'item' : `level${Math.min(row.level, 3)}`, ...(row.depth === 0 ? ['top'] : []), ...(isCurrent ? ['here'] : []), ...(isChosen ? ['chosen'] : [])]
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const about = [
    ...(row.kind === 'item' ? [] : [outlineText.characters(row.characters)]),
    ...(target === undefined ? [] : [outlineText.targetFacts(target, targetWords(row.characters, target))]),
    ...(findings.length === 0 ? [] : [outlineText.findings(errors, findings.length - errors)]),
  ].join('，')
  return (
    <div
      role="treeitem" data-row={row.id} tabIndex={isFocusable ? 0 : -1} style={{ top, height }}
      className={looks.map((look) => styles[look] ?? '').join(' ')} aria-level={row.depth + 1} aria-setsize={siblings} aria-posinset={place}
      aria-selected={isChosen} aria-current={isCurrent ? 'location' : undefined} aria-expanded={isOpen ?? undefined} aria-describedby={about === '' ? undefined : aboutId}
      draggable={canDrag && field === null}
    >
      <span className={styles['indent']} data-depth={Math.min(row.depth, 6)} />
      <span className={styles['fold']} data-fold={isOpen === null ? undefined : 'true'} aria-hidden="true">
        {isOpen !== null && <Icon name={isOpen ? 'down' : 'right'} small />}
      </span>
      <span className={styles['name']} title={row.text}>
        <span className={styles['number']}>{row.number}</span>
        {field === 'name' ? <RowField kind="name" value={row.text} onDone={(text) => onField(row.id, 'name', text)} /> : <span className={styles['text']}>{row.text}</span>}
      </span>
      <span className={styles['clause']} aria-hidden="true">{row.kind === 'clause' ? deskText.clause : ''}</span>
      {findings.length === 0 ? <span /> : <span className={styles['badge']} data-badge="true" data-severity={errors > 0 ? 'error' : 'hint'} title={outlineText.findings(errors, findings.length - errors)} aria-hidden="true">{findings.length}</span>}
      {field === 'target'
        ? <RowField kind="target" value={target === undefined ? '' : String(target)} onDone={(value) => onField(row.id, 'target', value)} />
        : <span className={styles['count']} aria-hidden="true">{row.kind === 'item' ? '' : <CountWords count={row.characters} target={target} />}</span>}
      {about !== '' && <span id={aboutId} hidden>{about}</span>}
      {target !== undefined && row.kind === 'heading' && <TargetBar count={row.characters} target={target} />}
    </div>
  )
}, isSameRow)

/** What the row shows is all that counts. */
function isSameRow(one: OutlineTreeRowProps, other: OutlineTreeRowProps): boolean {
  const [a, b] = [one.shown, other.shown]
  return (a.row === b.row || isSameText(a, b)) && a.isOpen === b.isOpen && a.place === b.place && a.siblings === b.siblings && a.top === b.top
    && one.isCurrent === other.isCurrent && one.isChosen === other.isChosen && one.isFocusable === other.isFocusable && one.field === other.field && one.canDrag === other.canDrag
    && one.target === other.target && one.findings === other.findings
}

function isSameText({ row: one }: VisibleRow, { row: other }: VisibleRow): boolean {
  return one.id === other.id && one.number === other.number && one.text === other.text && one.level === other.level && one.kind === other.kind && one.depth === other.depth
    && one.characters === other.characters
}
