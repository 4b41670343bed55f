import type { RefObject } from 'react'
import { keyOf } from '../../shared/commands/keyText'
import type { OutlineRow } from '../../shared/outline/outlineRows'
import { deskText } from '../../shared/text/desk'
import { outlineText } from '../../shared/text/outline'
import type { EditorAction } from '../state/deskHandle'
import type { IconName } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'

export interface RowMenuProps {
  readonly row: OutlineRow
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
  /** The blocks of all rows that are meant: the row, or all that is chosen. */
  readonly ids: readonly string[]
  readonly findings: number
  readonly onAction: (action: EditorAction) => void
  readonly onGo: () => void
  readonly onField: (field: 'name' | 'target') => void
  readonly onRemove: () => void
  readonly onFindings: () => void
}

/** What can be done with a section, or with several, by the right button or the menu key. */
export function RowMenu(props: RowMenuProps) {
  return <Menu label={props.row.text} items={menuItems(props)} anchor={props.anchor} onClose={props.onClose} />
}

function menuItems({ row, ids, findings, onAction, onGo, onField, onRemove, onFindings }: RowMenuProps): readonly MenuItem[] {
  const move = (id: 'up' | 'down' | 'promote' | 'demote', label: string, icon: IconName): MenuItem => ({ id, label, icon, hint: keyOf(`section.${id}`), run: () => onAction({ kind: 'section', ids, move: id }) })
  const isOne = ids.length === 1
  return [
    ...(findings > 0 && isOne ? [{ id: 'findings', label: outlineText.findings(0, findings), icon: 'warn' as const, run: onFindings }] : []),
    move('up', deskText.sectionUp, 'up'),
    move('down', deskText.sectionDown, 'down'),
    move('promote', deskText.promote, 'left'),
    move('demote', deskText.demote, 'right'),
    ...(row.kind === 'heading' && isOne ? [{ id: 'rename', label: deskText.rename, icon: 'pen' as const, hint: 'F2', isApart: true, run: () => onField('name') }] : []),
    ...(row.kind === 'heading' && isOne ? [{ id: 'target', label: outlineText.setTarget, run: () => onField('target') }] : []),
    ...(row.level === 0 || !isOne ? [] : [{ id: 'form', label: row.kind === 'clause' ? deskText.asHeading : deskText.asClause, hint: keyOf('section.clause'), run: () => { onGo(); onAction({ kind: 'form', form: row.kind === 'clause' ? null : 'clause' }) } }]),
    { id: 'remove', label: outlineText.remove, icon: 'trash', hint: 'Delete', isApart: true, run: onRemove },
  ]
}
