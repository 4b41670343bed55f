/** Reads what the first picture needs, draws it, and then says that the page is ready. */
import { createRoot } from 'react-dom/client'
import { call, on } from '../api/client'
import { isCommandId, listenForShortcuts, runCommand } from '../commands/shortcuts'
import { reloadLibrary } from '../state/library'
import { mayLeave } from '../state/navigation'
import { loadSettings, settings } from '../state/settings'
import { showError, showToast } from '../state/toast'
import { errorMessage } from '../../shared/text/errors'
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
  void tellWarnings()
  requestAnimationFrame(() => { document.documentElement.dataset['ready'] = '1' })
}

function showTheme(): void {
  document.documentElement.dataset['theme'] = settings.get().theme
}

/** What the clerk must know before writing, such as another program on the same data folder. */
async function tellWarnings(): Promise<void> {
  const info = await call('app.info', undefined)
  const [warning] = info.ok ? info.value.warnings : []
  if (warning === undefined) return
  const isGood = warning.code === 'operationFinished' || warning.code === 'operationUndone'
  if (isGood) showToast({ text: errorMessage(warning).found })
  else showError(warning)
}
