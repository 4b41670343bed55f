/** Files and texts from outside. The dialog is opened here, so that the window never knows a path (SPEC IPC-6). */
import { basename } from 'node:path'
import { dialog } from 'electron'
import { succeed } from '../../shared/base/result'
import { shellText } from '../../shared/text/shell'
import type { ImportOutcome } from '../../shared/ipc/contract'
import { importEach, importFile, importText } from '../import/importReport'
import { importExtensions, LARGEST_IMPORT_MB } from '../import/readers'
import { readIn } from '../storage/readIn'
import type { Handlers } from './answer'
import type { Desk } from './desk'

const nothing: ImportOutcome = { imported: [], refused: [] }

export function importHandlers(desk: Desk): Pick<Handlers, 'import.files' | 'import.dropped' | 'import.text'> {
  const { library, mainWindow, newId, read, surroundings } = desk
  return {
    'import.files': async ({ year }) => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, {
        title: shellText.importTitle, properties: ['openFile', 'multiSelections'],
        filters: [{ name: shellText.reportFilter, extensions: [...importExtensions] }, { name: shellText.importAllFilter, extensions: ['*'] }],
      })
      if (chosen.canceled) return succeed(nothing)
      return succeed(await importEach(chosen.filePaths.map((path) => [basename(path), async () => {
        const bytes = await readIn(path, LARGEST_IMPORT_MB * 1024 * 1024, surroundings.io)
        return bytes.ok ? importFile(library, { name: basename(path), bytes: bytes.value }, { newId, year, read }) : bytes
      }])))
    },
    'import.dropped': async ({ files }) => succeed(await importEach(files.map((file) => [file.name, () => importFile(library, file, { newId, read })]))),
    'import.text': async ({ text, year }) => succeed(await importEach([[shellText.pastedName, () => importText(library, text, shellText.pastedName, { newId, year })]])),
  }
}
