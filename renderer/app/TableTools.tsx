import { useEffect, useRef, useState } from 'react'
import type { CommandId } from '../../shared/commands/commandTable'
import { commandLabels } from '../../shared/text/commands'
import { tableText } from '../../shared/text/table'
import { commandRuntimes } from '../commands/commandRuntimes'
import { runCommand } from '../commands/shortcuts'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { Icon } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'
import styles from './TableTools.module.css'

const rowCommands = ['table.rowAbove', 'table.rowBelow', 'table.rowUp', 'table.rowDown', 'table.deleteRows'] as const
const columnCommands = ['table.columnLeft', 'table.columnRight', 'table.columnToLeft', 'table.columnToRight', 'table.deleteColumns'] as const
const cellCommands = ['table.merge', 'table.split', 'table.header', 'table.delete'] as const

/** What can be done with a table, in the place of the levels while the caret is in one. */
export function TableTools() {
  useStore(desk, (state) => state.changes)
  return (
    <span className={styles['tools']} role="group" aria-label={tableText.tools}>
      <TableMenu label={tableText.rows} commands={rowCommands} />
      <TableMenu label={tableText.columns} commands={columnCommands} />
      {([['table.merge', tableText.merge], ['table.split', tableText.split], ['table.header', tableText.header]] as const).map(([id, label]) => (
        <button key={id} type="button" title={commandLabels[id]} aria-label={commandLabels[id]} disabled={!isEnabled(id)} onClick={() => { runCommand(id); desk.get().handle?.focus() }}>{label}</button>
      ))}
    </span>
  )
}

function TableMenu({ label, commands }: { readonly label: string; readonly commands: readonly CommandId[] }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button ref={anchor} type="button" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{label}<Icon name="down" small /></button>
      {isOpen && <Menu label={label} items={commands.map(toItem)} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The same at the place of a right click in a table of the page, all in one list. */
export function TableContextMenu() {
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const onContextMenu = (event: MouseEvent): void => {
      const isCell = event.target instanceof Element && event.target.closest('.page[contenteditable="true"] .sheet') !== null
      if (!isCell) return
      event.preventDefault()
      setAt({ left: event.clientX, top: event.clientY })
    }
    document.addEventListener('contextmenu', onContextMenu)
    return () => document.removeEventListener('contextmenu', onContextMenu)
  }, [])
  if (at === null) return null
  const items = [...rowCommands.map(toItem), ...columnCommands.map(toItem), ...cellCommands.map(toItem)].map((item) => (item.id === 'table.columnLeft' || item.id === 'table.merge' ? { ...item, isApart: true } : item))
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: at.left, top: at.top }} />
      <Menu label={tableText.tools} items={items} anchor={anchor} onClose={() => setAt(null)} />
    </>
  )
}

function toItem(id: CommandId): MenuItem {
  return { id, label: commandLabels[id], disabled: !isEnabled(id), run: () => { runCommand(id); desk.get().handle?.focus() } }
}

function isEnabled(id: CommandId): boolean {
  return commandRuntimes[id].isEnabled?.() ?? true
}
