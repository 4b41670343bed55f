/** What is said when a Word file was written: where it is, what differs, and two things to do with it. */
import { call } from '../api/client'
import { showError, showToast } from './toast'
import type { Response } from '../../shared/ipc/contract'
import { deskText } from '../../shared/text/desk'

export function tellWritten(written: Response<'export.word'>): void {
  if (written.kind === 'cancelled') return
  const { fileName, folderName, token, pages, changes, missingFonts } = written
  const notes = [...changes, ...(missingFonts.length === 0 ? [] : [deskText.missingFonts(missingFonts.join('、'))])]
  showToast({
    text: [deskText.exported(fileName, folderName, pages), ...notes].join(''),
    other: { label: deskText.openFile, run: () => void call('export.open', { token }).then((opened) => { if (!opened.ok) showError(opened.error) }) },
    action: { label: deskText.openFolder, run: () => void call('export.reveal', { token }).then((shown) => { if (!shown.ok) showError(shown.error) }) },
  })
}
