/** What each command of the table does (SPEC EDIT-15): one runtime a row; the compiler asks for every one. */
import { openCleaning } from '../state/cleaning'
import { checkReport } from '../state/conform'
import { desk, openDetails, openPanel } from '../state/desk'
import type { EditorAction } from '../state/deskHandle'
import { exportFile, exports } from '../state/exported'
import { findBeside, openFind } from '../state/find'
import { openFolderImport } from '../state/folderImport'
import { goTo } from '../state/navigation'
import { openPalette } from '../state/palette'
import { addSelection, openChooser } from '../state/phrases'
import { openPreview, preview, startPrinting, zoomPreview } from '../state/preview'
import { takeChosen } from '../state/reference'
import { readBackWord } from '../state/review'
import { insertChosenPicture } from '../state/pictures'
import { flush, session } from '../state/session'
import { changeSettings, settings } from '../state/settings'
import { openTableChooser } from '../state/tableChooser'
import { openTitleBreaks } from '../state/titleBreaks'
import { askToSaveAs } from '../state/templates'
import { askForName, stepChange, versions } from '../state/versions'
import type { CommandRuntime, CommandRuntimes } from './commandContext'

/** Runs an action of the editor that is on the screen. */
export function runAction(action: EditorAction): boolean {
  return desk.get().handle?.run(action) ?? false
}

function editor(action: EditorAction): CommandRuntime {
  return { run: () => runAction(action), isEnabled: () => desk.get().handle?.can(action) ?? false }
}

/** Sets the override, or takes it off again if it is set. */
function toggleForm(form: 'heading' | 'clause'): CommandRuntime {
  return { run: () => runAction({ kind: 'form', form: desk.get().place.form === form ? null : form }), isEnabled: () => desk.get().place.blockId !== null }
}

/** Larger or smaller: the pages of the preview if they are on the screen, else the page on the desk. */
function zoomBy(percent: number): CommandRuntime {
  return { run: () => (preview.get().isOpen ? zoomPreview((typeof preview.get().zoom === 'number' ? Number(preview.get().zoom) : 100) + percent) : zoomDesk(percent)) }
}

function zoomDesk(percent: number): void {
  void changeSettings({ zoom: Math.max(50, Math.min(300, Math.round((settings.get().zoom + percent) / 10) * 10)) })
}

/** A format that this program cannot write is no command. */
function exportAs(format: string): CommandRuntime {
  return { run: () => void exportFile(format), isEnabled: () => hasReport() && (exports.get().formats.length === 0 || exports.get().formats.some(({ id }) => id === format)) }
}

function saveAsTemplate(): void {
  const { report } = session.get()
  if (report !== null) askToSaveAs({ ...report, title: report.title.join(''), unit: report.unit || (report.signature[0] ?? '') })
}

/** A part of the desk with a search of its own takes the key while the focus is in it. */
function focusOwnSearch(): boolean {
  const field = document.activeElement?.closest('[data-own-search]')?.querySelector<HTMLInputElement>('input[type="search"]') ?? null
  field?.focus()
  field?.select()
  return field !== null
}

const hasChanges = (): boolean => versions.get().shown?.kind === 'compare'
const hasReport = (): boolean => session.get().report !== null

