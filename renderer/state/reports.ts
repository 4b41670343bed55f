/** What can be done with a report of the list. Each tells what happened; what can be undone is offered to be undone. */
import { call } from '../api/client'
import { reloadLibrary } from './library'
import { clearDesk, openReport } from './navigation'
import { showYear } from './shelf'
import { showError, showToast } from './toast'
import { libraryText } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import type { Request } from '../../shared/ipc/contract'

export async function createReport(request: Request<'report.create'>): Promise<boolean> {
  const created = await call('report.create', request)
  if (!created.ok) return tell(created)
  showYear(request.year)
  await reloadLibrary()
  return openReport(created.value.id)
}

export async function duplicateReport(id: string): Promise<void> {
  const copied = await call('report.duplicate', { id })
  if (!copied.ok) return showError(copied.error)
  await reloadLibrary()
  showToast({ text: libraryText.duplicated, action: { label: libraryText.actions.open, run: () => { void openReport(copied.value.id) } } })
}

export async function changeState(id: string, state: 'draft' | 'review' | 'final', before: 'draft' | 'review' | 'final'): Promise<void> {
  const changed = await call('report.setState', { id, state })
  if (!changed.ok) return showError(changed.error)
  await reloadLibrary()
  showToast({ text: libraryText.stateChanged[state], action: { label: roomsText.undo, run: () => { void takeBack(id, before) } } })
}

async function takeBack(id: string, state: 'draft' | 'review' | 'final'): Promise<void> {
  const changed = await call('report.setState', { id, state })
  if (!changed.ok) showError(changed.error)
  await reloadLibrary()
}

export async function trashReport(id: string): Promise<void> {
  const trashed = await call('report.trash', { id })
  if (!trashed.ok) return showError(trashed.error)
  clearDesk(id)
  await reloadLibrary()
  showToast({ text: libraryText.trashed, action: { label: roomsText.undo, run: () => { void restoreReport(id) } } })
}

export async function restoreReport(id: string): Promise<void> {
  const restored = await call('report.restore', { id })
  if (!restored.ok) return showError(restored.error)
  await reloadLibrary()
  showToast({ text: libraryText.restored })
}

function tell(failed: { readonly error: Parameters<typeof showError>[0] }): false {
  showError(failed.error)
  return false
}
