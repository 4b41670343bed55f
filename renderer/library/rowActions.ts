/** What the menu of a row offers, by the state of its report. */
import { libraryText } from '../../shared/text/library'
import type { ReportSummary } from '../../shared/report/summary'
import { templatesText } from '../../shared/text/templates'
import { roomsText } from '../../shared/text/rooms'
import { transferRoomText } from '../../shared/text/transferRoom'
import { askToPack } from '../state/packages'
import { askToSaveAs } from '../state/templates'
import { askToCorrect } from '../state/correcting'
import { askToFile } from '../state/filing'
import { openReport } from '../state/navigation'
import { changeState, duplicateReport, restoreReport, trashReport } from '../state/reports'
import type { MenuItem } from '../ui/Menu'

const words = libraryText.actions

export function rowActions(report: ReportSummary): readonly MenuItem[] {
  const { id, state } = report
  if (report.isTrashed) return [{ id: 'restore', label: words.restore, icon: 'undo', run: () => { void restoreReport(id) } }]
  const open: MenuItem = { id: 'open', label: state === 'filed' ? words.openReadOnly : words.open, icon: 'doc', run: () => { void openReport(id) } }
  const duplicate: MenuItem = { id: 'duplicate', label: words.duplicate, run: () => { void duplicateReport(id) } }
  const template: MenuItem = { id: 'template', label: templatesText.saveAs, run: () => askToSaveAs(report) }
  const pack: MenuItem = { id: 'pack', label: transferRoomText.pack, run: () => askToPack({ kind: 'reports', ids: [id] }, transferRoomText.packReport(report.title || roomsText.untitled)) }
  const trash: MenuItem = { id: 'trash', label: words.trash, icon: 'trash', isApart: true, run: () => { void trashReport(id) } }
  const to = (next: 'draft' | 'review' | 'final', label: string, before: 'draft' | 'review' | 'final'): MenuItem => ({ id: next, label, run: () => { void changeState(id, next, before) } })
  switch (state) {
    case 'draft': return [open, duplicate, template, pack, { ...to('review', words.review, state), isApart: true }, to('final', words.final, state), trash]
    case 'review': return [open, duplicate, template, pack, { ...to('final', words.final, state), isApart: true }, to('draft', words.backToDraft, state), trash]
    case 'final': return [open, duplicate, template, pack, { id: 'file', label: words.file, icon: 'box', isApart: true, run: () => askToFile(report) }, to('draft', words.backToDraft, state), trash]
    case 'filed': return [open, duplicate, template, pack, { id: 'correct', label: words.correct, icon: 'pen', isApart: true, run: () => { void askToCorrect(report) } }]
  }
}
