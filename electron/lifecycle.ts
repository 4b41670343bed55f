/** Start, second start and end of the program (SPEC SEC-9, SEC-10). */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app, dialog, Menu, session } from 'electron'
import { errorMessage } from '../shared/text/errors'
import { shellText } from '../shared/text/shell'
import type { AppError } from '../shared/base/errors'
import type { Result } from '../shared/base/result'
import type { Folders } from './dataFolder'
import { done, type Handlers } from './ipc/answer'
import { openDoor } from './ipc/door'
import { forkReading } from './ipc/forkReading'
import { makeHandlers } from './ipc/handlers'
import { lateHandlers } from './ipc/lateHandlers'
import { lockHandlers } from './ipc/lockHandlers'
import { startLibrary } from './ipc/startLibrary'
import { attempt } from './library/attempt'
import { openFolderLock } from './library/folderLock'
import type { Library } from './library/library'
import type { Log } from './log'
import { openMainWindow, type MainWindow } from './mainWindow'
import { menuTemplate } from './menu/menuTemplate'
import { servePage } from './protocol'
import { createReader } from './reading/createReader'
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
  const locking = await attempt(() => openFolderLock(surroundings, folders.data))
  if (!locking.ok) return giveUp(locking.error, log)
  const lock = locking.value
  let library: Library | null = null
  let handlers: Handlers | null = null
  async function openDesk(): Promise<Result<undefined>> {
    if (library !== null) return done
    const opened = await startLibrary(folders.data, lock.surroundings, log)
    if (opened.ok) library = opened.value
    return opened.ok ? done : opened
  }
  const isLocked = lock.status().state === 'locked'
  const opened = isLocked ? done : await openDesk()
  if (!opened.ok) return giveUp(opened.error, log)

  const reading = createReader(forkReading(join(__dirname, 'reading.cjs')))
  let isQuitting = false
  let isClosed = false
  app.on('before-quit', () => { isQuitting = true })
  const mainWindow: MainWindow = openMainWindow({ log, onStay: () => { isQuitting = false } })
  const locks = lockHandlers(lock, { whenOpen: openDesk, isShared: () => library?.warnings().some(({ code }) => code === 'folderInUse') === true })
  const readyToClose: Handlers['window.readyToClose'] = async ({ close }) => {
    mainWindow.answerClosing(close)
    return done
  }
  openDoor(lateHandlers({ ...locks, 'window.readyToClose': readyToClose }, () => {
    if (library !== null) handlers ??= makeHandlers({ library, log, mainWindow, surroundings: lock.surroundings, newId, read: reading.read, readSheet: reading.readSheet, dataFolder: folders.data, lock: locks })
    return handlers
  }), log)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ run: (id) => mainWindow.tell('menuCommand', id), platform: process.platform })))

  const close = async (): Promise<void> => {
    reading.close()
    await lock.stop()
    await library?.close()
  }
  app.on('second-instance', () => mainWindow.focus())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void close().catch((reason: unknown) => log.failure('library not closed', reason)).finally(() => {
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
