/** The native menu: the entries of every program, and between them the window's commands from the one command table (SPEC UI, F11). */
import type { MenuItemConstructorOptions } from 'electron'
import { menuText } from '../../shared/text/shell'

export interface MenuOptions {
  readonly platform: string
  /** Tells the window which command was chosen. */
  readonly run: (commandId: string) => void
}

export function menuTemplate({ platform }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { label: menuText.file, submenu: [{ role: 'close', label: menuText.close }, { type: 'separator' }, { role: 'quit', label: menuText.quit }] },
    {
      label: menuText.edit,
      submenu: [{ role: 'cut', label: menuText.cut }, { role: 'copy', label: menuText.copy }, { role: 'paste', label: menuText.paste }, { role: 'selectAll', label: menuText.selectAll }],
    },
    { label: menuText.view, submenu: [{ role: 'togglefullscreen', label: menuText.fullScreen, ...(platform === 'darwin' ? {} : { accelerator: 'F11' }) }] },
  ]
}
