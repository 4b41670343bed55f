/** Files and texts from outside. The dialog is opened here, so that the window never knows a path (SPEC IPC-6). */
import { basename } from 'node:path'
import { dialog } from 'electron'
import { succeed, type Result } from '../../shared/base/result'
import { shellText } from '../../shared/text/shell'
import type { ImportOutcome } from '../../shared/ipc/contract'
import { importFile, importText, type ImportedFile } from '../import/importReport'
import { LARGEST_IMPORT_MB } from '../import/readers'
import { readIn } from '../storage/readIn'
import type { Handlers } from './answer'
import type { Desk } from './desk'

const nothing: ImportOutcome = { imported: [], refused: [] }

export function importHandlers(desk: Desk): Pick<Handlers, 'import.files' | 'import.dropped' | 'import.text'> {
  const { library, mainWindow, newId, surroundings } = desk
  return {
    'import.files': async ({ year }) => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, {
        title: shellText.importTitle, properties: ['openFile', 'multiSelections'],
        filters: [{ name: shellText.importFilter, extensions: ['txt'] }, { name: shellText.importAllFilter, extensions: ['*'] }],
      })
      if (chosen.canceled) return succeed(nothing)
      return succeed(await eachInOrder(chosen.filePaths.map((path) => [basename(path), async () => {
        const bytes = await readIn(path, LARGEST_IMPORT_MB * 1024 * 1024, surroundings.io)
        return bytes.ok ? importFile(library, { name: basename(path), bytes: bytes.value }, { newId, year }) : bytes
      }])))
    },
    'import.dropped': async ({ files }) => succeed(await eachInOrder(files.map((file) => [file.name, () => importFile(library, file, { newId })]))),
    'import.text': async ({ text, year }) => succeed(await eachInOrder([[shellText.pastedName, () => importText(library, text, shellText.pastedName, { newId, year })]])),
  }
}

/** One file after the other; what is refused is told beside what was imported. */
async function eachInOrder(works: readonly (readonly [fileName: string, work: () => Promise<Result<ImportedFile>>])[]): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { imported: [], refused: [] }
  for (const [fileName, work] of works) {
    const result = await work()
    if (result.ok) outcome.imported.push(result.value)
    else outcome.refused.push({ fileName, error: result.error })
  }
  return outcome
}
