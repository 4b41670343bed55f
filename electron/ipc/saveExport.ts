/** One way out for every exported file: the dialog, the last folder, the safe writing, the token (SPEC STORE-13, IPC-6). */
import { dirname, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { succeed, type Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'
import type { ExportedFile } from '../export/exportWord'
import { writeOut } from '../storage/writeOut'
import type { Desk } from './desk'
import { findMissingFonts } from './fontTest'
import type { WrittenFiles } from './writtenFiles'

export interface ExportPlan {
  readonly title: string
  /** The name that is offered, with its extension. */
  readonly name: string
  readonly filter: string
  /** Without the dot. */
  readonly extension: string
  readonly make: () => Promise<ExportedFile>
}

/** Asks where, then makes the bytes and writes them. */
export type SaveExport = (plan: ExportPlan) => Promise<Result<Response<'export.file'>>>

export function exportSaver({ mainWindow, surroundings }: Desk, written: WrittenFiles): SaveExport {
  let lastFolder: string | null = null
  return async ({ title, name, filter, extension, make }) => {
    const chosen = await dialog.showSaveDialog(mainWindow.browserWindow, {
      title, defaultPath: join(lastFolder ?? app.getPath('documents'), name), filters: [{ name: filter, extensions: [extension] }], properties: ['showOverwriteConfirmation'],
    })
    if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'cancelled' })
    const path = extname(chosen.filePath).toLowerCase() === `.${extension}` ? chosen.filePath : `${chosen.filePath}.${extension}`
    const file = await make()
    const result = await writeOut(path, file.bytes, surroundings)
    if (!result.ok) return result
    lastFolder = dirname(path)
    // Only a Word file leaves the fonts to the computer that it is opened on.
    const fonts = extension === 'docx' ? await findMissingFonts(mainWindow.browserWindow.webContents) : []
    return succeed({ kind: 'written', ...written.note(path), ...(file.pages === undefined ? {} : { pages: file.pages }), changes: [...file.changes], missingFonts: fonts.map(({ name: font, substitute }) => ({ name: font, substitute })) })
  }
}
