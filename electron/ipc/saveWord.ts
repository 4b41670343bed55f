/** One way out for every Word file: the dialog, the last folder, the safe writing, the token (SPEC STORE-13, IPC-6). */
import { dirname, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { succeed, type Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'
import { shellText } from '../../shared/text/shell'
import { writeOut } from '../storage/writeOut'
import type { Desk } from './desk'
import { findMissingFonts } from './fontTest'
import type { WrittenFiles } from './writtenFiles'

/** Asks where, then makes the bytes and writes them. */
export type SaveWord = (title: string, name: string, make: () => Promise<{ readonly bytes: Uint8Array; readonly changes: readonly string[]; readonly pages?: number | undefined }>) => Promise<Result<Response<'export.word'>>>

export function wordSaver({ mainWindow, surroundings }: Desk, written: WrittenFiles): SaveWord {
  let lastFolder: string | null = null
  return async (title, name, make) => {
    const chosen = await dialog.showSaveDialog(mainWindow.browserWindow, {
      title, defaultPath: join(lastFolder ?? app.getPath('documents'), name),
      filters: [{ name: shellText.exportFilter, extensions: ['docx'] }], properties: ['showOverwriteConfirmation'],
    })
    if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'cancelled' })
    const path = extname(chosen.filePath).toLowerCase() === '.docx' ? chosen.filePath : `${chosen.filePath}.docx`
    const file = await make()
    const result = await writeOut(path, file.bytes, surroundings)
    if (!result.ok) return result
    lastFolder = dirname(path)
    const fonts = await findMissingFonts(mainWindow.browserWindow.webContents)
    return succeed({ kind: 'written', ...written.note(path), ...(file.pages === undefined ? {} : { pages: file.pages }), changes: [...file.changes], missingFonts: fonts.map((font) => font.name) })
  }
}
