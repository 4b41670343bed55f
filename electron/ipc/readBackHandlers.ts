/** The edited Word file comes back: the dialog is opened here, and what is read is only a proposal for the window (SPEC READBACK-8). */
import { basename } from 'node:path'
import { dialog } from 'electron'
import { succeed, type Result } from '../../shared/base/result'
import { exportText } from '../../shared/text/export'
import { shellText } from '../../shared/text/shell'
import type { Response } from '../../shared/ipc/contract'
import { readBackCopy } from '../import/readBackCopy'
import { LARGEST_IMPORT_MB } from '../import/readers'
import { readIn } from '../storage/readIn'
import type { Handlers } from './answer'
import type { Desk } from './desk'

export function readBackHandlers({ library, mainWindow, newId, surroundings, read: readFile }: Desk): Pick<Handlers, 'report.readBack' | 'report.readBackDropped'> {
  const read = async (id: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Result<Response<'report.readBack'>>> => {
    const opened = await library.open({ id })
    return opened.ok ? readBackCopy(opened.value.report, file, newId, readFile) : opened
  }
  return {
    'report.readBack': async ({ id }) => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, {
        title: shellText.readBackTitle, properties: ['openFile'],
        filters: [{ name: exportText.formats.word, extensions: ['docx'] }, { name: shellText.importAllFilter, extensions: ['*'] }],
      })
      const [path] = chosen.filePaths
      if (chosen.canceled || path === undefined) return succeed({ kind: 'cancelled' })
      const bytes = await readIn(path, LARGEST_IMPORT_MB * 1024 * 1024, surroundings.io)
      return bytes.ok ? read(id, { name: basename(path), bytes: bytes.value }) : bytes
    },
    'report.readBackDropped': ({ id, file }) => read(id, file),
  }
}
