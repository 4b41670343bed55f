/** What can be done with a year of the archive: one row each, in the order of the bar. A row more is a button more. */
import { archiveFormText as forms } from '../../shared/text/archiveForms'
import { checksText } from '../../shared/text/checks'
import { transferRoomText } from '../../shared/text/transferRoom'
import { library } from '../state/library'
import { askToPack, askToUnpack } from '../state/packages'
import { askForBoxes, printForm } from '../state/catalogue'
import { actionLogText } from '../../shared/text/actionLog'
import { sealingText } from '../../shared/text/sealing'
import { openLog } from '../state/actionLog'
import { startChecks } from '../state/checks'
import { askToSeal, openSealed } from '../state/sealing'
import type { MenuItem } from '../ui/Menu'

export interface RoomAction {
  readonly id: string
  readonly label: string
  readonly title?: string
  /** A menu instead of an act. */
  readonly items?: (year: number) => readonly MenuItem[]
  readonly run?: (year: number) => void
}

export const roomActions: readonly RoomAction[] = [
  { id: 'print', label: forms.print, items: printItems },
  { id: 'seal', label: sealingText.menu, title: sealingText.menuTitle, items: sealItems },
  { id: 'transfer', label: transferRoomText.packDialog, items: transferItems },
  { id: 'check', label: checksText.action, title: checksText.actionTitle, run: (year) => void startChecks(year) },
]

function sealItems(year: number): readonly MenuItem[] {
  return [
    { id: 'seal', label: sealingText.action, hint: sealingText.actionTitle, run: () => void askToSeal(year) },
    { id: 'sealed', label: sealingText.list, run: () => void openSealed() },
    { id: 'log', label: `${actionLogText.action}…`, isApart: true, run: () => void openLog() },
  ]
}

function transferItems(year: number): readonly MenuItem[] {
  const count = library.get().reports.filter((report) => report.year === year && !report.isTrashed).length
  return [
    { id: 'pack', label: transferRoomText.pack, hint: transferRoomText.packYear(year, count), run: () => askToPack({ kind: 'year', year }, transferRoomText.packYear(year, count)) },
    { id: 'unpack', label: transferRoomText.unpack, run: askToUnpack },
  ]
}

function printItems(year: number): readonly MenuItem[] {
  return [
    { id: 'word', label: forms.menu.word, run: () => void printForm('catalogue', 'word', year) },
    { id: 'pdf', label: forms.menu.pdf, run: () => void printForm('catalogue', 'pdf', year) },
    { id: 'csv', label: forms.menu.csv, hint: forms.menu.csvHint, run: () => void printForm('catalogue', 'csv', year) },
    { id: 'cover-word', label: forms.menu.coverWord, isApart: true, run: () => void printForm('cover', 'word', year) },
    { id: 'cover-pdf', label: forms.menu.coverPdf, run: () => void printForm('cover', 'pdf', year) },
    { id: 'record', label: forms.menu.boxRecord, isApart: true, run: () => askForBoxes('boxRecord', year) },
    { id: 'spine', label: forms.menu.spine, run: () => askForBoxes('spine', year) },
  ]
}
