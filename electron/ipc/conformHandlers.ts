/** 条款体检单 (SPEC CONFORM): a Word file is read again and held against the standard; the window learns the sheet and a token, no path. */
import { basename } from 'node:path'
import { dialog } from 'electron'
import { fail, succeed, type Result } from '../../shared/base/result'
import { chosenLayout } from '../../shared/print/deviations'
import type { LayoutOptions } from '../../shared/print/layoutReport'
import type { Response } from '../../shared/ipc/contract'
import { exportText } from '../../shared/text/export'
import { shellText } from '../../shared/text/shell'
import { exportWord } from '../export/exportWord'
import { importEach, importFile } from '../import/importReport'
import { LARGEST_IMPORT_MB } from '../import/readers'
import { readPicture } from '../storage/pictures'
import { readIn } from '../storage/readIn'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import { exportName } from './exportName'
import { rememberWrittenFiles, type WrittenFiles } from './writtenFiles'

type Sheet = Response<'conform.choose'>

export function conformHandlers(desk: Desk, written: WrittenFiles): Pick<Handlers, 'conform.report' | 'conform.written' | 'conform.choose' | 'conform.dropped' | 'conform.import'> {
  const { library, mainWindow, newId, surroundings, dataFolder, readSheet } = desk
  // Apart from the exported ones: a file from outside is never handed to another program (SPEC IPC-7).
  const foreign = rememberWrittenFiles(newId)
  const layoutOfUnit = async (): Promise<Partial<LayoutOptions>> => {
    const settings = await library.readSettings()
    return settings.ok ? chosenLayout(settings.value.layout) : {}
  }
  /** What the unit has chosen otherwise is right for its files. */
  const sheetOf = async (fileName: string, bytes: Uint8Array, token = ''): Promise<Result<Sheet>> => {
    const checked = await readSheet(bytes, fileName, await layoutOfUnit())
    return checked.ok ? succeed({ kind: 'sheet', fileName, token, clauses: checked.value.clauses.map((row) => ({ ...row })) }) : checked
  }
  const read = (path: string) => readIn(path, LARGEST_IMPORT_MB * 1024 * 1024, surroundings.io)
  const sheetOfFile = async (path: string, token: string): Promise<Result<Sheet>> => {
    const bytes = await read(path)
    return bytes.ok ? sheetOf(basename(path), bytes.value, token) : bytes
  }
  return {
    'conform.report': async ({ id }) => {
      const opened = await library.open({ id })
      if (!opened.ok) return opened
      const { bytes } = await exportWord(opened.value.report, await layoutOfUnit(), (sha256) => readPicture(surroundings, dataFolder, sha256))
      return sheetOf(exportName(opened.value.report), bytes)
    },
    'conform.written': async ({ token }) => {
      const path = written.pathOf(token)
      return path === undefined ? fail({ code: 'fileNotFound' }) : sheetOfFile(path, '')
    },
    'conform.choose': async () => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, {
        title: shellText.conformTitle, properties: ['openFile'], filters: [{ name: exportText.formats.word, extensions: ['docx'] }, { name: shellText.importAllFilter, extensions: ['*'] }],
      })
      const [path] = chosen.filePaths
      return chosen.canceled || path === undefined ? succeed({ kind: 'cancelled' }) : sheetOfFile(path, foreign.note(path).token)
    },
    'conform.dropped': ({ name, bytes }) => sheetOf(name, bytes),
    'conform.import': async ({ token }) => {
      const path = foreign.pathOf(token)
      if (path === undefined) return fail({ code: 'fileNotFound' })
      return succeed(await importEach([[basename(path), async () => {
        const bytes = await read(path)
        return bytes.ok ? importFile(library, { name: basename(path), bytes: bytes.value }, { newId, read: desk.read }) : bytes
      }]]))
    },
  }
}
