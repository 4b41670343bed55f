/** The name of every call from the window to the main process (SPEC IPC-1). The contract must have exactly these keys. */
export const channels = [
  'app.info', 'app.openDataFolder',
  'library.list', 'library.rows', 'library.search', 'library.templates', 'library.previewReplace', 'library.replace', 'library.takeBack',
  'report.create', 'report.open', 'report.save', 'report.duplicate', 'report.setState', 'report.trash', 'report.restore',
  'report.versions', 'report.openVersion', 'report.nameVersion', 'report.unnameVersion', 'report.restoreVersion', 'report.readBack', 'report.readBackDropped', 'report.settleHeads',
  'import.files', 'import.dropped', 'import.text',
  'folderImport.choose', 'folderImport.list', 'folderImport.resume', 'folderImport.look', 'folderImport.rows', 'folderImport.change', 'folderImport.store', 'folderImport.report', 'folderImport.forget',
  'export.formats', 'export.file', 'export.redline', 'export.open', 'export.reveal', 'print.pages',
  'conform.report', 'conform.written', 'conform.choose', 'conform.dropped', 'conform.import',
  'archive.file', 'archive.list', 'archive.fileYear', 'archive.number', 'archive.correct', 'archive.openWord',
  'archive.catalogue', 'archive.proposal', 'archive.print', 'archive.savePicture', 'archive.check', 'archive.exportCheck', 'log.read', 'log.export',
  'seal.plan', 'seal.run', 'seal.list', 'seal.verify', 'seal.copy', 'seal.progress', 'seal.stop',
  'template.create', 'template.rename', 'template.remove', 'template.restore', 'template.export', 'template.import',
  'settings.read', 'settings.write',
  'picture.choose', 'picture.add', 'picture.read',
  'phrases.read', 'phrases.change', 'phrases.suggest', 'phrases.export', 'phrases.import',
  'transfer.pack', 'transfer.verify', 'transfer.unpack', 'transfer.cancel',
  'backup.status', 'backup.choose', 'backup.change', 'backup.run', 'backup.list', 'backup.restoreReport', 'backup.restoreAll', 'backup.useFolder', 'backup.drill',
  'lock.state', 'lock.unlock', 'lock.setUp', 'lock.change', 'lock.turnOff', 'lock.resume',
  'window.readyToClose',
] as const

export type Channel = (typeof channels)[number]

/** Facts that the main process tells the window; few, and never carrying report text. */
export const windowEvents = ['menuCommand', 'closing', 'libraryChanged', 'workProgress'] as const
export type WindowEvent = (typeof windowEvents)[number]
