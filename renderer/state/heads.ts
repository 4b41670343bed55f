/** Two heads of one report: laid side by side, and the clerk's choice (SPEC PACK-9). */
import { transferRoomText as words } from '../../shared/text/transferRoom'
import { versionsText } from '../../shared/text/versions'
import { call } from '../api/client'
import { openPanel } from './desk'
import { reloadLibrary } from './library'
import { openReport } from './navigation'
import { flush, openSession, session } from './session'
import { showError, showToast } from './toast'
import { closeShown, compareVersions, loadVersions, nameIfUnnamed } from './versions'

/** Lays the report on the desk and shows its two texts side by side. */
export async function openHeads(id: string): Promise<void> {
  if (!await openReport(id)) return
  const { report, conflictWith } = session.get()
  if (report?.id === id && conflictWith !== null) return showHeads()
  // The desk opens the report by itself; the comparison follows when it is there.
  const stop = session.subscribe(() => {
    const now = session.get()
    if (now.report?.id !== id) return
    stop()
    if (now.conflictWith !== null) void showHeads()
  })
}

async function showHeads(): Promise<void> {
  const { conflictWith, generation } = session.get()
  if (conflictWith === null) return
  openPanel('versions')
  await compareVersions(conflictWith, generation, { one: versionsText.theirs, other: versionsText.mine })
}

/** Keeps the text on the desk, the other one, or both; nothing of the history is lost. */
export async function settleHeads(keep: 'mine' | 'theirs' | 'both'): Promise<void> {
  const id = session.get().report?.id
  if (id === undefined || !await flush('auto')) return
  const { report, conflictWith, generation } = session.get()
  // What is not kept gets a name by which it is found again; a filed report takes no names.
  if (conflictWith !== null && report?.state !== 'filed' && !await (keep === 'theirs' ? nameIfUnnamed(generation, versionsText.mine) : nameIfUnnamed(conflictWith, versionsText.theirs))) return
  const settled = await call('report.settleHeads', { id, keep })
  if (!settled.ok) return showError(settled.error)
  closeShown()
  await openSession(id)
  await Promise.all([loadVersions(), reloadLibrary()])
  const { copyId } = settled.value
  showToast(copyId === undefined ? { text: words.kept } : { text: words.keptBoth, action: { label: words.open, run: () => void openReport(copyId) } })
}
