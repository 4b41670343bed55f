/** The one window, and its closing: the page saves first, and nothing is lost without being asked (SPEC SEC-10). */
import { join } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { shellText } from '../shared/text/shell'
import type { WindowEvent } from '../shared/ipc/channels'
import type { Log } from './log'
import { pagePreferences, pageUrl } from './security'

/** The address of the development server, null in everything that is built to be used. */

export interface MainWindow {
  readonly browserWindow: BrowserWindow
  readonly tell: (event: WindowEvent, value?: string) => void
  /** The page's answer to `closing`. */
  readonly answerClosing: (close: boolean) => void
  readonly focus: () => void
}

/** How long the page may take to save before the clerk is asked. */
const patience = 5000

export function openMainWindow(options: { readonly log: Log; readonly onStay: () => void }): MainWindow {
  const browserWindow = new BrowserWindow({
    width: 1280, height: 820, minWidth: 720, minHeight: 480, show: false, title: shellText.windowTitle, backgroundColor: '#ffffff',
    webPreferences: pagePreferences(join(__dirname, 'preload.cjs')),
  })
  const closing = guardClosing(browserWindow, options)
  browserWindow.once('ready-to-show', () => browserWindow.show())
  browserWindow.on('page-title-updated', (event) => event.preventDefault())
  browserWindow.webContents.on('render-process-gone', (_, details) => {
    options.log.note('page gone', { reason: details.reason, exitCode: details.exitCode })
    if (details.reason !== 'clean-exit') void offerReload(browserWindow)
  })
  void browserWindow.loadURL(pageUrl).catch((reason: unknown) => options.log.failure('page not loaded', reason))
  return {
    browserWindow,
    tell: (event, value = '') => { if (!browserWindow.isDestroyed()) browserWindow.webContents.send(event, value) },
    answerClosing: closing.answer,
    focus: () => {
      if (browserWindow.isMinimized()) browserWindow.restore()
      browserWindow.show()
      browserWindow.focus()
    },
  }
}

/** Holds the window until the page says that everything is saved; asks the clerk if it does not answer in time. */
function guardClosing(browserWindow: BrowserWindow, options: { readonly log: Log; readonly onStay: () => void }): { readonly answer: (close: boolean) => void } {
  let state: 'open' | 'asked' | 'free' = 'open'
  let timer: NodeJS.Timeout | undefined
  const answer = (close: boolean): void => {
    clearTimeout(timer)
    state = close ? 'free' : 'open'
    if (!close) options.onStay()
    else if (!browserWindow.isDestroyed()) browserWindow.close()
  }
  const askClerk = async (): Promise<void> => {
    options.log.note('page slow to close')
    const choice = await dialog.showMessageBox(browserWindow, {
      type: 'warning', message: shellText.closeWaitingTitle, detail: shellText.closeWaitingDetail, buttons: [shellText.keepOpen, shellText.closeAnyway], defaultId: 0, cancelId: 0,
    })
    if (state === 'asked') answer(choice.response === 1)
  }
  browserWindow.on('close', (event) => {
    if (state === 'free' || browserWindow.webContents.isCrashed()) return
    event.preventDefault()
    if (state === 'asked') return
    state = 'asked'
    timer = setTimeout(() => void askClerk(), patience)
    browserWindow.webContents.send('closing' satisfies WindowEvent, '')
  })
  return { answer }
}

async function offerReload(browserWindow: BrowserWindow): Promise<void> {
  const choice = await dialog.showMessageBox({ type: 'error', message: shellText.pageGoneTitle, detail: shellText.pageGoneDetail, buttons: [shellText.reload, shellText.quit], defaultId: 0, cancelId: 1 })
  if (choice.response === 0) browserWindow.reload()
  else browserWindow.destroy()
}
