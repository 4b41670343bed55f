import { commandTable, type CommandId, type CommandRow } from './commandTable'

const arrows: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓', CmdOrCtrl: 'Ctrl' }
const macNames: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Alt: '⌥', Shift: '⇧' }

/** An accelerator as the keys are labelled on the clerk's keyboard. `platform` is Node's name of the system. */
export function keyText(accelerator: string, platform: string): string {
  return accelerator.split('+').map((key) => (platform === 'darwin' ? macNames[key] : undefined) ?? arrows[key] ?? key).join('+')
}

/** The key of a command as it is labelled, '' if it has none. */
export function keyOf(id: CommandId, platform = ''): string {
  const accelerator = (commandTable as readonly CommandRow[]).find((row) => row.id === id)?.accelerator
  return accelerator === undefined ? '' : keyText(accelerator, platform)
}
