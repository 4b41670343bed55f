/** Start, second start and end of the program (SPEC SEC-9, SEC-10). */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app, dialog, Menu, session } from 'electron'
import { errorMessage } from '../shared/text/errors'
import { shellText } from '../shared/text/shell'
import type { AppError } from '../shared/base/errors'
import type { Folders } from './dataFolder'
import { openDoor } from './ipc/door'
import { makeHandlers } from './ipc/handlers'
import { startLibrary } from './ipc/startLibrary'
import type { Log } from './log'
import { openMainWindow, type MainWindow } from './mainWindow'
import { menuTemplate } from './menu/menuTemplate'
import { servePage } from './protocol'
import { hardenSession } from './security'
import { realSurroundings } from './storage/surroundings'

/** The page's files, written into the program by the build. */
declare const ANDU_PAGE_FILES: readonly string[]

export async function runProgram(program: { readonly folders: Folders; readonly log: Log }): Promise<void> {
  const { folders, log } = program
  await app.whenReady()
  log.note('started', { version: app.getVersion(), electron: process.versions.electron ?? '', platform: process.platform })
  // The default session exists before anybody could listen to `session-created`.
  hardenSession(session.defaultSession)
  servePage(session.defaultSession, join(__dirname, '..', 'renderer'), ANDU_PAGE_FILES)

  const surroundings = realSurroundings(process.platform)
  const opened = await startLibrary(folders.data, surroundings, log)
  if (!opened.ok) return giveUp(opened.error, log)
  const library = opened.value

  let isQuitting = false
  let isClosed = false
  app.on('before-quit', () => { isQuitting = true })
  const mainWindow: MainWindow = openMainWindow({ log, onStay: () => { isQuitting = false } })
  openDoor(makeHandlers({ library, log, mainWindow, surroundings, newId, dataFolder: folders.data }), log)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ run: (id) => mainWindow.tell('menuCommand', id), platform: process.platform })))

  app.on('second-instance', () => mainWindow.focus())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void library.close().catch((reason: unknown) => log.failure('library not closed', reason)).finally(() => {
      isClosed = true
      log.note('ended', { asked: isQuitting })
      app.quit()
    })
  })
}

function newId(): string {
  return randomBytes(9).toString('base64url')
}

/** Nothing can be shown: one dialog with what was found and what to do. */
async function giveUp(error: AppError, log: Log): Promise<void> {
  log.note('not started', { code: error.code })
  const { found, advice } = errorMessage(error)
  await dialog.showMessageBox({ type: 'error', title: shellText.windowTitle, message: shellText.startFailedTitle, detail: `${found}\n${advice}`, buttons: [shellText.ok] })
  app.exit(1)
}
