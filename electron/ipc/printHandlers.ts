/** Printing (SPEC PREVIEW-5): the sheets stand in the window; here they go to the system's own dialog, with nothing around them. */
import { fail, succeed, type Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'
import type { Handlers } from './answer'
import type { Desk } from './desk'

export function printHandlers({ mainWindow, log }: Desk): Pick<Handlers, 'print.pages'> {
  return {
    'print.pages': async () => {
      const { webContents } = mainWindow.browserWindow
      const printers = await webContents.getPrintersAsync()
      if (printers.length === 0) return fail({ code: 'printerMissing' })
      return new Promise<Result<Response<'print.pages'>>>((resolve) => {
        // The sheets have their own margins, and page numbers by the standard: Chromium adds none. Bound at the left.
        webContents.print({ silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4', duplexMode: 'longEdge' }, (isDone, reason) => {
          if (isDone) return resolve(succeed({ kind: 'printed' }))
          if (/cancel/i.test(reason)) return resolve(succeed({ kind: 'cancelled' }))
          log.note('not printed', { reason })
          resolve(fail({ code: 'printFailed' }))
        })
      })
    },
  }
}
