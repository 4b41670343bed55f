/** The native menu: the entries of every program, and between them the window's commands from the one command table (SPEC IPC-10). */
import type { MenuItemConstructorOptions } from 'electron'
import { commandTable, type CommandRow } from '../../shared/commands/commandTable'
import { commandLabels } from '../../shared/text/commands'
import { menuText } from '../../shared/text/shell'

export interface MenuOptions {
  readonly platform: string
  /** Tells the window which command was chosen. */
  readonly run: (commandId: string) => void
}

export function menuTemplate({ platform, run }: MenuOptions): MenuItemConstructorOptions[] {
  const commands = (menu: CommandRow['menu']): MenuItemConstructorOptions[] => commandTable.filter((row) => row.menu === menu).map((row) => ({
    id: row.id, label: commandLabels[row.id], click: () => run(row.id),
    // The page handles its keys itself, compositions first; here they are only shown.
    ...('accelerator' in row ? { accelerator: row.accelerator, registerAccelerator: false } : {}),
  }))
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    { label: menuText.file, submenu: [...commands('file'), separator, { role: 'close', label: menuText.close }, { role: 'quit', label: menuText.quit }] },
    {
      label: menuText.edit,
      submenu: [
        ...commands('edit'), separator,
        { role: 'cut', label: menuText.cut }, { role: 'copy', label: menuText.copy }, { role: 'paste', label: menuText.paste }, { role: 'selectAll', label: menuText.selectAll },
      ],
    },
    { label: menuText.section, submenu: commands('section') },
    { label: menuText.go, submenu: [...commands('go'), separator, { role: 'togglefullscreen', label: menuText.fullScreen, ...(platform === 'darwin' ? {} : { accelerator: 'F11' }) }] },
    { label: menuText.window, submenu: [{ role: 'minimize', label: menuText.minimize }] },
  ]
}
