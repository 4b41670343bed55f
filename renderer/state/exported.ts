/** Files that leave the program: the formats there are, and what is said when one was written. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { checkWritten } from './conform'
import { flush, session } from './session'
import { showError, showToast } from './toast'
import type { Response } from '../../shared/ipc/contract'
import { conformSheetText } from '../../shared/text/conformSheet'
import { deskText } from '../../shared/text/desk'
import { describeMissingFonts } from '../../shared/text/export'

type Written = Response<'export.file'>

export interface Exports {
  readonly formats: Response<'export.formats'>
  readonly missingFonts: Response<'app.info'>['missingFonts']
  /** The format that is being written now. */
  readonly running: string | null
}

export const exports = createStore<Exports>({ formats: [], missingFonts: [], running: null })

/** Asks once; the formats of a program do not change while it runs. */
export async function loadExports(): Promise<void> {
  if (exports.get().formats.length > 0) return
  const formats = await call('export.formats', undefined)
  if (!formats.ok) return showError(formats.error)
  exports.set((state) => ({ ...state, formats: formats.value }))
  const info = await call('app.info', undefined)
  if (info.ok) exports.set((state) => ({ ...state, missingFonts: info.value.missingFonts }))
}

/** Saves, then writes the file from what is stored; says where it is and what differs. */
export async function exportFile(format: string): Promise<void> {
  const { report } = session.get()
  if (report === null || exports.get().running !== null) return
  exports.set((state) => ({ ...state, running: format }))
  try {
    if (!await flush('export')) return
    const answered = await call('export.file', { id: report.id, format })
    if (!answered.ok) return showError(answered.error)
    tellWritten(answered.value)
  } finally {
    exports.set((state) => ({ ...state, running: null }))
  }
}

/** The fonts that were told of since the program was started; the menu of formats goes on saying it. */
let toldFonts = ''

export function tellWritten(written: Written): void {
  if (written.kind === 'cancelled') return
  const { fileName, folderName, token, pages, changes, missingFonts } = written
  const fonts = describeMissingFonts(missingFonts)
  const isNews = fonts !== toldFonts
  if (missingFonts.length > 0) toldFonts = fonts
  showToast({
    text: [deskText.exported(fileName, folderName, pages), ...changes, ...(isNews ? [fonts] : [])].join(''),
    others: [...(fileName.endsWith('.docx') ? [{ label: conformSheetText.show, run: () => void checkWritten(token) }] : []), { label: deskText.openFile, run: () => void call('export.open', { token }).then((opened) => { if (!opened.ok) showError(opened.error) }) }],
    action: { label: deskText.openFolder, run: () => void call('export.reveal', { token }).then((shown) => { if (!shown.ok) showError(shown.error) }) },
  })
}
