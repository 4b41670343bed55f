/**
 * Every command once, as data (SPEC EDIT-15): native menu, toolbar, palette, shortcuts and the list of shortcuts are projections of this table. Labels
 * stand in `shared/text/commands`, under the same ids. `CmdOrCtrl` is Ctrl on Windows and Linux.
 */

export interface CommandRow {
  readonly id: string
  /** As Electron writes it; absent if the command has no key. */
  readonly accelerator?: string
  /** Where the key acts: everywhere, with a report on the desk, or with the caret in its text. */
  readonly scope: 'global' | 'desk' | 'editor'
  /** The native menu that lists it. */
  readonly menu: 'file' | 'edit' | 'section' | 'go' | 'none'
}

export const commandTable = [
  { id: 'library.importFolder', scope: 'global', menu: 'file' },
  { id: 'report.save', accelerator: 'CmdOrCtrl+S', scope: 'desk', menu: 'file' },
  { id: 'report.exportWord', accelerator: 'F12', scope: 'desk', menu: 'file' },
  { id: 'report.exportPdf', scope: 'desk', menu: 'file' },
  { id: 'report.exportOfd', scope: 'desk', menu: 'file' },
  { id: 'report.exportText', scope: 'desk', menu: 'file' },
  { id: 'report.preview', accelerator: 'CmdOrCtrl+Shift+P', scope: 'desk', menu: 'file' },
  { id: 'report.print', accelerator: 'CmdOrCtrl+P', scope: 'desk', menu: 'file' },
  { id: 'report.details', accelerator: 'CmdOrCtrl+I', scope: 'desk', menu: 'file' },
  { id: 'report.conform', scope: 'desk', menu: 'file' },
  { id: 'report.issuing', scope: 'desk', menu: 'file' },
  { id: 'report.titleBreaks', scope: 'desk', menu: 'none' },
  { id: 'report.saveAsTemplate', scope: 'desk', menu: 'file' },

  { id: 'versions.open', accelerator: 'CmdOrCtrl+Alt+V', scope: 'desk', menu: 'file' },
  { id: 'versions.name', accelerator: 'CmdOrCtrl+Alt+S', scope: 'desk', menu: 'file' },
  { id: 'versions.readBack', scope: 'desk', menu: 'file' },
  { id: 'change.next', accelerator: 'F8', scope: 'desk', menu: 'none' },
  { id: 'change.previous', accelerator: 'Shift+F8', scope: 'desk', menu: 'none' },

  { id: 'edit.undo', accelerator: 'CmdOrCtrl+Z', scope: 'editor', menu: 'edit' },
  { id: 'edit.redo', accelerator: 'CmdOrCtrl+Y', scope: 'editor', menu: 'edit' },
  { id: 'edit.find', accelerator: 'CmdOrCtrl+F', scope: 'desk', menu: 'edit' },
  { id: 'edit.replace', accelerator: 'CmdOrCtrl+H', scope: 'desk', menu: 'edit' },
  { id: 'edit.findNext', accelerator: 'F3', scope: 'desk', menu: 'none' },
  { id: 'edit.findPrevious', accelerator: 'Shift+F3', scope: 'desk', menu: 'none' },
  { id: 'report.clean', scope: 'desk', menu: 'edit' },
  { id: 'edit.bold', accelerator: 'CmdOrCtrl+B', scope: 'editor', menu: 'edit' },
  { id: 'edit.italic', accelerator: 'CmdOrCtrl+Shift+I', scope: 'editor', menu: 'none' },
  { id: 'edit.underline', accelerator: 'CmdOrCtrl+U', scope: 'editor', menu: 'edit' },
  { id: 'edit.confirmStale', accelerator: 'Alt+Enter', scope: 'editor', menu: 'edit' },

  { id: 'level.body', accelerator: 'CmdOrCtrl+Alt+0', scope: 'editor', menu: 'section' },
  { id: 'level.1', accelerator: 'CmdOrCtrl+Alt+1', scope: 'editor', menu: 'section' },
  { id: 'level.2', accelerator: 'CmdOrCtrl+Alt+2', scope: 'editor', menu: 'section' },
  { id: 'level.3', accelerator: 'CmdOrCtrl+Alt+3', scope: 'editor', menu: 'section' },
  { id: 'level.4', accelerator: 'CmdOrCtrl+Alt+4', scope: 'editor', menu: 'section' },
  { id: 'level.5', accelerator: 'CmdOrCtrl+Alt+5', scope: 'editor', menu: 'none' },
  { id: 'section.promote', accelerator: 'Alt+Shift+Left', scope: 'desk', menu: 'section' },
  { id: 'section.demote', accelerator: 'Alt+Shift+Right', scope: 'desk', menu: 'section' },
  { id: 'section.up', accelerator: 'Alt+Shift+Up', scope: 'desk', menu: 'section' },
  { id: 'section.down', accelerator: 'Alt+Shift+Down', scope: 'desk', menu: 'section' },
  { id: 'section.clause', accelerator: 'CmdOrCtrl+Alt+C', scope: 'editor', menu: 'section' },
  { id: 'section.wholeHeading', accelerator: 'CmdOrCtrl+Alt+H', scope: 'editor', menu: 'section' },
  { id: 'items.next', accelerator: 'CmdOrCtrl+Alt+N', scope: 'editor', menu: 'section' },
  { id: 'items.toParagraphs', scope: 'editor', menu: 'section' },
  { id: 'items.toText', scope: 'editor', menu: 'section' },
  { id: 'items.renumber', scope: 'editor', menu: 'section' },
  { id: 'insert.picture', scope: 'desk', menu: 'section' },
  { id: 'insert.table', scope: 'desk', menu: 'section' },
  { id: 'table.rowAbove', scope: 'editor', menu: 'none' },
  { id: 'table.rowBelow', scope: 'editor', menu: 'none' },
  { id: 'table.rowUp', scope: 'editor', menu: 'none' },
  { id: 'table.rowDown', scope: 'editor', menu: 'none' },
  { id: 'table.deleteRows', scope: 'editor', menu: 'none' },
  { id: 'table.columnLeft', scope: 'editor', menu: 'none' },
  { id: 'table.columnRight', scope: 'editor', menu: 'none' },
  { id: 'table.columnToLeft', scope: 'editor', menu: 'none' },
  { id: 'table.columnToRight', scope: 'editor', menu: 'none' },
  { id: 'table.deleteColumns', scope: 'editor', menu: 'none' },
  { id: 'table.merge', scope: 'editor', menu: 'none' },
  { id: 'table.split', scope: 'editor', menu: 'none' },
  { id: 'table.header', scope: 'editor', menu: 'none' },
  { id: 'table.delete', scope: 'editor', menu: 'none' },
  { id: 'insert.pageBreak', accelerator: 'CmdOrCtrl+Enter', scope: 'editor', menu: 'section' },
  { id: 'phrase.choose', accelerator: 'CmdOrCtrl+J', scope: 'editor', menu: 'section' },
  { id: 'phrase.add', accelerator: 'CmdOrCtrl+Shift+J', scope: 'desk', menu: 'section' },

  { id: 'go.library', accelerator: 'Alt+1', scope: 'global', menu: 'go' },
  { id: 'go.desk', accelerator: 'Alt+2', scope: 'global', menu: 'go' },
  { id: 'go.archive', accelerator: 'Alt+3', scope: 'global', menu: 'go' },
  { id: 'go.settings', accelerator: 'Alt+4', scope: 'global', menu: 'go' },
  { id: 'view.zoomIn', accelerator: 'CmdOrCtrl+=', scope: 'desk', menu: 'none' },
  { id: 'view.zoomOut', accelerator: 'CmdOrCtrl+-', scope: 'desk', menu: 'none' },
  { id: 'view.panel', accelerator: 'CmdOrCtrl+Shift+E', scope: 'desk', menu: 'go' },
  { id: 'view.reference', accelerator: 'CmdOrCtrl+Shift+D', scope: 'desk', menu: 'go' },
  { id: 'reference.take', accelerator: 'CmdOrCtrl+Alt+Enter', scope: 'desk', menu: 'edit' },
  { id: 'reference.clearTaken', scope: 'editor', menu: 'none' },
  { id: 'palette.open', accelerator: 'CmdOrCtrl+K', scope: 'global', menu: 'go' },
  { id: 'view.outline', accelerator: 'CmdOrCtrl+Shift+O', scope: 'desk', menu: 'go' },
] as const satisfies readonly CommandRow[]

export type CommandId = (typeof commandTable)[number]['id']
