/** Reads what the first picture needs, draws it, and then says that the page is ready. */
import { createRoot, type Root } from 'react-dom/client'
import { call, on } from '../api/client'
import { isCommandId, listenForShortcuts, runCommand } from '../commands/shortcuts'
import { tellRounds } from '../state/filing'
import { reloadLibrary } from '../state/library'
import { loadLock } from '../state/lock'
import { mayLeave } from '../state/navigation'
import { loadSettings, settings } from '../state/settings'
import { showError, showToast } from '../state/toast'
import { errorMessage } from '../../shared/text/errors'
import { UiWordsProvider } from '../ui/words'
import { UnlockScreen } from '../unlock/UnlockScreen'
import { App, uiWords } from './App'

export async function startApp(place: HTMLElement): Promise<void> {
  const root = createRoot(place)
  on('closing', () => { void mayLeave().then((close) => call('window.readyToClose', { close })) })
  if ((await loadLock())?.state === 'locked') await unlocked(root)
  settings.subscribe(showTheme)
  await Promise.all([loadSettings(), reloadLibrary()])
  showTheme()
  on('libraryChanged', () => { void Promise.all([reloadLibrary(), tellRounds()]) })
  on('menuCommand', (id) => { if (isCommandId(id)) runCommand(id) })
  listenForShortcuts(window)
  root.render(<App />)
  void tellWarnings()
  tellReady()
}

/** Asks for the passphrase in the place of everything else; resolves when it was right. */
function unlocked(root: Root): Promise<void> {
  tellReady()
  return new Promise((resolve) => { root.render(<UiWordsProvider value={uiWords}><UnlockScreen onOpen={resolve} /></UiWordsProvider>) })
}

function tellReady(): void {
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
