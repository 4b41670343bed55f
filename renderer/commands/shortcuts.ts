/** The keys of the command table, heard once for the whole window. A key that belongs to text being composed is never taken. */
import { commandTable, type CommandId, type CommandRow } from '../../shared/commands/commandTable'
import { navigation } from '../state/navigation'
import { commandRuntimes } from './commandRuntimes'

/** Keys by their code, so that Alt+Shift and other layouts do not change them. */
const codes: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft', Right: 'ArrowRight', Up: 'ArrowUp', Down: 'ArrowDown', Enter: 'Enter', '=': 'Equal', '-': 'Minus',
}

/** Whether this key press is the accelerator. */
export function isPressed(accelerator: string, event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
  const parts = accelerator.split('+')
  const key = parts[parts.length - 1] ?? ''
  const code = codes[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)
  const needs = (part: string): boolean => parts.slice(0, -1).includes(part)
  return event.code === code && (event.ctrlKey || event.metaKey) === needs('CmdOrCtrl') && event.altKey === needs('Alt') && event.shiftKey === needs('Shift')
}

/** Runs the command; false if it is not allowed now. An open dialog comes first: nothing changes behind it, by key or by menu, save what the dialog itself names. */
export function runCommand(id: CommandId): boolean {
  const dialog = document.querySelector<HTMLElement>('dialog[open]')
  if (dialog !== null && !(dialog.dataset['commands'] ?? '').split(' ').includes(id)) return false
  const runtime = commandRuntimes[id]
  if (runtime.isEnabled?.() === false) return false
  return runtime.run() !== false
}

/** Listens until the returned function is called. */
export function listenForShortcuts(target: Window): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return
    const inEditor = event.target instanceof HTMLElement && event.target.closest('[data-editor]') !== null
    const isOnDesk = navigation.get().room === 'desk'
    const row = (commandTable as readonly CommandRow[]).find(({ accelerator, scope }) => accelerator !== undefined && isPressed(accelerator, event) && (scope === 'global' || (scope === 'desk' ? isOnDesk : inEditor)))
    // The outline moves the row that has the focus, not the section of the caret.
    const isForTree = event.target instanceof HTMLElement && event.target.closest('[role="tree"]') !== null
    if (row === undefined || (isForTree && row.id.startsWith('section.'))) return
    event.preventDefault()
    event.stopPropagation()
    runCommand(row.id as CommandId)
  }
  // On the way down, because the editor library would take Ctrl+Z and Ctrl+B for itself on the way up.
  target.addEventListener('keydown', onKeyDown, true)
  return () => target.removeEventListener('keydown', onKeyDown, true)
}

/** Whether the words are the id of a command. */
export function isCommandId(words: string): words is CommandId {
  return commandTable.some(({ id }) => id === words)
}
