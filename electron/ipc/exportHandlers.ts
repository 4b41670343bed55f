/** Files that leave the program: dialog and path stay here, the window gets a token (SPEC IPC-7). */
import { basename, dirname, extname, join } from 'node:path'
import { app, dialog, shell } from 'electron'
import { fail, succeed, type Result } from '../../shared/base/result'
import { safeFileName } from '../../shared/base/safeFileName'
import { shellText } from '../../shared/text/shell'
import type { Report } from '../../shared/report/report'
import { exportWord } from '../export/exportWord'
import { writeOut } from '../storage/writeOut'
import { done, type Handlers } from './answer'
import type { Desk } from './desk'
import { exportName } from './exportName'
import { findMissingFonts } from './fontTest'
import type { WrittenFiles } from './writtenFiles'

/** What the system's own programs may be asked to open: nothing that could run. */
const openable: readonly string[] = ['.docx']

export function exportHandlers(desk: Desk, written: WrittenFiles): Pick<Handlers, 'export.word' | 'export.open' | 'export.reveal' | 'archive.openWord'> {
  const { library, mainWindow, surroundings } = desk
  let lastFolder: string | null = null

  const openFile = async (path: string): Promise<Result<undefined>> => {
    const name = basename(path)
    if (!openable.includes(extname(path).toLowerCase())) return fail({ code: 'formatUnknown', detail: { name } })
    return (await shell.openPath(path)) === '' ? done : fail({ code: 'fileNotFound', detail: { name } })
  }

  return {
    'export.word': async ({ id }) => {
      const opened = await library.open({ id })
      if (!opened.ok) return opened
      const { report } = opened.value
      if (isEmpty(report)) return fail({ code: 'nothingToExport' })
      const chosen = await dialog.showSaveDialog(mainWindow.browserWindow, {
        title: shellText.exportTitle, defaultPath: join(lastFolder ?? app.getPath('documents'), exportName(report)),
        filters: [{ name: shellText.exportFilter, extensions: ['docx'] }], properties: ['showOverwriteConfirmation'],
      })
      if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'cancelled' })
      const path = extname(chosen.filePath).toLowerCase() === '.docx' ? chosen.filePath : `${chosen.filePath}.docx`
      const settings = await library.readSettings()
      const file = await exportWord(report, settings.ok ? { digits: settings.value.digits } : {})
      const result = await writeOut(path, file.bytes, surroundings)
      if (!result.ok) return result
      lastFolder = dirname(path)
      const fonts = await findMissingFonts(mainWindow.browserWindow.webContents)
      return succeed({ kind: 'written', ...written.note(path), ...(file.pages === undefined ? {} : { pages: file.pages }), changes: [...file.changes], missingFonts: fonts.map((font) => font.name) })
    },
    'export.open': async ({ token }) => {
      const path = written.pathOf(token)
      return path === undefined ? fail({ code: 'fileNotFound' }) : openFile(path)
    },
    'export.reveal': async ({ token }) => {
      const path = written.pathOf(token)
      if (path === undefined) return fail({ code: 'fileNotFound' })
      shell.showItemInFolder(path)
      return done
    },
    /** A copy is opened: what is kept in the archive is never handed to a program that could write into it. */
    'archive.openWord': async ({ id }) => {
      const word = await library.readFiledWord({ id })
      if (!word.ok) return word
      const path = join(app.getPath('temp'), safeFileName(word.value.name.replace(/\.docx$/i, ''), '.docx', shellText.untitled))
      const result = await writeOut(path, word.value.bytes, surroundings)
      return result.ok ? openFile(path) : result
    },
  }
}

function isEmpty(report: Report): boolean {
  return report.title.every((line) => line.trim() === '') && report.blocks.every((block) => block.kind === 'text' && block.runs.every((run) => run.text.trim() === ''))
}
