/** Templates in the window (SPEC TEMPLATE): the list, the dialog that is open, and what can be done with one. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { clearDesk, openReport } from './navigation'
import { flush } from './session'
import { changeSettings, settings } from './settings'
import { showError, showToast } from './toast'
import type { Request, Response } from '../../shared/ipc/contract'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import { templateName } from '../../shared/report/templates'
import { templatesText as words } from '../../shared/text/templates'

export type TemplateRow = Response<'library.templates'>[number]

/** What a name is asked for. */
export type AskedTemplate =
  | { readonly kind: 'save'; readonly reportId: string; readonly name: string; readonly of: ReportKindId }
  | { readonly kind: 'copy'; readonly templateId: string; readonly name: string; readonly of: ReportKindId }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string; readonly of: ReportKindId }

export interface Templates {
  /** null until they are read. */
  readonly rows: readonly TemplateRow[] | null
  readonly asked: AskedTemplate | null
}

export const templates = createStore<Templates>({ rows: null, asked: null })

export async function loadTemplates(): Promise<void> {
  const listed = await call('library.templates', undefined)
  if (listed.ok) templates.set((state) => ({ ...state, rows: listed.value }))
  else showError(listed.error)
}

export function askTemplate(asked: AskedTemplate | null): void {
  templates.set((state) => ({ ...state, asked }))
}

/** Asks for the name of the template that this report becomes. */
export function askToSaveAs({ id, kind, title, unit }: { readonly id: string; readonly kind: ReportKindId; readonly title: string; readonly unit: string }): void {
  askTemplate({ kind: 'save', reportId: id, name: templateName(title, unit) || (reportKinds.find((row) => row.id === kind)?.name ?? ''), of: kind })
}

/** Carries out what was asked with the name and kind given; false if it could not be stored. */
export async function finishTemplate(asked: AskedTemplate, name: string, kind: ReportKindId): Promise<boolean> {
  if (asked.kind === 'rename') {
    const renamed = await call('template.rename', { id: asked.id, name, kind })
    if (!renamed.ok) showError(renamed.error)
    await loadTemplates()
    return renamed.ok
  }
  // What becomes a template is what is stored.
  if (asked.kind === 'save' && !await flush('manual')) return false
  const from: Request<'template.create'>['from'] = asked.kind === 'save' ? { kind: 'report', id: asked.reportId } : { kind: 'builtIn', templateId: asked.templateId }
  const created = await call('template.create', { from, name, kind })
  if (!created.ok) {
    showError(created.error)
    return false
  }
  await loadTemplates()
  if (asked.kind === 'copy') return openReport(created.value.id)
  // After the dialog is gone: a message goes into the dialog that is open, and would go with it.
  setTimeout(() => showToast({ text: words.saved(name), action: { label: words.open, run: () => { void openReport(created.value.id) } } }))
  return true
}

export async function removeTemplate({ id, name }: TemplateRow): Promise<void> {
  const removed = await call('template.remove', { id })
  if (!removed.ok) return showError(removed.error)
  clearDesk(id)
  await loadTemplates()
  showToast({ text: words.removed(name), action: { label: words.undo, run: () => { void restoreTemplate(id) } } })
}

async function restoreTemplate(id: string): Promise<void> {
  const restored = await call('template.restore', { id })
  if (!restored.ok) showError(restored.error)
  await loadTemplates()
}

/** A template of the program is offered, or not. */
export async function offerTemplate({ id, name }: TemplateRow, isOffered: boolean): Promise<void> {
  const others = settings.get().hiddenTemplates.filter((hidden) => hidden !== id)
  await changeSettings({ hiddenTemplates: isOffered ? others : [...others, id] })
  await loadTemplates()
  if (!isOffered) showToast({ text: words.hiddenNow(name), action: { label: words.undo, run: () => { void offerTemplate({ id, name } as TemplateRow, true) } } })
}

export async function exportTemplate(id: string): Promise<void> {
  const written = await call('template.export', { id })
  if (!written.ok) return showError(written.error)
  if (written.value.kind === 'cancelled') return
  const { fileName, folderName, token } = written.value
  showToast({
    text: words.exported(fileName, folderName),
    action: { label: words.openFolder, run: () => void call('export.reveal', { token }).then((shown) => { if (!shown.ok) showError(shown.error) }) },
  })
}

export async function importTemplate(): Promise<void> {
  const read = await call('template.import', undefined)
  if (!read.ok) return showError(read.error)
  if (read.value.kind === 'cancelled') return
  const { id, name } = read.value
  await loadTemplates()
  showToast({ text: words.imported(name), action: { label: words.open, run: () => { void openReport(id) } } })
}
