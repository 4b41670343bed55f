/** The clerk's settings: shown at once, then written; what the main process answers is what counts. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { showError } from './toast'
import { emptyScheme } from '../../shared/archive/archiveScheme'
import { usualCleaning } from '../../shared/cleaning/cleaningRules'
import type { Settings } from '../../shared/ipc/contract'

/** What is shown until the stored settings are read. */
const untilRead: Settings = {
  unit: '', theme: 'system', zoom: 100, layout: {}, outlineWidth: 272, isOutlineShown: true, areEnumerationsShown: true, hasSeenWelcome: true, hiddenTemplates: [], archive: emptyScheme, cleaning: usualCleaning,
}

export const settings = createStore<Settings>(untilRead)

export async function loadSettings(): Promise<void> {
  const read = await call('settings.read', undefined)
  if (read.ok) settings.set(() => read.value)
  else showError(read.error)
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = settings.get()
  settings.set((state) => ({ ...state, ...change }))
  const written = await call('settings.write', change)
  if (written.ok) return settings.set(() => written.value)
  settings.set(() => before)
  showError(written.error)
}
