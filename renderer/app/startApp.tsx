/** Reads what the first picture needs, draws it, and then says that the page is ready. */
import { createRoot } from 'react-dom/client'
import { call, on } from '../api/client'
import { isCommandId, listenForShortcuts, runCommand } from '../commands/shortcuts'
import { reloadLibrary } from '../state/library'
import { mayLeave } from '../state/navigation'
import { loadSettings, settings } from '../state/settings'
import { App } from './App'

export async function startApp(place: HTMLElement): Promise<void> {
  settings.subscribe(showTheme)
  await Promise.all([loadSettings(), reloadLibrary()])
  showTheme()
  on('libraryChanged', () => { void reloadLibrary() })
  on('menuCommand', (id) => { if (isCommandId(id)) runCommand(id) })
  listenForShortcuts(window)
  on('closing', () => { void mayLeave().then((close) => call('window.readyToClose', { close })) })
  createRoot(place).render(<App />)
  requestAnimationFrame(() => { document.documentElement.dataset['ready'] = '1' })
}

function showTheme(): void {
  document.documentElement.dataset['theme'] = settings.get().theme
}