export const commandRuntimes: CommandRuntimes = {
  'library.importFolder': { run: () => openFolderImport() },
  'report.save': { run: () => void flush('manual'), isEnabled: hasReport },
  'report.exportWord': exportAs('word'),
  'report.exportPdf': exportAs('pdf'),
  'report.exportOfd': exportAs('ofd'),
  'report.exportText': exportAs('text'),
  'report.preview': { run: () => openPreview(!preview.get().isOpen), isEnabled: hasReport },
  'report.print': { run: () => startPrinting(), isEnabled: () => hasReport() && preview.get().printing === null },
  'report.details': { run: () => openDetails(true), isEnabled: hasReport },
  'report.issuing': { run: () => openPanel('layout'), isEnabled: hasReport },
  'report.titleBreaks': { run: () => openTitleBreaks(true), isEnabled: () => hasReport() && !session.get().isReadOnly },
  'report.conform': { run: () => void checkReport(), isEnabled: hasReport },
  'report.clean': { run: () => openCleaning(), isEnabled: () => hasReport() && !session.get().isReadOnly },
  'report.saveAsTemplate': { run: saveAsTemplate, isEnabled: () => hasReport() && session.get().template === null },
  'versions.open': { run: () => openPanel('versions'), isEnabled: hasReport },
  'versions.name': { run: () => { openPanel('versions'); askForName() }, isEnabled: () => hasReport() && !session.get().isReadOnly },
  'versions.readBack': { run: () => void readBackWord(), isEnabled: () => hasReport() && !session.get().isReadOnly },
  'change.next': { run: () => stepChange(1), isEnabled: hasChanges },
  'change.previous': { run: () => stepChange(-1), isEnabled: hasChanges },
  'edit.undo': editor({ kind: 'undo' }),
  'edit.redo': editor({ kind: 'redo' }),
  'edit.find': { run: () => { if (!focusOwnSearch()) openFind(false) }, isEnabled: hasReport },
  'edit.replace': { run: () => openFind(true), isEnabled: hasReport },
  'edit.findNext': { run: () => findBeside('next'), isEnabled: hasReport },
  'edit.findPrevious': { run: () => findBeside('previous'), isEnabled: hasReport },
  'edit.bold': editor({ kind: 'manner', manner: 'bold' }),
  'edit.italic': editor({ kind: 'manner', manner: 'italic' }),
  'edit.underline': editor({ kind: 'manner', manner: 'underline' }),
  'edit.confirmStale': editor({ kind: 'confirmStale' }),
  'level.body': editor({ kind: 'level', level: 0 }),
  'level.1': editor({ kind: 'level', level: 1 }),
  'level.2': editor({ kind: 'level', level: 2 }),
  'level.3': editor({ kind: 'level', level: 3 }),
  'level.4': editor({ kind: 'level', level: 4 }),
  'level.5': editor({ kind: 'level', level: 5 }),
  'section.promote': editor({ kind: 'section', move: 'promote' }),
  'section.demote': editor({ kind: 'section', move: 'demote' }),
  'section.up': editor({ kind: 'section', move: 'up' }),
  'section.down': editor({ kind: 'section', move: 'down' }),
  'section.clause': toggleForm('clause'),
  'section.wholeHeading': toggleForm('heading'),
  'items.next': editor({ kind: 'items', change: 'next' }),
  'items.toParagraphs': editor({ kind: 'items', change: 'toParagraphs' }),
  'items.toText': editor({ kind: 'items', change: 'toText' }),
  'items.renumber': editor({ kind: 'items', change: 'renumber' }),
  'insert.picture': { run: () => void insertChosenPicture(), isEnabled: () => hasReport() && !session.get().isReadOnly && desk.get().place.blockId !== null },
  'insert.table': { run: () => openTableChooser(true), isEnabled: () => desk.get().handle?.can({ kind: 'insertTable', rows: 1, columns: 1 }) ?? false },
  'table.rowAbove': editor({ kind: 'table', change: 'rowAbove' }),
  'table.rowBelow': editor({ kind: 'table', change: 'rowBelow' }),
  'table.rowUp': editor({ kind: 'table', change: 'rowUp' }),
  'table.rowDown': editor({ kind: 'table', change: 'rowDown' }),
  'table.deleteRows': editor({ kind: 'table', change: 'deleteRows' }),
  'table.columnLeft': editor({ kind: 'table', change: 'columnLeft' }),
  'table.columnRight': editor({ kind: 'table', change: 'columnRight' }),
  'table.columnToLeft': editor({ kind: 'table', change: 'columnToLeft' }),
  'table.columnToRight': editor({ kind: 'table', change: 'columnToRight' }),
  'table.deleteColumns': editor({ kind: 'table', change: 'deleteColumns' }),
  'table.merge': editor({ kind: 'table', change: 'merge' }),
  'table.split': editor({ kind: 'table', change: 'split' }),
  'table.header': editor({ kind: 'table', change: 'header' }),
  'table.delete': editor({ kind: 'table', change: 'delete' }),
  'insert.pageBreak': editor({ kind: 'insertPageBreak' }),
  'phrase.choose': { run: () => openChooser(true), isEnabled: () => desk.get().handle?.can({ kind: 'insertText', text: ' ' }) ?? false },
  'phrase.add': { run: () => void addSelection(), isEnabled: hasReport },
  'go.library': { run: () => void goTo('library') },
  'go.desk': { run: () => void goTo('desk') },
  'go.archive': { run: () => void goTo('archive') },
  'go.settings': { run: () => void goTo('settings') },
  'view.zoomIn': zoomBy(10),
  'view.zoomOut': zoomBy(-10),
  'view.panel': { run: () => openPanel(desk.get().panel === null ? desk.get().lastPanel : null), isEnabled: hasReport },
  'view.reference': { run: () => openPanel(desk.get().panel === 'reference' ? null : 'reference'), isEnabled: hasReport },
  'reference.take': { run: () => takeChosen(), isEnabled: () => desk.get().panel === 'reference' && !session.get().isReadOnly },
  'reference.clearTaken': editor({ kind: 'clearTaken' }),
  'palette.open': { run: () => openPalette(true) },
  'view.outline': { run: () => void changeSettings({ isOutlineShown: !settings.get().isOutlineShown }) },
}
